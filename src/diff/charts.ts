import { catalogue } from "../charts/catalogue.js";
import { type CatalogueEntry, figureOrReason } from "../charts/catalogue-entry.js";
import type { Figure, TableRow } from "../charts/parts/frame.js";
import { nOf } from "../charts/parts/labels.js";
import type { Dossier } from "../records/records.js";

/** One number of a chart that moved. */
export interface NumberMove {
	/** What the row is about, such as `period 2023-05`. */
	readonly row: string;
	readonly column: string;
	readonly before: number | null;
	readonly after: number | null;
	/** The change as a share of the range that the column has in both versions together: 1 is from one end to the other. */
	readonly share_of_range: number;
}

/** What became of one chart. */
export interface ChartChange {
	readonly id: string;
	/** Title of the chart: its finding. `null` where the version does not allow the chart. */
	readonly title_before: string | null;
	readonly title_after: string | null;
	/** What it counts, from the caption. */
	readonly n_before: string | null;
	readonly n_after: string | null;
	/** Why a version does not allow it. */
	readonly reason_before: string | null;
	readonly reason_after: string | null;
	readonly rows_added: number;
	readonly rows_removed: number;
	/** Texts and flags of rows that both versions have. */
	readonly texts_changed: number;
	/** Numbers of rows that both versions have, the largest change first. */
	readonly moves: readonly NumberMove[];
}

/**
 * Which charts differ between two versions, and by how much. Rows of the numbers behind a chart are paired by the columns
 * that name them: the fewest, from the left, that no two rows of a version share. A move is measured by the range of its
 * column, which is how far the mark moves in the drawing.
 *
 * @param only ids of the charts to compare; by default all
 */
export function changedCharts(before: Dossier, after: Dossier, only?: readonly string[]): ChartChange[] {
	return catalogue
		.filter(({ id }) => only === undefined || only.includes(id))
		.flatMap((entry) => changedChart(entry, before, after) ?? []);
}

function changedChart(entry: CatalogueEntry, before: Dossier, after: Dossier): ChartChange | null {
	const [old, now] = [figureOrReason(entry, before), figureOrReason(entry, after)];
	const [oldFigure, newFigure] = [figureIn(old), figureIn(now)];
	if (oldFigure === null && newFigure === null) return null;
	const { added, removed, texts, moves } = comparedTables(oldFigure?.table ?? [], newFigure?.table ?? []);
	const isSame = oldFigure && newFigure && JSON.stringify(wordsOf(oldFigure)) === JSON.stringify(wordsOf(newFigure));
	if (isSame && added + removed + texts + moves.length === 0) return null;
	return {
		id: entry.id,
		title_before: oldFigure?.title ?? null,
		title_after: newFigure?.title ?? null,
		n_before: oldFigure && nOf(oldFigure.caption),
		n_after: newFigure && nOf(newFigure.caption),
		reason_before: typeof old === "string" ? old : null,
		reason_after: typeof now === "string" ? now : null,
		rows_added: added,
		rows_removed: removed,
		texts_changed: texts,
		moves,
	};
}

const figureIn = (result: Figure | string): Figure | null => (typeof result === "string" ? null : result);

const wordsOf = ({ title, caption }: Figure): readonly string[] => [title, nOf(caption)];

/** Smaller moves, as a share of the range, are rounding and cannot be seen. */
const leastMove = 1e-6;

/** The rows of two tables, paired by what names them. */
export function comparedTables(
	before: readonly TableRow[],
	after: readonly TableRow[],
): { readonly added: number; readonly removed: number; readonly texts: number; readonly moves: readonly NumberMove[] } {
	const named = namingColumns(before, after);
	const nameOf = (row: TableRow) => JSON.stringify(named.map((column) => row[column] ?? null));
	const [old, now] = [byName(before, nameOf), byName(after, nameOf)];
	const columns = [...new Set([...before, ...after].flatMap((row) => Object.keys(row)))].filter(
		(column) => !named.includes(column),
	);
	const moves: NumberMove[] = [];
	let texts = 0;
	for (const column of columns) {
		const values = [...before, ...after].flatMap((row) => numberIn(row[column]) ?? []);
		const range =
			values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY) -
			values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
		for (const [name, row] of now) {
			const earlier = old.get(name);
			if (earlier === undefined) continue;
			const [from, to] = [numberIn(earlier[column]), numberIn(row[column])];
			if (from === null && to === null && (earlier[column] ?? null) !== (row[column] ?? null)) texts++;
			if (from === to) continue;
			// A number that is there in one version only moves as far as a number can.
			const share_of_range = from === null || to === null || !(range > 0) ? 1 : Math.abs(to - from) / range;
			if (share_of_range >= leastMove)
				moves.push({ row: labelOf(row, named), column, before: from, after: to, share_of_range });
		}
	}
	moves.sort((a, b) => b.share_of_range - a.share_of_range);
	return {
		added: [...now.keys()].filter((name) => !old.has(name)).length,
		removed: [...old.keys()].filter((name) => !now.has(name)).length,
		texts,
		moves,
	};
}

const numberIn = (cell: TableRow[string] | undefined): number | null => (typeof cell === "number" ? cell : null);

/** Columns that together name every row of two tables: texts first, for numbers are what a chart measures. */
function namingColumns(before: readonly TableRow[], after: readonly TableRow[]): string[] {
	const rows = [...before, ...after];
	const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
	const isText = (column: string) => rows.some((row) => typeof row[column] === "string");
	const isFlag = (column: string) => rows.some((row) => typeof row[column] === "boolean");
	const numbers = columns.filter((column) => !isText(column) && !isFlag(column));
	const named: string[] = [];
	for (const column of [...columns.filter(isText), ...numbers]) {
		if (isUnique(before, named) && isUnique(after, named)) break;
		if (told(before, [...named, column]) + told(after, [...named, column]) > told(before, named) + told(after, named))
			named.push(column);
	}
	return named;
}

const told = (rows: readonly TableRow[], columns: readonly string[]): number =>
	new Set(rows.map((row) => JSON.stringify(columns.map((column) => row[column] ?? null)))).size;

const isUnique = (rows: readonly TableRow[], columns: readonly string[]): boolean =>
	told(rows, columns) === rows.length;

function byName(rows: readonly TableRow[], nameOf: (row: TableRow) => string): Map<string, TableRow> {
	const found = new Map<string, TableRow>();
	for (const row of rows) {
		const name = nameOf(row);
		let key = name;
		for (let count = 2; found.has(key); count++) key = `${name} #${count}`;
		found.set(key, row);
	}
	return found;
}

const labelOf = (row: TableRow, named: readonly string[]): string =>
	named
		.flatMap((column) => (row[column] === null || row[column] === undefined ? [] : [`${column} ${row[column]}`]))
		.join(", ");
