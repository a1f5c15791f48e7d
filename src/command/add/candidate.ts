import { isUtf8 } from "node:buffer";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inputFiles, type LoadReport, loadDossier } from "../../load/dossier.js";
import type { Problem } from "../../load/problem.js";
import { tables } from "../../load/tables.js";
import { didYouMean } from "../../records/nearest.js";
import { CommandError } from "../command-error.js";
import { readIfThere } from "../files.js";
import { appended, type Replacement, rowText, type TableFormat, tableFormat } from "./append.js";
import { columnMeaning } from "./descriptor.js";
import type { Cells, Draft, DraftProblem } from "./draft.js";
import { type AddedTable, addedTables, draftRows, type NewRow, type NewRows, pathOf } from "./rows.js";

/** A data folder as it was read: what every file held, and the rows in it. */
export interface Folder extends LoadReport {
	readonly path: string;
	readonly bytes: ReadonlyMap<string, Uint8Array>;
	readonly formats: Readonly<Record<AddedTable, TableFormat>>;
}

/** A draft joined to the tables of a folder. */
export interface Candidate {
	/** The rows that the tables do not have yet. */
	readonly rows: NewRows;
	/** How many rows of the draft are there already, as after a run that was stopped. */
	readonly there: number;
	readonly problems: readonly DraftProblem[];
	readonly notes: readonly string[];
	readonly replacements: readonly (Replacement & { readonly table: AddedTable; readonly firstLine: number })[];
}

const fileOf = (table: AddedTable): string => `${table}.csv`;

/**
 * Reads a data folder to which rows are to be added. Problems that it has already do not matter, as long as rows can
 * be put after those that are there.
 *
 * @throws CommandError where a table is missing, or is not UTF-8 with commas and every column in the first line
 */
export function readFolder(path: string): Folder {
	const bytes = new Map(
		inputFiles.flatMap((file): [string, Uint8Array][] => {
			const content = readIfThere(join(path, file));
			return content === null ? [] : [[file, content]];
		}),
	);
	const formats = Object.fromEntries(
		addedTables.map((table) => {
			const content = bytes.get(fileOf(table));
			if (!content) throw new CommandError(`${path} has no ${fileOf(table)}: begin a data folder with init`, 1);
			const format = tableFormat(content);
			const missing = Object.keys(tables[table]).filter((column) => !format.header.includes(column));
			// The loader reads more forms than rows can be added to.
			if (missing.length > 0 || !isUtf8(content))
				throw new CommandError(
					`no row can be added to ${fileOf(table)} as it is${missing.length === 0 ? "" : `: its first line does not name ${missing.join(", ")}`}; save it as UTF-8 with commas and the header on the first line`,
					1,
				);
			return [table, format];
		}),
	) as Record<AddedTable, TableFormat>;
	return { path, bytes, formats, ...loadDossier(path, { onProblem: "report" }) };
}

/**
 * Joins a draft to the tables and runs every check of `loadDossier` on the result, without writing into the folder.
 * What is wrong is reported at the path of the draft.
 *
 * @throws CommandError where rows after the last one of a table could not be read
 */
export function candidateOf(draft: Draft, folder: Folder): Candidate {
	const texts = new Map(
		addedTables.map((table) => [table, `\n${new TextDecoder().decode(folder.bytes.get(fileOf(table)))}`] as const),
	);
	const isThere = (table: AddedTable, cells: Cells) => {
		return texts.get(table)?.includes(`\n${rowText(folder.formats[table], cells)}`) === true;
	};
	const { rows: all, problems, notes } = draftRows(draft, folder.dossier, isThere);
	const rows = Object.fromEntries(
		addedTables.map((table) => [table, all[table].filter(({ cells }) => !isThere(table, cells))]),
	) as Record<AddedTable, NewRow[]>;
	const count = (of: NewRows) => addedTables.reduce((sum, table) => sum + of[table].length, 0);

	const rowAt = new Map<string, NewRow>();
	const replacements = addedTables.flatMap((table) => {
		if (rows[table].length === 0) return [];
		const format = folder.formats[table];
		const lines = rows[table].map(({ cells }) => rowText(format, cells));
		const { bytes, firstLine } = appended(folder.bytes.get(fileOf(table)) ?? Buffer.alloc(0), lines, format);
		let line = firstLine;
		rows[table].forEach((row, index) => {
			rowAt.set(`${fileOf(table)}:${line}`, row);
			line += (lines[index] ?? "").split("\n").length - 1;
		});
		return [{ table, file: fileOf(table), after: bytes, firstLine }];
	});
	const joined = loadJoined(folder, replacements);
	const known = new Set(folder.problems.map(keyOf));
	const found = joined.problems.filter((problem) => !known.has(keyOf(problem)));
	const taken = new Set(problems.map(({ path }) => path));
	// Once it is known which place is meant, the gazetteer says how finely it is known.
	if (taken.has("place")) taken.add("geo_precision");
	const added = found.map((problem) => atPath(problem, rowAt)).filter(({ path }) => !taken.has(path));
	const result = [...problems, ...added];
	if (result.length === 0)
		for (const { table, file } of replacements)
			if (joined.dossier[table].length !== folder.dossier[table].length + rows[table].length)
				throw new CommandError(`no rows can be added to ${file}: it cannot be read to its end; run check first`, 1);
	return { rows, there: count(all) - count(rows), problems: result, notes, replacements };
}

/** A problem without the numbers in its reason, such as a count of lines, which grow with the rows added. */
const keyOf = ({ file, line, column, reason, value }: Problem): string =>
	JSON.stringify([file, line, column, reason.replace(/\d+/g, "n"), value]);

/** A problem at its place in the draft, or at its file and line where the draft does not have it. */
function atPath({ file, line, column, reason, value }: Problem, rowAt: ReadonlyMap<string, NewRow>): DraftProblem {
	const row = rowAt.get(`${file}:${line}`);
	const table = file.replace(/\.csv$/, "");
	if (!row)
		return { path: line === null ? file : `${file}:${line}${column === null ? "" : ` ${column}`}`, reason, value };
	if (column === null || row.isValue) return { path: row.path, reason, value };
	const near = value === null ? "" : didYouMean(value, columnMeaning(table as AddedTable, column).words);
	return { path: pathOf(row.path, column), reason: near === "" ? reason : `not known${near}`, value };
}

function loadJoined(folder: Folder, replacements: readonly Replacement[]): LoadReport {
	const joined = new Map([...folder.bytes, ...replacements.map(({ file, after }) => [file, after] as const)]);
	const scratch = mkdtempSync(join(tmpdir(), "border-incidents-add-"));
	try {
		for (const [file, content] of joined) writeFileSync(join(scratch, file), content);
		return loadDossier(scratch, { onProblem: "report" });
	} finally {
		rmSync(scratch, { recursive: true, force: true });
	}
}
