import { countLabel } from "../charts/parts/labels.js";
import { visible } from "../load/problem.js";
import { onOneLine } from "../records/one-line.js";
import { twelveDigits } from "../statistics/number-text.js";
import type { ChartChange, NumberMove } from "./charts.js";
import type { CellChange, TableChange } from "./tables.js";
import type { VerdictChange, VerdictMove } from "./verdicts.js";

/** One of the two versions that are compared. */
export interface Version {
	/** As it was asked for: a folder, or a revision of git. */
	readonly name: string;
	/** Fingerprint of its files; `null` where it could not be loaded, as a version of older tables may. */
	readonly data: string | null;
	readonly incidents: number;
	readonly questions: number;
	readonly claims: number;
}

/** What differs between two versions of the data. */
export interface DataDifference {
	readonly before: Version;
	readonly after: Version;
	readonly tables: readonly TableChange[];
	readonly verdicts: readonly VerdictChange[];
	/** Whether the border line differs. */
	readonly border_changed: boolean;
	readonly charts: readonly ChartChange[];
	/** Why charts were not compared; `null` where they were. */
	readonly charts_not_compared: string | null;
}

/** Whether two versions have the same rows and the same border; then nothing that is computed from them differs. */
export const isSameData = ({ tables, border_changed }: Pick<DataDifference, "tables" | "border_changed">): boolean =>
	tables.length === 0 && !border_changed;

/** What each move of a verdict is called. */
export const moveLabels: Readonly<Record<VerdictMove, string>> = {
	flipped: "flipped: another answer is held true",
	resolved: "now resolved",
	reopened: "no longer resolved",
	other: "changed otherwise",
};

/** "2 added, 1 removed, 3 changed". */
export function tableSummary({ only_in, rows_before, rows_after, added, removed, changed }: TableChange): string {
	if (only_in !== null)
		return `only in the ${only_in === "before" ? "old" : "new"} version, ${countLabel(rows_before + rows_after, "row")}`;
	return `${rows_before.toLocaleString("en")} to ${countLabel(rows_after, "row")}: ${added.length} added, ${removed.length} removed, ${changed.length} changed`;
}

/** A cell before and after, on one line. */
export const cellLabel = ({ column, before, after }: CellChange): string =>
	`${visible(column)}: ${before === "" ? "blank" : visible(before)} → ${after === "" ? "blank" : visible(after)}`;

/** A number of a chart before and after, with the size of the move. */
export function moveLabel({ row, column, before, after, share_of_range }: NumberMove): string {
	const size = before === null || after === null ? "" : ` (${percent(share_of_range)} of the range of this column)`;
	return `${row === "" ? "" : `${visible(row)}, `}${column}: ${numberLabel(before)} → ${numberLabel(after)}${size}`;
}

const percent = (share: number): string => (share < 0.01 ? "less than 1%" : `${Math.round(share * 100)}%`);

const numberLabel = (value: number | null): string =>
	value === null ? "none" : String(Number(twelveDigits(value).toPrecision(4)));

/** Sentences on what differs in a chart but for its numbers. */
export function chartSentences(chart: ChartChange): string[] {
	const { title_before, title_after, n_before, n_after, reason_before, reason_after } = chart;
	if (title_before === null)
		return [`drawn in the new version only; before: ${reason_before}`, `title: ${title_after}`].map(onOneLine);
	if (title_after === null)
		return [`drawn in the old version only; now: ${reason_after}`, `title was: ${title_before}`].map(onOneLine);
	const rows = [
		...(chart.rows_added > 0 ? [`${countLabel(chart.rows_added, "row")} added`] : []),
		...(chart.rows_removed > 0 ? [`${countLabel(chart.rows_removed, "row")} removed`] : []),
		...(chart.moves.length > 0 ? [`${countLabel(chart.moves.length, "number")} moved`] : []),
		...(chart.texts_changed > 0 ? [`${countLabel(chart.texts_changed, "text")} changed`] : []),
	];
	return [
		title_before === title_after ? `title as before: ${title_after}` : `title: ${title_before} → ${title_after}`,
		...(n_before === n_after ? [] : [`n: ${n_before} → ${n_after}`]),
		...(rows.length === 0 ? [] : [rows.join(", ")]),
	].map(onOneLine);
}

/** A version in words. */
export const versionLabel = ({ name, data, incidents, questions, claims }: Version): string =>
	`${visible(name)}: ${countLabel(incidents, "incident")}, ${countLabel(questions, "question")}, ${countLabel(claims, "claim")}${data === null ? "" : `; data ${data}`}`;

/** How many of a list are printed. */
export interface ReportLength {
	/** Rows of a table and verdicts. */
	readonly rows: number;
	/** Numbers of a chart. */
	readonly moves: number;
}

/** So many are printed where not everything is asked for. */
export const shortReport: ReportLength = { rows: 20, moves: 3 };

/** The whole report as lines to be read. */
export function differenceLines(difference: DataDifference, most: ReportLength = shortReport): string[] {
	const { before, after, tables, verdicts, border_changed, charts, charts_not_compared } = difference;
	const head = [`old: ${versionLabel(before)}`, `new: ${versionLabel(after)}`];
	if (isSameData(difference)) return [...head, "no differences"];
	const flips = new Map<VerdictMove, VerdictChange[]>();
	for (const each of verdicts) flips.set(each.move, [...(flips.get(each.move) ?? []), each]);
	return [
		...head,
		...tables.flatMap((table) => ["", ...tableLines(table, most.rows)]),
		...(border_changed ? ["", "border.geojson: another line"] : []),
		...(verdicts.length === 0 ? [] : ["", `verdicts: ${countLabel(verdicts.length, "question")} changed`]),
		...[...flips].flatMap(([move, own]) => [
			`  ${moveLabels[move]}: ${own.length}`,
			...firstOf(
				own,
				most.rows,
				(each) => `    ${visible(each.proposition_id)}: ${visible(each.before)} → ${visible(each.after)}`,
				"    ",
			),
		]),
		"",
		charts_not_compared ?? `charts: ${charts.length === 0 ? "none" : charts.length} moved`,
		...charts.flatMap((chart) => [
			`  ${chart.id}`,
			...chartSentences(chart).map((sentence) => `    ${sentence}`),
			...firstOf(chart.moves, most.moves, (move) => `    ${moveLabel(move)}`, "    "),
		]),
	];
}

function tableLines(table: TableChange, most: number): string[] {
	const named = (word: string, columns: readonly string[]) =>
		columns.length === 0 ? [] : [`  columns ${word}: ${columns.map(visible).join(", ")}`];
	return [
		`${table.table}: ${tableSummary(table)}`,
		...named("added", table.columns_added),
		...named("removed", table.columns_removed),
		...firstOf(table.added, most, (key) => `  added: ${visible(key)}`),
		...firstOf(table.removed, most, (key) => `  removed: ${visible(key)}`),
		...firstOf(
			table.changed,
			most,
			({ key, cells }) => `  changed: ${visible(key)}: ${cells.map(cellLabel).join("; ")}`,
		),
	];
}

function firstOf<Item>(items: readonly Item[], most: number, lineOf: (item: Item) => string, indent = "  "): string[] {
	const rest = items.length - most;
	return [...items.slice(0, most).map(lineOf), ...(rest > 0 ? [`${indent}and ${rest} more; --all prints them`] : [])];
}
