import { daysBetween, isDay } from "../../calendar/days.js";
import { nameKey } from "../../location/name-key.js";
import type { Incident } from "../../records/records.js";
import { mostDays } from "../possible-duplicates.js";
import type { Cells } from "./draft.js";

/**
 * Incidents that may be the one that is to be added: of the same kind, at the same crossing, point or place by any
 * spelling, and beginning at most three days before or after it.
 */
export function possibleDuplicates(added: Cells, incidents: readonly Incident[]): Incident[] {
	const { incident_id, kind, date_start = "" } = added;
	if (!isDay(date_start)) return [];
	return incidents.filter(
		(known) =>
			known.incident_id !== incident_id &&
			known.kind === kind &&
			Math.abs(daysBetween(known.date_start, date_start)) <= mostDays &&
			isSamePlace(added, known),
	);
}

function isSamePlace(added: Cells, known: Incident): boolean {
	const place = nameKey(added.place ?? "");
	return (
		(known.crossing_id !== null && known.crossing_id === added.crossing_id) ||
		(known.lat !== null &&
			known.lat === Number(added.lat || Number.NaN) &&
			known.lon === Number(added.lon || Number.NaN)) ||
		(place !== "" && place === nameKey(known.place ?? "")) ||
		// Without a place on either side, the province is all there is to compare.
		(place === "" && known.place === null && isSameProvince(added, known))
	);
}

const isSameProvince = (added: Cells, known: Incident): boolean =>
	(known.af_province !== null && known.af_province === added.af_province) ||
	(known.ir_province !== null && known.ir_province === added.ir_province);
