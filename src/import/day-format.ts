import { fromDayNumber, isDay } from "../calendar/days.js";
import { fromSolarDay, solarMonths } from "../calendar/solar-hijri.js";
import { latinDigits } from "../load/hints.js";

/** Calendars in which a day can be written. */
export const calendars = ["gregorian", "solar_hijri"] as const;
/** One of `calendars`. */
export type Calendar = (typeof calendars)[number];

/** A day, or the month where no day is written. */
export interface WrittenDay {
	readonly first: string;
	/** Last day of the month; the same as `first` for a day. */
	readonly last: string;
}

/** Reads a cell; `null` where it is not written in the format, or is no day of its calendar. */
export type ReadDay = (cell: string) => WrittenDay | null;

const englishMonths = [
	"January February March April May June July August September October November December".split(" "),
] as const;

/** Names of the twelve months, any spelling of each. */
const monthNames: Readonly<Record<Calendar, readonly (readonly string[])[]>> = {
	gregorian: englishMonths[0].map((name) => [name]),
	solar_hijri: solarMonths,
};

/** What a letter of a format matches. */
const tokens: Readonly<Record<string, string>> = {
	yyyy: "(?<year>\\d{4})",
	MMMM: "(?<name>\\p{L}+)",
	MMM: "(?<short>\\p{L}{3,4})\\.?",
	MM: "(?<month>\\d{2})",
	M: "(?<month>\\d{1,2})",
	dd: "(?<day>\\d{2})",
	d: "(?<day>\\d{1,2})",
	HH: "\\d{2}",
	H: "\\d{1,2}",
	mm: "\\d{2}",
	ss: "\\d{2}(?:\\.\\d+)?",
};

/** Days from 30 December 1899, from which spreadsheets count, to 1 January 1970. */
const serialOfEpoch = 25_569;

/**
 * A reader of days in one stated format: `yyyy`, `MM` or `M`, `MMM` or `MMMM` for names, `dd` or `d`, and `HH`, `mm`,
 * `ss`, whose values are not used; all else stands for itself. Without a day it reads months. `excel` reads the number of
 * a day in a spreadsheet (its 1900 system). Digits may be Persian or Arabic. Nothing is guessed: a cell in another
 * format gives `null`.
 *
 * @param calendar `solar_hijri`: year, month and day are those of Iran and Afghanistan
 * @throws RangeError that says what the format lacks
 * @example
 * dayReader("d/M/yyyy")("5/1/2024") // → { first: "2024-01-05", last: "2024-01-05" }
 * dayReader("yyyy/MM/dd", "solar_hijri")("۱۴۰۰/۰۱/۰۱")?.first // → "2021-03-21"
 */
export function dayReader(format: string, calendar: Calendar = "gregorian"): ReadDay {
	if (format === "excel") return readSerial;
	const parts = format.match(/yyyy|M{1,4}|d{1,2}|HH?|mm|ss|[^A-Za-z]+|[A-Za-z]/g) ?? [];
	let pattern = "";
	for (const part of parts) {
		const token = Object.hasOwn(tokens, part) ? tokens[part] : undefined;
		if (token === undefined && /[A-Za-z]/.test(part) && part !== "T")
			throw new RangeError(`no part of a day: ${part} (known: ${Object.keys(tokens).join(", ")}, or excel alone)`);
		pattern += token ?? part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replace(/\s+/g, "\\s+");
	}
	const has = (name: string) => pattern.includes(`?<${name}>`);
	if (!has("year")) throw new RangeError("has no year: write yyyy");
	if (!has("month") && !has("name") && !has("short")) throw new RangeError("has no month: write MM, M, MMM or MMMM");
	let whole: RegExp;
	try {
		whole = new RegExp(`^${pattern}$`, "u");
	} catch {
		throw new RangeError("names a part of the day twice");
	}
	return (cell) => {
		const found = whole.exec(cell.length > 60 ? "" : latinDigits(cell).trim())?.groups;
		if (found === undefined) return null;
		const month = monthOf(found, calendar);
		const year = Number(found.year);
		if (month === null) return null;
		if (found.day !== undefined) return within(dayOf(year, month, Number(found.day), calendar));
		const first = dayOf(year, month, 1, calendar);
		const next = dayOf(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1, calendar);
		return first === null || next === null ? null : within(first, next - 1);
	};
}

function monthOf(found: Readonly<Record<string, string | undefined>>, calendar: Calendar): number | null {
	if (found.month !== undefined) return Number(found.month);
	const written = (found.name ?? found.short ?? "").toLowerCase();
	// An abbreviation that fits two months is none.
	const fits = monthNames[calendar].flatMap((names, index) => {
		const isIt = names.some((name) =>
			found.name !== undefined ? name.toLowerCase() === written : name.toLowerCase().startsWith(written),
		);
		return isIt ? [index + 1] : [];
	});
	return fits.length === 1 ? (fits[0] as number) : null;
}

function dayOf(year: number, month: number, day: number, calendar: Calendar): number | null {
	if (month < 1 || month > 12) return null;
	if (calendar === "solar_hijri") return year < 1200 || year > 1600 ? null : fromSolarDay({ year, month, day });
	const iso = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
	return isDay(iso) ? Date.parse(iso) / 86_400_000 : null;
}

/** A span whose days the tables can hold. */
function within(first: number | null, last = first): WrittenDay | null {
	if (first === null || last === null) return null;
	const span = { first: fromDayNumber(first), last: fromDayNumber(last) };
	return span.first > "1900" && span.last < "2200" ? span : null;
}

const readSerial: ReadDay = (cell) => {
	const written = latinDigits(cell).trim();
	if (!/^\d{1,6}(\.\d+)?$/.test(written)) return null;
	// Below 61 the count of spreadsheets has a 29 February 1900, which there was not.
	const serial = Math.floor(Number(written));
	return serial < 61 ? null : within(serial - serialOfEpoch);
};
