import { fileURLToPath } from "node:url";
import type { Data } from "plotly.js-dist";
import { describe, expect, test } from "vitest";
import { barsOver } from "../../src/charts/frequency/axes.js";
import * as charts from "../../src/charts/frequency/charts.js";
import { frequencyCharts } from "../../src/charts/frequency/list.js";
import { periodInWords, periodNoun } from "../../src/charts/frequency/period-labels.js";
import type { Figure } from "../../src/charts/parts/frame.js";
import { countIncidents, groupings } from "../../src/frequency/counts.js";
import type { Step } from "../../src/frequency/date-index.js";
import { loadDossier } from "../../src/load/dossier.js";
import { NotEnoughDataError } from "../../src/records/not-enough-data.js";
import { claim, dossierOf, incident, source } from "../frequency/dossier.js";
import { ownDossier as dossier } from "../support/own-figures.js";
import { notPlain } from "../support/plain-english.js";

const six = loadDossier(fileURLToPath(new URL("../fixtures/six-incidents", import.meta.url)));
const n = countIncidents(dossier, { by: "month" }).n;
const single = dossierOf([incident({ date_start: "2021-05-01" })], {
	sources: [source("a", "taliban", "AF")],
	claims: [claim("a", "2021-05-02")],
});
const empty = dossierOf([]);
const broken =
	/undefined|NaN|Infinity|null|\[object| {2}|(?<![\d.,])1 (incidents|claims|months|years|gaps|quarters|days|weeks)\b/;
const unknownPeriod = "unknown period: fortnight (known: day, week, month,";
const textOf = ({ title, subtitle, caption, alt, notes }: Figure) =>
	[title, subtitle, caption, alt, ...notes].join(" ");
const hoversOf = ({ data }: Figure) =>
	data.flatMap((trace) => (trace as { hovertext?: string[] }).hovertext ?? []).filter((text) => text !== "");
const bars = ({ data }: Figure) =>
	data.filter(({ type }) => type === "bar") as (Data & { x: string[]; width: number[] })[];
const sum = (figure: Figure) => figure.table.reduce((total, { incidents }) => total + Number(incidents), 0);

/** The figure, or the reason why there is none; any other error is thrown on. */
function drawn(draw: () => Figure): Figure | string {
	try {
		return draw();
	} catch (error) {
		if (error instanceof NotEnoughDataError) return error.message;
		throw error;
	}
}

describe.each(frequencyCharts)("$id", ({ id, draw, level, question }) => {
	const figure = draw(dossier);

	test("is plain data with its own id and whole sentences", () => {
		expect(figure.id).toBe(id);
		expect(figure.subject).toBe("frequency");
		expect(["core", "depth"]).toContain(level);
		expect(question).toMatch(/\?$/);
		expect(JSON.parse(JSON.stringify(figure))).toEqual(figure);
		expect(textOf(figure)).not.toMatch(broken);
		expect(figure.alt.length).toBeLessThan(700);
	});

	test("included and excluded incidents make all incidents, in the notes", () => {
		const note = figure.notes[0] ?? "";
		const [, counted, total, excluded] =
			/^(\d+) of (\d+) incidents in the data are counted\. Excluded: (\d+) incidents/.exec(note) ?? [];
		expect(Number(counted) + Number(excluded)).toBe(Number(total));
		expect(Number(total)).toBe(dossier.incidents.length);
		const reasons = [...note.slice(note.indexOf("(")).matchAll(/(\d+) \p{L}/gu)].map(([, count]) => Number(count));
		expect(reasons.reduce((all, count) => all + count, 0)).toBe(Number(excluded));
	});

	test("hovers are small cards: a bold line, then at most five", () => {
		expect(hoversOf(figure).length).toBeGreaterThan(0);
		for (const hover of hoversOf(figure)) {
			expect(hover).toMatch(/^<b>.+<\/b><br>/);
			expect(hover.split("<br>").length, hover).toBeLessThanOrEqual(6);
			expect(hover).not.toMatch(/undefined|NaN|Infinity|null/);
		}
	});

	test.each([
		["one incident and one claim", single],
		["the six invented incidents", six],
	])("keeps its sentences on %s, or says what is missing", (_, small) => {
		const result = drawn(() => draw(small));
		if (typeof result === "string") {
			expect(result).not.toMatch(/\.$/);
			return;
		}
		expect(textOf(result)).not.toMatch(broken);
		expect(notPlain(textOf(result))).toEqual([]);
		expect(result.title.length, result.title).toBeLessThanOrEqual(90);
		for (const row of result.table)
			for (const cell of Object.values(row)) if (typeof cell === "number") expect(Number.isFinite(cell)).toBe(true);
	});

	test("lack of data is a NotEnoughDataError", () => expect(() => draw(empty)).toThrow(NotEnoughDataError));

	test("a filter is in the subtitle and in the notes", () => {
		const filter = { text: "event type closure", incidents: 83, excluded: 60, provinces: [] };
		const filtered = draw({ ...dossier, filter });
		expect(filtered.subtitle).toContain("Filter: event type closure");
		expect(filtered.notes.join(" ")).toContain("The filter excluded 60 of 83 incidents before.");
	});
});

test("every chart of the list is in the namespace under its camelCase name", () => {
	const named = frequencyCharts.map(({ id }) => id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()));
	expect(Object.keys(charts).sort()).toEqual([...named].sort());
});

test.each([
	"incidents-per-period",
	"incidents-by-kind",
	"incidents-by-verification-status",
	"rate-per-year",
	"cumulative-incidents",
	"source-coverage",
])("the numbers behind %s add up to the incidents counted", (id) => {
	expect(sum(frequencyCharts.find((each) => each.id === id)?.draw(dossier) as Figure)).toBeCloseTo(n, 9);
});

test("the probabilities of either panel of rate-change add up to 1", () => {
	const { table } = charts.rateChange(dossier);
	for (const exposure of ["days", "active_sources"]) {
		const own = table.filter((row) => row.exposure === exposure);
		expect(own.reduce((total, { probability }) => total + Number(probability), 0)).toBeCloseTo(1, 9);
	}
});

describe("by: the length of a period", () => {
	const steps: Step[] = [
		"day",
		"week",
		"month",
		"quarter",
		"year",
		"water_year",
		"solar_month",
		"solar_quarter",
		"solar_year",
		"14 days",
	];

	test.each(steps)("incidents-per-period by %s: its noun in the text, all incidents, bars side by side", (by) => {
		const figure = charts.incidentsPerPeriod(dossier, { by });
		expect(figure.subtitle).toContain(`Incidents per ${periodNoun(by).one} `);
		expect(textOf(figure)).not.toMatch(broken);
		expect(sum(figure)).toBe(n);
		const [{ x, width } = { x: [], width: [] }] = bars(figure);
		const ends = x.map((middle, index) => [Date.parse(`${middle}Z`), (width[index] ?? 0) / 2] as const);
		ends.forEach(([middle, half], index) => {
			const [next, nextHalf] = ends[index + 1] ?? [Number.POSITIVE_INFINITY, 0];
			expect(middle + half).toBeLessThanOrEqual(next - nextHalf);
		});
		// Each bar lies within the observed days, also where its period does not.
		expect((ends[0]?.[0] ?? 0) - (ends[0]?.[1] ?? 0)).toBeGreaterThanOrEqual(Date.parse("2021-07-01"));
		expect((ends.at(-1)?.[0] ?? 0) + (ends.at(-1)?.[1] ?? 0)).toBeLessThanOrEqual(Date.parse("2026-07-01"));
	});

	test("six invented incidents by month: 2 in January, 1 in March, 1 in May, one of them vague (by hand)", () => {
		const { table, title } = charts.incidentsPerPeriod(six);
		expect(table.map(({ incidents }) => incidents)).toEqual([2, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0]);
		expect(table[4]).toMatchObject({ period: "2022-05", day_known: 0, week_or_month_known: 1, part_period: false });
		expect(title).toBe("9 months have no reported incident; January 2022 has the most (2)");
	});

	test("six invented incidents by quarter and by year: 3, 1, 0, 0 and 4 (by hand)", () => {
		const quarters = charts.incidentsPerPeriod(six, { by: "quarter" });
		expect(quarters.table.map(({ incidents }) => incidents)).toEqual([3, 1, 0, 0]);
		expect(quarters.title).toBe("2 quarters have no reported incident; January to March 2022 has the most (3)");
		expect(charts.incidentsPerPeriod(six, { by: "year" }).title).toBe("4 incidents reported in 2022");
	});

	test("texts follow: the week of 22 May 2023, hover and coverage included", () => {
		const hovers = hoversOf(charts.incidentsPerPeriod(dossier, { by: "week" }));
		expect(hovers.find((hover) => hover.startsWith("<b>the week of 22 May 2023</b><br>incidents: "))).toBeDefined();
		const week = charts.incidentsPerPeriod(dossier, { by: "week" }).table.length;
		expect(charts.sourceCoverage(dossier, { by: "week" }).table).toHaveLength(week);
	});

	test("part periods are pale and drawn over their observed days only", () => {
		const figure = charts.incidentsPerPeriod(dossier, { by: "year" });
		const [first] = bars(figure) as unknown as { marker: { opacity: number[] }; width: number[] }[];
		expect(first?.marker.opacity).toEqual([0.5, 1, 1, 1, 1, 0.5]);
		expect((first?.width[0] ?? 0) / (first?.width[1] ?? 1)).toBeCloseTo(184 / 365, 9);
		expect(figure.caption).toContain("Pale: part years.");
	});

	test("an unknown period is named with the known ones", () => {
		const by = "fortnight" as Step;
		expect(() => charts.incidentsPerPeriod(dossier, { by })).toThrow(unknownPeriod);
		expect(() => charts.incidentsByKind(dossier, { by })).toThrow(unknownPeriod);
		expect(() => charts.sourceCoverage(dossier, { by })).toThrow(unknownPeriod);
		expect(() => charts.incidentsByVerificationStatus(dossier, { by })).toThrow(unknownPeriod);
	});

	test("a period as long as all days has nothing to compare coverage with", () =>
		expect(() => charts.sourceCoverage(six, { by: "year" })).toThrow(NotEnoughDataError));

	test("verification status by year: one row for each status and year, all incidents", () => {
		const figure = charts.incidentsByVerificationStatus(dossier, { by: "year" });
		expect(new Set(figure.table.map(({ period }) => period)).size).toBe(6);
		expect(sum(figure)).toBeCloseTo(n, 9);
		expect(figure.subtitle).toContain("Incidents per year");
	});
});

describe("group: what a small chart stands for", () => {
	test.each(groupings)("%s: every incident in one panel, and no raw error", (group) => {
		const figure = charts.incidentsByKind(dossier, { group, by: "year" });
		const both = countIncidents(dossier, { by: "year", frontiers: ["af-ir", "ir-pk"] }).n;
		expect(sum(figure)).toBe(group === "frontier" ? both : n);
		expect(figure.title.length).toBeLessThanOrEqual(90);
		expect(figure.subtitle.length).toBeLessThanOrEqual(110);
		expect(notPlain(textOf(figure))).toEqual([]);
	});

	test("six invented incidents by province: Northland 4; one in an Iranian province not known (by hand)", () => {
		expect(charts.incidentsByKind(six, { group: "af_province" }).title).toBe("Northland: 4 of 4 reported incidents");
		const iranian = charts.incidentsByKind(six, { group: "ir_province", by: "year" }).table;
		expect(iranian.map(({ ir_province, incidents }) => [ir_province, incidents])).toEqual(
			expect.arrayContaining([
				["Westland", 3],
				[null, 1],
			]),
		);
	});

	test("six invented incidents by border: 4 and the one on the other border (by hand)", () => {
		const { table } = charts.incidentsByKind(six, { group: "frontier", by: "year" });
		expect(table.map(({ frontier, incidents }) => [frontier, incidents])).toEqual([
			["af-ir", 4],
			["ir-pk", 1],
		]);
	});

	test("a lead is called one only where intervals allowing for clustering lie apart", () => {
		const of = (closures: number, clashes: number) =>
			charts.incidentsByKind(
				dossierOf(
					Array.from({ length: closures + clashes }, (_, place) =>
						incident(
							{
								date_start: `2021-${String((place % 12) + 1).padStart(2, "0")}-10`,
								kind: place < closures ? "closure" : "armed_clash",
							},
							place,
						),
					),
				),
			).title;
		expect(of(60, 6)).toBe("Most frequent named type: closures, 60 of 66 incidents");
		expect(of(9, 6)).toBe("Most frequent named type: closures, 9 of 15 incidents; the lead could be chance");
		expect(of(6, 6)).toBe("No single event type is reported most often");
	});

	test("an unknown grouping is named with the known ones", () =>
		expect(() => charts.incidentsByKind(dossier, { group: "side" as never })).toThrow(
			"unknown grouping: side (known: kind, af_province,",
		));

	test("a hostile province name is text", () => {
		const hostile = dossierOf([incident({ date_start: "2021-05-01", af_province: "<b>x</b>" })]);
		const { layout } = charts.incidentsByKind(hostile, { group: "af_province" });
		expect(JSON.stringify(layout.annotations)).toContain("&lt;b&gt;x");
	});
});

describe("year: where the year of the seasons begins", () => {
	test("water from October by default, calendar from January, by their own years", () => {
		expect(charts.seasonality(dossier).table[0]).toMatchObject({ month: 10, name: "October" });
		const calendar = charts.seasonality(dossier, { year: "calendar" });
		expect(calendar.table[0]).toMatchObject({ month: 1, name: "January" });
		expect(calendar.subtitle).not.toContain("water");
		const total = calendar.table.reduce((all, { count }) => all + Number(count), 0);
		expect(total).toBeCloseTo(n, 9);
	});

	test("an unknown kind of year is named with the known ones", () =>
		expect(() => charts.seasonality(dossier, { year: "fiscal" as never })).toThrow(
			"unknown kind of year: fiscal (known: calendar, water)",
		));
});

describe("titles claim a difference only where the strictest test finds one", () => {
	const years = (counts: readonly number[]) =>
		dossierOf(
			counts.flatMap((count, year) =>
				Array.from({ length: count }, (_, place) =>
					incident({ date_start: `${2021 + year}-${String((place % 12) + 1).padStart(2, "0")}-10` }, place),
				),
			),
			{},
			["2021-01-01", `${2020 + counts.length}-12-31`],
		);

	test("rates of 120 and 12 a year differ, 12 and 10 could be chance", () => {
		expect(charts.ratePerYear(years([120, 12])).title).toMatch(
			/9\.9 in 2021, 1\.0 in 2022, a difference beyond chance$/,
		);
		expect(charts.ratePerYear(years([12, 10])).title).toMatch(/; the difference could be chance$/);
		expect(charts.ratePerYear(years([12, 12])).title).toBe("All years have the same rate of reported incidents");
	});

	test("the change from one year to the next likewise", () => {
		expect(charts.yearToYearChange(years([120, 12])).title).toBe(
			"Against the year before, the rate of reported incidents was lower in 2022",
		);
		expect(charts.yearToYearChange(years([12, 120])).title).toMatch(/higher in 2022$/);
		expect(charts.yearToYearChange(years([12, 10])).title).toBe(
			"Year-to-year changes are within what chance could produce",
		);
	});

	test("the highest year under every choice, and whether it could be chance", () => {
		expect(charts.rateSensitivity(dossier).title).toMatch(/under all 6 choices of what to count; it could be chance$/);
	});
});

test.each([
	["day", "2023-05-22", "22 May 2023"],
	["week", "2023-05-22", "the week of 22 May 2023"],
	["month", "2023-05-01", "May 2023"],
	["quarter", "2023-04-01", "April to June 2023"],
	["year", "2023-01-01", "2023"],
	["water_year", "2022-10-01", "October 2022 to September 2023"],
	["solar_month", "2023-05-22", "Khordad/Jawza 1402"],
	["solar_quarter", "2023-03-21", "quarter 1 of 1402 (Solar Hijri)"],
	["solar_year", "2023-03-21", "1402 (Solar Hijri)"],
	["14 days", "2021-07-01", "the 14 days from 1 July 2021"],
] as const)("a period in words: %s from %s is %s (by hand)", (by, start, text) =>
	expect(periodInWords(by, start)).toBe(text),
);

test("a bar lies over its own observed days: of 31 the middle is noon of the 16th, a part month is as narrow as its days (by hand)", () => {
	const rows = [
		{ period: "2021-01-01", period_end: "2021-01-31" },
		{ period: "2021-02-01", period_end: "2021-02-28" },
	];
	const { x, width } = barsOver(rows, { observed_from: "2021-01-01", observed_to: "2021-02-10" });
	expect(x).toEqual(["2021-01-16 12:00", "2021-02-06 00:00"]);
	expect((width[1] ?? 0) / (width[0] ?? 1)).toBeCloseTo(10 / 31, 12);
});
