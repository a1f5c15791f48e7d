import { clampDay, daysBetween } from "../calendar.js";
import { garwood } from "../statistics/poisson.js";
import type { CountRow, Counts } from "./counts.js";
import { dateIndex } from "./date-index.js";

/** A row of running sums. */
export interface RunningRow extends CountRow {
	/** First day that the sum reaches back to. */
	readonly sum_from: string;
	readonly n_periods: number;
}

/** A spell of periods in which a group has no incident. */
export interface Gap {
	readonly group: string | null;
	/** First and last day of the spell, within the window. */
	readonly from: string;
	readonly to: string;
	readonly periods: number;
	readonly days: number;
}

/** First and last period in which a group has an incident. */
export interface Span {
	readonly group: string | null;
	readonly first_period: string;
	readonly last_period: string;
}

/**
 * Counts with groups merged: rows of one period and one new group become their sum. Totals stay.
 *
 * @param merge the new group of a group; by default all become one
 */
export function regroup(counts: Counts, merge: (group: string | null) => string | null = () => null): Counts {
	const rows = new Map<string, CountRow>();
	for (const row of counts.rows) {
		const group = merge(row.group);
		const key = `${group} ${row.period}`;
		const count = (rows.get(key)?.count ?? 0) + row.count;
		rows.set(key, { ...row, group, count, ...garwood(count) });
	}
	const groups = [...new Set(counts.groups.map(merge))];
	const ordered = groups.flatMap((group) =>
		[...rows.values()].filter((row) => row.group === group).sort((a, b) => (a.period < b.period ? -1 : 1)),
	);
	return { ...counts, groups, rows: ordered };
}

/**
 * Sums from the first period of the window to each. Intervals are of the sum; neighbouring rows share most
 * of their incidents and must not be compared with each other.
 *
 * @throws `counts are not complete`
 */
export function cumulate(counts: Counts): RunningRow[] {
	return counts.groups.flatMap((group) => sums(counts, group, Number.POSITIVE_INFINITY));
}

/**
 * Sums of each period and the k − 1 before it, so that the latest period has its value; the first k − 1 have
 * none. Neighbouring rows share incidents.
 *
 * @throws `counts are not complete`, `window must be a whole number of periods: 0`
 */
export function trailing(counts: Counts, k: number): RunningRow[] {
	if (!(Number.isInteger(k) && k > 0)) throw new RangeError(`window must be a whole number of periods: ${k}`);
	return counts.groups.flatMap((group) => sums(counts, group, k).slice(k - 1));
}

function sums(counts: Counts, group: string | null, k: number): RunningRow[] {
	if (!counts.is_complete) throw new RangeError("counts are not complete");
	const rows = counts.rows.filter((row) => row.group === group);
	return rows.map((row, index) => {
		const part = rows.slice(Math.max(0, index + 1 - k), index + 1);
		const add = (value: (row: CountRow) => number) => part.reduce((sum, each) => sum + value(each), 0);
		const count = add((each) => each.count);
		return {
			...row,
			count,
			...garwood(count),
			days_observed: add((each) => each.days_observed),
			is_part: part.some((each) => each.is_part),
			sum_from: part[0]?.period ?? row.period,
			n_periods: part.length,
		};
	});
}

/** Spells without an incident, by group: rows that are missing or zero. Assumes nothing of why it was quiet. */
export function gaps(counts: Counts): Gap[] {
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

/** First and last period with an incident, by group; a group without any has no row. */
export function firstAndLast(counts: Counts): Span[] {
	return counts.groups.flatMap((group) => {
		const seen = counts.rows
			.filter((row) => row.group === group && row.count > 0)
			.map(({ period }) => period)
			.sort();
		const [first, last] = [seen[0], seen.at(-1)];
		return first === undefined || last === undefined ? [] : [{ group, first_period: first, last_period: last }];
	});
}
