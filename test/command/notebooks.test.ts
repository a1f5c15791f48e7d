import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { changedCell } from "../../src/command/notebook-file.js";
import { runNotebooks } from "../../src/command/notebooks.js";
import { scratchFolder } from "../scratch.js";

const hasVenv = existsSync(fileURLToPath(new URL("../../.venv/.requirements", import.meta.url)));

/** A terminal that remembers. */
function listener() {
	const lines: string[] = [];
	const hear = (line: string) => void lines.push(line);
	return { lines, terminal: { say: hear, warn: hear, isInteractive: false } };
}

/** Writes a notebook of these code cells, below one of prose, as if it had never run. */
function writeNotebook(folder: string, name: string, ...sources: string[]): string {
	const prose = { cell_type: "markdown", id: "prose", metadata: {}, source: "# A notebook" };
	const cells = sources.map((source, index) => {
		const id = `code-${index + 1}`;
		return { cell_type: "code", execution_count: null, id, metadata: {}, outputs: [], source };
	});
	const kernelspec = { display_name: "TypeScript (border-incidents)", language: "typescript", name: "tslab" };
	const path = join(folder, `${name}.ipynb`);
	const notebook = { cells: [prose, ...cells], metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 };
	writeFileSync(path, JSON.stringify(notebook));
	return path;
}

/** Every way to fail, each with the cell that does, and what is said of it. */
const faults: Readonly<Record<string, readonly [sources: readonly string[], said: string]>> = {
	"an-error": [
		["const a = 1;", 'const b = 2;\nthrow new Error("broken on purpose");', "a"],
		'an-error.ipynb, cell 3 (code-2): failed\n    1 | const b = 2;\n    2 | throw new Error("broken on purpose");\n',
	],
	"a-type": [
		['console.log("never printed");\nconst n: number = "text";'],
		`a-type.ipynb, cell 2 (code-1): failed\n    1 | console.log("never printed");\n    2 | const n: number = "text";\n2:7 - Type 'string' is not assignable to type 'number'.`,
	],
	"a-warning": [
		['console.error("a warning");'],
		'a-warning.ipynb, cell 2 (code-1): wrote to stderr\n    1 | console.error("a warning");\na warning',
	],
	"a-promise": [
		['(async () => { throw new Error("nobody waits"); })();'],
		"a-promise.ipynb, cell 2 (code-1): wrote to stderr",
	],
	"lost-output": [["for (let i = 0; i < 3000; i++) console.log(i);"], "lost-output.ipynb, cell 2 (code-1): "],
	"much-output": [
		["for (let i = 0; i < 301; i++) console.log(i);"],
		"much-output.ipynb, cell 2 (code-1): wrote 301 times: past 300 output is lost, so print once",
	],
	"no-kernel": [["process.exit(3);"], "no-kernel.ipynb, cell 2 (code-1): stopped the kernel"],
};

describe.skipIf(!hasVenv)("notebooks run by a real kernel (needs .venv)", () => {
	test("each way to fail is told by notebook, cell and the cell's own words, and nothing is stored", async () => {
		const folder = scratchFolder();
		const paths = Object.entries(faults).map(([name, [sources]]) => writeNotebook(folder, name, ...sources));
		const before = paths.map((path) => readFileSync(path, "utf8"));
		const { lines, terminal } = listener();
		const error = await runNotebooks({ folder }, terminal).catch((reason) => reason);
		for (const [, said] of Object.values(faults)) expect(error.message).toContain(said);
		expect(error.message).toContain("Error: broken on purpose");
		expect(error.message).toContain("nobody waits");
		expect(error.exitCode).toBe(1);
		expect(lines.filter((line) => /^[a-z-]+: FAILED, [\d.]+ s$/.test(line))).toHaveLength(paths.length);
		expect(paths.map((path) => readFileSync(path, "utf8"))).toEqual(before);
	}, 180_000);

	test("a run is stored without counts and times, runs again to the same bytes, and a changed output is named", async () => {
		const folder = join(scratchFolder(), "دفترها (two)");
		mkdirSync(folder);
		const path = writeNotebook(folder, "fine", 'console.log("سلام");', "1 + 1");
		const { lines, terminal } = listener();
		await runNotebooks({ folder, names: ["fine.ipynb"] }, terminal);
		const first = readFileSync(path, "utf8");
		expect(first).toContain("سلام");
		expect(first).toContain('"2\\n"');
		expect(first).not.toMatch(/"execution_count": \d|"execution": |"iopub/);
		const changed = join(folder, "changed.ipynb");
		const other = first.replace('"2\\n"', '"3\\n"');
		writeFileSync(changed, other);
		await expect(runNotebooks({ folder, check: true }, terminal)).rejects.toThrow(
			/^changed\.ipynb, cell 3 \(code-2\): its output is not the stored one: run npm run notebooks$/,
		);
		expect(lines.map((line) => line.replace(/, [\d.]+ s$/, "")).sort()).toEqual([
			"changed: FAILED",
			"fine: fine",
			"fine: fine",
		]);
		expect([path, changed].map((file) => readFileSync(file, "utf8"))).toEqual([first, other]);
	}, 120_000);

	test("a name that is no notebook is refused, with the near one", async () => {
		const folder = scratchFolder();
		writeNotebook(folder, "1-frequency", "1");
		await expect(runNotebooks({ folder, names: ["1-frequenci"] }, listener().terminal)).rejects.toThrow(
			/^unknown notebook: 1-frequenci.*1-frequency/,
		);
	});
});

test("a file that differs in form only is told from one whose outputs differ", () => {
	const file = (text: string, count: number | null) =>
		JSON.stringify({ cells: [{ id: "a", source: "", execution_count: count, outputs: [{ text }] }] });
	expect(changedCell(file("x", 1), file("x", null))).toBe("the file is not as a run stores it: run npm run notebooks");
	expect(changedCell(file("x", 1), file("y", null))).toMatch(/^cell 1 \(a\): its output is not the stored one/);
});
