import { distanceComponents, type GroupDifference } from "../statistics/distance-components.js";
import { seeded } from "../statistics/random.js";
import { type DensityRow, densityAlong } from "./density.js";
import type { SampledPlace } from "./sampled-places.js";

/** Incidents along the border in one year. */
export interface YearAlong {
	readonly year: string;
	/** Placed incidents. */
	readonly n: number;
	readonly density: readonly DensityRow[];
}

/** Density along the border for each year that has a placed incident, all of one bandwidth. */
export function densityByYear(
	places: readonly SampledPlace[],
	length_km: number,
	options: Parameters<typeof densityAlong>[2] = {},
): YearAlong[] {
	const years = [...new Set(places.map(yearOf))].sort();
	return years.map((year) => {
		const own = places.filter((place) => yearOf(place) === year);
		return { year, n: own.length, density: densityAlong(own, length_km, options) };
	});
}

/**
 * Whether positions along the border differ between groups of incidents: distance components of the chainages,
 * the distance of two incidents being the mean over their drawn points, so that coarse places weigh as vaguely as
 * they are known. Reopenings are left out: each follows a closure of the same crossing. `null` where fewer than two
 * groups have a placed incident, or no group has two.
 *
 * Other incidents of one episode still hang together, which makes p too small rather than too large.
 *
 * @param options `permutations` 1,999 and `seed` 1 by default
 */
export function differenceAlong(
	places: readonly SampledPlace[],
	groupOf: (place: SampledPlace) => string,
	{ permutations = 1999, seed = 1 }: { readonly permutations?: number; readonly seed?: number } = {},
): GroupDifference | null {
	// In an order of their own, so that the permutations are the same whatever the order of the rows.
	const counted = places
		.filter(({ kind }) => kind !== "reopening")
		.sort((a, b) => (a.incident_id < b.incident_id ? -1 : 1));
	const groups = counted.map(groupOf);
	const distinct = new Set(groups).size;
	if (distinct < 2 || distinct === counted.length) return null;
	const distances = counted.map((one) => counted.map((other) => (one === other ? 0 : meanDistance(one, other))));
	return distanceComponents(distances, groups, seeded(seed), permutations);
}

/** Whether incidents moved along the border: `differenceAlong` between the years of their first days. */
export const driftBetweenYears = (
	places: readonly SampledPlace[],
	options?: Parameters<typeof differenceAlong>[2],
): GroupDifference | null => differenceAlong(places, yearOf, options);

const yearOf = ({ date_start }: SampledPlace): string => date_start.slice(0, 4);

function meanDistance({ drawn: one }: SampledPlace, { drawn: other }: SampledPlace): number {
	const draws = Math.min(one.length, other.length);
	let sum = 0;
	for (let draw = 0; draw < draws; draw++)
		sum += Math.abs((one[draw]?.chainage_km as number) - (other[draw]?.chainage_km as number));
	return sum / draws;
}
