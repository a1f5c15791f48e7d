import type { Dossier, Incident } from "../records/records.js";

/**
 * Verification status of an incident, by the verdict on its question `occurred`:
 *
 * - `confirmed`: confirmed as true.
 * - `likely`: announced, or unresolved with true as the best supported value.
 * - `contested`: contested, or unresolved without true as the best supported value.
 * - `refuted`: confirmed as false, or refuted.
 * - `not_asked`: the data hold no such question, so no verdict says that it happened.
 */
export const verificationStatusNames = ["confirmed", "not_asked", "likely", "contested", "refuted"] as const;
export type VerificationStatus = (typeof verificationStatusNames)[number];

/** Verification status of every incident of a dossier, by its id. */
export function verificationStatuses(
	dossier: Pick<Dossier, "incidents" | "propositions">,
): Map<string, VerificationStatus> {
	const asked = new Map(
		dossier.propositions.filter(({ key }) => key === "occurred").map((row) => [row.incident_id, row]),
	);
	return new Map(
		dossier.incidents.map(({ incident_id }): [string, VerificationStatus] => {
			const row = asked.get(incident_id);
			if (row === undefined) return [incident_id, "not_asked"];
			const { verdict_status: status, verdict_value: value } = row;
			if (status === "refuted" || (status === "confirmed" && value === false)) return [incident_id, "refuted"];
			if (status === "confirmed") return [incident_id, "confirmed"];
			if (status === "contested" || value !== true) return [incident_id, "contested"];
			return [incident_id, "likely"];
		}),
	);
}

/**
 * A weight for every incident by its verification status, for `weigh` of `countIncidents`. The weights are the
 * reader's: no verdict says how likely "contested" is, so there is no default. Two counts, with doubtful incidents at 0
 * and at 1, give the range.
 *
 * @param weights of each verification status, 0 to 1
 * @throws `weight of contested must be within 0 to 1: 1.5`
 */
export function weighByVerificationStatus(
	dossier: Pick<Dossier, "incidents" | "propositions">,
	weights: Readonly<Record<VerificationStatus, number>>,
): (incident: Pick<Incident, "incident_id">) => number {
	for (const name of verificationStatusNames)
		if (!(weights[name] >= 0 && weights[name] <= 1))
			throw new RangeError(`weight of ${name} must be within 0 to 1: ${weights[name]}`);
	const verification_status = verificationStatuses(dossier);
	return ({ incident_id }) => weights[verification_status.get(incident_id) ?? "not_asked"];
}
