import { isDay } from "../../calendar/days.js";
import { type DatePrecision, datePrecisions, type Incident, type IncidentKind } from "../../records/records.js";
import { alikeTo } from "../possible-duplicates.js";
import type { Cells } from "./draft.js";

/** Incidents that may be the one that is to be added, by the rule of `check --strict` and `match`. */
export function possibleDuplicates(added: Cells, incidents: readonly Incident[]): Incident[] {
	const { incident_id = "", kind, date_start = "", date_precision } = added;
	if (!isDay(date_start)) return [];
	const text = (column: string) => added[column] || null;
	const number = (column: string) => (Number.isFinite(Number(text(column) ?? "none")) ? Number(text(column)) : null);
	const day = text("date_end");
	return alikeTo(
		{
			incident_id,
			kind: kind as IncidentKind,
			date_start,
			date_end: day !== null && isDay(day) ? day : null,
			date_precision: datePrecisions.find((each) => each === date_precision) ?? ("day" satisfies DatePrecision),
			aggregate: added.aggregate === "true",
			place: text("place"),
			af_province: text("af_province"),
			ir_province: text("ir_province"),
			lat: number("lat"),
			lon: number("lon"),
			crossing_id: text("crossing_id"),
			side_a: text("side_a"),
			side_b: text("side_b"),
		},
		incidents,
	);
}
