import { isDay } from "../../calendar/days.js";
import { agrees } from "../../claims/answers.js";
import { reliesOnSource } from "../../claims/circularity.js";
import { type Side, sideOf, sourcesById } from "../../claims/sides.js";
import { hasAnswer, statementsInOrder } from "../../claims/statements.js";
import { knownOption } from "../../records/known-option.js";
import {
	type Alignment,
	type Claim,
	type ClaimBasis,
	type Dossier,
	type Proposition,
	type SourceKind,
	type VerdictConfidence,
	verdictConfidences,
} from "../../records/records.js";
import { remembered } from "../../records/remembered.js";

/** What became of a claim. */
export const outcomes = ["supported", "contradicted", "unresolved", "excluded"] as const;
export type Outcome = (typeof outcomes)[number];

/** Why a claim is not judged, in the order in which they are asked; a claim has the first that fits. */
export const claimExclusions = [
	"repeat",
	"collective_source",
	"number_denied",
	"no_answer",
	"undated",
	"published_later",
	"other_statement",
	"verdict_confidence",
	"verdict_undated",
	"circular_verdict",
] as const;
export type ClaimExclusion = (typeof claimExclusions)[number];

/** One claim beside the verdict. */
export interface ClaimOutcome {
	readonly claim_id: string;
	readonly proposition_id: string;
	readonly incident_id: string;
	readonly source_id: string;
	readonly source_kind: SourceKind;
	readonly alignment: Alignment;
	readonly side: Side;
	readonly basis: ClaimBasis;
	readonly published_on: string | null;
	readonly outcome: Outcome;
	/** `null` unless `outcome` is `excluded`. */
	readonly reason: ClaimExclusion | null;
}

/** Which statement of a source on a question counts: its first, or its latest. */
export const statementChoices = ["first", "last"] as const;

/** Whether a source is judged by verdicts that rely on its own claim. */
export const circularChoices = ["exclude", "include"] as const;

/** How claims are judged. */
export interface JudgeOptions {
	/** Judge a source by its `first` statement on a question (default) or by its `last`, the latest. */
	readonly statement?: (typeof statementChoices)[number];
	/** `exclude` (default): a source is not judged by a verdict that relies on its own claim. `include`: it is. */
	readonly circular?: (typeof circularChoices)[number];
	/** Judge by verdicts of these confidences only (default: all). */
	readonly confidence?: readonly VerdictConfidence[];
	/** Let `announced` count as resolved; by default only confirmed and refuted do. */
	readonly announced?: boolean;
	/** As known at the end of that day: only claims published and verdicts decided by then. */
	readonly asOf?: string;
}

/**
 * Puts every claim beside its verdict. One statement per source and question counts: the first, or the latest.
 * Repeats, collective sources and claims without an answer are excluded, and so is a claim of a source on whose own
 * claim the verdict relies. With `asOf`, what has no date is excluded.
 *
 * A denial is an answer like any other: no, or the number 0. A denial of a number that gives no other ("not that
 * number") is excluded under that name. A count within a claimed range supports the claim. Every claim of the dossier
 * is in the result once.
 *
 * @throws `unknown statement: second (known: first, last)`, and alike for `circular`, `confidence` and `asOf`
 * @example
 * judgeClaims(dossier)[1].outcome // → "supported"
 * judgeClaims(dossier)[3].reason // → "repeat"
 */
export function judgeClaims(dossier: Dossier, options: JudgeOptions = {}): ClaimOutcome[] {
	const rows: ClaimOutcome[] = [];
	judgeEach(dossier, options, (row, outcome, reason) => rows.push({ ...row, outcome, reason }));
	return rows;
}

/** What of a claim no option changes, as `ClaimOutcome` has it. */
export type JudgedClaim = Omit<ClaimOutcome, "outcome" | "reason">;

/** The same, each claim handed on as it is judged: for counts as of many days, which need no rows. */
export function judgeEach(
	dossier: Dossier,
	options: JudgeOptions,
	take: (claim: JudgedClaim, outcome: Outcome, reason: ClaimExclusion | null) => void,
): void {
	const { statement = "first", circular = "exclude", announced = false, confidence, asOf } = options;
	checkOptions(options);
	const resolved = ["confirmed", "refuted", ...(announced ? ["announced"] : [])];
	const isCounted = (known: KnownClaim): boolean => {
		if (asOf === undefined) return statement === "first" ? known.isFirst : known.isLast;
		return statement === "first" ? known.isFirstDated : known.nextDay === null || known.nextDay > asOf;
	};
	for (const known of knownClaims(dossier)) {
		const { claim, row, proposition } = known;
		const exclude = (reason: ClaimExclusion) => take(row, "excluded", reason);
		const { verdict_status, verdict_value, verdict_decided_on, verdict_confidence } = proposition;
		if (known.excluded !== null) exclude(known.excluded);
		else if (asOf !== undefined && claim.published_on === null) exclude("undated");
		else if (asOf !== undefined && (claim.published_on as string) > asOf) exclude("published_later");
		else if (!isCounted(known)) exclude("other_statement");
		else if (!resolved.includes(verdict_status) || verdict_value === null) take(row, "unresolved", null);
		else if (confidence && (verdict_confidence === null || !confidence.includes(verdict_confidence)))
			exclude("verdict_confidence");
		else if (asOf !== undefined && verdict_decided_on === null) exclude("verdict_undated");
		else if (asOf !== undefined && (verdict_decided_on as string) > asOf) take(row, "unresolved", null);
		else if (circular === "exclude" && known.isCircular()) exclude("circular_verdict");
		else take(row, agrees(claim, verdict_value) ? "supported" : "contradicted", null);
	}
}

/** A claim with what is asked of it whatever the options are. */
interface KnownClaim {
	readonly claim: Claim;
	readonly proposition: Proposition;
	readonly row: JudgedClaim;
	readonly excluded: ClaimExclusion | null;
	/** Among all statements of the source on the question: its first, its latest. */
	readonly isFirst: boolean;
	readonly isLast: boolean;
	/** Among those with a day: its first; and the day of the next one, `null` for the latest. */
	readonly isFirstDated: boolean;
	readonly nextDay: string | null;
	readonly isCircular: () => boolean;
}

const knownClaims = remembered((dossier: Dossier): readonly KnownClaim[] => {
	const sources = sourcesById(dossier);
	const propositions = new Map(dossier.propositions.map((row) => [row.proposition_id, row]));
	const reliesOn = reliesOnSource(dossier);
	const ends = (claims: readonly Claim[]) => {
		const lists = statementsInOrder(claims);
		return { lists, first: new Set(lists.map(([claim]) => claim)), last: new Set(lists.map((own) => own.at(-1))) };
	};
	const all = ends(dossier.claims);
	const dated = ends(dossier.claims.filter(({ published_on }) => published_on !== null));
	const nextDay = new Map(
		dated.lists.flatMap((own) => own.slice(1).map((next, place) => [own[place], next.published_on] as const)),
	);
	return dossier.claims.flatMap((claim): KnownClaim[] => {
		const source = sources.get(claim.source_id);
		const proposition = propositions.get(claim.proposition_id);
		if (!source || !proposition) return [];
		const exclusion = (): ClaimExclusion | null => {
			if (claim.stance === "repeats") return "repeat";
			if (source.collective) return "collective_source";
			if (hasAnswer(claim)) return null;
			return isBareDenial(claim, proposition) ? "number_denied" : "no_answer";
		};
		let circular: boolean | null = null;
		return [
			{
				claim,
				proposition,
				row: {
					claim_id: claim.claim_id,
					proposition_id: claim.proposition_id,
					incident_id: proposition.incident_id,
					source_id: source.source_id,
					source_kind: source.kind,
					alignment: source.alignment,
					side: sideOf(source.alignment),
					basis: claim.basis,
					published_on: claim.published_on,
				},
				excluded: exclusion(),
				isFirst: all.first.has(claim),
				isLast: all.last.has(claim),
				isFirstDated: dated.first.has(claim),
				nextDay: nextDay.get(claim) ?? null,
				isCircular: () => {
					circular ??= reliesOn(claim);
					return circular;
				},
			},
		];
	});
});

/** @throws RangeError where an option has a value that is not known */
function checkOptions({
	statement = "first",
	circular = "exclude",
	announced = false,
	confidence = [],
	asOf,
}: JudgeOptions): void {
	const known = (name: string, value: string, values: readonly string[]) => {
		knownOption(name, value, values);
	};
	known("statement", statement, statementChoices);
	known("circular", circular, circularChoices);
	if (!Array.isArray(confidence)) throw new RangeError(`confidence must be a list of words: ${String(confidence)}`);
	if (typeof announced !== "boolean") throw new RangeError(`announced must be true or false: ${String(announced)}`);
	for (const each of confidence) known("confidence", each, verdictConfidences);
	if (asOf !== undefined && !isDay(asOf)) throw new RangeError(`not a day: ${asOf}`);
}

/** A denial of a count without a number of its own: "not that number", which is not "0". */
const isBareDenial = ({ stance }: Claim, { type }: Proposition): boolean => stance === "denies" && type === "count";
