import type { PropositionType } from "../../records/records.js";
import { accu } from "./accu.js";
import type { Answers } from "./answers.js";
import { averageLog } from "./average-log.js";
import { catd, catdCategories } from "./catd.js";
import { crh, crhCategories } from "./crh.js";
import { dawidSkene } from "./dawid-skene.js";
import { gtm } from "./gtm.js";
import { investment } from "./investment.js";
import { median } from "./median.js";
import { oneCoin } from "./one-coin.js";
import { pooledInvestment } from "./pooled-investment.js";
import type { ResolvedAnswers } from "./resolved.js";
import type { TruthResult } from "./result.js";
import { sums } from "./sums.js";
import { impliesNearCount, truthFinder } from "./truth-finder.js";
import { vote } from "./vote.js";

/** A truth method as it is run on a dossier. */
export interface TruthMethod {
	readonly name: string;
	/** Types of question that are answered together, and how. */
	readonly parts: readonly {
		readonly types: readonly PropositionType[];
		/** Gives the believed answer of every question. */
		readonly run: (answers: Answers, resolved: ResolvedAnswers) => TruthResult;
	}[];
	/** It learns from resolved questions, and must not be given those of the same incident. */
	readonly learns: boolean;
}

const categorical = ["boolean", "category"] as const;
const all = [...categorical, "count"] as const;
const onAll = (name: string, run: (answers: Answers) => TruthResult): TruthMethod => ({
	name,
	parts: [{ types: all, run }],
	learns: false,
});
const onCategoriesAndCounts = (
	name: string,
	ofCategories: (answers: Answers) => TruthResult,
	ofCounts: (answers: Answers) => TruthResult,
): TruthMethod => ({
	name,
	parts: [
		{ types: categorical, run: ofCategories },
		{ types: ["count"], run: ofCounts },
	],
	learns: false,
});
const only = (name: string, type: PropositionType, run: (answers: Answers) => TruthResult): TruthMethod => ({
	name,
	parts: [{ types: [type], run }],
	learns: false,
});

/** Every truth method of the kit, the vote first, with its default options. */
export const truthMethods: readonly TruthMethod[] = [
	onAll("vote", vote),
	{
		name: "one_coin_with_verdicts",
		parts: [{ types: all, run: (answers, resolved) => oneCoin(answers, { resolved }) }],
		learns: true,
	},
	onAll("one_coin", oneCoin),
	onAll("sums", sums),
	onAll("average_log", averageLog),
	onAll("investment", investment),
	onAll("pooled_investment", pooledInvestment),
	onAll("truth_finder", (answers) => truthFinder(answers, { implication: impliesNearCount })),
	onAll("accu", accu),
	onAll("accu_copies_discounted", (answers) => accu(answers, { copies: "discounted" })),
	onCategoriesAndCounts("crh", crhCategories, crh),
	onCategoriesAndCounts("catd", catdCategories, catd),
	onCategoriesAndCounts(
		"catd_upper_tail",
		(answers) => catdCategories(answers, { tail: "upper" }),
		(answers) => catd(answers, { tail: "upper" }),
	),
	only("dawid_skene", "boolean", dawidSkene),
	only("dawid_skene_smoothed", "boolean", (answers) => dawidSkene(answers, { smoothing: 1 })),
	only("median", "count", median),
	only("gtm", "count", gtm),
];
