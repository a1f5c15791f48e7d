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

test("an https address can be followed, and opens without handing over the window or the page it came from", () => {
	expect(tableHtml([{ url: "https://news.example/a?b=1&c=2#d" }])).toContain(
		'<td style="text-align:left"><a href="https://news.example/a?b=1&amp;c=2#d" target="_blank" rel="noopener noreferrer">https://news.example/a?b=1&amp;c=2#d</a></td>',
	);
	expect(tableHtml([{ urls: ["https://a.example", "http://b.example"] }] as never[])).toMatch(
		/<a href="https:\/\/a\.example"[^>]*>https:\/\/a\.example<\/a>; http:\/\/b\.example</,
	);
});

test.each([
	"javascript:alert(1)",
	"http://news.example/",
	"//news.example/",
	"data:text/html,<script>alert(1)</script>",
	' https://news.example/"onmouseover="alert(1)',
	'https://news.example/"onmouseover="alert(1)',
	"https://news.example/<img src=x onerror=alert(1)>",
	"https://bank.example@evil.example/",
	"https://news.example/\u202egnp.exe",
	"see https://news.example/",
	"https://",
])("%s is text", (address) => {
	const html = tableHtml([{ url: address }]);
	expect(html).not.toMatch(/<(a|img|script)\b/);
	expect(html).toContain(address.trim().split(/[<"]/)[0]);
});
