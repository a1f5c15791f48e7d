import { readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { ownRegion } from "../../src/load/dossier.js";
import * as records from "../../src/records/records.js";
import {
	codebook,
	dataFile,
	descriptor,
	type Row,
	readHeader,
	readRows,
	type TableResource,
	tables,
} from "./tables.js";

const schema = JSON.parse(readFileSync(new URL("data-package.schema.json", import.meta.url), "utf8"));
// Formats are checked by hand below: ajv needs a plug-in for them.
const isDescriptor = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);

test("the descriptor has the shapes of Data Package v2 that the project uses (ajv, draft-07 schema of our own)", () => {
	isDescriptor(descriptor);
	expect(isDescriptor.errors).toBeNull();
});

test.each([
	["no resources", (broken) => delete broken.resources],
	["a field type that Table Schema v2 lacks", (broken) => (broken.resources[0].schema.fields[0].type = "text")],
	["a field type that the official profile lacks", (broken) => (broken.resources[0].schema.fields[0].type = "list")],
	["a misspelt constraint", (broken) => (broken.resources[0].schema.fields[0].constraints = { require: true })],
	["a table without a primary key", (broken) => delete broken.resources[0].schema.primaryKey],
	["a table without a licence", (broken) => delete broken.resources[0].licenses],
	["bounds on a text", (broken) => (broken.resources[0].schema.fields[0].constraints = { minimum: 1 })],
	["a path that leaves the folder", (broken) => (broken.resources[0].path = "../sources.csv")],
] satisfies [string, (broken: typeof descriptor) => unknown][])("the schema can fail: it refuses %s", (_, spoil) => {
	const broken = structuredClone(descriptor);
	spoil(broken);
	expect(isDescriptor(broken)).toBe(false);
});

test("every CSV and GeoJSON of data/ is described, and nothing else", () => {
	const files = readdirSync(dataFile("")).filter((name) => /\.(csv|geojson)$/.test(name));
	expect(descriptor.resources.map(({ path }: { path: string }) => path).sort()).toEqual(files.sort());
});

test.each(tables)("$path: header, descriptor and codebook name the same columns in the same order", (table) => {
	const names = table.schema.fields.map(({ name }) => name);
	expect(readHeader(dataFile(table.path))).toEqual(names);
	expect(codebookRows(table).map(({ column }) => column)).toEqual(names);
	expect(codebookRows(table).map(({ type }) => type)).toEqual(table.schema.fields.map(({ type }) => type));
});

test("the codebook counts the rows of every table", () => {
	const counted = [...codebook.matchAll(/^\| \[([a-z_]+\.csv)\]\(#[a-z_]+csv\) \|[^|]+\| ([\d,]+) \|/gm)];
	expect(counted.map(([, file, count]) => [file, Number(count?.replace(",", ""))])).toEqual(
		tables.map(({ path }) => [path, readRows(dataFile(path)).length]),
	);
});

const wordLists: Readonly<Record<string, readonly string[]>> = {
	"sources.kind": records.sourceKinds,
	"sources.alignment": records.alignments,
	"incidents.date_precision": records.datePrecisions,
	"incidents.kind": records.incidentKinds,
	"incidents.frontier": records.frontiersOf(ownRegion()),
	"incidents.geo_precision": records.geoPrecisions,
	"propositions.type": records.propositionTypes,
	"propositions.verdict_status": records.verdictStatuses,
	"propositions.verdict_confidence": records.verdictConfidences,
	"claims.stance": records.stances,
	"claims.basis": records.claimBases,
	"claims.read": records.readings,
	"interests.favours": records.favoured,
	"places.kind": records.placeKinds,
	"places.coord_status": records.coordStatuses,
};

test.each(Object.entries(wordLists))("%s: descriptor and codebook list the words of src/records/", (column, words) => {
	const [name, field] = column.split(".");
	const table = tables.find((each) => each.name === name) as TableResource;
	expect(table.schema.fields.find((each) => each.name === field)?.constraints?.enum).toEqual(words);
	expect(codebookRows(table).find((row) => row.column === field)?.values).toBe(
		words.map((word) => `\`${word}\``).join(" · "),
	);
});

test("every word list of src/records/ describes a column", () => {
	const lists = Object.values(records).filter((each) => Array.isArray(each) && each !== records.directions);
	expect(lists.filter((list) => !Object.values(wordLists).includes(list as readonly string[]))).toEqual([]);
});

test.each(tables)("$path keeps the constraints, keys and types of the descriptor", (table) => {
	expect(brokenRules(table, readRows(dataFile(table.path)))).toEqual([]);
});

test("a planted row breaks every rule it should (by hand)", () => {
	const table = tables.find(({ name }) => name === "crossings") as TableResource;
	const [first] = readRows(dataFile("crossings.csv")) as [Row];
	const planted = { ...first, name: "", lat: "99", lon: "east" };
	expect(brokenRules(table, [first, planted])).toEqual([
		`3 crossing_id: doubled: ${first.crossing_id}`,
		"3 name: required: ",
		"3 lat: maximum: 99",
		"3 lon: number: east",
		`3 primary key: doubled: ${first.crossing_id}`,
	]);
});

test("every id under Known doubts is a row of the data", () => {
	const [, section = ""] = codebook.split("\n## Known doubts\n");
	const doubts = section.match(/^\| \d+ \|.*$/gm) ?? [];
	const ids = new Set(
		tables.flatMap(({ path, schema }) =>
			schema.primaryKey.length > 1 ? [] : readRows(dataFile(path)).map((row) => row[schema.primaryKey[0] as string]),
		),
	);
	const words = new Set([
		...tables.flatMap(({ schema }) => schema.fields.map(({ name }) => name)),
		...Object.values(wordLists).flat(),
	]);
	const named = [...doubts.join().matchAll(/`([^`]+)`/g)].map(([, word]) => word as string);
	expect(named.length).toBeGreaterThan(100);
	expect(named.filter((word) => !ids.has(word) && !words.has(word))).toEqual([]);
	// Each has its number, so that a note can refer to it.
	expect(doubts.map((row) => Number(/\d+/.exec(row)?.[0]))).toEqual(doubts.map((_, index) => index + 1));
});

function codebookRows(table: TableResource) {
	const [, section = ""] = codebook.split(`### ${table.path}\n`);
	const rows = section.split(/\n##+ /)[0]?.match(/^\| `.*$/gm) ?? [];
	return rows.map((row) => {
		const [, column, type, , values] = row.split(/(?<!\\)\|/).map((cell) => cell.trim());
		return { column: column?.replaceAll("`", ""), type, values };
	});
}

const shapes = {
	string: /^[\s\S]*$/,
	integer: /^-?\d+$/,
	number: /^-?\d+(\.\d+)?$/,
	date: /^\d{4}-\d{2}-\d{2}$/,
	boolean: /^(true|false)$/,
};

/** Rules of the descriptor that rows break, as `line column: rule: value`. */
function brokenRules(table: TableResource, rows: readonly Row[]): string[] {
	const broken: string[] = [];
	const { fields, primaryKey, foreignKeys = [] } = table.schema;
	const keysOf = (row: Row, names: readonly string[]) => names.map((name) => row[name]).join(" ");
	const seen = new Map<string, Set<string>>();
	const isNew = (rule: string, value: string) => {
		const values = seen.get(rule) ?? new Set();
		seen.set(rule, values);
		return values.size < values.add(value).size;
	};
	const targets = foreignKeys.map(({ reference }) => {
		const target = tables.find(({ name }) => name === (reference.resource ?? table.name)) as TableResource;
		return new Set(readRows(dataFile(target.path)).map((row) => keysOf(row, reference.fields)));
	});
	rows.forEach((row, index) => {
		const line = index + 2;
		for (const { name, type, constraints = {} } of fields) {
			const value = row[name] ?? "";
			const check = (rule: string, holds: boolean) => {
				if (!holds) broken.push(`${line} ${name}: ${rule}: ${value}`);
			};
			check("required", !constraints.required || value !== "");
			if (value === "") continue;
			check(type, shapes[type].test(value));
			check("enum", constraints.enum?.includes(value) ?? true);
			check("pattern", constraints.pattern === undefined || new RegExp(constraints.pattern, "u").test(value));
			check("minimum", constraints.minimum === undefined || !(Number(value) < constraints.minimum));
			check("maximum", constraints.maximum === undefined || !(Number(value) > constraints.maximum));
			check("doubled", !constraints.unique || isNew(name, value));
		}
		if (!isNew("primary key", keysOf(row, primaryKey)))
			broken.push(`${line} primary key: doubled: ${keysOf(row, primaryKey)}`);
		foreignKeys.forEach(({ fields: names }, key) => {
			const value = keysOf(row, names);
			if (value.trim() !== "" && !targets[key]?.has(value)) broken.push(`${line} ${names}: foreign key: ${value}`);
		});
	});
	return broken;
}
