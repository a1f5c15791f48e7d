/** The Solar Hijri calendar of Iran and Afghanistan, on day numbers (days since 1 January 1970). */

const millisecondsPerDay = 86_400_000;
const civil = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", {
	timeZone: "UTC",
	year: "numeric",
	month: "numeric",
	day: "numeric",
});

/** A day of the Solar Hijri calendar; months count from 1, Farvardin (Hamal). */
export interface SolarDay {
	readonly year: number;
	readonly month: number;
	readonly day: number;
}

/** Months of the Solar Hijri year, as in Iran and as in Afghanistan. */
export const solarMonths = [
	["Farvardin", "Hamal"],
	["Ordibehesht", "Sawr"],
	["Khordad", "Jawza"],
	["Tir", "Saratan"],
	["Mordad", "Asad"],
	["Shahrivar", "Sunbula"],
	["Mehr", "Mizan"],
	["Aban", "Aqrab"],
	["Azar", "Qaws"],
	["Dey", "Jadi"],
	["Bahman", "Dalw"],
	["Esfand", "Hut"],
] as const;

/**
 * The Solar Hijri date of a day number, by the Unicode calendar `persian`.
 *
 * @example
 * solarDay(18707) // → { year: 1400, month: 1, day: 1 }
 */
export function solarDay(number: number): SolarDay {
	const parts = civil.formatToParts(new Date(number * millisecondsPerDay));
	const part = (name: string) => Number(parts.find(({ type }) => type === name)?.value);
	return { year: part("year"), month: part("month"), day: part("day") };
}

/**
 * Day number of the first day of the Solar Hijri month, quarter or year that holds a day.
 *
 * @param months 1 for a month, 3 for a quarter, 12 for a year
 * @example
 * solarStart(18810, 3) // → 18800
 */
export function solarStart(number: number, months: 1 | 3 | 12): number {
	const { month, day } = solarDay(number);
	const first = month - ((month - 1) % months);
	return number - (day - 1) - (daysBeforeMonth(month) - daysBeforeMonth(first));
}

/** Six months of 31 days, then months of 30; only the last varies, and nothing follows it in its year. */
function daysBeforeMonth(month: number): number {
	return month <= 7 ? 31 * (month - 1) : 186 + 30 * (month - 7);
}

/**
 * Day number of a Solar Hijri date; `null` where there is no such day.
 *
 * @example
 * fromSolarDay({ year: 1400, month: 1, day: 1 }) // → 18707
 */
export function fromSolarDay({ year, month, day }: SolarDay): number | null {
	// The year begins on 20 or 21 March, seldom a day off: the first day of the year that holds 1 June is it.
	const first = solarStart(Date.UTC(year + 621, 5, 1) / millisecondsPerDay, 12);
	const number = first + daysBeforeMonth(month) + day - 1;
	const found = solarDay(number);
	return found.year === year && found.month === month && found.day === day ? number : null;
}
