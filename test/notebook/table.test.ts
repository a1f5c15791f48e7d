import { expect, test } from "vitest";
import { tableHtml } from "../../src/notebook/table.js";

/** The text of every cell below the head, row by row. */
const cells = (html: string) =>
	[...html.matchAll(/<tr><td.*<\/tr>/g)].map(([row]) =>
		[...row.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, text]) => text),
	);

test("text, column names and caption are shown letter by letter, whatever they hold", () => {
	const html = tableHtml([{ "<b>": `</td><script>alert("1")</script>&'` }], { caption: "<img src=x onerror=y>" });
	expect(html).not.toMatch(/<(script|img|b)\b/);
	expect(html).toContain("&lt;/td&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;");
	expect(html).toContain('<th scope="col" style="text-align:left">&lt;b&gt;</th>');
});

test("a line says how many of the rows are shown, only where some are not", () => {
	const rows = Array.from({ length: 25 }, (_, index) => ({ n: index }));
	expect(cells(tableHtml(rows))).toHaveLength(20);
	expect(tableHtml(rows)).toMatch(/<p>20 of 25 rows<\/p>$/);
	expect(cells(tableHtml(rows, { limit: 3 }))).toEqual([["0"], ["1"], ["2"]]);
	expect(tableHtml(rows, { limit: 25 })).not.toContain("rows");
	expect(tableHtml([])).toContain("no rows");
});

test("numbers stand to the right with four digits, blanks are blank, false and zero are not", () => {
	const html = tableHtml([
		{ n: 0.123456, b: false, list: ["x", "y"] },
		{ n: -12345, b: null, list: [] },
		{ n: 0, b: true },
	] as never[]);
	expect(cells(html)).toEqual([
		["0.1235", "false", "x; y"],
		["−12345", "", ""],
		["0", "true", ""],
	]);
	expect(html).toContain('<th scope="col" style="text-align:right">n</th>');
	expect(html).toContain('<td style="text-align:right">0.1235</td>');
});

test("columns can be chosen and put in order; one that is not there is refused", () => {
	expect(cells(tableHtml([{ a: 1, b: 2, c: 3 }], { columns: ["c", "a"] }))).toEqual([["3", "1"]]);
	expect(() => tableHtml([{ a: 1 }], { columns: ["z"] })).toThrow("unknown column: z");
	expect(() => tableHtml([{ a: 1 }], { limit: 0 })).toThrow("limit of rows is not a whole number of at least 1: 0");
});
