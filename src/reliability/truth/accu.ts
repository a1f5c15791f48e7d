import type { Answers } from "./answers.js";
import {
	type CopyConstants,
	copyConstants,
	copyProbability,
	copyProbabilityBlind,
	copyProbabilityOf,
	voteWeights,
} from "./copying.js";
import { leading, type RoundOptions, type TruthResult, tiesOf } from "./result.js";
import { pairOf, sharedAnswers } from "./shared-answers.js";

/** How ACCU estimates are made. */
export interface AccuOptions extends RoundOptions, Partial<CopyConstants> {
	/** `kept` (default): every claim is a vote. `discounted`: a probable copy counts less (eq. 11). */
	readonly copies?: "kept" | "discounted";
	/** `estimated` (default), or `alike` for all sources, which is the paper's DEPEN. */
	readonly accuracy?: "estimated" | "alike";
}

/** What ACCU estimates besides. */
export interface AccuResult extends TruthResult {
	/** Vote count (alike) or confidence (estimated) of each value. */
	readonly voteCount: Float64Array;
	/** Probability that two sources depend on each other, by `pairOf`, where they share a question; empty where copies are kept. */
	readonly dependence: ReadonlyMap<number, number>;
}

/** Accuracies stay this far from 0 and 1, so that no vote is infinite. */
const margin = 1e-9;

/**
 * ACCU (Dong, Berti-Equille & Srivastava, PVLDB 2(1), 2009): a value's confidence is the sum of ln(n A / (1 - A))
 * over its claimants, P = e^C / (Σ e^C over the claimed values + n + 1 - their number), and a source's accuracy
 * the mean P of its claims. With copies discounted, dependence between sources is estimated in the same rounds,
 * from the first on, for otherwise a copied majority becomes the truth.
 *
 * Assumes that all wrong values are alike and n the same for every question. Where sources have few claims, accuracy
 * and confidence raise each other until P is next to 0 or 1: it is sure of a plain majority. Accuracies start at
 * 1 - error; converged when no P changes by `tolerance` (1e-6) or more; at most `rounds` (100). Score: accuracy.
 * With copies discounted the time grows with the square of the sources that share a question.
 *
 * @example
 * [...accu(codeAnswers([{ question: "q", source: "a", value: "yes" }]), { error: 0.2 }).posterior] // → [0.8]
 */
export function accu(answers: Answers, options: AccuOptions = {}): AccuResult {
	const { copies = "kept", accuracy: how = "estimated", rounds = 100, tolerance = 1e-6, ...given } = options;
	const constants = { ...copyConstants, ...given };
	const { error, copied, wrongValues } = constants;
	const accuracy = new Float64Array(answers.sources.length).fill(1 - error);
	let posterior: Float64Array = new Float64Array(answers.valueClass.length);
	let voteCount: Float64Array = posterior;
	let pairs: ReadonlyMap<number, number> = new Map();
	let [round, converged] = [0, false];
	while (round < rounds && !converged) {
		round++;
		if (copies === "discounted") pairs = dependences(answers, round === 1 ? null : posterior, accuracy, constants, how);
		voteCount = how === "alike" ? count(answers, () => 1, pairs, copied) : count(answers, vote, pairs, copied);
		const next: Float64Array = how === "alike" ? voteCount : probabilities(answers, voteCount, wrongValues);
		converged = next.every((each, value) => Math.abs(each - (posterior[value] as number)) < tolerance);
		posterior = next;
		if (how === "estimated") measure();
	}
	return {
		method: how === "alike" ? "depen" : copies === "discounted" ? "accu" : "accu_no_dependence",
		posterior,
		scale: how === "alike" ? "belief" : "uncalibrated",
		score: accuracy,
		rounds: round,
		converged,
		ties: tiesOf(answers, posterior),
		voteCount,
		dependence: pairs,
	};

	function vote(source: number): number {
		const share = accuracy[source] as number;
		return Math.log((wrongValues * share) / (1 - share));
	}
	function measure(): void {
		accuracy.fill(0);
		const { claimSource, claimValue, claimsOfSource } = answers;
		for (let claim = 0; claim < claimSource.length; claim++) {
			const source = claimSource[claim] as number;
			const p = posterior[claimValue[claim] as number] as number;
			accuracy[source] = (accuracy[source] as number) + p / (claimsOfSource[source] as number);
		}
		accuracy.forEach((share, source) => {
			accuracy[source] = Math.min(1 - margin, Math.max(margin, share));
		});
	}
	/** Sum of the votes for each value, each with the weight that is left of it; the more accurate go first. */
	function count(
		{ claimStart, claimSource, claimValue, questions, valueClass, sources }: Answers,
		voteOf: (source: number) => number,
		dependence: ReadonlyMap<number, number>,
		share: number,
	): Float64Array {
		const sums = new Float64Array(valueClass.length);
		for (let q = 0; q < questions.length; q++) {
			const claimants = new Map<number, number[]>();
			for (let claim = claimStart[q] as number; claim < (claimStart[q + 1] as number); claim++) {
				const value = claimValue[claim] as number;
				const same = claimants.get(value);
				if (same) same.push(claimSource[claim] as number);
				else claimants.set(value, [claimSource[claim] as number]);
			}
			for (const [value, own] of claimants) {
				const order = own.sort((a, b) => (accuracy[b] as number) - (accuracy[a] as number) || a - b);
				const between = (a: number, b: number) => dependence.get(pairOf(a, b, sources.length)) ?? 0;
				// One claimant alone copies from nobody.
				const weights = dependence.size === 0 || order.length === 1 ? null : voteWeights(order, between, share);
				for (const source of order)
					sums[value] = (sums[value] as number) + voteOf(source) * (weights?.get(source) ?? 1);
			}
		}
		return sums;
	}
}

function probabilities(answers: Answers, confidence: Float64Array, wrongValues: number): Float64Array {
	const p = new Float64Array(confidence.length);
	const claimed = new Uint8Array(confidence.length);
	for (const value of answers.claimValue) claimed[value] = 1;
	for (let q = 0; q < answers.questions.length; q++) {
		const [from, to] = [answers.valueStart[q] as number, answers.valueStart[q + 1] as number];
		let [most, n] = [0, 0];
		for (let value = from; value < to; value++) {
			most = Math.max(most, confidence[value] as number);
			n += claimed[value] as number;
		}
		// Every value that nobody claims has confidence 0.
		let sum = Math.max(0, wrongValues + 1 - n) * Math.exp(-most);
		for (let value = from; value < to; value++) {
			p[value] = Math.exp((confidence[value] as number) - most);
			if (claimed[value]) sum += p[value] as number;
		}
		for (let value = from; value < to; value++) p[value] = (p[value] as number) / sum;
	}
	return p;
}

/** Probability of dependence for every pair that shares a question, by the leading answers of the round before. */
function dependences(
	answers: Answers,
	posterior: Float64Array | null,
	accuracy: Float64Array,
	constants: CopyConstants,
	how: "estimated" | "alike",
): Map<number, number> {
	const isTrue = new Uint8Array(answers.valueClass.length);
	if (posterior !== null)
		for (let q = 0; q < answers.questions.length; q++)
			for (const value of leading(answers, posterior, q)) isTrue[value] = 1;
	const S = answers.sources.length;
	return new Map(
		[...sharedAnswers(answers, isTrue)].map(([pair, shared]) => {
			if (posterior === null) return [pair, copyProbabilityBlind(shared.kt + shared.kf, shared.kd, constants)];
			if (how === "alike") return [pair, copyProbability(shared, constants)];
			const both = [accuracy[Math.floor(pair / S)] as number, accuracy[pair % S] as number] as const;
			return [pair, copyProbabilityOf(shared, both, constants)];
		}),
	);
}
