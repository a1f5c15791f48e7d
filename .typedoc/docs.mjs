// `npm run docs`: writes docs/ from the doc comments of everything that package.json exports. A warning counts as
// an error: a missing comment, a broken link, a type that is used but not exported.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Application, Comment, Converter, ReflectionKind } from "typedoc";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { exports, name } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

// The modules behind the exports, such as `frequency` for `border-incidents/frequency`, by the types of each.
const modules = new Map(
	Object.entries(exports).flatMap(([path, { import: entry }]) =>
		entry ? [[entry.types.replace(/^\.\/dist\/(.*)\.d\.ts$/, "$1"), path.replace(/^\./, name)]] : [],
	),
);

const application = await Application.bootstrapWithPlugins({
	entryPoints: [...modules.keys()].map((module) => join(root, `src/${module}.ts`)),
	tsconfig: join(root, "tsconfig.json"),
	// The build has checked the types already.
	skipErrorChecking: true,
	readme: join(root, ".typedoc/start.md"),
	out: process.argv[2] ?? join(root, "docs"),
	name,
	plugin: ["typedoc-plugin-missing-exports"],
	internalModule: "types that are not exported",
	collapseInternalModule: true,
	includeVersion: true,
	hideGenerator: true,
	disableSources: true,
	treatWarningsAsErrors: true,
	validation: { notExported: true, invalidLink: true, invalidPath: true, rewrittenLink: true, notDocumented: true },
	requiredToBeDocumented: ["Function", "Class", "Interface", "TypeAlias", "Variable"],
});
// A type that is one of a list of values, such as `(typeof sides)[number]`, is explained by its list.
application.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
	for (const alias of project.getReflectionsByKind(ReflectionKind.TypeAlias)) {
		const list = alias.type?.type === "indexedAccess" ? alias.type.objectType : null;
		if (list?.type === "query")
			alias.comment ??= new Comment([{ kind: "text", text: `One of the values of \`${list.queryType.name}\`.` }]);
	}
});
const project = await application.convert();
if (project) {
	for (const module of project.children ?? []) module.name = modules.get(module.name) ?? module.name;
	application.validate(project);
	await application.generateOutputs(project);
}
const { errorCount, warningCount } = application.logger;
if (!project || errorCount + warningCount > 0) {
	console.error(`documentation: ${errorCount} errors, ${warningCount} warnings (a warning counts as an error)`);
	process.exitCode = 1;
}
