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

/**
 * Geodesic distance to the nearest of some points, in km; infinite where there are none.
 *
 * @example
 * nearestKm([10, 0], [[11, 0], [30, 0]]) // → 111.319
 */
export const nearestKm = (point: Point, others: readonly Point[]): number =>
	mayBeNearest(point, others).reduce(
		(least, place) => Math.min(least, geodesicKm(point, others[place] as Point)),
		Number.POSITIVE_INFINITY,
	);

/** The places of the points that may be the nearest: by a sphere, which is wrong by less than 1 %. */
export function mayBeNearest(point: Point, others: readonly Point[]): number[] {
	const rough = others.map((other) => sphereKm(point, other));
	const reach = rough.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY) * 1.03;
	return [...others.keys()].filter((place) => (rough[place] as number) <= reach);
}

/** Great-circle distance on a sphere of the mean radius (haversine), in km. */
export function sphereKm([lonA, latA]: Point, [lonB, latB]: Point): number {
	const radians = Math.PI / 180;
	const across = Math.sin(((lonB - lonA) * radians) / 2);
	const along = Math.sin(((latB - latA) * radians) / 2);
	const half = along ** 2 + Math.cos(latA * radians) * Math.cos(latB * radians) * across ** 2;
	return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** The shortest path between two points. */
export interface Geodesic {
	readonly length_km: number;
	/** A point of it and its direction there, in degrees from north by east. */
	readonly at: (along_km: number) => { readonly point: Point; readonly azimuth: number };
}

/** The geodesic from one point to another; it goes on beyond its end. */
export function geodesicBetween([lonA, latA]: Point, [lonB, latB]: Point): Geodesic {
	const line = wgs84.InverseLine(latA, lonA, latB, lonB);
	return {
		length_km: (line.s13 ?? Number.NaN) / 1000,
		at: (along_km) => {
			const { lat2 = Number.NaN, lon2 = Number.NaN, azi2 = Number.NaN } = line.Position(along_km * 1000);
			return { point: [lon2, lat2], azimuth: azi2 };
		},
	};
}

/** The point `distance_km` along the geodesic from one point towards another. */
export const pointTowards = (from: Point, to: Point, distance_km: number): Point =>
	geodesicBetween(from, to).at(distance_km).point;

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
