import { type Dispersion, dispersion } from "../statistics/dispersion.js";
import { intervalLevel } from "../statistics/interval-level.js";
import { type CountFit, fitCounts, logNegativeBinomial, logPoisson } from "../statistics/negative-binomial.js";
import { garwood } from "../statistics/poisson.js";
import type { Counts } from "./counts.js";
import { dateIndex, type Step } from "./date-index.js";

/** Periods that have one count, and how many should by either distribution. */
export interface CountShareRow {
	/** Incidents in a period. */
	readonly count: number;
	readonly periods: number;
	readonly expected_poisson: number;
	/** As fitted: the same as Poisson where counts vary no more than their mean. */
	readonly expected_fitted: number;
}

/** How counts vary: against one Poisson rate, and as a negative binomial. */
export interface Variation {
	readonly dispersion: Dispersion;
	readonly fit: CountFit;
	/** Garwood limits of the mean, assuming independent incidents. */
	readonly mean_low: number;
	readonly mean_high: number;
	/** From 0 to the largest count; the expected lack what lies beyond it. */
	readonly rows: readonly CountShareRow[];
	/** Incidents. */
	readonly n: number;
}

/**
 * Whether counts vary more than one constant rate would make them, and the distribution that fits.
 *
 * @param counts ungrouped, complete, neither apportioned nor weighed; periods of about one length
 * @throws `count must be a whole number, 0 or more: 1.5`, `needs an event or more`
 * @example
 * variation(countIncidents(dossier, { by: "month" })).rows.map(({ periods }) => periods) // → [9, 2, 1]
 */
export function variation(counts: Counts): Variation {
	const values = counts.rows.map(({ count }) => count);
	const fit = fitCounts(values);
	const { low, high } = garwood(counts.n, intervalLevel);
	const times = (log: number) => values.length * Math.exp(log);
	const most = values.reduce((best, count) => Math.max(best, count), 0);
	return {
		dispersion: dispersion(
			values,
			counts.rows.map(({ days_observed }) => days_observed),
		),
		fit,
		mean_low: low / values.length,
		mean_high: high / values.length,
		rows: Array.from({ length: most + 1 }, (_, count) => {
			const expected_poisson = times(logPoisson(count, fit.mean));
			return {
				count,
				periods: values.filter((each) => each === count).length,
				expected_poisson,
				expected_fitted: fit.theta === null ? expected_poisson : times(logNegativeBinomial(count, fit.mean, fit.theta)),
			};
		}),
		n: counts.n,
	};
}

/**
 * How much more than Poisson counts vary within longer periods, differences between those periods set aside: the sums
 * of squares and the degrees of `dispersion`, added up. For months within years it separates clustering from years
 * that differ.
 *
 * @param counts ungrouped and complete, such as by month
 * @param within longer periods, such as `year`, or the group of a period's first day; a group with a single period of
 *   `counts` adds nothing
 * @throws `unknown period: fortnight (known: …)`
 */
export function dispersionWithin(
	counts: Counts,
	within: Step | ((period: string) => string),
): Pick<Dispersion, "statistic" | "degrees" | "index"> {
	const groupOf = typeof within === "function" ? within : dateIndex(within, counts.window).startOf;
	const parts = new Map<string, Counts["rows"][number][]>();
	for (const row of counts.rows) {
		const group = groupOf(row.period);
		const part = parts.get(group);
		if (part) part.push(row);
		else parts.set(group, [row]);
	}
	const several = [...parts.values()].filter((rows) => rows.length > 1);
	const tests = several
		.filter((rows) => rows.some(({ count }) => count > 0))
		.map((rows) =>
			dispersion(
				rows.map(({ count }) => count),
				rows.map(({ days_observed }) => days_observed),
			),
		);
	const statistic = tests.reduce((sum, test) => sum + test.statistic, 0);
	const degrees = several.reduce((sum, rows) => sum + rows.length - 1, 0);
	return { statistic, degrees, index: degrees === 0 ? 1 : statistic / degrees };
}
