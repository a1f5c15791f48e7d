import { expect, test } from "vitest";
import { figureText, textTable } from "../../src/draw/figure-text.js";
import { plainFigure } from "../notebook/figure.js";
import { ownFigure } from "../support/own-figures.js";

test("a figure as text: title, alternative text, numbers in columns, caption and source (by hand)", () => {
	const table = [
		{ year: "2021", n: 9, share: 0.123456, is_low: true, note: null },
		{ year: "2022", n: 12, share: null, is_low: false, note: "two\nlines \u202e \u001b[31m" },
	];
	expect(figureText({ ...plainFigure, table })).toBe(
		[
			"Two points <script>",
			"",
			"A line from 1 to 2.",
			"",
			"year   n   share  is_low  note",
			"2021   9  0.1235  true",
			"2022  12          false   two\\nlines \\u202e \\u001b[31m",
			"",
			"n = 2",
			"made up for a test",
		].join("\n"),
	);
});

test("what does not fit is counted: rows after 20, columns after 120 signs, letters after 32 (by hand)", () => {
	const wide = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`column_${index}`, index]));
	const lines = textTable(Array.from({ length: 23 }, () => wide)).split("\n");
	expect(lines).toHaveLength(22);
	expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(120);
	// Ten names of 8 signs, nine gaps of 2: 98; an eleventh of 9 makes 109, a twelfth 120.
	expect(lines.at(-1)).toBe("(3 more rows, 8 more columns)");
	expect(textTable([{ a: "x".repeat(40) }]).split("\n")[1]).toBe(`${"x".repeat(31)}…`);
	expect(textTable([])).toBe("");
});

test("a chart of the kit as text has its title, its alternative text, its caption and each row's numbers", () => {
	const figure = ownFigure("rate-per-year");
	const text = figureText(figure);
	for (const part of [figure.title, figure.alt, figure.caption, figure.source]) expect(text).toContain(part);
	for (const { year } of figure.table) expect(text).toMatch(new RegExp(`^${year} `, "m"));
});
