import type { Answers } from "./answers.js";
import { findFacts, sumBySource, sumByValue } from "./fact-finder.js";
import type { RoundOptions, TruthResult } from "./result.js";

/**
 * Sums: trust of a source is the sum of the beliefs in what it claims, belief in a value the sum of the trust
 * of those who claim it (hubs and authorities, Kleinberg 1999; Pasternack & Roth, COLING 2010).
 *
 * Assumes that a source with many claims is a good one: trust grows with the number of claims, right or not.
 * Beliefs start at .5; rounds end as in `findFacts`.
 *
 * @example
 * [...sums(codeAnswers(["yes", "yes", "no"].map((value, at) => ({ question: "q", source: `s${at}`, value })))).posterior] // → [0.5, 1]
 */
export function sums(answers: Answers, options: RoundOptions = {}): TruthResult {
	return findFacts(
		answers,
		{
			method: "sums",
			start: ({ valueClass }) => new Float64Array(valueClass.length).fill(0.5),
			trust: sumBySource,
			belief: sumByValue,
		},
		options,
	);
}
