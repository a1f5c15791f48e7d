import { dayNumber } from "../calendar/days.js";
import { groupBy } from "../records/group-by.js";
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
 * The work is bounded: of more than 1,000 incidents 1,000 are compared, chosen evenly over the order of their ids, and
 * with more than 500 there are fewer permutations, 499 at least. `n` and `permutations` of the result say how many.
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
	const counted = evenlyChosen(days > 0 ? firstOfEpisodes(single, groupOf, days) : single, mostCompared);
	const groups = counted.map(groupOf);
	const distinct = new Set(groups).size;
	if (distinct < 2 || distinct === counted.length) return null;
	const chainages = counted.map(({ positions }) => Float64Array.from(positions, ({ chainage_km }) => chainage_km));
	const distances = chainages.map(() => new Float64Array(chainages.length));
	for (const [one, row] of distances.entries())
		for (let other = 0; other < one; other++) {
			const distance = meanDistance(chainages[one] as Float64Array, chainages[other] as Float64Array);
			row[other] = distance;
			(distances[other] as Float64Array)[one] = distance;
		}
	return distanceComponents(distances, groups, seeded(seed), boundedPermutations(permutations, counted.length));
}

/** Work grows with the square of the incidents: of more than these, so many are compared, evenly over the ids. */
const mostCompared = 1000;
const evenlyChosen = <Row>(rows: readonly Row[], most: number): readonly Row[] =>
	rows.length <= most
		? rows
		: Array.from({ length: most }, (_, index) => rows[Math.floor((index * rows.length) / most)] as Row);

/** With many incidents fewer permutations, never under 499: p stays valid, and is known less finely. */
const boundedPermutations = (wanted: number, n: number): number =>
	Math.min(wanted, Math.max(499, Math.floor(mostSteps / (n * n))));
/** Distances that all permutations together may read. */
const mostSteps = 5e8;

/** The first incident of each run of one group at one place, no gap in the run longer than so many days. */
function firstOfEpisodes(
	places: readonly SampledPlace[],
	groupOf: (place: SampledPlace) => string,
	days: number,
): SampledPlace[] {
	const ofGroup = groupBy(places, groupOf);
	const day = new Map(places.map((place) => [place, dayNumber(place.date_start)]));
	const follows = (place: SampledPlace, earlier: SampledPlace): boolean => {
		const gap = (day.get(place) as number) - (day.get(earlier) as number);
		if (gap < 0 || gap > days || (gap === 0 && earlier.incident_id >= place.incident_id)) return false;
		return geodesicKm(earlier.point, place.point) <= Math.max(earlier.radius_km, place.radius_km);
	};
	return places.filter((place) => !ofGroup.get(groupOf(place))?.some((earlier) => follows(place, earlier)));
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

function meanDistance(one: Float64Array, other: Float64Array): number {
	const samples = Math.min(one.length, other.length);
	let sum = 0;
	for (let sample = 0; sample < samples; sample++) sum += Math.abs((one[sample] as number) - (other[sample] as number));
	return sum / samples;
}
