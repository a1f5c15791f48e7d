import type { Answers } from "./answers.js";
import { type NumberOptions, type NumberResult, nearness, scaleNumbers } from "./number-scale.js";
import { tiesOf } from "./result.js";
import { leastLoss, type Weigh } from "./weigh.js";
import { weightedMean, weightedMedian } from "./weighted-middle.js";

/** How far a claimed number lies from the estimate, on the scale. */
export type Loss = "squared" | "absolute";

/**
 * Alternates weights of sources and estimates of numbers: weights from the losses first, then for every
 * question the weighted mean (squared loss) or the weighted median (absolute loss; halfway where it lies
 * between two). Estimates start at the centre of the scale. Converged when no estimate moves by `tolerance`
 * (1e-8) or more on the scale; at most `rounds` (100).
 */
export function weighNumbers(
	answers: Answers,
	method: string,
	weigh: Weigh,
	options: NumberOptions & { readonly loss?: Loss } = {},
): NumberResult {
	const { rounds = 100, tolerance = 1e-8, scale = "log1p", loss = "squared" } = options;
	const { scaled, back } = scaleNumbers(answers, scale);
	const { questions, sources, claimStart, claimSource, claimValue } = answers;
	const claimed = claimValue.map((value) => (Number.isNaN(scaled[value]) ? 0 : 1));
	const n = new Int32Array(sources.length);
	claimSource.forEach((source, claim) => {
		n[source] = (n[source] as number) + (claimed[claim] as number);
	});
	const estimate = new Float64Array(questions.length);
	let weights: Float64Array = new Float64Array(sources.length);
	let [round, converged] = [0, false];
	while (round < rounds && !converged) {
		round++;
		const losses = new Float64Array(sources.length).fill(leastLoss);
		for (let q = 0; q < questions.length; q++)
			for (let claim = claimStart[q] as number; claim < (claimStart[q + 1] as number); claim++) {
				if (claimed[claim] === 0) continue;
				const source = claimSource[claim] as number;
				const error = (scaled[claimValue[claim] as number] as number) - (estimate[q] as number);
				losses[source] = (losses[source] as number) + (loss === "squared" ? error * error : Math.abs(error));
			}
		weights = weigh(losses, n);
		converged = true;
		for (let q = 0; q < questions.length; q++) {
			const own: { readonly x: number; readonly weight: number }[] = [];
			for (let claim = claimStart[q] as number; claim < (claimStart[q + 1] as number); claim++)
				if (claimed[claim] === 1)
					own.push({
						x: scaled[claimValue[claim] as number] as number,
						weight: weights[claimSource[claim] as number] as number,
					});
			const next = loss === "squared" ? weightedMean(own) : weightedMedian(own);
			if (Math.abs(next - (estimate[q] as number)) >= tolerance) converged = false;
			estimate[q] = next;
		}
	}
	const posterior = nearness(answers, scaled, estimate);
	return {
		method,
		posterior,
		scale: "belief",
		score: weights,
		rounds: round,
		converged,
		ties: tiesOf(answers, posterior),
		estimate: estimate.map((each, q) => back(each, q)),
	};
}
