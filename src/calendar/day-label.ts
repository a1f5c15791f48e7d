const months = "January February March April May June July August September October November December".split(" ");

/**
 * A day in words.
 *
 * @example
 * dayLabel("2021-12-01") // → "1 December 2021"
 */
export function dayLabel(day: string): string {
	return `${Number(day.slice(8, 10))} ${monthLabel(day)}`;
}

/**
 * The month of a day in words.
 *
 * @example
 * monthLabel("2021-12-01") // → "December 2021"
 */
export function monthLabel(day: string): string {
	return `${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}
