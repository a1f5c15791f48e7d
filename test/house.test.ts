import { readdirSync, readFileSync } from "node:fs";
import { join, posix, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const files = readdirSync(join(root, "src"), { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile())
	.map((entry) => relative(join(root, "src"), join(entry.parentPath, entry.name)));
const source = (file: string) => readFileSync(join(root, "src", file), "utf8");

interface Import {
	readonly from: string;
	readonly to: string;
	readonly isTypeOnly: boolean;
}

/** Every import line of a file: static, re-exported and dynamic. */
function importsOf(file: string): Import[] {
	const text = source(file);
	const lines = [
		...text.matchAll(/^(import|export)\s+(type\s)?[^"';]*?from\s+"([^"]+)"/gms),
		...text.matchAll(/^(import)\s+()"([^"]+)"/gm),
		...text.matchAll(/(import)\(\s*()"([^"]+)"\s*\)/g),
	];
	return lines.map(([, , type, to = ""]) => ({
		from: file,
		to: to.startsWith(".") ? posix.normalize(posix.join(posix.dirname(file), to)).replace(/\.js$/, ".ts") : to,
		isTypeOnly: type !== undefined && type.trim() === "type",
	}));
}

const layerOf = (file: string): string => (file.includes("/") ? (file.split("/")[0] ?? "") : "entry");
const ground = ["records", "calendar", "statistics"];
/** Who may import whom: down only, never sideways between the three subjects. */
const allowed: Readonly<Record<string, readonly string[]>> = {
	calendar: ["calendar"],
	statistics: ["statistics"],
	records: ["records", "calendar"],
	load: [...ground, "claims", "load"],
	claims: [...ground, "claims"],
	frequency: [...ground, "claims", "frequency"],
	location: [...ground, "claims", "location"],
	reliability: [...ground, "claims", "reliability"],
	charts: [...ground, "claims", "frequency", "location", "reliability", "charts"],
	diff: [...ground, "load", "charts", "diff"],
	draw: [...ground, "charts", "draw"],
	pages: [...ground, "claims", "frequency", "location", "reliability", "charts", "diff", "draw", "pages"],
	notebook: [...ground, "claims", "charts", "draw", "notebook"],
	engine: [...ground, "engine"],
	import: [...ground, "load", "claims", "location", "engine", "import"],
	export: [...ground, "load", "engine", "claims", "location", "reliability", "charts", "draw", "pages", "export"],
	command: [
		...ground,
		"load",
		"export",
		"engine",
		"import",
		"claims",
		"frequency",
		"location",
		"reliability",
		"charts",
		"diff",
		"draw",
		"pages",
		"notebook",
		"command",
	],
};
/** The only files that may know a library that is heavy, impure or of one purpose. */
const keepers: Readonly<Record<string, RegExp>> = {
	"csv-parse": /^load\//,
	"csv-stringify": /^(draw|command)\//,
	jsdom: /^draw\//,
	"@resvg/resvg-js": /^draw\//,
	fontkit: /^draw\//,
	commander: /^command\//,
	"cli-progress": /^command\//,
	"world-atlas": /^(load|charts\/location)\//,
	"danfojs-node": /^notebook\//,
	"@duckdb/node-api": /^engine\//,
	"node:fs": /^(load|draw|command|engine|export|import)\//,
	"node:child_process": /^command\//,
};

describe("the house", () => {
	const imports = files.flatMap(importsOf);
	const own = imports.filter(({ to }) => files.includes(to));

	test("every relative import points to a file of src/", () => {
		expect(imports.filter(({ to }) => to.startsWith(".") || to.startsWith("/"))).toEqual([]);
	});

	test("imports go down the layers only", () => {
		const wrong = own.filter(({ from, to }) => {
			const [layer, target] = [layerOf(from), layerOf(to)];
			if (layer === "entry") return target === "command";
			if (target === "entry") return true;
			return !allowed[layer]?.includes(target);
		});
		expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
	});

	test("libraries stay with their keepers", () => {
		const wrong = imports.filter(({ from, to, isTypeOnly }) => {
			const name = Object.keys(keepers).find((each) => to === each || to.startsWith(`${each}/`));
			return name !== undefined && !isTypeOnly && !keepers[name]?.test(from);
		});
		expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
	});

	test("plotly.js is imported for its types alone", () => {
		const wrong = imports.filter(({ to, isTypeOnly }) => to === "plotly.js-dist" && !isTypeOnly);
		expect(wrong.map(({ from }) => from)).toEqual([]);
	});

	test("nothing imports tslab", () => {
		expect(imports.filter(({ to }) => to === "tslab" || to.startsWith("tslab/"))).toEqual([]);
	});

	test("measures and charts know no clock and no unseeded chance", () => {
		const impure = files.filter(
			(file) =>
				/^(records|calendar|statistics|claims|frequency|location|reliability|charts)\//.test(file) &&
				/Math\.random|Date\.now|new Date\(\)|performance\.now|process\./.test(source(file)),
		);
		expect(impure).toEqual([]);
	});

	test("a file holds one idea: more than 300 lines is a question", () => {
		// The entry points are lists, however long.
		const long = files
			.filter((file) => layerOf(file) !== "entry")
			.map((file) => [file, source(file).split("\n").length] as const)
			.filter(([, lines]) => lines > 300);
		expect(long).toEqual([]);
	});

	test("a file of src/ is named in kebab-case", () => {
		expect(files.filter((file) => !/^([a-z0-9-]+\/)*[a-z0-9-]+(\.d)?\.(ts|py)$/.test(file))).toEqual([]);
	});

	test("every export has a doc comment", () => {
		const bare = files.flatMap((file) => {
			const lines = source(file).split("\n");
			return lines.flatMap((line, index) => {
				const name = /^export (?:async )?(?:function|const|interface|class) (\w+)/.exec(line)?.[1];
				if (!name || file === "index.ts" || file === "records/records.ts") return [];
				const before = lines.slice(0, index).reverse();
				const above = before[0]?.trim() ?? "";
				// The second overload of a function shares the comment of the first.
				const isOverload = before.some((each) => each.startsWith(`export function ${name}(`));
				return above.endsWith("*/") || isOverload ? [] : [`${file}: ${name}`];
			});
		});
		expect(bare).toEqual([]);
	});

	test("no stub, no leftover: the words that mark one do not occur", () => {
		const marked = files.filter((file) => /\b(TODO|FIXME|XXX|HACK)\b|console\.log|not implemented/i.test(source(file)));
		expect(marked).toEqual([]);
	});
});

describe("the package", () => {
	const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
	const notebooks = JSON.parse(readFileSync(join(root, "notebooks/package.json"), "utf8"));

	test("asks for exact versions", () => {
		const versions = { ...manifest.dependencies, ...manifest.devDependencies, ...notebooks.dependencies };
		const loose = Object.entries(versions).filter(
			([, version]) => !/^(\d+\.\d+\.\d+(-r\.\d+)?|file:\.\.)$/.test(String(version)),
		);
		expect(loose).toEqual([]);
	});

	test("uses every package it depends on", () => {
		const text = [
			...files.map(source),
			...readdirSync(join(root, "test"), { recursive: true, withFileTypes: true })
				.filter((entry) => entry.isFile() && /\.(ts|mjs|json)$/.test(entry.name))
				.map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8")),
			readFileSync(join(root, ".setup.mjs"), "utf8"),
		].join("\n");
		const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
			(name) => !name.startsWith("@types/") && name !== "@biomejs/biome" && name !== "typescript",
		);
		expect(names.filter((name) => !text.includes(`"${name}`) && !text.includes(`${name}/`))).toEqual([]);
	});

	test("runs no script when it is installed", () => {
		expect(Object.keys(manifest.scripts).filter((name) => /^(pre|post)?(install|prepare|pack)/.test(name))).toEqual([]);
		expect(readFileSync(join(root, ".npmrc"), "utf8")).toContain("ignore-scripts=true");
	});

	test("names no address it was fetched from in the lock file", () => {
		expect(readFileSync(join(root, "package-lock.json"), "utf8")).not.toMatch(/"resolved": "https?:/);
	});

	test("holds at the top level only what its user named, dotfiles and what may join", () => {
		const named = ["package.json", "tsconfig.json", "notebooks", "src", "data", "test", "README.md"];
		const joined = [
			"package-lock.json",
			"LICENSE",
			"CHANGELOG.md",
			"CITATION.cff",
			"CONTRIBUTING.md",
			"charts",
			"docs",
			"dist",
			"node_modules",
		];
		const there = readdirSync(root).filter((name) => !name.startsWith("."));
		expect(there.filter((name) => ![...named, ...joined].includes(name))).toEqual([]);
	});
});
