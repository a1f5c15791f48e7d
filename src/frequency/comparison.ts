import { daysBetween } from "../calendar/days.js";
import type { Dossier } from "../records/records.js";
import { selectIncidents } from "../records/selection.js";
import { compareRates, type Exposed, overdispersedRatio, type RateRatio } from "../statistics/rate-comparison.js";
import type { CountOptions, CountRow, Counts } from "./counts.js";
import { checkComplete } from "./counts.js";

/** Two periods of one group held against each other. */
export interface ComparisonRow extends RateRatio {
	readonly group: string | null;
	readonly period: string;
	readonly earlier_period: string;
	readonly n: number;
	readonly earlier_n: number;
	readonly days_observed: number;
	readonly earlier_days_observed: number;
	/** Limits of the ratio with the dispersion given; `high` is `null` where there is none. */
	readonly low_overdispersed: number;
	readonly high_overdispersed: number | null;
}

/** Days from the first to the last, both included. */
export interface DaySpan {
	readonly from: string;
	readonly to: string;
}

/** A later span of days held against an earlier one. */
export interface SpanComparison extends RateRatio {
	readonly n: number;
	readonly earlier_n: number;
	readonly days_observed: number;
	readonly earlier_days_observed: number;
	/** Limits of the ratio with the dispersion given; `high` is `null` where there is none. */
	readonly low_overdispersed: number;
	readonly high_overdispersed: number | null;
	/** Incidents of the dossier in neither span, or not asked for; with both n they make all. */
	readonly excluded: number;
}

/**
 * Two spans of days held against each other by the conditional binomial test: is it more than before? An incident
 * counts where it begins. Choose the spans before you look: a span picked because it was quiet differs from any other
 * by more than the p-value says. Assumes that both spans were watched alike; `p`, `low` and `high` also that incidents
 * come one by one.
 *
 * @throws `spans overlap: 2023-01-01 to 2023-06-30`, `span outside the observed window: 2020-01-01 to 2020-12-31`
 */
export function compareSpans(
	dossier: Dossier,
	earlier: DaySpan,
	later: DaySpan,
	{
		where,
		frontiers,
		dispersion = 1,
	}: Pick<CountOptions, "where" | "frontiers"> & { readonly dispersion?: number } = {},
): SpanComparison {
	const { observed_from, observed_to } = dossier.observation;
	for (const { from, to } of [earlier, later])
		if (!(from <= to && from >= observed_from && to <= observed_to))
			throw new RangeError(`span outside the observed window: ${from} to ${to}`);
	if (later.from <= earlier.to) throw new RangeError(`spans overlap: ${later.from} to ${earlier.to}`);
	const { incidents } = selectIncidents(dossier, where, frontiers);
	const [before, after] = [earlier, later].map(({ from, to }) => ({
		count: incidents.filter(({ date_start }) => date_start >= from && date_start <= to).length,
		exposure: daysBetween(from, to) + 1,
	})) as [Exposed, Exposed];
	return {
		n: after.count,
		earlier_n: before.count,
		days_observed: after.exposure,
		earlier_days_observed: before.exposure,
		excluded: dossier.incidents.length - before.count - after.count,
		...compareRates(after, before),
		...withBursts(after, before, dispersion),
	};
}

/**
 * Each period against the one before it, on the days observed, by the conditional binomial test. Many
 * comparisons at once make some small p by chance: they are not corrected for it. `p`, `low` and `high` assume that
 * incidents come one by one: in bursts p is too small and the limits too near.
 *
 * @param counts complete, neither spread nor weighed
 * @param dispersion variance over mean, such as `dispersionWithin` finds
 * @throws `counts are not complete`, `count must be a whole number, 0 or more: 0.5`
 */
export function compareNeighbours(counts: Counts, dispersion = 1): ComparisonRow[] {
	checkComplete(counts);
	return counts.groups.flatMap((group) => {
		const rows = counts.rows.filter((row) => row.group === group);
		return rows.slice(1).flatMap((later, index): ComparisonRow[] => {
			const earlier = rows[index];
			if (earlier === undefined) return [];
			const [first, second] = [exposed(later), exposed(earlier)];
			return [
				{
					group,
					period: later.period,
					earlier_period: earlier.period,
					n: later.count,
					earlier_n: earlier.count,
					days_observed: later.days_observed,
					earlier_days_observed: earlier.days_observed,
					...compareRates(first, second),
					...withBursts(first, second, dispersion),
				},
			];
		});
	});
}

function withBursts(first: Exposed, second: Exposed, dispersion: number) {
	const { low, high } = overdispersedRatio(first, second, dispersion);
	return { low_overdispersed: low, high_overdispersed: high };
}

const exposed = ({ count, days_observed }: CountRow): Exposed => ({ count, exposure: days_observed });
