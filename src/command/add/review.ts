import { onOneLine } from "../../records/one-line.js";
import type { TableFormat } from "./append.js";
import { type AddedTable, addedTables, type NewRows } from "./rows.js";

/**
 * The rows as a person reads them before they are written: by table, a line a cell, blank cells not shown. `*` marks
 * what the program filled in.
 */
export function reviewLines(rows: NewRows, formats: Readonly<Record<AddedTable, TableFormat>>): string[] {
	const lines = addedTables.flatMap((table) => {
		const count = rows[table].length;
		if (count === 0) return [];
		const { header } = formats[table];
		const width = Math.max(...header.map((column) => column.length));
		const cells = rows[table].map((row) =>
			header
				.filter((column) => row.cells[column])
				.map((column) => {
					const mark = row.filled.includes(column) ? "*" : " ";
					return ` ${mark} ${column.padEnd(width)}  ${onOneLine(row.cells[column] ?? "")}`;
				}),
		);
		return [`${table}.csv: ${countRows(count)}`, ...cells.flatMap((row, index) => (index === 0 ? row : ["", ...row]))];
	});
	const isMarked = addedTables.some((table) => rows[table].some(({ filled }) => filled.length > 0));
	return isMarked ? [...lines, "* filled in by the program"] : lines;
}

/** `1 row`, `3 rows`. */
export const countRows = (count: number): string => (count === 1 ? "1 row" : `${count} rows`);
