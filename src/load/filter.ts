import { statusOfIncidents } from "../claims/incident-status.js";
import { institutionsOf } from "../claims/institutions.js";
import { countOriginalSources } from "../claims/leading-answer.js";
import { originalSourcesOf } from "../claims/original-source.js";
import { sideOfSource, sourcesById } from "../claims/sides.js";
import { groupBy } from "../records/group-by.js";
import type { Claim, Dossier, Incident } from "../records/records.js";
import { type CheckedFilter, checkFilter, type DossierFilter, provincesOf } from "./filter-options.js";

/**
 * A dossier of fewer incidents, with everything that belongs to them: their questions, claims, decisive claims,
 * interests, readings and the sources in use. Crossings, border segments, places and the border stay. `from` and `to` narrow
 * the observed period too. Filters add up; charts print what was asked.
 *
 * @throws RangeError `unknown event type: armed_clsh (did you mean armed_clash?)`
 * @example
 * filterDossier(dossier, { kind: "armed_clash" }).incidents.map(({ incident_id }) => incident_id) // → ["a-clash"]
 */
export function filterDossier(dossier: Dossier, filter: DossierFilter): Dossier {
	const asked = checkFilter(dossier, filter);
	if (asked.text === "") return dossier;
	const fits = conditionOf(dossier, asked);
	const incidents = dossier.incidents.filter(fits);
	const { observed_from, observed_to } = dossier.observation;
	const whole = dossier.filter?.incidents ?? dossier.incidents.length;
	return {
		...dossier,
		...rowsOf(dossier, incidents),
		incidents,
		observation: {
			...dossier.observation,
			observed_from: asked.from !== null && asked.from > observed_from ? asked.from : observed_from,
			observed_to: asked.to !== null && asked.to < observed_to ? asked.to : observed_to,
		},
		filter: {
			text: dossier.filter ? `${dossier.filter.text}; ${asked.text}` : asked.text,
			incidents: whole,
			excluded: whole - incidents.length,
			provinces: provincesOf(dossier),
			whole: dossier.filter?.whole ?? { claims: dossier.claims, sources: dossier.sources },
		},
	};
}

function conditionOf(dossier: Dossier, asked: CheckedFilter): (incident: Incident) => boolean {
	const statuses = statusOfIncidents(dossier);
	const sources = sourcesById(dossier);
	const originalSource = originalSourcesOf(dossier);
	const incidentOf = new Map(dossier.propositions.map((row) => [row.proposition_id, row.incident_id]));
	const claims = groupBy(dossier.claims, ({ proposition_id }) => incidentOf.get(proposition_id) ?? "");
	const sideOfClaim = ({ source_id }: Claim) => sideOfSource(sources, source_id);
	const holds = (list: readonly string[] | null, value: string | null) =>
		list === null || (value !== null && list.includes(value));
	return (incident) => {
		const own = claims.get(incident.incident_id) ?? [];
		const { date_start: day, af_province, ir_province } = incident;
		return (
			holds(asked.incident_id, incident.incident_id) &&
			holds(asked.kind, incident.kind) &&
			(asked.from === null || day >= asked.from) &&
			(asked.to === null || day <= asked.to) &&
			holds(asked.crossing_id, incident.crossing_id) &&
			(holds(asked.province, af_province) || holds(asked.province, ir_province)) &&
			(asked.side === null || own.some((claim) => holds(asked.side, sideOfClaim(claim)))) &&
			holds(asked.frontier, incident.frontier) &&
			(asked.min_sources === null || countOriginalSources(own, originalSource) >= asked.min_sources) &&
			holds(asked.status, statuses.get(incident.incident_id) ?? null) &&
			(asked.where === null || asked.where(incident))
		);
	};
}

/** The rows that belong to some incidents; no id in them leads to a row that is not there. */
function rowsOf(dossier: Dossier, incidents: readonly Incident[]) {
	const kept = new Set(incidents.map(({ incident_id }) => incident_id));
	const propositions = dossier.propositions.filter(({ incident_id }) => kept.has(incident_id));
	const questions = new Set(propositions.map(({ proposition_id }) => proposition_id));
	const isKept = ({ proposition_id }: { readonly proposition_id: string }) => questions.has(proposition_id);
	const claims = dossier.claims.filter(isKept);
	const pages = new Set(claims.map(({ url }) => url));
	const chainOf = institutionsOf(dossier);
	const named = claims.flatMap(({ source_id, reported_by, via_source_id }) => [source_id, reported_by, via_source_id]);
	const inUse = new Set([...new Set(named)].flatMap((source) => (source === null ? [] : chainOf(source))));
	return {
		propositions,
		claims,
		sources: dossier.sources.filter(({ source_id }) => inUse.has(source_id)),
		verdict_basis: dossier.verdict_basis.filter(isKept),
		interests: dossier.interests.filter(isKept),
		readings: dossier.readings.filter(isKept),
		archive: dossier.archive.filter(({ url }) => pages.has(url)),
	};
}
