import { basename } from "node:path";
import { readInput } from "../load/input.js";
import { visible } from "../load/problem.js";
import { namedIfMissing } from "../records/missing-package.js";
import { didYouMean } from "../records/nearest.js";
import { onOneLine } from "../records/one-line.js";
import { ImportError } from "./importer.js";
import { missingColumns, type WantedColumns } from "./read-table.js";
import { faultyCells } from "./workbook-cells.js";

/** A row of a sheet: cells as text, and the days of those that hold a day. */
export interface SheetRow {
	/** Number of the row in the sheet, the first being 1. */
	readonly line: number;
	readonly cells: Readonly<Record<string, string>>;
	/** Columns whose cell is a date to the spreadsheet itself, in no doubt about its format. */
	readonly days: Readonly<Record<string, string>>;
}

/** The header is looked for in so many rows. */
const headerWithin = 20;

/**
 * The sheets of an XLSX file. Formulas have the value that was stored with them.
 *
 * @throws ImportError where the file is missing or damaged; MissingPackageError without `read-excel-file`
 */
async function sheetsOf(file: string) {
	const name = basename(file);
	const input = readInput("", file);
	if (input.bytes === null)
		throw new ImportError(`${file}: ${input.reason}${input.detail === null ? "" : `: ${onOneLine(input.detail)}`}`);
	const { default: readXlsxFile } = await import("read-excel-file/node").catch((error) => {
		throw namedIfMissing(error, "workbooks");
	});
	try {
		return { bytes: input.bytes, sheets: await readXlsxFile(input.bytes) };
	} catch (error) {
		const why = onOneLine((error as Error).message);
		throw new ImportError(
			`${name}: a workbook that cannot be read: ${why}; open it in a spreadsheet and save it as XLSX again`,
		);
	}
}

/** The cells of a row as text. */
const textOf = (cell: unknown): string => {
	if (cell === null || cell === undefined) return "";
	return cell instanceof Date ? dayOf(cell) : String(cell);
};
/** A damaged date is no day. */
const dayOf = (date: Date): string => (Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10));

/** Names in the row that has most of the wanted columns, or in the first row with a cell. */
function headerOf(rows: readonly (readonly unknown[])[], columns: readonly string[]) {
	const names = rows.slice(0, headerWithin).map((row) => row.map((cell) => textOf(cell).trim()));
	const found = names.map((row) => columns.filter((column) => row.includes(column)).length);
	const most = Math.max(0, ...found);
	const at = most > 0 ? found.indexOf(most) : names.findIndex((row) => row.some((cell) => cell !== ""));
	return { at, names: names[at] ?? [] };
}

function chosen<Sheet extends { readonly sheet: string }>(
	name: string,
	sheets: readonly Sheet[],
	asked: string | null,
): Sheet {
	const names = sheets.map(({ sheet }) => sheet);
	const known = names.map(visible).join(", ");
	if (asked === null) {
		const [only, other] = sheets;
		if (only === undefined) throw new ImportError(`${name}: has no sheet`);
		if (other !== undefined)
			throw new ImportError(
				`${name}: has ${sheets.length} sheets: name one in the mapping as "sheet" (known: ${known})`,
			);
		return only;
	}
	const found = sheets.find(({ sheet }) => sheet === asked);
	if (found) return found;
	throw new ImportError(`${name}: no sheet "${visible(asked)}"${didYouMean(asked, names) || ` (known: ${known})`}`);
}

/**
 * Reads one sheet of an XLSX file row by row, as `readTable` does with other files. Cells with an error, such as
 * `#REF!`, and formulas that were saved without their value are problems, where they stand in a wanted column.
 *
 * @param sheet name of the sheet; `null` where there is only one
 * @throws ImportError with the sheet, row and column of what is wrong, or the columns and sheets that there are
 */
export async function readWorkbook(
	file: string,
	wanted: WantedColumns,
	sheet: string | null,
	take: (row: SheetRow) => void,
): Promise<{ readonly notes: readonly string[] }> {
	const name = basename(file);
	const { bytes, sheets } = await sheetsOf(file);
	const { sheet: title, data } = chosen(name, sheets, sheet);
	const columns = [...wanted.needed, ...(wanted.optional ?? [])];
	const rows = data as readonly (readonly unknown[])[];
	const { at, names } = headerOf(rows, columns);
	if (at < 0) throw new ImportError(`${name}, sheet ${visible(title)}: is empty`);
	const missing = wanted.needed.filter((column) => !names.includes(column));
	if (missing.length > 0)
		throw missingColumns(
			`${name}, sheet ${visible(title)}`,
			missing,
			names.filter((each) => each !== ""),
		);
	const twice = columns.find((column) => names.indexOf(column) !== names.lastIndexOf(column));
	if (twice !== undefined)
		throw new ImportError(`${name}, sheet ${visible(title)}: two columns are named ${visible(twice)}`);
	const faulty = faultyCellsOf(bytes, title, name)
		.filter(({ column }) => column === null || columns.includes(names[column] ?? ""))
		.map(({ row, column, reason }) => {
			const where = column === null ? "" : `, column ${visible(names[column] ?? "")}`;
			return `${name}, sheet ${visible(title)}, row ${row ?? "?"}${where}: ${reason}`;
		});
	if (faulty.length > 0) {
		const more = faulty.length > 10 ? `\n… ${faulty.length} in all` : "";
		throw new ImportError(`${faulty.slice(0, 10).join("\n")}${more}\nmend the formula, or leave the cell blank`);
	}
	const places = columns.map((column) => names.indexOf(column));
	for (const [index, row] of rows.entries()) {
		if (index <= at || row.every((cell) => textOf(cell).trim() === "")) continue;
		const cells = columns.map((column, place) => [column, textOf(row[places[place] as number])] as const);
		const days = cells.filter((_, place) => row[places[place] as number] instanceof Date);
		take({ line: index + 1, cells: Object.fromEntries(cells), days: Object.fromEntries(days) });
	}
	return { notes: [`XLSX, sheet ${visible(title)}`] };
}

function faultyCellsOf(bytes: Buffer, title: string, name: string) {
	try {
		return faultyCells(bytes, title);
	} catch (error) {
		throw new ImportError(`${name}: a workbook that cannot be read: ${onOneLine((error as Error).message)}`);
	}
}

/** Names of the columns of a sheet, for a mapping to fill in. */
export async function workbookColumns(file: string, sheet: string | null): Promise<readonly string[]> {
	const { sheets } = await sheetsOf(file);
	return headerOf(chosen(basename(file), sheets, sheet).data, []).names.filter((each) => each !== "");
}
