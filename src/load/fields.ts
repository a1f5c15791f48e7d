import { z } from "zod";
import { isDay } from "../calendar.js";
import {
	alignments,
	type Claim,
	type Crossing,
	claimBases,
	datePrecisions,
	favoured,
	frontiers,
	geoPrecisions,
	type Incident,
	type Interest,
	incidentKinds,
	type Observation,
	type Proposition,
	propositionTypes,
	readings,
	type Source,
	type Stretch,
	sourceKinds,
	stances,
	type VerdictBasis,
	verdictConfidences,
	verdictStatuses,
} from "../records.js";
import type { TextTable } from "./csv.js";
import type { Problem } from "./problem.js";

/** How the text of one cell becomes a value. */
interface Cell<T> {
	/** What a blank cell gives; `undefined` where it may not be blank. */
	readonly blank: T | undefined;
	readonly schema: z.ZodType<T>;
}

type Fields<Row> = { readonly [K in keyof Row]: Cell<Row[K]> };

const needed = <T>(schema: z.ZodType<T>): Cell<T> => ({ blank: undefined, schema });
const optional = <T>(schema: z.ZodType<T>): Cell<T | null> => ({ blank: null, schema });

const text = z.string().refine((cell) => cell.trim() === cell, "begins or ends with a space");
const slug = z.string().regex(/^[\p{Ll}\p{N}][\p{Ll}\p{N}_:./-]*$/u, "not an id of small letters, digits, - _ . : /");
const day = z.string().refine(isDay, "not a date");
const url = z.string().regex(/^https?:\/\/\S+$/u, "not a web address");
const flag = z.enum(["true", "false"], "not true or false").transform((cell) => cell === "true");
const number = z
	.string()
	.regex(/^-?\d+(\.\d+)?$/, "not a number")
	.transform(Number);
const within = (low: number, high: number) =>
	number.refine((value) => value >= low && value <= high, `not within ${low} to ${high}`);
const count = z
	.string()
	.regex(/^\d{1,9}$/, "not a whole number")
	.transform(Number);
const country = z.string().regex(/^[A-Z]{2}$/, "not a country code of two capitals");
const word = <const W extends readonly [string, ...string[]]>(words: W): z.ZodType<W[number]> =>
	z.enum(words, `not one of ${words.join(", ")}`) as unknown as z.ZodType<W[number]>;

/** A row whose answers are still text: what they must be depends on the proposition. */
export type WithTextAnswer<Row, Key extends keyof Row> = Omit<Row, Key> & Readonly<Record<Key, string | null>>;
export type TextProposition = WithTextAnswer<Proposition, "verdict_value">;
export type TextClaim = WithTextAnswer<Claim, "value">;
export type TextInterest = Omit<Interest, "value"> & { readonly value: string };

const sources: Fields<Source> = {
	source_id: needed(slug),
	name: needed(text),
	kind: needed(word(sourceKinds)),
	country: optional(country),
	alignment: needed(word(alignments)),
	parent_id: optional(slug),
	collective: needed(flag),
	url: optional(url),
	note: optional(text),
};

const incidents: Fields<Incident> = {
	incident_id: needed(slug),
	date_start: needed(day),
	date_end: optional(day),
	date_precision: needed(word(datePrecisions)),
	kind: needed(word(incidentKinds)),
	frontier: needed(word(frontiers)),
	aggregate: needed(flag),
	place: optional(text),
	af_province: optional(text),
	af_district: optional(text),
	ir_province: optional(text),
	ir_county: optional(text),
	lat: optional(within(-90, 90)),
	lon: optional(within(-180, 180)),
	geo_precision: needed(word(geoPrecisions)),
	crossing_id: optional(slug),
	side_a: optional(text),
	side_b: optional(text),
	summary: needed(text),
};

const propositions: Fields<TextProposition> = {
	proposition_id: needed(slug),
	incident_id: needed(slug),
	key: needed(slug),
	text: needed(text),
	type: needed(word(propositionTypes)),
	categories: {
		blank: [],
		schema: z
			.string()
			.transform((cell) => cell.split("|"))
			.refine((slugs) => slugs.every((each) => slug.safeParse(each).success), "not slugs joined by |")
			.refine((slugs) => new Set(slugs).size === slugs.length, "a category twice"),
	},
	verdict_status: needed(word(verdictStatuses)),
	verdict_value: optional(text),
	verdict_confidence: optional(word(verdictConfidences)),
	verdict_basis: optional(text),
	verdict_decided_on: optional(day),
};

const claims: Fields<TextClaim> = {
	claim_id: needed(slug),
	proposition_id: needed(slug),
	source_id: needed(slug),
	reported_by: optional(slug),
	via_source_id: optional(slug),
	stance: needed(word(stances)),
	value: optional(text),
	value_min: optional(count),
	value_max: optional(count),
	published_on: optional(day),
	basis: needed(word(claimBases)),
	url: optional(url),
	read: needed(word(readings)),
	note: optional(text),
};

const verdict_basis: Fields<VerdictBasis> = { proposition_id: needed(slug), claim_id: needed(slug) };

const interests: Fields<TextInterest> = {
	proposition_id: needed(slug),
	value: needed(text),
	favours: needed(word(favoured)),
};

const crossings: Fields<Crossing> = {
	crossing_id: needed(slug),
	name: needed(text),
	af_name: needed(text),
	ir_name: needed(text),
	af_province: needed(text),
	ir_province: needed(text),
	lat: needed(within(-90, 90)),
	lon: needed(within(-180, 180)),
	note: optional(text),
};

const stretches: Fields<Stretch> = {
	stretch_id: needed(slug),
	af_province: needed(text),
	af_district: needed(text),
	ir_province: needed(text),
	ir_county: needed(text),
	length_km: needed(within(0, 10_000)),
	mid_lat: needed(within(-90, 90)),
	mid_lon: needed(within(-180, 180)),
};

const observation: Fields<Observation> = {
	observed_from: needed(day),
	observed_to: needed(day),
	note: optional(text),
};

/** Every table of a data folder, by file stem, with its columns in the order of the file. */
export const tables = {
	sources,
	incidents,
	propositions,
	claims,
	verdict_basis,
	interests,
	crossings,
	stretches,
	observation,
};
export type TableName = keyof typeof tables;

/** The row that a table's fields give. */
export type RowOf<Name extends TableName> = (typeof tables)[Name] extends Fields<infer Row> ? Row : never;

/** A row and the line of the file it starts on. */
export interface Located<Row> {
	readonly line: number;
	readonly row: Row;
}

/**
 * Turns the text cells of a table into values. A row with a cell that does not fit is set aside, and
 * every such cell is reported.
 */
export function readFields<Name extends TableName>(
	name: Name,
	table: TextTable,
): { rows: Located<RowOf<Name>>[]; problems: Problem[] } {
	const file = `${name}.csv`;
	const fields = Object.entries(tables[name]) as [string, Cell<unknown>][];
	const rows: Located<RowOf<Name>>[] = [];
	const problems: Problem[] = [];
	for (const textRow of table.rows) {
		const values: Record<string, unknown> = {};
		const before = problems.length;
		for (const [column, cell] of fields) {
			const { value, reason } = readCell(textRow.cells[column], cell);
			if (reason === undefined) values[column] = value;
			else problems.push({ file, line: textRow.line, column, reason, value: textRow.cells[column] || null });
		}
		if (problems.length === before) rows.push({ line: textRow.line, row: values as unknown as RowOf<Name> });
	}
	return { rows, problems };
}

function readCell(written: string | undefined, cell: Cell<unknown>): { value?: unknown; reason?: string } {
	// A missing column is reported once, for the header, and not again for every row.
	if (written === undefined) return { value: cell.blank ?? null };
	if (written === "") return cell.blank === undefined ? { reason: "must not be blank" } : { value: cell.blank };
	const result = cell.schema.safeParse(written);
	return result.success ? { value: result.data } : { reason: result.error.issues[0]?.message ?? "does not fit" };
}
