import type { Answers } from "./answers.js";
import { findFacts, sumByValue } from "./fact-finder.js";
import type { TruthResult } from "./result.js";
import { type InvestmentOptions, invested, paidBack } from "./stakes.js";
import { voteShares } from "./vote.js";

/**
 * Investment: a source divides its trust over its claims and is paid back the belief they earn, in proportion;
 * belief is what was invested to the power of g (Pasternack & Roth, COLING 2010).
 *
 * The rich grow richer: trust of most sources runs to 0, and the answer is that of the few that remain. A value
 * on which nothing is left earns nothing, and so does its source. Beliefs start at vote shares; rounds end as
 * in `findFacts`.
 *
 * @example
 * [...investment(codeAnswers(["yes", "yes", "no"].map((value, at) => ({ question: "q", source: `s${at}`, value })))).posterior] // → [0.435, 1]
 */
export function investment(answers: Answers, { growth = 1.2, ...options }: InvestmentOptions = {}): TruthResult {
	return findFacts(
		answers,
		{
			method: "investment",
			start: voteShares,
			trust: paidBack,
			belief: (given, trust) => sumByValue(given, invested(given, trust)).map((sum) => sum ** growth),
		},
		options,
	);
}
