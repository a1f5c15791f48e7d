import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { scratchFolder } from "./scratch.js";

const program = fileURLToPath(new URL("committed-charts.mjs", import.meta.url));
const ownCharts = fileURLToPath(new URL("../charts", import.meta.url));

function compare(committed: string, drawn: string) {
	const { status, stdout } = spawnSync(process.execPath, [program, committed, drawn], { encoding: "utf8" });
	return { status, lines: stdout.trim().split("\n") };
}

/** The committed charts as if they had just been drawn, and a copy of them to spoil. */
function twoFolders() {
	const [drawn, committed] = [scratchFolder(), scratchFolder()];
	for (const folder of [drawn, committed]) cpSync(ownCharts, folder, { recursive: true });
	const spoil = (name: string, change: (text: string) => string) =>
		writeFileSync(join(committed, name), change(readFileSync(join(committed, name), "utf8")));
	const { outputs } = JSON.parse(readFileSync(join(drawn, "manifest.json"), "utf8"));
	const names = Object.keys(outputs).filter((name) => /\.(svg|csv)$/.test(name));
	return { drawn, committed, spoil, names };
}

describe("committed charts are compared with those that the data give", () => {
	test("equal files pass, and all are counted", () => {
		const { drawn, committed, names } = twoFolders();
		expect(names.length).toBeGreaterThan(50);
		expect(compare(committed, drawn)).toEqual({
			status: 0,
			lines: [`all ${names.length + 1} files are what the data give`],
		});
	});

	test("one digit in an SVG, a line in a CSV, the manifest, a file too few or too many: each is named, with what to run", () => {
		const { drawn, committed, spoil, names } = twoFolders();
		const svg = names.find((name) => name.endsWith(".svg")) ?? "";
		const csv = names.find((name) => name.endsWith(".csv")) ?? "";
		const gone = names.findLast((name) => name.endsWith(".svg")) ?? "";
		spoil(svg, (text) => text.replace(/\d/, (digit) => `${(Number(digit) + 1) % 10}`));
		spoil(csv, (text) => `${text}\n`);
		spoil("manifest.json", (text) => `${text} `);
		rmSync(join(committed, gone));
		writeFileSync(join(committed, "of-old.svg"), "<svg/>");
		// What is not committed may differ.
		writeFileSync(join(committed, "index.html"), "");
		const { status, lines } = compare(committed, drawn);
		expect(status).toBe(1);
		expect(new Set(lines)).toEqual(
			new Set([
				`${committed}/${svg}: is not what the data give`,
				`${committed}/${csv}: is not what the data give`,
				`${committed}/manifest.json: is not what the data give`,
				`${committed}/${gone}: is drawn, but not committed`,
				`${committed}/of-old.svg: is committed, but no longer drawn`,
				`5 of ${names.length + 1} files drifted: run npm start, look at what changed, and commit it`,
			]),
		);
	});

	test("nothing drawn is no agreement", () => {
		const empty = scratchFolder();
		expect(compare(empty, empty)).toEqual({ status: 1, lines: [`no charts in ${empty}`] });
	});
});
