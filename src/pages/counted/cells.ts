import type { TableRow } from "../../charts/parts/frame.js";
import type { Dossier } from "../../records/records.js";

/** Ids of the incidents that the cells of one row count, by column. */
export type Cells = Readonly<Record<string, readonly string[]>>;

/** What the rows of one chart's table count. Columns that are not named count no incidents. */
export type CellsOf = (dossier: Dossier, table: readonly TableRow[]) => (row: TableRow) => Cells;

/** Ids of those that fit, each once. */
export const idsOf = <Row extends { readonly incident_id: string }>(
	rows: readonly Row[],
	fits: (row: Row) => boolean = () => true,
): string[] => [...new Set(rows.filter(fits).map(({ incident_id }) => incident_id))];
