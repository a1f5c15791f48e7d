import { stringify } from "csv-stringify/sync";
import type { TableRow } from "../charts/parts/frame.js";
import { twelveDigits } from "../statistics/number-text.js";

/** Tells a spreadsheet that opens the file by double click that it is UTF-8; pandas, DuckDB, polars and R skip it. */
const byteOrderMark = "\ufeff";

/**
 * Rows as RFC 4180 text with a byte order mark and LF ends. A text that a spreadsheet would run as a formula is written
 * with a leading apostrophe, full-width signs among them; a number has twelve significant digits at most.
 *
 * @param options `mark: false`: no byte order mark, for files that a program reads; `columns`: those of the header, where
 *   there may be no row
 */
export function tableCsv(
	rows: readonly TableRow[],
	{
		mark = true,
		columns = [...new Set(rows.flatMap((row) => Object.keys(row)))],
	}: { readonly mark?: boolean; readonly columns?: readonly string[] } = {},
): string {
	const texts = rows.map((row) => columns.map((column) => cellText(row[column] ?? null)));
	return (mark ? byteOrderMark : "") + stringify(texts, { header: true, columns: [...columns] });
}

// csv-stringify's own `escape_formulas` escapes negative numbers too, so texts are escaped here.
function cellText(cell: string | number | boolean | null): string {
	if (cell === null) return "";
	if (typeof cell === "number") return String(twelveDigits(cell));
	if (typeof cell !== "string") return String(cell);
	return /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}
