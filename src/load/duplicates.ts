import { addAt, type LocatedTables } from "./cell-problem.js";
import type { Located } from "./fields.js";
import type { ProblemList } from "./problem.js";
import type { TableName } from "./tables.js";
import type { RowsById } from "./validate.js";

/** The columns that identify a row; a duplicate is reported at the last of them. */
const primaryKeys = {
	sources: ["source_id"],
	incidents: ["incident_id"],
	propositions: ["proposition_id"],
	claims: ["claim_id"],
	crossings: ["crossing_id"],
	stretches: ["stretch_id"],
	places: ["place_id"],
	verdict_basis: ["proposition_id", "claim_id"],
	interests: ["proposition_id", "value"],
	readings: ["proposition_id", "reader"],
} as const;

/** Adds a problem for each row whose key is already on an earlier line. */
export function addDuplicates(tables: LocatedTables, byId: RowsById, problems: ProblemList): void {
	for (const [name, columns] of Object.entries(primaryKeys)) {
		const table = name as TableName;
		const firstLine = columns.length === 1 ? lineById(byId, table) : lineByPair();
		for (const { line, row } of tables[table] as readonly Located<object>[]) {
			const cells = columns.map((column) => (row as Readonly<Record<string, string | undefined>>)[column]);
			if (cells.includes(undefined)) continue;
			const key = cells.join(" ");
			const first = firstLine(key, line);
			if (first !== line) addAt(problems, table, line, [columns.at(-1) ?? "", `already on line ${first}`, key]);
		}
	}
}

function lineById(byId: RowsById, table: TableName): (key: string, line: number) => number {
	return (key, line) => byId[table]?.get(key)?.line ?? line;
}

function lineByPair(): (key: string, line: number) => number {
	const seen = new Map<string, number>();
	return (key, line) => {
		const first = seen.get(key);
		if (first === undefined) seen.set(key, line);
		return first ?? line;
	};
}
