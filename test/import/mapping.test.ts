import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkMapping, fieldNames, readMapping } from "../../src/import/mapping.js";
import { scratchFolder } from "../scratch.js";

const schema = JSON.parse(readFileSync(new URL("../../data/import/mapping.schema.json", import.meta.url), "utf8"));
const fits = new Ajv({ strict: false }).compile(schema);

const sound = {
	columns: {
		date: { column: "Day", format: "d/M/yyyy" },
		kind: { value: "other" },
		source: "Source",
	},
	numbers: [{ key: "killed_total", text: "How many were killed?", column: "Killed" }],
};
type Spoiled = { columns: Record<string, unknown>; numbers?: unknown } & Record<string, unknown>;
const spoiled = (change: (mapping: Spoiled) => void): Spoiled => {
	const copy = structuredClone(sound) as unknown as Spoiled;
	change(copy);
	return copy;
};
const said = (json: unknown): string => {
	try {
		checkMapping(json, "map.json");
		return "";
	} catch (error) {
		return (error as Error).message;
	}
};

test("the schema has the fields that are read", () =>
	expect(Object.keys(schema.properties.columns.properties)).toEqual([...fieldNames]));

test("a sound mapping passes the schema and the check", () => {
	expect(fits(sound)).toBe(true);
	expect(said(sound)).toBe("");
});

// What the schema refuses, the check refuses in words.
test.each([
	["a misspelt key", (m) => (m.column = {}), "map.json: unknown key: column (did you mean columns?)"],
	["no columns", (m) => delete (m as Partial<Spoiled>).columns, "columns: is missing"],
	["a misspelt field", (m) => (m.columns.sumary = "x"), "columns: unknown key: sumary (did you mean summary?)"],
	["no date", (m) => delete m.columns.date, "columns.date: is missing"],
	["no kind", (m) => delete m.columns.kind, "columns.kind: is missing"],
	[
		"a day without a format",
		(m) => (m.columns.date = "Day"),
		'columns.date: needs a format: {"column": "Day", "format": "d/M/yyyy"}',
	],
	[
		"a blank format",
		(m) => (m.columns.date = { column: "Day", format: "" }),
		"columns.date.format: is blank: fill it in",
	],
	[
		"no such calendar",
		(m) => (m.columns.date = { column: "D", format: "d/M/yyyy", calendar: "jalali" }),
		'columns.date.calendar: unknown: "jalali" (known: gregorian, solar_hijri)',
	],
	[
		"both column and value",
		(m) => (m.columns.place = { column: "a", value: "b" }),
		'columns.place: needs "column" or "value", not both',
	],
	["values of a place", (m) => (m.columns.place = { column: "a", values: {} }), "columns.place: unknown key: values"],
	["a number as a column", (m) => (m.columns.place = 3), "columns.place: must be the name of a column"],
	["a blank column", (m) => (m.columns.place = ""), "columns.place: is blank: fill it in, or delete the key"],
	[
		"a key of a number in capitals",
		(m) => (m.numbers = [{ key: "Killed", text: "?", column: "K" }]),
		"numbers.0.key: must be small letters",
	],
	["numbers that are no list", (m) => (m.numbers = {}), "numbers: must be a list"],
	[
		"a number without a question",
		(m) => (m.numbers = [{ key: "killed_total", column: "K" }]),
		"numbers.0.text: must be a text that is not blank",
	],
	["a decimal mark", (m) => (m.decimal = ";"), 'decimal: must be "." or ","'],
	[
		"a list for values",
		(m) => (m.columns.kind = { column: "K", values: ["a"] }),
		"columns.kind.values: must be an object",
	],
] satisfies [string, (mapping: Spoiled) => unknown, string][])("%s", (_, change, message) => {
	const broken = spoiled(change);
	expect(fits(broken)).toBe(false);
	expect(said(broken)).toContain(message);
});

// What no schema can say.
test.each([
	[
		"an event type that there is not",
		(m) => (m.columns.kind = { column: "K", values: { shots: "shooting" } }),
		'columns.kind.values.shots: unknown: "shooting" (did you mean shooting_of_civilians?)',
	],
	[
		"a kind for all rows",
		(m) => (m.columns.kind = { value: "clash" }),
		"columns.kind.value: unknown: clash (did you mean",
	],
	[
		"a format without a year",
		(m) => (m.columns.date = { column: "D", format: "d/M" }),
		"columns.date.format: has no year: write yyyy",
	],
	["a latitude alone", (m) => (m.columns.lat = "N"), "columns.lat: needs columns.lon"],
	[
		"a point of unknown precision",
		(m) => Object.assign(m.columns, { lat: "N", lon: "E" }),
		"columns.lat: needs columns.geo_precision",
	],
	["numbers without a source", (m) => delete m.columns.source, "numbers: need a source"],
	["source and citation", (m) => (m.columns.citation = "C"), "columns.citation: stands beside columns.source"],
	[
		"a page without a source",
		(m) => Object.assign(m, { numbers: [], columns: { ...m.columns, source: undefined, url: "U" } }),
		"columns.url: needs columns.source",
	],
] satisfies [string, (mapping: Spoiled) => unknown, string][])("%s", (_, change, message) =>
	expect(said(spoiled(change))).toContain(message),
);

test("everything that is wrong is said at once, with the file", () => {
	const message = said({ columns: { date: "Day", lat: "N" }, numbers: 3 });
	expect(message.split("\n").length).toBeGreaterThan(3);
	expect(message.split("\n").every((line) => line.startsWith("map.json: "))).toBe(true);
});

test("a file that is no JSON, and no file", () => {
	const path = join(scratchFolder(), "map.json");
	writeFileSync(path, "{ columns: }");
	expect(() => readMapping(path)).toThrow("map.json: not JSON");
	expect(() => readMapping(join(scratchFolder(), "none.json"))).toThrow("none.json: missing file");
	expect(said([])).toBe("map.json: must be a JSON object, {…}");
	expect(said(null)).toBe("map.json: must be a JSON object, {…}");
});

test("any JSON is read or refused in words", () =>
	fc.assert(
		fc.property(fc.jsonValue(), fc.constantFrom(...fieldNames), (json, name) => {
			// A TypeError would be said without the name of the file.
			for (const mapping of [
				json,
				{ columns: json },
				{ ...sound, columns: { ...sound.columns, [name]: json } },
				{ ...sound, numbers: json },
			])
				if (said(mapping) !== "") expect(said(mapping)).toMatch(/^map\.json: /);
		}),
		{ numRuns: 200 },
	));
