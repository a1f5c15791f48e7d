import type { Excluded } from "../records/exclusions.js";
import type { Crossing, Dossier, GeoPrecision, Incident, IncidentKind } from "../records/records.js";
import { type IncidentExclusion, selectIncidents } from "../records/selection.js";
import { borderRuler } from "./chainage.js";
import { geodesicKm, mayBeNearest, type Point } from "./geodesic.js";
import { asKnown, isPlaceable, radiusKm } from "./precision.js";

/** An incident of the border and where it lies; `null` where its place is known too coarsely. */
export interface LocatedIncident {
	readonly incident_id: string;
	readonly date_start: string;
	readonly kind: IncidentKind;
	readonly place: string | null;
	readonly geo_precision: GeoPrecision;
	readonly af_province: string | null;
	readonly ir_province: string | null;
	readonly af_district: string | null;
	readonly ir_county: string | null;
	/** Degrees north (WGS 84); `null` where no point is known. */
	readonly lat: number | null;
	/** Degrees east. */
	readonly lon: number | null;
	/** How far from the point it may have happened. */
	readonly radius_km: number | null;
	/** Distance of the point to the border line; this and all that is measured along the line is `null` without a line. */
	readonly distance_km: number | null;
	/** The same, above 0 on the left side of the line and below 0 on the right; `null` where it may lie on either. */
	readonly signed_distance_km: number | null;
	/** Kilometres along the border from the first point of its line. */
	readonly chainage_km: number | null;
	/** Which country it lies in, a code of the sides of the region; `null` where the line is within the radius. */
	readonly side_of_line: string | null;
	/** Of the official crossings; `null` without a point. */
	readonly nearest_crossing_id: string | null;
	/** Geodesic distance to that crossing. */
	readonly crossing_distance_km: number | null;
}

/** Incidents of the line with their places, and how many were excluded for which reason: together all of the dossier. */
export interface LocatedIncidents {
	readonly incidents: readonly LocatedIncident[];
	readonly excluded: readonly Excluded<IncidentExclusion>[];
}

/**
 * Measures every incident of the border against the border and the crossings. A place known to
 * its province or only as "the border" gets no point, whatever coordinates the row holds: a coarse point
 * is never measured finer than it is known. The incidents are those of `selectIncidents`.
 *
 * @param options `where`: which incidents to locate; the others are excluded as `filtered_out`
 * @example
 * locateIncidents(dossier).incidents[0] // → { incident_id: "a-clash", chainage_km: 166.40, distance_km: 9.24, side_of_line: "AF" }
 */
export function locateIncidents(
	dossier: Dossier,
	{ where }: { readonly where?: (incident: Incident) => boolean } = {},
): LocatedIncidents {
	const ruler = dossier.border.length === 0 ? null : borderRuler(dossier.border);
	const [left, right] = dossier.region.sides;
	const sideCode = { left: left.code, right: right.code };
	const selection = selectIncidents(dossier, where);
	const incidents = selection.incidents.map((incident): LocatedIncident => {
		const { incident_id, date_start, kind, place, geo_precision, af_province, ir_province, af_district, ir_county } =
			incident;
		const known = {
			incident_id,
			date_start,
			kind,
			place,
			geo_precision,
			af_province,
			ir_province,
			af_district,
			ir_county,
		};
		const point = pointOf(incident);
		if (!point) return { ...known, ...nowhere };
		const crossing = nearestCrossing(point, dossier.crossings);
		const position = ruler?.locate(point);
		return {
			...known,
			lon: point[0],
			lat: point[1],
			radius_km: radiusKm[geo_precision],
			...(position === undefined
				? notMeasured
				: withKnownSide({ ...position, side_of_line: sideCode[position.side_of_line] }, radiusKm[geo_precision])),
			nearest_crossing_id: crossing?.crossing_id ?? null,
			crossing_distance_km: crossing?.distance_km ?? null,
		};
	});
	return { incidents, excluded: selection.excluded };
}

const notMeasured = { distance_km: null, chainage_km: null, side_of_line: null, signed_distance_km: null } as const;

/** A place on the line without its side where what is known of the place allows both. */
function withKnownSide<Spot extends { readonly distance_km: number }>(spot: Spot, radius_km: number | null) {
	const isUnknown = radius_km !== null && spot.distance_km <= radius_km;
	return isUnknown ? { ...spot, side_of_line: null, signed_distance_km: null } : spot;
}

const nowhere = {
	lat: null,
	lon: null,
	radius_km: null,
	distance_km: null,
	signed_distance_km: null,
	chainage_km: null,
	side_of_line: null,
	nearest_crossing_id: null,
	crossing_distance_km: null,
} as const;

/** The point of an incident that may be shown, [longitude, latitude]; `null` where its place is known too coarsely. */
export function pointOf({ lat, lon, geo_precision }: Pick<Incident, "lat" | "lon" | "geo_precision">): Point | null {
	return lat === null || lon === null || !isPlaceable(geo_precision) ? null : [lon, lat];
}

/**
 * The point of an incident to the digits that are known, [longitude, latitude], for files that others read. A point on the
 * grid of a coarsened dossier stays on it.
 *
 * @example
 * knownPoint({ lat: 31.1447, lon: 61.7925, geo_precision: "district" }, dossier) // → [61.8, 31.1]
 */
export function knownPoint<Place extends Pick<Incident, "lat" | "lon" | "geo_precision">>(
	place: Place,
	{ grid_degrees }: Pick<Dossier, "grid_degrees">,
): Point | null {
	const point = pointOf(place);
	if (point === null || grid_degrees !== undefined) return point;
	const [lon, lat] = point;
	return [asKnown(lon, place.geo_precision), asKnown(lat, place.geo_precision)];
}

/** The crossing nearest to a point and its geodesic distance; `null` where there are no crossings. */
export function nearestCrossing(
	point: Point,
	crossings: readonly Crossing[],
): { readonly crossing_id: string; readonly distance_km: number } | null {
	const near = mayBeNearest(
		point,
		crossings.map(({ lon, lat }): Point => [lon, lat]),
	);
	const distances = near.map((place) => {
		const { crossing_id, lon, lat } = crossings[place] as Crossing;
		return { crossing_id, distance_km: geodesicKm(point, [lon, lat]) };
	});
	return distances.sort((a, b) => a.distance_km - b.distance_km)[0] ?? null;
}
