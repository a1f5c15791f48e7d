import { stringify } from "csv-stringify/sync";
import type { TableRow } from "../charts/frame.js";

/**
 * Rows as RFC 4180 text with LF ends. A text that a spreadsheet would run as a formula is written with a
 * leading apostrophe (csv-stringify's `escape_formulas`); numbers are left as they are.
 */
export function tableCsv(rows: readonly TableRow[]): string {
	const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
	const texts = rows.map((row) => columns.map((column) => cellText(row[column] ?? null)));
	return stringify(texts, { header: true, columns });
}

// csv-stringify escapes every cell that begins with a minus, numbers among them: escape texts alone.
function cellText(cell: string | number | boolean | null): string {
	if (cell === null) return "";
	if (typeof cell !== "string") return String(cell);
	return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
