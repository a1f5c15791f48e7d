import { dayNumber, daysBetween, fromDayNumber } from "../calendar/days.js";
import type { Excluded } from "../records/exclusions.js";
import type { Dossier, Incident, Observation } from "../records/records.js";
import { type IncidentExclusion, selectIncidents } from "../records/selection.js";
import { longestGapTail } from "../statistics/spacings.js";

/** Days from one incident to the next. */
export interface IntervalRow {
	readonly from: string;
	readonly to: string;
	readonly days: number;
}

/** The days between incidents, and how likely the longest gap is at one constant rate. */
export interface Intervals {
	/** In the order of time. */
	readonly rows: readonly IntervalRow[];
	/** Incidents whose day is known, in the order of time. */
	readonly n: number;
	readonly incidents: readonly Incident[];
	/** `null` where there is no interval. */
	readonly mean_days: number | null;
	/** The longest gap without an incident whose day is known, the ends of the window included. */
	readonly longest: IntervalRow;
	/** Probability of a gap at least that long at one constant rate. */
	readonly longest_p: number;
	readonly window: Pick<Observation, "observed_from" | "observed_to">;
	readonly excluded: readonly Excluded<IncidentExclusion | "day_not_known">[];
}

/**
 * Days between incidents whose day is known; two on one day are 0 apart. Those dated to a week or a month are
 * excluded, so a long gap may hold one of them.
 *
 * The constant rate assumes independent incidents and equal source coverage on every day.
 *
 * @example
 * daysBetweenIncidents(dossier).rows.map(({ days }) => days) // → [10, 44]
 */
export function daysBetweenIncidents(dossier: Dossier, where?: (incident: Incident) => boolean): Intervals {
	const { observed_from: from, observed_to: to } = dossier.observation;
	const { incidents, excluded } = selectIncidents(dossier, where);
	const known = incidents
		.filter(({ date_precision }) => date_precision === "day")
		.sort((a, b) => inOrder(a.date_start, b.date_start) || inOrder(a.incident_id, b.incident_id));
	const days = known.map(({ date_start }) => dayNumber(date_start));
	const rows = days.slice(1).map((day, index) => apart(days[index] ?? day, day));
	const edges = [dayNumber(from), ...days, dayNumber(to)];
	const longest = edges
		.slice(1)
		.map((day, index) => apart(edges[index] ?? day, day))
		.reduce((best, row) => (row.days > best.days ? row : best));
	const vague = incidents.length - known.length;
	return {
		rows,
		n: known.length,
		incidents: known,
		mean_days: rows.length === 0 ? null : rows.reduce((sum, row) => sum + row.days, 0) / rows.length,
		longest,
		longest_p: longestGapTail(known.length, longest.days / Math.max(1, daysBetween(from, to))),
		window: { observed_from: from, observed_to: to },
		excluded: vague === 0 ? excluded : [...excluded, { reason: "day_not_known", n: vague }],
	};
}

/** ISO days are in the order of their letters. */
const inOrder = (a: string, b: string) => (a < b ? -1 : Number(a > b));

function apart(from: number, to: number): IntervalRow {
	return { from: fromDayNumber(from), to: fromDayNumber(to), days: to - from };
}
