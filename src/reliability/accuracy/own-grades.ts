import { isDay } from "../../calendar/days.js";
import { cohenKappa, type Kappa } from "../../statistics/kappa.js";
import { type Alpha, krippendorffAlpha } from "../../statistics/krippendorff.js";
import { type ClaimDigit, type Credibility, claimDigits } from "../questions/credibility.js";
import { type SourceGrade, type SourceLetter, sourceLetters } from "./grades.js";

/** An analyst's own grade of a claim and its source: kept beside the derived one, never in its place. */
export interface OwnGrade {
	readonly claim_id: string;
	readonly letter: SourceLetter;
	readonly digit: ClaimDigit;
	/** Name of the analyst. */
	readonly graded_by: string;
	/** Day, `YYYY-MM-DD`. */
	readonly graded_on: string;
	readonly reason: string;
}

/** Both grades of one claim. */
export interface GradesBeside extends OwnGrade {
	readonly source_id: string;
	readonly derived_letter: SourceLetter;
	readonly derived_digit: ClaimDigit;
}

/** Agreement of own and derived grades. */
export interface GradeAgreement {
	/** On the names of the grades, F and 6 among them. */
	readonly kappa: Kappa;
	/** Ordinal, where both give a grade on the scale: F and 6 are not known and have no place on it. */
	readonly alpha: Alpha;
	/** Pairs excluded from alpha, because one of the two is F or 6. */
	readonly not_on_scale: number;
}

/**
 * Puts analysts' own grades beside the derived ones and says how far they agree, letters and digits apart.
 * Grades of claims that have no derived grade, such as repeats, are excluded and counted.
 *
 * @throws `unknown grade of c1: Z3`, `not a day: 2023-13-02`, `grade of c1 without a name`, `grade of c1 without a reason`
 */
export function compareGrades(
	own: readonly OwnGrade[],
	sources: readonly SourceGrade[],
	claims: readonly Credibility[],
): {
	readonly rows: readonly GradesBeside[];
	readonly letters: GradeAgreement;
	readonly digits: GradeAgreement;
	readonly without_derived: number;
} {
	const letters = new Map(sources.map(({ source_id, letter }) => [source_id, letter]));
	const derived = new Map(claims.map((row) => [row.claim_id, row]));
	const rows = own.flatMap((grade): GradesBeside[] => {
		check(grade);
		const claim = derived.get(grade.claim_id);
		const letter = claim && letters.get(claim.source_id);
		if (!claim || !letter) return [];
		return [{ ...grade, source_id: claim.source_id, derived_letter: letter, derived_digit: claim.digit }];
	});
	return {
		rows,
		letters: agreementOf(
			rows.map((row) => [row.letter, row.derived_letter]),
			sourceLetters,
		),
		digits: agreementOf(
			rows.map((row) => [row.digit, row.derived_digit]),
			claimDigits,
		),
		without_derived: own.length - rows.length,
	};
}

function check({ claim_id, letter, digit, graded_by, graded_on, reason }: OwnGrade): void {
	if (!sourceLetters.includes(letter) || !claimDigits.includes(digit))
		throw new RangeError(`unknown grade of ${claim_id}: ${letter}${digit}`);
	if (!isDay(graded_on)) throw new RangeError(`not a day: ${graded_on}`);
	if (graded_by.trim() === "") throw new RangeError(`grade of ${claim_id} without a name`);
	if (reason.trim() === "") throw new RangeError(`grade of ${claim_id} without a reason`);
}

/** The last grade of a scale is "cannot be judged". */
function agreementOf(pairs: readonly (readonly [string, string])[], scale: readonly string[]): GradeAgreement {
	const ranks = pairs.map((pair) => pair.map((grade) => scale.indexOf(grade)));
	const placed = ranks.filter((pair) => pair.every((rank) => rank < scale.length - 1));
	return {
		kappa: cohenKappa(pairs),
		alpha: krippendorffAlpha(placed, "ordinal"),
		not_on_scale: pairs.length - placed.length,
	};
}
