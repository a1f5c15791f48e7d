import type { Lifetime } from "./kaplan-meier.js";
import { solveLinear } from "./linear.js";
import { chiSquareTail } from "./quantiles.js";

/** Whether groups last equally long. */
export interface LogRank {
	/** Statistic, 0 or more. */
	readonly chi_square: number;
	/** Groups less one. */
	readonly degrees: number;
	/** Of the chi-square distribution, 0 to 1. */
	readonly p: number;
	/** In the order of the groups given. */
	readonly groups: readonly { readonly n: number; readonly observed: number; readonly expected: number }[];
}

/**
 * The log-rank test of two groups or more (Mantel 1966; Peto & Peto, Journal of the Royal Statistical Society
 * A 135, 1972): events seen in each group against those expected if all groups had one hazard, with the
 * hypergeometric variance for ties.
 *
 * Assumes that cases are independent and that censoring does not depend on the group's hazard; most powerful
 * where hazards are proportional, blind to curves that cross. If cases are correlated, p is too small:
 * `logRankStatistic` under a permutation that keeps them together says how much.
 *
 * @throws `fewer than two groups: 1`
 * @example
 * logRank([[{ time: 1, happened: true }], [{ time: 2, happened: true }]]).chi_square // → 1
 */
export function logRank(groups: readonly (readonly Lifetime[])[]): LogRank {
	if (groups.length < 2) throw new RangeError(`fewer than two groups: ${groups.length}`);
	const { chi_square, observed, expected } = logRankStatistic(
		groups.flat(),
		groups.flatMap((group, index) => group.map(() => index)),
		groups.length,
	);
	const degrees = groups.length - 1;
	return {
		chi_square,
		degrees,
		p: chiSquareTail(chi_square, degrees),
		groups: groups.map(({ length }, index) => ({
			n: length,
			observed: observed[index] as number,
			expected: expected[index] as number,
		})),
	};
}

/**
 * The statistic of the log-rank test for cases that each belong to a group by its number, 0 to `count` − 1;
 * 0 if the groups could not be compared.
 */
export function logRankStatistic(
	lifetimes: readonly Lifetime[],
	group: readonly number[],
	count: number,
): { readonly chi_square: number; readonly observed: readonly number[]; readonly expected: readonly number[] } {
	const [observed, expected, atRisk] = [zeros(count), zeros(count), zeros(count)];
	const variance = Array.from({ length: count }, () => zeros(count));
	const order = lifetimes.map((_, index) => index).sort((a, b) => at(lifetimes, a).time - at(lifetimes, b).time);
	for (const own of group) atRisk[own] = at(atRisk, own) + 1;
	for (let first = 0, next = 0; first < order.length; first = next) {
		const { time } = at(lifetimes, at(order, first));
		const n = order.length - first;
		let events = 0;
		const leaving = zeros(count);
		for (; next < order.length && at(lifetimes, at(order, next)).time === time; next++) {
			const own = at(group, at(order, next));
			leaving[own] = at(leaving, own) + 1;
			if (!at(lifetimes, at(order, next)).happened) continue;
			events++;
			observed[own] = at(observed, own) + 1;
		}
		const spread = n > 1 ? (events * (n - events)) / (n - 1) : 0;
		for (let i = 0; i < count; i++) {
			const share = at(atRisk, i) / n;
			expected[i] = at(expected, i) + events * share;
			const row = at(variance, i);
			for (let j = 0; j < count; j++) row[j] = at(row, j) + spread * share * ((i === j ? 1 : 0) - at(atRisk, j) / n);
		}
		for (let i = 0; i < count; i++) atRisk[i] = at(atRisk, i) - at(leaving, i);
	}
	// The differences add up to zero: one group follows from the others; a group that is never at risk beside others gives no information.
	const informative = variance.flatMap((row, index) => (at(row, index) > 1e-12 ? [index] : [])).slice(1);
	const difference = informative.map((index) => at(observed, index) - at(expected, index));
	const solved = solveLinear(
		informative.map((i) => informative.map((j) => at(at(variance, i), j))),
		difference,
	);
	const chi_square = difference.reduce((sum, each, index) => sum + each * at(solved, index), 0);
	return { chi_square, observed, expected };
}

const zeros = (count: number): number[] => new Array<number>(count).fill(0);
const at = <Item>(items: readonly Item[], index: number): Item => items[index] as Item;
