import { expect, test } from "vitest";
import { complete, countIncidents, tally } from "../../src/frequency/counts.js";
import { peaks } from "../../src/frequency/peaks.js";
import { cumulate, firstAndLast, gaps, regroup, trailing } from "../../src/frequency/reshape.js";
import { seeded } from "../../src/statistics/random.js";
import { dossierOf, incident } from "./dossier.js";

const days = ["2021-02-01", "2021-02-09", "2021-02-20", "2021-05-01"];
const dossier = dossierOf(
	days.map((date_start, place) => incident({ date_start, kind: place === 1 ? "closure" : "armed_clash" }, place)),
	{},
	["2021-01-15", "2021-06-10"],
);
const monthly = countIncidents(dossier, { by: "month" });
const byKind = countIncidents(dossier, { by: "month", group: "kind" });

test("gaps are found before they are filled, and the same after (by hand)", () => {
	const spells = gaps(tally(dossier, { by: "month" }));
	expect(spells).toEqual([
		{ group: null, from: "2021-01-15", to: "2021-01-31", periods: 1, days: 17 },
		{ group: null, from: "2021-03-01", to: "2021-04-30", periods: 2, days: 61 },
		{ group: null, from: "2021-06-01", to: "2021-06-10", periods: 1, days: 10 },
	]);
	expect(gaps(monthly)).toEqual(spells);
});

test("kinds regrouped to one are the ungrouped counts (by hand)", () => {
	expect(regroup(byKind).rows).toEqual(monthly.rows);
});

test("running sums end at the total; trailing sums of three start at the third month (by hand)", () => {
	expect(cumulate(monthly).map(({ count }) => count)).toEqual([0, 3, 3, 3, 4, 4]);
	const three = trailing(monthly, 3);
	expect(three.map(({ count, sum_from }) => [sum_from.slice(0, 7), count])).toEqual([
		["2021-01", 3],
		["2021-02", 3],
		["2021-03", 1],
		["2021-04", 1],
	]);
	expect(three[0]?.days_observed).toBe(17 + 28 + 31);
});

test("what needs every period refuses a tally, and half a window", () => {
	expect(() => cumulate(tally(dossier, { by: "month" }))).toThrow("counts are not complete");
	expect(() => trailing(monthly, 0)).toThrow("window must be a whole number of periods: 0");
});

test("rows that break the promise of the table are refused by name", () => {
	const [first, ...rest] = monthly.rows;
	if (first === undefined) throw new Error("no rows");
	const broken = (rows: typeof monthly.rows) => () => regroup({ ...monthly, rows });
	expect(broken(rest)).toThrow("counts are not complete");
	expect(broken([first, ...monthly.rows])).toThrow(`row given twice: ${first.period} null`);
	expect(broken([{ ...first, period: "2021-01-02" }, ...rest])).toThrow("not a period of the table: 2021-01-02");
	expect(broken([{ ...first, period: "2021-01-02T10:00" }, ...rest])).toThrow("not a period of the table: 2021-01-02T");
	expect(broken([{ ...first, group: "closure" }, ...rest])).toThrow("unknown group: closure");
	expect(broken([{ ...first, count: -1 }, ...rest])).toThrow("count must be 0 or more: -1");
	expect(() => complete(tally(dossier, { by: "month", group: "kind" }), ["closure"])).toThrow(
		"unknown group: armed_clash",
	);
	for (const verb of [cumulate, gaps, firstAndLast, (each: typeof monthly) => peaks(each, seeded(1))])
		expect(() => verb({ ...monthly, rows: [first, ...monthly.rows] })).toThrow("row given twice");
});

test("first and last by group (by hand)", () => {
	expect(firstAndLast(byKind)).toEqual([
		{ group: "armed_clash", first_period: "2021-02-01", last_period: "2021-05-01" },
		{ group: "closure", first_period: "2021-02-01", last_period: "2021-02-01" },
	]);
});

test("the peak of 3 and 1 is February; redrawn, May leads in 1 of 20 and ties in 1 of 5 draws (binomial, by hand)", () => {
	const [peak] = peaks(monthly, seeded(1));
	expect(peak).toMatchObject({ count: 3, periods: ["2021-02-01"], n: 4, low: "2021-02-01", high: "2021-05-01" });
});

test("of 1 and 3 the first leads or wins the tie in .156 of the draws; of 5 and 1 the last in .036, but in .009 if it lost every tie; of 7 and 1 in .006 (binomial, by hand)", () => {
	const peakOf = (first: number, last: number) => {
		const days = [
			...Array.from({ length: first }, () => "2021-02-01"),
			...Array.from({ length: last }, () => "2021-05-01"),
		];
		const rows = dossierOf(days.map((date_start, place) => incident({ date_start }, place)));
		return peaks(countIncidents(rows, { by: "month" }), seeded(1), 20_000)[0];
	};
	expect(peakOf(1, 3)).toMatchObject({ low: "2021-02-01", high: "2021-05-01" });
	expect(peakOf(5, 1)).toMatchObject({ low: "2021-02-01", high: "2021-05-01" });
	expect(peakOf(7, 1)).toMatchObject({ low: "2021-02-01", high: "2021-02-01" });
});

test("a tie names every period; spread counts have no peak", () => {
	const two = dossierOf([incident({ date_start: "2021-02-01" }), incident({ date_start: "2021-04-01" })]);
	expect(peaks(countIncidents(two, { by: "month" }), seeded(1))[0]?.periods).toEqual(["2021-02-01", "2021-04-01"]);
	const vague = dossierOf([incident({ date_start: "2021-01-30", date_end: "2021-02-02", date_precision: "week" })]);
	const spread = countIncidents(vague, { by: "month", dates: "apportioned" });
	expect(() => peaks(spread, seeded(1))).toThrow("peaks need whole counts: 0.5");
});
