import { type TableName, tables } from "../load/tables.js";
import type { WrittenFolder, WrittenTable } from "../load/text-tables.js";

/** Columns that name a row of each table; the one row of `observation` needs none. */
const keys: Readonly<Record<TableName, readonly string[]>> = {
	sources: ["source_id"],
	incidents: ["incident_id"],
	propositions: ["proposition_id"],
	claims: ["claim_id"],
	verdict_basis: ["proposition_id", "claim_id"],
	interests: ["proposition_id", "value"],
	crossings: ["crossing_id"],
	stretches: ["stretch_id"],
	places: ["place_id"],
	observation: [],
	readings: ["proposition_id", "reader"],
	archive: ["url", "archived_url"],
};

/** One cell that differs; a blank cell is an empty text. */
export interface CellChange {
	readonly column: string;
	readonly before: string;
	readonly after: string;
}

/** A row that both versions have and that differs. */
export interface RowChange {
	readonly key: string;
	readonly cells: readonly CellChange[];
}

/** What differs in one table. */
export interface TableChange {
	readonly table: TableName;
	/** Whether only one version has the table, and which. */
	readonly only_in: "before" | "after" | null;
	readonly rows_before: number;
	readonly rows_after: number;
	readonly columns_added: readonly string[];
	readonly columns_removed: readonly string[];
	/** Keys of rows that only the new version has. */
	readonly added: readonly string[];
	/** Keys of rows that only the old version has. */
	readonly removed: readonly string[];
	readonly changed: readonly RowChange[];
}

/**
 * What differs between the tables of two versions, table by table: rows are compared by their key and cells by their
 * column, whatever the order of either. A column that one version does not have counts as blank there; a table that a folder
 * can do without counts as empty. Tables without a difference are left out.
 */
export function changedTables(before: WrittenFolder, after: WrittenFolder): TableChange[] {
	return (Object.keys(tables) as TableName[]).flatMap((table) => {
		const change = compared(table, before.tables[table], after.tables[table]);
		const isSame =
			change.only_in === null &&
			[change.columns_added, change.columns_removed, change.added, change.removed, change.changed].every(
				(list) => list.length === 0,
			);
		return isSame ? [] : [change];
	});
}

const empty: WrittenTable = { columns: [], rows: [] };

function compared(table: TableName, before: WrittenTable | undefined, after: WrittenTable | undefined): TableChange {
	const [old, now] = [byKey(table, before ?? empty), byKey(table, after ?? empty)];
	const columns = [...new Set([...(before?.columns ?? []), ...(after?.columns ?? [])])];
	const isEmpty = (before?.rows.length ?? 0) === 0 && (after?.rows.length ?? 0) === 0;
	const isOneSided = (before === undefined) !== (after === undefined) && !(isEmpty && table !== "incidents");
	const missing = (from: readonly string[], of: WrittenTable | undefined) =>
		of === undefined || isOneSided ? [] : columns.filter((name) => !from.includes(name));
	return {
		table,
		only_in: isOneSided ? (before === undefined ? "after" : "before") : null,
		rows_before: old.size,
		rows_after: now.size,
		columns_added: after === undefined ? [] : missing(before?.columns ?? [], before),
		columns_removed: before === undefined ? [] : missing(after?.columns ?? [], after),
		added: [...now.keys()].filter((key) => !old.has(key)),
		removed: [...old.keys()].filter((key) => !now.has(key)),
		changed: [...now].flatMap(([key, row]): RowChange[] => {
			const earlier = old.get(key);
			if (earlier === undefined) return [];
			const cells = columns.flatMap((column): CellChange[] => {
				const [from, to] = [earlier[column] ?? "", row[column] ?? ""];
				return from === to ? [] : [{ column, before: from, after: to }];
			});
			return cells.length === 0 ? [] : [{ key, cells }];
		}),
	};
}

/** Rows by their key. Of two rows with one key, which is a problem of the data, the second has `#2` after it. */
function byKey(table: TableName, { rows }: WrittenTable): Map<string, Readonly<Record<string, string>>> {
	const found = new Map<string, Readonly<Record<string, string>>>();
	for (const row of rows) {
		const name = keys[table].map((column) => row[column] ?? "").join(" / ") || "the only row";
		let key = name;
		for (let count = 2; found.has(key); count++) key = `${name} #${count}`;
		found.set(key, row);
	}
	return found;
}
