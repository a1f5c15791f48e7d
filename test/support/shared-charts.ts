import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Where `npm test` draws every chart once, for all tests that only look at charts. Nothing may be written there. */
export const sharedChartsFolder = fileURLToPath(new URL("../../.cache/charts", import.meta.url));

/** Asked once in a process, and not where `npm test` has just drawn them. */
let isDrawn = process.env.CHARTS_DRAWN === "1";

/** That folder, drawn first where code or data changed since; done already where `npm test` runs the tests. */
export function sharedCharts(): string {
	if (isDrawn) return sharedChartsFolder;
	const words = ["dist/command/main.js", "charts", "--out", sharedChartsFolder];
	const { status, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: "utf8" });
	if (status !== 0) throw new Error(`charts could not be drawn: ${stderr}`);
	isDrawn = true;
	return sharedChartsFolder;
}

/** Puts charts that were drawn elsewhere, by the same code from the same data, where all tests look at them. */
export function shareCharts(folder: string): void {
	const copy = `${sharedChartsFolder}.copy`;
	mkdirSync(dirname(copy), { recursive: true });
	rmSync(copy, { recursive: true, force: true });
	cpSync(folder, copy, { recursive: true });
	rmSync(sharedChartsFolder, { recursive: true, force: true });
	renameSync(copy, sharedChartsFolder);
}
