import { type Middle, middleOf } from "../../statistics/middle.js";
import type { Answers } from "./answers.js";
import { type NumberResult, nearness, scaleNumbers } from "./number-scale.js";
import { tiesOf } from "./result.js";

/**
 * The median of a question's claimed numbers, every source with the same weight: the vote for counts. An even number of claims
 * has two middles; `mean` (default) takes half-way between them, `lower` and `upper` one of them. Never use the
 * mean of all claims instead: one misprint moves it without limit. Nothing is learned: one round, score 1.
 *
 * @param middle which middle an even number of claims has
 * @example
 * median(codeAnswers(["2", "11"].map((value) => ({ question: "q", source: value, value })))).estimate[0] // → 6.5
 */
export function median(answers: Answers, { middle = "mean" }: { readonly middle?: Middle } = {}): NumberResult {
	const { scaled } = scaleNumbers(answers, "as_given");
	const estimate = Float64Array.from(answers.questions, (_, q) => {
		const claimed = answers.claimValue.subarray(answers.claimStart[q], answers.claimStart[q + 1]);
		const numbers = Array.from(claimed, (value) => scaled[value] as number);
		return middleOf(
			numbers.filter((each) => !Number.isNaN(each)),
			middle,
		);
	});
	const posterior = nearness(answers, scaled, estimate);
	return {
		method: "median",
		posterior,
		scale: "belief",
		score: new Float64Array(answers.sources.length).fill(1),
		rounds: 1,
		converged: true,
		ties: tiesOf(answers, posterior),
		estimate,
	};
}
