import { isDay } from "../calendar/days.js";

/** A day written in another order, and the name of that order. */
export interface OtherDay {
	readonly day: string;
	readonly form: string;
}

const padded = (year: string, month: string, day: string) =>
	`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
const inRange = (day: string): boolean => isDay(day) && day > "1900" && day < "2200";

/**
 * A day written with the year first, or with points between day, month and year: nobody reads these in two ways.
 *
 * @returns `null` for every other text, such as `01/05/2024`, which can be two days
 * @example
 * readDay("01.05.2024") // → { day: "2024-05-01", form: "with dates as DD.MM.YYYY" }
 */
export function readDay(cell: string): OtherDay | null {
	if (cell.length > 10) return null;
	const points = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(cell);
	if (points) {
		const day = padded(points[3] as string, points[2] as string, points[1] as string);
		return inRange(day) ? { day, form: "with dates as DD.MM.YYYY" } : null;
	}
	const first = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(cell);
	if (!first) return null;
	const day = padded(first[1] as string, first[3] as string, first[4] as string);
	const form = first[2] === "-" ? "with dates as YYYY-M-D" : `with dates as YYYY${first[2]}MM${first[2]}DD`;
	return inRange(day) ? { day, form } : null;
}

/**
 * A number with a decimal comma, where the comma cannot part thousands.
 *
 * @param low,high bounds of the column: a reading outside them is not meant
 * @returns `null` where the text is no such number or can be two
 * @example
 * decimalOf("32,5", -90, 90) // → 32.5
 */
export function decimalOf(cell: string, low: number, high: number): number | null {
	if (!/^-?(0|[1-9]\d*),\d+$/.test(cell)) return null;
	const value = Number(cell.replace(",", "."));
	if (Object.is(value, -0)) return null;
	const grouped = /^-?[1-9]\d{0,2},\d{3}$/.test(cell) ? Number(cell.replace(",", "")) : null;
	return grouped !== null && grouped >= low && grouped <= high ? null : value;
}
