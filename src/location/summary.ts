import { NotEnoughDataError } from "../records/not-enough-data.js";
import type { Dossier } from "../records/records.js";
import { probabilityLabel, wholePercent, wordFor } from "../statistics/number-text.js";
import { wilson } from "../statistics/share-interval.js";
import { countBySegment, segmentDispersion } from "./areas.js";
import { borderRuler } from "./chainage.js";
import { countWithin } from "./crossings.js";
import { driftBetweenYears, episodeDays } from "./differences-along.js";
import { locateIncidents } from "./incidents.js";
import { samplePlaces } from "./sampled-places.js";
import { segmentName, segmentsOf } from "./segments.js";

/** What `locationSummary` can be asked for. */
export interface LocationSummaryOptions {
	/** How near a crossing counts as near, 10 km by default. */
	readonly nearKm?: number;
}

/** The answer to "Where along the border, and has it moved?" in sentences and in numbers. */
export interface LocationSummary {
	/** At most three, each with its numbers. */
	readonly sentences: readonly string[];
	/** Incidents counted, and how many of them have a position. */
	readonly n: number;
	readonly placed: number;
	/** Near an official crossing, with Wilson's 95% limits of the share; `null` without a crossing or a position. */
	readonly near: {
		readonly within_km: number;
		readonly n: number;
		readonly of: number;
		readonly share: number;
		readonly low: number;
		readonly high: number;
	} | null;
	/** The first segment with most incidents, its rate per 100 km and 95% limits allowing for clustering; `null` without one. */
	readonly segment: {
		readonly segment_id: string;
		readonly name: string;
		readonly n: number;
		/** Incidents assigned to any segment. */
		readonly of: number;
		readonly per_100_km: number;
		readonly low: number;
		readonly high: number;
		/** Segments with as many incidents, this one among them. */
		readonly tied: number;
	} | null;
	/** Test of positions between years, every incident counted and each episode once; `null` where none is possible. */
	readonly moved: { readonly p: number; readonly p_episodes: number | null; readonly significant: boolean } | null;
}

/**
 * Where along the border incidents are reported, and whether that has changed: how many have a position and lie near a
 * crossing, the segment with most incidents, and the test between years. Excludes what `locateIncidents` excludes.
 *
 * @throws NotEnoughDataError without an incident; `nearKm must be above 0: 0`
 * @example
 * locationSummary(dossier) // → { n: 4, placed: 3, near: { within_km: 10, n: 1, of: 3 }, segment: { name: "Upper – One", n: 2 } }
 */
export function locationSummary(dossier: Dossier, { nearKm = 10 }: LocationSummaryOptions = {}): LocationSummary {
	if (!(nearKm > 0)) throw new RangeError(`nearKm must be above 0: ${nearKm}`);
	const { incidents } = locateIncidents(dossier);
	if (incidents.length === 0)
		throw new NotEnoughDataError(`no incident of the ${dossier.region.name} lies in the days searched`);
	const placed = incidents.filter(({ lat }) => lat !== null).length;
	const near = nearOf(dossier, incidents, nearKm);
	const segment = segmentOf(dossier, incidents);
	const places = dossier.border.length === 0 ? [] : samplePlaces(incidents, dossier);
	const drift = driftBetweenYears(places);
	const ofEpisodes = driftBetweenYears(places, { episodeDays });
	const moved =
		drift === null
			? null
			: {
					p: drift.p,
					p_episodes: ofEpisodes?.p ?? null,
					significant: Math.max(drift.p, ofEpisodes?.p ?? 1) <= 0.05,
				};
	const known = `${placed} of ${incidents.length} reported ${incidents.length === 1 ? "incident has" : `incidents ${wordFor(placed, "has", "have")}`} a known position on the map`;
	const nearby =
		near === null
			? ""
			: `; ${near.n} of these (${wholePercent(near.share)}%, 95% interval ${wholePercent(near.low)}–${wholePercent(near.high)}%) ${wordFor(near.n, "is", "are")} within ${nearKm} km of an official crossing`;
	return {
		sentences: [
			`${known}${nearby}.`,
			...(segment === null
				? []
				: [
						segment.tied > 1
							? `No single border segment has most incidents: ${segment.tied} have ${segment.n} each of ${segment.of}.`
							: `The border segment with most incidents is ${segment.name}: ${segment.n} of ${segment.of}, or ${rate(segment.per_100_km)} per 100 km (95% interval ${rate(segment.low)}–${rate(segment.high)}, allowing for clustering).`,
					]),
			moved === null
				? dossier.border.length === 0
					? "The data have no border line: positions along it are not known."
					: "There are too few located incidents to say whether they moved along the border."
				: moved.significant
					? `Incidents moved along the border from year to year (${probabilityLabel(moved.p)}).`
					: `Differences between years in where incidents happen could be chance (${probabilityLabel(moved.p)}).`,
		],
		n: incidents.length,
		placed,
		near,
		segment,
		moved,
	};
}

function nearOf(dossier: Dossier, incidents: Parameters<typeof countWithin>[0], within_km: number) {
	if (dossier.crossings.length === 0 || dossier.border.length === 0) return null;
	const [row] = countWithin(incidents, dossier, [within_km]);
	if (row === undefined || row.n === 0) return null;
	return {
		within_km,
		n: row.as_placed,
		of: row.n,
		share: row.as_placed / row.n,
		...wilson(row.as_placed, row.n, 0.95),
	};
}

function segmentOf(dossier: Dossier, incidents: Parameters<typeof countBySegment>[0]) {
	if (dossier.border.length === 0) return null;
	const { length_km } = borderRuler(dossier.border);
	const stretches = segmentsOf(dossier);
	const dispersion = segmentDispersion(incidents, stretches, length_km, dossier.observation);
	const { segments } = countBySegment(incidents, stretches, length_km, { dispersion });
	const of = segments.reduce((sum, { n }) => sum + n, 0);
	const [top] = [...segments].sort((a, b) => b.n - a.n);
	if (top === undefined || top.n === 0) return null;
	const { segment_id, n, per_100_km, overdispersed_low: low, overdispersed_high: high } = top;
	return {
		segment_id,
		name: segmentName(top),
		n,
		of,
		per_100_km,
		low,
		high,
		tied: segments.filter((each) => each.n === n).length,
	};
}

const rate = (value: number): string => value.toFixed(value < 10 ? 1 : 0);
