import { z } from "zod";
import { isDay } from "../calendar/days.js";

/** How the text of one cell becomes a value. */
export interface Cell<T> {
	/** What a blank cell gives; `undefined` where it may not be blank. */
	readonly blank: T | undefined;
	readonly schema: z.ZodType<T>;
}

/** The cells of a table, in the order of its columns. */
export type Fields<Row> = { readonly [K in keyof Row]: Cell<Row[K]> };

/** A cell that must be filled. */
export const needed = <T>(schema: z.ZodType<T>): Cell<T> => ({ blank: undefined, schema });
/** A cell that may be blank, which is `null`. */
export const optional = <T>(schema: z.ZodType<T>): Cell<T | null> => ({ blank: null, schema });

const longestText = 10_000;
const unseenAtEnds = /^[\s\u200b\u2060]|[\s\u200b\u2060]$/u;
// Line breaks and tabs may stand in a text; no XML may hold the others, and so no SVG.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\r(?!\n)/u;
const turnsDirection = /[\u202a-\u202e\u2066-\u2069]/u;

/** Free text: what a reader sees is what is written, so nothing unseen that would alter it. */
export const text = z
	.string()
	.refine((cell) => cell.length <= longestText, `longer than ${longestText} characters`)
	.refine((cell) => !control.test(cell), "holds a control character")
	.refine((cell) => !turnsDirection.test(cell), "holds a character that overrides the direction of writing")
	.refine((cell) => !unseenAtEnds.test(cell), "begins or ends with a space");
/** An id. */
export const id = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,199}$/, "not an id of small letters, digits, - _ .");
/** What a proposition asks, by one word. */
export const key = z.string().regex(/^(other:)?[a-z0-9_]{1,100}$/, "not small letters, digits, _ nor other: with such");
const slug = z.string().regex(/^[a-z0-9][a-z0-9_:./-]{0,199}$/, "not a slug");
/** A calendar day. */
export const day = z.string().refine(isDay, "not a date");
/** A web address. */
export const url = z.string().regex(/^https?:\/\/[^\s<>"\\]+$/u, "not a web address");
/** `true` or `false`. */
export const flag = z.enum(["true", "false"], "not true or false").transform((cell) => cell === "true");
const number = z
	.string()
	.regex(/^(?!-0(\.0+)?$)-?(0|[1-9]\d*)(\.\d+)?$/, "not a number")
	.transform(Number);
/** A number between two bounds, both included. */
export const within = (low: number, high: number) =>
	number.refine((value) => value >= low && value <= high, `not within ${low} to ${high}`);
/** A whole number, zero or more, as it is written: no sign, no leading zero, no more than nine digits. */
export const wholeNumber = /^(0|[1-9]\d{0,8})$/;
/** A count. */
export const count = z.string().regex(wholeNumber, "not a whole number below 1000000000").transform(Number);
/** ISO 3166-1 alpha-2. */
export const country = z.string().regex(/^[A-Z]{2}$/, "not a country code of two capitals");
/** One of a closed list of words. */
export const word = <const W extends readonly [string, ...string[]]>(words: W): z.ZodType<W[number]> =>
	z.enum(words, `not one of ${words.join(", ")}`) as unknown as z.ZodType<W[number]>;

/** Words joined by `|`; none where blank. */
export const list: Cell<readonly string[]> = {
	blank: [],
	schema: text
		.transform((cell) => cell.split("|"))
		.refine((words) => words.every((each) => each !== "" && each.trim() === each), "not words joined by |"),
};

/** Countries joined by `|`, at least one. */
export const countries: Cell<readonly string[]> = {
	blank: undefined,
	schema: list.schema.refine(
		(codes) => codes.every((code) => country.safeParse(code).success),
		"not country codes of two capitals joined by |",
	),
};

/** Ids joined by `|`, none twice; none where blank. */
export const slugs: Cell<readonly string[]> = {
	blank: [],
	schema: z
		.string()
		.transform((cell) => cell.split("|"))
		.refine((words) => words.every((each) => slug.safeParse(each).success), "not slugs joined by |")
		.refine((words) => new Set(words).size === words.length, "a category twice"),
};
