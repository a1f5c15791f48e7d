import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

/** A field of a table as `data/datapackage.json` describes it. */
export interface Field {
	readonly name: string;
	readonly type: "string" | "integer" | "number" | "date" | "boolean";
	readonly constraints?: {
		readonly required?: true;
		readonly unique?: true;
		readonly enum?: readonly string[];
		readonly minimum?: number;
		readonly maximum?: number;
		readonly pattern?: string;
	};
}

/** A table as `data/datapackage.json` describes it. */
export interface TableResource {
	readonly name: string;
	readonly path: string;
	readonly schema: {
		readonly fields: readonly Field[];
		readonly primaryKey: readonly string[];
		readonly foreignKeys?: readonly {
			readonly fields: readonly string[];
			readonly reference: { readonly resource?: string; readonly fields: readonly string[] };
		}[];
	};
}

export type Row = Readonly<Record<string, string>>;

export const dataFile = (name: string): URL => new URL(`../../data/${name}`, import.meta.url);

export const descriptor = JSON.parse(readFileSync(dataFile("datapackage.json"), "utf8"));
export const tables: readonly TableResource[] = descriptor.resources.filter(
	(resource: { type?: string }) => resource.type === "table",
);
export const codebook = readFileSync(dataFile("README.md"), "utf8");

/** The rows of a CSV as text, cell by cell. */
export function readRows(file: URL): readonly Row[] {
	return parse(readFileSync(file), { columns: true });
}

/** The header of a CSV. */
export function readHeader(file: URL): readonly string[] {
	return (parse(readFileSync(file), { to: 1 }) as string[][])[0] ?? [];
}
