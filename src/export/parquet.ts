import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { quotedName, withDuckDb } from "../engine/duckdb.js";
import { optionalTables } from "../load/tables.js";
import { type TypedTable, typedTables } from "./cells.js";
import type { Exporter } from "./exporter.js";

/** Types of the codebook in SQL. A column with another one is text. */
const sqlTypes: Readonly<Record<string, string>> = {
	date: "DATE",
	integer: "BIGINT",
	number: "DOUBLE",
	boolean: "BOOLEAN",
};

/** A Parquet file for each table, with the types of the codebook: days are dates, and blank cells are null. */
export const parquet: Exporter = {
	id: "parquet",
	what: "a typed Parquet file for each table",
	ending: null,
	write: async ({ dossier, tables, others, descriptor }) => {
		const scratch = mkdtempSync(join(tmpdir(), "border-incidents-parquet-"));
		try {
			const files = await withDuckDb(async ({ run }) => {
				const written: Record<string, Uint8Array> = {};
				for (const table of typedTables(dossier, descriptor, optionalTables)) {
					const [from, to] = [join(scratch, `${table.name}.csv`), join(scratch, `${table.name}.parquet`)];
					writeFileSync(from, tables[`${table.name}.csv`] ?? "");
					await run(copySql(table, from, to));
					written[`${table.name}.parquet`] = new Uint8Array(readFileSync(to));
				}
				return written;
			});
			return { files: { ...files, ...others }, notes: [] };
		} finally {
			rmSync(scratch, { recursive: true, force: true });
		}
	},
};

/** Every column is read as text, quoted cells with line breaks too, and cast to its type. */
function copySql({ columns }: TypedTable, from: string, to: string): string {
	const read = columns.map(({ name }) => `${quotedText(name)}: 'VARCHAR'`).join(", ");
	const cast = columns
		.map(({ name, type }) => `CAST(${quotedName(name)} AS ${sqlTypes[type] ?? "VARCHAR"}) AS ${quotedName(name)}`)
		.join(", ");
	return `COPY (SELECT ${cast} FROM read_csv(${quotedText(from)}, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = '', new_line = '\\n', parallel = false, columns = {${read}})) TO ${quotedText(to)} (FORMAT parquet, COMPRESSION zstd)`;
}

const quotedText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
