/**
 * What marks show, for the `customdata` of a trace: the page of a chart leads from a mark to the incidents behind it. A
 * number is a row of the figure's table; a text is the id of an incident; a list stands for a mark that shows several.
 * Where `meta` of the trace names a column, the mark shows what that column counts.
 */
export type Shown = number | string | readonly (number | string)[];

/** Numbers of rows in a table that has one row for each of `all`, in their order. */
export function rowNumbers<Row>(shown: readonly Row[], all: readonly Row[] = shown): number[] {
	const places = new Map(all.map((row, index) => [row, index]));
	return shown.map((row) => places.get(row) ?? -1);
}

/** Ids of the incidents that marks stand for, one each. */
export const incidentIds = (shown: readonly { readonly incident_id: string }[]): string[] =>
	shown.map(({ incident_id }) => incident_id);
