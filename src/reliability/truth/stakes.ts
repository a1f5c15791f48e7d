import type { Answers } from "./answers.js";
import { type FactFinder, sumBySource, sumByValue } from "./fact-finder.js";
import type { RoundOptions } from "./result.js";

/** How trust that is invested grows. */
export interface InvestmentOptions extends RoundOptions {
	/** Exponent g of the growth; default 1.2 for Investment and 1.4 for PooledInvestment, as in the paper. */
	readonly growth?: number;
}

/** What every source puts on each of its claims: its trust in equal parts. */
export const invested = ({ claimsOfSource }: Answers, trust: Float64Array): Float64Array =>
	trust.map((score, source) => score / (claimsOfSource[source] as number));

/** Each claim's belief paid back to its investors in proportion to what they put in; nothing on what starved. */
export const paidBack: FactFinder["trust"] = (answers, belief, trust) => {
	const stakes = invested(answers, trust);
	const totals = sumByValue(answers, stakes);
	for (let value = 0; value < totals.length; value++) {
		const total = totals[value] as number;
		totals[value] = total > 0 ? (belief[value] as number) / total : 0;
	}
	const paid = sumBySource(answers, totals);
	for (let source = 0; source < paid.length; source++)
		paid[source] = (paid[source] as number) * (stakes[source] as number);
	return paid;
};
