import { basename } from "node:path";
import { readAs } from "../load/alike.js";
import { plainText } from "../load/encoding.js";
import { readInput } from "../load/input.js";
import { visible } from "../load/problem.js";
import { didYouMean } from "../records/nearest.js";
import { datePrecisions, geoPrecisions, incidentKinds, sourceKinds } from "../records/records.js";
import { type Calendar, calendars, dayReader, type ReadDay } from "./day-format.js";
import { ImportError } from "./importer.js";

/** What a column of another table can be. */
export const fieldNames = [
	"id",
	"date",
	"last_day",
	"date_precision",
	"kind",
	"place",
	"town",
	"country",
	"lat",
	"lon",
	"geo_precision",
	"af_province",
	"af_district",
	"ir_province",
	"ir_county",
	"side_a",
	"side_b",
	"summary",
	"source",
	"citation",
	"source_kind",
	"reported_by",
	"published_on",
	"url",
] as const;
/** One of `fieldNames`. */
export type FieldName = (typeof fieldNames)[number];

/** Fields that hold a day. */
const dayFields = ["date", "last_day", "published_on"] as const satisfies readonly FieldName[];
/** A precision of the day that is read from the days themselves: the span in which the day lies. */
export const spanPrecision = "span";
/** Fields whose cells are words of the tables, or are turned into them by `values`. */
export const wordFields = {
	kind: incidentKinds,
	date_precision: [...datePrecisions, spanPrecision],
	geo_precision: geoPrecisions,
	source_kind: sourceKinds,
	country: null,
} as const satisfies Partial<Record<FieldName, readonly string[] | null>>;

/** Where a field comes from. */
export interface FieldMap {
	/** A column of the file; `null` where one value holds for all rows. */
	readonly column: string | null;
	readonly value: string | null;
	/** What is meant by a cell, by its text in small letters; `null` drops the row; `*` stands for all others. */
	readonly values: ReadonlyMap<string, string | null> | null;
	readonly read: ReadDay | null;
	/** As written in the mapping, for messages. */
	readonly format: string | null;
}

/** A number that sources report, such as people killed. */
export interface NumberMap {
	/** A key of propositions.csv, such as `killed_total`. */
	readonly key: string;
	/** The question. */
	readonly text: string;
	readonly column: string;
	readonly low: string | null;
	readonly high: string | null;
}

/** A mapping that was checked. */
export interface Mapping {
	/** Name of its file, for messages. */
	readonly file: string;
	readonly sheet: string | null;
	readonly decimal: "." | ",";
	readonly fields: Readonly<Partial<Record<FieldName, FieldMap>>>;
	readonly numbers: readonly NumberMap[];
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = Readonly<Record<string, Json>>;

const isObject = (json: Json | undefined): json is JsonObject =>
	typeof json === "object" && json !== null && !Array.isArray(json);

/** Gathers what is wrong with a mapping, by the path of the place. */
class Problems {
	readonly list: string[] = [];

	add(path: string, what: string): void {
		this.list.push(`${path === "" ? "" : `${path}: `}${what}`);
	}

	/** Keys that nobody reads. */
	unknownKeys(path: string, json: JsonObject, known: readonly string[]): void {
		for (const key of Object.keys(json))
			if (!known.includes(key))
				this.add(path, `unknown key: ${visible(key)}${didYouMean(key, known) || ` (known: ${known.join(", ")})`}`);
	}

	/** A text that is not blank; `null` where it is something else, which is a problem. */
	text(path: string, json: Json | undefined): string | null {
		if (typeof json === "string" && json.trim() !== "") return json;
		this.add(path, json === "" ? "is blank: fill it in, or delete the key" : "must be a text that is not blank");
		return null;
	}
}

/**
 * Reads a mapping file.
 *
 * @throws ImportError with everything that is wrong in it
 */
export function readMapping(file: string): Mapping {
	const name = basename(file);
	const input = readInput("", file);
	if (input.bytes === null) throw new ImportError(`${file}: ${input.reason}`);
	const text = plainText(input.bytes);
	if (text.bytes === null) throw new ImportError(`${name}: ${text.error.reason}`);
	let json: Json;
	try {
		json = JSON.parse(text.bytes.toString("utf8")) as Json;
	} catch (error) {
		throw new ImportError(`${name}: not JSON: ${visible((error as Error).message)}`);
	}
	return checkMapping(json, name);
}

/**
 * Checks a mapping, as `data/import/mapping.schema.json` has it, and what a schema cannot say: formats of days, fields
 * that need one another.
 *
 * @throws ImportError with everything that is wrong
 * @example
 * checkMapping({ columns: { date: { column: "Day", format: "yyyy-MM-dd" }, kind: { value: "other" } } }, "map.json").fields.kind?.value // → "other"
 */
export function checkMapping(json: unknown, file: string): Mapping {
	const problems = new Problems();
	const whole = json as Json;
	if (!isObject(whole)) throw new ImportError(`${file}: must be a JSON object, {…}`);
	problems.unknownKeys("", whole, ["$schema", "$comment", "sheet", "decimal", "columns", "numbers"]);
	const sheet = whole.sheet === undefined ? null : problems.text("sheet", whole.sheet);
	const decimal = whole.decimal ?? ".";
	if (decimal !== "." && decimal !== ",") problems.add("decimal", 'must be "." or ","');
	const fields: Partial<Record<FieldName, FieldMap>> = {};
	if (!isObject(whole.columns)) problems.add("columns", "is missing: say which column is what");
	else {
		problems.unknownKeys("columns", whole.columns, fieldNames);
		for (const name of fieldNames) {
			const own = whole.columns[name];
			if (own !== undefined) fields[name] = fieldOf(name, own, problems) ?? noField;
		}
		checkTogether(fields, problems);
	}
	const numbers = numbersOf(whole.numbers, problems);
	if (isObject(whole.columns) && numbers.length > 0 && !fields.source && !fields.citation)
		problems.add("numbers", 'need a source: map "source" or "citation", or give one for all: {"value": "my list"}');
	if (problems.list.length > 0) throw new ImportError(problems.list.map((each) => `${file}: ${each}`).join("\n"));
	return { file, sheet, decimal: decimal as "." | ",", fields, numbers };
}

const noField: FieldMap = { column: null, value: null, values: null, read: null, format: null };

function fieldOf(name: FieldName, json: Json, problems: Problems): FieldMap | null {
	const path = `columns.${name}`;
	const isDay = (dayFields as readonly FieldName[]).includes(name);
	if (typeof json === "string") {
		const column = problems.text(path, json);
		if (isDay && column !== null)
			problems.add(path, `needs a format: {"column": ${JSON.stringify(column)}, "format": "d/M/yyyy"}`);
		return column === null ? null : { ...noField, column };
	}
	if (!isObject(json)) {
		problems.add(path, 'must be the name of a column, or {"column": …} or {"value": …}');
		return null;
	}
	const isWord = Object.hasOwn(wordFields, name);
	problems.unknownKeys(path, json, [
		"column",
		"value",
		...(isDay ? ["format", "calendar"] : []),
		...(isWord ? ["values"] : []),
	]);
	if ((json.column === undefined) === (json.value === undefined))
		problems.add(path, 'needs "column" or "value", not both');
	const column = json.column === undefined ? null : problems.text(`${path}.column`, json.column);
	const value = json.value === undefined ? null : problems.text(`${path}.value`, json.value);
	const known = isWord ? wordFields[name as keyof typeof wordFields] : null;
	if (value !== null && known !== null && !known.includes(value as never))
		problems.add(
			`${path}.value`,
			`unknown: ${visible(value)}${didYouMean(value, known) || ` (known: ${known.join(", ")})`}`,
		);
	const values = json.values === undefined ? null : valuesOf(`${path}.values`, json.values, known, problems);
	return { column, value, values, ...(isDay ? dayOf(path, json, problems) : { read: null, format: null }) };
}

function valuesOf(path: string, json: Json, known: readonly string[] | null, problems: Problems) {
	if (!isObject(json)) {
		problems.add(path, 'must be an object, such as {"shooting": "shooting_of_civilians"}');
		return null;
	}
	for (const [word, meant] of Object.entries(json))
		if (meant !== null && (typeof meant !== "string" || (known !== null && !known.includes(meant)))) {
			const near = typeof meant === "string" && known !== null ? didYouMean(meant, known) : "";
			const all = known === null ? "" : ` (known: ${known.join(", ")}, or null, which drops the row)`;
			problems.add(`${path}.${visible(word)}`, `unknown: ${visible(JSON.stringify(meant))}${near || all}`);
		}
	return new Map(Object.entries(json).map(([word, meant]) => [readAs(word), meant as string | null]));
}

function dayOf(path: string, json: JsonObject, problems: Problems): Pick<FieldMap, "read" | "format"> {
	const none = { read: null, format: null };
	if (json.format === undefined) {
		problems.add(`${path}.format`, 'is missing: say how the days are written, such as "d/M/yyyy" or "yyyy-MM-dd"');
		return none;
	}
	const format = problems.text(`${path}.format`, json.format);
	const calendar = json.calendar ?? "gregorian";
	if (!calendars.includes(calendar as Calendar)) {
		problems.add(`${path}.calendar`, `unknown: ${visible(JSON.stringify(calendar))} (known: ${calendars.join(", ")})`);
		return none;
	}
	if (format === null) return none;
	try {
		return { read: dayReader(format, calendar as Calendar), format };
	} catch (error) {
		problems.add(`${path}.format`, (error as Error).message);
		return none;
	}
}

/** Fields that make no sense alone. */
function checkTogether(fields: Partial<Record<FieldName, FieldMap>>, problems: Problems): void {
	const needs = (name: FieldName, other: FieldName, why: string) => {
		if (fields[name] && !fields[other]) problems.add(`columns.${name}`, `needs columns.${other}${why}`);
	};
	if (!fields.date) problems.add("columns.date", "is missing: every incident has a day");
	if (!fields.kind)
		problems.add("columns.kind", 'is missing: name the column of the event type, or give {"value": "other"}');
	needs("lat", "lon", "");
	needs("lon", "lat", "");
	needs("lat", "geo_precision", ', which says how finely the point is known, such as {"value": "locality"}');
	for (const name of ["source_kind", "reported_by", "published_on", "url"] as const)
		if (fields[name] && !fields.source && !fields.citation)
			problems.add(`columns.${name}`, "needs columns.source or columns.citation");
	if (fields.source && fields.citation)
		problems.add("columns.citation", "stands beside columns.source: map one of them");
	for (const name of dayFields)
		if (fields[name]?.value != null) problems.add(`columns.${name}`, "must be a column, not one value for all rows");
}

function numbersOf(json: Json | undefined, problems: Problems): NumberMap[] {
	if (json === undefined) return [];
	if (!Array.isArray(json)) {
		problems.add(
			"numbers",
			'must be a list, such as [{"key": "killed_total", "text": "How many people were killed?", "column": "Killed"}]',
		);
		return [];
	}
	const keys = new Set<string>();
	return (json as readonly Json[]).flatMap((each, index): NumberMap[] => {
		const path = `numbers.${index}`;
		if (!isObject(each)) {
			problems.add(path, "must be an object, {…}");
			return [];
		}
		problems.unknownKeys(path, each, ["key", "text", "column", "low", "high"]);
		const needed = (["key", "text", "column"] as const).map((name) => problems.text(`${path}.${name}`, each[name]));
		const ends = (["low", "high"] as const).map((name) =>
			each[name] === undefined ? null : problems.text(`${path}.${name}`, each[name]),
		);
		const [key, text, column] = needed;
		if (key == null || text == null || column == null) return [];
		if (!/^(other:)?[a-z0-9_]{1,100}$/.test(key))
			problems.add(`${path}.key`, `must be small letters, digits and _, such as killed_total: ${visible(key)}`);
		if (keys.has(key)) problems.add(`${path}.key`, `stands twice: ${key}`);
		keys.add(key);
		return [{ key, text, column, low: ends[0] ?? null, high: ends[1] ?? null }];
	});
}

/** Every column of the file that a mapping reads. */
export function mappedColumns({ fields, numbers }: Mapping): string[] {
	const columns = [
		...Object.values(fields).map(({ column }) => column),
		...numbers.flatMap(({ column, low, high }) => [column, low, high]),
	];
	return [...new Set(columns.flatMap((column) => column ?? []))];
}
