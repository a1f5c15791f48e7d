/** Constants of the model of copying (Dong, Berti-Equille & Srivastava, PVLDB 2(1), 2009). */
export interface CopyConstants {
	/** Probability that two sources depend on each other before anything is known of them, alpha. */
	readonly prior: number;
	/** Share of its answers that a copier copies, c. */
	readonly copied: number;
	/** Probability that a source errs in an answer of its own, epsilon. */
	readonly error: number;
	/** How many wrong values a question has, all alike, n. */
	readonly wrongValues: number;
}

/** The defaults that the paper states; its printed example needs prior .5, error .5 and 5 wrong values. */
export const copyConstants: CopyConstants = { prior: 0.2, copied: 0.8, error: 0.2, wrongValues: 5 };

/** How two sources compare on the questions that both answer. */
export interface SharedAnswers {
	/** The same true value. */
	readonly kt: number;
	/** The same false value. */
	readonly kf: number;
	/** Different values. */
	readonly kd: number;
}

/** How much likelier one shared answer is if one of the two copies (eq. 8): above 1 is evidence of copying. */
export function copyRatio(kind: keyof SharedAnswers, { copied, error, wrongValues }: CopyConstants): number {
	if (kind === "kd") return 1 - copied;
	return kind === "kt"
		? (1 - error + copied * error) / (1 - error)
		: (copied * wrongValues + error - copied * error) / error;
}

/** Probability of dependence, from the likelihood of what is shared under it against that without. */
export const dependence = (ratio: number, prior: number): number =>
	ratio === Number.POSITIVE_INFINITY ? 1 : (prior * ratio) / (1 - prior + prior * ratio);

/**
 * Probability that two sources depend on each other, given what they share (Dong et al. 2009, eq. 8). Shared
 * errors are the strongest evidence, stronger the more errors are possible; differences are evidence against it.
 *
 * @example
 * copyProbability({ kt: 3, kf: 0, kd: 2 }, { prior: 0.5, copied: 0.8, error: 0.5, wrongValues: 5 }) // → 0.189154
 */
export function copyProbability({ kt, kf, kd }: SharedAnswers, constants: CopyConstants = copyConstants): number {
	const ratio = copyRatio("kt", constants) ** kt * copyRatio("kf", constants) ** kf * copyRatio("kd", constants) ** kd;
	return dependence(ratio, constants.prior);
}

/**
 * The same before any truth is known, when a shared value may be right or wrong: probability ((1 - e)² + e² / n)
 * / 2 if independent (inferred from the figures of the paper, which says only that both are considered).
 *
 * @example
 * copyProbabilityBlind(3, 2, { prior: 0.5, copied: 0.8, error: 0.5, wrongValues: 5 }) // → 0.871411
 */
export function copyProbabilityBlind(same: number, different: number, constants: CopyConstants): number {
	const { prior, copied, error, wrongValues } = constants;
	const alone = ((1 - error) ** 2 + error ** 2 / wrongValues) / 2;
	return dependence(((copied + (1 - copied) * alone) / alone) ** same * (1 - copied) ** different, prior);
}

/**
 * The same with an accuracy for each of the two (eqs. 12 to 17): either may be the copier, and it is the one
 * whose shared answers look like those of the other. Both directions together.
 */
export function copyProbabilityOf(
	{ kt, kf, kd }: SharedAnswers,
	[a, b]: readonly [number, number],
	{ prior, copied, wrongValues }: CopyConstants,
): number {
	const [right, wrong] = [a * b, ((1 - a) * (1 - b)) / wrongValues];
	const from = (accuracy: number) =>
		((accuracy * copied + right * (1 - copied)) / right) ** kt *
		(((1 - accuracy) * copied + wrong * (1 - copied)) / wrong) ** kf *
		(1 - copied) ** kd;
	return dependence((from(a) + from(b)) / 2, prior);
}

/**
 * How many independent votes the claimants of one value are worth (eq. 11): starting with the two that most
 * likely depend on each other, each counts with the probability that it copied from none before it.
 *
 * @param sources claimants; where probabilities tie, the earlier of them is taken first
 * @param probability of dependence between two of them
 * @returns each source's weight, 0 to 1
 * @example
 * [...voteWeights([0, 1, 2], () => 0.4, 0.8).values()] // → [1, 0.68, 0.4624]
 */
export function voteWeights(
	sources: readonly number[],
	probability: (a: number, b: number) => number,
	copied: number,
): Map<number, number> {
	const weights = new Map<number, number>();
	const closest = (source: number, others: Iterable<number>) => {
		let most = -1;
		for (const other of others) if (other !== source) most = Math.max(most, probability(source, other));
		return most;
	};
	const left = [...sources];
	while (left.length > 0) {
		const others = weights.size === 0 ? sources : [...weights.keys()];
		const next = left.reduce((best, source) => (closest(source, others) > closest(best, others) ? source : best));
		let weight = 1;
		for (const counted of weights.keys()) weight *= 1 - copied * probability(next, counted);
		weights.set(next, weight);
		left.splice(left.indexOf(next), 1);
	}
	return weights;
}
