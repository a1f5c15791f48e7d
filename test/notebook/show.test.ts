import { createRequire } from "node:module";
import { inspect } from "node:util";
import { expect, test } from "vitest";
import { toDataFrame } from "../../src/notebook/data-frame.js";
import type { Bundle } from "../../src/notebook/kernel.js";
import { bundleSender, printErrorsBriefly } from "../../src/notebook/kernel.js";
import { notebookOutput } from "../../src/notebook/show.js";
import { NotEnoughDataError } from "../../src/records/not-enough-data.js";
import { notebooks, plotlyType, storedCharts } from "../browser/stored-notebooks.js";
import { plainFigure } from "./figure.js";

function fakeTslab() {
	const sent: [mime: string, content: string][] = [];
	return {
		sent,
		display: {
			html: (content: string) => void sent.push(["text/html", content]),
			markdown: (content: string) => void sent.push(["text/markdown", content]),
			raw: (mime: string, content: string) => void sent.push([mime, content]),
		},
	};
}

test("a figure goes out as one message with three forms, its JSON as an object (field.md 5.1: text is not drawn)", async () => {
	const tslab = fakeTslab();
	const bundles: Bundle[] = [];
	await notebookOutput(tslab, {}, () => (bundle) => void bundles.push(bundle)).show(plainFigure);
	expect(tslab.sent).toEqual([]);
	expect(bundles).toHaveLength(1);
	expect(Object.keys(bundles[0] ?? {})).toEqual(["application/vnd.plotly.v1+json", "image/svg+xml", "text/plain"]);
	const { data, layout, config } = plainFigure;
	expect(bundles[0]?.["application/vnd.plotly.v1+json"]).toEqual({ data, layout, config });
	expect(bundles[0]?.["image/svg+xml"]).toMatch(/^<svg .*&lt;script&gt;/);
	expect(bundles[0]?.["text/plain"]).toBe("Two points <script>\n\nA line from 1 to 2.\n\nn = 2\nmade up for a test");
});

const noted = { ...plainFigure, notes: ["First <img src=x onerror=alert(1)>.", "Second."] };

test("notes follow a figure under a fold, in a message of their own, letter by letter", async () => {
	const tslab = fakeTslab();
	const bundles: Bundle[] = [];
	await notebookOutput(tslab, {}, () => (bundle) => void bundles.push(bundle)).show(noted);
	expect(bundles).toHaveLength(2);
	expect(Object.keys(bundles[1] ?? {})).toEqual(["text/html", "text/plain"]);
	expect(bundles[1]?.["text/html"]).toMatch(/^<details[^>]*><summary>Notes and method<\/summary>/);
	expect(bundles[1]?.["text/html"]).toContain("<li>First &lt;img src=x onerror=alert(1)&gt;.</li>");
	expect(tslab.sent).toEqual([]);
});

test("with a folder of charts, a link to the page of a chart of the kit follows; a reader's own figure has none", async () => {
	const linkOf = async (figure: typeof plainFigure, charts: string) => {
		const bundles: Bundle[] = [];
		await notebookOutput(fakeTslab(), { charts }, () => (bundle) => void bundles.push(bundle)).show(figure);
		return bundles[1];
	};
	const own = { ...plainFigure, id: "border-map", subject: "location" as const };
	expect(await linkOf(own, "../charts/")).toEqual({
		"text/html": '<p><a href="../charts/border-map.html">Sources: the page of this chart</a></p>',
		"text/plain": "Sources: the page of this chart, ../charts/border-map.html",
	});
	expect((await linkOf(own, 'x" onclick="y'))?.["text/html"]).toContain(
		'href="x&quot; onclick=&quot;y/border-map.html"',
	);
	expect(await linkOf({ ...plainFigure, subject: null }, "../charts")).toBeUndefined();
});

test("where several forms cannot be sent, notes follow as HTML", async () => {
	const tslab = fakeTslab();
	await notebookOutput(tslab, {}, () => null).show(noted);
	expect(tslab.sent.map(([mime]) => mime)).toEqual(["image/svg+xml", "text/html"]);
});

test.each(notebooks)("every chart stored in $name is one output of three forms, its JSON an object", ({ path }) => {
	for (const data of storedCharts(path)) {
		expect(Object.keys(data)).toEqual([plotlyType, "image/svg+xml", "text/plain"]);
		expect(data[plotlyType]).toMatchObject({ data: expect.any(Array), layout: { width: 900 } });
		expect([data["text/plain"]].flat().join("")).toMatch(/^[\p{Lu}\d].*\.$/su);
	}
});

test("where several forms cannot be sent, a figure goes out as SVG", async () => {
	const tslab = fakeTslab();
	await notebookOutput(tslab, {}, () => null).show(plainFigure);
	expect(tslab.sent.map(([mime]) => mime)).toEqual(["image/svg+xml"]);
	expect(tslab.sent[0]?.[1]).toMatch(/^<svg /);
});

test("a figure belongs to the cell that asked for it, even if another runs when it is drawn", async () => {
	let cell = 1;
	const reached: number[] = [];
	const output = notebookOutput(fakeTslab(), {}, () => {
		const asking = cell;
		return () => void reached.push(asking);
	});
	const shown = output.show(plainFigure);
	cell = 2;
	await shown;
	expect(reached).toEqual([1]);
});

test("several forms are sent by the copy of tslab that is the running kernel, and by none that is not", () => {
	const { cache } = createRequire(import.meta.url);
	expect(bundleSender()).toBeNull();
	const sent: unknown[] = [];
	const idle = "/elsewhere/node_modules/tslab/dist/jupyter.js";
	const running = "/here/node_modules/tslab/dist/jupyter.js";
	const moduleWith = (lastWriteDisplayData: unknown) => ({ exports: { lastWriteDisplayData } }) as NodeJS.Module;
	try {
		cache[idle] = moduleWith(null);
		expect(bundleSender()).toBeNull();
		cache[running] = moduleWith((...words: unknown[]) => sent.push(words));
		bundleSender()?.({ "text/plain": "a" });
		expect(sent).toEqual([[{ data: { "text/plain": "a" }, metadata: {}, transient: {} }, false]]);
	} finally {
		delete cache[idle];
		delete cache[running];
	}
});

test("tables go out as HTML and text as Markdown", () => {
	const tslab = fakeTslab();
	const output = notebookOutput(tslab);
	output.table([{ a: 1 }]);
	output.text("*a*");
	expect(tslab.sent.map(([mime]) => mime)).toEqual(["text/html", "text/markdown"]);
});

test("a function says why the data do not allow what it gives; every other error goes on", async () => {
	const tslab = fakeTslab();
	const { show, table, text } = notebookOutput(tslab, {}, () => null);
	const tooFew = () => {
		throw new NotEnoughDataError("no incident has a *known* day");
	};
	await show(tooFew);
	table(tooFew);
	text(tooFew);
	const said = ["text/markdown", "Not enough data: no incident has a \\*known\\* day."];
	expect(tslab.sent).toEqual([said, said, said]);
	await show(() => plainFigure);
	expect(tslab.sent.at(-1)?.[1]).toMatch(/^<svg /);
	const wrong = () => {
		throw new RangeError("unknown period: fortnight");
	};
	await expect(show(wrong)).rejects.toThrow("unknown period: fortnight");
	expect(() => table(wrong)).toThrow("unknown period: fortnight");
	expect(() => table([{ province: 1 }], { columns: ["provinc"] })).toThrow(
		"unknown column: provinc (did you mean province?)",
	);
});

test("a data frame is shown as the table of its rows", async () => {
	const tslab = fakeTslab();
	const rows = [
		{ place: "Zaranj", n: 2 },
		{ place: null, n: 1 },
	];
	const { table } = notebookOutput(tslab);
	table(await toDataFrame(rows));
	table(rows);
	expect(tslab.sent[0]).toEqual(tslab.sent[1]);
});

test("in a kernel an error that the reader can mend is one line, any other is whole", () => {
	const before = Object.getOwnPropertyDescriptor(Error.prototype, inspect.custom);
	try {
		printErrorsBriefly();
		expect(inspect(new RangeError("unknown period: fortnight"))).toBe("RangeError: unknown period: fortnight");
		expect(inspect(new NotEnoughDataError("no day"))).toBe("NotEnoughDataError: no day");
		expect(inspect(new TypeError("x is not a function"))).toMatch(/^TypeError: x is not a function\n\s+at /);
	} finally {
		if (before) Object.defineProperty(Error.prototype, inspect.custom, before);
		else Reflect.deleteProperty(Error.prototype, inspect.custom);
	}
});
