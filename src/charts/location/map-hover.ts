import type { LocatedIncident } from "../../location/incidents.js";
import { dayLabel, joinList, kindLabels } from "../parts/labels.js";
import { plain, wrap } from "../parts/text.js";

/** Names of the sources that tell of an incident, by its id. */
export type Sources = ReadonlyMap<string, readonly string[]>;

/** How finely a place that can be drawn is known, in words. */
export const precisionLabel = {
	exact: "exact place",
	locality: "village or town, to 5 km",
	district: "district, to 25 km",
} as const;
type Placeable = keyof typeof precisionLabel;

/** Incidents told of one point with one precision. */
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

const mostLines = 6;
/** Pixels across and size of the letters of a hover. */
const hoverRoom = [440, 12] as const;

/** What a mark of the map tells: the place, how finely it is known, its incidents and who tells of each. */
export function hover({ all, precision }: Spot, sources: Sources): string {
	const lines = [...all]
		.sort((a, b) => (a.date_start < b.date_start ? -1 : 1))
		.slice(0, mostLines)
		.map((incident) => line(incident, sources));
	const more = all.length > mostLines ? [`and ${all.length - mostLines} more, in the table below`] : [];
	return [`<b>${plain(all[0]?.place ?? "no name")}</b> (${precisionLabel[precision]})`, ...lines, ...more].join("<br>");
}

const mostNames = 2;

/** An incident and who tells of it, as a line of a hover. */
function line({ incident_id, date_start, kind }: LocatedIncident, sources: Sources): string {
	const names = sources.get(incident_id) ?? [];
	const shown = names.slice(0, mostNames).map(plain);
	const told = names.length > mostNames ? [...shown, `${names.length - mostNames} more`] : shown;
	const words = `${dayLabel(date_start)}: ${kindLabels[kind].toLowerCase()}; told by ${names.length > 0 ? joinList(told) : "no claim"}`;
	return wrap(words, ...hoverRoom).replaceAll("<br>", "<br>     ");
}

/** The same for one incident without a point. */
export function coarseHover(incident: LocatedIncident, sources: Sources): string {
	const known = incident.geo_precision === "province" ? "known to its province" : "known to the border only";
	return `<b>${plain(incident.place ?? "no name")}</b> (${known})<br>${line(incident, sources)}`;
}
