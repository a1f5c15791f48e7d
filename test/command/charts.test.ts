import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { catalogue } from "../../src/charts/catalogue.js";
import { sha256 } from "../../src/command/files.js";
import { inputFiles } from "../../src/load/dossier.js";
import { ownData, scratchData, scratchFolder } from "../scratch.js";
import { ownDossier } from "../support/own-figures.js";
import { sharedCharts } from "../support/shared-charts.js";

const main = fileURLToPath(new URL("../../dist/command/main.js", import.meta.url));
const few = catalogue.slice(0, 2).map(({ id }) => id);

function charts(words: readonly string[], env: NodeJS.ProcessEnv = {}) {
	const { status, stdout, stderr } = spawnSync(process.execPath, [main, "charts", ...words], {
		encoding: "utf8",
		env: { ...process.env, ...env },
	});
	return { status, stdout, stderr };
}

describe("charts, the built command", () => {
	test("draws all charts whole, and says of what data", () => {
		const there = sharedCharts();
		const wanted = catalogue.flatMap(({ id }) => ["svg", "png", "html", "csv"].map((ending) => `${id}.${ending}`));
		expect(readdirSync(there).sort()).toEqual(
			[
				...wanted,
				".stamp",
				"fonts.css",
				"incident",
				"incidents.html",
				"index.html",
				"manifest.json",
				"plotly.js",
			].sort(),
		);
		const manifest = JSON.parse(readFileSync(join(there, "manifest.json"), "utf8"));
		expect(Object.keys(manifest.inputs).sort()).toEqual([...inputFiles].sort());
		for (const file of inputFiles) expect(manifest.inputs[file]).toBe(sha256(readFileSync(join(ownData, file))));
		const incidents = readdirSync(join(there, "incident"));
		expect(incidents.length).toBe(ownDossier.incidents.length);
		expect(Object.keys(manifest.outputs).length).toBe(wanted.length + 4 + incidents.length);
		expect(Object.keys(manifest.n)).toHaveLength(catalogue.length);
		const bytes = Object.keys(manifest.outputs).reduce((sum, file) => sum + statSync(join(there, file)).size, 0);
		expect(bytes).toBeLessThan(40e6);
		for (const [file, hash] of Object.entries(manifest.outputs))
			expect(sha256(readFileSync(join(there, file)))).toBe(hash);
	}, 120_000);

	// All charts, altered by hand, are drawn again by test/package/quick-start.test.ts.
	test("draws on the other side of the date line to the same bytes, and says so where nothing changed", () => {
		const [there, here] = [sharedCharts(), scratchFolder()];
		// Beside the pages of the same data, to which its pages link.
		cpSync(there, here, { recursive: true });
		const own = few.flatMap((id) => ["svg", "png", "html", "csv"].map((ending) => `${id}.${ending}`));
		for (const file of own) rmSync(join(here, file));
		const away = charts(["--out", here, "--only", ...few], { TZ: "America/Los_Angeles", LANG: "fa_IR.UTF-8" });
		expect(away).toMatchObject({ status: 0, stderr: "" });
		for (const file of [...own, "fonts.css", "plotly.js", "manifest.json"])
			expect(sha256(readFileSync(join(here, file))), file).toBe(sha256(readFileSync(join(there, file))));

		const whole = scratchFolder();
		cpSync(there, whole, { recursive: true });
		const written = () => readdirSync(whole).map((file) => statSync(join(whole, file)).mtimeMs);
		const before = written();
		expect(charts(["--out", whole]).stdout).toMatch(/^charts are up to date/);
		expect(written()).toEqual(before);
	}, 300_000);

	/** A few charts drawn alone. */
	let out: string;
	let drawn: ReturnType<typeof charts>;
	beforeAll(() => {
		const undo: (() => void)[] = [];
		out = scratchFolder((clear) => undo.push(clear));
		drawn = charts(["--out", out, "--only", ...few]);
		return () => {
			for (const clear of undo) clear();
		};
	});

	test("--only draws those charts and no others, and names them in the manifest", () => {
		expect(drawn.status).toBe(0);
		const own = few.flatMap((id) => ["svg", "png", "html", "csv"].map((ending) => `${id}.${ending}`));
		const wanted = [...own, "fonts.css", "plotly.js"];
		expect(readdirSync(out).sort()).toEqual([...wanted, "manifest.json"].sort());
		const { outputs } = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
		expect(Object.keys(outputs).sort()).toEqual(wanted.sort());
		expect(charts(["--out", scratchFolder(), "--only", ","])).toMatchObject({ status: 2, stdout: "" });
	});

	test("writes nothing where the data have a problem", () => {
		const { folder, append } = scratchData();
		append("claims.csv", { claim_id: "x", published_on: "2023-13-02" });
		const out = join(scratchFolder(), "charts");
		const { status, stdout, stderr } = charts(["--data", folder, "--out", out]);
		expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
		expect(stderr).toContain("published_on: not a date: 2023-13-02");
		expect(existsSync(out)).toBe(false);
	});

	test("a folder that cannot be written to is told in one sentence", () => {
		const file = join(scratchFolder(), "file");
		writeFileSync(file, "");
		const { status, stdout, stderr } = charts(["--out", file, "--only", ...few]);
		expect({ status, stdout, stderr }).toEqual({
			status: 1,
			stdout: "",
			stderr: `cannot write ${file}: it is a file, not a folder\n`,
		});
	});

	test("two runs at once into one folder both end well, and leave what one would, also where ids have commas between", async () => {
		const together = scratchFolder();
		const codes = await Promise.all(
			[few, [few.join(",")]].map(
				(ids) =>
					new Promise((done) => {
						const child = spawn(process.execPath, [main, "charts", "--out", together, "--only", ...ids], {
							stdio: "ignore",
						});
						child.once("close", done);
					}),
			),
		);
		expect(codes).toEqual([0, 0]);
		const files = readdirSync(out).sort();
		expect(readdirSync(together).sort()).toEqual(files);
		for (const file of files)
			expect(sha256(readFileSync(join(together, file))), file).toBe(sha256(readFileSync(join(out, file))));
	}, 120_000);
});
