import type { TableName } from "../load/tables.js";
import { tables } from "../load/tables.js";
import type { Dossier } from "../records/records.js";
import type { DataDescriptor } from "./exporter.js";

/** A cell with its own type: a list is joined as the codebook says. */
export type TypedCell = string | number | boolean | null;

/** A table with its columns in the order of the codebook. */
export interface TypedTable {
	readonly name: TableName;
	readonly columns: readonly { readonly name: string; readonly type: string; readonly description: string }[];
	readonly rows: readonly (readonly TypedCell[])[];
}

/** Every table of a dossier with typed cells; optional ones without a row are not there. */
export function typedTables(
	dossier: Dossier,
	descriptor: DataDescriptor,
	optional: readonly TableName[],
): TypedTable[] {
	return (Object.keys(tables) as TableName[]).flatMap((name) => {
		const rows = (name === "observation" ? [dossier.observation] : dossier[name]) as readonly object[];
		if (rows.length === 0 && optional.includes(name)) return [];
		const fields = descriptor.resources.find((resource) => resource.name === name)?.schema?.fields ?? [];
		const columns = Object.keys(tables[name]).map((column) => {
			const { type = "string", description = "" } = fields.find((field) => field.name === column) ?? {};
			return { name: column, type, description };
		});
		const cells = rows.map((row) =>
			columns.map((column): TypedCell => {
				const cell = (row as Readonly<Record<string, TypedCell | readonly string[]>>)[column.name] ?? null;
				return cell !== null && typeof cell === "object" ? cell.join("|") || null : cell;
			}),
		);
		return [{ name, columns, rows: cells }];
	});
}
