import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, daysBetween } from "../../src/calendar/days.js";
import { complete, countIncidents, groupings, tally } from "../../src/frequency/counts.js";
import type { Step } from "../../src/frequency/date-index.js";
import { datePolicies } from "../../src/frequency/date-policy.js";
import { periodName } from "../../src/frequency/period-name.js";
import { ratesPer30Days } from "../../src/frequency/rates.js";
import { weighByVerificationStatus } from "../../src/frequency/verification-status.js";
import { datePrecisions, type Incident, incidentKinds } from "../../src/records/records.js";
import { dossierOf, incident, occurred } from "./dossier.js";

const countsOf = (rows: readonly { readonly count: number }[]) => rows.map(({ count }) => count);

test("two in January, none in February, one in March: the empty month has its row, with Garwood's 0 to 3.689 (by hand)", () => {
	const dossier = dossierOf(
		[
			incident({ date_start: "2021-01-05" }),
			incident({ date_start: "2021-01-31" }),
			incident({ date_start: "2021-03-01" }),
		],
		{},
		["2021-01-01", "2021-03-10"],
	);
	const { rows, n, excluded } = countIncidents(dossier, { by: "month" });
	expect(countsOf(rows)).toEqual([2, 0, 1]);
	expect(rows[1]).toMatchObject({ low: 0, high: expect.closeTo(3.689, 3), is_part: false, days_observed: 28 });
	expect(rows[2]).toMatchObject({ is_part: true, days_observed: 10, period_end: "2021-03-31" });
	expect({ n, excluded }).toEqual({ n: 3, excluded: [] });
	expect(ratesPer30Days({ ...countIncidents(dossier, { by: "month" }) })[2]?.rate_per_30_days).toBeCloseTo(3, 12);
});

test("ISO weeks start on Monday, n days on the first observed day (incidence2's counting rules, by hand)", () => {
	const dossier = dossierOf([incident({ date_start: "2021-01-03" }), incident({ date_start: "2021-01-04" })], {}, [
		"2021-01-02",
		"2021-01-10",
	]);
	const weeks = countIncidents(dossier, { by: "week" }).rows;
	expect(weeks.map(({ period, count, is_part }) => [period, count, is_part])).toEqual([
		["2020-12-28", 1, true],
		["2021-01-04", 1, false],
	]);
	const threes = countIncidents(dossier, { by: "3 days" }).rows;
	expect(threes.map(({ period, count }) => [period, count])).toEqual([
		["2021-01-02", 2],
		["2021-01-05", 0],
		["2021-01-08", 0],
	]);
});

test("Solar Hijri months: 20 March 2021 is still 1399, 21 March is Nowruz 1400 (the calendar, by hand)", () => {
	const dossier = dossierOf([incident({ date_start: "2021-03-20" }), incident({ date_start: "2021-03-21" })], {}, [
		"2021-03-10",
		"2021-04-20",
	]);
	const rows = countIncidents(dossier, { by: "solar_month" }).rows;
	expect(rows.map(({ period, period_end, count }) => [period, period_end, count])).toEqual([
		["2021-02-19", "2021-03-20", 1],
		["2021-03-21", "2021-04-20", 1],
	]);
});

test("an aggregate report, one on another border, one outside the period and one filtered out are excluded by reason (by hand)", () => {
	const dossier = dossierOf([
		incident({ date_start: "2021-02-01", aggregate: true }),
		incident({ date_start: "2021-02-01", frontier: "ir-pk" }),
		incident({ date_start: "2020-12-31" }),
		incident({ date_start: "2021-02-01", kind: "closure" }),
		incident({ date_start: "2021-02-01" }),
	]);
	const result = countIncidents(dossier, { by: "year", where: ({ kind }) => kind !== "closure" });
	expect(result.n).toBe(1);
	expect(result.excluded.map(({ reason, n }) => `${n} ${reason}`)).toEqual([
		"1 aggregate_report",
		"1 other_border",
		"1 outside_period",
		"1 filtered_out",
	]);
});

test("a week from 29 January to 4 February: start day, expected and every day (3 of 7 in January, by hand)", () => {
	const week = { date_start: "2021-01-29", date_end: "2021-02-04", date_precision: "week" as const };
	const window = ["2021-01-01", "2021-02-28"] as const;
	const by = "month" as const;
	const dossier = dossierOf([incident(week)], {}, window);
	expect(countsOf(countIncidents(dossier, { by }).rows)).toEqual([1, 0]);
	expect(countsOf(countIncidents(dossier, { by, dates: "apportioned" }).rows)).toEqual([
		expect.closeTo(3 / 7),
		expect.closeTo(4 / 7),
	]);
	const known = dossierOf([incident({ ...week, date_precision: "day" })], {}, window);
	expect(countsOf(countIncidents(known, { by, dates: "apportioned" }).rows)).toEqual([1, 0]);
	expect(countsOf(countIncidents(known, { by, dates: "every_day" }).rows)[0]).toBeCloseTo(3 / 7, 12);
});

test("layers by the verdict on whether it occurred, those never asked apart (by hand)", () => {
	const at = (place: number) => incident({ date_start: "2021-05-01" }, place);
	const id = (place: number) => `2021-05-01-${place}`;
	const dossier = dossierOf([at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7)], {
		propositions: [
			occurred(id(0), "confirmed", true),
			occurred(id(1), "announced", true),
			occurred(id(2), "unresolved", true),
			occurred(id(3), "contested", true),
			occurred(id(4), "refuted", false),
			occurred(id(6), "unresolved", null),
			occurred(id(7), "confirmed", false),
		],
	});
	const rows = countIncidents(dossier, { by: "year", group: "verification_status" }).rows;
	expect(rows.map(({ group, count }) => [group, count])).toEqual([
		["confirmed", 1],
		["contested", 2],
		["likely", 2],
		["not_asked", 1],
		["refuted", 2],
	]);
});

test("a week without a last day is taken for seven days, a month for the rest of it (by hand)", () => {
	const window = ["2021-01-01", "2021-02-28"] as const;
	const spread = (date_precision: "day" | "week" | "month", date_start: string) =>
		countsOf(
			countIncidents(dossierOf([incident({ date_start, date_end: null, date_precision })], {}, window), {
				by: "month",
				dates: "apportioned",
			}).rows,
		);
	expect(spread("week", "2021-01-29")).toEqual([expect.closeTo(3 / 7), expect.closeTo(4 / 7)]);
	expect(spread("month", "2021-01-29")).toEqual([1, 0]);
	expect(spread("day", "2021-01-29")).toEqual([1, 0]);
});

test("731 days, one incident each: 105 ISO weeks of 7 and a last of 3, months, quarters and years by their days (incidence2's own tests)", () => {
	const everyDay = (from: string, to: string) =>
		dossierOf(
			Array.from({ length: daysBetween(from, to) + 1 }, (_, day) => incident({ date_start: addDays(from, day) })),
			{},
			[from, to],
		);
	const weeks = countIncidents(everyDay("2019-12-30", "2021-12-29"), { by: "week" }).rows;
	expect(countsOf(weeks)).toEqual([...Array.from({ length: 104 }, () => 7), 3]);
	expect(weeks.map(({ is_part }) => is_part).indexOf(true)).toBe(104);
	const years = everyDay("2020-01-01", "2021-12-31");
	const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
	expect(countsOf(countIncidents(years, { by: "month" }).rows)).toEqual(days);
	expect(countsOf(countIncidents(years, { by: "quarter" }).rows)).toEqual([91, 91, 92, 92, 90, 91, 92, 92]);
	expect(countsOf(countIncidents(years, { by: "year" }).rows)).toEqual([366, 365]);
	expect(countsOf(countIncidents(years, { by: "day" }).rows)).toEqual(Array.from({ length: 731 }, () => 1));
	const twice = (row: Incident) => (row.date_start < "2021" ? 1 : 2);
	expect(countsOf(countIncidents(years, { by: "quarter", weigh: twice }).rows)).toEqual([
		91, 91, 92, 92, 180, 182, 184, 184,
	]);
});

test("periods have the names of their calendar: ISO 8601 weeks over three turns of the year, quarters, 1400 (by hand)", () => {
	expect(["2020-12-28", "2021-01-04", "2024-12-30", "2026-12-28"].map((day) => periodName("week", day))).toEqual([
		"2020-W53",
		"2021-W01",
		"2025-W01",
		"2026-W53",
	]);
	expect(periodName("month", "2021-07-01")).toBe("2021-07");
	expect(periodName("quarter", "2021-10-01")).toBe("2021-Q4");
	expect(periodName("year", "2021-01-01")).toBe("2021");
	expect(periodName("water_year", "2021-10-01")).toBe("2022");
	expect(periodName("solar_month", "2021-03-21")).toBe("1400-01");
	expect(periodName("solar_quarter", "2021-09-23")).toBe("1400-Q3");
	expect(periodName("solar_year", "2021-03-21")).toBe("1400");
	expect(periodName("10 days", "2021-03-21")).toBe("2021-03-21");
});

test("weights by verification_status are the reader's: doubt at 0 and at 1 bound the count (by hand)", () => {
	const at = (place: number) => incident({ date_start: "2021-05-01" }, place);
	const dossier = dossierOf([at(0), at(1)], {
		propositions: [occurred("2021-05-01-0", "confirmed", true), occurred("2021-05-01-1", "contested", null)],
	});
	const count = (contested: number) =>
		countIncidents(dossier, {
			by: "year",
			weigh: weighByVerificationStatus(dossier, { confirmed: 1, not_asked: 1, likely: 1, contested, refuted: 0 }),
		}).rows[0]?.count;
	expect([count(0), count(1)]).toEqual([1, 2]);
	expect(() => count(1.5)).toThrow("weight of contested must be within 0 to 1: 1.5");
});

test("wrong words and date-times are refused by name", () => {
	const dossier = dossierOf([incident({ date_start: "2021-05-01" })]);
	const asAny = (value: string) => value as never;
	expect(() => countIncidents(dossier, { by: asAny("fortnight") })).toThrow(
		"unknown period: fortnight (known: day, week, month, quarter, year,",
	);
	expect(() => countIncidents(dossier, { by: "0 days" })).toThrow("unknown period: 0 days");
	expect(() => countIncidents(dossier, { by: "day", group: asAny("side") })).toThrow(
		"unknown grouping: side (known: kind, af_province,",
	);
	expect(() => countIncidents(dossier, { by: "day", dates: asAny("random") })).toThrow(
		"unknown date policy: random (known: start, apportioned, every_day)",
	);
	expect(() => countIncidents(dossier, { by: "day", weigh: () => -1 })).toThrow("weight must be 0 or more: -1");
	const timed = dossierOf([incident({ date_start: "2021-07-08T09:00" })]);
	expect(() => countIncidents(timed, { by: "month" })).toThrow("not a day: 2021-07-08T09:00");
});

const fixture = new URL("../../../shared/bench/zero-fill/fixture.json", import.meta.url);
test.skipIf(!existsSync(fixture))(
	"4 days × 2 × 2 groups × 2 counts complete to 32 rows with the same sums (incidence2's own test)",
	() => {
		const { input, expected } = JSON.parse(readFileSync(fixture, "utf8"));
		const groups = ["bob", "george"].flatMap((one) => [`${one} groupa`, `${one} groupb`]);
		const base = tally(dossierOf([], {}, ["2021-01-01", "2021-01-04"]), { by: "day" });
		const filled = ["counts1", "counts2"].map((name) =>
			complete(
				{
					...base,
					rows: input.map((row: Record<string, number>) => {
						const period = `2021-01-0${row.day}`;
						const group = `${row.groups1} ${row.groups2}`;
						return {
							period,
							period_end: period,
							group,
							count: row[name],
							low: 0,
							high: 0,
							days_observed: 1,
							is_part: false,
						};
					}),
				},
				groups,
			),
		);
		expect(filled.flatMap(({ rows }) => rows)).toHaveLength(expected.rows_after_completion);
		const sums = filled.map(({ rows }) => rows.reduce((sum, { count }) => sum + count, 0));
		expect(sums).toEqual([expected.sum_counts1, expected.sum_counts2]);
	},
);

const steps: readonly Step[] = [
	"day",
	"week",
	"month",
	"quarter",
	"year",
	"water_year",
	"solar_month",
	"solar_quarter",
	"solar_year",
	"10 days",
];
const anyIncident = fc
	.record({
		day: fc.integer({ min: -20, max: 400 }),
		length: fc.option(fc.integer({ min: 0, max: 40 })),
		date_precision: fc.constantFrom(...datePrecisions),
		kind: fc.constantFrom(...incidentKinds),
		aggregate: fc.boolean(),
		frontier: fc.constantFrom("af-ir" as const, "af-ir" as const, "ir-pk" as const),
	})
	.map(({ day, length, ...rest }) => {
		const date_start = addDays("2021-01-01", day);
		return incident({ date_start, date_end: length === null ? null : addDays(date_start, length), ...rest });
	});

test("totals are conserved under every period, group and policy; included and excluded make all (property)", () => {
	fc.assert(
		fc.property(
			fc.array(anyIncident, { maxLength: 12 }),
			fc.constantFrom(...steps),
			fc.constantFrom(undefined, ({ kind, frontier }: Incident) => `${kind} ${frontier}`, ...groupings),
			fc.constantFrom(...datePolicies),
			(incidents, by, group, dates) => {
				const counts = countIncidents(dossierOf(incidents), { by, dates, ...(group && { group }) });
				expect(counts.rows.reduce((sum, { count }) => sum + count, 0)).toBeCloseTo(counts.n, 9);
				expect(counts.n + counts.excluded.reduce((sum, { n }) => sum + n, 0)).toBe(incidents.length);
				const keys = counts.rows.map(({ period, group: name }) => `${period} ${name}`);
				expect(new Set(keys).size).toBe(keys.length);
				const observed = counts.rows.reduce((sum, { days_observed }) => sum + days_observed, 0);
				expect(observed).toBe(365 * counts.groups.length);
			},
		),
		{ numRuns: 150 },
	);
});

test("with everything confirmed and day-precise the confirmed layer is the plain count (property)", () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 0, max: 364 }), { minLength: 1, maxLength: 12 }), (days) => {
			const incidents = days.map((day, place) => incident({ date_start: addDays("2021-01-01", day) }, place));
			const propositions = incidents.map(({ incident_id }) => occurred(incident_id, "confirmed", true));
			const dossier = dossierOf(incidents, { propositions });
			const layered = countIncidents(dossier, { by: "month", group: "verification_status", dates: "apportioned" });
			expect(layered.groups).toEqual(["confirmed"]);
			const plain = countsOf(countIncidents(dossier, { by: "month" }).rows);
			expect(countsOf(layered.rows)).toEqual(plain);
			const doubtful = { not_asked: 0, likely: 0, contested: 0, refuted: 0 };
			const weigh = weighByVerificationStatus(dossier, { confirmed: 1, ...doubtful });
			expect(countsOf(countIncidents(dossier, { by: "month", weigh }).rows)).toEqual(plain);
		}),
		{ numRuns: 30 },
	);
});

test("the same counts in three time zones", () => {
	const dossier = dossierOf(["2021-03-20", "2021-03-21", "2021-10-31"].map((date_start) => incident({ date_start })));
	const before = process.env.TZ;
	const results = ["Pacific/Auckland", "America/Los_Angeles", "Asia/Tehran"].map((zone) => {
		process.env.TZ = zone;
		const counts = steps.map((by) => countIncidents(dossier, { by }).rows.filter(({ count }) => count > 0));
		return { offset: new Date(2021, 2, 20).getTimezoneOffset(), counts: JSON.stringify(counts) };
	});
	process.env.TZ = before;
	// The zone did change: Auckland is 13 hours ahead, Los Angeles 7 behind, Tehran 3½ ahead that day.
	expect(results.map(({ offset }) => offset)).toEqual([-780, 420, -210]);
	expect(new Set(results.map(({ counts }) => counts)).size).toBe(1);
});
