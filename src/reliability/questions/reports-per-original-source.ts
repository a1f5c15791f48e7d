import { agrees } from "../../claims/answers.js";
import { originalSourceOf } from "../../claims/original-source.js";
import { type Side, sideOf, sourcesById } from "../../claims/sides.js";
import { hasAnswer } from "../../claims/statements.js";
import { groupBy } from "../../records/group-by.js";
import type { Claim, Dossier, Value } from "../../records/records.js";

/** How widely something is told, and by how many voices. */
interface Voices {
	/** Claims, repeats among them. */
	readonly reports: number;
	/** Distinct origins: twelve outlets that repeat one agency are one. */
	readonly origins: number;
	/** Origins among them that are a label for several voices: shown, never scored as one. */
	readonly collective_origins: number;
	/** Repeats that name no original: reach that cannot be traced, and no origin. */
	readonly untraced: number;
	/** Sides with an origin of their own. */
	readonly sides: number;
}

/** How widely one question is told, and whether the two states' sides say the same. */
export interface QuestionReports extends Voices {
	readonly proposition_id: string;
	readonly incident_id: string;
	/** Origins of both states' sides that give one answer, where each side has one; else 0. Collective labels are no such origin. */
	readonly opposed_origins: number;
	/** The answer that both sides give; `null` where there is none. */
	readonly agreed_answer: Value | null;
}

/** How widely one incident is told, over all its questions. */
export interface IncidentReports extends Voices {
	readonly incident_id: string;
	readonly questions: number;
	/** Questions on which both sides give one answer. */
	readonly questions_agreed: number;
	/** Distinct origins that give the agreed answer on any of those. */
	readonly opposed_origins: number;
}

/**
 * Reports and origins of every proposition that has a claim, in the order of the propositions.
 *
 * The two sides agree where origins of the Iranian state and of either Afghan government give the same answer;
 * a range, or "at least", goes with every number in it that somebody names.
 */
export function reportsPerQuestion(dossier: Dossier): QuestionReports[] {
	const sources = sourcesById(dossier);
	const byProposition = groupBy(dossier.claims, ({ proposition_id }) => proposition_id);
	return dossier.propositions.flatMap(({ proposition_id, incident_id }) => {
		const claims = byProposition.get(proposition_id) ?? [];
		if (claims.length === 0) return [];
		const { answer, origins } = agreement(claims, sources);
		return [
			{
				proposition_id,
				incident_id,
				...weightedSources(claims, sources),
				opposed_origins: origins.length,
				agreed_answer: answer,
			},
		];
	});
}

/** The same by incident, in the order of the incidents; an origin that speaks to two questions is one. */
export function reportsPerIncident(dossier: Dossier): IncidentReports[] {
	const sources = sourcesById(dossier);
	const byProposition = groupBy(dossier.claims, ({ proposition_id }) => proposition_id);
	const questions = groupBy(dossier.propositions, ({ incident_id }) => incident_id);
	return dossier.incidents.flatMap(({ incident_id }) => {
		const told = (questions.get(incident_id) ?? []).flatMap(({ proposition_id }) => {
			const claims = byProposition.get(proposition_id);
			return claims ? [claims] : [];
		});
		if (told.length === 0) return [];
		const agreed = told.map((claims) => agreement(claims, sources).origins).filter(({ length }) => length > 0);
		return [
			{
				incident_id,
				questions: told.length,
				...weightedSources(told.flat(), sources),
				questions_agreed: agreed.length,
				opposed_origins: new Set(agreed.flat()).size,
			},
		];
	});
}

type Sources = ReturnType<typeof sourcesById>;

function weightedSources(claims: readonly Claim[], sources: Sources): Voices {
	const origins = [...new Set(claims.flatMap((claim) => originalSourceOf(claim) ?? []))];
	return {
		reports: claims.length,
		origins: origins.length,
		collective_origins: origins.filter((origin) => sources.get(origin)?.collective).length,
		untraced: claims.filter((claim) => originalSourceOf(claim) === null).length,
		sides: new Set(origins.flatMap((origin) => sources.get(origin)?.alignment ?? []).map(sideOf)).size,
	};
}

/** The answer that most origins of both sides together give, each side being among them. */
function agreement(claims: readonly Claim[], sources: Sources): { answer: Value | null; origins: readonly string[] } {
	const spoken = claims.flatMap((claim) => {
		const origin = originalSourceOf(claim);
		const source = origin === null ? undefined : sources.get(origin);
		const state = source && !source.collective ? stateOf(sideOf(source.alignment)) : null;
		return origin !== null && state !== null && hasAnswer(claim) ? [{ claim, origin, state }] : [];
	});
	const answers = [...new Set(spoken.flatMap(({ claim }) => claim.value ?? []))].sort((a, b) =>
		String(a) < String(b) ? -1 : 1,
	);
	return answers
		.map((answer) => {
			const giving = spoken.filter(({ claim }) => agrees(claim, answer));
			const isOpposed = new Set(giving.map(({ state }) => state)).size === 2;
			return { answer, origins: isOpposed ? [...new Set(giving.map(({ origin }) => origin))] : [] };
		})
		.reduce<{ answer: Value | null; origins: readonly string[] }>(
			(most, each) => (each.origins.length > most.origins.length ? each : most),
			{ answer: null, origins: [] },
		);
}

const stateOf = (side: Side): "iran" | "afghanistan" | null =>
	side === "third_party" ? null : side === "iran_state" ? "iran" : "afghanistan";
