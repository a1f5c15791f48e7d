import type { Dossier } from "../records.js";

/**
 * How sure it is that an incident happened, by the verdict on its proposition `occurred`:
 *
 * - `sure`: confirmed as true.
 * - `likely`: announced, or unresolved with true as the best supported value.
 * - `contested`: contested, or unresolved without true as the best supported value.
 * - `refuted`: confirmed as false, or refuted.
 * - `not_asked`: the dossier puts no such question. It is kept apart, for no verdict says that it is sure.
 */
export const standingNames = ["sure", "not_asked", "likely", "contested", "refuted"] as const;
export type Standing = (typeof standingNames)[number];

/** How every incident of a dossier stands, by its id. */
export function standings(dossier: Pick<Dossier, "incidents" | "propositions">): Map<string, Standing> {
	const asked = new Map(
		dossier.propositions.filter(({ key }) => key === "occurred").map((row) => [row.incident_id, row]),
	);
	return new Map(
		dossier.incidents.map(({ incident_id }): [string, Standing] => {
			const row = asked.get(incident_id);
			if (row === undefined) return [incident_id, "not_asked"];
			const { verdict_status: status, verdict_value: value } = row;
			if (status === "refuted" || (status === "confirmed" && value === false)) return [incident_id, "refuted"];
			if (status === "confirmed") return [incident_id, "sure"];
			if (status === "contested" || value !== true) return [incident_id, "contested"];
			return [incident_id, "likely"];
		}),
	);
}
