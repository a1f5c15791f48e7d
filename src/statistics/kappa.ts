/** Agreement of two judges on the same things, beyond chance. */
export interface Kappa {
	/** 1 for full agreement, 0 for chance; `null` where both say one and the same throughout, or nothing. */
	readonly kappa: number | null;
	/** Share of pairs that agree, 0 to 1; `null` without pairs. */
	readonly agreement: number | null;
	/** Pairs of ratings. */
	readonly n: number;
}

/**
 * Cohen's kappa (Educational and Psychological Measurement 20, 1960): (agreement − expected) / (1 − expected),
 * expected from how often each of the two gives each grade. Grades are names: a near miss is a miss.
 *
 * @param pairs what the first and the second judge said of each thing
 * @example
 * cohenKappa([["a", "a"], ["a", "b"], ["b", "b"], ["b", "b"]]) // → { kappa: 0.5, agreement: 0.75, n: 4 }
 */
export function cohenKappa(pairs: readonly (readonly [string, string])[]): Kappa {
	const n = pairs.length;
	if (n === 0) return { kappa: null, agreement: null, n };
	const grades = new Set(pairs.flat());
	const agreement = pairs.filter(([first, second]) => first === second).length / n;
	const shareOf = (judge: 0 | 1, grade: string) => pairs.filter((pair) => pair[judge] === grade).length / n;
	const expected = [...grades].reduce((sum, grade) => sum + shareOf(0, grade) * shareOf(1, grade), 0);
	return { kappa: expected < 1 ? (agreement - expected) / (1 - expected) : null, agreement, n };
}
