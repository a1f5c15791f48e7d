import { clampDay, daysBetween } from "../calendar/days.js";
import { intervalLevel } from "../statistics/interval-level.js";
import { garwood } from "../statistics/poisson.js";
import type { CountRow, Counts } from "./counts.js";
import { checkComplete, checkCounts } from "./counts.js";
import { dateIndex } from "./date-index.js";

/** A row of running sums. */
export interface RunningRow extends CountRow {
	/** First day that the sum reaches back to. */
	readonly sum_from: string;
	readonly n_periods: number;
}

/** Consecutive periods in which a group has no incident. */
export interface Gap {
	readonly group: string | null;
	/** First and last day, within the window. */
	readonly from: string;
	readonly to: string;
	/** Periods without an incident, one after the other. */
	readonly periods: number;
	/** Days from `from` to `to`, both counted. */
	readonly days: number;
}

/** First and last period in which a group has an incident. */
export interface Span {
	readonly group: string | null;
	readonly first_period: string;
	readonly last_period: string;
}

/**
 * Counts with groups merged: rows of one period and one new group become their sum. Totals stay. Assumes that no
 * incident is in two groups, which holds for every grouping of `countIncidents`.
 *
 * @param merge the new group of a group; by default all become one
 * @throws whatever breaks the promise of the table
 */
export function regroup(counts: Counts, merge: (group: string | null) => string | null = () => null): Counts {
	checkCounts(counts);
	const merged = new Map(counts.groups.map((group) => [merge(group), new Map<string, CountRow>()]));
	for (const row of counts.rows) {
		const group = merge(row.group);
		const own = merged.get(group);
		own?.set(row.period, { ...row, group, count: (own.get(row.period)?.count ?? 0) + row.count });
	}
	const rows = [...merged.values()].flatMap((own) =>
		[...own.values()]
			.sort((a, b) => (a.period < b.period ? -1 : 1))
			.map((row): CountRow => ({ ...row, ...garwood(row.count, intervalLevel) })),
	);
	return { ...counts, groups: [...merged.keys()], rows };
}

/**
 * Sums from the first period of the window to each. Assumes that every period was observed. Intervals are of the
 * sum; neighbouring rows share most of their incidents and must not be compared with each other.
 *
 * @throws `counts are not complete`
 * @example
 * cumulate(countIncidents(dossier, { by: "month" })).slice(0, 3).map(({ count }) => count) // → [2, 2, 3]
 */
export function cumulate(counts: Counts): RunningRow[] {
	return sums(counts, Number.POSITIVE_INFINITY);
}

/**
 * Sums of each period and the k − 1 before it, so that the latest period has its value; the first k − 1 have
 * none. Assumes that every period was observed. Neighbouring rows share incidents: a wave in them may be one
 * cluster that enters and leaves.
 *
 * @throws `counts are not complete`, `window must be a whole number of periods: 0`
 * @example
 * trailing(countIncidents(dossier, { by: "month" }), 3)[0] // → { sum_from: "2022-01-01", period_end: "2022-03-31", count: 3, days_observed: 90 }
 */
export function trailing(counts: Counts, k: number): RunningRow[] {
	if (!(Number.isInteger(k) && k > 0)) throw new RangeError(`window must be a whole number of periods: ${k}`);
	return sums(counts, k).filter(({ n_periods }) => n_periods === k);
}

function sums(counts: Counts, k: number): RunningRow[] {
	checkComplete(counts);
	return counts.groups.flatMap((group) => {
		const rows = counts.rows.filter((row) => row.group === group);
		const counted = runningSums(rows.map(({ count }) => count));
		const days = runningSums(rows.map(({ days_observed }) => days_observed));
		const parts = runningSums(rows.map(({ is_part }) => Number(is_part)));
		return rows.map((row, index): RunningRow => {
			const first = Math.max(0, index + 1 - k);
			const over = (total: readonly number[]) => (total[index + 1] ?? 0) - (total[first] ?? 0);
			// Sums of fractions leave a remainder in the last digits where nothing is left.
			const count = Math.max(0, Number(over(counted).toFixed(9)));
			return {
				...row,
				count,
				...garwood(count, intervalLevel),
				days_observed: over(days),
				is_part: over(parts) > 0,
				sum_from: rows[first]?.period ?? row.period,
				n_periods: index + 1 - first,
			};
		});
	});
}

function runningSums(values: readonly number[]): number[] {
	const totals = [0];
	for (const value of values) totals.push((totals.at(-1) ?? 0) + value);
	return totals;
}

/**
 * Consecutive periods without an incident, by group: rows that are missing or zero. It does not say why: `coverage`
 * shows where too few sources reported.
 *
 * @throws whatever breaks the promise of the table
 * @example
 * gaps(countIncidents(dossier, { by: "month" })).map(({ periods }) => periods) // → [1, 1, 7]
 */
export function gaps(counts: Counts): Gap[] {
	checkCounts(counts);
	const index = dateIndex(counts.by, counts.window);
	const { observed_from, observed_to } = counts.window;
	return counts.groups.flatMap((group) => {
		const seen = new Set(counts.rows.filter((row) => row.group === group && row.count > 0).map((row) => row.period));
		const spells: string[][] = [];
		index.starts.forEach((start, place) => {
			if (seen.has(start)) return;
			const before = index.starts[place - 1];
			const last = spells.at(-1);
			if (last !== undefined && last.at(-1) === before) last.push(start);
			else spells.push([start]);
		});
		return spells.map((spell): Gap => {
			const [first = observed_from, last = observed_from] = [spell[0], spell.at(-1)];
			const end = index.endOf(last);
			const [from, to] = [clampDay(first, observed_from, observed_to), clampDay(end, observed_from, observed_to)];
			return { group, from, to, periods: spell.length, days: daysBetween(from, to) + 1 };
		});
	});
}

/**
 * First and last period with an incident, by group; a group without any has no row. Assumes nothing of what lay
 * before or after the window.
 *
 * @throws whatever breaks the promise of the table
 */
export function firstAndLast(counts: Counts): Span[] {
	checkCounts(counts);
	return counts.groups.flatMap((group) => {
		const seen = counts.rows
			.filter((row) => row.group === group && row.count > 0)
			.map(({ period }) => period)
			.sort();
		const [first, last] = [seen[0], seen.at(-1)];
		return first === undefined || last === undefined ? [] : [{ group, first_period: first, last_period: last }];
	});
}
