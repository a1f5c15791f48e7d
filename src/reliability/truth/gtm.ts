import type { Answers } from "./answers.js";
import { type NumberOptions, type NumberResult, nearness, scaleNumbers } from "./number-scale.js";
import { tiesOf } from "./result.js";

/** Priors of the Gaussian truth model; defaults as in the paper's table. */
export interface GtmOptions extends NumberOptions {
	/** Inverse-gamma prior of every source's variance, as (alpha, beta); default (1, 1). */
	readonly variance?: readonly [number, number];
	/** Normal prior of every truth on the scale, as (mean, variance); default (0, 1). */
	readonly truth?: readonly [number, number];
}

/**
 * Gaussian truth model (Zhao & Han, QDB 2012): a claim is the truth plus normal noise with one variance a
 * source. Truth: (m0 / s0 + Σ x / v) / (1 / s0 + Σ 1 / v); variance: (2 β + Σ (x - m)²) / (2 α + 2 + n).
 *
 * Assumes independent sources without bias; sides that under-report their own losses break it. Variances start at
 * 1; converged when no estimate moves by `tolerance` (1e-8) or more on the scale; at most `rounds` (100).
 * Score: 1 / variance.
 *
 * @example
 * gtm(codeAnswers(["2", "11"].map((value) => ({ question: "q", source: value, value })))).estimate[0] // → 5
 */
export function gtm(answers: Answers, options: GtmOptions = {}): NumberResult {
	const { rounds = 100, tolerance = 1e-8, scale, variance: [alpha, beta] = [1, 1], truth: [m0, s0] = [0, 1] } = options;
	const { scaled, back } = scaleNumbers(answers, scale);
	const { questions, sources, claimStart, claimSource, claimValue } = answers;
	const estimate = new Float64Array(questions.length);
	const variance = new Float64Array(sources.length).fill(1);
	let [round, converged] = [0, false];
	while (round < rounds && !converged) {
		round++;
		converged = true;
		const squares = new Float64Array(sources.length);
		const n = new Int32Array(sources.length);
		for (let q = 0; q < questions.length; q++) {
			const [from, to] = [claimStart[q] as number, claimStart[q + 1] as number];
			let [sum, precision, claims] = [m0 / s0, 1 / s0, 0];
			for (let claim = from; claim < to; claim++) {
				const x = scaled[claimValue[claim] as number] as number;
				if (Number.isNaN(x)) continue;
				const v = variance[claimSource[claim] as number] as number;
				sum += x / v;
				precision += 1 / v;
				claims++;
			}
			const next = claims === 0 ? Number.NaN : sum / precision;
			if (Math.abs(next - (estimate[q] as number)) >= tolerance) converged = false;
			estimate[q] = next;
			for (let claim = from; claim < to; claim++) {
				const error = (scaled[claimValue[claim] as number] as number) - next;
				if (Number.isNaN(error)) continue;
				const source = claimSource[claim] as number;
				squares[source] = (squares[source] as number) + error * error;
				n[source] = (n[source] as number) + 1;
			}
		}
		for (let source = 0; source < sources.length; source++)
			variance[source] = (2 * beta + (squares[source] as number)) / (2 * alpha + 2 + (n[source] as number));
	}
	const posterior = nearness(answers, scaled, estimate);
	return {
		method: "gtm",
		posterior,
		scale: "belief",
		score: variance.map((each) => 1 / each),
		rounds: round,
		converged,
		ties: tiesOf(answers, posterior),
		estimate: estimate.map((each, q) => back(each, q)),
	};
}
