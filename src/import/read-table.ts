import { basename } from "node:path";
import { type Database, quotedName, type SqlRow, withDuckDb } from "../engine/duckdb.js";
import { scanCsv } from "../load/csv.js";
import { plainText } from "../load/encoding.js";
import { csvHeader } from "../load/header.js";
import { firstBytes, mostBytes, readInput } from "../load/input.js";
import { ProblemList, problemLine, visible } from "../load/problem.js";
import { didYouMean } from "../records/nearest.js";
import { onOneLine } from "../records/one-line.js";
import { wordFor } from "../statistics/number-text.js";
import { ImportError } from "./importer.js";
import { isLarger, withParquetCopy } from "./large-file.js";
import type { RowCount } from "./row-count.js";

/** The columns that an importer reads; a file may have others. */
export interface WantedColumns {
	/** Without these there is nothing to import. */
	readonly needed: readonly string[];
	/** These are blank where the file has none. */
	readonly optional?: readonly string[];
}

/** A row of a file as text, by column; a blank cell is `""`. */
export interface SourceRow {
	/** Line of a text file, the header being 1; number of the row in a Parquet file, the first being 1. */
	readonly line: number;
	readonly cells: Readonly<Record<string, string>>;
}

/** What came of reading a file. */
export interface ReadFile {
	/** How it is written, where that is not UTF-8 with commas, such as `semicolon-separated`. */
	readonly notes: readonly string[];
	/** Rows with more or fewer cells than the header: they were not given to `take`. */
	readonly damaged: number;
}

/**
 * Reads several files of one kind, and counts every row: those that `take` gives a reason for are dropped.
 *
 * @returns how the files were read, a sentence each
 */
export async function readTables(
	files: readonly string[],
	wanted: WantedColumns,
	count: RowCount,
	take: (cells: SourceRow["cells"]) => string | null,
): Promise<string[]> {
	const forms = new Set<string>();
	for (const file of files) {
		const { notes, damaged } = await readTable(file, wanted, ({ cells }) => {
			count.read();
			const reason = take(cells);
			if (reason !== null) count.drop(reason);
		});
		for (let row = 0; row < damaged; row++) count.read();
		count.drop(damagedRow, damaged);
		for (const note of notes) if (note !== "Parquet") forms.add(`${basename(file)} was read as: ${note}.`);
	}
	return [...forms];
}

/** The reason of a row that has more or fewer cells than the header. */
export const damagedRow = "with more or fewer cells than the header";

/**
 * Reads a table of another program row by row: CSV or TSV in any form that the kit's own tables may have, or Parquet,
 * known by its first bytes. A larger CSV than a gigabyte goes through DuckDB. Column names may differ in letter case, spaces and hyphens, and more columns may be there.
 *
 * @throws ImportError where the file is missing, empty, in another encoding or without a needed column; it names the
 * columns that there are
 * @param most the most bytes that are read at once
 */
export async function readTable(
	file: string,
	wanted: WantedColumns,
	take: (row: SourceRow) => void,
	most: number = mostBytes,
): Promise<ReadFile> {
	const columns = [...wanted.needed, ...(wanted.optional ?? [])];
	const name = basename(file);
	if (firstBytes(file, 4) === "PAR1") return await readParquet(file, name, columns, wanted, take);
	if (isLarger(file, most)) return await withParquetCopy(file, (copy) => readTable(copy, wanted, take));
	const text = textOf(file);
	const problems = new ProblemList();
	let damaged = 0;
	const scan = scanCsv(
		name,
		text.bytes,
		columns,
		(line, cells, isRagged) => {
			if (isRagged) damaged++;
			else take({ line, cells: Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""])) });
		},
		problems,
	);
	// Other columns are no problem here, and those that are missing have a message of their own.
	const found = problems
		.sorted([name])
		.filter(({ reason }) => !/^(unknown column|missing column|row has|column \d+ has cells)/.test(reason));
	const missing = wanted.needed.filter((column) => !scan.columns.has(column));
	if (found[0]?.reason.startsWith("no header") || (found.length === 0 && missing.length > 0))
		throw withoutColumns(name, missing.length > 0 ? missing : wanted.needed, text.bytes);
	if (found.length > 0) throw new ImportError(found.map(problemLine).slice(0, 3).join("\n"));
	return { notes: [...text.notes, ...scan.notes], damaged };
}

/**
 * The text of a file.
 *
 * @param ifPacked the hint for a packed file, where a format has one of its own
 * @throws ImportError that says why it has none
 */
export function textOf(file: string, ifPacked?: string) {
	const input = readInput("", file);
	if (input.bytes === null)
		throw new ImportError(`${file}: ${input.reason}${input.detail === null ? "" : `: ${onOneLine(input.detail)}`}`);
	const text = plainText(input.bytes);
	if (text.bytes === null) {
		const { hint, ...error } = text.error;
		const own = /ZIP|gzip/.test(error.reason) ? ifPacked : undefined;
		throw new ImportError(problemLine({ file: basename(file), column: null, ...error, hint: own ?? hint }));
	}
	return text;
}

/**
 * The names of the columns of a file, in its order.
 *
 * @throws ImportError where it cannot be read
 */
export async function tableColumns(file: string): Promise<readonly string[]> {
	if (firstBytes(file, 4) === "PAR1") return await withDuckDb(({ rows }) => parquetColumns(rows, file));
	return headerOf(textOf(file).bytes).names;
}

function withoutColumns(file: string, missing: readonly string[], bytes: Buffer): ImportError {
	const { names, isByBars } = headerOf(bytes);
	if (isByBars && missing.every((column) => names.includes(column)))
		return new ImportError(`${file}: its cells are separated by |; save it with commas, semicolons or tabs`);
	return missingColumns(file, missing, names);
}

/** The error for a file without columns that are needed, with the columns that there are. */
export function missingColumns(file: string, missing: readonly string[], there: readonly string[]): ImportError {
	const words = missing.map((column) => `${column}${didYouMean(column, there)}`).join(", ");
	const known = there.slice(0, 80).map(visible).join(", ");
	const more = there.length > 80 ? `, … ${there.length} in all` : "";
	return new ImportError(
		`${file}: missing ${wordFor(missing.length, "column", "columns")}: ${words}; the columns there are: ${known === "" ? "none" : known}${more}`,
	);
}

/** The names in the first line, by whichever delimiter gives most. */
function headerOf(bytes: Buffer): { readonly names: readonly string[]; readonly isByBars: boolean } {
	const end = bytes.indexOf(0x0a);
	const line = bytes.subarray(0, Math.min(end < 0 ? bytes.length : end, 1e5));
	const unquoted = (names: readonly string[]) => names.map((name) => name.replace(/^\s*"|"\s*$/g, ""));
	const [byBars = [], ...parted] = ["|", ";", "\t"].map((delimiter) =>
		unquoted(line.toString("utf8").split(delimiter)),
	);
	const others = [csvHeader(line), ...parted].reduce((most, names) => (names.length > most.length ? names : most));
	const isByBars = byBars.length > others.length;
	return { names: isByBars ? byBars : others, isByBars };
}

function readParquet(
	file: string,
	name: string,
	columns: readonly string[],
	wanted: WantedColumns,
	take: (row: SourceRow) => void,
): Promise<ReadFile> {
	return withDuckDb(async ({ rows, stream }) => {
		const there = await parquetColumns(rows, file);
		const fold = (column: string) => column.toLowerCase().replace(/[\s-]+/g, "_");
		const places = columns.map((column) => there.find((each) => each === column || fold(each) === fold(column)));
		const missing = wanted.needed.filter((_, index) => places[index] === undefined);
		if (missing.length > 0) throw missingColumns(name, missing, there);
		const list = places.flatMap((column, index) =>
			column === undefined ? [] : [`${quotedName(column)}::VARCHAR AS ${quotedName(String(index))}`],
		);
		let line = 0;
		for await (const part of stream(`SELECT ${list.join(", ")} FROM read_parquet(?)`, [file]))
			for (const row of part)
				take({ line: ++line, cells: Object.fromEntries(columns.map((column, index) => [column, cellOf(row, index)])) });
		return { notes: ["Parquet"], damaged: 0 };
	});
}

async function parquetColumns(rows: Database["rows"], file: string): Promise<string[]> {
	const described = await rows("DESCRIBE SELECT * FROM read_parquet(?)", [file]).catch((error: Error) => {
		throw new ImportError(
			`${basename(file)}: a Parquet file that cannot be read: ${onOneLine(error.message.split("\n")[0] ?? "")}`,
		);
	});
	return described.map(({ column_name }) => String(column_name));
}

const cellOf = (row: SqlRow, index: number): string => {
	const value = row[String(index)];
	return value === null || value === undefined ? "" : String(value);
};
