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
	const { statement = "first", circular = "exclude", announced = false, confidence, asOf } = options;
	checkOptions(options);
	const sources = sourcesById(dossier);
	const propositions = new Map(dossier.propositions.map((row) => [row.proposition_id, row]));
	const isCircular = reliesOnSource(dossier);
	const countedStatement = countedStatements(dossier, statement, asOf);
	const resolved = ["confirmed", "refuted", ...(announced ? ["announced"] : [])];

	return dossier.claims.flatMap((claim) => {
		const source = sources.get(claim.source_id);
		const proposition = propositions.get(claim.proposition_id);
		if (!source || !proposition) return [];
		const reasonBefore = (): ClaimExclusion | null => {
			if (claim.stance === "repeats") return "repeat";
			if (source.collective) return "collective_source";
			if (!hasAnswer(claim)) return isBareDenial(claim, proposition) ? "number_denied" : "no_answer";
			if (asOf !== undefined && claim.published_on === null) return "undated";
			if (asOf !== undefined && (claim.published_on as string) > asOf) return "published_later";
			return countedStatement.has(claim.claim_id) ? null : "other_statement";
		};
		const judge = (): { outcome: Outcome; reason: ClaimExclusion | null } => {
			const excluded = (reason: ClaimExclusion) => ({ outcome: "excluded" as const, reason });
			const before = reasonBefore();
			if (before) return excluded(before);
			const { verdict_status, verdict_value, verdict_decided_on, verdict_confidence } = proposition;
			if (!resolved.includes(verdict_status) || verdict_value === null) return { outcome: "unresolved", reason: null };
			if (confidence && (verdict_confidence === null || !confidence.includes(verdict_confidence)))
				return excluded("verdict_confidence");
			if (asOf !== undefined && verdict_decided_on === null) return excluded("verdict_undated");
			if (asOf !== undefined && (verdict_decided_on as string) > asOf) return { outcome: "unresolved", reason: null };
			if (circular === "exclude" && isCircular(claim)) return excluded("circular_verdict");
			return { outcome: agrees(claim, verdict_value) ? "supported" : "contradicted", reason: null };
		};
		return [
			{
				claim_id: claim.claim_id,
				proposition_id: claim.proposition_id,
				incident_id: proposition.incident_id,
				source_id: source.source_id,
				source_kind: source.kind,
				alignment: source.alignment,
				side: sideOf(source.alignment),
				basis: claim.basis,
				published_on: claim.published_on,
				...judge(),
			},
		];
	});
}

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

/** The claim of each source on each question that counts: its first statement of those known, or its latest. */
function countedStatements(
	dossier: Dossier,
	statement: "first" | "last",
	asOf: string | undefined,
): ReadonlySet<string> {
	const known = dossier.claims.filter(
		({ published_on }) => asOf === undefined || (published_on !== null && published_on <= asOf),
	);
	return new Set(
		statementsInOrder(known).map((own) => ((statement === "first" ? own[0] : own.at(-1)) as Claim).claim_id),
	);
}
