import { knownOptions } from "../../records/known-option.js";
import type { Dossier } from "../../records/records.js";
import {
	type AccuracyComparison,
	type AccuracyOptions,
	accuracyComparison,
	type ComparedAccuracy,
} from "../../reliability/accuracy/comparison.js";
import { isSignificant } from "../../reliability/accuracy/difference-test.js";
import { requireData } from "../catalogue-entry.js";
import { aClaim, type Need } from "../needs.js";
import { colours, type Figure, frame } from "../parts/frame.js";
import { captionLabel, countLabel, joinList, percentLabel, wordFor } from "../parts/labels.js";
import { provenanceOf } from "../parts/provenance.js";
import { accuracyCells, accuracyRows, intervalLabel } from "./accuracy-rows.js";
import {
	circularNote,
	claimTotalNotes,
	couldBeChanceLabel,
	differenceLabel,
	estimateNote,
	groupingLabels,
	judgedHowLabel,
	judgedHowNotes,
	noIntent,
	resolvedOfLabel,
} from "./labels.js";
import { requireResolved } from "./resolved-claims.js";

export type { AccuracyOptions } from "../../reliability/accuracy/comparison.js";

/** What a chart of accuracy cannot be drawn without. */
export const accuracyNeeds: readonly Need[] = [aClaim];

/**
 * Accuracy of groups of claims: the share of resolved claims that the verdict supports, as counted (dots) and as
 * estimated with 95% credible intervals (ticks and bars). Unit: claims. Excluded: repeats, circular verdicts and more,
 * in the notes. Groups are in alphabetical order, those with enough claims first.
 *
 * @param options `by`: `source_kind` (default), `side`, `alignment` or `basis`; and how claims are judged
 * @throws RangeError for an unknown option; NotEnoughDataError without a resolved claim
 * @example
 * charts.accuracy(dossier, { by: "side" }).table.map(({ supported, n }) => [supported, n]) // → [[2, 4], [3, 4], [0, 0]]
 */
export function accuracy(dossier: Dossier, options: AccuracyOptions = {}): Figure {
	knownOptions(options, ["by", "statement", "circular", "confidence", "announced", "asOf"]);
	const compared = accuracyComparison(dossier, options);
	requireData(dossier, accuracyNeeds);
	requireResolved(compared);
	const { by, test, excluded } = compared;
	const { one, many, groups } = groupingLabels[by];
	const name = ({ group }: { readonly group: string }) => groups[group] ?? group;
	const sorted = [...compared.rows].sort((a, b) => (name(a) < name(b) ? -1 : 1));
	const enough = sorted.filter(({ enough_claims }) => enough_claims);
	const tooFew = sorted.filter(({ enough_claims }) => !enough_claims);
	const rows = [...enough, ...tooFew];
	const provenance = provenanceOf(dossier);
	const lineOf = (record: ComparedAccuracy) => ({
		label: name(record),
		name: name(record),
		record,
		row: rows.indexOf(record),
		colour: by === "side" ? colours[record.group as keyof typeof colours] : undefined,
	});
	const heading = { label: `Too few to estimate (n < ${compared.minimum_claims}):`, name: "", record: null };
	const lines = [
		...enough.map(lineOf),
		...(enough.length > 0 && tooFew.length > 2 ? [heading] : []),
		...tooFew.map(lineOf),
	];
	return frame(
		{
			id: `accuracy-by-${by.replaceAll("_", "-")}`,
			subject: "reliability",
			...accuracyRows(lines, compared),
			table: rows.map((row) => ({ group: row.group, ...accuracyCells(row, compared), p_highest: row.p_highest })),
		},
		{
			title: titleOf(enough, compared, name),
			subtitle: `Share of claims on resolved questions that agree with the coders' verdict, by ${one}${by === "source_kind" ? " (any country)" : ""}`,
			caption: captionLabel(provenance, resolvedOfLabel(compared), excluded, {
				singular: "claim",
				more: [judgedHowLabel(compared), couldBeChanceLabel(test)].filter((each) => each !== "").join(" "),
			}),
			notes: [
				...claimTotalNotes(compared),
				...judgedHowNotes(compared),
				circularNote(compared),
				estimateNote(compared, many),
				`Share resolved (resolution rate): of the resolved and unresolved claims that are not excluded. Groups are in alphabetical order, those with enough claims first, which is no ranking.`,
				differenceLabel(test, many),
				differenceLabel(compared.test_ignoring_clustering, many),
				"Intervals assume independent claims, though claims of one incident are correlated: they are too narrow to compare groups by eye.",
				...pairsNote(enough, many, name),
				...ranksNote(enough, name),
				noIntent,
			],
			alt: `Accuracy by ${one}, with ${percentLabel(compared.interval_level)} intervals of the estimate: ${
				enough
					.map((row) => `${name(row)} ${percentLabel(row.share as number)} (${intervalLabel(row)}, n = ${row.n})`)
					.join("; ") || `no ${one} has enough resolved claims`
			}. ${enough.length} of ${countLabel(rows.length, one, many)} ${wordFor(enough.length, "has", "have", rows.length)} at least ${compared.minimum_claims} resolved claims.`,
		},
		provenance,
	);
}

/** A difference is called one only where it is significant with whole groups permuted within incidents. */
function titleOf(
	enough: readonly ComparedAccuracy[],
	{ by, test }: AccuracyComparison,
	name: (row: ComparedAccuracy) => string,
): string {
	const { one, many } = groupingLabels[by];
	const [only] = enough;
	if (only === undefined) return `No ${one} has enough resolved claims to estimate its accuracy`;
	const shares = enough.map(({ share }) => share as number);
	if (enough.length === 1)
		return `${name(only)}: ${percentLabel(shares[0] as number)} of resolved claims are supported; other ${many} too few`;
	const [low, high] = [Math.min(...shares), Math.max(...shares)].map(percentLabel);
	return isSignificant(test)
		? `Accuracy differs between ${many}: from ${low} to ${high}`
		: `Accuracy ranges from ${low} to ${high} by ${one}; the differences could be chance`;
}

/** Pairs whose intervals do not overlap, circular verdicts being excluded or included. */
function pairsNote(enough: readonly ComparedAccuracy[], many: string, name: (row: ComparedAccuracy) => string) {
	const pairs = enough.flatMap((upper) =>
		enough
			.filter((lower) => upper.low > lower.high && (upper.other_circular?.low ?? 0) > (lower.other_circular?.high ?? 1))
			.map((lower) => `${name(upper)} and ${name(lower)}`),
	);
	const possible = (enough.length * (enough.length - 1)) / 2;
	if (possible === 0) return [];
	return [
		pairs.length === 0
			? `The intervals of all ${many} overlap, with circular verdicts excluded or included.`
			: `The intervals of ${pairs.length} of ${possible} pairs of ${many} do not overlap, with circular verdicts excluded or included: ${joinList(pairs)}.`,
	];
}

/** The only ranking that is given: a probability. */
function ranksNote(enough: readonly ComparedAccuracy[], name: (row: ComparedAccuracy) => string): string[] {
	if (enough.length < 2) return [];
	const each = enough.map((row) => `${name(row)} ${percentLabel(row.p_highest ?? 0)}`);
	return [`Probability of the highest accuracy, if claims were independent: ${joinList(each)}.`];
}
