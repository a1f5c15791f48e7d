import { agrees, answerLabel } from "../../claims/answers.js";
import { countOriginalSources, leadingAnswer } from "../../claims/leading-answer.js";
import { originalSourcesOf } from "../../claims/original-source.js";
import { isResolved } from "../../claims/resolved.js";
import { type Side, sideOfSource, sourcesById } from "../../claims/sides.js";
import { hasAnswer } from "../../claims/statements.js";
import { groupBy } from "../../records/group-by.js";
import type { Claim, Dossier, Proposition, VerdictStatus } from "../../records/records.js";

/** What one question of an incident looked like on a day, and how it stands now. */
export interface QuestionAsOf {
	readonly proposition_id: string;
	readonly text: string;
	/** The answer that most original sources gave by then; `null` where there is a tie, or no answer. */
	readonly leading_answer: string | null;
	/** Original sources that gave it by then. */
	readonly sources_for: number;
	/** Original sources that gave any answer by then. */
	readonly original_sources: number;
	readonly reports: number;
	readonly verdict_status: VerdictStatus;
	readonly verdict: string | null;
	/** Whether the leading answer is the one held true, or a range that holds it; `null` without a leading answer, or an unresolved question. */
	readonly holds: boolean | null;
}

/**
 * The answer that most original sources had given to each question of an incident by a day, beside the verdict of
 * today. Claims without a day are excluded.
 *
 * @throws `unknown incident: …`
 * @example
 * questionsAsOf(dossier, "a-clash", "2022-01-12")[0] // → { leading_answer: "yes", original_sources: 4, reports: 5, holds: true }
 */
export function questionsAsOf(dossier: Dossier, incident_id: string, day: string): QuestionAsOf[] {
	const originalSource = originalSourcesOf(dossier);
	return questionsOf(dossier, incident_id).map(({ proposition, claims }) => {
		const known = claims.filter(
			(claim) => claim.published_on !== null && claim.published_on <= day && hasAnswer(claim),
		);
		const leading = leadingAnswer(known, originalSource);
		const { verdict_status, verdict_value } = proposition;
		return {
			proposition_id: proposition.proposition_id,
			text: proposition.text,
			leading_answer: leading?.answer ?? null,
			sources_for: leading?.original_sources ?? 0,
			original_sources: countOriginalSources(known, originalSource),
			reports: known.length,
			verdict_status,
			verdict: verdict_value === null ? null : answerLabel({ value: verdict_value, value_min: null, value_max: null }),
			holds: leading && isResolved(proposition) ? agrees(leading.claim, proposition.verdict_value) : null,
		};
	});
}

/** The first and the latest statement of one side on one question. */
export interface SideStatement {
	readonly proposition_id: string;
	readonly text: string;
	readonly side: Side;
	readonly first_on: string;
	readonly first_answer: string;
	readonly last_on: string;
	readonly last_answer: string;
	readonly changed: boolean;
}

/**
 * The first and the last dated answer of each side on each question of an incident, repeats excluded. A side
 * is many sources: a change may be one that conceded, or another that commented later. Of two answers of one day the
 * order is not known: they are no change.
 *
 * @throws `unknown incident: …`
 * @example
 * statementsOfSides(dossier, "d-shooting").map(({ side, last_answer }) => [side, last_answer]) // → [["taliban", "yes"], ["iran_state", "no"]]
 */
export function statementsOfSides(dossier: Dossier, incident_id: string): SideStatement[] {
	const sources = sourcesById(dossier);
	return questionsOf(dossier, incident_id).flatMap(({ proposition, claims }) => {
		const dated = claims
			.filter((claim) => claim.published_on !== null && claim.stance !== "repeats" && hasAnswer(claim))
			.sort((a, b) => ((a.published_on as string) < (b.published_on as string) ? -1 : 1));
		return [...groupBy(dated, ({ source_id }) => sideOfSource(sources, source_id))].map(([side, own]) => {
			const [first, last] = [own[0] as Claim, own.at(-1) as Claim];
			return {
				proposition_id: proposition.proposition_id,
				text: proposition.text,
				side: side as Side,
				first_on: first.published_on as string,
				first_answer: answerLabel(first),
				last_on: last.published_on as string,
				last_answer: answerLabel(last),
				changed: first.published_on !== last.published_on && answerLabel(first) !== answerLabel(last),
			};
		});
	});
}

function questionsOf(dossier: Dossier, incident_id: string): { proposition: Proposition; claims: Claim[] }[] {
	if (!dossier.incidents.some((incident) => incident.incident_id === incident_id))
		throw new RangeError(`unknown incident: ${incident_id}`);
	const claims = groupBy(dossier.claims, ({ proposition_id }) => proposition_id);
	return dossier.propositions
		.filter((proposition) => proposition.incident_id === incident_id)
		.map((proposition) => ({ proposition, claims: claims.get(proposition.proposition_id) ?? [] }));
}
