import { type LocatedTables, problemAt } from "./cell-problem.js";
import type { Problem } from "./problem.js";
import type { TableName } from "./tables.js";

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

/** Problems of rows whose key is already on an earlier line. */
export function duplicateRows(tables: LocatedTables): Problem[] {
	return Object.entries(primaryKeys).flatMap(([table, columns]) => duplicatesIn(table as TableName, tables, columns));
}

function duplicatesIn(table: TableName, tables: LocatedTables, columns: readonly string[]): Problem[] {
	const firstLine = new Map<string, number>();
	return tables[table].flatMap(({ line, row }) => {
		const cells = columns.map((column) => (row as Readonly<Record<string, string | undefined>>)[column]);
		if (cells.includes(undefined)) return [];
		const key = cells.join(" ");
		const first = firstLine.get(key);
		if (first === undefined) firstLine.set(key, line);
		return first === undefined ? [] : [problemAt(table, line, [columns.at(-1) ?? "", `already on line ${first}`, key])];
	});
}
