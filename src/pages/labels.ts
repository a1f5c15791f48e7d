import { countLabel, dayLabel } from "../charts/parts/labels.js";
import type { IncidentStatus } from "../claims/incident-status.js";
import { radiusKm } from "../location/precision.js";
import {
	borderName,
	type GeoPrecision,
	type Incident,
	type IncidentKind,
	type Region,
	type Stance,
} from "../records/records.js";

/** Event types in the singular. */
export const kindNames: Readonly<Record<IncidentKind, string>> = {
	crossing_captured: "Crossing captured",
	armed_clash: "Armed clash",
	cross_border_fire: "Fire across the border",
	incursion: "Incursion",
	shooting_of_civilians: "Shooting of civilians",
	detention: "Detention",
	closure: "Closure",
	reopening: "Reopening",
	smuggling_clash: "Clash with smugglers",
	infrastructure_dispute: "Dispute over works",
	armed_group_attack: "Attack by an armed group",
	other: "Other event",
};

/** Verification statuses: the verdict on the question whether an incident happened. */
export const statusNames: Readonly<Record<IncidentStatus, string>> = {
	confirmed: "Confirmed",
	refuted: "Refuted",
	announced: "Announced",
	contested: "Contested",
	unresolved: "Unresolved",
	not_asked: "Not asked",
};

/** What a source does with its answer. */
export const stanceNames: Readonly<Record<Stance, string>> = {
	asserts: "says",
	denies: "denies",
	repeats: "repeats",
	corrects: "corrects itself",
};

/** Where an incident was, in as few words as the data allow. */
export function placeName(
	{ place, af_district, ir_county, af_province, ir_province, frontier }: Incident,
	region: Region,
): string {
	const either = (...names: readonly (string | null)[]) => names.filter((name) => name !== null).join(" / ");
	return place ?? (either(af_district, ir_county) || either(af_province, ir_province) || borderName(region, frontier));
}

/** The areas of an incident on either side of the border, finest first; blank where none is named. */
export function areaNames(
	{ af_district, ir_county, af_province, ir_province }: Incident,
	{ sides: [left, right] }: Region,
): string {
	const area = (names: readonly (string | null)[], country: string) => {
		const known = names.filter((name) => name !== null);
		return known.length === 0 ? [] : [`${known.join(", ")} (${country})`];
	};
	return [...area([af_district, af_province], left.country), ...area([ir_county, ir_province], right.country)].join(
		" · ",
	);
}

const precisionNames: Readonly<Record<GeoPrecision, string>> = {
	exact: "a named post or crossing",
	locality: "a named place",
	district: "the district or county",
	province: "the province only, so it has no point on the map",
	border: "the border only, so it has no point on the map",
};

/** How finely the place of an incident is known. */
export function placePrecision(precision: GeoPrecision): string {
	const radius = radiusKm[precision];
	return `Known to ${precisionNames[precision]}${radius === null ? "" : `: within about ${radius} km`}.`;
}

/**
 * Day or days of an incident. One that is known to a week or a month only is given as the span it lies in.
 *
 * @example
 * dateText({ date_start: "2022-05-01", date_end: "2022-05-31", date_precision: "month" }) // → "between 1 May 2022 and 31 May 2022"
 */
export function dateText({
	date_start,
	date_end,
	date_precision,
}: Pick<Incident, "date_start" | "date_end" | "date_precision">): string {
	const first = dayLabel(date_start);
	if (date_precision !== "day")
		return date_end === null ? `from ${first}` : `between ${first} and ${dayLabel(date_end)}`;
	return date_end === null || date_end === date_start ? first : `${first} to ${dayLabel(date_end)}`;
}

/** How well the day of an incident is known. */
export function datePrecision({ date_precision, aggregate }: Pick<Incident, "date_precision" | "aggregate">): string {
	if (aggregate) return "An aggregate report that covers several months. It is excluded from counts of incidents.";
	return date_precision === "day"
		? "The day is known."
		: `The day is not known, only the ${date_precision} in which it lies.`;
}

/** Heading of an incident: event type and place. */
export const incidentName = (incident: Incident, region: Region): string =>
	`${kindNames[incident.kind]}: ${placeName(incident, region)}`;

/**
 * A distance on a page.
 *
 * @example
 * distanceText(0.4) // → "less than 1 km"
 */
export const distanceText = (km: number): string => (km < 1 ? "less than 1 km" : `${Math.round(km)} km`);

/** Days between two incidents in words, with their order. */
export function daysApartText(days: number): string {
	if (days === 0) return "on the same day";
	return `${countLabel(Math.abs(days), "day")} ${days < 0 ? "earlier" : "later"}`;
}

/** Whom the border line is due to, as the last sentence of a page; blank where the data do not say. */
export const creditSentence = ({ border_credit }: { readonly border_credit: string | null }): string =>
	border_credit === null ? "" : ` Border line ${border_credit}.`;
