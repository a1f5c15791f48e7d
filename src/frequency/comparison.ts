import { compareRates, type RateRatio } from "../statistics/rate-comparison.js";
import type { Counts } from "./counts.js";

/** Two periods of one group held against each other. */
export interface ComparisonRow extends RateRatio {
	readonly group: string | null;
	readonly period: string;
	readonly earlier_period: string;
	readonly n: number;
	readonly earlier_n: number;
	readonly days_observed: number;
	readonly earlier_days_observed: number;
}

/**
 * Each period against the one before it, on the days observed, by the conditional binomial test. Many
 * comparisons at once make some small p by chance: they are not corrected for it.
 *
 * @param counts complete, neither spread nor weighed
 * @throws `count must be a whole number, 0 or more: 0.5`
 */
export function compareNeighbours(counts: Counts): ComparisonRow[] {
	return counts.groups.flatMap((group) => {
		const rows = counts.rows.filter((row) => row.group === group);
		return rows.slice(1).flatMap((later, index): ComparisonRow[] => {
			const earlier = rows[index];
			if (earlier === undefined) return [];
			return [
				{
					group,
					period: later.period,
					earlier_period: earlier.period,
					n: later.count,
					earlier_n: earlier.count,
					days_observed: later.days_observed,
					earlier_days_observed: earlier.days_observed,
					...compareRates(
						{ count: later.count, exposure: later.days_observed },
						{ count: earlier.count, exposure: earlier.days_observed },
					),
				},
			];
		});
	});
}
