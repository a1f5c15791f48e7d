import type { Answers } from "./answers.js";
import { type TruthResult, tiesOf } from "./result.js";

/**
 * The vote: every source has the same weight. Posterior: the share of a question's claims for each value; score of
 * a source: the mean share of the values it claims, which is how often others agree with it, not its accuracy.
 * It assumes that sources are independent and equally good; nothing is learned, so there is one round.
 *
 * @example
 * [...vote(codeAnswers(["yes", "yes", "no"].map((value, at) => ({ question: "q", source: `s${at}`, value })))).posterior] // → [0.333, 0.667]
 */
export function vote(answers: Answers): TruthResult {
	const posterior = voteShares(answers);
	const score = new Float64Array(answers.sources.length);
	answers.claimSource.forEach((source, claim) => {
		const share = posterior[answers.claimValue[claim] as number] as number;
		score[source] = (score[source] as number) + share / (answers.claimsOfSource[source] as number);
	});
	return {
		method: "vote",
		posterior,
		scale: "vote_share",
		score,
		rounds: 1,
		converged: true,
		ties: tiesOf(answers, posterior),
	};
}

/** Share of a question's claims for each of its values; where most methods start. */
export function voteShares({ questions, claimStart, claimValue, valueClass }: Answers): Float64Array {
	const shares = new Float64Array(valueClass.length);
	for (let q = 0; q < questions.length; q++) {
		const [from, to] = [claimStart[q] as number, claimStart[q + 1] as number];
		for (let claim = from; claim < to; claim++) {
			const value = claimValue[claim] as number;
			shares[value] = (shares[value] as number) + 1 / (to - from);
		}
	}
	return shares;
}
