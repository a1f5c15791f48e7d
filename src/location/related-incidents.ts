import { addDays, daysBetween } from "../calendar/days.js";
import { groupBy } from "../records/group-by.js";
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
	options: RelatedOptions = {},
): RelatedIncident[] {
	const incident = incidents.find((row) => row.incident_id === incident_id);
	if (!incident) throw new RangeError(`unknown incident: ${incident_id}`);
	return relatedTo(incidents, options)(incident);
}

/** How near incidents are to be. */
export interface RelatedOptions {
	/** Kilometres between two points at most; 25 by default. */
	readonly withinKm?: number;
	/** Days between two first days at most; 14 by default. */
	readonly withinDays?: number;
}

/** A degree of latitude is nowhere shorter: incidents of bands further apart are further apart than that. */
const kmPerDegree = 110;

/** The same for incident after incident: looks only at those of near days and near latitudes, not at all others. */
export function relatedTo(
	incidents: readonly Incident[],
	{ withinKm = districtKm, withinDays = 14 }: RelatedOptions = {},
): (incident: Incident) => RelatedIncident[] {
	const bandOf = (lat: number) => Math.floor((lat * kmPerDegree) / withinKm);
	const byDay = groupBy(incidents, ({ date_start }) => date_start);
	const placed = incidents.filter((each) => pointOf(each) !== null);
	const byBand = groupBy(placed, (each) => `${bandOf(pointOf(each)?.[1] ?? 0)}`);
	const distances = new Map<string, number>();
	const distanceOf = (a: Incident, b: Incident): number | null => {
		const [from, to] = [pointOf(a), pointOf(b)];
		if (from === null || to === null) return null;
		// Many incidents are at one crossing: the same two points come again and again.
		const key = `${from} ${to}`;
		const known = distances.get(key) ?? geodesicKm(from, to);
		distances.set(key, known);
		return known;
	};
	const days = Array.from({ length: 2 * withinDays + 1 }, (_, index) => index - withinDays);
	return (incident) => {
		const band = bandOf(pointOf(incident)?.[1] ?? Number.NaN);
		const others = new Set([
			...days.flatMap((apart) => byDay.get(addDays(incident.date_start, apart)) ?? []),
			...[band - 1, band, band + 1].flatMap((each) => byBand.get(`${each}`) ?? []),
		]);
		others.delete(incident);
		return [...others]
			.map((other): RelatedIncident => {
				const distance_km = distanceOf(incident, other);
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
	};
}
