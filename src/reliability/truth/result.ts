import type { Answers } from "./answers.js";

/**
 * What the numbers in `posterior` are: the share of original sources, an uncalibrated probability of the model, or a score
 * without a unit. None of them may be printed as a word of probability.
 */
export type PosteriorScale = "vote_share" | "uncalibrated" | "belief";

/** The answers a truth method believes, and how far it trusts each source. */
export interface TruthResult {
	/** Name of the method. */
	readonly method: string;
	/** One number per value, in the order of `valueClass`; more means more believed, within one question. */
	readonly posterior: Float64Array;
	readonly scale: PosteriorScale;
	/** One number per source, in the order of `sources`; its meaning is the method's. */
	readonly score: Float64Array;
	/** Rounds until it converged, or the most allowed. */
	readonly rounds: number;
	/** The method's own rule to stop was met before its last round. */
	readonly converged: boolean;
	/** Questions, by index, on which two values or more are equally believed: no answer is given. */
	readonly ties: readonly number[];
}

/** When rounds end. */
export interface RoundOptions {
	/** At most so many rounds. */
	readonly rounds?: number;
	/** A change below this ends them. */
	readonly tolerance?: number;
}

/** Two values whose posteriors differ by less than this share of the larger are equally believed. */
export const tieTolerance = 1e-9;

/**
 * The most believed values of question `q`, as indices into `valueClass`: one, or all that tie.
 *
 * @example
 * const answers = codeAnswers(["yes", "yes", "no"].map((value, at) => ({ question: "q", source: `s${at}`, value })));
 * leading(answers, vote(answers).posterior, 0) // → [1]
 */
export function leading(
	{ valueStart }: Pick<Answers, "valueStart">,
	posterior: Float64Array,
	q: number,
): readonly number[] {
	const [from, to] = [valueStart[q] as number, valueStart[q + 1] as number];
	const least = leastLeading(posterior, from, to);
	const best: number[] = [];
	for (let value = from; value < to; value++) if ((posterior[value] as number) >= least) best.push(value);
	return best;
}

function countLeading({ valueStart }: Pick<Answers, "valueStart">, posterior: Float64Array, q: number): number {
	const from = valueStart[q] as number;
	const to = valueStart[q + 1] as number;
	const least = leastLeading(posterior, from, to);
	let count = 0;
	for (let value = from; value < to; value++) if ((posterior[value] as number) >= least) count++;
	return count;
}

/** How much a value must be believed to lead, or to tie with the one that does. */
function leastLeading(posterior: Float64Array, from: number, to: number): number {
	let most = Number.NEGATIVE_INFINITY;
	for (let value = from; value < to; value++) most = Math.max(most, posterior[value] as number);
	return most - Math.abs(most) * tieTolerance;
}

/** Questions whose most believed value is not one. */
export function tiesOf(answers: Pick<Answers, "questions" | "valueStart">, posterior: Float64Array): number[] {
	const tied: number[] = [];
	for (let q = 0; q < answers.questions.length; q++) if (countLeading(answers, posterior, q) > 1) tied.push(q);
	return tied;
}

/**
 * The most believed answer of each question by name; all that tie where it is not one.
 *
 * @example
 * const answers = codeAnswers(["yes", "yes", "no"].map((value, at) => ({ question: "q", source: `s${at}`, value })));
 * believed(answers, vote(answers)).get("q") // → ["yes"]
 */
export function believed(answers: Answers, { posterior }: Pick<TruthResult, "posterior">): Map<string, string[]> {
	return new Map(answers.questions.map((question, q) => [question, believedAnswers(answers, posterior, q)]));
}

/** The most believed answer of question `q` by name; all that tie. */
export const believedAnswers = (answers: Answers, posterior: Float64Array, q: number): string[] =>
	leading(answers, posterior, q).map((value) => answers.classes[answers.valueClass[value] as number] as string);
