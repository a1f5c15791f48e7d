import { describe, expect, test } from "vitest";
import * as charts from "../../src/charts/location/charts.js";
import { locationCharts } from "../../src/charts/location/list.js";
import { type Dossier, loadDossier, NotEnoughDataError } from "../../src/index.js";
import { differenceAlong, driftBetweenYears, episodeDays } from "../../src/location/differences-along.js";
import { locateIncidents } from "../../src/location/incidents.js";
import { samplePlaces } from "../../src/location/sampled-places.js";
import { ownDossier as dossier, ownFigure } from "../support/own-figures.js";

const six = loadDossier(new URL("../fixtures/six-incidents", import.meta.url).pathname);
const draw = (id: string, of?: Dossier) => {
	if (!of) return ownFigure(id);
	const entry = locationCharts.find((each) => each.id === id);
	if (!entry) throw new Error(`no chart ${id}`);
	return entry.draw(of);
};
const ids = locationCharts.map(({ id }) => id);
const single = dossier.incidents.filter(({ aggregate, frontier }) => !aggregate && frontier === "af-ir");
const fine = single.filter(({ lat, geo_precision }) => lat !== null && !["province", "border"].includes(geo_precision));
const only = (keep: (each: Dossier["incidents"][number]) => boolean): Dossier => ({
	...dossier,
	incidents: dossier.incidents.filter(keep),
});
const textOf = ({ title, subtitle, caption, notes, alt }: ReturnType<typeof draw>) =>
	[title, subtitle, caption, ...notes, alt].join(" ");

/** Charts that draw the border line, measure against it, or print a length of it. */
const hasLine = [
	"border-map",
	"crossing-timelines",
	"distance-to-crossing",
	"heat-map",
	"incidents-along-border",
	"incidents-along-border-by-year",
	"incidents-per-100-km",
];

describe.each(ids)("%s", (id) => {
	const figure = draw(id);

	// That it is the same when it is computed again is tested in catalogue.test.ts, for every chart.
	test("has its id", () => expect(figure.id).toBe(id));

	test("says how many incidents there are and what is excluded: together all of the data", () => {
		expect(figure.caption).toContain(`n = ${single.length} incidents`);
		const sentence = figure.notes.find((note) => note.startsWith("The data contain"));
		const [total, ...parts] = (sentence?.match(/\d+/g) ?? []).map(Number);
		expect(total).toBe(dossier.incidents.length);
		expect(parts.reduce((sum, n) => sum + n, 0)).toBe(total);
		const excluded = figure.notes.find((note) => note.startsWith("Excluded:"));
		expect(excluded).toContain("3 aggregate reports");
		if (id !== "incidents-by-frontier") expect(excluded).toContain("9 on another border");
	});

	test("states the source of the line wherever it is drawn, measured against, or a length of it is printed", () => {
		expect(figure.source.includes("© OpenStreetMap contributors (ODbL-1.0)"), figure.source).toBe(hasLine.includes(id));
		if (/\d km long\b/.test(figure.alt)) expect(figure.alt).toContain("border.geojson draws");
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
			sources: dossier.sources.map((each) => ({ ...each, name: bad })),
			stretches: dossier.stretches.map((each) => ({
				...each,
				af_province: bad,
				ir_province: bad,
				af_district: bad,
				ir_county: bad,
			})),
		};
		const { data, layout } = draw(id, spoilt);
		expect(JSON.stringify([data, layout])).not.toContain("<img");
	});

	test.each([
		["no incident", { ...dossier, incidents: [] }],
		["incidents of another border only", only(({ frontier }) => frontier !== "af-ir")],
		["aggregate reports only", only(({ aggregate }) => aggregate)],
	] as const)("%s: is no chart but a reason, also when it is called directly", (_, poor) => {
		expect(() => draw(id, poor)).toThrow(NotEnoughDataError);
		expect(() => draw(id, poor)).toThrow(/^no incident of the Afghanistan–Iran border/);
	});

	test("holds for each single incident, or says why not: no broken number, no plural of one", () => {
		// One in eight: a chart takes a tenth of a second.
		for (const { incident_id } of single.filter((_, index) => index % 8 === 0)) {
			try {
				const words = textOf(
					draw(
						id,
						only((each) => each.incident_id === incident_id),
					),
				);
				expect(words).not.toMatch(/undefined|NaN|Infinity|null|\[object/);
				expect(words).not.toMatch(/(?<![\d.,–] ?)\b1 (incidents|closures|crossings|segments|days) (?!excluded)/);
			} catch (error) {
				expect(error).toBeInstanceOf(NotEnoughDataError);
			}
		}
	});

	test("prints a filter in its subtitle", () => {
		const filter = { text: "event type armed clash", incidents: 83, excluded: 73, provinces: [] };
		const filtered = { ...only(({ kind }) => kind === "armed_clash" || kind === "closure"), filter };
		expect(draw(id, filtered).subtitle).toContain("Filter: event type armed clash");
	});
});

test("what is drawn and what has no position add up to all incidents", () => {
	const coarse = single.length - fine.length;
	for (const id of ["border-map", "incidents-along-border", "incidents-along-border-by-year", "distance-to-crossing"]) {
		expect(draw(id).caption).toContain(`(${fine.length} with a position)`);
		expect(draw(id).notes.join(" ")).toContain(`${coarse} are known to a province or to the border only`);
	}
	expect(draw("border-map").table).toHaveLength(single.length);
	expect(draw("incidents-along-border").table).toHaveLength(fine.length);
	const { ticktext = [] } = (draw("incidents-along-border").layout.xaxis ?? {}) as { ticktext?: string[] };
	const unplaced = ticktext.map((text) => Number(/\+ (\d+)$/.exec(text)?.[1]));
	expect(unplaced.reduce((sum, n) => sum + n, 0)).toBe(coarse);
});

describe("border-map", () => {
	const figure = charts.borderMap(dossier);
	const traces = figure.data as {
		name?: string;
		geo?: string;
		hovertext?: string[];
		mode?: string;
		fill?: string;
		lon: number[];
		lat: number[];
	}[];
	const hovers = traces
		.flatMap(({ hovertext }) => hovertext ?? [])
		.filter((text) => !text.includes("Official crossing"));

	test("asks for no base layer, and its box is stated", () => {
		const { geo } = figure.layout;
		expect(geo).toMatchObject({ visible: false, showland: false, showcoastlines: false, showcountries: false });
		expect(geo?.lonaxis?.range).toHaveLength(2);
		expect(geo?.lataxis?.range).toHaveLength(2);
	});

	test("has as many marks as incidents: the legend's counts and the ticks in the margins add up to all", () => {
		const counts = traces.flatMap(({ name, geo }) =>
			name && geo === "geo" ? [Number(/\((\d+)\)$/.exec(name)?.[1])] : [],
		);
		const ticks = hovers.filter((text) => /Place known to: (province|border) only/.test(text));
		expect(counts.reduce((sum, n) => sum + n, 0)).toBe(fine.length);
		expect(ticks).toHaveLength(single.length - fine.length);
	});

	test("has hovers of a bold line and at most five lines with a label: number, date, event type, precision, sources", () => {
		for (const text of hovers) {
			const [what = "", ...lines] = text.split("<br>");
			expect(what).toMatch(/^<b>.+<\/b>$/);
			expect(lines).toHaveLength(5);
			expect(text).toMatch(
				/Incidents: \d+<br>Dates?: .*\d{4}<br>Event type: .+<br>Place known to: .+<br>Reported by: .+/,
			);
		}
	});

	test("has a table with every incident and its sources", () => {
		for (const { sources } of figure.table) expect(String(sources)).not.toBe("");
	});

	test("draws districts within 25 km of their point, by hand on one parallel", () => {
		const ring = traces.find(({ fill }) => fill === "toself")?.lat.slice(0, 73) ?? [];
		// 25 km are .2254 degrees of latitude.
		expect((Math.max(...ring) - Math.min(...ring)) / 2).toBeCloseTo(0.2254, 3);
	});

	test("counts what lies at a crossing, by hand on the six incidents: c of a, b, c", () => {
		const made = charts.borderMap(six);
		expect(made.title).toBe("1 of 3 precisely located incidents lies at an official crossing");
		expect(made.caption).toContain("n = 4 incidents (3 with a position)");
	});

	test("of one crossing draws the whole border with the incidents that remain", () => {
		const one = charts.borderMap(only(({ crossing_id }) => crossing_id === "zaranj-milak"));
		const lines = (of: typeof figure) =>
			(of.data as typeof traces)
				.filter(({ mode, geo }) => mode === "lines" && geo === "geo")
				.map(({ lon }) => lon.length);
		expect(Math.max(...lines(one))).toBe(Math.max(...lines(figure)));
		expect(one.table.length).toBeGreaterThan(0);
		expect(one.table.length).toBeLessThan(figure.table.length);
	});

	test("option box: draws what lies in it and counts the rest; a box without width is refused", () => {
		const part = charts.borderMap(dossier, { box: [60.5, 34.2, 61.6, 35.1] });
		const inside = fine.filter(
			({ lon, lat }) => Number(lon) > 60.5 && Number(lon) < 61.6 && Number(lat) > 34.2 && Number(lat) < 35.1,
		);
		expect(part.caption).toContain(`${fine.length - inside.length} located incidents are outside the map`);
		expect(part.layout.geo?.lonaxis?.range).toEqual([60.5, 61.6]);
		const counts = (part.data as typeof traces).flatMap(({ name }) =>
			name ? [Number(/\((\d+)\)$/.exec(name)?.[1])] : [],
		);
		expect(counts.reduce((sum, n) => sum + n, 0)).toBe(inside.length);
		expect(() => charts.borderMap(dossier, { box: [61, 34, 60, 35] })).toThrow(
			new RangeError("box must be west, south, east, north in degrees: 61, 34, 60, 35"),
		);
	});

	test("without a crossing or a place says so plainly", () => {
		expect(charts.borderMap({ ...dossier, crossings: [] }).title).toBe(
			`${fine.length} of ${single.length} reported incidents can be placed on the map`,
		);
		const coarse = only(({ geo_precision }) => geo_precision === "province");
		expect(() => charts.borderMap(coarse)).toThrow(NotEnoughDataError);
	});
});

describe("incidents-along-border", () => {
	test("option bandwidthKm: one number in the curve and in the notes", () => {
		for (const panels of ["none", "year"] as const) {
			const figures = [25, 60].map((bandwidthKm) => charts.incidentsAlongBorder(dossier, { panels, bandwidthKm }));
			expect(figures[0]).toEqual(charts.incidentsAlongBorder(dossier, { panels }));
			expect(figures[1]?.notes.join(" ")).toContain("Gaussian kernel of 60 km");
			expect(figures[1]?.notes.join(" ")).not.toContain("kernel of 25 km");
			expect(figures[1]?.data).not.toEqual(figures[0]?.data);
		}
		expect(() => charts.incidentsAlongBorder(dossier, { bandwidthKm: 0 })).toThrow(
			new RangeError("bandwidthKm must be above 0: 0"),
		);
	});

	test("option panels: a row a year, whose counts add up to the located incidents", () => {
		const { table, id } = charts.incidentsAlongBorder(dossier, { panels: "year" });
		expect(id).toBe("incidents-along-border-by-year");
		const years = new Map(table.map(({ year, n }) => [year, Number(n)]));
		expect([...years.values()].reduce((sum, n) => sum + n, 0)).toBe(fine.length);
		expect(() => charts.incidentsAlongBorder(dossier, { panels: "month" as "year" })).toThrow(
			new RangeError("unknown panels: month (known: none, year)"),
		);
	});

	test("compares nothing where fewer than ten incidents are located", () => {
		expect(charts.incidentsAlongBorder(six).title).toBe(
			"Too few located incidents to compare parts of the border (n = 3)",
		);
		expect(charts.incidentsAlongBorder(six, { panels: "year" }).title).toMatch(/^Too few/);
	});
});

describe("a title claims a difference only where every test gives p of 0.05 or less", () => {
	const places = samplePlaces(locateIncidents(dossier).incidents, dossier);
	const ofKind = ({ kind }: (typeof places)[number]) => kind;
	const worst = (test: (days: number) => { readonly p: number } | null) =>
		Math.max(...[0, episodeDays].map((days) => test(days)?.p ?? 1));
	const isChance = / could be chance$/;

	test("between years", () => {
		const p = worst((days) => driftBetweenYears(places, { episodeDays: days }));
		expect(isChance.test(draw("incidents-along-border-by-year").title)).toBe(p > 0.05);
		expect(isChance.test(draw("share-by-segment").title)).toBe(p > 0.05);
	});

	test("between event types", () => {
		const p = worst((days) => differenceAlong(places, ofKind, { episodeDays: days }));
		expect(isChance.test(draw("kinds-by-segment").title)).toBe(p > 0.05);
	});

	test("years that lie apart are said to differ", () => {
		const [north, south] = [dossier.crossings[1], dossier.crossings[2]];
		const incidents = fine.slice(0, 30).map((each, index) => {
			const at = index < 15 ? north : south;
			const day = `${index < 15 ? 2022 : 2023}-${String((index % 12) + 1).padStart(2, "0")}-0${1 + (index % 3)}`;
			return {
				...each,
				kind: "armed_clash" as const,
				date_start: day,
				date_end: day,
				lat: at?.lat ?? 0,
				lon: at?.lon ?? 0,
				geo_precision: "exact" as const,
			};
		});
		const made = { ...dossier, incidents };
		expect(draw("incidents-along-border-by-year", made).title).toBe(
			"Incidents moved along the border from year to year",
		);
	});
});

describe("incidents-per-100-km", () => {
	test("names a highest segment only where it exceeds each other also if incidents are clustered", () => {
		// The two segments with most incidents: their intervals do not overlap, which is a harder test than their ratio.
		const two = only(({ af_district }) => af_district === "Zaranj" || af_district === "Kohsan");
		const { table, title } = draw("incidents-per-100-km", two);
		const of = (id: string) => table.find(({ segment_id }) => segment_id === id);
		expect(Number(of("zaranj-hirmand")?.overdispersed_low)).toBeGreaterThan(
			Number(of("kohsan-taybad")?.overdispersed_high),
		);
		expect(title).toContain("Zaranj – Hirmand has the highest rate");
		// Two incidents against one cannot show a difference.
		expect(charts.incidentsPer100Km(six, { minimum: 1 }).title).toBe(
			"Differences between border segments could be chance",
		);
	});

	test("option minimum: fewer incidents are not compared; a wrong one is refused", () => {
		for (const minimum of [3, 5, 9]) {
			const { table, subtitle } = charts.incidentsPer100Km(dossier, { minimum });
			expect(subtitle).toContain(`n < ${minimum}`);
			for (const { n, can_be_compared } of table) expect(can_be_compared).toBe(Number(n) >= minimum);
		}
		expect(() => charts.incidentsPer100Km(dossier, { minimum: 0 })).toThrow(
			new RangeError("minimum must be a whole number above 0: 0"),
		);
	});

	test("by hand on the six incidents: upper-one 2, lower-two 1, end-two 0, one not assigned", () => {
		const { table, title, notes } = charts.incidentsPer100Km(six);
		expect(table.map(({ segment_id, n }) => [segment_id, n])).toEqual([
			["upper-one", 2],
			["lower-two", 1],
			["end-two", 0],
		]);
		expect(title).toBe("Too few incidents to compare border segments (n < 5 in each)");
		expect(notes.join(" ")).toContain("3 are assigned to one of 3 segments, 1 to none");
	});
});

describe("distance-to-crossing", () => {
	test("option nearKm: the row of that distance is in title, caption and notes", () => {
		for (const nearKm of [10, 7.3, 100]) {
			const { table, title, subtitle, notes } = charts.distanceToCrossing(dossier, { nearKm });
			const row = table.find(({ within_km }) => within_km === nearKm);
			expect(title).toContain(`At least ${row?.at_least} of ${fine.length}`);
			expect(subtitle).toContain(`within ${nearKm} km`);
			expect(notes.join(" ")).toContain(`${row?.as_placed} of ${fine.length} as placed`);
		}
		expect(() => charts.distanceToCrossing(dossier, { nearKm: 0 })).toThrow(
			new RangeError("nearKm must be above 0: 0"),
		);
	});

	test("by hand on the six incidents: at a gate 1 (c), within 60 km 2 (a and c), b at 111 km", () => {
		const { table } = charts.distanceToCrossing(six);
		const within = (km: number) => table.find(({ within_km }) => within_km === km)?.as_placed;
		expect([within(0), within(10), within(60)]).toEqual([1, 1, 2]);
	});
});

describe("share-by-segment", () => {
	test("option minimum: segments with fewer share a panel, and every incident stays", () => {
		for (const minimum of [1, 5, 100]) {
			const { table } = charts.shareBySegment(dossier, { minimum });
			expect(table.reduce((sum, { n }) => sum + Number(n), 0)).toBe(single.length);
			const own = [...new Set(table.map(({ segment_id }) => segment_id))].filter((id) => id !== null);
			for (const id of own)
				expect(
					table.filter(({ segment_id }) => segment_id === id).reduce((sum, { n }) => sum + Number(n), 0),
				).toBeGreaterThanOrEqual(minimum);
			if (minimum === 100) expect(own).toEqual([]);
		}
		expect(() => charts.shareBySegment(dossier, { minimum: 1.5 })).toThrow(RangeError);
	});
});

test("heat-map, option bandwidthKm: one number in the density and in the notes", () => {
	const [usual, wide] = [charts.heatMap(dossier), charts.heatMap(dossier, { bandwidthKm: 60 })];
	expect(usual.notes.join(" ")).toContain("Gaussian kernel of 25 km");
	expect(wide.notes.join(" ")).toContain("Gaussian kernel of 60 km");
	expect(wide.table).not.toEqual(usual.table);
	expect(() => charts.heatMap(dossier, { bandwidthKm: -1 })).toThrow(new RangeError("bandwidthKm must be above 0: -1"));
});

describe("incidents-by-province", () => {
	test("by hand on the six incidents: Northland 4; Westland 3 and one not named", () => {
		const { table, title } = charts.incidentsByProvince(six);
		expect(table.map(({ country, province, n }) => [country, province, n])).toEqual([
			["AF", "Northland", 4],
			["IR", "Westland", 3],
			["IR", null, 1],
		]);
		expect(title).toBe("Named most often: Northland (4); Westland (3)");
	});

	test("runs from north to south by the segments of the data, and no one of two equals is named alone", () => {
		const { table } = charts.incidentsByProvince(dossier);
		const of = (country: string) => table.filter((row) => row.country === country).map(({ province }) => province);
		const byLatitude = (name: "af_province" | "ir_province") => {
			const order = [...dossier.stretches].sort((a, b) => b.mid_lat - a.mid_lat).map((row) => row[name]);
			return [...new Set(order)];
		};
		expect(of("AF").filter((name) => name !== null)).toEqual(
			byLatitude("af_province").filter((name) => of("AF").includes(name)),
		);
		const [first] = single;
		const made = (province: string) => ({
			...(first as (typeof single)[number]),
			incident_id: province,
			af_province: province,
			ir_province: null,
		});
		expect(charts.incidentsByProvince({ ...dossier, incidents: ["Herat", "Farah"].map(made) }).title).toBe(
			"Named most often: Herat and Farah (1 each)",
		);
	});
});

test("closures: as many on the timelines as in the durations; without an end there is no duration", () => {
	const { table, title } = charts.closureDurations(dossier);
	expect(charts.crossingTimelines(dossier).title).toContain(`closed ${table.length} times`);
	expect(title).toContain("up to 14 days");
	expect(charts.closureDurations(six).title).toBe("The one closure with a reported end lasted 2 days");
	const open = only(({ incident_id }) => incident_id === "2023-05-20-islam-qala-closure");
	expect(() => charts.closureDurations(open)).toThrow("no closure of an official crossing is reported with its end");
	expect(charts.crossingTimelines(open).title).toBe("Official crossings were reported closed once and never captured");
});

test("counts in the charts are those of the measures", () => {
	const sum = (rows: readonly Readonly<Record<string, unknown>>[], of: string) =>
		rows.reduce((total, row) => total + Number(row[of]), 0);
	expect(sum(draw("kinds-by-segment").table, "n")).toBe(single.length);
	expect(sum(draw("share-by-segment").table, "n")).toBe(single.length);
	expect(draw("incidents-by-frontier").table[0]).toMatchObject({ kind: null, on_line: single.length, other_border: 9 });
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
