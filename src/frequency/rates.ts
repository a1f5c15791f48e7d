import { intervalLevel } from "../statistics/interval-level.js";
import { overdispersed } from "../statistics/overdispersed.js";
import { garwood, type Interval, midP } from "../statistics/poisson.js";
import type { Counts } from "./counts.js";

/** Incidents per 30 days in one period. */
export interface RateRow extends Interval {
	/** First day of the period. */
	readonly period: string;
	/** Last day of the period. */
	readonly period_end: string;
	readonly group: string | null;
	/** Incidents counted. */
	readonly n: number;
	/** Days of the period in the observed window. */
	readonly days_observed: number;
	/** Incidents per 30 days; `low` and `high` have this unit too. */
	readonly rate_per_30_days: number;
	/** Whether only a part of the period lies in the window. */
	readonly is_part: boolean;
}

/** How the limits of a rate are found. */
export interface RateOptions {
	/** `garwood` holds the rate at least as often as stated, `mid_p` about as often. */
	readonly interval?: "garwood" | "mid_p";
	/** Variance over mean: above 1 where incidents cluster, such as `dispersionWithin` finds. */
	readonly dispersion?: number;
	/** Such as .95. */
	readonly confidence?: number;
}

const methods = { garwood, mid_p: midP };
/** Days that a rate is stated for. */
export const daysOfRate = 30;

/**
 * Counts as incidents per 30 observed days: each count and its limits divided by the observed days, times 30. A part
 * period is rated on its observed days.
 *
 * Assumes equal source coverage: where reporting grows, so does the rate. Without a `dispersion` it also assumes
 * independent incidents: with clustering the limits are too narrow.
 *
 * @throws `unknown interval: wald (known: garwood, mid_p)`, `dispersion must be above 0: -1`
 * @example
 * ratesPer30Days(countIncidents(dossier, { by: "year" }))[0].rate_per_30_days // → 0.32877
 */
export function ratesPer30Days(
	counts: Counts,
	{ interval = "garwood", dispersion = 1, confidence = intervalLevel }: RateOptions = {},
): RateRow[] {
	const method = methods[interval];
	if (method === undefined)
		throw new RangeError(`unknown interval: ${interval} (known: ${Object.keys(methods).join(", ")})`);
	return counts.rows.map(({ period, period_end, group, count, days_observed, is_part }) => {
		const scale = daysOfRate / days_observed;
		const { low, high } = overdispersed(count, dispersion, (each) => method(each, confidence));
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
