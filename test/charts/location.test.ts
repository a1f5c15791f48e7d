import { describe, expect, test } from "vitest";
import { locationCharts } from "../../src/charts/location/list.js";
import { type Dossier, loadDossier } from "../../src/index.js";

const dossier = loadDossier();
const draw = (id: string, of: Dossier = dossier) => {
	const entry = locationCharts.find((each) => each.id === id);
	if (!entry) throw new Error(`no chart ${id}`);
	return entry.draw(of);
};
const ids = locationCharts.map(({ id }) => id);
const single = dossier.incidents.filter(({ aggregate, frontier }) => !aggregate && frontier === "af-ir");
const fine = single.filter(({ lat, geo_precision }) => lat !== null && !["province", "border"].includes(geo_precision));

describe.each(ids)("%s", (id) => {
	const figure = draw(id);

	test("tells in its caption how many incidents there are, and what was left out", () => {
		expect(figure.caption).toContain(`n = ${single.length} incidents`);
		expect(figure.caption).toContain("Left out: 3 tallies over months");
		expect(figure.caption).toContain("9 that face Pakistan");
	});

	test("states the source of the line wherever it is drawn, measured against, or a length of it is printed", () => {
		const words = [figure.title, figure.subtitle, figure.caption, figure.alt].join(" ");
		const isMeasured = /km|per 100/.test(words) || id === "border-map";
		expect(isMeasured ? figure.source : "© OpenStreetMap contributors (ODbL)").toContain(
			"© OpenStreetMap contributors (ODbL)",
		);
		if (/\d km (long|as|of border)/.test(words)) expect(words).toContain("OpenStreetMap draws");
	});

	test("shows a hostile name letter by letter", () => {
		const bad = "<img src=x onerror=alert(1)>";
		const spoilt: Dossier = {
			...dossier,
			incidents: dossier.incidents.map((each) => ({
				...each,
				place: bad,
				af_province: bad,
				ir_province: bad,
				af_district: bad,
				ir_county: bad,
			})),
			crossings: dossier.crossings.map((each) => ({ ...each, name: bad })),
			places: dossier.places.map((each) => ({ ...each, name: bad, names_fa: [bad] })),
			stretches: dossier.stretches.map((each) => ({ ...each, af_district: bad, ir_county: bad })),
		};
		const { data, layout } = draw(id, spoilt);
		expect(JSON.stringify([data, layout])).not.toContain("<img");
	});

	test("can be drawn of a dossier without incidents, in words that hold", () => {
		const { title, caption, alt } = draw(id, { ...dossier, incidents: [] });
		expect([title, caption, alt].join(" ")).not.toMatch(/undefined|NaN|Infinity|null/);
	});
});

test("on map and ribbon, what is drawn and what is counted as too coarse add up to all incidents", () => {
	const coarse = single.length - fine.length;
	expect(draw("border-map").caption).toContain(`${fine.length} drawn, ${coarse} known too coarsely`);
	expect(draw("border-ribbon").caption).toContain(`${fine.length} placed, ${coarse} known too coarsely`);
	expect(draw("border-map").table).toHaveLength(single.length);
	expect(draw("border-ribbon").table).toHaveLength(fine.length);
	const { ticktext = [] } = (draw("border-ribbon").layout.xaxis ?? {}) as { ticktext?: string[] };
	const unplaced = ticktext.map((text) => Number(/\+ (\d+)$/.exec(text)?.[1]));
	expect(unplaced.reduce((sum, n) => sum + n, 0)).toBe(coarse);
});

test("the map asks for no base layer, and its box is stated", () => {
	const { geo } = draw("border-map").layout;
	expect(geo).toMatchObject({ visible: false, showland: false, showcoastlines: false, showcountries: false });
	expect(geo?.lonaxis?.range).toHaveLength(2);
	expect(geo?.lataxis?.range).toHaveLength(2);
});

test("the title of stretches names a highest one only where its interval lies above all it is compared with", () => {
	const rows = draw("incidents-per-100-km").table.filter(({ can_be_compared }) => can_be_compared);
	const [first, ...others] = rows.sort((a, b) => Number(b.per_100_km) - Number(a.per_100_km));
	const isApart = others.every(({ high }) => Number(high) < Number(first?.low));
	expect(draw("incidents-per-100-km").title.includes("above each other")).toBe(isApart);
});

describe("marks of the map", () => {
	const figure = draw("border-map");
	const traces = figure.data as { name?: string; geo?: string; hovertext?: string[]; marker?: { symbol?: string } }[];
	const told = traces.flatMap(({ hovertext }) => hovertext ?? []);

	test("are as many as the incidents: the legend's counts and the ticks in the margins add up to all", () => {
		const counts = traces.flatMap(({ name, geo }) =>
			name && geo === "geo" ? [Number(/\((\d+)\)$/.exec(name)?.[1])] : [],
		);
		const ticks = told.filter((text) => /known to (its province|the border only)/.test(text));
		expect(counts.reduce((sum, n) => sum + n, 0)).toBe(fine.length);
		expect(ticks).toHaveLength(single.length - fine.length);
	});

	test("tell in their hover the day, the kind, how finely the place is known and who tells of it", () => {
		for (const wrapped of told) {
			const text = wrapped.replace(/<br>\s+/g, " ");
			expect(text).toMatch(/\((exact place|village or town, to 5 km|district, to 25 km|known to .*)\)/);
			expect(text).toMatch(/\d{4}: .*; told by \p{Lu}/u);
		}
	});

	test("have a table with every incident and its sources", () => {
		expect(figure.table).toHaveLength(single.length);
		for (const { sources } of figure.table) expect(String(sources)).not.toBe("");
	});

	test("lie within 25 km of the point where they are areas, by hand on one parallel", () => {
		const rims = (figure.data as { fill?: string; lon: number[]; lat: number[] }[]).find(
			({ fill }) => fill === "toself",
		);
		const ring = rims?.lat.slice(0, 73) ?? [];
		// 25 km are .2254 degrees of latitude.
		expect((Math.max(...ring) - Math.min(...ring)) / 2).toBeCloseTo(0.2254, 3);
	});
});

test("right-to-left names stand alone in their texts, so that no Latin is ordered with them", () => {
	for (const id of ids) {
		const { data, layout } = draw(id);
		const texts = [
			...(layout.annotations ?? []).map(({ text }) => text ?? ""),
			...data.flatMap((trace) => ("text" in trace && Array.isArray(trace.text) ? trace.text.map(String) : [])),
		];
		for (const text of texts.filter((each) => /\p{Script=Arabic}/u.test(each)))
			expect(text).not.toMatch(/\p{Script=Latin}/u);
	}
});

test("counts in the charts are those of the measures: kinds by stretch add up to all, closures to the rows of days shut", () => {
	const sum = (rows: readonly Readonly<Record<string, unknown>>[], of: string) =>
		rows.reduce((total, row) => total + Number(row[of]), 0);
	expect(sum(draw("kinds-by-stretch").table, "n")).toBe(single.length);
	expect(sum(draw("share-by-stretch").table, "n")).toBe(single.length);
	const [all] = draw("incidents-by-frontier").table;
	expect(all).toMatchObject({ kind: null, on_line: single.length });
	expect(draw("crossing-timelines").title).toContain(`shut ${draw("days-shut").table.length} times`);
});

test("a title claims a difference only where the test gives p of .05 or less", () => {
	for (const id of ["density-by-year", "kinds-by-stretch"]) {
		const { title } = draw(id);
		const p = Number(/p\s[=<]\s(\.\d+)/.exec(title)?.[1]);
		expect(title.includes("no more than chance")).toBe(p > 0.05);
	}
});
