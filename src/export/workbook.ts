import type { Cell, Row, Sheet } from "write-excel-file/node";
import { dayNumber, fromDayNumber } from "../calendar/days.js";
import { optionalTables } from "../load/tables.js";
import { namedIfMissing } from "../records/missing-package.js";
import { type TypedCell, type TypedTable, typedTables } from "./cells.js";
import { type Exporter, editionOf } from "./exporter.js";

/**
 * A workbook: a sheet for each table, with a frozen header and typed cells, a codebook, and a sheet that says which data these
 * are. Texts are written as texts: what looks like a formula is none.
 */
export const xlsx: Exporter = {
	id: "xlsx",
	what: "a workbook with a sheet for each table, and the codebook",
	ending: ".xlsx",
	write: async (source) => {
		const { default: writeWorkbook } = await import("write-excel-file/node").catch((error) => {
			throw namedIfMissing(error, "workbooks");
		});
		const { dossier, descriptor } = source;
		const tables = typedTables(dossier, descriptor, optionalTables);
		const sheets: Sheet<never>[] = [
			about(source),
			codebook(tables),
			...tables.map(tableSheet),
			{
				sheet: "border",
				data: [header(["lon", "lat"]), ...dossier.border.map(([lon, lat]) => [number(lon), number(lat)])],
				stickyRowsCount: 1,
			},
		];
		const bytes = await writeWorkbook(sheets, { fontFamily: "Calibri", fontSize: 11 }).toBuffer();
		return { content: new Uint8Array(bytes), notes: [] };
	},
};

/** A text. What stands in it like an escape of XLSX, `_x0041_` for A, is escaped, so that it is read as it is written. */
const text = (value: string): Cell => ({ value: value.replace(/_(?=x[0-9A-F]{4}_)/gi, "_x005F_"), type: String });
const number = (value: number): Cell => ({ value, type: Number });
const header = (names: readonly string[]): Row => names.map((value) => ({ value, type: String, fontWeight: "bold" }));

function about(source: Parameters<typeof editionOf>[0]): Sheet<never> {
	const edition = { ...editionOf(source), about: source.descriptor.description ?? "" };
	return {
		sheet: "about",
		data: Object.entries(edition).map(([name, value]) => [text(name), text(value ?? "none")]),
		columns: [{ width: 16 }, { width: 100 }],
	};
}

function codebook(tables: readonly TypedTable[]): Sheet<never> {
	return {
		sheet: "codebook",
		data: [
			header(["table", "column", "type", "meaning"]),
			...tables.flatMap(({ name, columns }) =>
				columns.map((column) => [text(name), text(column.name), text(column.type), text(column.description)]),
			),
		],
		columns: [{ width: 16 }, { width: 22 }, { width: 10 }, { width: 120 }],
		stickyRowsCount: 1,
	};
}

const widest = 60;

function tableSheet({ name, columns, rows }: TypedTable): Sheet<never> {
	return {
		sheet: name,
		data: [
			header(columns.map((column) => column.name)),
			...rows.map((row) => row.map((cell, index) => typed(cell, columns[index]?.type))),
		],
		columns: columns.map((column, index) => ({
			width: rows.reduce(
				(width, row) => Math.min(widest, Math.max(width, String(row[index] ?? "").length)),
				column.name.length + 2,
			),
		})),
		stickyRowsCount: 1,
	};
}

/** A cell of a sheet. Excel counts 1900 as a leap year, so that earlier days would come out as others: they stay texts. */
function typed(cell: TypedCell, type: string | undefined): Cell {
	if (cell === null) return null;
	if (typeof cell === "number") return number(cell);
	if (typeof cell === "boolean") return { value: cell, type: Boolean };
	if (type === "date" && cell >= "1900-03-01")
		return { value: new Date(dayNumber(cell) * 86_400_000), type: Date, format: "yyyy-mm-dd" };
	return text(cell);
}

/** The day of a date cell. */
export const dayOf = (date: Date): string => fromDayNumber(Math.round(date.getTime() / 86_400_000));
