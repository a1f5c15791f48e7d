import type { CopyReport } from "../../reliability/agreement/copying.js";
import type { MethodComparison } from "../../reliability/truth/method-comparison.js";
import { countWords, listWords } from "../parts/labels.js";

/** Words for the truth methods, by their name in the data. */
export const methodWords: Readonly<Record<string, string>> = {
	vote: "Vote of origins",
	one_coin_settled: "One coin, taught by verdicts",
	one_coin: "One coin",
	sums: "Sums",
	average_log: "Average.Log",
	investment: "Investment",
	pooled_investment: "PooledInvestment",
	truth_finder: "TruthFinder",
	accu: "ACCU",
	accu_copies_discounted: "ACCU, copies discounted",
	crh: "CRH",
	catd: "CATD",
	catd_upper_tail: "CATD, upper tail",
	dawid_skene: "Dawid–Skene",
	dawid_skene_smoothed: "Dawid–Skene, smoothed",
	median: "Median",
	gtm: "GTM",
};

const reasons: Readonly<Record<MethodComparison["left_out"][number]["reason"], string>> = {
	untraced_repeat: "repeats that name no original",
	collective: "under a label for several voices",
	denies_a_number: "denials that name no number",
	no_answer: "without an answer",
	hidden: "of sources on whom the verdict rests",
	undated: "without a day",
	not_yet_published: "not yet published",
	relay: "relays of an origin already heard",
	same_voice_again: "other words of a source already heard on the question",
	two_answers_at_once: "of sources that gave two answers on one day",
};

/** Which claims no method hears and why, as a sentence of a caption. */
export function unheardWords({ left_out }: Pick<MethodComparison, "left_out">): string {
	if (left_out.length === 0) return "No claim was left out.";
	const total = left_out.reduce((sum, { n }) => sum + n, 0);
	return `Left out: ${countWords(total, "claim")} (${listWords(left_out.map(({ reason, n }) => `${n} ${reasons[reason]}`))}).`;
}

/**
 * What a report of unrecorded copies comes to, as two sentences. The probabilities are those of a model that
 * nothing has calibrated, so no word of probability stands beside them.
 */
export function copyReportWords({ pairs, reported, above, sources, settled_questions }: CopyReport): string {
	const withError = pairs.filter(({ kf }) => kf > 0);
	const most = pairs.reduce((best, { n }) => Math.max(best, n), 0);
	const found = `${countWords(reported.length, "pair")} of ${pairs.length.toLocaleString("en")} above ${above}`;
	const data = `${countWords(sources, "source")} on ${countWords(settled_questions, "settled question")}`;
	const first = pairs[0];
	const highest =
		first && withError.length > 0 ? `, the highest ${first.probability.toFixed(2)} with n = ${first.n}` : "";
	return `Unrecorded copies: ${found} (${data}). ${countWords(withError.length, "pair")} ${withError.length === 1 ? "shares" : "share"} an error${highest}; no pair shares more than ${countWords(most, "settled question")}.`;
}
