import type { RowOf, TableName } from "../load/tables.js";
import type { BorderLine } from "../records/records.js";

/** What an import is asked for. */
export interface ImportOptions {
	/** The line near which incidents are kept; `null` where there is none, and then every place is kept. */
	readonly border: BorderLine | null;
	/** How far from the line an incident may be, in km. */
	readonly within: number;
	/** First day asked for; `null` where the file decides. */
	readonly from: string | null;
	/** Last day asked for; `null` where the file decides. */
	readonly to: string | null;
	/** A file with the user's own table of event types (`--kinds`). */
	readonly kinds?: string;
	/** A file that says which column is what (`--map`). */
	readonly map?: string;
}

/** One cell of a row to write: a blank one is `null` or not there, a list is joined by `|`. */
export type CellValue = string | number | boolean | null | undefined | readonly string[];

/** A row to write, by the columns of its table. */
export type RowCells<Name extends TableName = TableName> = Readonly<Partial<Record<keyof RowOf<Name>, CellValue>>>;

/** Rows to write, by table. */
export type TableRows = { readonly [Name in TableName]?: readonly RowCells<Name>[] };

/** Rows of a file that did not become part of the tables, for one reason. */
export interface Dropped {
	/** Why, in words that stand behind a number, such as `farther than 25 km from the border`. */
	readonly reason: string;
	readonly count: number;
}

/** What came of reading other people's files. */
export interface Imported {
	readonly tables: TableRows;
	/** Rows read. Those that were kept are the rest: rows = kept + the counts of `dropped`. */
	readonly rows: number;
	readonly dropped: readonly Dropped[];
	/** What a reader of the folder must know, a sentence each: how the files were read, whom to cite, what is doubtful. */
	readonly notes: readonly string[];
	/** The border line that the files hold; without it, that of the kit or of the user. */
	readonly border?: BorderLine;
	/** Whether verdicts come with the rows. */
	readonly hasVerdicts?: boolean;
}

/** A format of other people's that can be read. */
export interface Importer {
	/** The word on the command line. */
	readonly id: string;
	/** What it reads, for the help: `UCDP GED: CSV or Parquet`. */
	readonly what: string;
	/** @throws ImportError that says what is wrong with which file; nothing has been written then */
	readonly read: (files: readonly string[], options: ImportOptions) => Promise<Imported>;
}

/** A file that cannot be imported: what is wrong, where, and how to mend it. */
export class ImportError extends Error {
	override readonly name = "ImportError";
}
