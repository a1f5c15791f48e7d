import { addDays, daysBetween, endOf } from "../calendar/days.js";
import { hasAnswer } from "../claims/statements.js";
import { geodesicKm } from "../location/geodesic.js";
import { nameKey } from "../location/name-key.js";
import { groupBy } from "../records/group-by.js";
import type { Claim, Incident } from "../records/records.js";

/** Two incidents may be one if they are of one event type and no farther apart than this. */
export const mostDays = 3;
const mostKm = 25;

/** Two incidents that may be one event. */
export interface IncidentsAlike {
	readonly incident: Incident;
	readonly other: Incident;
	/** Days between the days on which they can have begun; 0 where these meet. */
	readonly days: number;
	/** `null` where one has no point, and both name one place or crossing. */
	readonly distance_km: number | null;
}

/**
 * Incidents of one event type that can have begun within 3 days and 25 km of each other; without a point, at a place or
 * crossing of one name. Aggregate reports are excluded: they overlap with single incidents by design.
 */
export function incidentsAlike(incidents: readonly Incident[]): IncidentsAlike[] {
	const single = incidents.filter(({ aggregate }) => !aggregate);
	return [...groupBy(single, ({ kind }) => kind).values()].flatMap((own) => {
		const sorted = own.map((incident) => ({ incident, latest: latestStart(incident) })).sort(byStart);
		return sorted.flatMap(({ incident: other, latest }, index) => {
			const found: IncidentsAlike[] = [];
			for (const { incident } of sorted.slice(index + 1)) {
				const days = Math.max(0, daysBetween(latest, incident.date_start));
				if (days > mostDays) break;
				const distance_km = distanceBetween(incident, other);
				if (distance_km === null ? isOnePlace(incident, other) : distance_km <= mostKm)
					found.push({ incident, other, days, distance_km });
			}
			return found;
		});
	});
}

const byStart = (a: { readonly incident: Incident }, b: { readonly incident: Incident }): number =>
	a.incident.date_start < b.incident.date_start ? -1 : a.incident.date_start > b.incident.date_start ? 1 : 0;

/** The last day on which an incident can have begun. */
function latestStart({ date_start, date_end, date_precision }: Incident): string {
	if (date_precision === "day") return date_start;
	return date_end ?? (date_precision === "week" ? addDays(date_start, 6) : endOf("month", date_start));
}

function distanceBetween(a: Incident, b: Incident): number | null {
	if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return null;
	return geodesicKm([a.lon, a.lat], [b.lon, b.lat]);
}

const isOnePlace = (a: Incident, b: Incident): boolean =>
	(a.crossing_id !== null && a.crossing_id === b.crossing_id) ||
	(a.place !== null && b.place !== null && nameKey(a.place) === nameKey(b.place));

/** Claims with the answer of an earlier one, by the same source, on the same question and day; undated ones are excluded. */
export function claimsAlike(claims: readonly Claim[]): { readonly claim: Claim; readonly other: Claim }[] {
	const dated = claims.filter((row) => row.published_on !== null && hasAnswer(row));
	const keyOf = ({ proposition_id, source_id, published_on, value, value_min, value_max }: Claim) =>
		JSON.stringify([proposition_id, source_id, published_on, value, value_min, value_max]);
	return [...groupBy(dated, keyOf).values()].flatMap(([other, ...rest]) =>
		rest.map((claim) => ({ claim, other: other as Claim })),
	);
}
