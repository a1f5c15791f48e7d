import type { GeoPrecision } from "../records/records.js";

/** A place known to this distance or better may be measured against places a few km apart: a village or town, 5 km. */
export const finestKm = 5;

/** The radius of a district, in km: the coarsest place that still has a point. */
export const districtKm = 25;

/**
 * How far from its point an incident may have happened, in km, by how finely its place is known; `null`
 * where there is no point to measure from. The figures follow what is known of media-based events: the
 * district is about right, no more (Weidmann 2015).
 */
export const radiusKm: Readonly<Record<GeoPrecision, number | null>> = {
	exact: 1,
	locality: finestKm,
	district: districtKm,
	province: null,
	border: null,
};

/** Whether a place known so finely may stand as a point on a map. */
export const isPlaceable = (precision: GeoPrecision): boolean => radiusKm[precision] !== null;

/** Of latitude; of longitude it is less. */
const kmPerDegree = 111;

/**
 * A coordinate with as many decimal places as are known: the last one is no finer than the radius around the point. That is
 * three for a post, two for a village and one for a district; more would look as if more were known.
 *
 * @example
 * asKnown(31.1447, "district") // → 31.1
 */
export function asKnown(degrees: number, precision: GeoPrecision): number {
	const decimals = Math.max(0, Math.ceil(Math.log10(kmPerDegree / (radiusKm[precision] ?? kmPerDegree))));
	return Number(degrees.toFixed(decimals));
}
