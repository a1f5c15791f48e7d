import type { LocatedIncident } from "../../location/incidents.js";
import { radiusKm } from "../../location/precision.js";
import type { GeoPrecision } from "../../records/records.js";
import { dayLabel, joinList, kindLabels } from "../parts/labels.js";
import { hoverCard } from "./located.js";

/** Names of the sources that report each incident, by its id. */
export type Sources = ReadonlyMap<string, readonly string[]>;

/** How finely the place of an incident is known, in words. */
export const precisionLabels: Readonly<Record<GeoPrecision, string>> = {
	exact: `exact place (within ${radiusKm.exact} km)`,
	locality: `village or town (within ${radiusKm.locality} km)`,
	district: `district (within ${radiusKm.district} km)`,
	province: "province only",
	border: "border only",
};
type Placeable = "exact" | "locality" | "district";

/** Incidents at one point with one precision. */
export interface Spot {
	readonly lon: number;
	readonly lat: number;
	readonly precision: Placeable;
	readonly radius_km: number;
	readonly all: readonly LocatedIncident[];
}

/** Placed incidents by point and precision, from south to north. */
export function spotsOf(incidents: readonly LocatedIncident[]): Spot[] {
	const spots = new Map<string, Omit<Spot, "all"> & { all: LocatedIncident[] }>();
	for (const incident of incidents) {
		const { lon, lat, geo_precision, radius_km } = incident;
		if (lon === null || lat === null || radius_km === null) continue;
		const key = `${lon} ${lat} ${geo_precision}`;
		const spot = spots.get(key) ?? { lon, lat, precision: geo_precision as Placeable, radius_km, all: [] };
		spot.all.push(incident);
		spots.set(key, spot);
	}
	return [...spots.values()].sort((a, b) => a.lat - b.lat || a.lon - b.lon);
}

const mostNames = 2;

/** A few names and how many more there are. */
function fewOf(names: readonly string[]): string {
	const more = names.length - mostNames;
	return joinList(more > 0 ? [...names.slice(0, mostNames), `${more} more`] : names);
}

/** What a mark of the map stands for: the place, how finely it is known, its incidents and who reports them. */
export function spotHover({ all, precision }: Spot, sources: Sources): string {
	return incidentsHover(all, precisionLabels[precision], sources);
}

/** The same for one incident without a point. */
export function coarseHover(incident: LocatedIncident, sources: Sources): string {
	return incidentsHover([incident], precisionLabels[incident.geo_precision], sources);
}

function incidentsHover(all: readonly LocatedIncident[], known: string, sources: Sources): string {
	const days = all.map(({ date_start }) => date_start).sort();
	const [first = "", last = ""] = [days[0], days.at(-1)];
	const count = (of: (incident: LocatedIncident) => readonly string[]) => {
		const names = all.flatMap(of);
		return [...new Set(names)]
			.map((name) => ({ name, n: names.filter((each) => each === name).length }))
			.sort((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1));
	};
	const kinds = count(({ kind }) => [kindLabels[kind].toLowerCase()]);
	const reporters = count(({ incident_id }) => sources.get(incident_id) ?? []).map(({ name }) => name);
	return hoverCard(
		all[0]?.place ?? "Place without a name",
		["Incidents", String(all.length)],
		first === last ? ["Date", dayLabel(first)] : ["Dates", `${dayLabel(first)} to ${dayLabel(last)}`],
		["Event type", fewOf(kinds.map(({ name, n }) => (all.length === 1 ? name : `${name} ${n}`)))],
		["Place known to", known],
		["Reported by", reporters.length === 0 ? "no claim" : fewOf(reporters)],
	);
}
