import { spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { sha256 } from "../../src/command/files.js";
import { seeded } from "../../src/statistics/random.js";
import { scratchFolder } from "../scratch.js";
import { sharedCharts } from "../support/shared-charts.js";

// `npm run nightly` sets both: more kills, another seed each night.
const kills = Number(process.env.KILLS ?? 3);
const seed = Number(process.env.KILL_SEED ?? 1);

const main = fileURLToPath(new URL("../../dist/command/main.js", import.meta.url));
const charts = ["incidents-per-period", "rate-per-year"];
const words = (out: string) => [main, "charts", "--out", out, "--only", ...charts, "--force"];
const hashOf = (folder: string, file: string) => sha256(readFileSync(join(folder, file)));

/** Starts a run with its workers in a group of their own, and kills all of them after so many milliseconds. */
async function killedAfter(milliseconds: number, out: string): Promise<void> {
	const child = spawn(process.execPath, words(out), { stdio: "ignore", detached: process.platform !== "win32" });
	const closed = new Promise((done) => child.once("close", done));
	await Promise.race([closed, new Promise((done) => setTimeout(done, milliseconds))]);
	try {
		process.kill(process.platform === "win32" ? (child.pid as number) : -(child.pid as number), "SIGKILL");
	} catch {
		// It had ended by itself.
	}
	await closed;
}

test(`a run killed at ${kills} seeded moments leaves whole files only, and the next one leaves what an undisturbed one would`, async () => {
	const out = scratchFolder();
	const reference = sharedCharts();
	const began = performance.now();
	expect(spawnSync(process.execPath, words(out)).status).toBe(0);
	const length = performance.now() - began;
	const files = readdirSync(out).sort();
	expect(files).toContain("incidents-per-period.svg");
	const isChart = (file: string) => /\.(svg|csv|png)$/.test(file);
	const random = seeded(seed);
	for (let index = 0; index < kills; index++) {
		await killedAfter(random() * length, out);
		// The data are the same, so that an old chart and a new one have the same bytes.
		for (const file of readdirSync(out).filter((name) => isChart(name) && !name.startsWith(".")))
			expect(hashOf(out, file), file).toBe(hashOf(reference, file));
	}
	expect(spawnSync(process.execPath, words(out)).status).toBe(0);
	expect(readdirSync(out).sort()).toEqual(files);
	const { outputs } = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
	for (const [file, hash] of Object.entries(outputs)) expect(hashOf(out, file), file).toBe(hash);
	for (const file of files.filter(isChart)) expect(hashOf(out, file), file).toBe(hashOf(reference, file));
}, 600_000);

test("a reader that closes the pipe ends nothing but its own reading: the run is whole", async () => {
	const out = scratchFolder();
	const child = spawn(process.execPath, words(out), { stdio: ["ignore", "pipe", "pipe"] });
	child.stdout.destroy();
	let told = "";
	child.stderr.on("data", (part) => (told += part));
	const code = await new Promise((done) => child.once("close", done));
	expect({ code, told }).toEqual({ code: 0, told: "" });
	expect(readdirSync(out)).toContain("manifest.json");
});
