import { agrees } from "../../claims/answers.js";
import { originalSourcesOf } from "../../claims/original-source.js";
import { type Side, sideOf, sourcesById } from "../../claims/sides.js";
import { hasAnswer } from "../../claims/statements.js";
import { groupBy } from "../../records/group-by.js";
import type { Claim, Dossier, Value } from "../../records/records.js";

/** How widely something is reported, and by how many original sources. */
interface ReportCounts {
	/** Claims, repeats among them. */
	readonly reports: number;
	/** Distinct original sources: twelve outlets that repeat one agency are one. */
	readonly original_sources: number;
	/** Original sources among them that are collective: shown, never scored as one. */
	readonly collective_sources: number;
	/** Repeats that name no original source: they add none. */
	readonly untraced_repeats: number;
	/** Sides with an original source of their own. */
	readonly sides: number;
}

/** How widely one question is reported, and whether the two states' sides give the same answer. */
export interface QuestionReports extends ReportCounts {
	readonly proposition_id: string;
	readonly incident_id: string;
	/** Original sources of both states' sides that give the same answer, where each side has one; else 0. Collective sources are not among them. */
	readonly agreeing_sources: number;
	/** The answer that both sides give; `null` where there is none. */
	readonly agreed_answer: Value | null;
}

/** How widely one incident is reported, over all its questions. */
export interface IncidentReports extends ReportCounts {
	readonly incident_id: string;
	readonly questions: number;
	/** Questions on which both sides give one answer. */
	readonly questions_agreed: number;
	/** Distinct original sources that give the agreed answer on any of those. */
	readonly agreeing_sources: number;
}

/**
 * Reports and original sources of every proposition that has a claim, in the order of the propositions.
 *
 * The two sides agree where original sources of the Iranian state and of either Afghan government give the same answer;
 * a range, or "at least", agrees with every number in it that some source gives.
 *
 * @example
 * reportsPerQuestion(dossier).map(({ original_sources }) => original_sources) // → [4, 2, 5, 3, 2, 1]
 */
export function reportsPerQuestion(dossier: Dossier): QuestionReports[] {
	const sources = sourcesById(dossier);
	const originalSource = originalSourcesOf(dossier);
	const byProposition = groupBy(dossier.claims, ({ proposition_id }) => proposition_id);
	return dossier.propositions.flatMap(({ proposition_id, incident_id }) => {
		const claims = byProposition.get(proposition_id) ?? [];
		if (claims.length === 0) return [];
		const { answer, giving } = agreement(claims, sources, originalSource);
		return [
			{
				proposition_id,
				incident_id,
				...countReports(claims, sources, originalSource),
				agreeing_sources: giving.length,
				agreed_answer: answer,
			},
		];
	});
}

/**
 * The same by incident, in the order of the incidents; an original source with answers to two questions is one.
 *
 * @example
 * reportsPerIncident(dossier)[0] // → { questions: 2, reports: 9, original_sources: 4, sides: 3 }
 */
export function reportsPerIncident(dossier: Dossier): IncidentReports[] {
	const sources = sourcesById(dossier);
	const originalSource = originalSourcesOf(dossier);
	const byProposition = groupBy(dossier.claims, ({ proposition_id }) => proposition_id);
	const questions = groupBy(dossier.propositions, ({ incident_id }) => incident_id);
	return dossier.incidents.flatMap(({ incident_id }) => {
		const reported = (questions.get(incident_id) ?? []).flatMap(({ proposition_id }) => {
			const claims = byProposition.get(proposition_id);
			return claims ? [claims] : [];
		});
		if (reported.length === 0) return [];
		const agreed = reported
			.map((claims) => agreement(claims, sources, originalSource).giving)
			.filter(({ length }) => length > 0);
		return [
			{
				incident_id,
				questions: reported.length,
				...countReports(reported.flat(), sources, originalSource),
				questions_agreed: agreed.length,
				agreeing_sources: new Set(agreed.flat()).size,
			},
		];
	});
}

type Sources = ReturnType<typeof sourcesById>;
type OriginalSource = ReturnType<typeof originalSourcesOf>;

function countReports(claims: readonly Claim[], sources: Sources, originalSource: OriginalSource): ReportCounts {
	const originals = [...new Set(claims.flatMap((claim) => originalSource(claim) ?? []))];
	return {
		reports: claims.length,
		original_sources: originals.length,
		collective_sources: originals.filter((id) => sources.get(id)?.collective).length,
		untraced_repeats: claims.filter((claim) => originalSource(claim) === null).length,
		sides: new Set(originals.flatMap((id) => sources.get(id)?.alignment ?? []).map(sideOf)).size,
	};
}

/** The answer that most original sources of both sides together give, each side being among them. */
function agreement(
	claims: readonly Claim[],
	sources: Sources,
	originalSource: OriginalSource,
): { answer: Value | null; giving: readonly string[] } {
	const stated = claims.flatMap((claim) => {
		const original = originalSource(claim);
		const source = original === null ? undefined : sources.get(original);
		const state = source && !source.collective ? stateOf(sideOf(source.alignment)) : null;
		return original !== null && state !== null && hasAnswer(claim) ? [{ claim, original, state }] : [];
	});
	const answers = [...new Set(stated.flatMap(({ claim }) => claim.value ?? []))].sort((a, b) =>
		String(a) < String(b) ? -1 : 1,
	);
	return answers
		.map((answer) => {
			const supporting = stated.filter(({ claim }) => agrees(claim, answer));
			const isByBoth = new Set(supporting.map(({ state }) => state)).size === 2;
			return { answer, giving: isByBoth ? [...new Set(supporting.map(({ original }) => original))] : [] };
		})
		.reduce<{ answer: Value | null; giving: readonly string[] }>(
			(most, each) => (each.giving.length > most.giving.length ? each : most),
			{ answer: null, giving: [] },
		);
}

const stateOf = (side: Side): "iran" | "afghanistan" | null =>
	side === "third_party" ? null : side === "iran_state" ? "iran" : "afghanistan";
