import type { VerdictStatus } from "../records/records.js";
import { misfit, unorderedRange } from "./answers.js";
import { type CellProblem, type LocatedTables, problemAt, when } from "./cell-problem.js";
import { duplicateRows } from "./duplicates.js";
import type { Located, Seen } from "./fields.js";
import { outsideFrontier } from "./frontier-box.js";
import type { Problem } from "./problem.js";
import type { RowOf, TableName } from "./tables.js";

/** The ids written in each table, those of rows that do not fit among them; `null` where some cannot be known. */
export type WrittenIds = { readonly [Name in TableName]: ReadonlySet<string> | null };

/**
 * Checks what no single cell can show: unique ids, keys that point somewhere, answers that fit their
 * question, orders of dates and numbers, points near their border. A row with a cell that
 * does not fit is checked as far as its other cells allow.
 *
 * @param ids a key may point to a row that does not fit, and to any in a table that could not be read
 *   whole: those have their own problem already
 */
export function crossTableProblems(tables: LocatedTables, ids: WrittenIds): Problem[] {
	const propositions = rowsBy(tables.propositions, "proposition_id");
	const incidents = rowsBy(tables.incidents, "incident_id");
	const claims = rowsBy(tables.claims, "claim_id");
	const parents = rowsBy(tables.sources, "source_id");
	const [window] = tables.observation;
	const { observed_from, observed_to } = window?.row ?? {};

	const pointsTo = (table: TableName, column: string, id: string | null | undefined): CellProblem[] =>
		id == null || (ids[table]?.has(id) ?? true) ? [] : [[column, `not in ${table}.csv`, id]];

	return [
		...duplicateRows(tables),

		...inspect("sources", tables.sources, (row) => [
			...pointsTo("sources", "parent_id", row.parent_id),
			...when(isOwnAncestor(row.source_id, parents), "parent_id", "leads back to the source itself", row.parent_id),
		]),

		...inspect("incidents", tables.incidents, (row) => [
			...pointsTo("crossings", "crossing_id", row.crossing_id),
			...when(isBefore(row.date_end, row.date_start), "date_end", "before date_start", row.date_end),
			...when(
				row.lat !== undefined && row.lon !== undefined && (row.lat === null) !== (row.lon === null),
				"lon",
				"lat and lon must both be given or both be blank",
				null,
			),
			...(row.frontier === undefined ? [] : outsideFrontier(row.frontier, row.lat, row.lon)),
			...when(
				isBefore(row.date_start, observed_from) || isBefore(observed_to, row.date_start),
				"date_start",
				`outside the observed window ${observed_from} to ${observed_to}`,
				row.date_start,
			),
		]),

		...inspect("propositions", tables.propositions, (row) => {
			const begins = incidents.get(row.incident_id)?.date_start;
			const { type, categories, verdict_status: status } = row;
			return [
				...pointsTo("incidents", "incident_id", row.incident_id),
				...when(
					type !== undefined && type !== "category" && categories !== undefined && categories.length > 0,
					"categories",
					`must be blank for a ${type}`,
					categories?.join("|"),
				),
				...verdictProblems(row, row),
				...when(
					row.verdict_decided_on != null && status !== undefined && !isResolvedStatus(status),
					"verdict_decided_on",
					`must be blank where the verdict is ${status}`,
					row.verdict_decided_on,
				),
				...when(
					isBefore(row.verdict_decided_on, begins),
					"verdict_decided_on",
					`before the incident began on ${begins}`,
					row.verdict_decided_on,
				),
			];
		}),

		...inspect("claims", tables.claims, (row) => [
			...pointsTo("propositions", "proposition_id", row.proposition_id),
			...pointsTo("sources", "source_id", row.source_id),
			...pointsTo("sources", "reported_by", row.reported_by),
			...pointsTo("sources", "via_source_id", row.via_source_id),
			...misfit("value", row.value, propositions.get(row.proposition_id)),
			...unorderedRange(row, propositions.get(row.proposition_id)?.type),
		]),

		...inspect("verdict_basis", tables.verdict_basis, (row) => [
			...pointsTo("propositions", "proposition_id", row.proposition_id),
			...pointsTo("claims", "claim_id", row.claim_id),
			...when(
				row.proposition_id !== undefined &&
					(claims.get(row.claim_id)?.proposition_id ?? row.proposition_id) !== row.proposition_id,
				"claim_id",
				`belongs to another proposition than ${row.proposition_id}`,
				row.claim_id,
			),
		]),

		...inspect("interests", tables.interests, (row) => [
			...pointsTo("propositions", "proposition_id", row.proposition_id),
			...misfit("value", row.value, propositions.get(row.proposition_id), ["higher", "lower"]),
		]),

		...inspect("readings", tables.readings, (row) => [
			...pointsTo("propositions", "proposition_id", row.proposition_id),
			...verdictProblems(row, propositions.get(row.proposition_id)),
		]),

		...inspect("crossings", tables.crossings, (row) => outsideFrontier("af-ir", row.lat, row.lon)),

		...inspect("stretches", tables.stretches, (row) =>
			outsideFrontier("af-ir", row.mid_lat, row.mid_lon, ["mid_lat", "mid_lon"]),
		),

		...inspect("observation", tables.observation, (row) =>
			when(isBefore(row.observed_to, row.observed_from), "observed_to", "before observed_from", row.observed_to),
		),
		...tables.observation
			.slice(1)
			.map(({ line }) => problemAt("observation", line, [null, "more than one window", null])),
	];
}

type Verdict = Seen<Pick<RowOf<"readings">, "verdict_status" | "verdict_value">>;
type Question = Partial<Seen<Pick<RowOf<"propositions">, "type" | "categories">>>;

const isResolvedStatus = (status: VerdictStatus | undefined): boolean => status === "confirmed" || status === "refuted";

/** Problems of a verdict, or of one reader's: a value that its question does not take, or that its status needs. */
function verdictProblems(row: Verdict, question: Question | undefined): CellProblem[] {
	const { verdict_status: status, verdict_value: value } = row;
	const type = question?.type;
	return [
		...misfit("verdict_value", value, question),
		...when(
			value === null && (isResolvedStatus(status) || status === "announced"),
			"verdict_value",
			`must not be blank where the verdict is ${status}`,
			null,
		),
		...when(
			status === "refuted" && type !== undefined && type !== "boolean",
			"verdict_status",
			`not for a ${type}, whose values are confirmed or not`,
			status,
		),
		...when(
			status === "refuted" && type === "boolean" && value === "true",
			"verdict_value",
			"must be false where the verdict is refuted",
			value,
		),
	];
}

const isBefore = (day: string | null | undefined, other: string | null | undefined): boolean =>
	day != null && other != null && day < other;

/** Rows by their id; of duplicates the last one. */
function rowsBy<Row>(rows: readonly Located<Row>[], id: keyof Row): ReadonlyMap<unknown, Partial<Seen<Row>>> {
	return new Map(rows.map(({ row }) => [row[id], row]));
}

function isOwnAncestor(
	source: string | undefined,
	sources: ReadonlyMap<unknown, Partial<Seen<RowOf<"sources">>>>,
): boolean {
	const parentOf = (id: string | undefined) => sources.get(id)?.parent_id ?? undefined;
	const seen = new Set<string>();
	for (let id = parentOf(source); id !== undefined && !seen.has(id); id = parentOf(id)) {
		if (id === source) return true;
		seen.add(id);
	}
	return false;
}

function inspect<Row>(
	table: TableName,
	rows: readonly Located<Row>[],
	problemsOf: (row: Seen<Row>) => readonly CellProblem[],
): Problem[] {
	return rows.flatMap(({ line, row }) => problemsOf(row).map((problem) => problemAt(table, line, problem)));
}
