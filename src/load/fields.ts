import type { Cell } from "./cells.js";
import type { TextTable } from "./csv.js";
import type { Problem } from "./problem.js";
import { type RowOf, type TableName, tables } from "./tables.js";

/** A row as far as its cells fit: `undefined` stands for one that does not, which is a problem already. */
export type Seen<Row> = { readonly [Column in keyof Row]: Row[Column] | undefined };

/** A row and the line of the file it starts on. */
export type Located<Row> = { readonly line: number } & (
	| { readonly fits: true; readonly row: Row }
	| { readonly fits: false; readonly row: Seen<Row> }
);

/** Turns the text cells of a table into values; every cell that does not fit is reported. */
export function readFields<Name extends TableName>(
	name: Name,
	table: TextTable,
): { rows: Located<RowOf<Name>>[]; problems: Problem[] } {
	const file = `${name}.csv`;
	const fields = Object.entries(tables[name]) as [string, Cell<unknown>][];
	const rows: Located<RowOf<Name>>[] = [];
	const problems: Problem[] = [];
	for (const { line, cells } of table.rows) {
		const row: Record<string, unknown> = {};
		let fits = true;
		for (const [column, cell] of fields) {
			const written = cells[column];
			// A missing column is reported once, for the header, and not again for every row.
			const { value, reason }: Reading = written === undefined ? { value: cell.blank } : readCell(written, cell);
			row[column] = value;
			if (reason !== undefined) problems.push({ file, line, column, reason, value: written || null });
			if (value === undefined) fits = false;
		}
		rows.push({ line, fits, row } as unknown as Located<RowOf<Name>>);
	}
	return { rows, problems };
}

interface Reading {
	readonly value?: unknown;
	readonly reason?: string;
}

function readCell(written: string, cell: Cell<unknown>): Reading {
	if (written === "") return cell.blank === undefined ? { reason: "must not be blank" } : { value: cell.blank };
	const result = cell.schema.safeParse(written);
	return result.success ? { value: result.data } : { reason: result.error.issues[0]?.message ?? "does not fit" };
}

/** What is wrong with one cell of a table taken by itself, in a few words; `null` where it fits. */
export function cellReason(table: TableName, column: string, written: string): string | null {
	const cell = (tables[table] as Readonly<Record<string, Cell<unknown> | undefined>>)[column];
	return cell === undefined ? `no column of ${table}.csv` : (readCell(written, cell).reason ?? null);
}
