import type { Excluded } from "../../records/exclusions.js";
import type { ClaimBasis } from "../../records/records.js";
import type { AccuracyGrouping } from "../../reliability/accuracy/accuracy.js";
import type { ClaimTotals, JudgedHow } from "../../reliability/accuracy/comparison.js";
import { type DifferenceTest, isSignificant } from "../../reliability/accuracy/difference-test.js";
import {
	alignmentLabels,
	countLabel,
	dayLabel,
	excludedLabel,
	exclusionLabel,
	isAre,
	joinList,
	percentLabel,
	probabilityLabel,
	sourceKindLabels,
} from "../parts/labels.js";

/** Labels for the sides a claim may come from. */
export const sideLabels = {
	afghan_republic: "Afghan Republic (to 2021)",
	iran_state: "Iranian state",
	taliban: "Taliban",
	third_party: "Third parties",
} as const;

/** Labels for what a claim relies on. */
export const basisLabels: Readonly<Record<ClaimBasis, string>> = {
	official_statement: "Official statement",
	eyewitness: "Eyewitness",
	anonymous_source: "Unnamed source",
	video: "Video",
	document: "Document",
	medical: "Medical",
	own_reporting: "Own reporting",
	unknown: "Not stated",
};

/** How a grouping of claims is called, and its groups. */
export interface GroupingLabels {
	readonly one: string;
	readonly many: string;
	readonly groups: Readonly<Record<string, string>>;
}

/** Labels of each grouping of claims. */
export const groupingLabels: Readonly<Record<AccuracyGrouping, GroupingLabels>> = {
	source_kind: { one: "type of source", many: "types of source", groups: sourceKindLabels },
	side: { one: "side", many: "sides", groups: sideLabels },
	alignment: { one: "alignment", many: "alignments", groups: alignmentLabels },
	basis: { one: "type of evidence", many: "types of evidence", groups: basisLabels },
};

/** What accuracy can and cannot show; in the notes of every chart of it. */
export const noIntent =
	"Accuracy is agreement with verdicts reached later, on questions examined because they were disputed. It does not measure intent.";

/** Which claims are excluded and why, as a sentence of the notes. */
export const excludedClaimsLabel = (excluded: readonly Excluded[]): string => excludedLabel(excluded, "claim");

/** Reasons in one note; a list of more would be longer than a note should be. */
const reasonsInNote = 6;

/** How many claims are counted, unresolved and excluded, and why: sentences of the notes whose numbers add up. */
export function claimTotalNotes({ claims, resolved, unresolved, excluded }: ClaimTotals): string[] {
	const out = excluded.reduce((sum, { n }) => sum + n, 0);
	const chunks = [excluded.slice(0, reasonsInNote), excluded.slice(reasonsInNote)].filter(({ length }) => length > 0);
	return [
		`Of ${countLabel(claims, "claim")}, ${resolved.toLocaleString("en")} ${isAre(resolved)} resolved and counted, ${unresolved.toLocaleString("en")} ${isAre(unresolved)} on unresolved questions and ${out.toLocaleString("en")} ${isAre(out)} excluded.`,
		...chunks.map((rows, index) => `Excluded${index === 0 ? "" : " too"}: ${joinList(rows.map(exclusionLabel))}.`),
	];
}

/** n of a caption: `77 resolved claims of 1,334 (289 on unresolved questions)`. */
export const resolvedOfLabel = ({ claims, resolved, unresolved }: ClaimTotals): string =>
	`${countLabel(resolved, "resolved claim")} of ${claims.toLocaleString("en")} (${unresolved.toLocaleString("en")} on unresolved questions)`;

/** How claims were judged, as sentences of the notes; `circularNote` says how circular verdicts were. */
export function judgedHowNotes({ statement, confidence, announced, asOf }: JudgedHow): string[] {
	return [
		`A source counts once per question, with its ${statement === "first" ? "first" : "latest"} statement. Repeats of other sources never count.`,
		...(confidence === null ? [] : [`Only verdicts of ${joinList(confidence)} confidence count.`]),
		...(announced ? ["Announced questions count as resolved."] : []),
		...(asOf === null
			? []
			: [`Only claims published and verdicts decided by ${dayLabel(asOf)} count, as known at the time.`]),
	];
}

/** Whether circular verdicts count, and which way that moves dots and diamonds, as a note. */
export const circularNote = ({ circular }: JudgedHow): string =>
	circular === "exclude"
		? "Circular verdicts, which rely on the source's own claim, are excluded; diamonds show accuracy with them included. Such claims agree with the verdict by construction: dots lean low, diamonds lean high."
		: "Circular verdicts, which rely on the source's own claim, are included; diamonds show accuracy with them excluded. Such claims agree with the verdict by construction: dots lean high, diamonds lean low.";

/** Options that differ from the defaults, as a short sentence of a caption; empty where none does. */
export function judgedHowLabel({ statement, circular, confidence, asOf }: JudgedHow): string {
	const parts = [
		...(statement === "first" ? [] : ["latest statements"]),
		...(circular === "exclude" ? [] : ["circular verdicts included"]),
		...(confidence === null ? [] : [`verdicts of ${joinList(confidence)} confidence only`]),
		...(asOf === null ? [] : [`as known on ${dayLabel(asOf)}`]),
	];
	const text = parts.join("; ");
	return text === "" ? "" : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** How the marks of a drawing are called. */
interface MarkLabels {
	readonly counted: string;
	readonly estimate: string;
	readonly tooFew: string;
}

/** How shares were estimated, as a sentence of the notes. */
export function estimateNote(
	{ interval_level, minimum_claims }: JudgedHow,
	pooled: string,
	{ counted, estimate, tooFew }: MarkLabels = { counted: "Dots", estimate: "ticks", tooFew: "grey" },
): string {
	return `${counted} are counted shares, ${estimate} are estimates with ${percentLabel(interval_level)} credible intervals from a Beta–binomial model. It pools ${pooled} in part, so that the two differ, most of all where n is small. With fewer than ${minimum_claims} resolved claims (${tooFew}) no share is given: too few to estimate.`;
}

const permutedLabels = {
	groups_within_incidents: (many: string) => `${many} permuted within incidents`,
	sources_within_incidents: () => "sources permuted within incidents",
	claims_ignoring_clustering: () => "single claims permuted, ignoring clustering",
} as const;

/** Why a difference that looks large could be chance, as a sentence of a caption; empty where nothing is tested. */
export const couldBeChanceLabel = (test: DifferenceTest): string =>
	test.mixed_incidents === 0 || isSignificant(test)
		? ""
		: `Intervals ignore that claims on one incident often agree; a test that allows for it: ${probabilityLabel(test.p)}.`;

/** Which test was run and what it found, as a sentence of the notes. */
export function differenceLabel(test: DifferenceTest, many: string): string {
	const how = `${permutedLabels[test.permute](many)}, ${test.permutations.toLocaleString("en")} permutations`;
	if (test.permute === "claims_ignoring_clustering")
		return `Permutation test (${how}): ${probabilityLabel(test.p)}, invalid because claims of one incident are correlated.`;
	const found =
		test.mixed_incidents === 0
			? "no incident compares them, so that no difference can be tested"
			: `${probabilityLabel(test.p)}, ${isSignificant(test) ? "a significant difference" : "no significant difference"}`;
	return `Permutation test (${how}; ${countLabel(test.mixed_incidents, "incident")} with two or more of them): ${found}.`;
}
