import type { Excluded } from "../../records/exclusions.js";
import type { ClaimBasis } from "../../records/records.js";
import type { AccuracyRow } from "../../reliability/accuracy/accuracy.js";
import type { DifferenceTest } from "../../reliability/accuracy/difference-test.js";
import { countLabel, exclusionLabels, joinList, probabilityLabel } from "../parts/labels.js";

const reasonList = (excluded: readonly Excluded[]): string =>
	joinList(excluded.map((row) => `${row.n} ${exclusionLabels[row.reason]}`));

/** Which claims are not judged and why, as a sentence of a caption. */
export function excludedClaimsLabel(excluded: readonly Excluded[]): string {
	if (excluded.length === 0) return "No claim was left out.";
	const total = excluded.reduce((sum, { n }) => sum + n, 0);
	return `Left out: ${countLabel(total, "claim")} (${reasonList(excluded)}).`;
}

/** How many claims are judged, not settled and left out, which add up to all, as a sentence of a caption. */
export function resolvedClaimsLabel(records: readonly AccuracyRow[], excluded: readonly Excluded[]): string {
	const sum = (of: (row: AccuracyRow) => number) => records.reduce((total, row) => total + of(row), 0);
	const [n, open, out] = [sum((row) => row.n), sum((row) => row.unresolved), sum((row) => row.excluded)];
	return `Of ${countLabel(n + open + out, "claim")} ${n} are judged, ${open} are on questions not settled and ${out} are left out${excluded.length === 0 ? "" : ` (${reasonList(excluded)})`}.`;
}

/** Words for the sides a claim may come from. */
export const sideLabels = {
	afghan_republic: "Afghan Republic (to 2021)",
	iran_state: "Iranian state",
	taliban: "Taliban",
	third_party: "Third parties",
} as const;

/** Words for what a speaker rests a claim on. */
export const basisLabels: Readonly<Record<ClaimBasis, string>> = {
	official_statement: "Official statement",
	eyewitness: "Eyewitness",
	anonymous_source: "Unnamed source",
	video: "Video",
	document: "Document",
	medical: "Medical",
	own_reporting: "Own reporting",
	unknown: "Basis not said",
};

/** What a track record can and cannot say; stands under every chart of one. */
export const noIntent =
	"Agreement with verdicts reached later, on questions taken up because they were disputed: no measure of intent.";

/** Whether groups differ by more than chance gives at 5 %, once what hangs together within an incident is kept so. */
export const isEstablished = ({ deal, p }: DifferenceTest): boolean => deal === "groups" && p <= 0.05;

/** What a difference test says, as a sentence of a caption. */
export function differenceLabel(test: DifferenceTest, groups: string): string {
	return `Intervals take claims as independent, but those of one incident hang together: where ${groups} change places within each incident, differences as large come up with ${probabilityLabel(test.p)} (${countLabel(test.mixed_incidents, "incident")} with two or more of them).`;
}
