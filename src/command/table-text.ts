import { stringify } from "csv-stringify/sync";
import type { CellValue, RowCells, TableRows } from "../import/importer.js";
import { optionalTables, type TableName, tables } from "../load/tables.js";

/**
 * The text of a table as the codebook says: UTF-8, LF, a header with every column, commas, quotes where needed.
 *
 * @example
 * tableText("verdict_basis", []) // → "proposition_id,claim_id\n"
 */
export function tableText<Name extends TableName>(name: Name, rows: readonly RowCells<Name>[]): string {
	const columns = Object.keys(tables[name]);
	const texts = rows.map((row) => columns.map((column) => cellText((row as Record<string, CellValue>)[column])));
	return stringify([columns, ...texts]);
}

/** Every table of a data folder as a file; those without rows have their header, and optional ones are not there. */
export function tableFiles(rows: TableRows): Record<string, string> {
	const names = (Object.keys(tables) as TableName[]).filter(
		(name) => !optionalTables.includes(name) || (rows[name]?.length ?? 0) > 0,
	);
	return Object.fromEntries(names.map((name) => [`${name}.csv`, tableText(name, rows[name] ?? [])]));
}

function cellText(cell: CellValue): string {
	if (cell === null || cell === undefined) return "";
	if (typeof cell === "object") return cell.join("|");
	return typeof cell === "number" ? numberText(cell) : String(cell);
}

/** A number in digits, without an exponent. */
function numberText(number: number): string {
	const text = String(Object.is(number, -0) ? 0 : number);
	return text.includes("e") ? number.toFixed(12).replace(/\.?0+$/, "") : text;
}
