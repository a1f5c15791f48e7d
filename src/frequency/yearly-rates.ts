import type { Dossier } from "../records/records.js";
import { intervalLevel } from "../statistics/interval-level.js";
import { chartRandom } from "../statistics/random.js";
import { overdispersedRatio } from "../statistics/rate-comparison.js";
import { type CountOptions, type Counts, countIncidents } from "./counts.js";
import { coverage, type LowCoverage, markLowCoverage } from "./coverage.js";
import { type PermutationTest, permutationTest } from "./permutation-test.js";
import { type RateRow, ratesPer30Days } from "./rates.js";
import { dispersionWithin } from "./variation.js";

/** The rate of one year, in incidents per 30 observed days, with both intervals. */
export interface YearlyRate extends RateRow, LowCoverage {
	/** Limits that allow for clustering: `low` and `high` assume independent incidents. */
	readonly low_overdispersed: number;
	readonly high_overdispersed: number;
}

/** Rates by year and whether they differ by more than chance, all from the same incidents. */
export interface YearlyRates {
	readonly rows: readonly YearlyRate[];
	/** The counts by year that the rates were made from. */
	readonly counts: Counts;
	/** Variance over mean of months within years: above 1 where incidents cluster. */
	readonly dispersion: number;
	/** Sources under which a month has low coverage. */
	readonly low_coverage_below: number;
	/** Highest and lowest rate; of equal ones the earlier year. */
	readonly highest: YearlyRate;
	readonly lowest: YearlyRate;
	/** Pairs of years that could be compared: what the interval of the ratio is corrected for (Bonferroni). */
	readonly pairs: number;
	/** Highest over lowest rate, overdispersed and corrected; `high` is `null` where there is no upper limit. */
	readonly extremes: { readonly low: number; readonly high: number | null };
	/** Whether that interval excludes 1: the strictest test of a difference between two years. */
	readonly extremes_differ: boolean;
	/** Whether the years together differ: months permuted among years; `null` without two years and an incident. */
	readonly test: PermutationTest | null;
}

/**
 * Incidents per 30 observed days for each calendar year. A part year is rated on its observed days. Both intervals assume
 * equal source coverage over the period.
 *
 * @throws RangeError for an unknown date policy
 */
export function yearlyRates(
	dossier: Dossier,
	options: Pick<CountOptions, "where" | "frontiers" | "dates"> = {},
): YearlyRates {
	const counts = countIncidents(dossier, { ...options, by: "year" });
	const months = countIncidents(dossier, { ...options, by: "month" });
	const covered = coverage(dossier, { by: "month" });
	const dispersion = dispersionWithin(months, "year").index;
	// Counts that vary less than Poisson's are not taken for more evidence; without incidents there is no dispersion.
	const times = Math.max(1, dispersion);
	const wide = ratesPer30Days(counts, { dispersion: times });
	const rows = markLowCoverage(ratesPer30Days(counts), covered).map((row, index) => ({
		...row,
		low_overdispersed: wide[index]?.low ?? row.low,
		high_overdispersed: wide[index]?.high ?? row.high,
	}));
	const [first] = rows;
	if (first === undefined) throw new RangeError("needs a year or more");
	const highest = rows.reduce((best, row) => (row.rate_per_30_days > best.rate_per_30_days ? row : best), first);
	const lowest = rows.reduce((best, row) => (row.rate_per_30_days < best.rate_per_30_days ? row : best), first);
	const pairs = (rows.length * (rows.length - 1)) / 2;
	const exposed = ({ n, days_observed }: RateRow) => ({ count: n, exposure: days_observed });
	const extremes = overdispersedRatio(
		exposed(highest),
		exposed(lowest),
		times,
		1 - (1 - intervalLevel) / Math.max(1, pairs),
	);
	return {
		rows,
		counts,
		dispersion,
		low_coverage_below: covered.low_coverage_below,
		highest,
		lowest,
		pairs,
		extremes,
		extremes_differ: extremes.low > 1,
		test:
			rows.length < 2 || months.n === 0
				? null
				: permutationTest(
						months.rows.map(({ period, count, days_observed }) => ({
							group: period.slice(0, 4),
							count,
							days_observed,
						})),
						chartRandom(),
					),
	};
}
