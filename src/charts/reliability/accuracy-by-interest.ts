import { knownOptions } from "../../records/known-option.js";
import type { Dossier } from "../../records/records.js";
import { isSignificant } from "../../reliability/accuracy/difference-test.js";
import { type InterestComparison, interestComparison } from "../../reliability/accuracy/interest-comparison.js";
import type { JudgeOptions } from "../../reliability/accuracy/outcomes.js";
import { requireData } from "../catalogue-entry.js";
import { aClaim, type Need } from "../needs.js";
import { colours, type Figure, frame } from "../parts/frame.js";
import { captionLabel, countLabel, isAre, percentLabel, wordFor } from "../parts/labels.js";
import { provenanceOf } from "../parts/provenance.js";
import { accuracyCells, accuracyRows, intervalLabel } from "./accuracy-rows.js";
import {
	circularNote,
	claimTotalNotes,
	differenceLabel,
	estimateNote,
	judgedHowLabel,
	judgedHowNotes,
	noIntent,
	resolvedOfLabel,
	sideLabels,
} from "./labels.js";
import { requireResolved } from "./resolved-claims.js";

/** How claims are judged. */
export type AccuracyByInterestOptions = JudgeOptions;

/** What the chart cannot be drawn without. */
export const accuracyByInterestNeeds: readonly Need[] = [aClaim];

const interestLabels = {
	in_own_interest: "in its own interest",
	against_own_interest: "against its interest",
	neutral: "neutral",
} as const;

/**
 * Accuracy of each state's side on claims that serve its own interest, go against it, or do neither: counted shares,
 * and estimates with 95% credible intervals. Unit: claims. Third parties have no interest here and are excluded.
 *
 * @throws RangeError for an unknown option; NotEnoughDataError without a resolved claim of a state's side
 * @example
 * charts.accuracyByInterest(dossier).table[0] // → { side: "iran_state", interest: "in_own_interest", supported: 1, n: 3 }
 */
export function accuracyByInterest(dossier: Dossier, options: AccuracyByInterestOptions = {}): Figure {
	knownOptions(options, ["statement", "circular", "confidence", "announced", "asOf"]);
	requireData(dossier, accuracyByInterestNeeds);
	const compared = interestComparison(dossier, options);
	requireResolved(compared);
	const { rows, admissions, excluded } = compared;
	const sides = [...new Set(rows.map(({ side }) => side))];
	const enough = rows.filter(({ enough_claims }) => enough_claims);
	const name = (row: Row) => `${sideLabels[row.side]}, ${interestLabels[row.interest]}`;
	const lines = sides.flatMap((side) => [
		{ label: sideLabels[side], name: sideLabels[side], record: null },
		...rows
			.filter((row) => row.side === side)
			.map((record) => ({
				label: interestLabels[record.interest],
				name: name(record),
				record,
				row: rows.indexOf(record),
				colour: colours[record.side],
			})),
	]);
	const decisive = admissions.filter(({ is_decisive }) => is_decisive).length;
	const provenance = provenanceOf(dossier);
	const level = percentLabel(compared.interval_level);
	return frame(
		{
			id: "accuracy-by-interest",
			subject: "reliability",
			...accuracyRows(lines, compared, { rowHeight: 26 }),
			table: rows.map((row) => ({ side: row.side, interest: row.interest, ...accuracyCells(row, compared) })),
		},
		{
			title: titleOf(compared),
			subtitle: `Share of resolved claims that the verdict supports, by whose interest they serve; bars: ${level} intervals`,
			caption: captionLabel(provenance, resolvedOfLabel(compared), excluded, {
				singular: "claim",
				more: judgedHowLabel(compared),
			}),
			notes: [
				`Of ${countLabel(dossier.claims.length, "claim")}, ${compared.claims.toLocaleString("en")} ${isAre(compared.claims)} of a state's side and of known interest, and ${compared.without_interest.toLocaleString("en")} ${isAre(compared.without_interest)} not. Third parties have no side, and a number that is neither higher nor lower than others has no interest.`,
				...claimTotalNotes(compared),
				...judgedHowNotes(compared),
				circularNote(compared),
				estimateNote(compared, "all rows"),
				differenceLabel(compared.test, "claims in and against the side's own interest"),
				`${countLabel(admissions.length, "admission")} against interest ${isAre(admissions.length)} recorded, each answer of a source to a question once. ${decisive} of them ${isAre(decisive)} decisive for a verdict: by the verdict rules an admission resolves a question, so that admissions are right more often by construction.`,
				"Whose interest an answer serves was coded by one person.",
				noIntent,
			],
			alt: `Accuracy by side and interest, with ${level} intervals of the estimate: ${
				enough
					.map((row) => `${name(row)} ${percentLabel(row.share as number)} (${intervalLabel(row)}, n = ${row.n})`)
					.join("; ") || "no row has enough resolved claims"
			}. ${enough.length} of ${countLabel(rows.length, "row")} ${wordFor(enough.length, "has", "have", rows.length)} at least ${compared.minimum_claims} resolved claims.`,
		},
		provenance,
	);
}

type Row = InterestComparison["rows"][number];

/** A difference is called one only where it is significant with whole groups permuted within incidents. */
function titleOf({ rows, test }: InterestComparison): string {
	const rowOf = (own: Row, interest: Row["interest"]) =>
		rows.find((row) => row.side === own.side && row.interest === interest && row.enough_claims);
	const inOwn = rows.filter(({ interest, enough_claims }) => interest === "in_own_interest" && enough_claims);
	const comparable = inOwn.filter((row) => rowOf(row, "against_own_interest") !== undefined);
	if (comparable.length > 0) {
		const isLower = comparable.every(
			(row) => (row.share as number) < (rowOf(row, "against_own_interest")?.share as number),
		);
		return isSignificant(test)
			? isLower
				? "Claims against the side's own interest are supported more often than claims in it"
				: "Accuracy differs between claims in and against the side's own interest"
			: "Accuracy in and against the side's own interest: the difference could be chance";
	}
	if (inOwn.length === 0) return "Too few resolved claims in or against a side's own interest to compare";
	return "Too few resolved claims against a side's own interest to compare with claims in it";
}
