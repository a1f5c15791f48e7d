import { daysBetween } from "../calendar/days.js";
import type { Dossier, Incident } from "../records/records.js";
import { geodesicKm } from "./geodesic.js";
import { pointOf } from "./incidents.js";
import { districtKm } from "./precision.js";

/** Another incident that is near in place or in time. */
export interface RelatedIncident {
	readonly incident_id: string;
	/** Between the two points; `null` where either has none. */
	readonly distance_km: number | null;
	/** From the first day of the incident to the first day of the other: below 0 where the other was earlier. */
	readonly days_apart: number;
	readonly is_near: boolean;
	readonly is_soon: boolean;
}

/**
 * Incidents within a distance or a number of days of one, those nearest in time first. Distances are between points,
 * which are as fine as `geo_precision` says; days are between first days. Aggregate reports are no neighbours in time.
 *
 * @throws RangeError `unknown incident: …`
 * @example
 * relatedIncidents(dossier, "a-clash") // → [{ incident_id: "b-fire", distance_km: 112.5, days_apart: 10 }]
 */
export function relatedIncidents(
	{ incidents }: Pick<Dossier, "incidents">,
	incident_id: string,
	{ withinKm = districtKm, withinDays = 14 }: { readonly withinKm?: number; readonly withinDays?: number } = {},
): RelatedIncident[] {
	const incident = incidents.find((row) => row.incident_id === incident_id);
	if (!incident) throw new RangeError(`unknown incident: ${incident_id}`);
	return incidents
		.filter((other) => other !== incident)
		.map((other) => {
			const distance_km = distanceBetween(incident, other);
			const days_apart = daysBetween(incident.date_start, other.date_start);
			return {
				incident_id: other.incident_id,
				distance_km,
				days_apart,
				is_near: distance_km !== null && distance_km <= withinKm,
				is_soon: Math.abs(days_apart) <= withinDays && !incident.aggregate && !other.aggregate,
			};
		})
		.filter(({ is_near, is_soon }) => is_near || is_soon)
		.sort((a, b) => Math.abs(a.days_apart) - Math.abs(b.days_apart) || (a.incident_id < b.incident_id ? -1 : 1));
}

function distanceBetween(a: Incident, b: Incident): number | null {
	const [from, to] = [pointOf(a), pointOf(b)];
	return from === null || to === null ? null : geodesicKm(from, to);
}
