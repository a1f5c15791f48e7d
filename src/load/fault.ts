import type { Located } from "./fields.js";
import type { Problem } from "./problem.js";
import type { RowOf, TableName } from "./tables.js";

/** All tables as rows with their lines, answers still text. */
export type LocatedTables = { readonly [Name in TableName]: readonly Located<RowOf<Name>>[] };

/** Says what is wrong with a row: the column, the reason, the value found. */
export type Fault = readonly [column: string, reason: string, value: string | null | undefined];

/** A fault where something is wrong, else none. */
export const when = (isWrong: boolean, ...fault: Fault): Fault[] => (isWrong ? [fault] : []);

/** A fault as the problem of a line. */
export const problemAt = (
	table: TableName,
	line: number,
	[column, reason, value]: Fault | readonly [column: null, reason: string, value: null],
): Problem => ({ file: `${table}.csv`, line, column, reason, value: value ?? null });
