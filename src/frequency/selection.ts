import type { Dossier, Frontier, Incident } from "../records/records.js";

/** Why an incident is not counted into the Afghan–Iran line. */
export const leftOutReasons = ["tally_over_months", "faces_pakistan", "outside_window", "not_asked_for"] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** How many incidents were left out for one reason. */
export interface LeftOut {
	readonly reason: LeftOutReason;
	readonly n: number;
}

/** The incidents to count, and the rest by reason: together all incidents of the dossier. */
export interface Selection {
	readonly incidents: readonly Incident[];
	readonly left_out: readonly LeftOut[];
}

/**
 * Chooses the incidents that belong to the Afghan–Iran line and the observed window. A tally over months
 * overlaps single incidents, so it is never counted with them; what faces Pakistan is another frontier.
 * An incident has one reason, the first that fits.
 *
 * @param frontiers which borders to count; both together only to see what the choice changes
 */
export function selectIncidents(
	dossier: Dossier,
	where: (incident: Incident) => boolean = () => true,
	frontiers: readonly Frontier[] = ["af-ir"],
): Selection {
	const { observed_from: from, observed_to: to } = dossier.observation;
	const reasonOf = (incident: Incident): LeftOutReason | null => {
		if (incident.aggregate) return "tally_over_months";
		if (!frontiers.includes(incident.frontier)) return "faces_pakistan";
		if (incident.date_start < from || incident.date_start > to) return "outside_window";
		return where(incident) ? null : "not_asked_for";
	};
	const reasons = dossier.incidents.map(reasonOf);
	return {
		incidents: dossier.incidents.filter((_, index) => reasons[index] === null),
		left_out: leftOutReasons
			.map((reason) => ({ reason, n: reasons.filter((each) => each === reason).length }))
			.filter(({ n }) => n > 0),
	};
}
