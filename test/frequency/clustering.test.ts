import { expect, test } from "vitest";
import { addDays } from "../../src/calendar/days.js";
import { chanceSpacing } from "../../src/frequency/chance-spacing.js";
import { countIncidents } from "../../src/frequency/counts.js";
import { daysBetweenIncidents } from "../../src/frequency/days-between-incidents.js";
import { ratesPer30Days } from "../../src/frequency/rates.js";
import { seasons, seasonTest } from "../../src/frequency/seasons.js";
import { dispersionWithin, variation } from "../../src/frequency/variation.js";
import { garwood } from "../../src/statistics/poisson.js";
import { type Random, seeded } from "../../src/statistics/random.js";
import { dossierOf, incident } from "./dossier.js";

const window = ["2021-01-01", "2024-12-31"] as const;
const monthsOf = (counts: readonly number[], observed: readonly [string, string] = window) =>
	dossierOf(
		counts.flatMap((count, month) => {
			const [year, of] = [2021 + Math.floor(month / 12), String((month % 12) + 1).padStart(2, "0")];
			return Array.from({ length: count }, (_, place) => incident({ date_start: `${year}-${of}-10` }, place));
		}),
		{},
		observed,
	);

test("one a quarter in one year and five in the next: years differ, quarters within them do not (by hand)", () => {
	const counts = Array.from({ length: 24 }, (_, month) => (month % 3 === 0 ? (month < 12 ? 1 : 5) : 0));
	const quarters = countIncidents(monthsOf(counts, ["2021-01-01", "2022-12-31"]), { by: "quarter" });
	// About 3 a quarter: 8 × 2² / 3 on 7 degrees.
	expect(variation(quarters).dispersion.index).toBeCloseTo(32 / 3 / 7, 1);
	expect(dispersionWithin(quarters, "year").index).toBeLessThan(0.01);
});

test("months of 2 and 0 within each year: one degree each, (1 + 1) / 1 a year but for the days of the months (by hand)", () => {
	const two = ["2021-01-01", "2021-02-28"] as const;
	const counts = countIncidents(monthsOf([2, 0], two), { by: "month" });
	// Expected 2 × 31/59 and 2 × 28/59.
	const [a, b] = [62 / 59, 56 / 59];
	expect(dispersionWithin(counts, "year")).toMatchObject({ degrees: 1 });
	expect(dispersionWithin(counts, "year").statistic).toBeCloseTo((2 - a) ** 2 / a + b, 12);
	expect(dispersionWithin(countIncidents(monthsOf([2, 0], two), { by: "year" }), "year").index).toBe(1);
});

/** Poisson draw by the product of uniforms (Knuth). */
function poisson(mean: number, random: Random): number {
	let [count, product] = [0, random()];
	for (const limit = Math.exp(-mean); product > limit; product *= random()) count++;
	return count;
}

test("of clusters with 3 times Poisson's variance Garwood's limits hold the mean far too seldom, the wider ones about as stated (simulation)", () => {
	const random = seeded(5);
	const held = { garwood: 0, clusters: 0 };
	const [draws, years, mean] = [150, 5, 1.2];
	for (let draw = 0; draw < draws; draw++) {
		// Clusters of 1 to 5 incidents, each length as likely: variance over mean is E b² / E b = 11 / 3.
		const counts = Array.from({ length: 12 * years }, () => {
			const clusters = poisson(mean / 3, random);
			return Array.from({ length: clusters }, () => 1 + Math.floor(random() * 5)).reduce((sum, each) => sum + each, 0);
		});
		const dossier = monthsOf(counts, ["2021-01-01", `${2020 + years}-12-31`]);
		const dispersion = dispersionWithin(countIncidents(dossier, { by: "month" }), "year").index;
		const yearly = countIncidents(dossier, { by: "year" });
		for (const [name, rows] of [
			["garwood", ratesPer30Days(yearly)],
			["clusters", ratesPer30Days(yearly, { dispersion })],
		] as const)
			held[name] += rows.filter((row) => {
				const truth = (12 * mean * 30) / row.days_observed;
				return row.low <= truth && truth <= row.high;
			}).length;
	}
	expect(held.garwood / (draws * years)).toBeLessThan(0.8);
	expect(held.clusters / (draws * years)).toBeGreaterThan(0.9);
});

test("a rate's limits: mid-p on request, another confidence, an unknown word refused (R 4.2.2 poisson.test for Garwood)", () => {
	const counts = countIncidents(monthsOf([5]), { by: "year" });
	const [row] = ratesPer30Days(counts);
	expect(row?.high).toBeCloseTo((11.66833 * 30) / 365, 5);
	expect(ratesPer30Days(counts, { interval: "mid_p" })[0]?.high).toBeLessThan(row?.high ?? 0);
	expect(ratesPer30Days(counts, { confidence: 0.9 })[0]?.high).toBeCloseTo((garwood(5, 0.9).high * 30) / 365, 12);
	expect(() => ratesPer30Days(counts, { interval: "wald" as never })).toThrow(
		"unknown interval: wald (known: garwood, mid_p)",
	);
});

test("months of 0, 0, 0 and 4: half a Poisson month is e⁻¹ empty, variance over mean 4 (by hand)", () => {
	const result = variation(countIncidents(monthsOf([0, 0, 0, 4], ["2021-01-01", "2021-04-30"]), { by: "month" }));
	expect(result.rows.map(({ periods }) => periods)).toEqual([3, 0, 0, 0, 1]);
	expect(result.rows[0]?.expected_poisson).toBeCloseTo(4 * Math.exp(-1), 9);
	expect(result.rows[0]?.expected_fitted).toBeGreaterThan(2);
	expect([result.mean_low, result.mean_high]).toEqual([garwood(4).low / 4, garwood(4).high / 4]);
	expect(result.fit.low).toBeLessThan(result.mean_low);
});

test("incidents in pairs come closer than chance; as many a month apart keep further apart (by hand)", () => {
	const pairs = Array.from({ length: 20 }, (_, index) => addDays("2021-01-15", 60 * Math.floor(index / 2)));
	const even = Array.from({ length: 20 }, (_, index) => addDays("2021-01-15", 60 * index));
	const weekOf = (days: readonly string[]) => {
		const dossier = dossierOf(
			days.map((date_start) => incident({ date_start })),
			{},
			window,
		);
		return chanceSpacing(daysBetweenIncidents(dossier), seeded(1), 199);
	};
	const close = weekOf(pairs);
	expect(close.week.n).toBe(10);
	expect(close.week.n).toBeGreaterThan(close.week.high);
	expect(close.week.p).toBe(1 / 200);
	expect(close.rows[0]).toMatchObject({ days: 0, share: 1, low: 1, high: 1 });
	expect(close.rows[1]?.share).toBe(9 / 19);
	expect(weekOf(even).week).toMatchObject({ n: 0, p: 1 });
	expect(weekOf(["2021-05-01", "2021-05-08", "2021-05-16"]).week.n).toBe(1);
	expect(weekOf(["2021-05-01"])).toMatchObject({ rows: [], week: { n: 0 } });
});

test("simulated at one rate, a gap lasts d days or more with (1 − d / W)ⁿ, near enough (Whitworth 1897)", () => {
	const random = seeded(3);
	const dossier = dossierOf(
		Array.from({ length: 30 }, () => incident({ date_start: addDays("2021-01-01", Math.floor(random() * 1461)) })),
		{},
		window,
	);
	const { rows } = chanceSpacing(daysBetweenIncidents(dossier), seeded(4));
	for (const days of [10, 30, 60]) expect(rows[days]?.expected).toBeCloseTo((1 - (days - 0.5) / 1461) ** 30, 1);
});

test("June alone in four years is a season, one June of forty is a cluster (by hand)", () => {
	const every = monthsOf(Array.from({ length: 48 }, (_, month) => (month % 12 === 5 ? 10 : 0)));
	const once = monthsOf(Array.from({ length: 48 }, (_, month) => (month === 5 ? 40 : 0)));
	const p = (dossier: typeof every) => seasonTest(seasons(dossier), seeded(1)).p;
	expect(seasons(once).dispersion.p).toBeLessThan(1e-6);
	expect(p(every)).toBe(1 / 1000);
	expect(p(once)).toBeGreaterThan(0.2);
});

test("without a season p is even: below .1 in about a tenth of 100 draws (simulation)", () => {
	const random = seeded(8);
	const low = Array.from({ length: 100 }, () => {
		const counts = Array.from({ length: 48 }, () => poisson(1.2, random));
		return seasonTest(seasons(monthsOf(counts)), random, 99).p <= 0.1;
	}).filter(Boolean).length;
	expect(low).toBeGreaterThan(3);
	expect(low).toBeLessThan(19);
});
