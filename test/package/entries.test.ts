import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import * as frequency from "../../src/entry/frequency.js";
import * as location from "../../src/entry/location.js";
import * as reliability from "../../src/entry/reliability.js";
import * as statistics from "../../src/entry/statistics.js";
import * as truth from "../../src/entry/truth.js";
import * as core from "../../src/index.js";
import * as danfojs from "../../src/notebook/data-frame.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const subjects = { frequency, location, reliability, truth, statistics, danfojs };

describe("the entry points", () => {
	test("are those that package.json names, each by import, by require and for the resolution of tslab", () => {
		const names = Object.keys(subjects);
		const wanted = [".", ...names.map((name) => `./${name}`), "./package.json"];
		expect(Object.keys(manifest.exports).sort()).toEqual(wanted.sort());
		expect(Object.keys(manifest.typesVersions["*"]).sort()).toEqual(names.sort());
		for (const [name, ways] of Object.entries(manifest.exports))
			for (const way of name === "./package.json" ? [] : ["import", "require"])
				for (const file of Object.values((ways as Record<string, Record<string, string>>)[way] ?? {}))
					expect(existsSync(join(root, file)), `${name}: ${file} (built by npm run build)`).toBe(true);
	});

	test("hold few names: 25 in the core, about 150 in all, none twice", () => {
		const values = Object.values(subjects).map((each) => Object.keys(each));
		expect(Object.keys(core).length).toBeLessThanOrEqual(25);
		const all = [...Object.keys(core), ...values.flat()];
		expect(all.length).toBeLessThanOrEqual(157);
		expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
	});

	test("the core's names, as the README and the notebooks use them", () => {
		expect(Object.keys(core).sort()).toEqual([
			"DossierError",
			"NotEnoughDataError",
			"catalogue",
			"charts",
			"claimTable",
			"filterDossier",
			"incidentTable",
			"loadDossier",
			"notebookOutput",
			"plain",
			"plainMarkdown",
			"plot",
			"restyle",
			"saveFigure",
			"summary",
			"tableHtml",
			"toHtml",
			"toPng",
			"toSvg",
			"wordLists",
			"writeFigure",
		]);
	});

	test("every chart of the catalogue is in `charts`, under the name of its id or of what it is a form of", () => {
		const kebab = (name: string) => name.replaceAll(/[A-Z]|\d+/g, (part) => `-${part.toLowerCase()}`);
		const stems = Object.keys(core.charts).map(kebab);
		const isThere = (id: string) => stems.some((stem) => id === stem || id.startsWith(`${stem}-by-`));
		expect(core.catalogue.map(({ id }) => id).filter((id) => !isThere(id))).toEqual([]);
		expect(stems).toContain("border-map");
	});
});

/** The declarations that one reaches by its imports, and the packages that they name. */
function declarationsFrom(file: string, reached = new Map<string, readonly string[]>()) {
	if (reached.has(file)) return reached;
	const code = readFileSync(file, "utf8").replaceAll(/\/\*.*?\*\//gs, "");
	const names = [...code.matchAll(/(?:from\s+|import\()"([^"]+)"/g)].map(([, name = ""]) => name);
	const packages = names.filter((name) => !name.startsWith("."));
	reached.set(file, packages);
	for (const name of names.filter((each) => each.startsWith(".")))
		declarationsFrom(join(dirname(file), name.replace(/\.js$/, ".d.ts")), reached);
	return reached;
}

describe("the types of the entry points", () => {
	test.each([".", ...Object.keys(subjects).map((name) => `./${name}`)])(
		"%s need no other package, so that they hold where only counting is installed",
		(name) => {
			const reached = declarationsFrom(join(root, manifest.exports[name].import.types));
			expect(reached.size).toBeGreaterThan(2);
			expect([...reached].filter(([, packages]) => packages.length > 0)).toEqual([]);
		},
	);
});

/** The packages that a program loads, told by a hook of Node's own loader and by what `require` has read. */
function packagesOf(program: string): string[] {
	const hook = `import { appendFileSync } from "node:fs"; import { register } from "node:module";
register("data:text/javascript," + encodeURIComponent('import { writeSync } from "node:fs"; export async function load(url, context, next) { writeSync(2, url + String.fromCharCode(10)); return next(url, context); }'));`;
	const { status, stderr } = spawnSync(
		process.execPath,
		[
			"--import",
			`data:text/javascript,${encodeURIComponent(hook)}`,
			"--input-type=module",
			"--eval",
			`${program}
import { createRequire as __make } from "node:module";
for (const file of Object.keys(__make(import.meta.url).cache ?? {})) console.error(file);`,
		],
		{ cwd: root, encoding: "utf8" },
	);
	expect(status, stderr).toBe(0);
	const found = [...stderr.matchAll(/node_modules\/((?:@[^/\s]+\/)?[^/\s]+)/g)].map(([, name = ""]) => name);
	return [...new Set(found)].sort();
}
const drawing = ["jsdom", "plotly.js-dist", "@resvg/resvg-js", "fontkit", "danfojs-node"];

describe("what draws is loaded by what draws", () => {
	test.each([
		"index.js",
		...Object.keys(subjects)
			.slice(0, -1)
			.map((name) => `entry/${name}.js`),
	])("importing %s for counting loads none of it", (file) => {
		const counted =
			file === "index.js"
				? "import { charts, loadDossier, filterDossier, incidentTable, plot, restyle } from './dist/index.js'; const d = filterDossier(loadDossier(), { frontier: 'af-ir' }); incidentTable(d); restyle(charts.borderMap(d), { title: 'a' });"
				: `import './dist/${file}';`;
		const packages = packagesOf(counted);
		expect(packages.filter((name) => drawing.includes(name))).toEqual([]);
	});

	test("and drawing does load it (the test above could fail)", () => {
		const packages = packagesOf(
			"import { plot, toPng } from './dist/index.js'; await toPng(plot({ title: 'a', data: [{ x: [1], y: [2] }] }));",
		);
		expect(packages).toEqual(expect.arrayContaining(["jsdom", "@resvg/resvg-js", "fontkit"]));
	});
});
