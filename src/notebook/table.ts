import type { TableRow } from "../charts/parts/frame.js";
import { escapeHtml } from "../draw/html.js";
import { unknownWord } from "../records/nearest.js";

/** How rows are shown. */
export interface TableOptions {
	/** Sentence above the table: what a row is, with units. */
	readonly caption?: string;
	/** Most rows shown (default 20); a line below says how many there are. */
	readonly limit?: number;
	/** Columns to show, in this order (default: all). */
	readonly columns?: readonly string[];
}

/**
 * Rows as an HTML table that carries its own style. Text is escaped, numbers stand to the right and are
 * shown to four digits, `null` is blank, a list is joined by `; `. An address that begins with `https:` can be
 * followed; any other, such as `javascript:`, is text.
 *
 * @throws `limit of rows is not a whole number of at least 1: …`, `unknown column: provinc (did you mean province?)`
 *
 * @example
 * tableHtml([{ a: null }]).includes("<td></td>") // → true
 */
export function tableHtml(rows: readonly TableRow[], options: TableOptions = {}): string {
	const { caption, limit = 20 } = options;
	if (!Number.isInteger(limit) || limit < 1)
		throw new RangeError(`limit of rows is not a whole number of at least 1: ${limit}`);
	const known = [...new Set(rows.flatMap((row) => Object.keys(row)))];
	const columns = options.columns ?? known;
	for (const column of columns)
		if (rows.length > 0 && !known.includes(column)) throw unknownWord("column", column, known);

	const isNumeric = (column: string) =>
		rows.some((row) => typeof row[column] === "number") && rows.every((row) => typeof (row[column] ?? 0) === "number");
	const numeric = new Set(columns.filter(isNumeric));
	const side = (column: string) => (numeric.has(column) ? right : left);
	const head = columns.map((column) => `<th scope="col"${side(column)}>${escapeHtml(column)}</th>`).join("");
	const body = rows
		.slice(0, limit)
		.map((row) => `<tr>${columns.map((column) => cell(row[column])).join("")}</tr>`)
		.join("\n");
	const title = caption ? `<caption style="text-align:left">${escapeHtml(caption)}</caption>\n` : "";
	return `<table>\n${title}<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>${below(rows, limit)}`;
}

const left = ' style="text-align:left"';
const right = ' style="text-align:right"';

function cell(value: unknown): string {
	if (value === null || value === undefined) return "<td></td>";
	if (typeof value === "number") return `<td${right}>${shortNumber(value)}</td>`;
	return `<td${left}>${(Array.isArray(value) ? value : [value]).map((each) => linkOrText(String(each))).join("; ")}</td>`;
}

/** The whole of the text has to be an address: of a sentence nothing becomes a link. */
function linkOrText(text: string): string {
	const shown = escapeHtml(text);
	return isAddress(text) ? `<a href="${shown}" target="_blank" rel="noopener noreferrer">${shown}</a>` : shown;
}

function isAddress(text: string): boolean {
	if (!/^https:\/\/[^\s"'<>`\\\p{Cc}\p{Cf}]+$/u.test(text)) return false;
	try {
		// A name before the host would show another host than the one that is opened.
		return new URL(text).username === "";
	} catch {
		return false;
	}
}

const shortNumber = (value: number): string =>
	String(Number.isInteger(value) ? value : Number(value.toPrecision(4))).replace("-", "−");

function below(rows: readonly unknown[], limit: number): string {
	if (rows.length === 0) return "\n<p>no rows</p>";
	return rows.length > limit ? `\n<p>${limit} of ${rows.length} rows</p>` : "";
}
