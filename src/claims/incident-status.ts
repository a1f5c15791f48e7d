import { type Dossier, type Proposition, verdictStatuses } from "../records/records.js";

/**
 * Verdict on the question whether an incident happened, its proposition `occurred`. A verdict that it did not is
 * `refuted`, whichever way it is written; `not_asked` where the dossier has no such question.
 */
export const incidentStatuses = [...verdictStatuses, "not_asked"] as const;
export type IncidentStatus = (typeof incidentStatuses)[number];

/** The question whether an incident happened, by the incident's id. */
export const occurredQuestions = ({ propositions }: Pick<Dossier, "propositions">): ReadonlyMap<string, Proposition> =>
	new Map(propositions.filter(({ key }) => key === "occurred").map((row) => [row.incident_id, row]));

/** For every incident of a dossier, by its id, the verdict on whether it happened. */
export function statusOfIncidents(
	dossier: Pick<Dossier, "incidents" | "propositions">,
): ReadonlyMap<string, IncidentStatus> {
	const asked = occurredQuestions(dossier);
	return new Map(
		dossier.incidents.map(({ incident_id }): [string, IncidentStatus] => {
			const row = asked.get(incident_id);
			if (row === undefined) return [incident_id, "not_asked"];
			const isDenied = row.verdict_status === "confirmed" && row.verdict_value === false;
			return [incident_id, isDenied ? "refuted" : row.verdict_status];
		}),
	);
}
