import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { withDuckDb } from "../../src/engine/duckdb.js";
import { table } from "../../src/import/table.js";
import { command } from "../command/here.js";
import { scratchFolder } from "../scratch.js";
import { anywhere, imported, reasons, written } from "./folder.js";
import { textCell, workbookOf } from "./xlsx-by-hand.js";

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/mapped/${name}`, import.meta.url));
const [list, listMap] = [fixture("list.csv"), fixture("list.map.json")];

const columns = {
	date: { column: "Date", format: "d/M/yyyy" },
	kind: { value: "armed_clash" },
	place: "Place",
	source: { value: "my list" },
};
const numbers = [
	{ key: "killed_total", text: "How many people were killed?", column: "Killed", low: "Low", high: "High" },
];

/** Writes a file and a mapping, and gives their paths. */
function files(content: string | Uint8Array, mapping: object = { columns }) {
	const folder = scratchFolder();
	const [file, map] = [join(folder, "file"), join(folder, "map.json")];
	writeFileSync(file, content);
	writeFileSync(map, JSON.stringify(mapping));
	return { folder, file, map };
}
const read = (content: string | Uint8Array, mapping?: object) => {
	const { file, map } = files(content, mapping);
	return table.read([file], { ...anywhere, map });
};
/** The same through the command line, which must fail and write nothing. */
async function refused(content: string | Uint8Array, mapping?: object) {
	const { folder, file, map } = files(content, mapping);
	const { code, err } = await command("import", "table", file, "--map", map, "--out", join(folder, "out"));
	expect(code).toBe(1);
	expect(err).toContain("nothing was written");
	expect(readdirSync(folder).sort()).toEqual(["file", "map.json"]);
	return err;
}
const sheet = async (rows: readonly (readonly (string | number | Date | null)[])[], name = "Sheet1") =>
	({
		data: rows.map((row) =>
			row.map((value) =>
				value === null ? null : { value, ...(value instanceof Date ? { format: "dd/mm/yyyy" } : {}) },
			),
		),
		sheet: name,
	}) as const;
const workbook = async (...sheets: Awaited<ReturnType<typeof sheet>>[]) =>
	(await writeXlsxFile(sheets as never).toBuffer()) as Buffer;

// The example of the codebook, counted by hand: seven rows, of which one has a day that there is not, one is of a kind
// that the mapping drops, one is in Kabul; two report on one incident.
describe("the example of the codebook", () => {
	test("seven rows become three incidents", async () => {
		const { printed, dossier } = await imported("table", [list], "--map", listMap);
		expect(printed).toMatchObject({ rows: 7, kept: 4 });
		expect(reasons(printed)).toEqual({
			"farther than 25 km from the border": 1,
			"of a kind that the mapping drops": 1,
			"with a day that is not yyyy/MM/dd": 1,
		});
		expect(printed.notes).toContain('1 row with a day that is not yyyy/MM/dd: list.csv:5, "۱۴۰۱/۱۳/۰۱".');
		// 10 Azar and 11 Dey 1400, 1 Ordibehesht 1401.
		expect(
			dossier.incidents.map((row) => [
				row.incident_id,
				row.date_start,
				row.kind,
				row.place,
				row.lat,
				row.geo_precision,
			]),
		).toEqual([
			["row-1", "2021-12-01", "armed_clash", "Shaghalak", 30.96, "locality"],
			["row-2", "2022-01-01", "closure", "Islam Qala", 34.66, "exact"],
			["row-5", "2022-04-21", "armed_clash", "Zaranj", 30.96, "locality"],
		]);
		const claims = dossier.claims.map((row) => [row.claim_id, row.source_id, row.value, row.published_on, row.note]);
		const inOrder = (rows: typeof claims) => [...rows].sort((a, b) => (`${a[0]}` < `${b[0]}` ? -1 : 1));
		const byHand: typeof claims = [
			["row-1.occurred.c01", "tasnim", true, "2021-12-01", null],
			["row-1.occurred.c02", "local-paper", true, "2021-12-02", null],
			["row-1.killed_total.c01", "tasnim", 9, "2021-12-01", null],
			["row-2.occurred.c01", "local-paper", true, "2022-01-03", null],
			["row-5.occurred.c01", "local-paper", true, "2022-04-23", null],
			["row-5.killed_total.c01", "local-paper", null, "2022-04-23", "Not read as a number: Killed many."],
		];
		expect(inOrder(claims)).toEqual(inOrder(byHand));
		expect(dossier.claims.find(({ claim_id }) => claim_id === "row-1.occurred.c01")?.url).toBe("https://example.org/1");
	});

	test("the codebook shows this mapping and these rows", () => {
		const codebook = readFileSync(new URL("../../data/README.md", import.meta.url), "utf8");
		expect(codebook).toContain(`\`\`\`json\n${readFileSync(listMap, "utf8")}\`\`\``);
		expect(codebook).toContain(`\`\`\`\n${readFileSync(list, "utf8").split("\n").slice(0, 4).join("\n")}\n\`\`\``);
	});

	test("--template prints a mapping with the columns of the file, which says what is left to fill in", async () => {
		const { code, out } = await command("import", "table", list, "--template");
		expect(code).toBe(0);
		const template = JSON.parse(out);
		expect(template.$comment).toContain(
			"No, Day, What, Where, North, East, Known to, Killed, Who says so, Said on, Page",
		);
		expect(template.columns.id).toBe("No");
		expect(template.columns.date.column).toBe("Day");
		expect(template.numbers[0].column).toBe("Killed");
		const { file, map } = files(readFileSync(list), template);
		await expect(table.read([file], { ...anywhere, map })).rejects.toThrow(
			"columns.date.format: is blank: fill it in, or delete the key",
		);
	});
});

test("without a mapping, without a folder, or with a template of another format", async () => {
	expect((await command("import", "table", list, "--out", join(scratchFolder(), "out"))).err).toContain(
		"needs a mapping: --map FILE.json",
	);
	expect(await command("import", "table", list, "--map", listMap)).toMatchObject({
		code: 2,
		err: "--out DIR is missing: name a new folder",
	});
	expect((await command("import", "ucdp", list, "--template")).err).toContain("--template is for table and reports");
});

describe("rows", () => {
	test("numbers with their range; one that contradicts its range keeps the number and notes the rest", async () => {
		const text =
			"Date,Place,Killed,Low,High\n1/2/2023,A,5,3,8\n2/2/2023,B,5,5,5\n3/2/2023,C,5,6,8\n4/2/2023,D,,2,\n5/2/2023,E,,,\n";
		const tables = written(await read(text, { columns, numbers }));
		const killed = tables.claims.filter(({ claim_id }) => claim_id?.includes("killed"));
		expect(killed.map(({ value, value_min, value_max, note }) => [value, value_min, value_max, note])).toEqual([
			["5", "3", "8", ""],
			["5", "", "", ""],
			["5", "", "", "As written: Killed 5, Low 6, High 8."],
			["", "2", "", ""],
		]);
	});

	test("without ids every row is an incident, with an id of day, place and kind", async () => {
		const tables = written(await read("Date,Place\n1/2/2023,Kang\n1/2/2023,Kang\n3/2/2023,کنگ\n"));
		expect(tables.incidents.map(({ incident_id }) => incident_id)).toEqual([
			"2023-02-01-kang-armed-clash",
			"2023-02-01-kang-armed-clash-2",
			"2023-02-03-border-armed-clash",
		]);
	});

	test("decimal commas are read where the mapping says so; a point that cannot be read is not used", async () => {
		const withPoint = { ...columns, lat: "Lat", lon: "Lon", geo_precision: { value: "exact" } };
		const text = "Date;Place;Lat;Lon\n1/2/2023;A;30,5;61,5\n2/2/2023;B;north;61,5\n3/2/2023;C;۳۰٫۵;۶۱٫۵\n";
		const result = await read(text, { decimal: ",", columns: withPoint });
		expect(written(result).incidents.map(({ lat, lon, geo_precision }) => [lat, lon, geo_precision])).toEqual([
			["30.5", "61.5", "exact"],
			["", "", "border"],
			["30.5", "61.5", "exact"],
		]);
		expect(result.notes).toContain('1 row with a point that cannot be read, which is not used: file:3, "north".');
	});

	test("a point that is only of a province is not a point", async () => {
		const coarse = { ...columns, lat: "Lat", lon: "Lon", geo_precision: { value: "province" } };
		const [row] = written(await read("Date,Place,Lat,Lon\n1/2/2023,A,30.5,61.5\n", { columns: coarse })).incidents;
		expect(row).toMatchObject({ lat: "", lon: "", geo_precision: "province" });
	});

	test("words that the mapping lacks are all named, with how often they stand", async () => {
		const kind = { column: "What", values: { clash: "armed_clash" } };
		const message = await refused(
			"Date,Place,What\n1/2/2023,A,Clash\n2/2/2023,A,fire\n3/2/2023,A,fire\n4/2/2023,A,\n",
			{ columns: { ...columns, kind } },
		);
		expect(message).toContain('columns.kind.values lacks fire (2), (blank) (1); map each, or "*" for all others');
		const all = { column: "What", values: { clash: "armed_clash", "*": "other" } };
		const result = await read("Date,Place,What\n1/2/2023,A,Clash\n2/2/2023,A,fire\n", {
			columns: { ...columns, kind: all },
		});
		expect(written(result).incidents.map((row) => row.kind)).toEqual(["armed_clash", "other"]);
	});

	test("an error of a spreadsheet in a CSV is a problem at its line", async () => {
		expect(await refused("Date,Place,Killed,Low,High\n1/2/2023,A,#REF!,,\n", { columns, numbers })).toContain(
			"file:2 Killed: an error of the spreadsheet: #REF!",
		);
	});

	test("rows, kept and dropped add up, whatever the cells are; hostile text stays text", () =>
		fc.assert(
			fc.asyncProperty(
				fc.array(
					fc.tuple(
						fc.oneof(fc.constantFrom("1/2/2023", "31/12/2022"), fc.string({ maxLength: 12 })),
						fc.oneof(fc.constantFrom("<img onerror=x>", "=cmd()", "کنگ"), fc.string({ maxLength: 12 })),
						fc.oneof(fc.nat(50).map(String), fc.string({ maxLength: 5 })),
					),
					{ minLength: 1, maxLength: 8 },
				),
				async (rows) => {
					const quoted = (cell: string) => `"${cell.replaceAll("\0", "").replaceAll('"', '""')}"`;
					const text = [
						"Date,Place,Killed,Low,High",
						"1/1/2023,A,1,,",
						...rows.map((row) => `${row.map(quoted).join(",")},,`),
					].join("\n");
					const result = await read(text, { columns, numbers }).catch((error: Error) => error);
					if (result instanceof Error) {
						expect(result.name, result.stack).toBe("ImportError");
						return;
					}
					const dropped = result.dropped.reduce((sum, { count }) => sum + count, 0);
					expect(result.tables.incidents?.length).toBe(result.rows - dropped);
				},
			),
			{ numRuns: 25 },
		));
});

describe("workbooks", () => {
	const header = ["Date", "Place", "Killed", "Low", "High"];

	test("date cells need no format, text cells have the stated one; numbers and blank rows", async () => {
		const book = await workbook(
			await sheet([
				["A list of mine"],
				header,
				[new Date(Date.UTC(2024, 4, 1)), "Kang", 3, null, null],
				[],
				["2/5/2024", "Zaranj", "۴", null, null],
			]),
		);
		const result = await read(book, { columns, numbers });
		expect(result.rows).toBe(2);
		expect(result.notes).toContain("Read as XLSX, sheet Sheet1.");
		const tables = written(result);
		expect(tables.incidents.map(({ date_start, place }) => [date_start, place])).toEqual([
			["2024-05-01", "Kang"],
			["2024-05-02", "Zaranj"],
		]);
		expect(tables.claims.filter(({ claim_id }) => claim_id?.includes("killed")).map(({ value }) => value)).toEqual([
			"3",
			"4",
		]);
	});

	test("of several sheets the mapping names one", async () => {
		const book = await workbook(
			await sheet([["nothing"]], "Cover"),
			await sheet([header, ["1/2/2023", "Kang", 1, null, null]], "Incidents"),
		);
		expect(await refused(book)).toContain('has 2 sheets: name one in the mapping as "sheet" (known: Cover, Incidents)');
		expect(await refused(book, { sheet: "Incidens", columns })).toContain(
			'no sheet "Incidens" (did you mean Incidents?)',
		);
		expect((await read(book, { sheet: "Incidents", columns })).rows).toBe(1);
		expect(await refused("Date,Place\n1/2/2023,A\n", { sheet: "Incidents", columns })).toContain("is no XLSX workbook");
		const { file } = files(book);
		const { out } = await command("import", "table", file, "--template", "--sheet", "Incidents");
		expect(JSON.parse(out)).toMatchObject({ sheet: "Incidents", numbers: [{ column: "Killed" }] });
	});

	test("a formula has its stored value; an error, or a formula without a value, is a problem at its cell", async () => {
		/** A workbook of three columns, with these cells in its third row. */
		const withCells = (...cells: readonly string[]) =>
			workbookOf("A &amp; B", [
				`${textCell("A1", "Date")}${textCell("B1", "Place")}${textCell("C1", "Killed")}${textCell("D1", "Other")}`,
				`${textCell("A2", "1/2/2023")}${textCell("B2", "Kang")}<c r="C2"><v>1</v></c>`,
				`${textCell("A3", "2/2/2023")}${textCell("B3", "Zaranj")}${cells.join("")}`,
			]);
		const mapping = {
			columns,
			numbers: [{ key: "killed_total", text: "How many people were killed?", column: "Killed" }],
		};
		const counted = written(await read(withCells('<c r="C3"><f>1+1</f><v>2</v></c>'), mapping));
		expect(counted.claims.at(-1)).toMatchObject({ value: "2" });
		expect(await refused(withCells('<c r="C3" t="e"><f>A9</f><v>#REF!</v></c>'), mapping)).toContain(
			"file, sheet A & B, row 3, column Killed: an error of the spreadsheet: #REF!",
		);
		expect(await refused(withCells('<c r="C3"><f>SUM(A1)</f></c>'), mapping)).toContain(
			"file, sheet A & B, row 3, column Killed: a formula without a stored value",
		);
		// In a column that the mapping does not read, it does no harm.
		expect((await read(withCells('<c r="C3"><v>2</v></c>', '<c r="D3" t="e"><v>#REF!</v></c>'), mapping)).rows).toBe(2);
	});

	test("a missing column, a column twice, an empty sheet, a damaged file", async () => {
		expect(
			await refused(
				await workbook(
					await sheet([
						["Dat", "Place"],
						["1/2/2023", "A"],
					]),
				),
			),
		).toContain("file, sheet Sheet1: missing column: Date (did you mean Dat?); the columns there are: Dat, Place");
		expect(
			await refused(
				await workbook(
					await sheet([
						["Date", "Place", "Place"],
						["1/2/2023", "A", "B"],
					]),
				),
			),
		).toContain("two columns are named Place");
		expect(await refused(await workbook(await sheet([[null]])))).toMatch(/sheet Sheet1: is empty/);
		const book = await workbook(await sheet([header]));
		expect(await refused(book.subarray(0, book.length / 2))).toContain("file: a workbook that cannot be read");
	});
});

describe("files that cannot be read", () => {
	test("a missing column is named with the nearest, and all that there are", async () =>
		expect(await refused("Datum,Place\n1/2/2023,A\n")).toContain(
			"file: missing column: Date (did you mean Datum?); the columns there are: Datum, Place",
		));

	test("another delimiter, another encoding, an empty file, no row with a day", async () => {
		expect(await refused("Date|Place\n1/2/2023|A\n")).toContain("its cells are separated by |");
		expect(await refused(Buffer.from("Date,Place\n1/2/2023,M\xfcnchen\n", "latin1"))).toContain("file:2: not UTF-8");
		expect(await refused("")).toContain("file is empty");
		expect(await refused("Date,Place\n2023-02-01,A\n")).toMatch(
			/no row of file can be read\n1 row with a day that is not d\/M\/yyyy: file:2, "2023-02-01"/,
		);
	});

	test("Parquet: read with its types, and refused where it is damaged", async () => {
		const path = join(scratchFolder(), "a.parquet");
		await withDuckDb(({ run }) =>
			run(
				`COPY (SELECT DATE '2023-02-01' AS "Date", 'Kang' AS "Place", 3 AS "Killed", NULL AS "Low", NULL AS "High") TO '${path}' (FORMAT parquet)`,
			),
		);
		const iso = { ...columns, date: { column: "Date", format: "yyyy-MM-dd" } };
		const tables = written(await read(readFileSync(path), { columns: iso, numbers }));
		expect(tables.incidents[0]).toMatchObject({ date_start: "2023-02-01", place: "Kang" });
		expect(tables.claims.at(-1)).toMatchObject({ value: "3" });
		expect(await refused(readFileSync(path).subarray(0, 60), { columns: iso })).toContain(
			"a Parquet file that cannot be read",
		);
		const { out } = await command("import", "table", path, "--template");
		expect(JSON.parse(out).columns.date.column).toBe("Date");
	});

	test("any bytes are read or refused in words", () =>
		fc.assert(
			fc.asyncProperty(
				fc.constantFrom("PK\u0003\u0004", "Date,Place\n", "\ufeffDate;Place\n", ""),
				fc.uint8Array({ maxLength: 60 }),
				async (start, bytes) => {
					const error = await read(Buffer.concat([Buffer.from(start), bytes])).then(
						() => null,
						(caught: Error) => caught,
					);
					if (error !== null) expect(error.name, error.stack).toBe("ImportError");
				},
			),
			{ numRuns: 40 },
		));
});

test("nothing is left beside a refused import", () => expect(existsSync(join(process.cwd(), "out"))).toBe(false));
