import { countExclusions, type Excluded } from "./exclusions.js";
import type { Dossier, Incident } from "./records.js";

/** Why an incident is excluded from the counts of this border, in the order in which it is asked. */
export const incidentExclusions = ["aggregate_report", "other_border", "outside_period", "filtered_out"] as const;
export type IncidentExclusion = (typeof incidentExclusions)[number];

/** The incidents to count, and the rest by reason: together all incidents of the dossier. */
export interface Selection {
	readonly incidents: readonly Incident[];
	readonly excluded: readonly Excluded<IncidentExclusion>[];
}

/**
 * Chooses the incidents that belong to this border and the observed period. Aggregate reports over several
 * months overlap with single incidents, so they are never counted with them. An excluded incident has one reason, the
 * first that fits.
 *
 * @param frontiers codes of the borders to count, this one by default; others too only to see what the choice changes
 * @example
 * selectIncidents(dossier).incidents.map(({ incident_id }) => incident_id) // → ["a-clash", "b-fire", "c-closure", "d-shooting"]
 */
export function selectIncidents(
	dossier: Dossier,
	where: (incident: Incident) => boolean = () => true,
	frontiers: readonly string[] = [dossier.region.code],
): Selection {
	const { observed_from: from, observed_to: to } = dossier.observation;
	const reasonOf = (incident: Incident): IncidentExclusion | null => {
		if (incident.aggregate) return "aggregate_report";
		if (!frontiers.includes(incident.frontier)) return "other_border";
		if (incident.date_start < from || incident.date_start > to) return "outside_period";
		return where(incident) ? null : "filtered_out";
	};
	const reasons = dossier.incidents.map(reasonOf);
	return {
		incidents: dossier.incidents.filter((_, index) => reasons[index] === null),
		excluded: countExclusions(incidentExclusions, reasons),
	};
}
