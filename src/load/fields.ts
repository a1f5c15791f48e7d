import type { Cell } from "./cells.js";
import type { TextTable } from "./csv.js";
import type { Problem } from "./problem.js";
import { type RowOf, type TableName, tables } from "./tables.js";

/** A row and the line of the file it starts on. */
export interface Located<Row> {
	readonly line: number;
	readonly row: Row;
}

/**
 * Turns the text cells of a table into values. A row with a cell that does not fit is set aside, and
 * every such cell is reported.
 */
export function readFields<Name extends TableName>(
	name: Name,
	table: TextTable,
): { rows: Located<RowOf<Name>>[]; problems: Problem[] } {
	const file = `${name}.csv`;
	const fields = Object.entries(tables[name]) as [string, Cell<unknown>][];
	const rows: Located<RowOf<Name>>[] = [];
	const problems: Problem[] = [];
	for (const textRow of table.rows) {
		const values: Record<string, unknown> = {};
		const before = problems.length;
		for (const [column, cell] of fields) {
			const { value, reason } = readCell(textRow.cells[column], cell);
			if (reason === undefined) values[column] = value;
			else problems.push({ file, line: textRow.line, column, reason, value: textRow.cells[column] || null });
		}
		if (problems.length === before) rows.push({ line: textRow.line, row: values as unknown as RowOf<Name> });
	}
	return { rows, problems };
}

function readCell(written: string | undefined, cell: Cell<unknown>): { value?: unknown; reason?: string } {
	// A missing column is reported once, for the header, and not again for every row.
	if (written === undefined) return { value: cell.blank ?? null };
	if (written === "") return cell.blank === undefined ? { reason: "must not be blank" } : { value: cell.blank };
	const result = cell.schema.safeParse(written);
	return result.success ? { value: result.data } : { reason: result.error.issues[0]?.message ?? "does not fit" };
}
