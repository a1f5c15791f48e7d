import type { Interval } from "../statistics/poisson.js";
import type { Counts } from "./counts.js";

/** Incidents per 30 days in one period. */
export interface RateRow extends Interval {
	readonly period: string;
	readonly period_end: string;
	readonly group: string | null;
	/** Incidents counted. */
	readonly n: number;
	readonly days_observed: number;
	readonly rate_per_30_days: number;
	readonly is_part: boolean;
}

const daysOfRate = 30;

/**
 * Counts as rates: each count and its Garwood limits divided by the days observed, times 30. A part-period
 * is rated on the days that were observed.
 *
 * Assumes that each observed day is watched alike. Where reporting grows, so does the rate.
 */
export function ratesPer30Days(counts: Counts): RateRow[] {
	return counts.rows.map(({ period, period_end, group, count, low, high, days_observed, is_part }) => {
		const scale = daysOfRate / days_observed;
		return {
			period,
			period_end,
			group,
			n: count,
			days_observed,
			rate_per_30_days: count * scale,
			low: low * scale,
			high: high * scale,
			is_part,
		};
	});
}
