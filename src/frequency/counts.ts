import { daysBetween, endOf, type Period, periods, periodsBetween } from "../calendar.js";
import type { Dossier, Incident } from "../records.js";
import { garwood } from "../statistics/poisson.js";
import { type DatePolicy, datePolicies, spreadOver } from "./date-policy.js";
import { type LeftOut, selectIncidents } from "./selection.js";

/** What incidents may be grouped by: a column of `incidents.csv` with a closed word list. */
export const groupings = ["kind", "date_precision", "geo_precision"] as const;
export type Grouping = (typeof groupings)[number];

/** One period of one group. */
export interface CountRow {
	/** First day of the period. */
	readonly period: string;
	/** Last day of the period. */
	readonly period_end: string;
	/** The group's word; `null` where nothing is grouped. */
	readonly group: string | null;
	/** Incidents; a fraction where dates are spread. */
	readonly count: number;
	/** Garwood limits of the count, 95 %. */
	readonly low: number;
	readonly high: number;
	/** Days of the period that lie in the observed window: fewer than all in a part-period. */
	readonly days_observed: number;
	readonly is_part: boolean;
}

/** Counts over time: one date index, every period of the observed window, no period × group twice. */
export interface Counts {
	readonly by: Period;
	readonly dates: DatePolicy;
	readonly groups: readonly (string | null)[];
	readonly rows: readonly CountRow[];
	/** Incidents counted; the counts of the rows add up to it. */
	readonly n: number;
	/** Incidents not counted, by reason; with `n` they make all incidents of the dossier. */
	readonly left_out: readonly LeftOut[];
}

/** What to count and how. */
export interface CountOptions {
	/** Length of a period. */
	readonly by: Period;
	/** Count each group apart; every group of the incidents counted gets every period. */
	readonly group?: Grouping;
	/** Which incidents to count; the others are left out as `not_asked_for`. */
	readonly where?: (incident: Incident) => boolean;
	/** Where an incident of several days or a vague date is counted; by default on its first day. */
	readonly dates?: DatePolicy;
}

/**
 * Counts incidents of the Afghan–Iran frontier over the observed window, zeros included. Tallies over
 * months, incidents that face Pakistan and those outside the window are left out and named.
 *
 * A count is of reported incidents: a zero says that none was reported, not that none happened.
 *
 * @throws `unknown period: fortnight`, `unknown grouping: side`, `unknown date policy: random`
 */
export function countIncidents(dossier: Dossier, options: CountOptions): Counts {
	const { by, group, where, dates = "start" } = options;
	if (!periods.includes(by)) throw new RangeError(`unknown period: ${by}`);
	if (group !== undefined && !groupings.includes(group)) throw new RangeError(`unknown grouping: ${group}`);
	if (!datePolicies.includes(dates)) throw new RangeError(`unknown date policy: ${dates}`);
	const { observed_from: from, observed_to: to } = dossier.observation;
	const { incidents, left_out } = selectIncidents(dossier, where);
	const groupOf = (incident: Incident) => (group === undefined ? null : incident[group]);
	const groups = group === undefined ? [null] : [...new Set(incidents.map(groupOf))].sort();
	const starts = periodsBetween(by, from, to);

	const counts = new Map<string, number>();
	for (const incident of incidents)
		for (const { period, weight } of spreadOver(incident, by, dates, dossier.observation)) {
			const key = `${period} ${groupOf(incident)}`;
			counts.set(key, (counts.get(key) ?? 0) + weight);
		}
	const rows = groups.flatMap((name) =>
		starts.map((period): CountRow => {
			const period_end = endOf(by, period);
			const days = daysBetween(period, period_end) + 1;
			const days_observed = daysBetween(period < from ? from : period, period_end > to ? to : period_end) + 1;
			const count = counts.get(`${period} ${name}`) ?? 0;
			return {
				period,
				period_end,
				group: name,
				count,
				...garwood(count),
				days_observed,
				is_part: days_observed < days,
			};
		}),
	);
	return { by, dates, groups, rows, n: incidents.length, left_out };
}
