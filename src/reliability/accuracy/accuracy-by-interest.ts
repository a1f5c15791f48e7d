import { answerLabel } from "../../claims/answers.js";
import { type Side, sideOf, sourcesById } from "../../claims/sides.js";
import { groupBy } from "../../records/group-by.js";
import type { Claim, Dossier } from "../../records/records.js";
import { type AccuracyRow, accuracyBy } from "./accuracy.js";
import { contestants, dayOf, type InterestDirection, interestDirection, interestDirections } from "./interest.js";
import { type ClaimOutcome, type JudgeOptions, judgeClaims, type Outcome } from "./outcomes.js";

/** Accuracy of one side on claims that serve its interest, go against it, or do neither. */
export interface InterestRecord extends AccuracyRow {
	readonly side: Side;
	readonly interest: InterestDirection;
}

/** A claim beside its verdict, and whether it serves the interest of its own side. */
export interface ClaimInterest extends ClaimOutcome {
	readonly interest: InterestDirection;
}

/**
 * Claims of the states' sides beside their verdicts, each with its interest; third parties have none here.
 *
 * @example
 * claimsWithInterest(dossier).length // → 13
 */
export function claimsWithInterest(dossier: Dossier, options: JudgeOptions = {}): ClaimInterest[] {
	const interestOf = interestDirection(dossier);
	const claims = new Map(dossier.claims.map((claim) => [claim.claim_id, claim]));
	return judgeClaims(dossier, options).flatMap((outcome) => {
		const interest = interestOf(claims.get(outcome.claim_id) as Claim);
		return interest === null ? [] : [{ ...outcome, interest }];
	});
}

/**
 * Accuracy of each state's side, split by whether the claim serves its own interest, goes against it, or does
 * neither: all cells are pooled in part as groups of one set (`accuracyBy`).
 *
 * @param claims from `claimsWithInterest`
 * @example
 * accuracyByInterest(claimsWithInterest(dossier)).map(({ supported, n }) => [supported, n]) // → [[1, 3], [1, 1], [0, 0], [1, 2], [2, 2]]
 */
export function accuracyByInterest(claims: readonly ClaimInterest[]): InterestRecord[] {
	const interestById = new Map(claims.map(({ claim_id, interest }) => [claim_id, interest]));
	const keyOf = ({ claim_id, side }: ClaimOutcome) => `${side} ${interestById.get(claim_id)}`;
	const records = new Map(accuracyBy(claims, keyOf).map((row) => [row.group, row]));
	return contestants.flatMap((side) =>
		interestDirections.flatMap((interest) => {
			const row = records.get(`${side} ${interest}`);
			return row ? [{ ...row, side, interest }] : [];
		}),
	);
}

/** A statement of a side against its own interest. */
export interface Admission {
	readonly claim_id: string;
	readonly proposition_id: string;
	readonly incident_id: string;
	readonly text: string;
	readonly side: Side;
	readonly source: string;
	readonly published_on: string | null;
	readonly answer: string;
	readonly outcome: Outcome;
	/** The verdict would be another without this claim. */
	readonly is_decisive: boolean;
}

/**
 * Admissions against interest, by day, those without a day last: what a state's side stated itself that serves the
 * other side. One row for each source, question and answer, the first; collective sources are excluded.
 *
 * @example
 * admissions(dossier).map(({ claim_id }) => claim_id) // → ["c13"]
 */
export function admissions(dossier: Dossier): Admission[] {
	const interestOf = interestDirection(dossier);
	const sources = sourcesById(dossier);
	const questions = new Map(dossier.propositions.map((row) => [row.proposition_id, row]));
	const decisive = new Set(dossier.verdict_basis.map(({ claim_id }) => claim_id));
	const outcomes = new Map(judgeClaims(dossier).map((row) => [row.claim_id, row.outcome]));
	const given = dossier.claims
		.filter((claim) => claim.stance !== "repeats" && sources.get(claim.source_id)?.collective === false)
		.filter((claim) => interestOf(claim) === "against_own_interest")
		.sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1));
	return [
		...groupBy(given, (claim) => `${claim.source_id} ${claim.proposition_id} ${answerLabel(claim)}`).values(),
	].map((same) => {
		const claim = same[0] as Claim;
		const source = sources.get(claim.source_id);
		const question = questions.get(claim.proposition_id);
		return {
			claim_id: claim.claim_id,
			proposition_id: claim.proposition_id,
			incident_id: question?.incident_id ?? "",
			text: question?.text ?? "",
			side: sideOf(source?.alignment ?? "unknown"),
			source: source?.name ?? claim.source_id,
			published_on: claim.published_on,
			answer: answerLabel(claim),
			outcome: outcomes.get(claim.claim_id) ?? "excluded",
			is_decisive: same.some(({ claim_id }) => decisive.has(claim_id)),
		};
	});
}
