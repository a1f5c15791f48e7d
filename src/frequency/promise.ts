import type { Counts } from "./counts.js";
import { dateIndex } from "./date-index.js";

/**
 * Checks what a table of counts promises: every row stands for a period of its date index and one of its groups,
 * none stands twice, no count is below zero, and a table said to be complete has them all. Every verb checks it,
 * so that rows put together or filtered by hand cannot pass for counts.
 *
 * @throws `not a period of the table: 2021-02-03`, `unknown group: closure`, `row given twice: 2021-02-01 closure`,
 *   `count must be 0 or more: -1`, `counts are not complete`
 */
export function checkCounts({ by, window, groups, rows, is_complete }: Counts): void {
	const starts = dateIndex(by, window).starts;
	const periods = new Set(starts);
	const seen = new Map(groups.map((group) => [group, new Set<string>()]));
	for (const { period, group, count } of rows) {
		if (!periods.has(period)) throw new RangeError(`not a period of the table: ${period}`);
		const own = seen.get(group);
		if (own === undefined) throw new RangeError(`unknown group: ${group}`);
		if (own.has(period)) throw new RangeError(`row given twice: ${period} ${group}`);
		if (!(count >= 0)) throw new RangeError(`count must be 0 or more: ${count}`);
		own.add(period);
	}
	if (is_complete && rows.length !== starts.length * groups.length) throw new RangeError("counts are not complete");
}

/** The same for a verb that reads zeros as zeros: a table that was not completed is refused too. */
export function checkComplete(counts: Counts): void {
	if (!counts.is_complete) throw new RangeError("counts are not complete");
	checkCounts(counts);
}
