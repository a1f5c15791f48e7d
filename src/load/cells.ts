import { z } from "zod";
import { isDay } from "../calendar.js";

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

/** Free text. */
export const text = z.string().refine((cell) => cell.trim() === cell, "begins or ends with a space");
/** An id. */
export const slug = z
	.string()
	.regex(/^[\p{Ll}\p{N}][\p{Ll}\p{N}_:./-]*$/u, "not an id of small letters, digits, - _ . : /");
/** A calendar day. */
export const day = z.string().refine(isDay, "not a date");
/** A web address. */
export const url = z.string().regex(/^https?:\/\/\S+$/u, "not a web address");
/** `true` or `false`. */
export const flag = z.enum(["true", "false"], "not true or false").transform((cell) => cell === "true");
const number = z
	.string()
	.regex(/^-?\d+(\.\d+)?$/, "not a number")
	.transform(Number);
/** A number between two bounds, both included. */
export const within = (low: number, high: number) =>
	number.refine((value) => value >= low && value <= high, `not within ${low} to ${high}`);
/** A whole number, zero or more. */
export const count = z
	.string()
	.regex(/^\d{1,9}$/, "not a whole number")
	.transform(Number);
/** ISO 3166-1 alpha-2. */
export const country = z.string().regex(/^[A-Z]{2}$/, "not a country code of two capitals");
/** One of a closed list of words. */
export const word = <const W extends readonly [string, ...string[]]>(words: W): z.ZodType<W[number]> =>
	z.enum(words, `not one of ${words.join(", ")}`) as unknown as z.ZodType<W[number]>;

/** Words joined by `|`; none where blank. */
export const list: Cell<readonly string[]> = {
	blank: [],
	schema: z
		.string()
		.transform((cell) => cell.split("|"))
		.refine((words) => words.every((each) => each !== "" && each.trim() === each), "not words joined by |"),
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
