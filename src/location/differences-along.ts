import { daysBetween } from "../calendar/days.js";
import { distanceComponents, type GroupDifference } from "../statistics/distance-components.js";
import { seeded } from "../statistics/random.js";
import { type DensityRow, densityAlong } from "./density.js";
import { geodesicKm } from "./geodesic.js";
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

/** Incidents of one group at one place, no more than so many days apart, are taken for one episode. */
export const episodeDays = 14;

/**
 * Whether positions along the border differ between groups of incidents: distance components of the chainages,
 * the distance of two incidents being the mean over their sampled positions, so that coarse places weigh as vaguely
 * as they are known. Reopenings are excluded: each follows a closure of the same crossing. `null` where fewer than two
 * groups have a placed incident, or no group has two.
 *
 * Incidents of one episode are correlated, which makes p too small. With `episodeDays` a run of incidents of one
 * group and one place, each at most as many days after the one before, counts once.
 *
 * @param options `permutations` 1,999, `seed` 1 and `episodeDays` 0 (each incident counts) by default
 * @throws `episodeDays must be 0 or more: -1`
 */
export function differenceAlong(
	places: readonly SampledPlace[],
	groupOf: (place: SampledPlace) => string,
	{
		permutations = 1999,
		seed = 1,
		episodeDays: days = 0,
	}: { readonly permutations?: number; readonly seed?: number; readonly episodeDays?: number } = {},
): GroupDifference | null {
	if (!(days >= 0)) throw new RangeError(`episodeDays must be 0 or more: ${days}`);
	// In an order of their own, so that the permutations are the same whatever the order of the rows.
	const single = places
		.filter(({ kind }) => kind !== "reopening")
		.sort((a, b) => (a.incident_id < b.incident_id ? -1 : 1));
	const counted = days > 0 ? firstOfEpisodes(single, groupOf, days) : single;
	const groups = counted.map(groupOf);
	const distinct = new Set(groups).size;
	if (distinct < 2 || distinct === counted.length) return null;
	const distances = counted.map((one) => counted.map((other) => (one === other ? 0 : meanDistance(one, other))));
	return distanceComponents(distances, groups, seeded(seed), permutations);
}

/** The first incident of each run of one group at one place, no gap in the run longer than so many days. */
function firstOfEpisodes(
	places: readonly SampledPlace[],
	groupOf: (place: SampledPlace) => string,
	days: number,
): SampledPlace[] {
	return places.filter(
		(place) =>
			!places.some((earlier) => {
				const gap = daysBetween(earlier.date_start, place.date_start);
				const isBefore = gap > 0 || (gap === 0 && earlier.incident_id < place.incident_id);
				const isOnePlace = geodesicKm(earlier.point, place.point) <= Math.max(earlier.radius_km, place.radius_km);
				return isBefore && gap <= days && groupOf(earlier) === groupOf(place) && isOnePlace;
			}),
	);
}

/**
 * Whether incidents moved along the border: `differenceAlong` between the years of their first days.
 *
 * @example
 * driftBetweenYears(samplePlaces(locateIncidents(dossier).incidents, dossier)) // → null
 */
export const driftBetweenYears = (
	places: readonly SampledPlace[],
	options?: Parameters<typeof differenceAlong>[2],
): GroupDifference | null => differenceAlong(places, yearOf, options);

const yearOf = ({ date_start }: SampledPlace): string => date_start.slice(0, 4);

function meanDistance({ positions: one }: SampledPlace, { positions: other }: SampledPlace): number {
	const samples = Math.min(one.length, other.length);
	let sum = 0;
	for (let sample = 0; sample < samples; sample++)
		sum += Math.abs((one[sample]?.chainage_km as number) - (other[sample]?.chainage_km as number));
	return sum / samples;
}
