import { answerLabel, valueLabel } from "../../claims/answers.js";
import { disputedVerdicts } from "../../claims/disputed-verdicts.js";
import { findQuestion } from "../../claims/find-question.js";
import { rangeOf } from "../../claims/number-range.js";
import { originalSourcesOf } from "../../claims/original-source.js";
import { type Side, sideOf, sourcesById } from "../../claims/sides.js";
import { hasAnswer } from "../../claims/statements.js";
import { groupBy } from "../../records/group-by.js";
import type { Claim, ClaimBasis, Dossier, Proposition, Stance, VerdictStatus } from "../../records/records.js";

/** One claim of a timeline: who answered what on which day, and who else's statement it repeats. */
export interface ClaimTimelineRow {
	readonly claim_id: string;
	readonly published_on: string | null;
	readonly source: string;
	readonly side: Side;
	readonly stance: Stance;
	/** Name of the source that a repeat names; `null` for an original statement and for an untraced repeat. */
	readonly repeats: string | null;
	/** Name of the outlet in whose page the claim was read, where that is another. */
	readonly reported_by: string | null;
	readonly answer: string;
	readonly basis: ClaimBasis;
	/** The source is a label for several unnamed ones. */
	readonly collective: boolean;
	/** The verdict would be another without this claim. */
	readonly is_decisive: boolean;
}

/** A question with all claims on it, in the order in which they appeared. */
export interface ClaimTimeline {
	readonly proposition_id: string;
	readonly text: string;
	readonly date_start: string;
	readonly verdict_status: VerdictStatus;
	readonly verdict: string | null;
	/** The readings of the verdict, where two readers dispute it; else `null`. */
	readonly disputed_readings: string | null;
	readonly rows: readonly ClaimTimelineRow[];
	/** Original sources per answer, the most first. A source that gave two answers is in both. */
	readonly answers: readonly {
		readonly answer: string;
		/** Least number of a count; `null` for other answers. */
		readonly least: number | null;
		readonly original_sources: number;
		readonly reports: number;
	}[];
}

/**
 * Every claim on one question, by day of publication, those without a day last; on one day original
 * statements come before repeats.
 *
 * @throws `unknown question: x (did you mean a, b?)`
 * @example
 * claimTimeline(dossier, "a.occurred").answers[0] // → { answer: "yes", original_sources: 4, reports: 6 }
 */
export function claimTimeline(dossier: Dossier, proposition_id: string): ClaimTimeline {
	const proposition = findQuestion(dossier, proposition_id);
	const sources = sourcesById(dossier);
	const name = (id: string | null) => (id === null ? null : (sources.get(id)?.name ?? id));
	const decisive = new Set(dossier.verdict_basis.map(({ claim_id }) => claim_id));
	const claims = dossier.claims.filter((claim) => claim.proposition_id === proposition_id);
	const originalSource = originalSourcesOf({ claims });
	const order = ({ published_on, stance }: Claim) => `${published_on ?? "9999"} ${stance === "repeats" ? 1 : 0}`;
	const sorted = [...claims].sort((a, b) => order(a).localeCompare(order(b), "en"));
	const rows = sorted.map((claim) => {
		const source = sources.get(claim.source_id);
		return {
			claim_id: claim.claim_id,
			published_on: claim.published_on,
			source: source?.name ?? claim.source_id,
			side: sideOf(source?.alignment ?? "unknown"),
			stance: claim.stance,
			repeats: claim.stance === "repeats" ? name(claim.via_source_id) : null,
			reported_by: name(claim.reported_by),
			answer: answerLabel(claim),
			basis: claim.basis,
			collective: source?.collective ?? false,
			is_decisive: decisive.has(claim.claim_id),
		};
	});
	const answers = [...groupBy(sorted, answerLabel)].map(([answer, given]) => ({
		answer,
		least: proposition.type === "count" && given[0] && hasAnswer(given[0]) ? rangeOf(given[0])[0] : null,
		original_sources: new Set(given.flatMap((claim) => originalSource(claim) ?? [])).size,
		reports: given.length,
	}));
	return {
		proposition_id,
		text: proposition.text,
		date_start: dossier.incidents.find(({ incident_id }) => incident_id === proposition.incident_id)?.date_start ?? "",
		verdict_status: proposition.verdict_status,
		verdict: proposition.verdict_value === null ? null : valueLabel(proposition.verdict_value),
		disputed_readings: disputedVerdicts({ ...dossier, propositions: [proposition] })[0]?.label ?? null,
		rows,
		answers: answers.sort((a, b) => b.original_sources - a.original_sources || b.reports - a.reports),
	};
}

/**
 * The yes-or-no question on which the less frequent answer has most original sources; of equals the one with most
 * claims. `null` where no such question is answered both ways.
 *
 * @param incident_id of this incident only
 * @example
 * mostOpposed(dossier).proposition_id // → "a.occurred"
 */
export function mostOpposed(dossier: Dossier, incident_id?: string): Proposition | null {
	const originalSource = originalSourcesOf(dossier);
	const claims = groupBy(dossier.claims, ({ proposition_id }) => proposition_id);
	const ranked = dossier.propositions
		.filter((row) => row.type === "boolean" && (incident_id === undefined || row.incident_id === incident_id))
		.map((proposition) => {
			const own = claims.get(proposition.proposition_id) ?? [];
			const sourcesFor = (answer: boolean) =>
				new Set(own.filter(({ value }) => value === answer).flatMap((claim) => originalSource(claim) ?? [])).size;
			return { proposition, smaller: Math.min(sourcesFor(true), sourcesFor(false)), n: own.length };
		})
		.sort((a, b) => b.smaller - a.smaller || b.n - a.n);
	return ranked[0] && ranked[0].smaller > 0 ? ranked[0].proposition : null;
}
