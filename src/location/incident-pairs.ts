import { addDays, daysBetween, endOf } from "../calendar/days.js";
import type { Incident, IncidentKind } from "../records/records.js";
import { geodesicKm, type Point } from "./geodesic.js";
import { nameKey } from "./name-key.js";

/** How far apart two incidents may be to be one event. */
export interface PairWindows {
	readonly km: number;
	readonly days: number;
}

/** Two reports of one event seldom differ by more: the radius of a district, and the days until news is out. */
export const usualWindows: PairWindows = { km: 25, days: 3 };

/** What an incident is compared by. */
export type Comparable = Pick<
	Incident,
	| "incident_id"
	| "date_start"
	| "date_end"
	| "date_precision"
	| "kind"
	| "aggregate"
	| "place"
	| "af_province"
	| "ir_province"
	| "lat"
	| "lon"
	| "crossing_id"
	| "side_a"
	| "side_b"
>;

/** Two incidents that may be one event. */
export interface IncidentPair<Row extends Comparable = Comparable> {
	readonly incident: Row;
	readonly other: Row;
	/** Days between the days on which they can have begun; 0 where these meet. */
	readonly days: number;
	/** Between the two points; `null` where one has none. */
	readonly distance_km: number | null;
	/** What puts them at one place: their points; a place or crossing of one name; or a province, where no place is known. */
	readonly place: "near" | "one_place" | "one_province";
}

/**
 * Pairs of incidents that can have begun within some days of each other, within some km, at a place or crossing of one name
 * where one has no point, or in one province where neither names a place. Aggregate reports are excluded: they overlap
 * with single incidents by design.
 *
 * @param others incidents of another table, each paired with those of the first; without it, pairs within one table
 */
export function incidentPairs<Row extends Comparable>(
	incidents: readonly Row[],
	others: readonly Row[] | null = null,
	{ km, days: mostDays }: PairWindows = usualWindows,
): IncidentPair<Row>[] {
	const single = (rows: readonly Row[], isOther: boolean) =>
		rows.filter(({ aggregate }) => !aggregate).map((row) => ({ row, isOther, latest: latestStart(row) }));
	const sorted = [...single(incidents, false), ...single(others ?? [], true)].sort((a, b) =>
		a.row.date_start < b.row.date_start ? -1 : a.row.date_start > b.row.date_start ? 1 : 0,
	);
	const pairs: IncidentPair<Row>[] = [];
	for (const [index, earlier] of sorted.entries()) {
		for (let next = index + 1; next < sorted.length; next++) {
			const later = sorted[next] as typeof earlier;
			const days = Math.max(0, daysBetween(earlier.latest, later.row.date_start));
			if (days > mostDays) break;
			if (others !== null && earlier.isOther === later.isOther) continue;
			const [incident, other] = others !== null && later.isOther ? [earlier.row, later.row] : [later.row, earlier.row];
			const distance_km = distanceBetween(incident, other);
			const place = placeOf(incident, other, distance_km, km);
			if (place !== null) pairs.push({ incident, other, days, distance_km, place });
		}
	}
	return pairs;
}

/** The last day on which an incident can have begun. */
function latestStart({ date_start, date_end, date_precision }: Comparable): string {
	if (date_precision === "day") return date_start;
	return date_end ?? (date_precision === "week" ? addDays(date_start, 6) : endOf("month", date_start));
}

function distanceBetween(a: Comparable, b: Comparable): number | null {
	const [from, to] = [coordinates(a), coordinates(b)];
	return from === null || to === null ? null : geodesicKm(from, to);
}

const coordinates = ({ lat, lon }: Comparable): Point | null => (lat === null || lon === null ? null : [lon, lat]);

function placeOf(
	a: Comparable,
	b: Comparable,
	distance_km: number | null,
	mostKm: number,
): IncidentPair["place"] | null {
	if (distance_km !== null) return distance_km <= mostKm ? "near" : null;
	const isOnePlace =
		(a.crossing_id !== null && a.crossing_id === b.crossing_id) ||
		(a.place !== null && b.place !== null && nameKey(a.place) === nameKey(b.place));
	if (isOnePlace) return "one_place";
	const isOneProvince =
		(a.af_province !== null && a.af_province === b.af_province) ||
		(a.ir_province !== null && a.ir_province === b.ir_province);
	return a.place === null && b.place === null && isOneProvince ? "one_province" : null;
}

/** What a pair is scored by. */
export const pairFeatures = ["distance", "days", "type", "sides"] as const;
export type PairFeature = (typeof pairFeatures)[number];

/** How much each feature counts: any numbers of 0 or more. */
export type PairWeights = Readonly<Record<PairFeature, number>>;

/** A pair with how well it fits. */
export interface ScoredPair<Row extends Comparable = Comparable> extends IncidentPair<Row> {
	/** 1: alike in all that is known of both; 0: at the edge of both windows, with another type and other sides. */
	readonly score: number;
	/** 0 (alike) to 1 (unlike), by feature; `null` where it is not known of both, and then it does not count. */
	readonly misfits: Readonly<Record<PairFeature, number | null>>;
}

/** Event types that reports of one event may be coded as, from fine to coarse: the type, its family, all. */
const families: readonly (readonly IncidentKind[])[] = [
	[
		"crossing_captured",
		"armed_clash",
		"cross_border_fire",
		"incursion",
		"shooting_of_civilians",
		"smuggling_clash",
		"armed_group_attack",
		"detention",
	],
	["closure", "infrastructure_dispute"],
];

/**
 * Scores pairs, best first, as meltt does (Donnay et al., Journal of Conflict Resolution 63, 2019): windows of space and time
 * decide which pairs are candidates, and the weighted mean of the misfits of each feature, from fine to coarse levels,
 * ranks them. Distance and days count as shares of their windows.
 */
export function scoredPairs<Row extends Comparable>(
	pairs: readonly IncidentPair<Row>[],
	weights: PairWeights = { distance: 1, days: 1, type: 1, sides: 1 },
	{ km, days: mostDays }: PairWindows = usualWindows,
): ScoredPair<Row>[] {
	const scored = pairs.map((pair): ScoredPair<Row> => {
		const { incident, other, days, distance_km, place } = pair;
		const misfits = {
			distance: place === "one_place" ? 0 : place === "one_province" ? 1 : shareOf(distance_km ?? 0, km),
			days: shareOf(days, mostDays),
			type: typeMisfit(incident.kind, other.kind),
			sides: sidesMisfit(incident, other),
		};
		const known = pairFeatures.flatMap((feature) => {
			const misfit = misfits[feature];
			return misfit === null ? [] : [{ misfit, weight: weights[feature] }];
		});
		const total = known.reduce((sum, { weight }) => sum + weight, 0);
		const misfit = known.reduce((sum, each) => sum + each.misfit * each.weight, 0);
		return { ...pair, misfits, score: total === 0 ? 0 : 1 - misfit / total };
	});
	const idsOf = ({ incident, other }: ScoredPair<Row>) => `${incident.incident_id} ${other.incident_id}`;
	return scored.sort((a, b) => b.score - a.score || (idsOf(a) < idsOf(b) ? -1 : 1));
}

const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : Math.min(1, part / whole));

function typeMisfit(a: IncidentKind, b: IncidentKind): number {
	if (a === b) return 0;
	return families.some((family) => family.includes(a) && family.includes(b)) ? 0.5 : 1;
}

/** Share of the sides named that have no counterpart; `null` where one names none. */
function sidesMisfit(a: Comparable, b: Comparable): number | null {
	const [fewer = [], more = []] = [a, b]
		.map(({ side_a, side_b }) => [side_a, side_b].flatMap((side) => (side === null ? [] : [nameKey(side)])))
		.sort((x, y) => x.length - y.length);
	if (fewer.length === 0) return null;
	const matched = fewer.filter((side) => more.some((each) => each.includes(side) || side.includes(each)));
	return 1 - matched.length / fewer.length;
}

/** Pairs, best first, in which no incident is in two: each time the best of those that are left. */
export function oneToOne<Row extends Comparable>(scored: readonly ScoredPair<Row>[]): ScoredPair<Row>[] {
	const taken = new Set<Row>();
	return scored.filter(({ incident, other }) => {
		if (taken.has(incident) || taken.has(other)) return false;
		taken.add(incident).add(other);
		return true;
	});
}

/** How many pairs there are with other windows. */
export interface WindowCount extends PairWindows {
	readonly pairs: number;
	/** Pairs in which no incident is in two. */
	readonly one_to_one: number;
}

/** How the list varies with its windows: half, the same, twice and four times the km, and none, the same, twice and four times the days. */
export function windowCounts<Row extends Comparable>(
	incidents: readonly Row[],
	others: readonly Row[] | null,
	{ km, days }: PairWindows = usualWindows,
	weights?: PairWeights,
): WindowCount[] {
	const widest = incidentPairs(incidents, others, { km: km * 4, days: days * 4 });
	return [0.5, 1, 2, 4].flatMap((byKm) =>
		[0, 1, 2, 4].map((byDays): WindowCount => {
			const windows = { km: km * byKm, days: days * byDays };
			const within = widest.filter(
				(pair) => pair.days <= windows.days && (pair.place !== "near" || (pair.distance_km ?? 0) <= windows.km),
			);
			const scored = scoredPairs(within, weights, windows);
			return { ...windows, pairs: within.length, one_to_one: oneToOne(scored).length };
		}),
	);
}
