import { type AccuracyRow, accuracyBySource } from "./accuracy.js";
import type { ClaimOutcome } from "./outcomes.js";

/** Letters of the Admiralty code for the reliability of a source; F is not known, and not bad. */
export const sourceLetters = ["A", "B", "C", "D", "E", "F"] as const;
export type SourceLetter = (typeof sourceLetters)[number];

/**
 * Least lower limit of the accuracy for each letter, the kit's own: the code has words (completely,
 * usually, fairly, not usually reliable, unreliable) and no numbers.
 */
export const letterFloors = { A: 0.8, B: 0.65, C: 0.5, D: 0.35, E: 0 } as const;

/** A source's letter with the accuracy it is derived from. */
export interface SourceGrade extends AccuracyRow {
	readonly source_id: string;
	readonly source_kind: string;
	readonly letter: SourceLetter;
	/** The letter of the upper limit: no better than this, as far as is known. */
	readonly letter_at_best: SourceLetter;
}

/**
 * The letter of a share by its limits.
 *
 * @param limits `enough_claims` false gives F, whatever the share
 * @example
 * letterOf({ low: 0.66, high: 0.97, enough_claims: true }) // → { letter: "B", letter_at_best: "A" }
 * letterOf({ low: 0.9, high: 1, enough_claims: false }) // → { letter: "F", letter_at_best: "F" }
 */
export function letterOf({ low, high, enough_claims }: Pick<AccuracyRow, "low" | "high" | "enough_claims">): {
	readonly letter: SourceLetter;
	readonly letter_at_best: SourceLetter;
} {
	const bandOf = (share: number): SourceLetter =>
		sourceLetters.find((letter) => letter !== "F" && share >= letterFloors[letter]) ?? "E";
	return enough_claims ? { letter: bandOf(low), letter_at_best: bandOf(high) } : { letter: "F", letter_at_best: "F" };
}

/**
 * Admiralty letter of every source from the lower credible limit of its accuracy (`accuracyBySource`): F, cannot be
 * judged, under `minimumClaims` resolved claims, whatever the share. In the order of the ids; grades are no ranking.
 *
 * A label derived from the accuracy and never fed back into an estimate. The lower limit decides, so that a source
 * rises only as its resolved claims grow in number; E too says no more than how little is certain.
 *
 * @example
 * sourceGrades(judgeClaims(dossier)).find(({ group }) => group === "spokesman") // → { supported: 3, n: 4, letter: "F" }
 */
export function sourceGrades(claims: readonly ClaimOutcome[]): SourceGrade[] {
	return accuracyBySource(claims).map((record) => ({ ...record, source_id: record.group, ...letterOf(record) }));
}
