import { garwood, type Interval } from "../statistics/poisson.js";
import type { LocatedIncident } from "./incidents.js";

/** Incidents on one section of the border, with the Garwood limits of their count, 95%. */
export interface ChainageBin extends Interval {
	/** Kilometres along the border from the first point of its line. */
	readonly from_km: number;
	readonly to_km: number;
	/** Incidents; `low` and `high` are Garwood limits of it, 95%. */
	readonly n: number;
}

/**
 * Counts placed incidents on sections of the border of equal length. Incidents without a position are in no
 * section: the counts add up to those that have one.
 *
 * @param width_km wanted length of a section; the border is divided into the nearest whole number of sections
 * @throws `width must be above 0 km: 0`
 * @example
 * countByChainage(locateIncidents(dossier).incidents, 443.654).map(({ n }) => n) // → [0, 0, 1, 1, 0, 1, 0, 0, 0]
 */
export function countByChainage(
	incidents: readonly LocatedIncident[],
	length_km: number,
	width_km = 50,
): ChainageBin[] {
	if (!(width_km > 0)) throw new RangeError(`width must be above 0 km: ${width_km}`);
	const sections = Math.max(1, Math.round(length_km / width_km));
	const counts = new Array<number>(sections).fill(0);
	for (const { chainage_km } of incidents) {
		if (chainage_km === null) continue;
		const index = Math.min(sections - 1, Math.floor((chainage_km / length_km) * sections));
		counts[index] = (counts[index] ?? 0) + 1;
	}
	return counts.map((n, index) => ({
		from_km: (index * length_km) / sections,
		to_km: ((index + 1) * length_km) / sections,
		n,
		...garwood(n),
	}));
}
