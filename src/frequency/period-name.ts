import { addDays, dayNumber, type Period } from "../calendar/days.js";
import { solarDay } from "../calendar/solar-hijri.js";
import type { Step } from "./date-index.js";

/**
 * A period's name, as its calendar writes it: `2021-W48` (ISO 8601), `2021-12`, `2021-Q4`, `2021`, `1400-09`,
 * `1400-Q3`, `1400`; a water year has the name of the year in which it ends. A day, and a number of days, go by
 * their first day.
 *
 * @param start first day of the period
 * @example
 * periodName("week", "2020-12-28") // → "2020-W53"
 * periodName("solar_month", "2021-03-21") // → "1400-01"
 */
export function periodName(by: Step, start: string): string {
	const [year = "", month = ""] = start.split("-");
	switch (by as Period) {
		case "week":
			return weekName(start);
		case "month":
			return `${year}-${month}`;
		case "quarter":
			return `${year}-Q${(Number(month) + 2) / 3}`;
		case "year":
			return year;
		case "water_year":
			return String(Number(year) + 1);
		case "solar_month":
		case "solar_quarter":
		case "solar_year":
			return solarName(by as Period, start);
		default:
			return start;
	}
}

/** The year of an ISO week is that of its Thursday. */
function weekName(monday: string): string {
	const thursday = addDays(monday, 3);
	const year = thursday.slice(0, 4);
	const week = 1 + Math.floor((dayNumber(thursday) - dayNumber(`${year}-01-01`)) / 7);
	return `${year}-W${String(week).padStart(2, "0")}`;
}

function solarName(by: Period, start: string): string {
	const { year, month } = solarDay(dayNumber(start));
	if (by === "solar_year") return String(year);
	return by === "solar_quarter" ? `${year}-Q${(month + 2) / 3}` : `${year}-${String(month).padStart(2, "0")}`;
}
