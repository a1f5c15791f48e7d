import { chiSquareQuantile } from "../../statistics/quantiles.js";
import type { Answers } from "./answers.js";
import type { NumberOptions, NumberResult } from "./number-scale.js";
import type { RoundOptions, TruthResult } from "./result.js";
import type { Weigh } from "./weigh.js";
import { weighCategories } from "./weigh-categories.js";
import { weighNumbers } from "./weigh-numbers.js";

/**
 * Which quantile of chi-square stands above a source's loss. `lower` (.025): few claims weigh little, which is
 * the aim of the method. `upper` (.975): few claims weigh much; it is found in programs and in a published
 * table, and is here to compare with those.
 */
export type Tail = "lower" | "upper";
const tails = { lower: 0.025, upper: 0.975 } as const;

const byQuantile =
	(tail: Tail): Weigh =>
	(loss, claims) =>
		loss.map((each, source) => {
			const n = claims[source] as number;
			return n === 0 ? 0 : chiSquareQuantile(tails[tail], n) / each;
		});

const nameOf = (tail: Tail): string => (tail === "lower" ? "catd" : "catd_upper_tail");

/**
 * CATD for numbers (Li, Li, Gao et al., PVLDB 8(4), 2015): weight of a source is a chi-square quantile with as
 * many degrees of freedom as it has claims, divided by its squared error: the inverse of an upper limit of its
 * variance. The truth is the weighted mean. The result's `method` says which tail was taken.
 *
 * Assumes independent normal errors and one variance a source. Rounds end as in `weighNumbers`. Score: the
 * weight.
 *
 * @example
 * catd(codeAnswers(["2", "11"].map((value) => ({ question: "q", source: value, value })))).estimate[0] // → 5
 */
export const catd = (
	answers: Answers,
	{ tail = "lower", ...options }: NumberOptions & { readonly tail?: Tail } = {},
): NumberResult => weighNumbers(answers, nameOf(tail), byQuantile(tail), options);

/** CATD for categories, with 0/1 loss: a weighted vote. Otherwise as `catd`; rounds end as in `weighCategories`. */
export const catdCategories = (
	answers: Answers,
	{ tail = "lower", ...options }: RoundOptions & { readonly tail?: Tail } = {},
): TruthResult => weighCategories(answers, nameOf(tail), byQuantile(tail), options);
