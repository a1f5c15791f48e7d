import type { Answers } from "./answers.js";
import { findFacts, sumBySource, sumByValue } from "./fact-finder.js";
import type { RoundOptions, TruthResult } from "./result.js";

/**
 * Average.Log: as `sums`, but trust is the mean belief in a source's claims times the logarithm of their
 * number (Pasternack & Roth, COLING 2010).
 *
 * A source with one claim has no trust, since ln 1 = 0: where most sources have one claim, most have no weight, and
 * questions that only they answer tie at 0. Beliefs start at .5; rounds end as in `findFacts`.
 *
 * @example
 * [...averageLog(codeAnswers(["yes", "yes", "no"].map((value, at) => ({ question: "q", source: `s${at}`, value })))).score] // → [0, 0, 0]
 */
export function averageLog(answers: Answers, options: RoundOptions = {}): TruthResult {
	return findFacts(
		answers,
		{
			method: "average_log",
			start: ({ valueClass }) => new Float64Array(valueClass.length).fill(0.5),
			trust: (given, belief) =>
				sumBySource(given, belief).map((sum, source) => {
					const n = given.claimsOfSource[source] as number;
					return (sum * Math.log(n)) / n;
				}),
			belief: sumByValue,
		},
		options,
	);
}
