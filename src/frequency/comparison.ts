import { clampDay, daysBetween } from "../calendar/days.js";
import type { Dossier } from "../records/records.js";
import { selectIncidents } from "../records/selection.js";
import { intervalLevel } from "../statistics/interval-level.js";
import { chartRandom } from "../statistics/random.js";
import { compareRates, type Exposed, overdispersedRatio, type RateRatio } from "../statistics/rate-comparison.js";
import type { CountOptions, CountRow, Counts } from "./counts.js";
import { checkComplete, countIncidents } from "./counts.js";
import { type PermutationTest, permutationTest } from "./permutation-test.js";
import { dispersionWithin } from "./variation.js";

/** Two neighbouring periods of one group, compared. */
export interface ComparisonRow extends RateRatio {
	readonly group: string | null;
	/** First day of the later period. */
	readonly period: string;
	/** First day of the earlier period. */
	readonly earlier_period: string;
	/** Incidents in the later period. */
	readonly n: number;
	/** Incidents in the earlier period. */
	readonly earlier_n: number;
	readonly days_observed: number;
	readonly earlier_days_observed: number;
	/** Limits of the ratio allowing for clustering, with the dispersion given; `high` is `null` where there is none. */
	readonly low_overdispersed: number;
	readonly high_overdispersed: number | null;
}

/** Days from the first to the last, both included. */
export interface DaySpan {
	/** First day, YYYY-MM-DD. */
	readonly from: string;
	/** Last day, counted in. */
	readonly to: string;
}

/** A later span of days compared with an earlier one. */
export interface SpanComparison extends RateRatio {
	/** Incidents in the later span. */
	readonly n: number;
	/** Incidents in the earlier span. */
	readonly earlier_n: number;
	readonly days_observed: number;
	readonly earlier_days_observed: number;
	/** Limits of the ratio allowing for clustering, with the dispersion given; `high` is `null` where there is none. */
	readonly low_overdispersed: number;
	readonly high_overdispersed: number | null;
	/** Incidents of the dossier in neither span, or not asked for; with both n they make all. */
	readonly excluded: number;
}

/**
 * Compares two spans of days by the conditional binomial test: is it more than before? An incident counts where it
 * begins. Choose the spans before you look: p is too small for a span picked because it was quiet. Assumes equal source
 * coverage in both; `p`, `low` and `high` also assume independent incidents.
 *
 * @throws `spans overlap: 2023-01-01 to 2023-06-30`, `span outside the observed window: 2020-01-01 to 2020-12-31`
 * @example
 * compareSpans(dossier, { from: "2022-01-01", to: "2022-06-30" }, { from: "2022-07-01", to: "2022-12-31" }) // → { earlier_n: 4, earlier_days_observed: 181, n: 0, days_observed: 184, ratio: 0 }
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
		...compareRates(after, before, intervalLevel),
		...overdispersedLimits(after, before, dispersion),
	};
}

/**
 * Compares each period with the one before it, on the observed days, by the conditional binomial test. The p-values are
 * not corrected for the number of comparisons. `p`, `low` and `high` assume independent incidents: with clustering p is
 * too small and the limits too narrow.
 *
 * @param counts complete, neither apportioned nor weighed
 * @param dispersion variance over mean, such as `dispersionWithin` finds
 * @throws `counts are not complete`, `count must be a whole number, 0 or more: 0.5`
 * @example
 * compareNeighbours(countIncidents(dossier, { by: "month" }))[0] // → { earlier_period: "2022-01-01", earlier_n: 2, period: "2022-02-01", n: 0, ratio: 0 }
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
					...compareRates(first, second, intervalLevel),
					...overdispersedLimits(first, second, dispersion),
				},
			];
		});
	});
}

/** The second half of the observed months compared with the first. */
export interface HalvesComparison extends SpanComparison {
	readonly earlier: DaySpan;
	readonly later: DaySpan;
	readonly earlier_months: number;
	readonly later_months: number;
	/** Variance over mean of months within the halves: above 1 where incidents cluster. */
	readonly dispersion: number;
	/** Whether the halves differ by more than chance: months permuted between them. */
	readonly test: PermutationTest;
}

/**
 * Compares the second half of the observed months with the first: a split that the calendar makes, not the reader. Where
 * months are odd in number the first half has one more. Assumes equal source coverage in both halves. `null` with a
 * single month or without an incident.
 *
 * @example
 * compareHalves(dossier) // → { earlier_n: 4, n: 0, later: { from: "2022-07-01", to: "2022-12-31" } }
 */
export function compareHalves(
	dossier: Dossier,
	options: Pick<CountOptions, "where" | "frontiers"> = {},
): HalvesComparison | null {
	const months = countIncidents(dossier, { ...options, by: "month" });
	const { observed_from: from, observed_to: to } = months.window;
	const middle = Math.ceil(months.rows.length / 2);
	const [before, split] = [months.rows[middle - 1], months.rows[middle]];
	if (months.n === 0 || before === undefined || split === undefined) return null;
	const halfOf = (period: string) => (period < split.period ? "earlier" : "later");
	const dispersion = dispersionWithin(months, halfOf).index;
	const earlier = { from, to: clampDay(before.period_end, from, to) };
	const later = { from: split.period, to };
	return {
		...compareSpans(dossier, earlier, later, { ...options, dispersion: Math.max(1, dispersion) }),
		earlier,
		later,
		earlier_months: middle,
		later_months: months.rows.length - middle,
		dispersion,
		test: permutationTest(
			months.rows.map(({ period, count, days_observed }) => ({ group: halfOf(period), count, days_observed })),
			chartRandom(),
		),
	};
}

function overdispersedLimits(first: Exposed, second: Exposed, dispersion: number) {
	const { low, high } = overdispersedRatio(first, second, dispersion, intervalLevel);
	return { low_overdispersed: low, high_overdispersed: high };
}

const exposed = ({ count, days_observed }: CountRow): Exposed => ({ count, exposure: days_observed });
