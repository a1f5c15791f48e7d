import { type IncidentStatus, statusOfIncidents } from "../claims/incident-status.js";
import { countOriginalSources } from "../claims/leading-answer.js";
import { originalSourcesOf } from "../claims/original-source.js";
import { type Side, sideOfSource, sourcesById } from "../claims/sides.js";
import { pointOf } from "../location/incidents.js";
import { spellingsIn } from "../location/place-spellings.js";
import { groupBy } from "../records/group-by.js";
import type { Dossier, Incident, IncidentKind } from "../records/records.js";
import { areaNames, placeName } from "./labels.js";

/** What the script of the incident browser knows of one incident. */
export interface BrowserRow {
	readonly id: string;
	/** First day; a filter of days looks at it, as `filterDossier` does. */
	readonly day: string;
	/** Whether it is that day, and not some day of the week or month that begins with it. */
	readonly is_day_known: boolean;
	readonly kind: IncidentKind;
	readonly status: IncidentStatus;
	/** Sides with a claim on it. */
	readonly sides: readonly Side[];
	readonly crossing: string | null;
	/** Its point as `latitude,longitude`; `null` where its place is known too coarsely for one. */
	readonly spot: string | null;
	readonly place: string;
	readonly claims: number;
	readonly original_sources: number;
	/** Spellings of its places, in every script. */
	readonly names: readonly string[];
	/** Summary, questions and sources, to be searched. */
	readonly text: string;
}

/** The rows of the incident browser, earliest first. */
export function browserRows(dossier: Dossier): BrowserRow[] {
	const statuses = statusOfIncidents(dossier);
	const sources = sourcesById(dossier);
	const questions = groupBy(dossier.propositions, ({ incident_id }) => incident_id);
	const claims = groupBy(dossier.claims, ({ proposition_id }) => proposition_id);
	const crossings = new Map(dossier.crossings.map(({ crossing_id, name }) => [crossing_id, name]));
	const spellings = spellingsIn(dossier);
	const originalSource = originalSourcesOf(dossier);
	const rows = dossier.incidents.map((incident): BrowserRow => {
		const asked = questions.get(incident.incident_id) ?? [];
		const own = asked.flatMap(({ proposition_id }) => claims.get(proposition_id) ?? []);
		const reporting = [...new Set(own.map(({ source_id }) => source_id))].map((id) => sources.get(id));
		const place = placeName(incident, dossier.region);
		const crossing = incident.crossing_id === null ? "" : (crossings.get(incident.crossing_id) ?? "");
		const named = [place, areaNames(incident, dossier.region), crossing].join(" · ");
		const { incident_id, date_start, date_precision, kind, summary } = incident;
		return {
			id: incident_id,
			day: date_start,
			is_day_known: date_precision === "day",
			kind,
			status: statuses.get(incident_id) ?? "not_asked",
			sides: [...new Set(own.map(({ source_id }) => sideOfSource(sources, source_id)))],
			crossing: incident.crossing_id,
			spot: spotOf(incident),
			place,
			claims: own.length,
			original_sources: countOriginalSources(own, originalSource),
			names: [...new Set([place, crossing, ...spellings(named)])].filter((name) => name !== ""),
			text: [summary, named, ...asked.map(({ text }) => text), ...reporting.map((source) => source?.name ?? "")].join(
				" · ",
			),
		};
	});
	return rows.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1));
}

function spotOf(incident: Incident): string | null {
	const point = pointOf(incident);
	return point === null ? null : `${point[1]},${point[0]}`;
}
