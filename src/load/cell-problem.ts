import type { Located } from "./fields.js";
import type { ProblemList } from "./problem.js";
import type { RowOf, TableName } from "./tables.js";

/** All tables as rows with their lines, answers still text. */
export type LocatedTables = { readonly [Name in TableName]: readonly Located<RowOf<Name>>[] };

/** What is wrong with a row: the column, the reason, the value found, and perhaps what is meant. */
export type CellProblem = readonly [
	column: string | null,
	reason: string,
	value: string | null | undefined,
	hint?: () => string | undefined,
];

const none: readonly CellProblem[] = [];

/** The problem if something is wrong, else none. */
export const when = (isWrong: boolean, ...problem: CellProblem): readonly CellProblem[] => (isWrong ? [problem] : none);

/** Adds the problem of a cell, at its file and line. */
export const addAt = (problems: ProblemList, table: TableName, line: number, problem: CellProblem): void => {
	const [column, reason, value, hint] = problem;
	problems.add({ file: `${table}.csv`, line, column, reason, value: value ?? null }, hint);
};
