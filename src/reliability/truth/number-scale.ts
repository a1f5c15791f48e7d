import { middleOf } from "../../statistics/middle.js";
import type { Answers } from "./answers.js";
import { numberOfAnswer } from "./number-of-answer.js";
import type { RoundOptions, TruthResult } from "./result.js";

/** How numbers are put on a scale before they are weighed against each other. */
export interface NumberOptions extends RoundOptions {
	/**
	 * `log1p` (default), for counts: ln(1 + x) less the median of the question, so that errors are relative and
	 * an estimate without evidence is the median. `as_given`: numbers that are standardised already.
	 */
	readonly scale?: "log1p" | "as_given";
}

/** What a method for numbers gives besides: where the truth lies, which need not be a number anybody claims. */
export interface NumberResult extends TruthResult {
	/** Estimate of each question in the unit of the claims; `NaN` where nobody gives a number. */
	readonly estimate: Float64Array;
}

/** Answers as numbers on a scale. */
export interface ScaledNumbers {
	/** Each value on the scale; `NaN` for an answer in words, which is passed over. */
	readonly scaled: Float64Array;
	/** An estimate on the scale, back in the unit of the claims. */
	readonly back: (estimate: number, q: number) => number;
}

/** Puts every value on the scale of its question. */
export function scaleNumbers(answers: Answers, scale: "log1p" | "as_given" = "log1p"): ScaledNumbers {
	const { questions, valueStart, valueClass, claimStart, claimValue } = answers;
	const ofClass = answers.classes.map(numberOfAnswer);
	const scaled = Float64Array.from(valueClass, (each) => ofClass[each] as number);
	if (scale === "as_given") return { scaled, back: (estimate) => estimate };
	const centre = new Float64Array(questions.length);
	for (let q = 0; q < questions.length; q++) {
		for (let value = valueStart[q] as number; value < (valueStart[q + 1] as number); value++)
			scaled[value] = Math.log1p(scaled[value] as number);
		const claimed = Array.from(
			claimValue.subarray(claimStart[q], claimStart[q + 1]),
			(value) => scaled[value] as number,
		);
		centre[q] = middleOf(claimed.filter((each) => !Number.isNaN(each)));
		for (let value = valueStart[q] as number; value < (valueStart[q + 1] as number); value++)
			scaled[value] = (scaled[value] as number) - (centre[q] as number);
	}
	return { scaled, back: (estimate, q) => Math.expm1(estimate + (centre[q] as number)) };
}

/** How near each value lies to its question's estimate: 1 / (1 + distance on the scale), 0 for words. */
export function nearness(answers: Answers, scaled: Float64Array, estimate: Float64Array): Float64Array {
	const near = new Float64Array(scaled.length);
	for (let q = 0; q < answers.questions.length; q++)
		for (let value = answers.valueStart[q] as number; value < (answers.valueStart[q + 1] as number); value++) {
			const distance = Math.abs((scaled[value] as number) - (estimate[q] as number));
			near[value] = Number.isNaN(distance) ? 0 : 1 / (1 + distance);
		}
	return near;
}
