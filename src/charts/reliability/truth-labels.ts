import type { CopyReport } from "../../reliability/agreement/copying.js";
import { countLabel, wordFor } from "../parts/labels.js";

/** Labels for the truth methods, by their name in the data. */
export const methodLabels: Readonly<Record<string, string>> = {
	vote: "Vote of original sources",
	one_coin_with_verdicts: "One-coin, verdicts given",
	one_coin: "One-coin",
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

/** Label of a truth method; of an unknown one its name. */
export const methodLabel = (method: string): string => methodLabels[method] ?? method;

/**
 * Result of a report of unrecorded copying, as three sentences. The probabilities are of an uncalibrated model, so no
 * word of probability is used.
 */
export function copyReportLabel({ pairs, reported, above, sources, resolved_questions }: CopyReport): string {
	const withError = pairs.filter(({ kf }) => kf > 0);
	const most = pairs.reduce((best, { n }) => Math.max(best, n), 0);
	const found = `${countLabel(reported.length, "pair")} of ${pairs.length.toLocaleString("en")} with a probability above ${above}`;
	const data = `${countLabel(sources, "source")} on ${countLabel(resolved_questions, "resolved question")}`;
	const first = pairs[0];
	const highest =
		first && withError.length > 0
			? `, the highest probability is ${first.probability.toFixed(2)} (n = ${first.n})`
			: "";
	return `Unrecorded copying: ${found} (${data}). ${countLabel(withError.length, "pair")} ${wordFor(withError.length, "shares", "share")} an error${highest}. No pair shares more than ${countLabel(most, "resolved question")}.`;
}
