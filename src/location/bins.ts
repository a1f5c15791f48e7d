import { garwood, type Interval } from "../statistics/poisson.js";
import type { LocatedIncident } from "./incidents.js";

/** Incidents on one piece of the border, with the Garwood limits of their count, 95 %. */
export interface ChainageBin extends Interval {
	readonly from_km: number;
	readonly to_km: number;
	readonly n: number;
}

/**
 * Counts placed incidents on pieces of the border of equal length. Incidents without a position are in no
 * piece: the counts add up to those that have one.
 *
 * @param width_km wished length of a piece; the border is cut into the nearest whole number of pieces
 * @throws `width must be above 0 km: 0`
 */
export function countByChainage(
	incidents: readonly LocatedIncident[],
	length_km: number,
	width_km = 50,
): ChainageBin[] {
	if (!(width_km > 0)) throw new RangeError(`width must be above 0 km: ${width_km}`);
	const pieces = Math.max(1, Math.round(length_km / width_km));
	const counts = new Array<number>(pieces).fill(0);
	for (const { chainage_km } of incidents) {
		if (chainage_km === null) continue;
		const index = Math.min(pieces - 1, Math.floor((chainage_km / length_km) * pieces));
		counts[index] = (counts[index] ?? 0) + 1;
	}
	return counts.map((n, index) => ({
		from_km: (index * length_km) / pieces,
		to_km: ((index + 1) * length_km) / pieces,
		n,
		...garwood(n),
	}));
}
