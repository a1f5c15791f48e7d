import type { Located } from "./fields.js";
import type { TableName } from "./tables.js";

/** What the rows of each table are ordered by; a minus before a column: the greatest first. */
const orders: Readonly<Record<TableName, readonly string[]>> = {
	sources: ["source_id"],
	incidents: ["date_start", "incident_id"],
	// Whether it happened comes before what happened.
	propositions: ["incident_id", "occurred-first", "proposition_id"],
	claims: ["claim_id"],
	verdict_basis: ["proposition_id", "claim_id"],
	interests: ["proposition_id", "value", "favours"],
	crossings: ["crossing_id"],
	// From north to south, as the border runs.
	stretches: ["-mid_lat", "stretch_id"],
	places: ["place_id"],
	observation: [],
	readings: ["proposition_id", "reader"],
	archive: ["url"],
};

type Row = Readonly<Record<string, string | number | null | undefined>>;

const cellOf = (row: Row, column: string): string | number =>
	column === "occurred-first" ? Number(row.key !== "occurred") : (row[column] ?? "");

/**
 * The rows of a table in its stated order, whatever the order in the file: what is drawn first, which of two equals is
 * named, and in which order decimals are added must not depend on how somebody sorted a spreadsheet. Ids are compared
 * by their code units, so that every machine has one order.
 */
export function inOrder<Of>(table: TableName, rows: readonly Located<Of>[]): readonly Located<Of>[] {
	const keys = orders[table].map((column) => ({
		column: column.replace(/^-/, ""),
		sign: column.startsWith("-") ? -1 : 1,
	}));
	const compare = (a: Located<Of>, b: Located<Of>): number => {
		for (const { column, sign } of keys) {
			const [x, y] = [cellOf(a.row as Row, column), cellOf(b.row as Row, column)];
			if (x !== y) return x < y ? -sign : sign;
		}
		return 0;
	};
	// The tables of most folders are in order already: a look is cheaper than a sort.
	const isOrdered = rows.every((row, index) => index === 0 || compare(rows[index - 1] as Located<Of>, row) <= 0);
	return isOrdered ? rows : [...rows].sort(compare);
}
