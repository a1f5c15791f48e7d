import { agrees } from "../../claims/answers.js";
import { reliesOnSource } from "../../claims/circularity.js";
import { type Side, sideOf, sourcesById } from "../../claims/sides.js";
import { hasAnswer, statementsInOrder } from "../../claims/statements.js";
import type {
	Alignment,
	Claim,
	ClaimBasis,
	Dossier,
	Proposition,
	SourceKind,
	VerdictConfidence,
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

/** How claims are judged. */
export interface JudgeOptions {
	/** Judge a source by its `first` word on a question (default) or its `last`. */
	readonly statement?: "first" | "last";
	/** `excluded` (default): a source is not judged by a verdict that rests on it. `kept`: it is. */
	readonly circular?: "exclude" | "include";
	/** Judge by verdicts of these confidences only (default: all). */
	readonly confidence?: readonly VerdictConfidence[];
	/** Let `announced` count as settled; by default only confirmed and refuted do. */
	readonly announced?: boolean;
	/** Judge as one could on that day: from claims published and verdicts decided by then. */
	readonly asOf?: string;
}

/**
 * Puts every claim beside its verdict. One voice per source and question is judged: its first word, or its
 * last. Repeats, collective labels and claims without an answer are left out, and so is a source whose own
 * claim carries the verdict. With `asOf`, what has no date is left out.
 *
 * A denial is an answer like any other: no, or the number 0. Who denies a number and gives none ("not that
 * number") has answered nothing and is left out under that name. A range bears out a count that lies within it. Every claim of the dossier is in the result once.
 */
export function judgeClaims(dossier: Dossier, options: JudgeOptions = {}): ClaimOutcome[] {
	const { statement = "first", circular = "exclude", announced = false, confidence, asOf } = options;
	const sources = sourcesById(dossier);
	const propositions = new Map(dossier.propositions.map((row) => [row.proposition_id, row]));
	const isCircular = reliesOnSource(dossier);
	const judgedVoice = judgedVoices(dossier, statement, asOf);
	const settled = ["confirmed", "refuted", ...(announced ? ["announced"] : [])];

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
			return judgedVoice.has(claim.claim_id) ? null : "other_statement";
		};
		const judge = (): { outcome: Outcome; reason: ClaimExclusion | null } => {
			const excluded = (reason: ClaimExclusion) => ({ outcome: "excluded" as const, reason });
			const before = reasonBefore();
			if (before) return excluded(before);
			const { verdict_status, verdict_value, verdict_decided_on, verdict_confidence } = proposition;
			if (!settled.includes(verdict_status) || verdict_value === null) return { outcome: "unresolved", reason: null };
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

/** A denial of a count without a number of its own: "not that number", which is not "0". */
const isBareDenial = ({ stance }: Claim, { type }: Proposition): boolean => stance === "denies" && type === "count";

/** The claim of each source on each question that is judged: its first word of those known, or its last. */
function judgedVoices(dossier: Dossier, statement: "first" | "last", asOf: string | undefined): ReadonlySet<string> {
	const known = dossier.claims.filter(
		({ published_on }) => asOf === undefined || (published_on !== null && published_on <= asOf),
	);
	return new Set(
		statementsInOrder(known).map((words) => ((statement === "first" ? words[0] : words.at(-1)) as Claim).claim_id),
	);
}
