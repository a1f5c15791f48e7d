import { readCsv, type TextRow } from "./csv.js";
import { plainText } from "./encoding.js";
import { readInput } from "./input.js";
import { DossierError, type Problem } from "./problem.js";
import { type TableName, tables } from "./tables.js";

/** A table of a data folder as it is written: every cell as text, columns that the kit does not know among them. */
export interface WrittenTable {
	/** Columns that the file has, those of the codebook first. */
	readonly columns: readonly string[];
	/** Cells by column. */
	readonly rows: readonly Readonly<Record<string, string>>[];
}

/** The tables of a data folder as they are written. */
export interface WrittenFolder {
	/** Tables that are there. */
	readonly tables: Partial<Readonly<Record<TableName, WrittenTable>>>;
	/** Number of points of the border line; `null` where there is none. */
	readonly border: string | null;
}

/**
 * Reads the tables of a data folder without judging what is in the cells, so that a folder of another version of the kit
 * can be read too: tables and columns may be missing, and there may be more columns. How the file was saved (encoding, line
 * ends, delimiter, order of columns) makes no difference.
 *
 * @throws DossierError where a row or a file cannot be read as a table; nothing is passed over
 */
export function readWrittenFolder(directory: string): WrittenFolder {
	const problems: Problem[] = [];
	const found: Partial<Record<TableName, WrittenTable>> = {};
	for (const name of Object.keys(tables) as TableName[]) {
		const table = readWrittenTable(directory, name, problems);
		if (table !== null) found[name] = table;
	}
	if (problems.length === 0 && Object.keys(found).length === 0) {
		const reason = `no table of the kit is there, such as incidents.csv`;
		problems.push({ file: directory, line: null, column: null, reason, value: null });
	}
	if (problems.length > 0) throw new DossierError(directory, problems);
	return { tables: found, border: readBorderText(directory) };
}

function readWrittenTable(directory: string, name: TableName, problems: Problem[]): WrittenTable | null {
	const file = `${name}.csv`;
	const input = readInput(directory, file);
	const report = (reason: string, value: string | null = null, line: number | null = null) => {
		problems.push({ file, line, column: null, reason, value });
		return null;
	};
	if (input.bytes === null) return input.reason === "missing file" ? null : report(input.reason, input.detail);
	const plain = plainText(input.bytes);
	if (plain.bytes === null) return report(plain.error.reason, plain.error.value, plain.error.line);
	const known = Object.keys(tables[name]);
	const first = readCsv(file, plain.bytes, known);
	const others = first.problems.flatMap(({ reason, value }) => (reason === "unknown column" && value ? [value] : []));
	const table = others.length === 0 ? first : readCsv(file, plain.bytes, [...known, ...others]);
	const absent = new Set(table.problems.flatMap(({ reason, column }) => (reason === "missing column" ? [column] : [])));
	// A spreadsheet's columns without a name are not compared.
	problems.push(...table.problems.filter(({ reason }) => reason !== "missing column" && reason !== "unknown column"));
	const columns = [...known, ...others].filter((column) => !absent.has(column));
	return { columns, rows: table.rows.map(({ cells }: TextRow) => cells) };
}

/** The border as JSON without its blanks; the text of the file where it is no JSON. */
function readBorderText(directory: string): string | null {
	const { bytes } = readInput(directory, "border.geojson");
	if (bytes === null) return null;
	const text = bytes.toString("utf8");
	try {
		return JSON.stringify(JSON.parse(text));
	} catch {
		return text;
	}
}
