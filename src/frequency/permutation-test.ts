import { dispersion } from "../statistics/dispersion.js";
import type { Random } from "../statistics/random.js";
import { shuffle } from "../statistics/shuffle.js";

/** Whether groups of periods differ by more than chance, clustering within a period included. */
export interface PermutationTest {
	/** Share of the permutations in which the groups differ at least as much, the data themselves among them. */
	readonly p: number;
	/** Random permutations. */
	readonly draws: number;
}

/** One period of a permutation test: its count, its days, and the group it belongs to. */
export interface GroupedPeriod {
	readonly group: number | string;
	readonly count: number;
	readonly days_observed: number;
}

/** Permutations of every test of the frequency measures. */
export const permutationDraws = 999;

/**
 * Permutes the counts among the periods and compares the dispersion between groups with the one seen (permutation
 * test; Fisher 1935). A cluster within one period keeps its size and loses its group. Assumes periods of about one
 * length, and that without a difference any period could have had any period's count.
 *
 * @throws `needs two periods or more: 1`, `needs an event or more`
 * @example
 * permutationTest([{ group: 1, count: 4, days_observed: 30 }, { group: 2, count: 4, days_observed: 30 }], seeded(1)).p // → 1
 */
export function permutationTest(
	periods: readonly GroupedPeriod[],
	random: Random,
	draws = permutationDraws,
): PermutationTest {
	const groups = [...new Set(periods.map(({ group }) => group))];
	const place = new Map(groups.map((group, index) => [group, index]));
	const at = periods.map(({ group }) => place.get(group) ?? 0);
	const sumOf = (values: readonly number[]) => {
		const sums = groups.map(() => 0);
		values.forEach((value, index) => {
			const group = at[index] ?? 0;
			sums[group] = (sums[group] ?? 0) + value;
		});
		return sums;
	};
	const days = sumOf(periods.map(({ days_observed }) => days_observed));
	const counts = periods.map(({ count }) => count);
	const seen = dispersion(sumOf(counts), days).statistic;
	let asMuch = 1;
	for (let draw = 0; draw < draws; draw++)
		if (dispersion(sumOf(shuffle(counts, random)), days).statistic >= seen - 1e-9) asMuch += 1;
	return { p: asMuch / (draws + 1), draws };
}
