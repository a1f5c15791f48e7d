import { distanceComponents, type GroupDifference } from "../statistics/distance-components.js";
import { seeded } from "../statistics/random.js";
import { type DensityRow, densityAlong } from "./density.js";
import type { DrawnPlace } from "./draws.js";

/** Incidents along the border in one year. */
export interface YearAlong {
	readonly year: string;
	/** Placed incidents. */
	readonly n: number;
	readonly density: readonly DensityRow[];
}

/** Density along the border for each year that has a placed incident, all of one bandwidth. */
export function densityByYear(
	places: readonly DrawnPlace[],
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
 * Whether positions along the border differ between years: distance components of the chainages, the distance
 * of two incidents being the mean over their drawn points, so that coarse places weigh as vaguely as they are
 * known. `null` where fewer than two years have a placed incident, or no year has two.
 *
 * Closures and reopenings of one crossing come in pairs, which makes p too small rather than too large: a small
 * p does not prove a drift.
 */
export function driftBetweenYears(
	places: readonly DrawnPlace[],
	{ permutations = 1999, seed = 1 }: { readonly permutations?: number; readonly seed?: number } = {},
): GroupDifference | null {
	const years = places.map(yearOf);
	const distinct = new Set(years).size;
	if (distinct < 2 || distinct === places.length) return null;
	const distances = places.map((one) => places.map((other) => (one === other ? 0 : meanDistance(one, other))));
	return distanceComponents(distances, years, seeded(seed), permutations);
}

const yearOf = ({ date_start }: DrawnPlace): string => date_start.slice(0, 4);

function meanDistance({ drawn: one }: DrawnPlace, { drawn: other }: DrawnPlace): number {
	const draws = Math.min(one.length, other.length);
	let sum = 0;
	for (let draw = 0; draw < draws; draw++)
		sum += Math.abs((one[draw]?.chainage_km as number) - (other[draw]?.chainage_km as number));
	return sum / draws;
}
