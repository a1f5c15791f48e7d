import { isDay } from "../calendar/days.js";
import { countHint, dayHint, flagHint, numberHint } from "./hints.js";
import { decimalOf, readDay } from "./spreadsheet-forms.js";
import { unseenIn } from "./unseen.js";

/** Why a text is not the value that is asked for, and what is likely meant. */
export class Misfit {
	constructor(
		readonly reason: string,
		readonly hint: () => string | undefined = () => undefined,
	) {}
}

/** A value that is written in another form than the codebook's, but in no doubt; `form` names it. */
export class OtherForm<T> {
	constructor(
		readonly value: T,
		readonly form: string,
	) {}
}

/** Turns the text of a filled cell into its value. */
export type Check<T> = (text: string) => T | OtherForm<T> | Misfit;

/** How the text of one cell becomes a value. */
export interface Cell<T> {
	/** What a blank cell gives; `undefined` where it may not be blank. */
	readonly blank: T | undefined;
	readonly check: Check<T>;
}

/** The cells of a table, in the order of its columns. */
export type Fields<Row> = { readonly [K in keyof Row]: Cell<Row[K]> };

/** A cell that must be filled. */
export const needed = <T>(check: Check<T>): Cell<T> => ({ blank: undefined, check });
/** A cell that may be blank, which is `null`. */
export const optional = <T>(check: Check<T>): Cell<T | null> => ({ blank: null, check });

/** A text has at most so many characters; longer cells are looked at no further. */
const longestText = 10_000;
const tooLong = new Misfit(`longer than ${longestText} characters`);
const unseenAtEnds = /^[\s\u200b\u2060\ufeff]|[\s\u200b\u2060\ufeff]$/;
// Line breaks and tabs may stand in a text; no XML may hold the others, and so no SVG.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\r(?!\n)/;
const turnsDirection = /[\u202a-\u202e\u2066-\u2069]/;
// One look finds whether any of the slower ones is needed.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unusual = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffd-\uffff]/;
const spreadsheetError = /^#(REF!|NAME\?|VALUE!|N\/A|DIV\/0!|NULL!|NUM!|SPILL!|#+)$/;

/** Free text: what a reader sees is what is written, so nothing unseen that would alter it. */
export const text: Check<string> = (cell) => {
	if (cell.length > longestText) return tooLong;
	if (unseenAtEnds.test(cell)) return new Misfit("begins or ends with a space", () => unseenIn(cell));
	if (cell.charCodeAt(0) === numberSign && spreadsheetError.test(cell)) return new Misfit("an error of a spreadsheet");
	if (!unusual.test(cell)) return cell;
	if (control.test(cell)) return new Misfit("holds a control character");
	if (turnsDirection.test(cell)) return new Misfit("holds a character that overrides the direction of writing");
	if (cell.includes("\ufffd")) return new Misfit("holds U+FFFD, which stands for letters lost when a file was saved");
	return cell;
};
const numberSign = 0x23;

/** A text that matches a pattern, which no text longer than a cell is tried on. */
const matching =
	(pattern: RegExp, reason: string): Check<string> =>
	(cell) => {
		if (cell.length > longestText) return tooLong;
		return pattern.test(cell) ? cell : new Misfit(reason, () => unseenIn(cell));
	};

/** An id. */
export const id = matching(/^[a-z0-9][a-z0-9._-]{0,199}$/, "not an id of small letters, digits, - _ .");
/** What a proposition asks, by one word. */
export const key = matching(/^(other:)?[a-z0-9_]{1,100}$/, "not small letters, digits, _ nor other: with such");
const slug = /^[a-z0-9][a-z0-9_:./-]{0,199}$/;
/** A web address. */
export const url = matching(/^https?:\/\/[^\s<>"\\]+$/, "not a web address");

/** A SHA-256. */
export const hash = matching(/^[0-9a-f]{64}$/, "not a SHA-256 of 64 small hexadecimal digits");

/** A calendar day of the years 1900 to 2199; an earlier year is most likely one of another calendar. */
export const day: Check<string> = (cell) => {
	if (cell.length <= 40 && isDay(cell) && cell > "1900" && cell < "2200") return cell;
	const other = readDay(cell);
	return other === null ? new Misfit("not a date", () => dayHint(cell)) : new OtherForm(other.day, other.form);
};

const flags: Readonly<Record<string, boolean>> = {
	true: true,
	TRUE: true,
	True: true,
	false: false,
	FALSE: false,
	False: false,
};
/** `true` or `false`, in capitals too, as spreadsheets write them. */
export const flag: Check<boolean> = (cell) => {
	const value = Object.hasOwn(flags, cell) ? flags[cell] : undefined;
	if (value === undefined) return new Misfit("not true or false", () => flagHint(cell));
	return cell === `${value}` ? value : new OtherForm(value, "with TRUE and FALSE in capitals");
};
/** The answer to a question, still as text: what it must be depends on the question. */
export const answerText: Check<string> = (cell) => {
	const value = Object.hasOwn(flags, cell) ? `${flags[cell]}` : cell;
	return value === cell ? text(cell) : new OtherForm(value, "with TRUE and FALSE in capitals");
};

const decimal = /^(?!-0(\.0+)?$)-?(0|[1-9]\d*)(\.\d+)?$/;
/** A number between two bounds, both included. */
export const within =
	(low: number, high: number): Check<number> =>
	(cell) => {
		if (cell.length > 40) return new Misfit("not a number");
		const isPlain = decimal.test(cell);
		const value = isPlain ? Number(cell) : decimalOf(cell, low, high);
		if (value === null) return new Misfit("not a number", () => numberHint(cell));
		if (value < low || value > high) return new Misfit(`not within ${low} to ${high}`);
		return isPlain ? value : new OtherForm(value, "with decimal commas");
	};
/** A whole number, zero or more, as it is written: no sign, no leading zero, no more than nine digits. */
const wholeNumber = /^(0|[1-9]\d{0,8})(\.0)?$/;
/** The number that a text such as `12` stands for, or `12.0`, as data frames write it; `null` where it is no count. */
export const countOf = (cell: string): number | null => (wholeNumber.test(cell) ? Number(cell) : null);
/** What is said of a text that is no count. */
export const notACount = "not a whole number below 1000000000";
/** A count. */
export const count: Check<number> = (cell) => countOf(cell) ?? new Misfit(notACount, () => countHint(cell));

const countryCode = /^[A-Z]{2}$/;
/** ISO 3166-1 alpha-2. */
export const country = matching(countryCode, "not a country code of two capitals");
/** One of a closed list of words. */
export function word<const W extends readonly [string, ...string[]]>(words: W): Check<W[number]> {
	const known = new Map(words.map((each) => [each, each]));
	const reason = `not one of ${words.join(", ")}`;
	return (cell) => known.get(cell) ?? new Misfit(reason, () => unseenIn(cell));
}

/** Words joined by `|`; none where blank. */
export const list: Cell<readonly string[]> = { blank: [], check: joined };

function joined(cell: string): readonly string[] | Misfit {
	const whole = text(cell);
	if (whole instanceof Misfit) return whole;
	const words = cell.split("|");
	return words.every((each) => each !== "" && each.trim() === each) ? words : new Misfit("not words joined by |");
}

/** Countries joined by `|`, at least one. */
export const countries: Cell<readonly string[]> = {
	blank: undefined,
	check: (cell) => {
		const codes = joined(cell);
		if (codes instanceof Misfit || codes.every((code) => countryCode.test(code))) return codes;
		return new Misfit("not country codes of two capitals joined by |");
	},
};

/** Ids joined by `|`, none twice; none where blank. */
export const slugs: Cell<readonly string[]> = {
	blank: [],
	check: (cell) => {
		if (cell.length > longestText) return tooLong;
		const words = cell.split("|");
		if (!words.every((each) => slug.test(each))) return new Misfit("not slugs joined by |", () => unseenIn(cell));
		return new Set(words).size === words.length ? words : new Misfit("a category twice");
	},
};
