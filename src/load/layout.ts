import { didYouMean, nearest } from "../records/nearest.js";
import { wordFor } from "../statistics/number-text.js";
import { visible } from "./problem.js";
import { withoutUnseen } from "./unseen.js";

/** What parts the cells of a file, and on which line its header is. */
export interface Layout {
	readonly delimiter: "," | ";" | "\t";
	/** Line of the header, the first being 1. */
	readonly header: number;
}

const delimiters = [",", ";", "\t"] as const;
/** The header is looked for in so many lines; spreadsheets put a title or `sep=;` above it. */
const linesOfHead = 20;

/**
 * Finds the delimiter and the header: the line with the most columns of the table.
 *
 * @param head the first lines of the file
 * @returns `null` where no line has any of the columns
 */
export function layoutOf(head: string, columns: readonly string[]): Layout | null {
	const wanted = new Set(columns);
	let best: Layout | null = null;
	let most = 0;
	for (const [index, line] of head.split("\n", linesOfHead).entries())
		for (const delimiter of delimiters) {
			const written = line.split(delimiter).map((name) => name.replace(/^\s*"|"\s*$/g, ""));
			// Tables of other people may have names with capitals and spaces.
			const names = new Set(written.map((name) => (wanted.has(name) ? name : folded(name))));
			const found = [...names].filter((name) => wanted.has(name)).length;
			if (found > most) [best, most] = [{ delimiter, header: index + 1 }, found];
		}
	return best;
}

/** A column name without what may differ by mistake: letter case, spaces, hyphens, what nobody sees. */
const folded = (name: string): string =>
	withoutUnseen(name.normalize("NFKC"))
		.toLowerCase()
		.replace(/[\s-]+/g, "_");

/** Which cell of a row belongs to which column. */
export interface Header {
	/** Number of cells of the header. */
	readonly width: number;
	/** For each column of the table, its place in the row; -1 where the file has none. */
	readonly places: readonly number[];
	/** Places of cells without a column name. */
	readonly unnamed: readonly number[];
	/** In words, what was read although it is not written exactly so. */
	readonly notes: readonly string[];
}

type Report = (problem: { reason: string; value?: string; column?: string }, hint?: () => string | undefined) => void;

/** Finds each column in a header; what is missing, unknown or there twice is reported. */
export function readHeader(cells: readonly string[], columns: readonly string[], report: Report): Header {
	const place = new Map<string, number>();
	const alike: string[] = [];
	const unnamed: number[] = [];
	const unknown: string[] = [];
	const wanted = new Set(columns);
	const exact = new Set(cells.filter((name) => wanted.has(name)));
	for (const [index, name] of cells.entries()) {
		// A NUL is a sign of a damaged file, not a slip: the column stays unknown.
		const fold = wanted.has(name) || name.includes("\0") ? name : folded(name);
		const column = wanted.has(fold) && (fold === name || !exact.has(fold)) ? fold : null;
		if (withoutUnseen(name) === "") unnamed.push(index);
		else if (column === null) unknown.push(name);
		else if (place.has(column)) report({ reason: "duplicate column", value: name });
		else {
			place.set(column, index);
			if (column !== name) alike.push(name);
		}
	}
	const missing = new Set(columns.filter((name) => !place.has(name)));
	// A column that is only misspelt is one problem, not a missing and an unknown one.
	const few = unknown.length <= 50;
	for (const name of unknown) {
		const near = few ? nearest(folded(name), [...missing]) : [];
		if (near.length === 1) missing.delete(near[0] as string);
		const hint = () =>
			didYouMean(folded(name), near.length === 1 ? near : columns)
				.trim()
				.slice(1, -1) || undefined;
		report({ reason: "unknown column", value: name }, hint);
	}
	for (const column of missing) report({ reason: "missing column", column });
	const quoted = alike.map((name) => `"${visible(name)}" for ${folded(name)}`).join(", ");
	return {
		width: cells.length,
		places: columns.map((name) => place.get(name) ?? -1),
		unnamed,
		notes: alike.length === 0 ? [] : [`with the ${wordFor(alike.length, "column", "columns")} ${quoted}`],
	};
}
