import type { CopyReport } from "../../reliability/agreement/copying.js";
import type { MethodComparison } from "../../reliability/truth/method-comparison.js";
import { countLabel, exclusionLabels, joinList } from "../parts/labels.js";

/** Words for the truth methods, by their name in the data. */
export const methodLabels: Readonly<Record<string, string>> = {
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

/** Which claims no method hears and why, as a sentence of a caption. */
export function untoldLabel({ excluded }: Pick<MethodComparison, "excluded">): string {
	if (excluded.length === 0) return "No claim was left out.";
	const total = excluded.reduce((sum, { n }) => sum + n, 0);
	return `Left out: ${countLabel(total, "claim")} (${joinList(excluded.map(({ reason, n }) => `${n} ${exclusionLabels[reason]}`))}).`;
}

/**
 * What a report of unrecorded copies comes to, as two sentences. The probabilities are those of a model that
 * nothing has calibrated, so no word of probability stands beside them.
 */
export function copyReportLabel({ pairs, reported, above, sources, settled_questions }: CopyReport): string {
	const withError = pairs.filter(({ kf }) => kf > 0);
	const most = pairs.reduce((best, { n }) => Math.max(best, n), 0);
	const found = `${countLabel(reported.length, "pair")} of ${pairs.length.toLocaleString("en")} above ${above}`;
	const data = `${countLabel(sources, "source")} on ${countLabel(settled_questions, "settled question")}`;
	const first = pairs[0];
	const highest =
		first && withError.length > 0 ? `, the highest ${first.probability.toFixed(2)} with n = ${first.n}` : "";
	return `Unrecorded copies: ${found} (${data}). ${countLabel(withError.length, "pair")} ${withError.length === 1 ? "shares" : "share"} an error${highest}; no pair shares more than ${countLabel(most, "settled question")}.`;
}
