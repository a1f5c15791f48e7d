import { isDay } from "../calendar/days.js";
import { decimalOf } from "../load/spreadsheet-forms.js";
import type { BorderCountry } from "./mapping-table.js";

/** A day that the tables can hold: a calendar day of the years 1900 to 2199, or `null`. */
export const dayInRange = (day: string): string | null => (isDay(day) && day > "1900" && day < "2200" ? day : null);

/**
 * The day of a cell that begins with `YYYY-MM-DD` and may go on with a time, or `null`.
 *
 * @example
 * isoDay("2021-12-01 00:00:00.000") // → "2021-12-01"
 */
export const isoDay = (cell: string): string | null =>
	dayInRange(/^(\d{4}-\d{2}-\d{2})([ T][\d:.]*Z?)?$/.exec(cell.trim())?.[1] ?? "");

/** A code such as `1` or `1.0`, as data frames write it, without the zero. */
export const codeOf = (cell: string): string => cell.trim().replace(/\.0$/, "");

/** Degrees between `-most` and `most`, with a point or with a comma that cannot part thousands; else `null`. */
export function degrees(cell: string, most: 90 | 180): number | null {
	const text = cell.trim();
	const number = /^[+-]?\d+,\d+$/.test(text) ? decimalOf(text, -most, most) : text === "" ? null : Number(text);
	return number !== null && Math.abs(number) <= most ? number : null;
}

/** The country of a name in English, where it is one of the two of this border; else `null`. */
export function countryNamed(name: string): BorderCountry | null {
	if (/^afghanistan$/i.test(name.trim())) return "AF";
	return /^(iran|islamic republic of iran)\b/i.test(name.trim()) ? "IR" : null;
}
