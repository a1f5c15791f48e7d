import type { Answers } from "./answers.js";
import { type RoundOptions, type TruthResult, tiesOf } from "./result.js";

/** How one fact-finder turns belief into trust and trust into belief (Pasternack & Roth, COLING 2010). */
export interface FactFinder {
	readonly method: string;
	/** Belief in every value before the first round. */
	readonly start: (answers: Answers) => Float64Array;
	/** Trust in every source, from belief and the trust of the round before (1 at first). */
	readonly trust: (answers: Answers, belief: Float64Array, trust: Float64Array) => Float64Array;
	readonly belief: (answers: Answers, trust: Float64Array) => Float64Array;
}

/**
 * Runs a fact-finder: trust and belief by turns, each divided by its maximum. Converged when no trust changes
 * by `tolerance` (1e-10) or more; at most `rounds` (1,000). Belief and trust have no unit: what counts is their
 * order, belief within one question only.
 */
export function findFacts(answers: Answers, finder: FactFinder, options: RoundOptions = {}): TruthResult {
	const { rounds = 1000, tolerance = 1e-10 } = options;
	let belief = finder.start(answers);
	let trust: Float64Array = new Float64Array(answers.sources.length).fill(1);
	let [round, converged] = [0, false];
	while (round < rounds && !converged) {
		round++;
		const next: Float64Array = byMaximum(finder.trust(answers, belief, trust));
		converged = next.every((score, source) => Math.abs(score - (trust[source] as number)) < tolerance);
		trust = next;
		belief = byMaximum(finder.belief(answers, trust));
	}
	return {
		method: finder.method,
		posterior: belief,
		scale: "belief",
		score: trust,
		rounds: round,
		converged,
		ties: tiesOf(answers, belief),
	};
}

/** Sum over each source's claims of a number of the claimed value. */
export function sumBySource(answers: Answers, ofValue: Float64Array): Float64Array {
	const sums = new Float64Array(answers.sources.length);
	const { claimSource, claimValue } = answers;
	for (let claim = 0; claim < claimSource.length; claim++) {
		const source = claimSource[claim] as number;
		sums[source] = (sums[source] as number) + (ofValue[claimValue[claim] as number] as number);
	}
	return sums;
}

/** Sum over each value's claims of a number of the claiming source. */
export function sumByValue(answers: Answers, ofSource: Float64Array): Float64Array {
	const sums = new Float64Array(answers.valueClass.length);
	const { claimSource, claimValue } = answers;
	for (let claim = 0; claim < claimValue.length; claim++) {
		const value = claimValue[claim] as number;
		sums[value] = (sums[value] as number) + (ofSource[claimSource[claim] as number] as number);
	}
	return sums;
}

function byMaximum(numbers: Float64Array): Float64Array {
	let most = 0;
	for (const each of numbers) most = Math.max(most, each);
	const shares = new Float64Array(numbers.length);
	if (most > 0) for (let at = 0; at < numbers.length; at++) shares[at] = (numbers[at] as number) / most;
	return shares;
}
