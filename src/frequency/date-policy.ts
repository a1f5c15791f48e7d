import { addDays, clampDay, daysBetween, endOf } from "../calendar/days.js";
import type { Incident, Observation } from "../records/records.js";
import type { DateIndex } from "./date-index.js";

/**
 * Where an incident is counted that took several days, or whose day is known to a week or month only.
 *
 * - `start`: whole, on its first day.
 * - `apportioned`: a date known to a week or a month is apportioned evenly over its days, as expected counts; an incident whose days
 *   are known is counted on its first.
 * - `every_day`: every incident is apportioned evenly over all its days.
 *
 * In all three each incident weighs 1 in sum. Where the last day is not known, a week is taken for seven days and
 * a month for the rest of its month.
 */
export const datePolicies = ["start", "apportioned", "every_day"] as const;
export type DatePolicy = (typeof datePolicies)[number];

/** How much of an incident falls in a period. */
export interface Share {
	/** First day of the period. */
	readonly period: string;
	/** Part of the incident, above 0 and at most 1. */
	readonly weight: number;
}

/** The periods that an incident is counted in; days outside the observed window get none of it. */
export function apportion(
	incident: Pick<Incident, "date_start" | "date_end" | "date_precision">,
	index: DateIndex,
	policy: DatePolicy,
	{ observed_to }: Pick<Observation, "observed_to">,
): Share[] {
	const { date_start: first, date_precision } = incident;
	const isApportioned = policy === "every_day" || (policy === "apportioned" && date_precision !== "day");
	const last = isApportioned ? clampDay(lastDay(incident), first, observed_to) : first;
	const days = last === first ? 1 : daysBetween(first, last) + 1;
	const shares: Share[] = [];
	for (let day = first, left = days; left > 0; ) {
		const period = index.startOf(day);
		const within = left === 1 ? 1 : Math.min(left, daysBetween(day, index.endOf(period)) + 1);
		shares.push({ period, weight: within / days });
		left -= within;
		if (left > 0) day = addDays(day, within);
	}
	return shares;
}

function lastDay({ date_start, date_end, date_precision }: Parameters<typeof apportion>[0]): string {
	if (date_end !== null || date_precision === "day") return date_end ?? date_start;
	return date_precision === "week" ? addDays(date_start, 6) : endOf("month", date_start);
}
