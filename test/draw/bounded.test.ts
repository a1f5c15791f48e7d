import { expect, test } from "vitest";
import { catalogue } from "../../src/charts/catalogue.js";
import { toPng } from "../../src/draw/save.js";
import { drawSvg } from "../../src/draw/svg.js";
import { charts } from "../../src/index.js";
import { fortyYears, manyInOneProvince } from "../support/large-dossiers.js";
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
