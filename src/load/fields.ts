import { frontiersOf, type Region } from "../records/records.js";
import { type Cell, Misfit, OtherForm, text, url, word } from "./cells.js";
import type { TakeRow } from "./csv.js";
import type { ProblemList } from "./problem.js";
import { type RowOf, type TableName, tables } from "./tables.js";

/** A row as far as its cells fit: `undefined` stands for one that does not, which is a problem already. */
export type Seen<Row> = { readonly [Column in keyof Row]: Row[Column] | undefined };

/** A row and the line of the file it starts on. */
export type Located<Row> = { readonly line: number } & (
	| { readonly fits: true; readonly row: Row }
	| { readonly fits: false; readonly row: Seen<Row> }
);

/** Turns the text cells of a table into values, row by row. */
export interface RowReader<Name extends TableName> {
	readonly take: TakeRow;
	readonly rows: readonly Located<RowOf<Name>>[];
	/** The first row with each text in the first column; `null` for a row with too few or too many cells. */
	readonly byId: ReadonlyMap<string, Located<RowOf<Name>> | null>;
	/** Forms other than the codebook's in which cells are written, such as `decimal commas`. */
	readonly forms: ReadonlySet<string>;
}

/** Tables whose first column is the key of its rows. */
const keyed: ReadonlySet<TableName> = new Set([
	"sources",
	"incidents",
	"propositions",
	"claims",
	"crossings",
	"stretches",
	"places",
]);

/** Columns that take the codes of the region only: name of the table and the column. */
const wordsOf: Readonly<Record<string, (region: Region) => readonly string[]>> = {
	"incidents.frontier": frontiersOf,
};

/** The cell of a column; one that holds codes of the region takes no others. */
function cellOf(table: TableName, column: string, region: Region): Cell<unknown> {
	const cell = (tables[table] as Readonly<Record<string, Cell<unknown>>>)[column] as Cell<unknown>;
	const words = wordsOf[`${table}.${column}`]?.(region);
	return words === undefined ? cell : { blank: cell.blank, check: word(words as [string, ...string[]]) };
}

/** A reader for a table; every cell that does not fit, and every key that is there already, is reported. */
export function rowReader<Name extends TableName>(name: Name, problems: ProblemList, region: Region): RowReader<Name> {
	const file = `${name}.csv`;
	const columns = Object.keys(tables[name]);
	const cells = columns.map((column) => cellOf(name, column, region));
	// Words, days and ids stand in many rows: each is checked and kept once. Texts and keys differ from row to row.
	const known = cells.map(({ check }, index) =>
		index === 0 || check === text || check === url ? null : new Map<string, unknown>(),
	);
	// Copied for each row. What JSON.parse makes has its values inside the object: a fifth less memory for each row.
	const shape: Readonly<Record<string, unknown>> = JSON.parse(
		JSON.stringify(Object.fromEntries(columns.map((column) => [column, null]))),
	);
	const rows: Located<RowOf<Name>>[] = [];
	const byId = new Map<string, Located<RowOf<Name>> | null>();
	const forms = new Set<string>();
	const isKeyed = keyed.has(name);

	function cellValue(index: number, written: string, line: number): unknown {
		const { blank, check } = cells[index] as Cell<unknown>;
		const column = columns[index] as string;
		if (written === "") {
			if (blank === undefined) problems.add({ file, line, column, reason: "must not be blank", value: null });
			return blank;
		}
		const remembered = known[index]?.get(written);
		if (remembered !== undefined) return remembered;
		const read = check(written);
		if (read instanceof Misfit) {
			problems.add({ file, line, column, reason: read.reason, value: written }, read.hint);
			return undefined;
		}
		if (read instanceof OtherForm) forms.add(read.form);
		const value = read instanceof OtherForm ? read.value : read;
		known[index]?.set(written, value);
		return value;
	}

	const take: TakeRow = (line, texts, isRagged) => {
		const id = texts[0];
		if (isRagged) {
			if (id !== undefined && !byId.has(id)) byId.set(id, null);
			return;
		}
		const row: Record<string, unknown> = { ...shape };
		let fits = true;
		for (let index = 0; index < columns.length; index++) {
			const written = texts[index];
			// A missing column is reported once, for the header, and not again for every row.
			const value = written === undefined ? (cells[index] as Cell<unknown>).blank : cellValue(index, written, line);
			row[columns[index] as string] = value;
			if (value === undefined) fits = false;
		}
		const located = { line, fits, row } as unknown as Located<RowOf<Name>>;
		rows.push(located);
		if (id === undefined) return;
		const first = isKeyed ? byId.get(id) : undefined;
		if (first === undefined) byId.set(id, located);
		else if (first !== null && row[columns[0] as string] !== undefined)
			problems.add({ file, line, column: columns[0] as string, reason: `already on line ${first.line}`, value: id });
	};
	return { take, rows, byId, forms };
}

/** What is wrong with one cell of a table taken by itself, in a few words; `null` where it fits. */
export function cellReason(table: TableName, column: string, written: string): string | null {
	const cell = (tables[table] as Readonly<Record<string, Cell<unknown> | undefined>>)[column];
	if (cell === undefined) return `no column of ${table}.csv`;
	if (written === "") return cell.blank === undefined ? "must not be blank" : null;
	const read = cell.check(written);
	return read instanceof Misfit ? read.reason : null;
}
