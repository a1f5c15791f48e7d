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
export const logRankStatistic = (
	lifetimes: readonly Lifetime[],
	group: readonly number[],
	count: number,
): LogRankStatistic => logRankOf(lifetimes, count)(group);

/** The log-rank statistic, with the events of each group and those expected. */
export interface LogRankStatistic {
	readonly chi_square: number;
	readonly observed: readonly number[];
	readonly expected: readonly number[];
}

/** The same for one list of cases and many divisions into groups: the cases are put in order once. */
export function logRankOf(
	lifetimes: readonly Lifetime[],
	count: number,
): (group: readonly number[]) => LogRankStatistic {
	const order = lifetimes.map((_, index) => index).sort((a, b) => at(lifetimes, a).time - at(lifetimes, b).time);
	const times = Float64Array.from(order, (index) => at(lifetimes, index).time);
	const happened = Uint8Array.from(order, (index) => (at(lifetimes, index).happened ? 1 : 0));
	return (group) => {
		const [observed, expected, atRisk] = [zeros(count), zeros(count), zeros(count)];
		const variance = Array.from({ length: count }, () => zeros(count));
		const leaving = zeros(count);
		for (const own of group) atRisk[own] = at(atRisk, own) + 1;
		for (let first = 0, next = 0; first < order.length; first = next) {
			const time = times[first];
			const n = order.length - first;
			let events = 0;
			leaving.fill(0);
			for (; next < order.length && times[next] === time; next++) {
				const own = group[order[next] as number] as number;
				leaving[own] = at(leaving, own) + 1;
				if (happened[next] === 0) continue;
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
	};
}

const zeros = (count: number): number[] => new Array<number>(count).fill(0);
const at = <Item>(items: readonly Item[], index: number): Item => items[index] as Item;
