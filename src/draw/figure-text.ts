import type { Figure, TableRow } from "../charts/parts/frame.js";
import { countLabel } from "../charts/parts/labels.js";
import { shorten } from "../charts/parts/text.js";
import { onOneLine } from "../records/one-line.js";

/** Signs of a line, as wide as most terminals. */
const lineWidth = 120;
/** Signs of a cell; longer texts are cut. */
const cellWidth = 32;
/** Rows of the table that a text shows. */
const mostRows = 20;

/**
 * A figure as plain text, for terminals and readers that show no drawing: title, alternative text, the first 20 rows of
 * its table in columns, caption and source. Signs that a terminal would obey are shown as `\u….`.
 */
export function figureText({ title, alt, table, caption, source }: Figure): string {
	const parts = [
		onOneLine(title),
		onOneLine(alt),
		textTable(table),
		[caption, source].map(onOneLine).join("\n").trim(),
	];
	return parts.filter((part) => part !== "").join("\n\n");
}

/** Rows in columns: numbers to the right, a blank cell for `null`; what does not fit is counted. */
export function textTable(rows: readonly TableRow[]): string {
	if (rows.length === 0) return "";
	const known = [...new Set(rows.flatMap((row) => Object.keys(row)))];
	const shown = rows.slice(0, mostRows);
	const columns = known.map((name) => {
		const cells = shown.map((row) => cellText(row[name] ?? null));
		const isNumeric = shown.every((row) => typeof (row[name] ?? 0) === "number");
		const width = Math.max(name.length, ...cells.map(({ length }) => length));
		return [name, ...cells].map((cell) => (isNumeric ? cell.padStart(width) : cell.padEnd(width)));
	});
	let across = -2;
	const fitting = columns.filter(([name = ""], index) => {
		across += name.length + 2;
		return index === 0 || across <= lineWidth;
	});
	const lines = [name(fitting), ...shown.map((_, index) => fitting.map((column) => column[index + 1]).join("  "))];
	const left = [
		...(rows.length > mostRows ? [countLabel(rows.length - mostRows, "more row")] : []),
		...(known.length > fitting.length ? [countLabel(known.length - fitting.length, "more column")] : []),
	];
	return [...lines.map((line) => line.trimEnd()), ...(left.length > 0 ? [`(${left.join(", ")})`] : [])].join("\n");
}

const name = (columns: readonly (readonly string[])[]): string => columns.map(([first]) => first).join("  ");

function cellText(cell: string | number | boolean | null): string {
	if (cell === null) return "";
	if (typeof cell === "number") return String(Number.isInteger(cell) ? cell : Number(cell.toPrecision(4)));
	return onOneLine(shorten(String(cell), cellWidth));
}
