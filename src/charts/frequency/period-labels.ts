import { dayNumber, endOf, type Period } from "../../calendar/days.js";
import { solarDay, solarMonths } from "../../calendar/solar-hijri.js";
import type { Step } from "../../frequency/date-index.js";
import { dayLabel, monthLabel } from "../parts/labels.js";

/** The word for a period, singular and plural. */
export interface PeriodNoun {
	readonly one: string;
	readonly many: string;
}

/**
 * What a length of time is called in a sentence.
 *
 * @example
 * periodNoun("14 days").many // → "periods of 14 days"
 */
export function periodNoun(by: Step): PeriodNoun {
	if (/^\d+ days$/.test(by)) return { one: `period of ${by}`, many: `periods of ${by}` };
	const one = by.replace("_", " ").replace("solar", "Solar Hijri");
	return { one, many: `${one}s` };
}

/**
 * A period in a sentence, so that it can follow "in" or stand alone.
 *
 * @param start first day of the period
 * @example
 * periodInWords("week", "2023-05-22") // → "the week of 22 May 2023"
 * periodInWords("quarter", "2021-07-01") // → "July to September 2021"
 * periodInWords("solar_month", "2023-05-22") // → "Khordad/Jawza 1402"
 */
export function periodInWords(by: Step, start: string): string {
	const { year, month } = solarDay(dayNumber(start));
	switch (by as Period) {
		case "day":
			return dayLabel(start);
		case "week":
			return `the week of ${dayLabel(start)}`;
		case "month":
			return monthLabel(start);
		case "quarter":
			return `${monthLabel(start).slice(0, -5)} to ${monthLabel(endOf("quarter", start))}`;
		case "year":
			return start.slice(0, 4);
		case "water_year":
			return `${monthLabel(start)} to ${monthLabel(endOf("water_year", start))}`;
		case "solar_month":
			return `${solarMonths[month - 1]?.join("/")} ${year}`;
		case "solar_quarter":
			return `quarter ${(month + 2) / 3} of ${year} (Solar Hijri)`;
		case "solar_year":
			return `${year} (Solar Hijri)`;
		default:
			return `the ${by} from ${dayLabel(start)}`;
	}
}

/** "in May 2023", "on 22 May 2023". */
export const inPeriod = (by: Step, start: string): string =>
	`${by === "day" ? "on" : "in"} ${periodInWords(by, start)}`;
