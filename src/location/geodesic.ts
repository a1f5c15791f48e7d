import geodesic from "geographiclib-geodesic";

/** WGS84 [longitude, latitude] in degrees. */
export type Point = readonly [lon: number, lat: number];

const { Geodesic } = geodesic;
const wgs84 = Geodesic.WGS84;

/**
 * Length of the shortest path on the WGS84 ellipsoid (Karney, Journal of Geodesy 87, 2013), in km.
 *
 * @example
 * geodesicKm([10, 0], [11, 0]) // → 111.319
 */
export function geodesicKm([lonA, latA]: Point, [lonB, latB]: Point): number {
	const { s12 = Number.NaN } = wgs84.Inverse(latA, lonA, latB, lonB, Geodesic.DISTANCE);
	return s12 / 1000;
}

/** The point `distance_km` along the geodesic from one point towards another. */
export function pointTowards([lonA, latA]: Point, [lonB, latB]: Point, distance_km: number): Point {
	const line = wgs84.InverseLine(latA, lonA, latB, lonB);
	const { lat2 = Number.NaN, lon2 = Number.NaN } = line.Position(distance_km * 1000);
	return [lon2, lat2];
}
