import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { fromDayNumber } from "../calendar/days.js";
import { withDuckDb } from "../engine/duckdb.js";
import { readBorder } from "../load/border.js";
import { ownRegion } from "../load/dossier.js";
import { firstBytes } from "../load/input.js";
import { type TableName, tables } from "../load/tables.js";
import { namedIfMissing } from "../records/missing-package.js";
import { didYouMean } from "../records/nearest.js";
import { onOneLine } from "../records/one-line.js";
import type { BorderLine } from "../records/records.js";
import { type CellValue, ImportError, type Imported, type Importer, type TableRows } from "./importer.js";

/** A table as a workbook or a Parquet file holds it: cells with types, a day as a `Date`. */
type Rows = readonly (readonly unknown[])[];

/** Tables, and the border line where the file holds it. */
interface Found {
	readonly tables: ReadonlyMap<
		TableName,
		{ readonly header: readonly unknown[]; readonly rows: Rows; readonly from: string }
	>;
	readonly border?: BorderLine;
}

/**
 * Reads what `export xlsx` and `export parquet` wrote: every table with every row, verdicts too. Columns may stand in another
 * order. The CSV that comes of it is that from which the export was made, with numbers in their shortest form.
 */
export const kit: Importer = {
	id: "kit",
	what: "a workbook or a folder of Parquet files that export wrote",
	read: async (files): Promise<Imported> => {
		const [file = ""] = files;
		if (files.length > 1 && files.some((each) => extname(each) !== ".parquet"))
			throw new ImportError("kit reads one workbook, or a folder of Parquet files");
		const isWorkbook = firstBytesOf(file) === "PK\u0003\u0004" || extname(file) === ".xlsx";
		const found = isWorkbook ? await readWorkbook(file) : await readParquetFiles(files);
		const names = Object.keys(tables) as TableName[];
		const missing = (["incidents", "observation"] as const).filter((name) => !found.tables.has(name));
		if (missing.length > 0)
			throw new ImportError(`${file}: not an export of the kit: it has no table ${missing.join(" and no ")}`);
		const read = names.flatMap((name) => {
			const table = found.tables.get(name);
			return table === undefined ? [] : [[name, cellsOf(name, table)] as const];
		});
		return {
			tables: Object.fromEntries(read) as TableRows,
			rows: read.reduce((sum, [, rows]) => sum + rows.length, 0),
			dropped: [],
			notes: [],
			hasVerdicts: true,
			...(found.border === undefined ? {} : { border: found.border }),
		};
	},
};

function firstBytesOf(file: string): string {
	const there = statSync(file, { throwIfNoEntry: false });
	if (there === undefined) throw new ImportError(`${file}: missing file`);
	return there.isDirectory() ? "" : firstBytes(file, 4);
}

async function readWorkbook(file: string): Promise<Found> {
	const { default: readSheets } = await import("read-excel-file/node").catch((error) => {
		throw namedIfMissing(error, "workbooks");
	});
	const sheets = await readSheets(readFileSync(file)).catch((error: unknown) => {
		throw new ImportError(`${file}: not a workbook that can be read: ${onOneLine(String((error as Error).message))}`);
	});
	const found = new Map<TableName, { header: readonly unknown[]; rows: Rows; from: string }>();
	let border: BorderLine | undefined;
	for (const { sheet, data } of sheets) {
		const [header = [], ...rows] = data as unknown[][];
		if (sheet in tables) found.set(sheet as TableName, { header, rows, from: `${basename(file)}, sheet ${sheet}` });
		if (sheet === "border") border = rows.map(([lon, lat]) => [Number(lon), Number(lat)] as const);
	}
	return border === undefined ? { tables: found } : { tables: found, border };
}

async function readParquetFiles(given: readonly string[]): Promise<Found> {
	const files = given.flatMap((file) =>
		statSync(file).isDirectory()
			? readdirSync(file)
					.filter((name) => extname(name) === ".parquet")
					.map((name) => join(file, name))
			: [file],
	);
	if (files.length === 0) throw new ImportError(`${given[0]}: no Parquet file is in this folder`);
	const found: [TableName, { header: readonly string[]; rows: Rows; from: string }][] = [];
	await withDuckDb(async ({ rows }) => {
		for (const file of files) {
			const name = basename(file, ".parquet");
			if (!(name in tables))
				throw new ImportError(`${file}: no table has this name${didYouMean(name, Object.keys(tables))}`);
			if (firstBytes(file, 4) !== "PAR1") throw new ImportError(`${file}: not a Parquet file`);
			const read = await rows("SELECT * FROM read_parquet($1)", [file]).catch((error: unknown) => {
				throw new ImportError(`${file}: cannot be read: ${onOneLine(String((error as Error).message))}`);
			});
			const described = await rows("DESCRIBE SELECT * FROM read_parquet($1)", [file]);
			const header = described.map(({ column_name }) => String(column_name));
			found.push([
				name as TableName,
				{ header, rows: read.map((row) => header.map((column) => row[column])), from: file },
			]);
		}
	});
	const borders = given.flatMap((file) => (statSync(file).isDirectory() ? [join(file, "border.geojson")] : []));
	const border = borders.map(lineIn).find((line) => line !== undefined);
	return border === undefined ? { tables: new Map(found) } : { tables: new Map(found), border };
}

function lineIn(file: string): BorderLine | undefined {
	if (statSync(file, { throwIfNoEntry: false }) === undefined) return undefined;
	const { line } = readBorder(readFileSync(file), ownRegion()).border;
	return line.length === 0 ? undefined : line;
}

/** Rows by column; a column that the table needs must be there, and none that it does not know. */
function cellsOf(name: TableName, { header, rows, from }: { header: readonly unknown[]; rows: Rows; from: string }) {
	const columns = Object.keys(tables[name]);
	const names = header.map((cell) => String(cell ?? ""));
	const missing = columns.filter((column) => !names.includes(column));
	if (missing.length > 0)
		throw new ImportError(
			`${from}: missing column ${missing.join(", ")}; the columns are: ${names.map(onOneLine).join(", ")}`,
		);
	const places = columns.map((column) => names.indexOf(column));
	return rows.map((row) =>
		Object.fromEntries(columns.map((column, index) => [column, cellOf(row[places[index] as number])])),
	);
}

function cellOf(cell: unknown): CellValue {
	if (cell === null || cell === undefined) return null;
	if (cell instanceof Date) return fromDayNumber(Math.round(cell.getTime() / 86_400_000));
	return typeof cell === "number" || typeof cell === "boolean" ? cell : String(cell);
}
