import { expect, test } from "vitest";
import { catalogue } from "../../src/charts/catalogue.js";
import { figureOrReason } from "../../src/charts/catalogue-entry.js";
import type { Figure } from "../../src/charts/parts/frame.js";
import { toPng } from "../../src/draw/save.js";
import { drawSvg } from "../../src/draw/svg.js";
import { charts } from "../../src/index.js";
import {
	decadesOf,
	extreme,
	fewDays,
	fortyYears,
	manyCrossings,
	manyInOneProvince,
} from "../support/large-dossiers.js";
import { illegible } from "../support/legible.js";

const decades = fortyYears();
/** Charts with an axis of time. */
const overTime = [
	"incidents-per-period",
	"rate-per-year",
	"year-to-year-change",
	"rate-sensitivity",
	"source-coverage",
	"incidents-along-border",
	"crossing-timelines",
	"share-by-segment",
	"accuracy-over-time",
];

test.each(catalogue.filter(({ id }) => overTime.includes(id)))(
	"$id of forty years: no label lies on another or beyond the edge, and its alternative text is short",
	async ({ draw }) => {
		const figure = draw(decades);
		expect(illegible(await drawSvg(figure), figure.layout.height ?? 0)).toEqual({ clipped: [], collisions: [] });
		expect(figure.alt.length).toBeLessThan(700);
	},
);

test.each([
	["Nimroz", 2000],
	[null, 300],
] as const)(
	"a map with incidents known to %s only, %i: every tick lies on the map, and the picture is drawn",
	async (province, count) => {
		const figure = charts.borderMap(manyInOneProvince(count, province));
		expect(illegible(await drawSvg(figure), figure.layout.height ?? 0)).toEqual({ clipped: [], collisions: [] });
		expect((await toPng(figure)).length).toBeGreaterThan(10_000);
		const { lataxis, lonaxis } = figure.layout.geo as { lataxis: { range: number[] }; lonaxis: { range: number[] } };
		const [south, north] = lataxis.range as [number, number];
		const [west, east] = lonaxis.range as [number, number];
		for (const trace of figure.data as { lat?: number[]; lon?: number[]; marker?: { opacity?: number } }[]) {
			if (trace.marker?.opacity !== 0) continue;
			for (const lat of trace.lat ?? []) expect(lat).toBeGreaterThan(south);
			for (const lat of trace.lat ?? []) expect(lat).toBeLessThan(north);
			for (const lon of trace.lon ?? []) expect(lon).toBeGreaterThan(west);
			for (const lon of trace.lon ?? []) expect(lon).toBeLessThan(east);
			expect(trace.lat?.length).toBeLessThan(400);
		}
	},
);

/** Charts with a row, a panel or a phrase for each case, so that their size hangs on the data. */
const withRows = [
	"year-to-year-change",
	"border-map",
	"crossing-timelines",
	"closure-durations",
	"named-sources",
	"corrections",
	"casualty-figures",
	"data-quality",
	"incidents-by-kind",
	"time-to-resolution",
];
/**
 * How many incidents over forty years these charts are computed from. The nightly run sets LARGE_INCIDENTS=5000: then it
 * is every chart, and the processor time of each is tested too.
 */
const many = Number(process.env.LARGE_INCIDENTS ?? 636);
const isNightly = process.env.LARGE_INCIDENTS !== undefined;
const large = decadesOf(many);
const chosen = catalogue.filter(({ id }) => isNightly || withRows.includes(id));

/** Whatever a figure draws or says, as text without a number that is none. */
function expectBounded(figure: Figure): void {
	expect(figure.layout.height).toBeLessThanOrEqual(2000);
	expect(figure.layout.width).toBe(900);
	expect(figure.title.length).toBeLessThanOrEqual(90);
	expect(figure.alt.length).toBeLessThan(1000);
	for (const note of figure.notes) expect(note.length, note).toBeLessThan(900);
	expect(JSON.stringify([figure.title, figure.alt, figure.caption, figure.notes])).not.toMatch(
		/NaN|Infinity|undefined/,
	);
}

test.each(chosen)(
	"$id of many incidents over forty years is bounded in height and words",
	(entry) => {
		const before = process.cpuUsage();
		const figure = figureOrReason(entry, large);
		const { user, system } = process.cpuUsage(before);
		if (typeof figure === "string") throw new Error(`not drawn: ${figure}`);
		expectBounded(figure);
		if (isNightly) expect((user + system) / 1e6).toBeLessThan(20);
	},
	120_000,
);

test("a chart that draws some of its rows says how many it leaves to its table, which has them all", () => {
	const figure = charts.corrections(large);
	const drawn = /^Drawn: 20 changes, the latest\. (\d+) changes are in the table only\.$/;
	const [, folded] = figure.notes.map((note) => drawn.exec(note)).find((found) => found !== null) ?? [];
	expect(20 + Number(folded)).toBe(figure.table.length);
	const { ticktext } = figure.layout.yaxis as { readonly ticktext: readonly string[] };
	expect(ticktext).toHaveLength(21);
	expect(ticktext.at(-1)).toBe(`+ ${folded} more`);
});

const posts = manyCrossings(120);
test.each(chosen.filter(({ subject }) => subject === "location"))("$id of 120 crossings is bounded", (entry) => {
	const figure = figureOrReason(entry, posts);
	if (typeof figure === "string") throw new Error(`not drawn: ${figure}`);
	expectBounded(figure);
});

test.each([
	["one day", fewDays(1)],
	["two days", fewDays(2)],
	["a billion", extreme("a billion")],
	["all repeats", extreme("all repeats")],
	["all contested", extreme("all contested")],
])("%s: every chart is bounded, or left out with a reason", (_, dossier) => {
	let drawn = 0;
	for (const entry of chosen) {
		const figure = figureOrReason(entry, dossier);
		if (typeof figure === "string") expect(figure).toMatch(/\w/);
		else {
			drawn++;
			expectBounded(figure);
		}
	}
	expect(drawn).toBeGreaterThan(3);
});
