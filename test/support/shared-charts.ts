import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Where `npm test` draws every chart once, for all tests that only look at charts. Nothing may be written there. */
export const sharedChartsFolder = fileURLToPath(new URL("../../.cache/charts", import.meta.url));

/** Asked once in a process. */
let isDrawn = false;

/** That folder, drawn first where code or data changed since; done already where `npm test` runs the tests. */
export function sharedCharts(): string {
	if (isDrawn) return sharedChartsFolder;
	const words = ["dist/command/main.js", "charts", "--out", sharedChartsFolder];
	const { status, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: "utf8" });
	if (status !== 0) throw new Error(`charts could not be drawn: ${stderr}`);
	isDrawn = true;
	return sharedChartsFolder;
}
