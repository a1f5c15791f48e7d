import { countLabel, isAre } from "./labels.js";

/** A chart with a row for each case draws at most so many: taller it could be neither read nor printed. */
export const mostRows = 40;

/** The rows that a chart draws, and how many it leaves to its table. */
export interface DrawnRows<Row> {
	readonly drawn: readonly Row[];
	readonly folded: number;
}

/**
 * The rows that are drawn, in their own order: all, or those that weigh most; of equal weight the earlier.
 *
 * @example
 * drawnRows([3, 1, 2], (row) => row, 2) // → { drawn: [3, 2], folded: 1 }
 */
export function drawnRows<Row>(
	rows: readonly Row[],
	weightOf: (row: Row) => number,
	most: number = mostRows,
): DrawnRows<Row> {
	if (rows.length <= most) return { drawn: rows, folded: 0 };
	const weights = rows.map(weightOf);
	const kept = new Set(
		[...rows.keys()].sort((a, b) => (weights[b] as number) - (weights[a] as number) || a - b).slice(0, most),
	);
	return { drawn: rows.filter((_, index) => kept.has(index)), folded: rows.length - most };
}

/** The label of the row that stands for those not drawn. */
export const foldedLabel = (folded: number): string => `+ ${folded.toLocaleString("en")} more`;

/**
 * A sentence on the rows that are not drawn; none where all are.
 *
 * @param which of them are drawn, such as `the longest`
 * @example
 * foldedNotes({ drawn: ["a"], folded: 2 }, "closure", "the longest") // → ["Drawn: 1 closure, the longest. 2 closures are in the table only."]
 */
export const foldedNotes = ({ drawn, folded }: DrawnRows<unknown>, what: string, which: string): string[] =>
	folded === 0
		? []
		: [
				`Drawn: ${countLabel(drawn.length, what)}, ${which}. ${countLabel(folded, what)} ${isAre(folded)} in the table only.`,
			];
