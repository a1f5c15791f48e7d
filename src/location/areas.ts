import { addDays, daysBetween, periodsBetween } from "../calendar/days.js";
import type { Observation, Region, RegionSide, Stretch } from "../records/records.js";
import { dispersion as dispersionOf } from "../statistics/dispersion.js";
import { overdispersed } from "../statistics/overdispersed.js";
import { garwood, type Interval } from "../statistics/poisson.js";
import type { LocatedIncident } from "./incidents.js";
import { finestKm } from "./precision.js";

/** How many incidents name one province, with the Garwood limits of the count, 95%; `province` is `null` where none is named on that side. */
export interface ProvinceCount extends Interval {
	/** Code of the side: one of the sides of the region. */
	readonly country: string;
	/** `null` for incidents whose province is not known. */
	readonly province: string | null;
	/** Incidents; `low` and `high` are Garwood limits of it, 95%. */
	readonly n: number;
}

/**
 * Incidents by province, once for each side of the border: most incidents name one on either side, so the
 * two columns count the same incidents twice and each adds up to all of them.
 *
 * @example
 * countByProvince(locateIncidents(dossier).incidents, dossier.region)[0] // → { country: "AF", province: "Northland", n: 4 }
 */
export function countByProvince(
	incidents: readonly LocatedIncident[],
	{ sides: [left, right] }: Pick<Region, "sides">,
): ProvinceCount[] {
	const count = ({ code: country }: RegionSide, of: (incident: LocatedIncident) => string | null) => {
		const provinces = incidents.map(of);
		return [...new Set(provinces)]
			.sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
			.map((province) => {
				const n = provinces.filter((each) => each === province).length;
				return { country, province, n, ...garwood(n) };
			});
	};
	return [...count(left, ({ af_province }) => af_province), ...count(right, ({ ir_province }) => ir_province)];
}

/** Incidents of one border segment, for its length. */
export interface SegmentCount {
	readonly segment_id: string;
	readonly af_district: string;
	readonly ir_county: string;
	/** Kilometres of border. */
	readonly length_km: number;
	/** Incidents. */
	readonly n: number;
	/** Incidents per 100 km of border. */
	readonly per_100_km: number;
	/** Garwood limits of the rate, 95%, if incidents are independent. */
	readonly low: number;
	readonly high: number;
	/** The same limits allowing for clustering: counts vary `dispersion` times as much as Poisson's. */
	readonly overdispersed_low: number;
	readonly overdispersed_high: number;
	/** As many incidents as asked for, or more: fewer allow no comparison. */
	readonly can_be_compared: boolean;
}

/** Incidents by border segment, and those that cannot be assigned to a single one. */
export interface SegmentCounts {
	readonly segments: readonly SegmentCount[];
	/** Placed no finer than a district that borders on several counties, or no finer than a province. */
	readonly not_assigned: number;
}

/** Segments with fewer incidents are not compared. */
export const minimumPerSegment = 5;

/**
 * The border segment of each incident, by id, in the order given; `null` where it cannot be assigned. An incident
 * belongs to a segment where its district and county name one; or where its district or county, alone, has one
 * segment only, no shorter than the place is uncertain; or where its point is known to `finestKm` and lies nearest
 * to that segment's share of the line.
 */
export function assignSegments(
	incidents: readonly LocatedIncident[],
	stretches: readonly Stretch[],
	border_length_km: number,
): (string | null)[] {
	return incidents.map((incident) => segmentOf(incident, stretches, border_length_km)?.stretch_id ?? null);
}

/**
 * Counts incidents by border segment, as `assignSegments` says; the rest is not assigned.
 *
 * @param options `minimum` incidents for a comparison, 5 by default; `dispersion` of the counts, 1 by default (see
 *   `segmentDispersion`)
 * @example
 * countBySegment(locateIncidents(dossier).incidents, dossier.stretches, 443.654).segments.map(({ n }) => n) // → [2, 1, 0]
 */
export function countBySegment(
	incidents: readonly LocatedIncident[],
	stretches: readonly Stretch[],
	border_length_km: number,
	{ minimum = minimumPerSegment, dispersion = 1 }: { readonly minimum?: number; readonly dispersion?: number } = {},
): SegmentCounts {
	const assigned = assignSegments(incidents, stretches, border_length_km);
	return {
		segments: stretches.map(({ stretch_id: segment_id, af_district, ir_county, length_km }) => {
			const n = assigned.filter((each) => each === segment_id).length;
			const scale = 100 / length_km;
			const { low, high } = garwood(n);
			const clustered = overdispersed(n, dispersion);
			return {
				segment_id,
				af_district,
				ir_county,
				length_km,
				n,
				per_100_km: n * scale,
				low: low * scale,
				high: high * scale,
				overdispersed_low: clustered.low * scale,
				overdispersed_high: clustered.high * scale,
				can_be_compared: n >= minimum,
			};
		}),
		not_assigned: assigned.filter((each) => each === null).length,
	};
}

/**
 * How many times more than Poisson's the monthly counts of a border segment vary: Σ (count − expected)² / expected
 * over its degrees of freedom, added up over the segments that have an incident. 1 where incidents are independent
 * and a segment's rate is constant; above it where they cluster in time or the rate changes. 1 where it cannot be
 * estimated.
 */
export function segmentDispersion(
	incidents: readonly LocatedIncident[],
	stretches: readonly Stretch[],
	border_length_km: number,
	{ observed_from, observed_to }: Pick<Observation, "observed_from" | "observed_to">,
): number {
	const assigned = assignSegments(incidents, stretches, border_length_km);
	const months = periodsBetween("month", observed_from, observed_to);
	if (months.length < 2) return 1;
	const days = months.map((month, index) => {
		const from = month < observed_from ? observed_from : month;
		return daysBetween(from, months[index + 1] ?? addDays(observed_to, 1));
	});
	const tests = [...new Set(assigned.filter((id) => id !== null))].map((id) => {
		const own = incidents.filter((_, index) => assigned[index] === id).map(({ date_start }) => date_start.slice(0, 7));
		return dispersionOf(
			months.map((month) => own.filter((each) => each === month.slice(0, 7)).length),
			days,
		);
	});
	const degrees = tests.reduce((sum, test) => sum + test.degrees, 0);
	return degrees === 0 ? 1 : tests.reduce((sum, { statistic }) => sum + statistic, 0) / degrees;
}

function segmentOf(
	{ af_district, ir_county, radius_km, chainage_km }: LocatedIncident,
	stretches: readonly Stretch[],
	border_length_km: number,
): Stretch | null {
	const fits = stretches.filter(
		(each) =>
			(af_district !== null || ir_county !== null) &&
			(af_district === null || each.af_district === af_district) &&
			(ir_county === null || each.ir_county === ir_county),
	);
	const [only] = fits.length === 1 ? fits : [];
	// "Zabol border" is more than the half kilometre at which that county touches the line.
	const isLongEnough = only !== undefined && only.length_km >= (radius_km ?? Number.POSITIVE_INFINITY);
	if (only && (isLongEnough || (af_district !== null && ir_county !== null))) return only;
	if (chainage_km === null || radius_km === null || radius_km > finestKm) return null;
	// The segments' lengths were measured along another drawing of the line: scale them to this one.
	const total = stretches.reduce((sum, { length_km }) => sum + length_km, 0);
	let end = 0;
	for (const each of stretches) {
		end += (each.length_km * border_length_km) / total;
		if (chainage_km <= end) return each;
	}
	return stretches.at(-1) ?? null;
}
