import { daysBetween, endOf, isDay } from "../../calendar/days.js";

/** Questions whose categories are days. */
export const dayKeys: readonly string[] = ["other:date", "other:closed_on", "other:reopened_on"];

/** First and last day that an answer allows. */
export interface DaySpanAnswer {
	readonly first: string;
	readonly last: string;
	/** Days from first to last, both counted: 1 for a day. */
	readonly days: number;
}

/**
 * The days that a category names: a day, a month, or two days with a slash between them (ISO 8601).
 *
 * @returns `null` for any other category, such as `before_2022-06-25`
 * @example
 * daysOfAnswer("2024-10-14/2024-10-15") // → { first: "2024-10-14", last: "2024-10-15", days: 2 }
 */
export function daysOfAnswer(category: string): DaySpanAnswer | null {
	if (isDay(category)) return { first: category, last: category, days: 1 };
	const month = `${category}-01`;
	const [first, last] =
		/^\d{4}-\d{2}$/.test(category) && isDay(month) ? [month, endOf("month", month)] : category.split("/");
	if (first === undefined || last === undefined || !isDay(first) || !isDay(last) || last < first) return null;
	return category.split("/").length > 2 ? null : { first, last, days: daysBetween(first, last) + 1 };
}
