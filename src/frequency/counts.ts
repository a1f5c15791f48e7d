import { clampDay, daysBetween } from "../calendar/days.js";
import type { Dossier, Frontier, Incident, Observation } from "../records/records.js";
import { garwood } from "../statistics/poisson.js";
import { type DateIndex, dateIndex, type Step } from "./date-index.js";
import { type DatePolicy, datePolicies, spreadOver } from "./date-policy.js";
import { checkCounts } from "./promise.js";
import { type LeftOut, selectIncidents } from "./selection.js";
import { standings } from "./verification-status.js";

/** What incidents may be grouped by: a word of `incidents.csv`, or how sure it is that they happened. */
export const groupings = ["kind", "date_precision", "geo_precision", "frontier", "standing"] as const;
export type Grouping = (typeof groupings)[number];

/** A group for every incident: several words at once, a province, whatever a function can tell. */
export type GroupOf = (incident: Incident) => string | null;

/** One period of one group. */
export interface CountRow {
	/** First day of the period. */
	readonly period: string;
	/** Last day of the period. */
	readonly period_end: string;
	/** The group's word; `null` where nothing is grouped, or where an incident has no word for it. */
	readonly group: string | null;
	/** Incidents; a fraction where dates are spread or incidents weighed. */
	readonly count: number;
	/** Garwood limits of the count, 95 %. */
	readonly low: number;
	readonly high: number;
	/** Days of the period that lie in the observed window: fewer than all in a part-period. */
	readonly days_observed: number;
	readonly is_part: boolean;
}

/** Counts over time: one date index, groups, no period × group twice. */
export interface Counts {
	readonly by: Step;
	readonly spread: DatePolicy;
	readonly window: Pick<Observation, "observed_from" | "observed_to">;
	readonly groups: readonly (string | null)[];
	readonly rows: readonly CountRow[];
	/** Whether every period of the window has a row for every group. */
	readonly is_complete: boolean;
	/** Incidents counted; unless weighed, the counts of the rows add up to it. */
	readonly n: number;
	/** Incidents not counted, by reason; with `n` they make all incidents of the dossier. */
	readonly left_out: readonly LeftOut[];
}

/** What to count and how. */
export interface CountOptions {
	/** Length of a period. */
	readonly by: Step;
	/** Count each group apart: by a word of the table, or by what a function says of an incident. */
	readonly group?: Grouping | GroupOf;
	/** Which incidents to count; the others are left out as `not_asked_for`. */
	readonly where?: (incident: Incident) => boolean;
	/** How much an incident counts, 0 or more; by default 1. */
	readonly weigh?: (incident: Incident) => number;
	/** Where an incident of several days or a vague date is counted; by default on its first day. */
	readonly spread?: DatePolicy;
	/** By default the Afghan–Iran line alone. */
	readonly frontiers?: readonly Frontier[];
}

/**
 * Counts incidents of the Afghan–Iran frontier over the observed window, every period present: `tally`, then
 * `complete`. Tallies over months, incidents that face Pakistan and those outside the window are left out and
 * named.
 *
 * A count is of reported incidents: a zero says that none was reported, not that none happened.
 *
 * @throws `unknown period: fortnight`, `unknown grouping: side`, `unknown date policy: random`,
 *   `weight must be 0 or more: -1`, `not a day: 2021-07-08T09:00` (a date-time is no day)
 */
export function countIncidents(dossier: Dossier, options: CountOptions): Counts {
	return complete(tally(dossier, options));
}

/** The same, with only the periods and groups in which something was counted: `gaps` tells what is missing. */
export function tally(dossier: Dossier, options: CountOptions): Counts {
	const { by, group, where, weigh = () => 1, spread = "start", frontiers } = options;
	const index = dateIndex(by, dossier.observation);
	const groupOf = grouping(dossier, group);
	if (!datePolicies.includes(spread)) throw new RangeError(`unknown date policy: ${spread}`);
	const { incidents, left_out } = selectIncidents(dossier, where, frontiers);
	const groups = group === undefined ? [null] : [...new Set(incidents.map(groupOf))].sort();
	const sums = new Map(groups.map((name) => [name, new Map<string, number>()]));
	for (const incident of incidents) {
		const times = weigh(incident);
		if (!(times >= 0)) throw new RangeError(`weight must be 0 or more: ${times}`);
		const sum = sums.get(groupOf(incident));
		for (const { period, weight } of spreadOver(incident, index, spread, dossier.observation))
			sum?.set(period, (sum.get(period) ?? 0) + weight * times);
	}
	const { observed_from, observed_to } = dossier.observation;
	const window = { observed_from, observed_to };
	const rows = [...sums].flatMap(([name, sum]) =>
		[...sum]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([period, count]) => countRow(index, window, name, period, count)),
	);
	return { by, spread, window, groups, rows, is_complete: false, n: incidents.length, left_out };
}

function grouping(dossier: Dossier, group: CountOptions["group"]): GroupOf {
	if (group === undefined) return () => null;
	if (typeof group === "function") return group;
	if (!groupings.includes(group)) throw new RangeError(`unknown grouping: ${group}`);
	if (group !== "standing") return (incident) => incident[group];
	const standing = standings(dossier);
	return ({ incident_id }) => standing.get(incident_id) ?? null;
}

/**
 * Gives every group a row for every period of the window, zero where it had none; what was there stays.
 * Assumes that the whole window was observed: a zero outside what was searched would be made up.
 *
 * @param groups to be completed, by default those counted; more may be named, none left out
 * @throws `unknown group: closure` for a row of a group that is not named, and whatever breaks the promise
 */
export function complete(counts: Counts, groups: Counts["groups"] = counts.groups): Counts {
	checkCounts({ ...counts, groups });
	const index = dateIndex(counts.by, counts.window);
	const known = new Map(groups.map((group) => [group, new Map<string, CountRow>()]));
	for (const row of counts.rows) known.get(row.group)?.set(row.period, row);
	const rows = [...known].flatMap(([group, own]) =>
		index.starts.map((period) => own.get(period) ?? countRow(index, counts.window, group, period, 0)),
	);
	return { ...counts, groups, rows, is_complete: true };
}

/** A row with its interval and the days of its period that were observed. */
export function countRow(
	index: DateIndex,
	{ observed_from: from, observed_to: to }: Counts["window"],
	group: string | null,
	period: string,
	count: number,
): CountRow {
	const period_end = index.endOf(period);
	const days = daysBetween(period, period_end) + 1;
	const days_observed = daysBetween(clampDay(period, from, to), clampDay(period_end, from, to)) + 1;
	return { period, period_end, group, count, ...garwood(count), days_observed, is_part: days_observed < days };
}
