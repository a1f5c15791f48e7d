import { clampDay, daysBetween } from "../calendar/days.js";
import type { Excluded } from "../records/exclusions.js";
import { knownOption } from "../records/known-option.js";
import type { Dossier, Incident, Observation } from "../records/records.js";
import { type IncidentExclusion, selectIncidents } from "../records/selection.js";
import { intervalLevel } from "../statistics/interval-level.js";
import { garwood } from "../statistics/poisson.js";
import { type DateIndex, dateIndex, type Step } from "./date-index.js";
import { apportion, type DatePolicy, datePolicies } from "./date-policy.js";
import { verificationStatuses } from "./verification-status.js";

/** What incidents can be grouped by: a column of `incidents.csv`, or their verification status. */
export const groupings = [
	"kind",
	"af_province",
	"ir_province",
	"date_precision",
	"geo_precision",
	"frontier",
	"verification_status",
] as const;
/** One of `groupings`. */
export type Grouping = (typeof groupings)[number];

/** A group for every incident, by any rule; `null` where it is not known. */
export type GroupOf = (incident: Incident) => string | null;

/** One period of one group. */
export interface CountRow {
	/** First day of the period. */
	readonly period: string;
	/** Last day of the period. */
	readonly period_end: string;
	/** The group; `null` where nothing is grouped, or where an incident's group is not known. */
	readonly group: string | null;
	/** Incidents; a fraction where dates are apportioned or incidents weighed. */
	readonly count: number;
	/** Garwood limits of the count, 95%. */
	readonly low: number;
	readonly high: number;
	/** Days of the period that lie in the observed window: fewer than all in a part-period. */
	readonly days_observed: number;
	/** Whether only a part of the period lies in the observed window. */
	readonly is_part: boolean;
}

/** Counts over time: one date index, groups, no period × group twice. */
export interface Counts {
	/** Length of a period. */
	readonly by: Step;
	/** Where an incident of several days or a vague date is counted. */
	readonly dates: DatePolicy;
	/** First and last day observed. */
	readonly window: Pick<Observation, "observed_from" | "observed_to">;
	/** Every group that has rows. */
	readonly groups: readonly (string | null)[];
	/** One for each period and group. */
	readonly rows: readonly CountRow[];
	/** Whether every period of the window has a row for every group. */
	readonly is_complete: boolean;
	/** Incidents counted; unless weighed, the counts of the rows add up to it. */
	readonly n: number;
	/** Incidents not counted, by reason; with `n` they make all incidents of the dossier. */
	readonly excluded: readonly Excluded<IncidentExclusion>[];
}

/** What to count and how. */
export interface CountOptions {
	/** Length of a period. */
	readonly by: Step;
	/** Count each group separately: by a column, or by what a function gives for an incident. */
	readonly group?: Grouping | GroupOf;
	/** Which incidents to count; the others are excluded as `filtered_out`. */
	readonly where?: (incident: Incident) => boolean;
	/** How much an incident counts, 0 or more; by default 1. */
	readonly weigh?: (incident: Incident) => number;
	/** Where an incident of several days or a vague date is counted; by default on its first day. */
	readonly dates?: DatePolicy;
	/** Codes of borders; by default this one alone. */
	readonly frontiers?: readonly string[];
}

/**
 * Counts incidents on this border over the observed window, every period present: `tally`, then
 * `complete`. Aggregate reports, incidents on other borders and those outside the window are excluded, by
 * reason.
 *
 * A count is of reported incidents: a zero says that none was reported, not that none happened.
 *
 * @throws `unknown period: fortnight (known: …)`, `unknown grouping: side (known: …)`, `unknown date policy: random (known: …)`,
 *   `weight must be 0 or more: -1`, `not a day: 2021-07-08T09:00` (a date-time is no day)
 * @example
 * countIncidents(dossier, { by: "month" }).rows.slice(0, 3).map(({ count }) => count) // → [2, 0, 1]
 * countIncidents(dossier, { by: "year" }).excluded.find(({ reason }) => reason === "other_border").n // → 1
 */
export function countIncidents(dossier: Dossier, options: CountOptions): Counts {
	return complete(tally(dossier, options));
}

/** The same, with only the periods and groups in which something was counted: `gaps` tells what is missing. */
export function tally(dossier: Dossier, options: CountOptions): Counts {
	const { by, group, where, weigh = () => 1, dates = "start", frontiers } = options;
	const index = dateIndex(by, dossier.observation);
	const groupOf = grouping(dossier, group);
	knownOption("date policy", dates, datePolicies);
	const { incidents, excluded } = selectIncidents(dossier, where, frontiers);
	const groups = group === undefined ? [null] : [...new Set(incidents.map(groupOf))].sort();
	const sums = new Map(groups.map((name) => [name, new Map<string, number>()]));
	for (const incident of incidents) {
		const times = weigh(incident);
		if (!(times >= 0)) throw new RangeError(`weight must be 0 or more: ${times}`);
		const sum = sums.get(groupOf(incident));
		for (const { period, weight } of apportion(incident, index, dates, dossier.observation))
			sum?.set(period, (sum.get(period) ?? 0) + weight * times);
	}
	const { observed_from, observed_to } = dossier.observation;
	const window = { observed_from, observed_to };
	const rows = [...sums].flatMap(([name, sum]) =>
		[...sum]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([period, count]) => countRow(index, window, name, period, count)),
	);
	return { by, dates, window, groups, rows, is_complete: false, n: incidents.length, excluded };
}

function grouping(dossier: Dossier, group: CountOptions["group"]): GroupOf {
	if (group === undefined) return () => null;
	if (typeof group === "function") return group;
	knownOption("grouping", group, groupings);
	if (group !== "verification_status") return (incident) => incident[group];
	const verification_status = verificationStatuses(dossier);
	return ({ incident_id }) => verification_status.get(incident_id) ?? null;
}

/**
 * Gives every group a row for every period of the window, zero where it had none; what was there stays.
 * Assumes that the whole window was observed: a zero outside what was searched would be made up.
 *
 * @param groups to be completed, by default those counted; more may be named, none omitted
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
	return {
		period,
		period_end,
		group,
		count,
		...garwood(count, intervalLevel),
		days_observed,
		is_part: days_observed < days,
	};
}

/**
 * Checks what a table of counts promises: every row stands for a period of its date index and one of its groups,
 * none stands twice, no count is below zero, and a table said to be complete has them all. Every verb checks it,
 * so that rows put together or filtered by hand cannot pass for counts.
 *
 * @throws `not a period of the table: 2021-02-03`, `unknown group: closure`, `row given twice: 2021-02-01 closure`,
 *   `count must be 0 or more: -1`, `counts are not complete`
 */
export function checkCounts({ by, window, groups, rows, is_complete }: Counts): void {
	const starts = dateIndex(by, window).starts;
	const periods = new Set(starts);
	const seen = new Map(groups.map((group) => [group, new Set<string>()]));
	for (const { period, group, count } of rows) {
		if (!periods.has(period)) throw new RangeError(`not a period of the table: ${period}`);
		const own = seen.get(group);
		if (own === undefined) throw new RangeError(`unknown group: ${group}`);
		if (own.has(period)) throw new RangeError(`row given twice: ${period} ${group}`);
		if (!(count >= 0)) throw new RangeError(`count must be 0 or more: ${count}`);
		own.add(period);
	}
	if (is_complete && rows.length !== starts.length * groups.length) throw new RangeError("counts are not complete");
}

/** The same for a verb that reads zeros as zeros: a table that was not completed is refused too. */
export function checkComplete(counts: Counts): void {
	if (!counts.is_complete) throw new RangeError("counts are not complete");
	checkCounts(counts);
}
