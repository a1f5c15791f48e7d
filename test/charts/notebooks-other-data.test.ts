import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { withData } from "../../src/command/notebook-file.js";
import * as frequency from "../../src/entry/frequency.js";
import * as location from "../../src/entry/location.js";
import * as reliability from "../../src/entry/reliability.js";
import * as statistics from "../../src/entry/statistics.js";
import * as kit from "../../src/index.js";
import * as danfojs from "../../src/notebook/data-frame.js";
import { NotEnoughDataError } from "../../src/records/not-enough-data.js";
import { otherBorderFolder } from "../support/other-border.js";

const folder = fileURLToPath(new URL("../../notebooks/", import.meta.url));
const names = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));

type Cell = { readonly cell_type: string; readonly source: readonly string[] };
const cellsOf = (text: string) => (JSON.parse(text).cells as Cell[]).filter(({ cell_type }) => cell_type === "code");

/** What a notebook writes below its cells, without a kernel: a line each. Charts are made and not drawn. */
async function outputs(text: string): Promise<string[]> {
	const lines: string[] = [];
	const say = (given: unknown) => {
		try {
			const value = typeof given === "function" ? given() : given;
			lines.push(typeof value === "string" ? value : ((value as { id?: string }).id ?? "rows"));
		} catch (error) {
			if (!(error instanceof NotEnoughDataError)) throw error;
			lines.push(`Not enough data: ${error.message}`);
		}
	};
	const notebookOutput = () => ({ show: async (figure: unknown) => say(figure), table: say, text: say });
	const modules: Readonly<Record<string, unknown>> = {
		tslab: {},
		"border-incidents": { ...kit, notebookOutput },
		"border-incidents/danfojs": danfojs,
		"border-incidents/frequency": frequency,
		"border-incidents/location": location,
		"border-incidents/reliability": reliability,
		"border-incidents/statistics": statistics,
	};
	// Cells have few types; what is left is JavaScript.
	const script = cellsOf(text)
		.map(({ source }) => source.join(""))
		.join("\n;\n")
		.replace(/^import type .*$/gm, "")
		.replace(/^import (?:\* as )?(\w+|\{[^}]*\}) from ("[^"]+");/gm, "const $1 = modules[$2];")
		.replaceAll("<DataFrame>", "")
		.replaceAll(" as DataFrame", "");
	const run = Object.getPrototypeOf(async () => {}).constructor as new (
		...words: string[]
	) => (modules: unknown) => Promise<void>;
	await new run("modules", script)(modules);
	return lines;
}

describe("notebooks on a folder with incidents alone", () => {
	test.each(names)("%s runs to its end; charts that the data do not allow say why", async (name) => {
		const other = otherBorderFolder().folder;
		const text = withData(readFileSync(`${folder}${name}`, "utf8"), other, "i-3");
		const lines = await outputs(text);
		expect(lines.length).toBeGreaterThan(10);
		expect(lines.at(-1)).toMatch(/\.$/);
		expect(lines.some((line) => line.startsWith("Not enough data: "))).toBe(true);
		if (name.startsWith("1")) expect(lines).toContain("incidents-per-period");
		if (name.startsWith("2")) expect(lines).toContain("border-map");
	});
});

test.each(names)("%s: one cell takes the folder, and no code cell has more than six lines", (name) => {
	const cells = cellsOf(readFileSync(`${folder}${name}`, "utf8"));
	expect(cells.filter(({ source }) => source.join("").includes("loadDossier("))).toHaveLength(1);
	for (const { source } of cells) expect(source.length).toBeLessThanOrEqual(6);
});
