import type { Answers } from "./answers.js";
import { sumByValue } from "./fact-finder.js";
import { leading, type RoundOptions, type TruthResult, tiesOf } from "./result.js";
import { voteShares } from "./vote.js";
import { leastLoss, type Weigh } from "./weigh.js";

/**
 * Alternates weights of sources and beliefs in categories, with 0/1 loss: a source's loss is the number of
 * its claims that differ from the leading value, a tie counting in part; belief is the share of the weight behind each value.
 * Starts from the vote; converged when no belief moves by `tolerance` (1e-8) or more; at most `rounds` (100).
 */
export function weighCategories(
	answers: Answers,
	method: string,
	weigh: Weigh,
	{ rounds = 100, tolerance = 1e-8 }: RoundOptions = {},
): TruthResult {
	const { sources, claimSource, claimValue, claimsOfSource } = answers;
	let belief = voteShares(answers);
	let weights: Float64Array = new Float64Array(sources.length);
	let [round, converged] = [0, false];
	while (round < rounds && !converged) {
		round++;
		const credit = creditOf(answers, belief);
		const losses = new Float64Array(sources.length).fill(leastLoss);
		claimSource.forEach((source, claim) => {
			losses[source] = (losses[source] as number) + 1 - (credit[claimValue[claim] as number] as number);
		});
		weights = weigh(losses, claimsOfSource);
		const next = sharesByWeight(answers, weights);
		converged = next.every((each, value) => Math.abs(each - (belief[value] as number)) < tolerance);
		belief = next;
	}
	return {
		method,
		posterior: belief,
		scale: "belief",
		score: weights,
		rounds: round,
		converged,
		ties: tiesOf(answers, belief),
	};
}

/** 1 for the leading value of each question; of several that tie, equal parts. */
function creditOf(answers: Answers, belief: Float64Array): Float64Array {
	const credit = new Float64Array(belief.length);
	for (let q = 0; q < answers.questions.length; q++) {
		const best = leading(answers, belief, q);
		for (const value of best) credit[value] = 1 / best.length;
	}
	return credit;
}

/** Share of the weight behind each value of a question; of the claims where no claim has weight. */
function sharesByWeight(answers: Answers, weights: Float64Array): Float64Array {
	const sums = sumByValue(answers, weights);
	const votes = voteShares(answers);
	for (let q = 0; q < answers.questions.length; q++) {
		const own = sums.subarray(answers.valueStart[q], answers.valueStart[q + 1]);
		const total = own.reduce((sum, each) => sum + each, 0);
		own.forEach((each, value) => {
			own[value] = total > 0 ? each / total : (votes[(answers.valueStart[q] as number) + value] as number);
		});
	}
	return sums;
}
