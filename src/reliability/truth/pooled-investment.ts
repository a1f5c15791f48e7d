import type { Answers } from "./answers.js";
import { type FactFinder, findFacts, sumByValue } from "./fact-finder.js";
import type { TruthResult } from "./result.js";
import { type InvestmentOptions, invested, paidBack } from "./stakes.js";
import { voteShares } from "./vote.js";

/**
 * PooledInvestment: as `investment`, but what a question's values earn is scaled so that it adds up to what was
 * invested in them: H H^g / Σ H^g over the rivals (Pasternack & Roth, COLING 2010).
 *
 * A value's claimants share one pool, so their number does not count, only what else they claim: two against one
 * on a single question is a tie. Beliefs start at one over the number of the question's values that somebody
 * claims; rounds end as in `findFacts`.
 *
 * @example
 * [...pooledInvestment(codeAnswers(["yes", "yes", "no"].map((value, at) => ({ question: "q", source: `s${at}`, value })))).posterior] // → [1, 1]
 */
export function pooledInvestment(answers: Answers, { growth = 1.4, ...options }: InvestmentOptions = {}): TruthResult {
	return findFacts(
		answers,
		{ method: "pooled_investment", start: evenShares, trust: paidBack, belief: pooled(growth) },
		options,
	);
}

const pooled =
	(growth: number): FactFinder["belief"] =>
	(answers, trust) => {
		const sums = sumByValue(answers, invested(answers, trust));
		const belief = new Float64Array(sums.length);
		for (let q = 0; q < answers.questions.length; q++) {
			const [from, to] = [answers.valueStart[q] as number, answers.valueStart[q + 1] as number];
			let all = 0;
			for (let value = from; value < to; value++) {
				const grown = (sums[value] as number) ** growth;
				belief[value] = grown;
				all += grown;
			}
			for (let value = from; value < to; value++)
				belief[value] = all > 0 ? ((sums[value] as number) * (belief[value] as number)) / all : 0;
		}
		return belief;
	};

function evenShares(answers: Answers): Float64Array {
	const shares = voteShares(answers);
	for (let q = 0; q < answers.questions.length; q++) {
		const own = shares.subarray(answers.valueStart[q], answers.valueStart[q + 1]);
		const claimed = own.filter((share) => share > 0).length;
		own.forEach((share, value) => {
			own[value] = share > 0 ? 1 / claimed : 0;
		});
	}
	return shares;
}
