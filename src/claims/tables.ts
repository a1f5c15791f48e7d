import { groupBy } from "../records/group-by.js";
import { unknownWord } from "../records/nearest.js";
import type {
	Claim,
	ClaimBasis,
	Dossier,
	IncidentKind,
	SourceKind,
	Stance,
	VerdictStatus,
} from "../records/records.js";
import { answerLabel, valueLabel } from "./answers.js";
import { disputedVerdicts } from "./disputed-verdicts.js";
import { type IncidentStatus, statusOfIncidents } from "./incident-status.js";
import { countOriginalSources } from "./leading-answer.js";
import { originalSourcesOf } from "./original-source.js";
import { type Side, sideOf, sourcesById } from "./sides.js";

/** One incident, to be read. */
export interface IncidentTableRow {
	readonly incident_id: string;
	/** First and last day; how well they are known stands in `date_precision`. */
	readonly date_start: string;
	readonly date_end: string | null;
	readonly date_precision: string;
	readonly kind: IncidentKind;
	readonly place: string | null;
	readonly af_province: string | null;
	readonly ir_province: string | null;
	/** Name of the crossing at which it happened. */
	readonly crossing: string | null;
	/** Verdict on whether it happened. */
	readonly status: IncidentStatus;
	readonly questions: number;
	readonly claims: number;
	readonly original_sources: number;
	/** Name of the source of the earliest claim, its day, and the address of the page. */
	readonly first_source: string | null;
	readonly first_published_on: string | null;
	readonly url: string | null;
	readonly summary: string;
}

/** One claim, to be read. */
export interface ClaimTableRow {
	readonly claim_id: string;
	readonly published_on: string | null;
	/** Who asserts it, by name. */
	readonly source: string;
	readonly source_kind: SourceKind | null;
	readonly side: Side;
	readonly stance: Stance;
	/** Answer in words: `yes`, `at least 9`. */
	readonly answer: string;
	/** Name of the source that it goes back to; `null` for a repeat that names none. */
	readonly original_source: string | null;
	/** Whose page was read, by name, where it is not the source's own. */
	readonly reported_by: string | null;
	readonly basis: ClaimBasis;
	/** Whether the verdict relies on it. */
	readonly is_decisive: boolean;
	readonly question: string;
	readonly proposition_id: string;
	readonly verdict_status: VerdictStatus;
	readonly verdict: string | null;
	/** The readings of a verdict that two readers dispute; else `null`. */
	readonly disputed_readings: string | null;
	/** Address of the page. */
	readonly url: string | null;
	readonly note: string | null;
}

/**
 * The incidents of a dossier with names for ids, one row each, earliest first.
 *
 * @example
 * incidentTable(dossier)[0] // → { incident_id: "a-clash", status: "confirmed", questions: 2, claims: 9, original_sources: 4 }
 */
export function incidentTable(dossier: Dossier): IncidentTableRow[] {
	const nameOf = sourceNames(dossier);
	const statuses = statusOfIncidents(dossier);
	const originalSource = originalSourcesOf(dossier);
	const crossings = new Map(dossier.crossings.map(({ crossing_id, name }) => [crossing_id, name]));
	const questions = groupBy(dossier.propositions, ({ incident_id }) => incident_id);
	const claims = groupBy(dossier.claims, ({ proposition_id }) => proposition_id);
	const rows = dossier.incidents.map((incident): IncidentTableRow => {
		const { incident_id, date_start, date_end, date_precision, kind, place, af_province, ir_province } = incident;
		const asked = questions.get(incident_id) ?? [];
		const own = asked.flatMap(({ proposition_id }) => claims.get(proposition_id) ?? []).sort(byDay);
		const first = own.find(({ published_on }) => published_on !== null);
		return {
			incident_id,
			date_start,
			date_end,
			date_precision,
			kind,
			place,
			af_province,
			ir_province,
			crossing: incident.crossing_id === null ? null : (crossings.get(incident.crossing_id) ?? incident.crossing_id),
			status: statuses.get(incident_id) ?? "not_asked",
			questions: asked.length,
			claims: own.length,
			original_sources: countOriginalSources(own, originalSource),
			first_source: first ? nameOf(first.source_id) : null,
			first_published_on: first?.published_on ?? null,
			url: first?.url ?? null,
			summary: incident.summary,
		};
	});
	return rows.sort((a, b) => compare(a.date_start, b.date_start) || compare(a.incident_id, b.incident_id));
}

/**
 * Every claim on an incident or on one question, with names for ids: question by question, earliest first, those
 * without a date last.
 *
 * @param id of an incident or of a question (proposition)
 * @throws RangeError `unknown incident or question: kang (did you mean …?)`
 * @example
 * claimTable(dossier, "a.occurred")[0] // → { claim_id: "c01", side: "iran_state", answer: "no", verdict: "yes" }
 */
export function claimTable(dossier: Dossier, id: string): ClaimTableRow[] {
	const propositions = dossier.propositions.filter((row) => row.incident_id === id || row.proposition_id === id);
	const incidentIds = dossier.incidents.map(({ incident_id }) => incident_id);
	if (propositions.length === 0 && !incidentIds.includes(id))
		throw unknownId(id, [...incidentIds, ...dossier.propositions.map(({ proposition_id }) => proposition_id)]);
	const nameOf = sourceNames(dossier);
	const sources = sourcesById(dossier);
	const decisive = new Set(dossier.verdict_basis.map(({ claim_id }) => claim_id));
	const originalSource = originalSourcesOf(dossier);
	const disputed = new Map(disputedVerdicts(dossier).map(({ proposition_id, label }) => [proposition_id, label]));
	const claims = groupBy(dossier.claims, ({ proposition_id }) => proposition_id);
	return propositions.flatMap(({ proposition_id, text, verdict_status, verdict_value }) =>
		[...(claims.get(proposition_id) ?? [])].sort(byDay).map((claim): ClaimTableRow => {
			const source = sources.get(claim.source_id);
			const original = originalSource(claim);
			const { claim_id, published_on, stance, basis, url, note, reported_by } = claim;
			return {
				claim_id,
				published_on,
				source: nameOf(claim.source_id),
				source_kind: source?.kind ?? null,
				side: sideOf(source?.alignment ?? "unknown"),
				stance,
				answer: answerLabel(claim),
				original_source: original === null ? null : nameOf(original),
				reported_by: reported_by === null ? null : nameOf(reported_by),
				basis,
				is_decisive: decisive.has(claim_id),
				question: text,
				proposition_id,
				verdict_status,
				verdict: verdict_value === null ? null : valueLabel(verdict_value),
				disputed_readings: disputed.get(proposition_id) ?? null,
				url,
				note,
			};
		}),
	);
}

/** All ids would fill a page: where none is near, it is said where they stand. */
function unknownId(id: string, known: readonly string[]): RangeError {
	const { message } = unknownWord("incident or question", id, known);
	return new RangeError(message.replace(/ \(known: .*\)$/s, " (incidentTable lists the ids of all incidents)"));
}

function sourceNames(dossier: Dossier): (id: string) => string {
	const sources = sourcesById(dossier);
	return (id) => sources.get(id)?.name ?? id;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byDay = (a: Claim, b: Claim): number =>
	compare(a.published_on ?? "9999", b.published_on ?? "9999") || compare(a.claim_id, b.claim_id);
