import { gaussianKernel } from "../statistics/kernel-density.js";
import type { Interval } from "../statistics/poisson.js";
import { weightedInterval } from "../statistics/weighted-counts.js";
import { districtKm } from "./precision.js";
import type { SampledPlace } from "./sampled-places.js";

/** Incidents for each 100 km of border at one position, with limits, 95 %. */
export interface DensityRow extends Interval {
	/** Kilometres along the border from the first point of its line. */
	readonly chainage_km: number;
	/** Incidents per 100 km of border; `low` and `high` have this unit too. */
	readonly per_100_km: number;
}

/** Standard deviation of the kernel, in km: as wide as the coarsest place that is drawn is uncertain. */
export const bandwidthKm = districtKm;

/**
 * Density of incidents along the border: a Gaussian kernel of one fixed bandwidth around all sampled
 * positions of each incident, so that a place known to 25 km is smoother than one known to 1 km, and reflected at the two
 * ends. It adds up to the number of placed incidents over the whole line. The limits are those of a sum of
 * weights (Fay & Feuer 1997), point by point: they hold at one position, not for the whole curve at once, and
 * take incidents as independent.
 *
 * @param step_km distance between the positions given, 5 km by default; both ends are among them
 * @throws `step must be above 0 km: 0`, `bandwidth must be above 0: 0`
 * @example
 * densityAlong(samplePlaces(locateIncidents(dossier).incidents, dossier), 443.654, { step_km: 100 }).length // → 5
 */
export function densityAlong(
	places: readonly Pick<SampledPlace, "positions">[],
	length_km: number,
	{ bandwidth_km = bandwidthKm, step_km = 5 }: { readonly bandwidth_km?: number; readonly step_km?: number } = {},
): DensityRow[] {
	if (!(step_km > 0)) throw new RangeError(`step must be above 0 km: ${step_km}`);
	const steps = Math.max(1, Math.round(length_km / step_km));
	const ends = { from: 0, to: length_km };
	const nodes = Array.from({ length: steps + 1 }, (_, step) => (step * length_km) / steps);
	const chainages = places.map(({ positions }) => Float64Array.from(positions, ({ chainage_km }) => chainage_km));
	return nodes.map((at) => {
		const weights = chainages.map((own) => {
			let sum = 0;
			for (let each = 0; each < own.length; each++) sum += gaussianKernel(own[each] as number, at, bandwidth_km, ends);
			return (100 / own.length) * sum;
		});
		const per_100_km = weights.reduce((sum, weight) => sum + weight, 0);
		// Near an end the heaviest place is not the position itself, because of what is folded back.
		const largest = 100 * Math.max(...nodes.map((centre) => gaussianKernel(centre, at, bandwidth_km, ends)));
		return { chainage_km: at, per_100_km, ...weightedInterval(weights, largest) };
	});
}
