import { describe, expect, test } from "vitest";
import { catalogue } from "../../src/charts/catalogue.js";
import { figureWidth } from "../../src/charts/parts/frame.js";
import { wrap } from "../../src/charts/parts/text.js";
import { ownFigure } from "../support/own-figures.js";
import { notPlain } from "../support/plain-english.js";

/** Every string inside a value, but for hovers' and labels' own data. */
function stringsIn(value: unknown): string[] {
	if (typeof value === "string") return [value];
	if (Array.isArray(value)) return value.flatMap(stringsIn);
	return value !== null && typeof value === "object" ? Object.values(value).flatMap(stringsIn) : [];
}

/** Numbers of a title; years, dates, names such as `Mile 78` are none. */
const numbersIn = (title: string): string[] =>
	title
		.replace(
			/\b(\d{1,2} )?(January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b/g,
			"",
		)
		.replace(/\b20\d\d\b/g, "")
		.match(/\d[\d,.]*/g) ?? [];

const sentences = (text: string): string[] =>
	text.replace(/\b(vs|e\.g|i\.e|St|No)\./g, "$1").split(/(?<=[.?!])\s+(?=[\p{Lu}\d])/u);

describe("names a wrong word (by hand)", () => {
	test.each(["53 % were borne out", "p = .56", "12 origins answer yes"])("%s", (text) =>
		expect(notPlain(text)).not.toEqual([]),
	);
	test("and no right one", () => expect(notPlain("23 of 71 incidents (32%), p = 0.56")).toEqual([]));
});

describe.each(catalogue.map((entry) => ({ ...entry, figure: ownFigure(entry.id) })))("$id", ({ figure, question }) => {
	test("answers a question", () => expect(question).toMatch(/^\p{Lu}.{8,88}\?$/u));

	test("title: at most 90 characters, two numbers, no p-value", () => {
		expect(figure.title.length, figure.title).toBeLessThanOrEqual(90);
		expect(numbersIn(figure.title).length, figure.title).toBeLessThanOrEqual(2);
		expect(figure.title).not.toMatch(/\bp [=<]/);
	});

	test("subtitle: at most 110 characters", () =>
		expect(figure.subtitle.length, figure.subtitle).toBeLessThanOrEqual(110));

	test("caption: at most two lines", () => {
		const lines = wrap(figure.caption, figureWidth - 32, 11).split("<br>");
		expect(lines.length, lines.join("\n")).toBeLessThanOrEqual(2);
		expect(figure.caption).toMatch(/\bn = \d|\bn: /);
	});

	test("alt: two plain sentences", () => {
		expect(sentences(figure.alt), figure.alt).toHaveLength(2);
		expect(figure.alt).toMatch(/\.$/);
	});

	test("notes: whole sentences, one idea each", () => {
		expect(figure.notes.length).toBeGreaterThan(0);
		for (const note of figure.notes) {
			expect(note).toMatch(/^[\p{Lu}\d].*[.)]$/su);
			expect(note.length, note).toBeLessThanOrEqual(420);
		}
	});

	test("uses no phrase of a private idiom, in words, labels, hovers and column names", () => {
		const own = [figure.title, figure.subtitle, figure.caption, figure.alt, ...figure.notes, question];
		const shown = stringsIn([
			figure.data.map((trace) => {
				const { name, text, hovertext, hovertemplate, x, y } = trace as unknown as Record<string, unknown>;
				return [name, text, hovertext, hovertemplate, x, y];
			}),
			figure.layout,
		]);
		const columns = figure.table
			.flatMap((row) => Object.keys(row))
			.map((name) => name.replaceAll("one_coin", "one-coin").replaceAll("_", " "));
		expect([...new Set([...own, ...shown, ...columns])].flatMap(notPlain)).toEqual([]);
	});
});
