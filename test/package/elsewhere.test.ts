import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packagesFor } from "../../src/records/missing-package.js";
import { sharedCharts } from "../support/shared-charts.js";
import { offline, outsideEnv } from "./outside.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const six = join(root, "test/fixtures/six-incidents");
const nodeMajor = process.versions.node.split(".")[0];

/** Other package managers, a bundler and another Node, as npm has them: exact versions, so that a test stays what it was. */
const tools = {
	yarn: "@yarnpkg/cli-dist@4.18.1",
	pnpm: "pnpm@10.34.9",
	esbuild: "esbuild@0.25.12",
	node: `other-node@npm:node-${process.platform}-${process.arch}@${nodeMajor === "24" ? "22.23.3" : "24.21.0"}`,
};

/** Charts whose numbers pass through logarithms, powers, permutations and iterations. */
const numeric = ["accuracy-by-source-kind", "leading-answer-accuracy", "share-by-segment", "rate-change", "heat-map"];

describe("the packed kit on other machines (field cases 03, 11 and 32)", { timeout: 300_000 }, () => {
	const scratch = mkdtempSync(join(tmpdir(), "border-incidents-"));
	const bin = (name: string) => join(scratch, "tools/node_modules", name);
	const registry = spawnSync("npm", ["config", "get", "registry"], { encoding: "utf8" }).stdout.trim();
	// Yarn reads no setting of npm, and takes no registry without TLS unless it is told to.
	const env = {
		...outsideEnv,
		YARN_ENABLE_TELEMETRY: "0",
		YARN_GLOBAL_FOLDER: join(scratch, "yarn"),
		YARN_NPM_REGISTRY_SERVER: registry.replace(/\/$/, ""),
		YARN_UNSAFE_HTTP_WHITELIST: registry.startsWith("http:") ? "*" : "",
		YARN_ENABLE_IMMUTABLE_INSTALLS: "false",
	};
	let tarball = "";
	let isOffline = false;

	const run = (folder: string, command: string, ...words: string[]) => {
		const { status, stdout, stderr } = spawnSync(command, words, { cwd: join(scratch, folder), encoding: "utf8", env });
		return { status, stdout, stderr };
	};
	const node = (folder: string, ...words: string[]) => run(folder, process.execPath, ...words);
	const project = (folder: string, content: object = {}) => {
		mkdirSync(join(scratch, folder));
		writeFileSync(join(scratch, folder, "package.json"), JSON.stringify({ private: true, type: "module", ...content }));
	};

	beforeAll(() => {
		const pack = spawnSync("npm", ["pack", "--json", "--pack-destination", scratch], { cwd: root, encoding: "utf8" });
		tarball = join(scratch, JSON.parse(pack.stdout)[0].filename);
		project("tools");
		const quiet = ["--ignore-scripts", "--no-audit", "--no-fund"];
		const installed = run("tools", "npm", "install", ...quiet, ...Object.values(tools));
		isOffline = installed.status !== 0 && offline.test(installed.stderr);
		if (!isOffline) expect(installed).toMatchObject({ status: 0 });
	}, 300_000);
	afterAll(() => rmSync(scratch, { recursive: true, force: true }), 300_000);

	test("Yarn with Plug'n'Play: init, check, the packages to add, and a chart with its text", ({ skip }) => {
		skip(isOffline, "no npm registry within reach");
		project("yarn-project", { dependencies: { "border-incidents": `file:${tarball}` } });
		writeFileSync(join(scratch, "yarn-project/yarn.lock"), "");
		const yarn = (...words: string[]) => node("yarn-project", bin("@yarnpkg/cli-dist/bin/yarn.js"), ...words);
		const kit = (...words: string[]) => yarn("border-incidents", ...words);
		expect(yarn("install")).toMatchObject({ status: 0 });
		expect(existsSync(join(scratch, "yarn-project/.pnp.cjs"))).toBe(true);
		expect(kit("init", "mine")).toMatchObject({ status: 0 });
		expect(kit("check", "--data", "mine")).toMatchObject({ status: 0 });
		const draw = ["charts", "--data", "mine", "--out", "charts", "--only", "border-map"];
		const add = /drawing needs: yarn (add .*)\n/.exec(kit(...draw).stderr)?.[1] ?? "";
		expect(add.split(" ").slice(1)).toEqual(packagesFor("drawing"));
		expect(yarn(...add.split(" "))).toMatchObject({ status: 0 });
		expect(kit(...draw)).toMatchObject({ status: 0 });
		// The same picture as from the checkout: without its fonts it would have no letter.
		const here = ["charts", "--data", "mine", "--out", "here", "--only", "border-map"];
		expect(node("yarn-project", join(root, "dist/command/main.js"), ...here)).toMatchObject({ status: 0 });
		for (const ending of ["png", "svg", "csv"])
			expect(
				readFileSync(join(scratch, `yarn-project/charts/border-map.${ending}`)).equals(
					readFileSync(join(scratch, `yarn-project/here/border-map.${ending}`)),
				),
				ending,
			).toBe(true);
	});

	test("pnpm: the command and a count", ({ skip }) => {
		skip(isOffline, "no npm registry within reach");
		project("pnpm-project", { dependencies: { "border-incidents": `file:${tarball}` } });
		const pnpm = (...words: string[]) => node("pnpm-project", bin("pnpm/bin/pnpm.cjs"), ...words);
		const store = ["--store-dir", join(scratch, "pnpm-store"), "--registry", registry];
		expect(pnpm("install", ...store)).toMatchObject({ status: 0 });
		expect(pnpm("exec", "border-incidents", "check")).toMatchObject({
			status: 0,
			stdout: expect.stringMatching(/^no problems/),
		});
		cpSync(join(root, "test/fixtures/field-cases/32-bundled/main.mjs"), join(scratch, "pnpm-project/main.mjs"));
		expect(node("pnpm-project", "main.mjs", six)).toEqual({ status: 0, stdout: "1\n", stderr: "" });
	});

	describe("a bundle", () => {
		beforeAll(() => {
			if (isOffline) return;
			project("bundle");
			const quiet = ["--ignore-scripts", "--no-audit", "--no-fund"];
			expect(run("bundle", "npm", "install", ...quiet, tarball)).toMatchObject({ status: 0 });
			cpSync(join(root, "test/fixtures/field-cases/32-bundled/main.mjs"), join(scratch, "bundle/main.mjs"));
		}, 300_000);

		test.for(["cjs", "esm"])(
			"of format %s counts a folder that it is given, and says that its own data are gone",
			(format, { skip }) => {
				skip(isOffline, "no npm registry within reach");
				const folder = "bundle";
				const out = `built.${format === "cjs" ? "cjs" : "mjs"}`;
				const external = ["jsdom", "@resvg/resvg-js", "fontkit", "danfojs-node"].map((name) => `--external:${name}`);
				const words = [
					"main.mjs",
					"--bundle",
					"--platform=node",
					`--format=${format}`,
					`--outfile=${out}`,
					...external,
				];
				expect(run(folder, join(scratch, "tools/node_modules/.bin/esbuild"), ...words)).toMatchObject({ status: 0 });
				// What a folder does not say of the border, the kit reads from its own data.
				const named = join(scratch, "named");
				cpSync(six, named, { recursive: true });
				cpSync(join(root, "data/region.json"), join(named, "region.json"));
				expect(node(folder, out, named)).toEqual({ status: 0, stdout: "1\n", stderr: "" });
				expect(node(folder, out).stderr).toContain(
					"Error: the data of border-incidents are not beside its code, which was bundled: mark the package as external, or give loadDossier a folder with region.json",
				);
			},
		);
	});

	test(`Node ${nodeMajor} and ${tools.node.replace(/.*@/, "")} write the same bytes`, ({ skip }) => {
		skip(isOffline, "no npm registry within reach");
		const other = join(bin("other-node"), "bin/node");
		const main = join(root, "dist/command/main.js");
		const version = run("tools", other, "--version").stdout.trim();
		expect(`v${tools.node.replace(/.*@/, "")}`).toBe(version);
		// Beside the pages of the same data, to which its pages link, are charts that this Node drew.
		const [here, there] = [sharedCharts(), join(scratch, "tools/there")];
		cpSync(here, there, { recursive: true });
		const own = numeric.flatMap((id) => ["svg", "png", "html", "csv"].map((ending) => `${id}.${ending}`));
		for (const file of own) rmSync(join(there, file));
		expect(run("tools", other, main, "charts", "--out", "there", "--only", ...numeric)).toMatchObject({ status: 0 });
		const differ = [...own, "fonts.css", "plotly.js", "manifest.json"].filter(
			(file) => !readFileSync(join(here, file)).equals(readFileSync(join(there, file))),
		);
		expect(differ).toEqual([]);
	});
});
