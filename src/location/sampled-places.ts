import type { Dossier, IncidentKind } from "../records/records.js";
import { seeded } from "../statistics/random.js";
import { quantileOf } from "../statistics/sample-quantile.js";
import { type BorderPosition, borderRuler } from "./chainage.js";
import { nearestKm, type Point, pointAt } from "./geodesic.js";
import type { LocatedIncident } from "./incidents.js";

/** Positions sampled evenly over the circle in which an incident may have happened, measured against the border. */
export interface SampledPlace {
	readonly incident_id: string;
	readonly date_start: string;
	readonly kind: IncidentKind;
	/** As the table has it, [longitude, latitude]. */
	readonly point: Point;
	/** How far from the point it may have happened. */
	readonly radius_km: number;
	/** Points drawn at random from that circle, each with its position on the border. */
	readonly positions: readonly (BorderPosition & { readonly point: Point })[];
}

/** Positions an incident, and of all incidents together: with more than 1,000 incidents each has fewer, 40 at least. */
const [mostSamples, mostPositions, fewestSamples] = [200, 200_000, 40];
const samplesFor = (incidents: number): number =>
	Math.max(fewestSamples, Math.min(mostSamples, Math.floor(mostPositions / Math.max(1, incidents))));

/**
 * Samples positions within the radius of every incident that has one, evenly over the area. Each incident has its
 * own sequence, seeded with its id: other incidents, their number and order change nothing. Incidents without
 * a point are not in it.
 *
 * @param options `samples` an incident, by default 200, and fewer with more than 1,000 incidents: 40 at least
 * @throws `samples must be a whole number above 0: 0`
 * @example
 * samplePlaces(locateIncidents(dossier).incidents, dossier, { samples: 10 })[1] // → { incident_id: "b-fire", radius_km: 5 }
 */
export function samplePlaces(
	incidents: readonly LocatedIncident[],
	{ border }: Pick<Dossier, "border">,
	{ samples = samplesFor(incidents.length) }: { readonly samples?: number } = {},
): SampledPlace[] {
	if (!Number.isInteger(samples) || samples < 1)
		throw new RangeError(`samples must be a whole number above 0: ${samples}`);
	const ruler = borderRuler(border);
	return incidents.flatMap(({ incident_id, date_start, kind, lon, lat, radius_km }) => {
		if (lon === null || lat === null || radius_km === null) return [];
		const point: Point = [lon, lat];
		const random = seeded(seedOf(incident_id));
		const positions = Array.from({ length: samples }, () => {
			const other = pointAt(point, 360 * random(), radius_km * Math.sqrt(random()));
			return { point: other, ...ruler.locate(other) };
		});
		return [{ incident_id, date_start, kind, point, radius_km, positions }];
	});
}

/**
 * Where an incident lies beside the border as finely as its place is known. `median`, `low` and `high` are of
 * the sampled positions: half of them lie below the median, 95 % within low and high. `least` and `most` are limits:
 * no point within the radius lies beyond them. A point at d km from the line, moved by r km or less, is at d − r
 * to d + r (triangle inequality), and its nearest point of the line is within d + 2 r of where it was.
 */
export interface PlaceRange {
	readonly incident_id: string;
	readonly radius_km: number;
	/** Distance to the border line, above 0 on the left side, below 0 on the right. */
	readonly distance_median_km: number;
	readonly distance_low_km: number;
	readonly distance_high_km: number;
	readonly distance_least_km: number;
	readonly distance_most_km: number;
	/** Kilometres along the border from the first point of its line. */
	readonly chainage_median_km: number;
	readonly chainage_low_km: number;
	readonly chainage_high_km: number;
	readonly chainage_least_km: number;
	readonly chainage_most_km: number;
	/** Distance to the nearest official crossing. */
	readonly crossing_median_km: number | null;
	readonly crossing_low_km: number | null;
	readonly crossing_high_km: number | null;
	/** Share of the sampled positions left of the line, 0 to 1: near 0.5 the side is not known. */
	readonly share_on_left_side: number;
}

/** Ranges of position and distances of sampled places. */
export function rangesOf(
	places: readonly SampledPlace[],
	{ border, crossings }: Pick<Dossier, "border" | "crossings">,
): PlaceRange[] {
	const ruler = borderRuler(border);
	const posts = crossings.map(({ lon, lat }): Point => [lon, lat]);
	return places.map(({ incident_id, point, radius_km, positions }) => {
		const own = ruler.locate(point);
		const reach = ruler.within(point, own.distance_km + 2 * radius_km);
		const [from, to] = [reach?.from_km ?? own.chainage_km, reach?.to_km ?? own.chainage_km];
		// Beyond the ends of the line the two sides touch: there the sign may change at any distance.
		const isAtEnd = from === 0 || to === ruler.length_km;
		const farthest = own.distance_km + radius_km;
		const distance = summaryOf(positions.map(({ signed_distance_km }) => signed_distance_km));
		const chainage = summaryOf(positions.map(({ chainage_km }) => chainage_km));
		const crossing = posts.length === 0 ? null : summaryOf(positions.map((each) => nearestKm(each.point, posts)));
		return {
			incident_id,
			radius_km,
			distance_median_km: distance.median,
			distance_low_km: distance.low,
			distance_high_km: distance.high,
			distance_least_km: isAtEnd ? -farthest : own.signed_distance_km - radius_km,
			distance_most_km: isAtEnd ? farthest : own.signed_distance_km + radius_km,
			chainage_median_km: chainage.median,
			chainage_low_km: chainage.low,
			chainage_high_km: chainage.high,
			chainage_least_km: from,
			chainage_most_km: to,
			crossing_median_km: crossing?.median ?? null,
			crossing_low_km: crossing?.low ?? null,
			crossing_high_km: crossing?.high ?? null,
			share_on_left_side: positions.filter(({ side_of_line }) => side_of_line === "left").length / positions.length,
		};
	});
}

function summaryOf(values: readonly number[]) {
	const sorted = [...values].sort((a, b) => a - b);
	return { median: quantileOf(sorted, 0.5), low: quantileOf(sorted, 0.025), high: quantileOf(sorted, 0.975) };
}

/** A whole number from a text (FNV-1a, 32 bits): the same on every machine. */
function seedOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	return hash | 0;
}
