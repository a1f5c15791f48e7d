/**
 * Days, ISO weeks, months, quarters and years as UTC dates: the only place that does arithmetic on
 * the ISO strings of the records. A day is a calendar day, never an instant; date-times are refused.
 */

import { solarStart } from "./solar-hijri.js";

/**
 * A length of calendar time. Weeks are ISO weeks and start on Monday; `water_year` is that of the Helmand's
 * gauges, from 1 October; `solar_` is the Solar Hijri calendar.
 */
export const periods = [
	"day",
	"week",
	"month",
	"quarter",
	"year",
	"water_year",
	"solar_month",
	"solar_quarter",
	"solar_year",
] as const;
/** One of `periods`. */
export type Period = (typeof periods)[number];

const millisecondsPerDay = 86_400_000;
const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a text is a calendar day that exists, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
	return isoDay.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && fromDayNumber(dayNumber(text)) === text;
}

/**
 * Days since 1 January 1970.
 *
 * @throws `not a day: 2023-13-02` for anything but an ISO date
 * @example
 * dayNumber("1970-01-02") // → 1
 */
export function dayNumber(day: string): number {
	const time = isoDay.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
	if (Number.isNaN(time)) throw new RangeError(`not a day: ${day}`);
	return time / millisecondsPerDay;
}

/**
 * The ISO date of a day number.
 *
 * @example
 * fromDayNumber(18993) // → "2022-01-01"
 */
export function fromDayNumber(number: number): string {
	return new Date(number * millisecondsPerDay).toISOString().slice(0, 10);
}

/**
 * The day `count` days later (earlier where negative).
 *
 * @example
 * addDays("2024-02-28", 2) // → "2024-03-01"
 */
export function addDays(day: string, count: number): string {
	return fromDayNumber(dayNumber(day) + count);
}

/**
 * Days from `from` to `to`; zero for the same day.
 *
 * @example
 * daysBetween("2021-12-01", "2022-01-01") // → 31
 */
export function daysBetween(from: string, to: string): number {
	return dayNumber(to) - dayNumber(from);
}

/**
 * First day of the period that holds `day`.
 *
 * @example
 * startOf("quarter", "2021-12-01") // → "2021-10-01"
 */
export function startOf(period: Period, day: string): string {
	const number = dayNumber(day);
	const year = day.slice(0, 4);
	switch (period) {
		case "day":
			return day;
		case "week":
			// 1 January 1970 was a Thursday: shift so that Monday is the first day.
			return fromDayNumber(number - ((((number + 3) % 7) + 7) % 7));
		case "month":
			return `${day.slice(0, 7)}-01`;
		case "quarter": {
			const month = 3 * Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1;
			return `${year}-${String(month).padStart(2, "0")}-01`;
		}
		case "year":
			return `${year}-01-01`;
		case "water_year":
			return `${Number(year) - (day.slice(5) < "10-01" ? 1 : 0)}-10-01`;
		case "solar_month":
			return fromDayNumber(solarStart(number, 1));
		case "solar_quarter":
			return fromDayNumber(solarStart(number, 3));
		case "solar_year":
			return fromDayNumber(solarStart(number, 12));
		default:
			throw new RangeError(`unknown period: ${period satisfies never} (known: ${periods.join(", ")})`);
	}
}

/**
 * First day of the next period.
 *
 * @example
 * startOfNext("month", "2021-12-15") // → "2022-01-01"
 */
export function startOfNext(period: Period, day: string): string {
	const start = startOf(period, day);
	const longestDays = {
		day: 1,
		week: 7,
		month: 31,
		quarter: 92,
		year: 366,
		water_year: 366,
		solar_month: 31,
		solar_quarter: 93,
		solar_year: 366,
	}[period];
	return startOf(period, addDays(start, longestDays));
}

/** Last day of the period that holds `day`. */
export function endOf(period: Period, day: string): string {
	return addDays(startOfNext(period, day), -1);
}

/**
 * First days of every period that overlaps the days `from` to `to`, both included.
 *
 * @example
 * periodsBetween("month", "2021-11-30", "2022-01-01") // → ["2021-11-01", "2021-12-01", "2022-01-01"]
 */
export function periodsBetween(period: Period, from: string, to: string): string[] {
	const starts: string[] = [];
	for (let start = startOf(period, from); start <= to; start = startOfNext(period, start)) starts.push(start);
	return starts;
}

/**
 * The day itself, or the nearer end of the span where it lies outside.
 *
 * @example
 * clampDay("2021-06-30", "2021-07-01", "2026-06-30") // → "2021-07-01"
 */
export function clampDay(day: string, from: string, to: string): string {
	if (day < from) return from;
	return day > to ? to : day;
}
