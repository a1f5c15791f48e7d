import { hasAnswer } from "../claims/statements.js";
import { type Comparable, type IncidentPair, incidentPairs } from "../location/incident-pairs.js";
import { groupBy } from "../records/group-by.js";
import type { Claim, Incident } from "../records/records.js";

/**
 * Incidents of one event type that can have begun within 3 days and 25 km of each other; without a point, at a place or
 * crossing of one name.
 */
export const incidentsAlike = (incidents: readonly Incident[]): IncidentPair<Incident>[] =>
	incidentPairs(incidents).filter(
		({ incident, other, place }) => incident.kind === other.kind && place !== "one_province",
	);

/**
 * Incidents that may be the one that is to be added, by the same rule; where neither names a place, one province is enough,
 * for whoever adds a row can still look.
 */
export const alikeTo = (added: Comparable, incidents: readonly Incident[]): Incident[] => {
	const known = incidents.filter(({ incident_id, kind }) => incident_id !== added.incident_id && kind === added.kind);
	const found = new Set(incidentPairs<Comparable>([added], known).map(({ other }) => other));
	return known.filter((incident) => found.has(incident));
};

/** Claims with the answer of an earlier one, by the same source, on the same question and day; undated ones are excluded. */
export function claimsAlike(claims: readonly Claim[]): { readonly claim: Claim; readonly other: Claim }[] {
	const dated = claims.filter((row) => row.published_on !== null && hasAnswer(row));
	const keyOf = ({ proposition_id, source_id, published_on, value, value_min, value_max }: Claim) =>
		JSON.stringify([proposition_id, source_id, published_on, value, value_min, value_max]);
	return [...groupBy(dated, keyOf).values()].flatMap(([other, ...rest]) =>
		rest.map((claim) => ({ claim, other: other as Claim })),
	);
}
