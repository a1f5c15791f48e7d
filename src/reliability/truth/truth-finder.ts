import type { Answers } from "./answers.js";
import { sumBySource, sumByValue } from "./fact-finder.js";
import { numberOfAnswer } from "./number-of-answer.js";
import { type RoundOptions, type TruthResult, tiesOf } from "./result.js";

/** How TruthFinder estimates are made; defaults as in the paper. */
export interface TruthFinderOptions extends RoundOptions {
	/** Trust in every source at first; default .9. */
	readonly trust?: number;
	/** Weight of what other values imply, rho; default .5. */
	readonly influence?: number;
	/** Dampening gamma, for sources that are not independent; default .3. */
	readonly dampening?: number;
	/** How far one value of a question supports another, -1 to 1; by default not at all. */
	readonly implication?: (from: string, to: string) => number;
}

/** How far apart two counts may be, as a difference of logarithms, and still support each other. */
const nearLog = 0.1;

/**
 * An implication for counts: near 1 between numbers that nearly agree, near 0 between others and between words.
 *
 * @example
 * impliesNearCount("100", "110") // → 0.64
 */
export function impliesNearCount(from: string, to: string): number {
	const apart = Math.log1p(numberOfAnswer(from)) - Math.log1p(numberOfAnswer(to));
	return Number.isNaN(apart) ? 0 : Math.exp(-0.5 * (apart / nearLog) ** 2);
}

/**
 * TruthFinder (Yin, Han & Yu, KDD 2007): trust is the mean belief in a source's claims; belief grows with
 * -ln(1 - trust) of those who claim a value, and with what near values imply.
 *
 * Rivals do not count against each other, so every value can be believed and trust runs to 1; where it gets
 * there the rounds end, not converged. Belief is no probability. Converged when 1 - cosine between the trust
 * of two rounds is below `tolerance` (.001, the paper's choice); at most `rounds` (1,000).
 *
 * @example
 * [...truthFinder(codeAnswers(["yes", "yes", "no"].map((value, at) => ({ question: "q", source: `s${at}`, value })))).posterior] // → [0.582, 0.724]
 */
export function truthFinder(answers: Answers, options: TruthFinderOptions = {}): TruthResult {
	const { rounds = 1000, tolerance = 0.001, influence = 0.5, dampening = 0.3, implication } = options;
	const between = implication === undefined ? null : implications(answers, implication);
	let trust = new Float64Array(answers.sources.length).fill(options.trust ?? 0.9);
	let belief = new Float64Array(answers.valueClass.length);
	let [round, converged, saturated] = [0, false, false];
	while (round < rounds && !converged && !saturated) {
		round++;
		const scores = sumByValue(
			answers,
			trust.map((score) => -Math.log(1 - score)),
		);
		belief = scores.map((score, value) => {
			const implied = between === null ? 0 : between(value, scores);
			return 1 / (1 + Math.exp(-dampening * (score + influence * implied)));
		});
		const next = sumBySource(answers, belief).map((sum, source) => sum / (answers.claimsOfSource[source] as number));
		converged = Math.max(0, 1 - cosine(trust, next)) < tolerance;
		saturated = next.some((score) => score >= 1);
		trust = next;
	}
	return {
		method: "truth_finder",
		posterior: belief,
		scale: "belief",
		score: trust,
		rounds: round,
		converged: converged && !saturated,
		ties: tiesOf(answers, belief),
	};
}

/** What the other values of a question imply for one, given the scores of all. */
function implications(
	{ questions, valueStart, valueClass, classes }: Answers,
	implication: (from: string, to: string) => number,
): (value: number, scores: Float64Array) => number {
	const questionOf = new Int32Array(valueClass.length);
	for (let q = 0; q < questions.length; q++) questionOf.fill(q, valueStart[q], valueStart[q + 1]);
	const name = (value: number) => classes[valueClass[value] as number] as string;
	return (value, scores) => {
		const q = questionOf[value] as number;
		let sum = 0;
		for (let other = valueStart[q] as number; other < (valueStart[q + 1] as number); other++)
			if (other !== value) sum += (scores[other] as number) * implication(name(other), name(value));
		return sum;
	};
}

function cosine(a: Float64Array, b: Float64Array): number {
	const dot = (x: Float64Array, y: Float64Array) => x.reduce((sum, each, at) => sum + each * (y[at] as number), 0);
	return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}
