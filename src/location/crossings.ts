import type { Dossier } from "../records/records.js";
import { borderRuler } from "./chainage.js";
import { nearestKm, type Point } from "./geodesic.js";
import type { LocatedIncident } from "./incidents.js";
import { districtKm, finestKm } from "./precision.js";

/** An official crossing and where it lies along the border. */
export interface CrossingAlong {
	readonly crossing_id: string;
	readonly name: string;
	/** Persian names of its two ends, as the gazetteer lists them; `null` where the gazetteer has none. */
	readonly name_fa: string | null;
	/** Degrees north (WGS 84). */
	readonly lat: number;
	/** Degrees east. */
	readonly lon: number;
	/** Kilometres along the line from its first point; `NaN` without a line. */
	readonly chainage_km: number;
	/** How far the crossing's point lies off the line; `NaN` without a line. */
	readonly distance_km: number;
}

/**
 * The official crossings in the order in which the line passes them; without a line from north to south.
 *
 * @example
 * crossingsAlong(dossier)[0].crossing_id // → "north-gate"
 */
export function crossingsAlong({ border, crossings, places }: Dossier): CrossingAlong[] {
	const ruler = border.length === 0 ? null : borderRuler(border);
	const unknown = { chainage_km: Number.NaN, distance_km: Number.NaN };
	return crossings
		.map(({ crossing_id, name, lat, lon }): CrossingAlong => {
			const names = places.find(({ place_id }) => place_id === crossing_id)?.names_fa ?? [];
			const { chainage_km, distance_km } = ruler?.locate([lon, lat]) ?? unknown;
			const name_fa = names.length > 0 ? names.slice(0, 2).join(" – ") : null;
			return { crossing_id, name, name_fa, lat, lon, chainage_km, distance_km };
		})
		.sort((a, b) => (ruler === null ? b.lat - a.lat : a.chainage_km - b.chainage_km));
}

/** How many placed incidents happened within a distance of an official crossing. */
export interface WithinDistance {
	/** Geodesic distance to the nearest official crossing. */
	readonly within_km: number;
	/** Incidents whose whole circle of uncertainty lies within the distance. */
	readonly at_least: number;
	/** Incidents whose point lies within the distance. */
	readonly as_placed: number;
	/** Incidents whose circle of uncertainty reaches into the distance. */
	readonly at_most: number;
	/** Incidents that have a point, so that a distance can be measured. */
	readonly n: number;
	/** Share of the border line that lies within the distance, 0 to 1: what an even spread would give. */
	readonly share_of_line: number;
}

/**
 * Counts placed incidents by distance to the nearest official crossing. An incident known to r km and
 * measured at d km happened somewhere between d − r and d + r, so every count has a lowest and a highest
 * value. Incidents without a point are in none of them.
 *
 * @param distances_km distances asked about, in km
 * @throws `distance must be 0 or more km: -1`
 * @example
 * countWithin(locateIncidents(dossier).incidents, dossier, [10, 60]).map(({ as_placed }) => as_placed) // → [1, 2]
 */
export function countWithin(
	incidents: readonly LocatedIncident[],
	{ border, crossings }: Pick<Dossier, "border" | "crossings">,
	distances_km: readonly number[],
): WithinDistance[] {
	const wrong = distances_km.find((each) => !(each >= 0));
	if (wrong !== undefined) throw new RangeError(`distance must be 0 or more km: ${wrong}`);
	const placed = incidents.flatMap(({ crossing_distance_km, radius_km }) =>
		crossing_distance_km === null || radius_km === null ? [] : [{ d: crossing_distance_km, r: radius_km }],
	);
	const alongLine = lineDistances(border, crossings);
	const share = (within_km: number) => alongLine.filter((each) => each <= within_km).length / alongLine.length;
	return distances_km.map((within_km) => ({
		within_km,
		at_least: placed.filter(({ d, r }) => d + r <= within_km).length,
		as_placed: placed.filter(({ d }) => d <= within_km).length,
		at_most: placed.filter(({ d, r }) => d - r <= within_km).length,
		n: placed.length,
		share_of_line: share(within_km),
	}));
}

/** Radii of the rings around a crossing, in km: at it as far as a village is known, and as far as a district is. */
export const crossingRingsKm = [finestKm, districtKm] as const;

/** How many placed incidents lie near one crossing, in a ring around it. */
export interface NearCrossing {
	readonly crossing_id: string;
	readonly from_km: number;
	readonly to_km: number;
	/** Incidents whose whole circle of uncertainty lies in the ring. */
	readonly at_least: number;
	/** Incidents whose point lies in the ring. */
	readonly as_placed: number;
	/** Incidents whose circle of uncertainty reaches into the ring. */
	readonly at_most: number;
}

/**
 * Counts placed incidents in rings around the crossing nearest to each, with a lowest and a highest count as
 * `countWithin` has them.
 *
 * @param edges_km ascending, the first ring from 0 to the first of them: `crossingRingsKm` by default
 * @throws `edges must rise from above 0 km: 25,5`
 */
export function countAround(
	incidents: readonly LocatedIncident[],
	{ crossings }: Pick<Dossier, "crossings">,
	edges_km: readonly number[] = crossingRingsKm,
): NearCrossing[] {
	if (edges_km.some((edge, index) => !(edge > (edges_km[index - 1] ?? 0))))
		throw new RangeError(`edges must rise from above 0 km: ${edges_km}`);
	return crossings.flatMap(({ crossing_id }) => {
		const near = incidents.flatMap(({ nearest_crossing_id, crossing_distance_km: d, radius_km: r }) =>
			nearest_crossing_id === crossing_id && d !== null && r !== null ? [{ d, r }] : [],
		);
		return edges_km.map((to_km, index) => {
			const from_km = index === 0 ? 0 : (edges_km[index - 1] as number);
			// The first ring is a disc: no distance lies below it.
			const low = index === 0 ? Number.NEGATIVE_INFINITY : from_km;
			return {
				crossing_id,
				from_km,
				to_km,
				at_least: near.filter(({ d, r }) => d - r > low && d + r <= to_km).length,
				as_placed: near.filter(({ d }) => d > low && d <= to_km).length,
				at_most: near.filter(({ d, r }) => d + r > low && d - r <= to_km).length,
			};
		});
	});
}

/** Distance to the nearest crossing from the middle of every kilometre, or nearly, of the line. */
function lineDistances(border: Dossier["border"], crossings: Dossier["crossings"]): number[] {
	const ruler = borderRuler(border);
	const posts = crossings.map(({ lon, lat }): Point => [lon, lat]);
	const parts = Math.max(1, Math.round(ruler.length_km));
	return Array.from({ length: parts }, (_, index) => {
		const point: Point = ruler.at(((index + 0.5) * ruler.length_km) / parts);
		return nearestKm(point, posts);
	});
}
