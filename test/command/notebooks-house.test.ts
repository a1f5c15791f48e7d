import { describe, expect, test } from "vitest";
import { notebooks, storedCharts } from "../browser/stored-notebooks.js";
import { type Cell, cellsOf, cellToChange } from "../notebook-change.js";
import { notPlain } from "../support/plain-english.js";

const mostLines = 6;
const mostNames = 10;
const mostWords = 20;

const each = notebooks.map(({ name, path }) => ({ name, path, cells: cellsOf(path) }));
const code = (cells: readonly Cell[]) => cells.filter(({ cell_type }) => cell_type === "code");
const prose = (cells: readonly Cell[]) => cells.filter(({ cell_type }) => cell_type === "markdown");

/** Every name that a notebook imports, types too. */
const importedNames = (cells: readonly Cell[]): string[] =>
	code(cells)
		.flatMap(({ source }) => [...source.matchAll(/^import (?:type )?(?:\{([^}]*)\}|\* as (\w+))/gm)])
		.flatMap(([, list, all]) => (all ? [all] : (list ?? "").split(",").map((name) => name.trim())))
		.filter((name) => name !== "");

/** Prose without code spans, links and headings' marks. */
const plainProse = (source: string): string => source.replace(/`[^`]*`/g, "code").replace(/\]\([^)]*\)/g, "]");

test("there are five notebooks, in order", () => {
	expect(notebooks.map(({ name }) => name).sort()).toEqual([
		"0-one-clash.ipynb",
		"1-frequency.ipynb",
		"2-location.ipynb",
		"3-reliability.ipynb",
		"4-methods.ipynb",
	]);
});

describe.each(each)("$name", ({ path, cells }) => {
	test(`imports at most ${mostNames} names, all in one cell`, () => {
		const names = importedNames(cells);
		expect(names.length, names.join(", ")).toBeLessThanOrEqual(mostNames);
		expect(names.length).toBeGreaterThan(3);
		expect(code(cells).filter(({ source }) => /^import /m.test(source))).toHaveLength(1);
	});

	test(`has cells of at most ${mostLines} lines with one chart or table each, and defines no function`, () => {
		for (const { id, source } of code(cells)) {
			expect(source.split("\n").length, id).toBeLessThanOrEqual(mostLines);
			expect(
				source.split("\n").filter((line) => line.length > 120),
				id,
			).toEqual([]);
			expect([...source.matchAll(/\b(show|table)\(/g)].length, id).toBeLessThanOrEqual(1);
			expect(source, id).not.toMatch(/\bfunction\b|=\s*(async\s*)?(\([^()]*\)|\w+)\s*=>/);
		}
	});

	// `notebooks --check` proves that what is stored is what a run gives.
	test("has a stored chart for every cell that shows one", () => {
		const shown = code(cells).filter(({ source }) => source.startsWith("await show("));
		expect(storedCharts(path)).toHaveLength(shown.length);
	});

	test("invites to one change near its top, and says how", () => {
		expect(code(cells).indexOf(cellToChange(cells))).toBe(1);
		expect(cellToChange(cells).source).toMatch(/^\/\/ Change this: .{20,}/);
	});

	test("asks a question in its title, and ends with: does it hold, checks, limits", () => {
		expect(cells[0]?.source).toMatch(/^# .*\?\n/);
		const headings = prose(cells).flatMap(({ source }) =>
			[...source.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading),
		);
		expect(headings.slice(-3)).toEqual(["Does it hold?", "Checks", "Limits, sources, rerun"]);
	});

	test("is written in plain English: no phrase of our own, short sentences, no number typed", () => {
		for (const { id, source } of cells) expect(notPlain(source), id).toEqual([]);
		for (const { id, source } of prose(cells)) {
			const text = plainProse(source);
			expect(text.match(/\d[\d.,%]*/g) ?? [], id).toEqual([]);
			const sentences = text.split(/(?<=[.?!:;])\s+|\n+/);
			expect(
				sentences.filter((sentence) => sentence.split(/\s+/).length > mostWords),
				id,
			).toEqual([]);
		}
	});
});

test("no notebook has more than twelve charts", () => {
	for (const { name, cells } of each) {
		const charts = code(cells).filter(({ source }) => /\bshow\(/.test(source)).length;
		expect(charts, name).toBeGreaterThanOrEqual(5);
		expect(charts, name).toBeLessThanOrEqual(name.startsWith("3") ? 12 : 14);
	}
});
