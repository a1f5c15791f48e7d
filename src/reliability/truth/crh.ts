import type { Answers } from "./answers.js";
import type { NumberOptions, NumberResult } from "./number-scale.js";
import type { RoundOptions, TruthResult } from "./result.js";
import type { Weigh } from "./weigh.js";
import { weighCategories } from "./weigh-categories.js";
import { type Loss, weighNumbers } from "./weigh-numbers.js";

/** What a source's loss is divided by before its logarithm is taken: all loss, or the largest of a source. */
export type LossShare = "of_all" | "of_largest";

const byShareOfLoss =
	(share: LossShare): Weigh =>
	(loss) => {
		const whole = loss.reduce((sum, each) => (share === "of_all" ? sum + each : Math.max(sum, each)), 0);
		return loss.map((each) => -Math.log(each / whole));
	};

/**
 * CRH for numbers (Li, Li, Gao et al., SIGMOD 2014): weight of a source is minus the logarithm of its share of
 * all loss, the truth the weighted mean (squared loss, default) or the weighted median (absolute loss). The
 * paper divides each error by the spread of its question; on the scale of `log1p` errors are relative already,
 * and a spread of two equal claims would be 0.
 *
 * Assumes independent sources and one quality a source. Loss is summed and not averaged, so a source that says
 * little has little loss and much weight. Rounds end as in `weighNumbers`. Score: the weight.
 *
 * @example
 * crh(codeAnswers(["2", "11"].map((value) => ({ question: "q", source: value, value })))).estimate[0] // → 5
 */
export const crh = (answers: Answers, options: NumberOptions & { readonly loss?: Loss } = {}): NumberResult =>
	weighNumbers(answers, options.loss === "absolute" ? "crh_median" : "crh", byShareOfLoss("of_all"), options);

/**
 * CRH for categories, with 0/1 loss: the weighted vote. With the share `of_largest` the source that errs
 * most has no weight, as in the programs of Zheng et al. (PVLDB 10(5), 2017, there PM). Otherwise as `crh`;
 * rounds end as in `weighCategories`.
 */
export const crhCategories = (
	answers: Answers,
	{ share = "of_all", ...options }: RoundOptions & { readonly share?: LossShare } = {},
): TruthResult => weighCategories(answers, "crh", byShareOfLoss(share), options);
