import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { CommandError } from "../../src/command/command-error.js";
import { makeFolder, removeParts, writeWhole } from "../../src/command/files.js";
import { scratchFolder } from "../scratch.js";

const built = pathToFileURL(join(import.meta.dirname, "../../dist/command/files.js")).href;
const messageOf = (act: () => void): string => {
	try {
		act();
	} catch (error) {
		if (error instanceof CommandError) return error.message;
		throw error;
	}
	return "nothing was thrown";
};

describe("writeWhole(path, content)", () => {
	test("says in one sentence why a file cannot be written, and leaves no part behind", () => {
		const folder = scratchFolder();
		const path = (name: string) => join(folder, name);
		writeFileSync(path("file"), "");
		mkdirSync(path("chart.svg"));
		expect(messageOf(() => writeWhole(path("chart.svg"), "x"))).toBe(
			`cannot write ${path("chart.svg")}: it is a folder, not a file`,
		);
		expect(messageOf(() => makeFolder(path("file")))).toBe(`cannot write ${path("file")}: it is a file, not a folder`);
		expect(messageOf(() => makeFolder(path("file/charts")))).toBe(
			`cannot write ${path("file/charts")}: a part of its path is a file, not a folder`,
		);
		expect(messageOf(() => writeWhole(path("n".repeat(300)), "x"))).toBe(
			`cannot write ${path("n".repeat(300))}: the name is too long`,
		);
		expect(readdirSync(folder).sort()).toEqual(["chart.svg", "file"]);
	});

	test("killed at any moment, it leaves the old file or the new one, whole", async () => {
		const folder = scratchFolder();
		const path = join(folder, "chart.png");
		const code = `import { writeWhole } from ${JSON.stringify(built)};
			for (let n = 0; ; n = (n + 1) % 10) writeWhole(${JSON.stringify(path)}, Buffer.alloc(3_000_000, String(n)));`;
		for (let round = 0; round < 8; round++) {
			const child = spawn(process.execPath, ["--input-type=module", "-e", code], { stdio: "ignore" });
			while (!readdirSync(folder).includes("chart.png") && child.exitCode === null)
				await new Promise((done) => setTimeout(done, 5));
			await new Promise((done) => setTimeout(done, 7 * round));
			child.kill("SIGKILL");
			await new Promise((done) => child.once("close", done));
			const content = readFileSync(path);
			expect(content).toHaveLength(3_000_000);
			expect(content.every((byte) => byte === content[0])).toBe(true);
		}
		removeParts(folder);
		expect(readdirSync(folder)).toEqual(["chart.png"]);
	}, 60_000);

	test("two runs at once into one folder do not take away each other's parts", () => {
		const folder = scratchFolder();
		const parts = [`.part-${process.ppid}-a-chart.svg`, `.part-999999999-b-chart.svg`, ".part", "index.html"];
		for (const name of parts) writeFileSync(join(folder, name), "");
		removeParts(folder);
		expect(readdirSync(folder).sort()).toEqual([".part", parts[0], "index.html"].sort());
	});
});
