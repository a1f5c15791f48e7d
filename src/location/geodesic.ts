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
export function pointTowards(from: Point, to: Point, distance_km: number): Point {
	return towards(from, to, distance_km).point;
}

/** The same, with the direction of the geodesic there, in degrees from north by east. */
export function towards(
	[lonA, latA]: Point,
	[lonB, latB]: Point,
	distance_km: number,
): { readonly point: Point; readonly azimuth: number } {
	const line = wgs84.InverseLine(latA, lonA, latB, lonB);
	const { lat2 = Number.NaN, lon2 = Number.NaN, azi2 = Number.NaN } = line.Position(distance_km * 1000);
	return { point: [lon2, lat2], azimuth: azi2 };
}

/** How far and in which direction, in degrees from north by east, one point is seen from another. */
export function sightOf(
	[lonA, latA]: Point,
	[lonB, latB]: Point,
): { readonly distance_km: number; readonly azimuth: number } {
	const { s12 = Number.NaN, azi1 = Number.NaN } = wgs84.Inverse(latA, lonA, latB, lonB);
	return { distance_km: s12 / 1000, azimuth: azi1 };
}

/**
 * The point at a distance and direction from another, on the WGS84 ellipsoid.
 *
 * @param azimuth degrees from north by east
 * @example
 * pointAt([10, 0], 90, 50)[0] // → 10.449
 */
export function pointAt([lon, lat]: Point, azimuth: number, distance_km: number): Point {
	const { lat2 = Number.NaN, lon2 = Number.NaN } = wgs84.Direct(lat, lon, azimuth, distance_km * 1000);
	return [lon2, lat2];
}
