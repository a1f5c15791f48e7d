import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadDossier } from "../../src/index.js";
import { type Field, tables } from "../data/tables.js";
import { scratchData } from "../scratch.js";
import { readingsOfSix } from "../six-readings.js";

const fixture = fileURLToPath(new URL("../fixtures/six-incidents", import.meta.url));

/** Cells that no column of a kind may hold, by what the descriptor says of it. */
function badCells({ name, type, constraints = {} }: Field): readonly string[] {
	const always = ["\u202egnp", "a\0b", " a", "a\u00a0"];
	const blank = constraints.required ? [""] : [];
	// The provinces are a closed list for this border alone; the loader takes those of any.
	if (constraints.enum && !name.endsWith("_province"))
		return [...always, ...blank, "=1+1", constraints.enum[0]?.toUpperCase() ?? "?"];
	if (type === "date")
		return [
			...always,
			...blank,
			"2023-02-29",
			"2023-13-01",
			"1/2/2023",
			"1402-01-01",
			"2022-01-01T00:00Z",
			"۲۰۲۲-۰۱-۰۱",
		];
	if (type === "boolean") return [...always, ...blank, "1", "yes"];
	if (type === "integer") return [...always, ...blank, "-1", "-0", "1e3", "2.5", "12345678901", "۱۲", "01", "1,000"];
	if (type === "number")
		return [...always, ...blank, "1e1", "NaN", "Infinity", "-0", "+31", "۳۱", "31.", "31°", "99999"];
	if (name.endsWith("_id")) return [...always, ...blank, "=cmd()", "no such id", "İ", "gone/gone"];
	if (name.endsWith("url")) return [...always, "javascript:alert(1)", "https://", "https://a b", 'https://a"b'];
	return [...always, ...blank, "x".repeat(10_001)];
}

const chosen = <T>(of: readonly T[], index: number): T => of[index % of.length] as T;

describe("loadDossier, property", () => {
	test("any one cell of any table made bad gives a problem at that very cell, whatever lines the cells above it have", () => {
		const { folder, path } = scratchData(fixture);
		writeFileSync(path("readings.csv"), readingsOfSix);
		writeFileSync(
			path("archive.csv"),
			`url,archived_url,sha256,archived_on\nhttps://a.example,https://b.example,${"0".repeat(64)},2022-01-01\n`,
		);
		expect(loadDossier(folder, { onProblem: "report" }).problems).toEqual([]);
		const read = new Map(tables.map(({ path: file }) => [file, readFileSync(path(file), "utf8")] as const));
		const choice = fc.record({ table: fc.nat(), row: fc.nat(), column: fc.nat(), bad: fc.nat(), extra: fc.nat(2) });
		fc.assert(
			fc.property(choice, ({ table, row, column, bad, extra }) => {
				const { path: file, schema } = chosen(tables, table);
				const text = read.get(file) ?? "";
				const rows: string[][] = parse(text, { from: 2 });
				const field = chosen(schema.fields, column);
				const index = row % rows.length;
				const free = schema.fields.findIndex(({ name }) => ["note", "summary", "text"].includes(name));
				const above = index > 0 && free >= 0 ? extra : 0;
				if (above > 0) chosen(rows, 0)[free] = `two${"\n".repeat(above)}lines`;
				chosen(rows, index)[schema.fields.indexOf(field)] = chosen(badCells(field), bad);
				writeFileSync(path(file), stringify([schema.fields.map(({ name }) => name), ...rows]));
				const { problems } = loadDossier(folder, { onProblem: "report" });
				writeFileSync(path(file), text);
				const places = problems.map(({ file: in_, line, column: at }) => `${in_}:${line} ${at}`);
				expect(places).toContain(`${file}:${index + 2 + above} ${field.name}`);
			}),
			{ numRuns: 400, seed: 20_211_201 },
		);
	});

	test("no bytes make it crash, and none are lost in silence: a spoiled file is read whole or has a problem", () => {
		const { folder, path } = scratchData(fixture);
		const good = readFileSync(path("claims.csv"));
		const count = loadDossier(folder).claims.length;
		const splice = fc.record({
			at: fc.nat(good.length),
			cut: fc.nat(40),
			put: fc.oneof(
				fc.uint8Array({ maxLength: 8 }),
				fc.constantFrom(...['"', "\r", "\n", ",", '""', "\0"].map((each) => Buffer.from(each))),
			),
		});
		fc.assert(
			fc.property(splice, ({ at, cut, put }) => {
				writeFileSync(path("claims.csv"), Buffer.concat([good.subarray(0, at), put, good.subarray(at + cut)]));
				const { dossier, problems } = loadDossier(folder, { onProblem: "report" });
				// Only a cut that takes whole lines away can leave fewer rows and no fault.
				const lines = good.subarray(at, at + cut).filter((byte) => byte === 0x0a).length;
				expect(problems.length > 0 || dossier.claims.length >= count - lines).toBe(true);
			}),
			{ numRuns: 400, seed: 20_211_201 },
		);
	});
});
