import { type Fault, misfit, unorderedRange, when } from "./answers.js";
import type { Located } from "./fields.js";
import { outsideFrontier } from "./frontier-box.js";
import type { Problem } from "./problem.js";
import type { RowOf, TableName } from "./tables.js";

/** All tables as rows with their lines, answers still text. */
export type LocatedTables = { readonly [Name in TableName]: readonly Located<RowOf<Name>>[] };

/** The ids written in each table, those of rows set aside among them. */
export type WrittenIds = { readonly [Name in TableName]: ReadonlySet<string> };

/**
 * Checks what no single cell can show: unique ids, keys that point somewhere, answers that fit their
 * question, orders of dates and numbers, points on the frontier they are told of.
 *
 * @param ids a key may point to a row that was set aside: that row has its own problem already
 */
export function crossTableProblems(tables: LocatedTables, ids: WrittenIds): Problem[] {
	const propositions = new Map(tables.propositions.map(({ row }) => [row.proposition_id, row]));
	const incidents = new Map(tables.incidents.map(({ row }) => [row.incident_id, row]));
	const claims = new Map(tables.claims.map(({ row }) => [row.claim_id, row]));
	const window = tables.observation[0]?.row;

	const pointsTo = (known: ReadonlySet<string>, column: string, id: string | null, table: string): Fault[] =>
		id === null || known.has(id) ? [] : [[column, `not in ${table}`, id]];

	return [
		...doubled("sources", tables.sources, ({ source_id }) => source_id, "source_id"),
		...doubled("incidents", tables.incidents, ({ incident_id }) => incident_id, "incident_id"),
		...doubled("propositions", tables.propositions, ({ proposition_id }) => proposition_id, "proposition_id"),
		...doubled("claims", tables.claims, ({ claim_id }) => claim_id, "claim_id"),
		...doubled("crossings", tables.crossings, ({ crossing_id }) => crossing_id, "crossing_id"),
		...doubled("stretches", tables.stretches, ({ stretch_id }) => stretch_id, "stretch_id"),
		...doubled("places", tables.places, ({ place_id }) => place_id, "place_id"),
		...doubled("verdict_basis", tables.verdict_basis, (row) => `${row.proposition_id} ${row.claim_id}`, "claim_id"),
		...doubled("interests", tables.interests, (row) => `${row.proposition_id} ${row.value}`, "value"),

		...inspect("sources", tables.sources, (row) => [
			...pointsTo(ids.sources, "parent_id", row.parent_id, "sources.csv"),
			...when(isOwnAncestor(row.source_id, tables), "parent_id", "leads back to the source itself", row.parent_id),
		]),

		...inspect("incidents", tables.incidents, (row) => [
			...pointsTo(ids.crossings, "crossing_id", row.crossing_id, "crossings.csv"),
			...when(row.date_end !== null && row.date_end < row.date_start, "date_end", "before date_start", row.date_end),
			...when(
				(row.lat === null) !== (row.lon === null),
				"lon",
				"lat and lon must both be given or both be blank",
				null,
			),
			...outsideFrontier(row.frontier, row.lat, row.lon),
			...when(
				window !== undefined && (row.date_start < window.observed_from || row.date_start > window.observed_to),
				"date_start",
				`outside the observed window ${window?.observed_from} to ${window?.observed_to}`,
				row.date_start,
			),
		]),

		...inspect("propositions", tables.propositions, (row) => {
			const begins = incidents.get(row.incident_id)?.date_start;
			const settled = row.verdict_status === "confirmed" || row.verdict_status === "refuted";
			return [
				...pointsTo(ids.incidents, "incident_id", row.incident_id, "incidents.csv"),
				...when(
					row.type !== "category" && row.categories.length > 0,
					"categories",
					`must be blank for a ${row.type}`,
					row.categories.join("|"),
				),
				...misfit("verdict_value", row.verdict_value, row),
				...when(
					row.verdict_value === null && (settled || row.verdict_status === "announced"),
					"verdict_value",
					`must not be blank where the verdict is ${row.verdict_status}`,
					null,
				),
				...when(
					row.verdict_decided_on !== null && !settled,
					"verdict_decided_on",
					`must be blank where the verdict is ${row.verdict_status}`,
					row.verdict_decided_on,
				),
				...when(
					row.verdict_decided_on !== null && begins !== undefined && row.verdict_decided_on < begins,
					"verdict_decided_on",
					`before the incident began on ${begins}`,
					row.verdict_decided_on,
				),
			];
		}),

		...inspect("claims", tables.claims, (row) => [
			...pointsTo(ids.propositions, "proposition_id", row.proposition_id, "propositions.csv"),
			...pointsTo(ids.sources, "source_id", row.source_id, "sources.csv"),
			...pointsTo(ids.sources, "reported_by", row.reported_by, "sources.csv"),
			...pointsTo(ids.sources, "via_source_id", row.via_source_id, "sources.csv"),
			...misfit("value", row.value, propositions.get(row.proposition_id)),
			...unorderedRange(row, propositions.get(row.proposition_id)?.type),
		]),

		...inspect("verdict_basis", tables.verdict_basis, (row) => [
			...pointsTo(ids.propositions, "proposition_id", row.proposition_id, "propositions.csv"),
			...pointsTo(ids.claims, "claim_id", row.claim_id, "claims.csv"),
			...when(
				claims.has(row.claim_id) && claims.get(row.claim_id)?.proposition_id !== row.proposition_id,
				"claim_id",
				`belongs to another proposition than ${row.proposition_id}`,
				row.claim_id,
			),
		]),

		...inspect("interests", tables.interests, (row) => [
			...pointsTo(ids.propositions, "proposition_id", row.proposition_id, "propositions.csv"),
			...misfit("value", row.value, propositions.get(row.proposition_id), ["higher", "lower"]),
		]),

		...inspect("observation", tables.observation, (row) =>
			when(row.observed_to < row.observed_from, "observed_to", "before observed_from", row.observed_to),
		),
		...tables.observation
			.slice(1)
			.map(({ line }) => problem("observation", line, [null, "more than one window", null])),
	];
}

function isOwnAncestor(source: string, { sources }: LocatedTables): boolean {
	const parents = new Map(sources.map(({ row }) => [row.source_id, row.parent_id]));
	const seen = new Set<string>();
	for (let id = parents.get(source); id != null && !seen.has(id); id = parents.get(id)) {
		if (id === source) return true;
		seen.add(id);
	}
	return false;
}

const problem = (
	table: TableName,
	line: number,
	[column, reason, value]: readonly [string | null, string, string | null],
) => ({
	file: `${table}.csv`,
	line,
	column,
	reason,
	value,
});

function inspect<Row>(
	table: TableName,
	rows: readonly Located<Row>[],
	faultsOf: (row: Row) => readonly Fault[],
): Problem[] {
	return rows.flatMap(({ line, row }) => faultsOf(row).map((fault) => problem(table, line, fault)));
}

function doubled<Row>(
	table: TableName,
	rows: readonly Located<Row>[],
	keyOf: (row: Row) => string,
	column: string,
): Problem[] {
	const firstLine = new Map<string, number>();
	return rows.flatMap(({ line, row }) => {
		const key = keyOf(row);
		const first = firstLine.get(key);
		if (first === undefined) firstLine.set(key, line);
		return first === undefined ? [] : [problem(table, line, [column, `already on line ${first}`, key])];
	});
}
