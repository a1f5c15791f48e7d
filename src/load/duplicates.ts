import { addAt, type LocatedTables } from "./cell-problem.js";
import type { Located } from "./fields.js";
import type { ProblemList } from "./problem.js";
import type { TableName } from "./tables.js";

/** The columns that identify a row of a table without an id of its own. */
const pairs = {
	verdict_basis: ["proposition_id", "claim_id"],
	interests: ["proposition_id", "value"],
	readings: ["proposition_id", "reader"],
	archive: ["url", "archived_url"],
} as const;

/** Adds a problem for each row of such a table whose key is already on an earlier line, at the second of its columns. */
export function addDuplicatePairs(tables: LocatedTables, problems: ProblemList): void {
	for (const [name, [left, right]] of Object.entries(pairs)) {
		const table = name as TableName;
		const firstLine = new Map<string, number>();
		for (const { line, row } of tables[table] as readonly Located<object>[]) {
			const { [left]: a, [right]: b } = row as Readonly<Record<string, string | undefined>>;
			if (a === undefined || b === undefined) continue;
			const key = `${a} ${b}`;
			const first = firstLine.get(key);
			if (first === undefined) firstLine.set(key, line);
			else addAt(problems, table, line, [right, `already on line ${first}`, key]);
		}
	}
}
