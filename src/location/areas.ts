import type { Stretch } from "../records/records.js";
import { garwood } from "../statistics/poisson.js";
import type { LocatedIncident } from "./incidents.js";

/** How many incidents are told of one province; `province` is `null` where none is named on that side. */
export interface ProvinceCount {
	readonly country: "AF" | "IR";
	readonly province: string | null;
	readonly n: number;
}

/**
 * Incidents by province, once for each side of the border: most incidents name one on either side, so the
 * two columns count the same incidents twice and each adds up to all of them.
 */
export function countByProvince(incidents: readonly LocatedIncident[]): ProvinceCount[] {
	const count = (country: "AF" | "IR", of: (incident: LocatedIncident) => string | null) => {
		const provinces = incidents.map(of);
		return [...new Set(provinces)]
			.sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
			.map((province) => ({ country, province, n: provinces.filter((each) => each === province).length }));
	};
	return [...count("AF", ({ af_province }) => af_province), ...count("IR", ({ ir_province }) => ir_province)];
}

/** Incidents of one stretch of border, for its length. */
export interface SegmentCount {
	readonly stretch_id: string;
	readonly af_district: string;
	readonly ir_county: string;
	readonly length_km: number;
	readonly n: number;
	readonly per_100_km: number;
	/** Garwood limits of the rate, 95 %. */
	readonly low: number;
	readonly high: number;
	/** Five incidents or more: fewer bear no comparison. */
	readonly can_be_compared: boolean;
}

/** Incidents by stretch, and those that no single stretch can be told for. */
export interface SegmentCounts {
	readonly stretches: readonly SegmentCount[];
	/** Placed no finer than a district that faces several counties, or no finer than a province. */
	readonly not_assigned: number;
}

const fewest = 5;

/**
 * The stretch of border that each incident is told of, by id, in the order given; `null` where it cannot be
 * told. An incident belongs to a stretch where its district and county name one; or where its district or
 * county, alone, has one stretch only, no shorter than the place is uncertain; or where its point is known to
 * 5 km and lies nearest to that stretch's share of the line.
 */
export function assignSegments(
	incidents: readonly LocatedIncident[],
	stretches: readonly Stretch[],
	border_length_km: number,
): (string | null)[] {
	return incidents.map((incident) => stretchOf(incident, stretches, border_length_km)?.stretch_id ?? null);
}

/** Counts incidents by the stretch of border they are told of, as `assignSegments` says; the rest is not assigned. */
export function countBySegment(
	incidents: readonly LocatedIncident[],
	stretches: readonly Stretch[],
	border_length_km: number,
): SegmentCounts {
	const assigned = assignSegments(incidents, stretches, border_length_km);
	return {
		stretches: stretches.map(({ stretch_id, af_district, ir_county, length_km }) => {
			const n = assigned.filter((each) => each === stretch_id).length;
			const scale = 100 / length_km;
			const { low, high } = garwood(n);
			return {
				stretch_id,
				af_district,
				ir_county,
				length_km,
				n,
				per_100_km: n * scale,
				low: low * scale,
				high: high * scale,
				can_be_compared: n >= fewest,
			};
		}),
		not_assigned: assigned.filter((each) => each === null).length,
	};
}

function stretchOf(
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
	if (chainage_km === null || radius_km === null || radius_km > 5) return null;
	// The stretches' lengths were measured along another drawing of the line: scale them to this one.
	const total = stretches.reduce((sum, { length_km }) => sum + length_km, 0);
	let end = 0;
	for (const each of stretches) {
		end += (each.length_km * border_length_km) / total;
		if (chainage_km <= end) return each;
	}
	return stretches.at(-1) ?? null;
}
