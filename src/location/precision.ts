import type { GeoPrecision } from "../records/records.js";

/**
 * How far from its point an incident may have happened, in km, by how finely its place is known; `null`
 * where there is no point to measure from. The figures follow what is known of media-based events: the
 * district is about right, no more (Weidmann 2015).
 */
export const radiusKm: Readonly<Record<GeoPrecision, number | null>> = {
	exact: 1,
	locality: 5,
	district: 25,
	province: null,
	border: null,
};

/** Whether a place known so finely may stand as a point on a map. */
export const isPlaceable = (precision: GeoPrecision): boolean => radiusKm[precision] !== null;
