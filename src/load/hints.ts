/** What is likely meant by a cell that does not fit, for the reader to confirm: nothing here is taken as read. */

import { fromDayNumber, isDay } from "../calendar/days.js";
import { fromSolarDay } from "../calendar/solar-hijri.js";
import { readDay } from "./spreadsheet-forms.js";
import { unseenIn, withoutUnseen } from "./unseen.js";

const noValue = /^(na|n\/a|#n\/a|nan|null|none|nil|unknown|-|–|—|\?|\.)$/i;
const blankHint = "leave it blank where it is not known";

/**
 * A text with the digits 0 to 9 for Persian, Arabic and full-width ones.
 *
 * @example
 * latinDigits("۱۲٫۵") // → "12.5"
 */
export function latinDigits(cell: string): string {
	return cell
		.normalize("NFKC")
		.replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
		.replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
		.replaceAll("٫", ".")
		.replaceAll("٬", "")
		.replaceAll("−", "-");
}

/** Says that a value is written in other digits or with what nobody sees, and how to write it. */
function plainly(cell: string, value: string): string | undefined {
	const digits = /[\u06f0-\u06f9]/.test(cell) ? "Persian" : /[\u0660-\u0669]/.test(cell) ? "Arabic" : "full-width";
	if (latinDigits(cell) !== cell.normalize("NFC") && /[^ -~]/.test(withoutUnseen(cell)))
		return `written in ${digits} digits; write ${value}`;
	const unseen = unseenIn(cell);
	return unseen === undefined ? undefined : `"${withoutUnseen(cell)}" and ${unseen}; write ${value}`;
}

const iso = (year: number, month: number, day: number) =>
	`${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

/**
 * What is likely meant by a text that is not a day.
 *
 * @example
 * dayHint("01/05/2024") // → "can be 2024-05-01 or 2024-01-05; write YYYY-MM-DD"
 */
export function dayHint(cell: string): string | undefined {
	if (cell.length > 40) return "write YYYY-MM-DD";
	const written = withoutUnseen(latinDigits(cell));
	if (noValue.test(written)) return blankHint;
	if (isDay(written) && written > "1900" && written < "2200") return plainly(cell, written);
	const other = readDay(written);
	if (other) return plainly(cell, other.day) ?? `write ${other.day}`;
	return (
		timeHint(written) ?? serialHint(written) ?? numericHint(written) ?? monthNameHint(written) ?? "write YYYY-MM-DD"
	);
}

function timeHint(written: string): string | undefined {
	const [, day = "", rest] = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d.*))$/.exec(written) ?? [];
	return rest !== undefined && isDay(day) ? `a time has no place in a day; write ${day}` : undefined;
}

/** A day as the number that spreadsheets store: days since 30 December 1899. */
function serialHint(written: string): string | undefined {
	if (!/^[2-7]\d{4}(\.\d+)?$/.test(written)) return undefined;
	const day = fromDayNumber(Math.floor(Number(written)) - 25_569);
	return `a spreadsheet's number of a day? ${Math.floor(Number(written))} is ${day}`;
}

function numericHint(written: string): string | undefined {
	const parts = written.match(/\d+/g)?.map(Number) ?? [];
	if (/^\d{4}[-/.]\d{1,2}$/.test(written))
		return "no day in it; give the first day of the span, and date_precision month";
	if (!/^\d{1,4}([-/. ])\d{1,2}\1\d{1,4}$/.test(written)) return undefined;
	const [a = 0, b = 0, c = 0] = parts;
	const isFirst = a > 31;
	const year = isFirst ? a : c;
	const orders: readonly (readonly [month: number, day: number])[] = isFirst
		? [[b, c]]
		: [
				[b, a],
				[a, b],
			];
	if (year >= 1200 && year < 1500) return solarHint(year, orders);
	const whole = year < 100 ? 2000 + year : year;
	const days = [...new Set(orders.map(([month, day]) => iso(whole, month, day)))].filter(isDay);
	if (whole < 1900 || whole >= 2200) return "not a year of 1900 to 2199; write the Gregorian day";
	if (days.length === 0) return "there is no such day";
	return days.length === 1 ? `write ${days[0]}` : `can be ${days.join(" or ")}; write YYYY-MM-DD`;
}

function solarHint(year: number, orders: readonly (readonly [month: number, day: number])[]): string {
	const days = orders.flatMap(([month, day]) => fromSolarDay({ year, month, day }) ?? []).map(fromDayNumber);
	if (days.length === 0) return "a year of another calendar; write the Gregorian day";
	const [month = 0, day = 0] = orders[0] ?? [];
	return days.length === 1
		? `a Solar Hijri date? ${iso(year, month, day)} is ${days[0]} (Gregorian)`
		: `a Solar Hijri date? it can be ${days.join(" or ")} (Gregorian)`;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** A day with the English name of its month. */
function monthNameHint(written: string): string | undefined {
	const [, d1, m1, y1] = /^(\d{1,2})[- ]([a-z]{3,9})\.?[-, ]+(\d{4}|\d{2})$/i.exec(written) ?? [];
	const [, m2, d2, y2] = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/i.exec(written) ?? [];
	const month = months.indexOf((m1 ?? m2 ?? "").slice(0, 3).toLowerCase()) + 1;
	const year = Number(y1 ?? y2);
	const day = month === 0 ? "" : iso(year < 100 ? 2000 + year : year, month, Number(d1 ?? d2));
	return isDay(day) ? `write ${day}` : undefined;
}

/**
 * What is likely meant by a text that is not a number.
 *
 * @example
 * numberHint("۳۲٫۵") // → "written in Persian digits; write 32.5"
 */
export function numberHint(cell: string): string | undefined {
	const written = withoutUnseen(latinDigits(cell));
	if (noValue.test(written)) return blankHint;
	if (/^-?[1-9]\d{0,2},\d{3}$/.test(written))
		return `can be ${Number(written.replace(",", "."))} or ${written.replace(",", "")}; write a decimal point and no comma`;
	const bare = written
		.replace(/[°º]$/, "")
		.replace(/^\+/, "")
		.replace(/^(-?\d+),(\d+)$/, "$1.$2")
		.replace(/(?<=\d)[ ,'](?=\d{3}(\D|$))/g, "");
	const value = /^-?\d+(\.\d*)?(e[+-]?\d+)?$/i.test(bare) ? Number(bare) : Number.NaN;
	if (!Number.isFinite(value))
		return /[°'′"″NSEW]/.test(written) ? "write degrees as one number, such as 32.5" : undefined;
	const text = String(value === 0 ? 0 : value);
	return plainly(cell, text) ?? `write ${text}`;
}

/** What is likely meant by a text that is not a count. */
export function countHint(cell: string): string | undefined {
	if (cell.length > 40) return undefined;
	if (/^[1-9]\d{0,2}([.,]\d{3})+$/.test(cell)) return `write ${cell.replace(/[.,]/g, "")} if the mark parts thousands`;
	const hint = numberHint(cell);
	return hint !== undefined && /write \d+$|blank/.test(hint) ? hint : undefined;
}

const truths = ["wahr", "vrai", "verdadero", "vero", "waar", "истина", "doğru", "yes", "y", "1", "1.0"];
const untruths = ["falsch", "faux", "falso", "onwaar", "ложь", "yanliş", "yanlış", "no", "n", "0", "0.0"];

/** What is likely meant by a text that is not true or false. */
export function flagHint(cell: string): string | undefined {
	const written = withoutUnseen(latinDigits(cell.slice(0, 40))).toLowerCase();
	if (written === "true" || written === "false") return plainly(cell, written) ?? `write ${written}`;
	if (truths.includes(written)) return "write true";
	return untruths.includes(written) ? "write false" : undefined;
}
