import { type ChainedClaim, longestChain, sourceChains } from "../claims/original-source.js";
import { type BorderLine, frontiersOf, type Region, type VerdictStatus } from "../records/records.js";
import { wordFor } from "../statistics/number-text.js";
import { misfit, unorderedRange } from "./answers.js";
import { addAt, type CellProblem, type LocatedTables, when } from "./cell-problem.js";
import { addDuplicatePairs } from "./duplicates.js";
import type { Located, Seen } from "./fields.js";
import { boxOf, outsideBox } from "./frontier-box.js";
import { addParentProblems } from "./parents.js";
import type { ProblemList } from "./problem.js";
import type { RowOf, TableName } from "./tables.js";

/** The rows by the text in their first column, those that do not fit among them. */
export type RowsById = { readonly [Name in TableName]: ReadonlyMap<string, Located<RowOf<Name>> | null> };

/** Everything that was read of a folder. */
export interface ReadFolder {
	readonly tables: LocatedTables;
	readonly byId: RowsById;
	/** Tables that could not be read whole: a key may point to any row in them, for they have their own problem already. */
	readonly unread: ReadonlySet<TableName>;
	/** Tables whose file is not there. */
	readonly absent: ReadonlySet<TableName>;
	readonly region: Region;
	readonly border: BorderLine;
}

/**
 * Checks what no single cell can show: unique ids, keys that point somewhere, answers that fit their
 * question, orders of dates and numbers, points near their border. A row with a cell that
 * does not fit is checked as far as its other cells allow.
 */
export function addCrossTableProblems(
	{ tables, byId, unread, absent, region, border }: ReadFolder,
	problems: ProblemList,
): void {
	const circleOf = circlesOf(tables.claims);
	const [window] = tables.observation;
	const { observed_from, observed_to } = window?.row ?? {};
	const none: readonly CellProblem[] = [];
	const boxes = new Map(frontiersOf(region).map((code) => [code, boxOf(region, border, code)]));
	const box = boxes.get(region.code) ?? null;
	/** For each table that is not there, which column of which table points to it, and how often. */
	const missed = new Map<TableName, Map<string, number>>();
	let from: TableName = "incidents";
	const pointsTo = (table: TableName, column: string, id: string | null | undefined): readonly CellProblem[] => {
		if (id == null || byId[table].has(id) || unread.has(table)) return none;
		if (!absent.has(table)) return [[column, `not in ${table}.csv`, id]];
		const columns = missed.get(table) ?? new Map<string, number>();
		missed.set(table, columns);
		const pointer = `${column} of ${from}.csv`;
		columns.set(pointer, (columns.get(pointer) ?? 0) + 1);
		return none;
	};
	const inspect = <Name extends TableName>(
		table: Name,
		problemsOf: (row: Seen<RowOf<Name>>) => readonly CellProblem[],
	) => {
		from = table;
		for (const { line, row } of tables[table] as readonly Located<RowOf<Name>>[])
			for (const problem of problemsOf(row)) addAt(problems, table, line, problem);
	};

	const questionOf = ({ proposition_id: id }: { readonly proposition_id: string | undefined }) =>
		id === undefined ? undefined : byId.propositions.get(id)?.row;

	addDuplicatePairs(tables, problems);
	addParentProblems(tables.sources, byId.sources, problems);

	inspect("sources", (row) => pointsTo("sources", "parent_id", row.parent_id));

	inspect("incidents", (row) => [
		...pointsTo("crossings", "crossing_id", row.crossing_id),
		...when(isBefore(row.date_end, row.date_start), "date_end", "before date_start", row.date_end),
		...when(
			row.lat !== undefined && row.lon !== undefined && (row.lat === null) !== (row.lon === null),
			"lon",
			"lat and lon must both be given or both be blank",
			null,
		),
		...(row.frontier === undefined
			? []
			: outsideBox({ code: row.frontier }, boxes.get(row.frontier) ?? null, row.lat, row.lon)),
		...when(
			isBefore(row.date_start, observed_from) || isBefore(observed_to, row.date_start),
			"date_start",
			`outside the observed window ${observed_from} to ${observed_to}`,
			row.date_start,
		),
	]);

	inspect("propositions", (row) => {
		const begins = (row.incident_id === undefined ? null : byId.incidents.get(row.incident_id))?.row.date_start;
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
	});

	inspect("claims", (row) => {
		const question = questionOf(row);
		return [
			...(question === undefined ? pointsTo("propositions", "proposition_id", row.proposition_id) : none),
			...pointsTo("sources", "source_id", row.source_id),
			...pointsTo("sources", "reported_by", row.reported_by),
			...pointsTo("sources", "via_source_id", row.via_source_id),
			...circleOf(row),
			...misfit("value", row.value, question),
			...unorderedRange(row, question?.type),
		];
	});

	inspect("verdict_basis", (row) => [
		...pointsTo("propositions", "proposition_id", row.proposition_id),
		...pointsTo("claims", "claim_id", row.claim_id),
		...when(
			row.proposition_id !== undefined &&
				row.claim_id !== undefined &&
				(byId.claims.get(row.claim_id)?.row.proposition_id ?? row.proposition_id) !== row.proposition_id,
			"claim_id",
			`belongs to another proposition than ${row.proposition_id}`,
			row.claim_id,
		),
	]);

	inspect("interests", (row) => [
		...pointsTo("propositions", "proposition_id", row.proposition_id),
		...misfit("value", row.value, questionOf(row), ["higher", "lower"]),
	]);

	inspect("readings", (row) => [
		...pointsTo("propositions", "proposition_id", row.proposition_id),
		...verdictProblems(row, questionOf(row)),
	]);

	inspect("crossings", (row) => outsideBox(region, box, row.lat, row.lon));

	inspect("stretches", (row) => outsideBox(region, box, row.mid_lat, row.mid_lon, ["mid_lat", "mid_lon"]));

	inspect("observation", (row) =>
		when(isBefore(row.observed_to, row.observed_from), "observed_to", "before observed_from", row.observed_to),
	);
	for (const { line } of tables.observation.slice(1))
		addAt(problems, "observation", line, [null, "more than one window", null]);

	for (const [table, columns] of missed) {
		const pointers = [...columns].map(([column, count]) => `${column} (${count} ${wordFor(count, "cell", "cells")})`);
		const reason = `missing file, to which ${pointers.join(", ")} ${wordFor(pointers.length, "points", "point")}`;
		const fix = table === "crossings" ? "add the table, or leave the column blank" : "add the table";
		problems.add({ file: `${table}.csv`, line: null, column: null, reason, value: null }, () => fix);
	}
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

/** Problems of repeats that go round in a circle, so that no source gave the answer first. */
function circlesOf(claims: LocatedTables["claims"]): (row: Partial<Seen<RowOf<"claims">>>) => readonly CellProblem[] {
	const isWhole = (row: Partial<Seen<RowOf<"claims">>>): row is Seen<RowOf<"claims">> & ChainedClaim =>
		[row.proposition_id, row.source_id, row.via_source_id, row.stance, row.value, row.value_min, row.value_max].every(
			(cell) => cell !== undefined,
		);
	const chainOf = sourceChains(claims.map(({ row }) => row).filter(isWhole));
	return (row) => {
		if (!isWhole(row) || row.stance !== "repeats") return [];
		const { sources, end } = chainOf(row);
		if (end === "too_long")
			return when(true, "via_source_id", `more than ${longestChain} sources repeat one another`, row.via_source_id);
		return when(
			end === "cycle",
			"via_source_id",
			`repeats in a circle, ${sources.join(" → ")}: leave the column blank in the row of the source that said it first, or do not call it a repeat`,
			row.via_source_id,
		);
	};
}
