import { bandwidthKm } from "./density.js";
import { geodesicKm, type Point, sphereKm } from "./geodesic.js";
import type { LocatedIncident } from "./incidents.js";
import { finestKm } from "./precision.js";

/** Density of incidents at a node of a grid. */
export interface DensityNode {
	readonly lon: number;
	readonly lat: number;
	readonly per_1000_km2: number;
}

/** Places whose distances are measured on the ellipsoid; with more it is a sphere, which is wrong by less than 1 %. */
const mostMeasured = 1000;

/**
 * Density of incidents over the plane, for illustration only: no number of it is printed, tested or compared. A
 * two-dimensional Gaussian kernel of one fixed bandwidth around every place known to `finestKm` or better; coarser
 * places are excluded, for they would put it where nothing was. What lies along the line is measured by `densityAlong`.
 *
 * @param box west, south, east and north, in degrees
 * @param options `bandwidth_km` the one of `densityAlong`, `step_degrees` of the grid 0.1 by default
 * @throws `bandwidth must be above 0: 0`, `step must be above 0 degrees: 0`
 * @example
 * densityOver(locateIncidents(dossier).incidents, [60, 32, 62, 35]).length // → 651
 */
export function densityOver(
	incidents: readonly LocatedIncident[],
	[west, south, east, north]: readonly [number, number, number, number],
	{
		bandwidth_km = bandwidthKm,
		step_degrees = 0.1,
	}: { readonly bandwidth_km?: number; readonly step_degrees?: number } = {},
): DensityNode[] {
	if (!(bandwidth_km > 0)) throw new RangeError(`bandwidth must be above 0: ${bandwidth_km}`);
	if (!(step_degrees > 0)) throw new RangeError(`step must be above 0 degrees: ${step_degrees}`);
	const spots = new Map<string, { point: Point; n: number }>();
	for (const { lon, lat, radius_km } of incidents) {
		if (lon === null || lat === null || radius_km === null || radius_km > finestKm) continue;
		const spot = spots.get(`${lon} ${lat}`) ?? { point: [lon, lat], n: 0 };
		spots.set(`${lon} ${lat}`, { ...spot, n: spot.n + 1 });
	}
	const steps = (from: number, to: number) =>
		Array.from({ length: Math.floor((to - from) / step_degrees + 1e-9) + 1 }, (_, step) => from + step * step_degrees);
	const distanceKm = spots.size > mostMeasured ? sphereKm : geodesicKm;
	const places = [...spots.values()];
	const peak = 1000 / (2 * Math.PI * bandwidth_km ** 2);
	return steps(south, north).flatMap((lat) =>
		steps(west, east).map((lon) => {
			const weights = places.map(
				({ point, n }) => n * Math.exp(-0.5 * (distanceKm(point, [lon, lat]) / bandwidth_km) ** 2),
			);
			return { lon, lat, per_1000_km2: peak * weights.reduce((sum, each) => sum + each, 0) };
		}),
	);
}
