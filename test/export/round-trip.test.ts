import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { withDuckDb } from "../../src/engine/duckdb.js";
import { loadDossier } from "../../src/load/dossier.js";
import { command } from "../command/here.js";
import { payloads } from "../hostile.js";
import { ownData, scratchData, scratchFolder } from "../scratch.js";
import { unzip } from "./unzip.js";

const fixture = fileURLToPath(new URL("../fixtures/six-incidents", import.meta.url));

async function ran(...words: string[]) {
	const said = await command(...words);
	expect(said).toMatchObject({ code: 0, err: "" });
	return said.out;
}

/** The tables of a folder, byte for byte. */
const csvIn = (folder: string): Record<string, string> =>
	Object.fromEntries(
		readdirSync(folder)
			.filter((name) => name.endsWith(".csv"))
			.sort()
			.map((name) => [name, readFileSync(join(folder, name), "utf8")]),
	);

async function roundTrip(format: "xlsx" | "parquet", data: string, ...words: string[]) {
	const folder = scratchFolder();
	const out = join(folder, format === "xlsx" ? "data.xlsx" : "tables");
	await ran("export", format, "--data", data, "--out", out, ...words);
	await ran("export", "datapackage", "--data", data, "--out", join(folder, "before"), ...words);
	await ran("import", "kit", out, "--out", join(folder, "after"));
	return { out, before: join(folder, "before"), after: join(folder, "after") };
}

/** Six incidents with every trap that a cell of text can hold. */
function trapped(): string {
	const { folder, edit } = scratchData(fixture);
	const texts = [
		...payloads,
		"=1+1",
		"+1",
		"-1",
		"@x",
		"00123",
		"1e5",
		"TRUE",
		"2022-01-01",
		"_x0041_ & _x005F_",
		'two\nlines, "quotes" and\ttab',
		"NULL",
		"#N/A",
	].join(" ");
	edit("incidents.csv", (text) => {
		const [header = "", first = "", ...rest] = text.split("\n");
		return [header, first.replace("Invented: an armed clash.", `"${texts.replaceAll('"', '""')}"`), ...rest]
			.join("\n")
			.replace("Lower Village", "=1+1")
			.replace("North Gate,", "00123,");
	});
	edit("sources.csv", (text) => text.replace("Invented Local Paper", "NULL").replace("Invented Relay A", "TRUE"));
	return folder;
}

describe.each(["xlsx", "parquet"] as const)("%s, back in by import kit", (format) => {
	test("the kit's own data: the same bytes of CSV, and the same border", async () => {
		const { before, after } = await roundTrip(format, ownData);
		expect(csvIn(after)).toEqual(csvIn(before));
		expect(loadDossier(after).border).toEqual(loadDossier(ownData).border);
		// The data package is the kit's own folder again, but for zeros at the end of numbers.
		const shortened = readFileSync(join(ownData, "incidents.csv"), "utf8").replace(/(?<=,\d\d\.\d*[1-9])0+(?=,)/g, "");
		expect(csvIn(after)["incidents.csv"]).toBe(shortened);
		expect(csvIn(after)["claims.csv"]).toBe(readFileSync(join(ownData, "claims.csv"), "utf8"));
	});

	test("texts that look like formulas, numbers, flags, days, blanks and escapes stay those texts", async () => {
		const { before, after } = await roundTrip(format, trapped());
		expect(csvIn(after)).toEqual(csvIn(before));
		expect(loadDossier(after).incidents[1]?.place).toBe("=1+1");
		expect(loadDossier(after).incidents[2]?.place).toBe("00123");
	});

	test("with a filter and a grid, and then check finds no problem", async () => {
		const { before, after } = await roundTrip(format, ownData, "--kind", "armed_clash", "--coarsen", "0.25");
		expect(csvIn(after)).toEqual(csvIn(before));
		expect(await ran("check", "--data", after)).toContain("no problems");
	});
});

test("the data package is a data folder: check passes, and datapackage.json names the files that are there", async () => {
	const out = join(scratchFolder(), "package");
	await ran("export", "datapackage", "--data", fixture, "--out", out);
	expect(await ran("check", "--data", out)).toContain("no problems");
	const { resources, description, edition } = JSON.parse(readFileSync(join(out, "datapackage.json"), "utf8"));
	const names = readdirSync(out);
	expect(resources.map(({ path }: { path: string }) => path).filter((path: string) => !names.includes(path))).toEqual(
		[],
	);
	expect(description).toContain(edition.data);
});

test("a workbook: frozen headers, cells with types, a codebook, and no formula", async () => {
	const { out } = await roundTrip("xlsx", trapped());
	const files = unzip(readFileSync(out));
	const sheets = [...(files.get("xl/workbook.xml") ?? "").matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(
		([, name]) => name,
	);
	expect(sheets).toEqual(
		"about codebook sources incidents propositions claims verdict_basis interests crossings stretches places observation border".split(
			" ",
		),
	);
	const xml = sheets.map((_, index) => files.get(`xl/worksheets/sheet${index + 1}.xml`) ?? "");
	for (const sheet of xml) expect(sheet).not.toMatch(/<f[ >]/);
	for (const sheet of xml.slice(1)) expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
	// Serial day 44571 of the 1900 system is 10 January 2022.
	expect(xml[3]).toMatch(/<c r="B2"[^>]*><v>44571<\/v>/);
	expect(xml[3]).toMatch(/<c r="G2"[^>]* t="b"[^>]*><v>0<\/v>/);
	expect(xml[3]).toMatch(/<c r="M2"[^>]*><v>34<\/v>/);
	expect(files.get("xl/sharedStrings.xml")).toContain("=1+1");
});

test("Parquet has the types of the codebook, for DuckDB and whoever else reads it", async () => {
	const out = join(scratchFolder(), "tables");
	await ran("export", "parquet", "--data", fixture, "--out", out);
	await withDuckDb(async ({ rows }) => {
		const typesOf = async (table: string) =>
			Object.fromEntries(
				(await rows("DESCRIBE SELECT * FROM read_parquet($1)", [join(out, `${table}.parquet`)])).map((row) => [
					row.column_name,
					row.column_type,
				]),
			);
		expect(await typesOf("incidents")).toMatchObject({
			incident_id: "VARCHAR",
			date_start: "DATE",
			aggregate: "BOOLEAN",
			lat: "DOUBLE",
		});
		expect(await typesOf("claims")).toMatchObject({ value: "VARCHAR", value_min: "BIGINT", published_on: "DATE" });
		const [counts] = await rows(
			"SELECT count(*) AS n, count(published_on) AS dated, sum(value_min) AS least FROM read_parquet($1)",
			[join(out, "claims.parquet")],
		);
		// c17 has no day; c09 is at least 9, c11 from 2.
		expect(counts).toEqual({ n: 20, dated: 19, least: 11 });
	});
});

describe("import kit of what is no export", () => {
	test.each([
		["a text", "x.xlsx", "not a workbook"],
		["a folder without Parquet files", ".", "no Parquet file is in this folder"],
		["a file that is not there", "nowhere.xlsx", "missing file"],
		["a Parquet file of another name", "events.parquet", "no table has this name"],
		["a text with the name of a table", "claims.parquet", "not a Parquet file"],
	])("%s: a clear error, and nothing is written", async (_, name, message) => {
		const folder = scratchFolder();
		if (/^(x|events|claims)/.test(name)) writeFileSync(join(folder, name), "no table");
		const out = join(folder, "out");
		const { code, err } = await command("import", "kit", join(folder, name), "--out", out);
		expect(code).toBe(1);
		expect(err).toContain(message);
		expect(readdirSync(folder)).not.toContain("out");
	});

	test("a table or a column that is missing is named, with what there is", async () => {
		const folder = scratchFolder();
		const tables = join(folder, "tables");
		await ran("export", "parquet", "--data", fixture, "--out", tables);
		renameSync(join(tables, "claims.parquet"), join(tables, "sources.parquet"));
		const wrong = await command("import", "kit", tables, "--out", join(folder, "out"));
		expect(wrong.err).toContain("missing column name, kind, country");
		expect(wrong.err).toContain("the columns are: claim_id, proposition_id");
		rmSync(join(tables, "sources.parquet"));
		rmSync(join(tables, "observation.parquet"));
		const short = await command("import", "kit", tables, "--out", join(folder, "out"));
		expect(short.err).toContain("not an export of the kit: it has no table observation");
	});
});
