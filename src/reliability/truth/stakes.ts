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
	const perUnit = belief.map((each, value) => ((totals[value] as number) > 0 ? each / (totals[value] as number) : 0));
	return sumBySource(answers, perUnit).map((sum, source) => sum * (stakes[source] as number));
};
