import type { Excluded } from "../../records/exclusions.js";
import type { Admission, InterestRecord } from "../../reliability/accuracy/accuracy-by-interest.js";
import { colours, type Figure, frame, type Provenance } from "../parts/frame.js";
import { countLabel, joinList, percentLabel, periodLabel } from "../parts/labels.js";
import { accuracyCells, accuracyRows, limitsLabel } from "./accuracy-rows.js";
import { noIntent, resolvedClaimsLabel, sideLabels } from "./labels.js";

const bearingWords = {
	in_own_interest: "in its own interest",
	against_own_interest: "against it",
	neutral: "neutral",
} as const;

/**
 * Track record of each state's side on what served it, what went against it and what did neither, with 90 %
 * credible limits; grey where too few claims are settled. Hollow marks let sources be judged by verdicts that
 * rest on them.
 *
 * @param records rows of `accuracyByInterest`
 * @param circular the same with own verdicts kept
 * @param admitted rows of `admissions`
 * @param claims all claims of the dossier
 */
export function accuracyByInterestChart(
	records: readonly InterestRecord[],
	circular: readonly InterestRecord[],
	admitted: readonly Admission[],
	excluded: readonly Excluded[],
	claims: number,
	provenance: Provenance,
): Figure {
	const kept = new Map(circular.map((row) => [row.group, row]));
	const there = [...new Set(records.map(({ side }) => side))];
	const judged = records.filter(({ enough_claims }) => enough_claims);
	const name = (row: InterestRecord) => `${sideLabels[row.side]}, ${bearingWords[row.bearing]}`;
	const lines = there.flatMap((side) => [
		{ label: sideLabels[side], name: sideLabels[side], record: null },
		...records
			.filter((row) => row.side === side)
			.map((record) => ({
				label: bearingWords[record.bearing],
				name: name(record),
				record,
				colour: colours[record.side],
			})),
	]);
	const carrying = admitted.filter(({ is_decisive }) => is_decisive).length;
	const told = records.reduce((sum, row) => sum + row.n + row.unresolved + row.excluded, 0);
	return frame(
		{
			id: "for-and-against",
			subject: "reliability",
			...accuracyRows(lines, kept, 26),
			table: records.map((row) => ({ side: row.side, bearing: row.bearing, ...accuracyCells(row, kept) })),
		},
		{
			title: titleOf(records, kept),
			subtitle:
				"Share of settled claims borne out, by whom the answer serves, with 90 % credible intervals; diamonds: sources also judged by verdicts that rest on them",
			caption: `${periodLabel(provenance)}. ${resolvedClaimsLabel(records, excluded)} ${countLabel(claims - told, "other claim")} have no bearing: third parties, no answer, or a number neither more nor less. Fewer than ten judged claims cannot be judged. ${countLabel(admitted.length, "admission")} against interest (a source's answer to a question, once) ${admitted.length === 1 ? "is" : "are"} on record; ${carrying} carry a verdict, for by the verdict rules an admission settles, so that admissions are right more often by construction. Whose interest an answer serves was coded by one reader. ${noIntent}`,
			alt: `Share borne out with 90 % intervals: ${
				judged.map((row) => `${name(row)} ${percentLabel(row.share)} (${limitsLabel(row)}, n ${row.n})`).join("; ") ||
				"no cell can be judged"
			}. ${records.length - judged.length} of ${records.length} cells have too few settled claims. ${countLabel(admitted.length, "admission")} against interest.`,
		},
		provenance,
	);
}

/** Says a difference only where intervals lie apart on both records of one side. */
function titleOf(records: readonly InterestRecord[], kept: ReadonlyMap<string, InterestRecord>): string {
	const pairs = records.flatMap((own) => {
		const other = records.find((row) => row.side === own.side && row.bearing === "against_own_interest");
		return own.bearing === "in_own_interest" && other ? [{ own, other }] : [];
	});
	const comparable = pairs.filter(({ own, other }) => own.enough_claims && other.enough_claims);
	const isBelow = (lower: InterestRecord | undefined, upper: InterestRecord | undefined) =>
		lower !== undefined && upper !== undefined && lower.high < upper.low;
	const apart = comparable.filter(
		({ own, other }) => isBelow(own, other) && isBelow(kept.get(own.group), kept.get(other.group)),
	);
	if (apart.length > 0)
		return `What went against its own side was borne out more often than what served it: ${joinList(apart.map(({ own }) => sideLabels[own.side]))}`;
	if (comparable.length > 0)
		return "Whether an answer served its own side or went against it makes no difference that intervals tell apart";
	const served = records.find(({ bearing, enough_claims }) => bearing === "in_own_interest" && enough_claims);
	return served
		? `${percentLabel(served.share)} of what the ${sideLabels[served.side]} claimed in its own interest was borne out (${percentLabel(served.low)} to ${percentLabel(served.high)}); too little against it is settled to compare`
		: "Too little that served a side, or went against it, is settled to compare the two";
}
