import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection, DuckDBValue } from "@duckdb/node-api";
import { namedIfMissing } from "../records/missing-package.js";

/** How much of the machine a database may take. */
export interface DuckDbOptions {
	/** The most memory, such as `1GB`; what does not fit goes to a temporary folder. */
	readonly memory?: string;
	/** Threads at once; by default one for each core. */
	readonly threads?: number;
	/** A folder in which what does not fit into memory is put meanwhile; by default that of the system's temporary files. */
	readonly temporary?: string;
}

/** A row of a result, by the names of its columns. */
export type SqlRow = Record<string, unknown>;

/** An open database in memory. It answers one query at a time, and is gone after the work. */
export interface Database {
	/**
	 * The rows of a query as objects, with numbers, texts, booleans, `null` and `Date`s; whole numbers that do not fit
	 * into a number are `bigint`s.
	 *
	 * @param values what stands for `?` or `$1` in the query: file names and texts of users go here, never into the query
	 */
	readonly rows: (sql: string, values?: readonly DuckDBValue[]) => Promise<SqlRow[]>;
	/** Runs a statement that gives no rows, such as `COPY`. */
	readonly run: (sql: string, values?: readonly DuckDBValue[]) => Promise<void>;
	/** The rows of a query a few thousand at a time, for results that do not fit into memory. */
	readonly stream: (sql: string, values?: readonly DuckDBValue[]) => AsyncIterable<readonly SqlRow[]>;
	/** The connection of `@duckdb/node-api`, for what is not here. */
	readonly connection: DuckDBConnection;
}

/**
 * Opens DuckDB in memory for some work and closes it afterwards, whatever happens. The package is loaded here, so that
 * whoever does not need it need not have it.
 *
 * @throws MissingPackageError where `@duckdb/node-api` is not installed
 * @example
 * await withDuckDb(({ rows }) => rows("SELECT 40 + 2 AS answer")) // → [{ answer: 42 }]
 */
export async function withDuckDb<Result>(
	work: (database: Database) => Promise<Result>,
	{ memory = "1GB", threads, temporary }: DuckDbOptions = {},
): Promise<Result> {
	const { DuckDBInstance } = await import("@duckdb/node-api").catch((error) => {
		throw namedIfMissing(error, "database");
	});
	const folder = mkdtempSync(join(temporary ?? tmpdir(), "border-incidents-duckdb-"));
	try {
		const instance = await DuckDBInstance.create(":memory:", {
			memory_limit: memory,
			temp_directory: folder,
			// No part of it is fetched from a network, whatever a query needs.
			autoinstall_known_extensions: "false",
			...(threads === undefined ? {} : { threads: String(threads) }),
		});
		try {
			const connection = await instance.connect();
			try {
				return await work(databaseOf(connection));
			} finally {
				connection.closeSync();
			}
		} finally {
			instance.closeSync();
		}
	} finally {
		// A result that was not read to its end leaves its files behind.
		rmSync(folder, { recursive: true, force: true });
	}
}

function databaseOf(connection: DuckDBConnection): Database {
	return {
		connection,
		rows: async (sql, values = []) => {
			const reader = await connection.runAndReadAll(sql, [...values]);
			return reader.getRowObjectsJS().map(withNumbers);
		},
		run: async (sql, values = []) => {
			await connection.run(sql, [...values]);
		},
		stream: async function* (sql, values = []) {
			const result = await connection.stream(sql, [...values]);
			for await (const rows of result.yieldRowObjectJs()) yield rows.map(withNumbers);
		},
	};
}

/** Counts come as `bigint`: those that a number holds become one. */
const withNumbers = (row: SqlRow): SqlRow => {
	for (const [name, value] of Object.entries(row))
		if (typeof value === "bigint" && Number.isSafeInteger(Number(value))) row[name] = Number(value);
	return row;
};

/** A name as SQL has it, in quotes, whatever it holds. */
export const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
