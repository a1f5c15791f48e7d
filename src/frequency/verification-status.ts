import { occurredQuestions, statusOfIncidents } from "../claims/incident-status.js";
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
/** One of `verificationStatusNames`. */
export type VerificationStatus = (typeof verificationStatusNames)[number];

/**
 * Verification status of every incident of a dossier, by its id.
 *
 * @example
 * verificationStatuses(dossier).get("a-clash") // → "confirmed"
 */
export function verificationStatuses(
	dossier: Pick<Dossier, "incidents" | "propositions">,
): Map<string, VerificationStatus> {
	const asked = occurredQuestions(dossier);
	return new Map(
		[...statusOfIncidents(dossier)].map(([incident_id, status]): [string, VerificationStatus] => {
			if (status === "not_asked" || status === "refuted" || status === "confirmed" || status === "contested")
				return [incident_id, status];
			return [incident_id, asked.get(incident_id)?.verdict_value === true ? "likely" : "contested"];
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
 * @example
 * weighByVerificationStatus(dossier, { confirmed: 1, not_asked: 1, likely: 0.8, contested: 0.5, refuted: 0 })({ incident_id: "a-clash" }) // → 1
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
