import type { Answers } from "./answers.js";
import { normalise } from "./normalise.js";
import { type RoundOptions, type TruthResult, tiesOf } from "./result.js";
import { voteShares } from "./vote.js";

/** How Dawid–Skene estimates are made. */
export interface DawidSkeneOptions extends RoundOptions {
	/** Added to every cell of every source's table; 0 (default) is maximum likelihood. */
	readonly smoothing?: number;
}

/** What Dawid–Skene estimates besides. */
export interface DawidSkeneResult extends TruthResult {
	/** Probability that source `s` gives class `l` where class `k` is true, at `(s * K + k) * K + l`. */
	readonly confusion: Float64Array;
	/** Share of each class among the questions. */
	readonly classShare: Float64Array;
	/** Of the answers, the truth summed over; with smoothing it is not what is maximised. */
	readonly logLikelihood: number;
}

/**
 * A table of errors a source: how often it gives class l where k is true (Dawid & Skene, Applied Statistics
 * 28(1), 1979), by expectation and maximisation. A source may answer a question more than once.
 *
 * Assumes one list of classes for all questions (code with `candidates: "all"`), sources that are independent
 * given the truth, and enough answers for K² numbers a source: with few it is sure and wrong, and without
 * smoothing a cell that reaches 0 stays there. A source that never meets a class has the same probability for
 * all answers to it. Starts from claim shares; converged when the log likelihood changes by less than
 * `tolerance` (1e-10) of itself, at most `rounds` (1,000).
 *
 * Score: probability that a source is right on a question drawn by the class shares.
 */
export function dawidSkene(answers: Answers, options: DawidSkeneOptions = {}): DawidSkeneResult {
	const { smoothing = 0, rounds = 1000, tolerance = 1e-10 } = options;
	const K = answers.classes.length;
	const posterior = voteShares(answers);
	const confusion = new Float64Array(answers.sources.length * K * K);
	const classShare = new Float64Array(K);
	let [logLikelihood, round, converged] = [Number.NEGATIVE_INFINITY, 0, false];
	while (round < rounds && !converged) {
		round++;
		maximise(answers, posterior, smoothing, confusion, classShare);
		const now = expect(answers, confusion, classShare, posterior);
		converged = Math.abs(now - logLikelihood) <= tolerance * Math.abs(now);
		logLikelihood = now;
	}
	const score = Float64Array.from(answers.sources, (_, source) =>
		classShare.reduce((sum, share, k) => sum + share * (confusion[(source * K + k) * K + k] as number), 0),
	);
	return {
		method: smoothing > 0 ? "dawid_skene_smoothed" : "dawid_skene",
		posterior,
		scale: "uncalibrated",
		score,
		rounds: round,
		converged,
		ties: tiesOf(answers, posterior),
		confusion,
		classShare,
		logLikelihood,
	};
}

/** Tables and class shares from the posteriors, in place. */
function maximise(
	answers: Answers,
	posterior: Float64Array,
	smoothing: number,
	confusion: Float64Array,
	classShare: Float64Array,
): void {
	const { questions, valueStart, valueClass, claimStart, claimSource, claimValue } = answers;
	const K = classShare.length;
	confusion.fill(smoothing);
	classShare.fill(0);
	for (let q = 0; q < questions.length; q++) {
		const [from, to] = [valueStart[q] as number, valueStart[q + 1] as number];
		for (let value = from; value < to; value++) {
			const k = valueClass[value] as number;
			classShare[k] = (classShare[k] as number) + (posterior[value] as number) / questions.length;
		}
		for (let claim = claimStart[q] as number; claim < (claimStart[q + 1] as number); claim++) {
			const given = valueClass[claimValue[claim] as number] as number;
			const source = claimSource[claim] as number;
			for (let value = from; value < to; value++) {
				const cell = (source * K + (valueClass[value] as number)) * K + given;
				confusion[cell] = (confusion[cell] as number) + (posterior[value] as number);
			}
		}
	}
	for (let row = 0; row < confusion.length; row += K) {
		let sum = 0;
		for (let cell = row; cell < row + K; cell++) sum += confusion[cell] as number;
		for (let cell = row; cell < row + K; cell++) confusion[cell] = sum > 0 ? (confusion[cell] as number) / sum : 1 / K;
	}
}

/** Posteriors from tables and class shares, in place; gives the log likelihood. */
function expect(answers: Answers, confusion: Float64Array, classShare: Float64Array, posterior: Float64Array): number {
	const { questions, valueStart, valueClass, claimStart, claimSource, claimValue } = answers;
	const K = classShare.length;
	const [logs, logShare] = [confusion.map(Math.log), classShare.map(Math.log)];
	let logLikelihood = 0;
	for (let q = 0; q < questions.length; q++) {
		const [from, to] = [valueStart[q] as number, valueStart[q + 1] as number];
		for (let value = from; value < to; value++) {
			const k = valueClass[value] as number;
			let sum = logShare[k] as number;
			for (let claim = claimStart[q] as number; claim < (claimStart[q + 1] as number); claim++)
				sum += logs[
					((claimSource[claim] as number) * K + k) * K + (valueClass[claimValue[claim] as number] as number)
				] as number;
			posterior[value] = sum;
		}
		logLikelihood += normalise(posterior, from, to);
	}
	return logLikelihood;
}
