import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { withDuckDb } from "../engine/duckdb.js";
import { onOneLine } from "../records/one-line.js";
import { ImportError } from "./importer.js";

/** Whether a file has more bytes than are read at once. */
export const isLarger = (file: string, most: number): boolean => {
	const there = statSync(file, { throwIfNoEntry: false });
	return there?.isFile() === true && there.size > most;
};

/**
 * Lends a copy of a large CSV file as Parquet, which is read a part at a time. Every cell is a text; the copy has the
 * name of the file, for messages, and is gone afterwards.
 *
 * @throws ImportError where DuckDB cannot read the file
 */
export async function withParquetCopy<Result>(file: string, work: (copy: string) => Promise<Result>): Promise<Result> {
	const folder = mkdtempSync(join(tmpdir(), "border-incidents-import-"));
	const copy = join(folder, basename(file));
	const sql = `COPY (SELECT * FROM read_csv(?, all_varchar = true, header = true)) TO '${copy.replaceAll("'", "''")}' (FORMAT parquet)`;
	try {
		await withDuckDb(({ run }) => run(sql, [file])).catch((error: Error) => {
			if (error.name === "MissingPackageError") throw error;
			throw new ImportError(`${basename(file)}: cannot be read: ${onOneLine(error.message.slice(0, 300))}`);
		});
		return await work(copy);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
