import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readmeCode, readmeCommands } from "../readme.js";
import { awkwardName } from "../scratch-checkout.js";
import { outsideEnv as env, offline } from "./outside.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const modules = join(root, "node_modules");
/** TypeScript as it is installed here, and the 5.0 that tslab checks the cells of a notebook with. */
const compilers = {
	current: join(modules, "typescript/bin/tsc"),
	"5.0": join(modules, "@tslab/typescript-for-tslab/lib/tsc.js"),
};
const section = "Using the helpers from another project";
const [, counting, drawing] =
	/\((\d+) MB; (\d+) MB with drawing\)/.exec(readFileSync(join(root, "README.md"), "utf8")) ?? [];
const overrides = JSON.stringify(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).overrides);
/** Megabytes that the README names for an install. */
const readmeSizes = { counting: Number(counting), drawing: Number(drawing) };

/** An empty TypeScript project outside the checkout, where the packed kit is installed as anybody would. */
describe("the packed kit in a stranger's project", { timeout: 300_000 }, () => {
	const scratch = mkdtempSync(join(tmpdir(), "border-incidents-"));
	const project = join(scratch, awkwardName);
	let packed: { filename: string; size: number; files: { path: string }[] };
	let isOffline = false;

	const run = (command: string, ...words: string[]) => {
		const { status, stdout, stderr } = spawnSync(command, words, { cwd: project, encoding: "utf8", env });
		return { status, stdout, stderr };
	};
	const shell = (line: string) => run("sh", "-c", line);
	const quiet = (stdout: string) => ({ status: 0, stdout, stderr: "" });
	const installedBytes = () =>
		readdirSync(join(project, "node_modules"), { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
	const tarball = () => join(scratch, packed.filename);

	beforeAll(() => {
		const pack = spawnSync("npm", ["pack", "--json", "--pack-destination", scratch], { cwd: root, encoding: "utf8" });
		packed = JSON.parse(pack.stdout)[0];
		mkdirSync(project);
		for (const name of readdirSync(join(root, "test/package/example")))
			cpSync(join(root, "test/package/example", name), join(project, name));
		writeFileSync(join(project, "package.json"), '{ "private": true, "type": "module" }');
		writeFileSync(join(project, "readme.mjs"), readmeCode(section));
		// The README's command in the project; the script switch is for the case that a package brings one.
		const installed = shell(`${readmeCommands(section)[0]?.[1]} --ignore-scripts --no-audit --no-fund`);
		isOffline = installed.status !== 0 && offline.test(installed.stderr);
		if (!isOffline) expect(installed).toMatchObject({ status: 0, stderr: "" });
	}, 300_000);
	afterAll(() => rmSync(scratch, { recursive: true, force: true }), 300_000);

	test("carries the data and the built code, no test and no notebook, in 1 MB at most", () => {
		const tops = new Set(packed.files.map(({ path }) => path.split("/")[0]));
		const named = ["CHANGELOG.md", "CITATION.cff", "LICENSE", "README.md", "data", "dist", "package.json"];
		expect([...tops].sort()).toEqual(named);
		expect(packed.files.map(({ path }) => path)).toContain("data/claims.csv");
		expect(
			packed.files.filter(({ path }) => /\.test\.|\.map$|\.build/.test(basename(path)) || path.includes("test/")),
		).toEqual([]);
		expect(packed.size).toBeLessThan(1_000_000);
	});

	test.each([
		["publint", "publint/src/cli.js", "All good!", ["--strict"]],
		["attw", "@arethetypeswrong/cli/dist/index.js", "No problems found", []],
	])("%s finds nothing, with no rule switched off", (_, cli, verdict, words) => {
		const checked = run(process.execPath, join(modules, cli), ...words, tarball());
		expect(checked).toMatchObject({ status: 0, stdout: expect.stringContaining(verdict) });
	});

	test("takes less than 15 MB where nothing is drawn, as the README says", ({ skip }) => {
		skip(isOffline, "no npm registry within reach");
		expect(installedBytes()).toBeLessThan(15_000_000);
		expect(Math.abs(installedBytes() / 1e6 - readmeSizes.counting)).toBeLessThan(1);
	});

	test("brings no danfojs, no tslab, no compiler, nothing that draws, and nothing that runs a script when it is installed", ({
		skip,
	}) => {
		skip(isOffline, "no npm registry within reach");
		const lock = JSON.parse(readFileSync(join(project, "node_modules/.package-lock.json"), "utf8"));
		const there = Object.entries(lock.packages as Record<string, { hasInstallScript?: boolean }>);
		expect(there.length).toBeGreaterThan(5);
		expect(there.length).toBeLessThan(25);
		expect(there.filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([]);
		const foreign =
			/\/(danfojs-node|jsdom|fontkit|@resvg|plotly\.js-dist|world-atlas|topojson-client|@stdlib|@fontsource|@expo-google-fonts|tslab|yaml|@inquirer|typescript|@tensorflow|vitest|playwright-core|zeromq)(\/|$)/;
		expect(there.map(([name]) => name).filter((name) => foreign.test(name))).toEqual([]);
	});

	test.for([
		["current", "node16", "node16", ["module.ts", "common.cts"]],
		["current", "esnext", "bundler", ["module.ts"]],
		["5.0", "node16", "node16", ["module.ts", "common.cts"]],
		// What tslab resolves with; TypeScript 7 no longer knows it.
		["5.0", "commonjs", "node10", ["module.ts"]],
	] as const)(
		"its types hold for TypeScript %s, module %s, resolution %s, library files checked too, without the DOM and without plotly.js",
		(given, { skip }) => {
			skip(isOffline, "no npm registry within reach");
			const [compiler, module, resolution, files] = given;
			const words = ["--noEmit", "--strict", "--target", "es2022", "--lib", "es2022", "--skipLibCheck", "false"];
			const how = ["--module", module, "--moduleResolution", resolution];
			const nodeTypes = ["--types", "node", "--typeRoots", join(modules, "@types")];
			expect(run(process.execPath, compilers[compiler], ...words, ...how, ...nodeTypes, ...files)).toEqual(quiet(""));
		},
	);

	test("runs as an ES module and by require, and says what to install where danfojs is wanted", ({ skip }) => {
		skip(isOffline, "no npm registry within reach");
		const words = ["--noCheck", "--target", "es2022", "--module", "node16", "--outDir", "built"];
		expect(run(process.execPath, compilers.current, ...words, "module.ts", "common.cts")).toEqual(quiet(""));
		const told = run(process.execPath, "built/module.js");
		expect(told).toMatchObject({ status: 0, stderr: "" });
		expect(JSON.parse(told.stdout)).toEqual([
			"How often",
			"mine",
			"number",
			`danfojs-node is not installed: add "overrides": ${overrides} to package.json, then npm install danfojs-node@1.2.0`,
		]);
		expect(readFileSync(join(project, "built/common.cjs"), "utf8")).toContain('require("border-incidents")');
		expect(run(process.execPath, "built/common.cjs")).toEqual(quiet(told.stdout));
	});

	test("where what draws is missing, one line says what to install, and that is enough", ({ skip }) => {
		skip(isOffline, "no npm registry within reach");
		// A map is not made without the outlines of countries: it would be another chart under the same name.
		const map = "import { charts, loadDossier } from 'border-incidents'; charts.borderMap(loadDossier());";
		expect(run(process.execPath, "--input-type=module", "--eval", map).stderr).toMatch(
			/MissingPackageError: charts cannot be drawn: topojson-client is not installed; drawing needs: npm install /,
		);
		const { status, stderr } = shell("npx border-incidents charts --only border-map");
		expect(status).toBe(1);
		const install = /is not installed; drawing needs: (npm install .*)\n$/.exec(stderr)?.[1];
		expect(shell(`${install} --ignore-scripts --no-audit --no-fund`)).toMatchObject({ status: 0, stderr: "" });
		expect(shell("npx border-incidents charts --only border-map")).toMatchObject({ status: 0, stderr: "" });
	});

	test("takes with what draws what the README says, and has plotly.js once", ({ skip }) => {
		skip(isOffline, "no npm registry within reach");
		// What resvg brings differs by system.
		expect(Math.abs(installedBytes() / 1e6 - readmeSizes.drawing)).toBeLessThan(5);
		expect(readdirSync(join(project, "node_modules")).filter((name) => name.startsWith("plotly"))).toEqual([
			"plotly.js-dist",
		]);
	});

	test("the README's code prints a row a year, and its command draws charts", ({ skip }) => {
		skip(isOffline, "no npm registry within reach");
		const told = run(process.execPath, "readme.mjs");
		expect(told).toMatchObject({ status: 0, stderr: "" });
		expect(told.stdout.trim().split("\n").length).toBeGreaterThan(3);
		const command = readmeCommands(section)[0]?.[2];
		// All charts are drawn from a clone's README elsewhere: here one is enough.
		expect(shell(`${command} --only incidents-per-period`)).toMatchObject({ status: 0, stderr: "" });
		expect(readdirSync(join(project, "charts"))).toContain("incidents-per-period.svg");
	});

	test("charts a folder of CSV that somebody began with init, as a machine reads it", ({ skip }) => {
		skip(isOffline, "no npm registry within reach");
		// What npx runs, without npx.
		const kit = (words: string) => shell(`node_modules/.bin/border-incidents ${words}`);
		expect(kit("init 'my data'")).toMatchObject({ status: 0, stderr: "" });
		expect(kit("check --data 'my data'")).toMatchObject({ status: 0, stderr: "" });
		const drawn = kit("charts --data 'my data' --out out --json --only incidents-per-period claim-timeline");
		expect(drawn).toMatchObject({ status: 0, stderr: "" });
		const { files, excluded } = JSON.parse(drawn.stdout);
		const own = ["csv", "html", "png", "svg"].map((ending) => `incidents-per-period.${ending}`);
		expect(files.sort()).toEqual([...own, "fonts.css", "plotly.js"].sort());
		expect(excluded).toEqual({ "claim-timeline": "no question is answered both yes and no" });
		const told = kit("add --data 'my data' --from incident.yaml");
		expect(told.status).toBe(1);
		expect(told.stderr).toMatch(
			/^no incident can be added: yaml is not installed; adding one needs: npm install (@inquirer\/\w+@\S+ ){4}yaml@\S+\n$/,
		);
		expect(kit("add --from incident.yaml").stderr).toMatch(/^give a data folder of your own with --data: /);
		expect(kit("lab").stderr).toMatch(/^lab works in a clone of the repository only: /);
	});
});
