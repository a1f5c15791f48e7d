import type { Located } from "./fields.js";
import type { Problem } from "./problem.js";
import type { RowOf, TableName } from "./tables.js";

/** All tables as rows with their lines, answers still text. */
export type LocatedTables = { readonly [Name in TableName]: readonly Located<RowOf<Name>>[] };

/** What is wrong with a row: the column, the reason, the value found. */
export type CellProblem = readonly [column: string, reason: string, value: string | null | undefined];

/** The problem if something is wrong, else none. */
export const when = (isWrong: boolean, ...problem: CellProblem): CellProblem[] => (isWrong ? [problem] : []);

/** The problem of a cell, at its file and line. */
export const problemAt = (
	table: TableName,
	line: number,
	[column, reason, value]: CellProblem | readonly [column: null, reason: string, value: null],
): Problem => ({ file: `${table}.csv`, line, column, reason, value: value ?? null });
