import type { IncidentKind, Stretch } from "../records/records.js";
import type { Interval } from "../statistics/poisson.js";
import { wilson } from "../statistics/share-interval.js";
import { assignSegments } from "./areas.js";
import type { LocatedIncident } from "./incidents.js";

/** Incidents of one kind on one border segment; `segment_id` is `null` for those that cannot be assigned to one. */
export interface KindOnSegment {
	/** `null` for incidents that are assigned to no segment. */
	readonly segment_id: string | null;
	readonly kind: IncidentKind;
	/** Incidents. */
	readonly n: number;
}

/**
 * Kinds by segments: every pair of a kind and a segment that occur, zeros among them. The counts add up to all incidents.
 *
 * @example
 * countKindsBySegment(locateIncidents(dossier).incidents, dossier.stretches, 443.654).reduce((sum, { n }) => sum + n, 0) // → 4
 */
export function countKindsBySegment(
	incidents: readonly LocatedIncident[],
	stretches: readonly Stretch[],
	border_length_km: number,
): KindOnSegment[] {
	const assigned = assignSegments(incidents, stretches, border_length_km);
	const kinds = [...new Set(incidents.map(({ kind }) => kind))].sort();
	return inOrder(assigned, stretches).flatMap((segment_id) =>
		kinds.map((kind) => ({
			segment_id,
			kind,
			n: incidents.filter((each, index) => each.kind === kind && assigned[index] === segment_id).length,
		})),
	);
}

/** Share of a year's incidents that one border segment has, or several together, with Wilson's limits, 95%. */
export interface SegmentShare extends Interval {
	readonly year: string;
	/** `other_segments` are those with fewer incidents than asked for, together. */
	readonly group: "segment" | "other_segments" | "not_assigned";
	/** `null` unless the group is one segment. */
	readonly segment_id: string | null;
	/** Incidents of the group. */
	readonly n: number;
	/** Incidents of the year on the whole line, with or without a segment. */
	readonly of: number;
	/** `n / of`, with Wilson's limits, 0 to 1. */
	readonly share: number;
}

/**
 * Share by segment for each year, of all incidents of the year: those that cannot be assigned to a single segment
 * are a group of their own, so that the shares of a year add up to 1. A year without incidents has no rows.
 *
 * @param options `minimum`: segments with fewer incidents in all years are put together; 1 by default
 * @example
 * sharesByYear(locateIncidents(dossier).incidents, dossier.stretches, 443.654)[0] // → { year: "2022", segment_id: "upper-one", n: 2, of: 4, share: 0.50 }
 */
export function sharesByYear(
	incidents: readonly LocatedIncident[],
	stretches: readonly Stretch[],
	border_length_km: number,
	{ minimum = 1 }: { readonly minimum?: number } = {},
): SegmentShare[] {
	const assigned = assignSegments(incidents, stretches, border_length_km);
	const years = incidents.map(({ date_start }) => date_start.slice(0, 4));
	const ids = inOrder(assigned, stretches).filter((id) => id !== null);
	const many = ids.filter((id) => assigned.filter((each) => each === id).length >= minimum);
	const groups = [
		...many.map((id) => ({ group: "segment" as const, segment_id: id, has: (each: string | null) => each === id })),
		{
			group: "other_segments" as const,
			segment_id: null,
			has: (each: string | null) => each !== null && !many.includes(each),
		},
		{ group: "not_assigned" as const, segment_id: null, has: (each: string | null) => each === null },
	].filter(({ has }) => assigned.some(has));
	return groups.flatMap(({ group, segment_id, has }) =>
		[...new Set(years)].sort().map((year) => {
			const of = years.filter((each) => each === year).length;
			const n = assigned.filter((each, index) => has(each) && years[index] === year).length;
			return { year, group, segment_id, n, of, share: n / of, ...wilson(n, of, 0.95) };
		}),
	);
}

/** The segments that occur, north to south, then the incidents without one. */
function inOrder(assigned: readonly (string | null)[], stretches: readonly Stretch[]): (string | null)[] {
	const there = stretches.map(({ stretch_id }) => stretch_id).filter((id) => assigned.includes(id));
	return assigned.includes(null) ? [...there, null] : there;
}
