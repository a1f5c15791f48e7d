import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { compareHalves } from "../../src/frequency/comparison.js";
import { type GroupedPeriod, permutationTest } from "../../src/frequency/permutation-test.js";
import { frequencySummary } from "../../src/frequency/summary.js";
import { yearlyRates } from "../../src/frequency/yearly-rates.js";
import { loadDossier } from "../../src/load/dossier.js";
import { seeded } from "../../src/statistics/random.js";
import { compareRates, overdispersedRatio } from "../../src/statistics/rate-comparison.js";
import { ownDossier as own } from "../support/own-figures.js";
import { notPlain } from "../support/plain-english.js";
import { claim, dossierOf, incident } from "./dossier.js";

const six = loadDossier(fileURLToPath(new URL("../fixtures/six-incidents", import.meta.url)));
const month = (place: number) => `2021-${String(place + 1).padStart(2, "0")}`;
/** So many incidents, each on a day of its own where they fit, in each month of 2021. */
const monthly = (counts: readonly number[], claims: ReturnType<typeof claim>[] = []) =>
	dossierOf(
		counts.flatMap((count, place) =>
			Array.from({ length: count }, (_, index) => incident({ date_start: `${month(place)}-10` }, index)),
		),
		{ claims },
	);
const covered = (months: readonly number[]) =>
	months.flatMap((place) => ["a", "b", "c"].map((id) => claim(id, `${month(place)}-11`)));

describe("permutation test", () => {
	const periods = (counts: readonly number[], groups: readonly number[]): GroupedPeriod[] =>
		counts.map((count, index) => ({ group: groups[index] ?? 0, count, days_observed: 30 }));

	test("equal groups differ as much in every permutation (by hand)", () => {
		expect(permutationTest(periods([2, 2, 2, 2], [0, 0, 1, 1]), seeded(1), 99)).toEqual({ p: 1, draws: 99 });
	});

	test("10 of 10 in one half of twenty periods: 2 of C(20, 10) arrangements (by hand)", () => {
		const counts = Array.from({ length: 20 }, (_, index) => (index < 10 ? 1 : 0));
		const groups = counts.map((_, index) => (index < 10 ? 0 : 1));
		expect(permutationTest(periods(counts, groups), seeded(1), 999).p).toBe(1 / 1000);
	});

	test("a cluster within one period is no difference between groups: it lies in either half equally (by hand)", () => {
		const counts = [40, 0, 0, 0, 0, 0];
		expect(permutationTest(periods(counts, [0, 0, 0, 1, 1, 1]), seeded(1), 199).p).toBe(1);
	});
});

describe("halves", () => {
	test("12 in January to June, 3 in July to December 2021: 181 and 184 days, ratio by hand", () => {
		const halves = compareHalves(monthly([2, 2, 2, 2, 2, 2, 0, 1, 0, 1, 0, 1]));
		expect(halves).toMatchObject({
			n: 3,
			earlier_n: 12,
			days_observed: 184,
			earlier_days_observed: 181,
			earlier: { from: "2021-01-01", to: "2021-06-30" },
			later: { from: "2021-07-01", to: "2021-12-31" },
			excluded: 0,
		});
		expect(halves?.ratio).toBeCloseTo((3 / 184 / 12) * 181, 12);
		// Months within halves vary less than Poisson, so both intervals are the plain one.
		const plain = compareRates({ count: 3, exposure: 184 }, { count: 12, exposure: 181 });
		expect(halves?.low_overdispersed).toBeCloseTo(plain.low, 12);
		expect(halves?.high_overdispersed).toBeCloseTo(plain.high ?? 0, 12);
	});

	test("of an odd number of months the first half has one more; one month has no halves", () => {
		const three = dossierOf([incident({ date_start: "2021-01-05" })], {}, ["2021-01-01", "2021-03-31"]);
		expect(compareHalves(three)).toMatchObject({ earlier_months: 2, later_months: 1 });
		expect(compareHalves(dossierOf(three.incidents as never, {}, ["2021-01-01", "2021-01-31"]))).toBeNull();
		expect(compareHalves(dossierOf([]))).toBeNull();
	});
});

describe("rates by year", () => {
	test("six invented incidents: 4 in 365 days with Garwood's limits, one year and no test (by hand)", () => {
		const { rows, pairs, test: permutation } = yearlyRates(six);
		expect(rows).toHaveLength(1);
		expect(rows[0]?.rate_per_30_days).toBeCloseTo(0.32877, 5);
		expect([rows[0]?.low, rows[0]?.high]).toEqual([expect.closeTo(0.08958, 4), expect.closeTo(0.84177, 4)]);
		expect([pairs, permutation]).toEqual([0, null]);
	});

	test("the two years that differ most are compared at a level corrected for every pair (by hand: 15 pairs)", () => {
		const { rows, pairs, extremes, extremes_differ, dispersion, highest, lowest } = yearlyRates(own);
		expect([rows.length, pairs]).toEqual([6, 15]);
		const { low, high } = overdispersedRatio(
			{ count: highest.n, exposure: highest.days_observed },
			{ count: lowest.n, exposure: lowest.days_observed },
			dispersion,
			1 - 0.05 / 15,
		);
		expect(extremes).toEqual({ low: expect.closeTo(low, 9), high: expect.closeTo(high ?? 0, 6) });
		expect(extremes_differ).toBe(low > 1);
	});

	test("a year without an incident of a choice has a rate of 0 and is no error", () => {
		const none = yearlyRates(six, { where: () => false });
		expect(none.rows[0]).toMatchObject({ n: 0, rate_per_30_days: 0, low_overdispersed: 0 });
		expect(none.counts.n + none.counts.excluded.reduce((sum, { n }) => sum + n, 0)).toBe(six.incidents.length);
	});
});

describe("summary", () => {
	test("six invented incidents: 4 in the first half, none in the second (by hand)", () => {
		const summary = frequencySummary(six);
		expect(summary).toMatchObject({ n: 4, excluded: 2, months: 12, empty_months: 9, differs: false });
		expect(summary.halves).toMatchObject({ n: 0, earlier_n: 4, ratio: 0 });
		expect(summary.sentences).toEqual([
			"4 incidents were reported in 12 months (1 January 2022 to 31 December 2022); 9 months have none.",
			expect.stringMatching(
				/^The first half .* 4 reported incidents, the second half \(from 1 July 2022\) none: rate ratio 0\.00, 95% interval 0\.00–1\.\d\d\.$/,
			),
			expect.stringMatching(/^This difference could be chance \(p = .*fewer incidents may be fewer reports\.$/),
		]);
	});

	test("a fall in which coverage stays is not put down to coverage", () => {
		const fall = frequencySummary(
			monthly([4, 3, 4, 3, 4, 3, 0, 0, 1, 0, 0, 0], covered([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])),
		);
		expect(fall.differs).toBe(true);
		expect(fall.sentences[1]).toMatch(/95% lower than in the first: rate ratio 0\.05/);
		expect(fall.sentences[2]).toMatch(
			/^This difference is statistically significant .* from 0 to 0 of 6, which does not explain it\.$/,
		);
	});

	test("a rise with rising coverage may be more reports", () => {
		const rise = frequencySummary(monthly([0, 0, 1, 0, 0, 0, 4, 3, 4, 3, 4, 3], covered([6, 7, 8, 9, 10, 11])));
		expect(rise).toMatchObject({ differs: true, earlier_low_coverage_months: 6, later_low_coverage_months: 0 });
		expect(rise.sentences[1]).toMatch(/% higher than in the first/);
		expect(rise.sentences[2]).toMatch(/from 6 to 0 of 6, so more incidents may be more reports\.$/);
	});

	test("a cluster in one month is no significant difference, however large (by hand: it lies in either half equally)", () => {
		expect(frequencySummary(monthly([60, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])).differs).toBe(false);
	});

	test("without incidents, with one, and in one month each sentence is true", () => {
		expect(frequencySummary(dossierOf([])).sentences).toEqual([
			"No incident was reported from 1 January 2021 to 31 December 2021.",
		]);
		const one = incident({ date_start: "2021-01-05" });
		expect(frequencySummary(dossierOf([one], {}, ["2021-01-01", "2021-01-31"])).sentences).toEqual([
			"1 incident was reported in 1 month (1 January 2021 to 31 January 2021); no month is empty.",
			"The period is a single month, so there is nothing to compare it with.",
		]);
	});

	test("of the kit's own data: at most three sentences in plain words, and all incidents accounted for", () => {
		const { sentences, n, excluded } = frequencySummary(own);
		expect(sentences.length).toBeLessThanOrEqual(3);
		expect(sentences.flatMap(notPlain)).toEqual([]);
		expect(n + excluded).toBe(own.incidents.length);
	});
});
