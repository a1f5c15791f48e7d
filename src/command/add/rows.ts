import { nameKey } from "../../location/name-key.js";
import { claimId, freeId, idPart, incidentId, propositionId } from "../../records/ids.js";
import { didYouMean } from "../../records/nearest.js";
import type { Dossier } from "../../records/records.js";
import type { Cells, Draft, DraftProblem, DraftQuestion } from "./draft.js";
import { fillPlace } from "./place.js";

/** The tables that an incident adds rows to, in an order in which every part alone can be loaded. */
export const addedTables = ["sources", "incidents", "propositions", "claims", "verdict_basis", "interests"] as const;
export type AddedTable = (typeof addedTables)[number];

/** A row to add, and where in the draft it comes from. */
export interface NewRow {
	/** The path of the entry; a column of it is `path.column`. Empty for the incident itself. */
	readonly path: string;
	/** Whether the path is that of a single value, such as a decisive claim, and not of an entry with columns. */
	readonly isValue?: boolean;
	readonly cells: Cells;
	/** Columns that nobody filled in and that this program did. */
	readonly filled: readonly string[];
}

export type NewRows = Readonly<Record<AddedTable, readonly NewRow[]>>;

/** The rows of a draft, what is wrong with it and what a person should know before they are written. */
export interface DraftRows {
	readonly rows: NewRows;
	readonly problems: readonly DraftProblem[];
	readonly notes: readonly string[];
}

/** The path of a column of an entry. */
export const pathOf = (entry: string, column: string): string => (entry === "" ? column : `${entry}.${column}`);

/**
 * The rows that a draft adds to the tables: ids by the scheme of the tables where it has none, sources by id or name,
 * the place from the gazetteer. Values are not checked here: what does not fit stays as it was written.
 *
 * @param isThere whether the tables have just this row already, as after a run that was stopped
 */
export function draftRows(
	draft: Draft,
	dossier: Dossier,
	isThere: (table: AddedTable, cells: Cells) => boolean = () => false,
): DraftRows {
	const problems: DraftProblem[] = [];
	const notes: string[] = [];

	const known = sourceFinder(dossier, [], []);
	const sources = draft.sources.map((cells, index) => {
		const isTaken = (source_id: string) =>
			dossier.sources.some((source) => source.source_id === source_id) &&
			!isThere("sources", { ...newSource, ...withParent(cells, known), source_id });
		return sourceRow(cells, `sources[${index}]`, isTaken);
	});
	const sourceOf = sourceFinder(dossier, sources, problems);
	for (const source of sources) {
		const { name = "" } = source.cells;
		const alike = dossier.sources.find((known) => nameKey(known.name) === nameKey(name) && nameKey(name) !== "");
		if (alike && alike.source_id !== source.cells.source_id)
			notes.push(`${pathOf(source.path, "name")}: ${alike.source_id} has the same name: is it the same source?`);
	}

	const place = fillPlace(draft.incident, dossier);
	problems.push(...place.problems);
	notes.push(...place.notes);
	const defaults = { frontier: dossier.region.code, aggregate: "false" };
	const incident: Cells = { ...defaults, ...place.cells };
	const suggested = incidentId(incident);
	const isTaken = (id: string) =>
		dossier.incidents.some(({ incident_id }) => incident_id === id) &&
		!isThere("incidents", { ...incident, incident_id: id });
	const incident_id = incident.incident_id ?? freeId(suggested, isTaken);
	const incidentRow: NewRow = {
		path: "",
		cells: { ...incident, incident_id },
		filled: [...place.filled, ...missing(draft.incident, ["incident_id", "frontier", "aggregate"])],
	};

	const questions = draft.questions.map((question, index) =>
		questionRows(question, `questions[${index}]`, incident_id, { dossier, sourceOf, problems, notes }),
	);
	return {
		rows: {
			sources: sources.map((row) => withSources(row, ["parent_id"], sourceOf)),
			incidents: [incidentRow],
			propositions: questions.map(({ proposition }) => proposition),
			claims: questions.flatMap(({ claims }) => claims),
			verdict_basis: questions.flatMap(({ basis }) => basis),
			interests: questions.flatMap(({ interests }) => interests),
		},
		problems,
		notes,
	};
}

const missing = (given: Cells, columns: readonly string[]): string[] =>
	columns.filter((column) => given[column] === undefined);

type SourceOf = (written: string, path: string) => string;

const newSource = { collective: "false" };

const withParent = ({ parent_id, ...cells }: Cells, sourceOf: SourceOf): Cells =>
	parent_id === undefined ? cells : { ...cells, parent_id: sourceOf(parent_id, "") };

function sourceRow(given: Cells, path: string, isTaken: (id: string) => boolean): NewRow {
	const part = idPart(given.name ?? "");
	const source_id = given.source_id ?? (part === "" ? "" : freeId(part, isTaken));
	const cells = { ...newSource, ...given, source_id };
	return { path, cells, filled: missing(given, ["source_id", "collective"]) };
}

/** Finds a source by its id in any spelling, or by its name where only one has it. */
function sourceFinder(dossier: Dossier, added: readonly NewRow[], problems: DraftProblem[]): SourceOf {
	const known = [
		...dossier.sources.map(({ source_id, name }) => ({ source_id, name })),
		...added.map(({ cells }) => ({ source_id: cells.source_id ?? "", name: cells.name ?? "" })),
	];
	const ids = new Set(known.map(({ source_id }) => source_id));
	const byName = new Map<string, string[]>();
	// An id in capitals is meant as the id.
	for (const { source_id, name } of known)
		for (const key of [nameKey(name), nameKey(source_id)]) byName.set(key, [...(byName.get(key) ?? []), source_id]);
	return (written, path) => {
		if (written === "" || ids.has(written)) return written;
		const named = nameKey(written) === "" ? [] : [...new Set(byName.get(nameKey(written)))];
		if (named.length === 1) return named[0] ?? written;
		const reason =
			named.length > 1
				? `several sources have the name ${written}: write one of the ids ${named.join(", ")}`
				: `unknown source: ${written}${didYouMean(
						written,
						known.flatMap(({ source_id, name }) => [source_id, name]),
					)}; a new one goes under sources`;
		problems.push({ path, reason, value: null });
		return written;
	};
}

function withSources(row: NewRow, columns: readonly string[], sourceOf: SourceOf): NewRow {
	const found = columns.flatMap((column) => {
		const written = row.cells[column];
		return written === undefined ? [] : [[column, sourceOf(written, pathOf(row.path, column))]];
	});
	return { ...row, cells: { ...row.cells, ...Object.fromEntries(found) } };
}

interface Context {
	readonly dossier: Dossier;
	readonly sourceOf: SourceOf;
	readonly problems: DraftProblem[];
	readonly notes: string[];
}

function questionRows(question: DraftQuestion, path: string, incident_id: string, context: Context) {
	const { dossier, sourceOf, problems, notes } = context;
	const given = question.cells;
	const { key = "" } = given;
	const isUsed = dossier.propositions.some((row) => row.key === key);
	if (key !== "" && !isUsed && !key.startsWith("other:")) {
		const keys = [...new Set(dossier.propositions.map((row) => row.key))];
		notes.push(
			`${path}.key: no question has the key ${key} yet${didYouMean(key, keys)}; a key for one incident begins with other:`,
		);
	}
	const types = new Set(dossier.propositions.filter((row) => row.key === key).map(({ type }) => type));
	const [type] = types.size === 1 ? types : [];
	const proposition_id = given.proposition_id ?? propositionId(incident_id, key);
	const cells = { ...(type === undefined ? {} : { type }), ...given, proposition_id, incident_id };
	const categories = categoriesOf(question);
	const isCategory = cells.type === "category" && given.categories === undefined && categories !== "";
	const proposition: NewRow = {
		path,
		cells: isCategory ? { ...cells, categories } : cells,
		filled: [...missing(given, ["proposition_id", ...(type ? ["type"] : [])]), ...(isCategory ? ["categories"] : [])],
	};

	const claims = question.claims.map((claim, index): NewRow => {
		const claim_id = claim.claim_id ?? claimId(proposition_id, index + 1);
		const read = claim.reported_by ? "quoted" : "page";
		const row: NewRow = {
			path: `${path}.claims[${index}]`,
			cells: { read, ...claim, claim_id, proposition_id },
			filled: missing(claim, ["claim_id", "read"]),
		};
		return withSources(row, ["source_id", "reported_by", "via_source_id"], sourceOf);
	});
	const ids = claims.map((row) => row.cells.claim_id ?? "");
	const basis = question.decisive_claims.map((written, index): NewRow => {
		const at = `${path}.decisive_claims[${index}]`;
		const number = /^c?0*([1-9]\d{0,4})$/.exec(written)?.[1];
		const claim_id = ids.includes(written) ? written : ids[Number(number ?? 0) - 1];
		if (claim_id === undefined)
			problems.push({
				path: at,
				reason: `no such claim of this question, which has ${ids.length}: write 1 or c01 for the first, or an id`,
				value: written,
			});
		return { path: at, isValue: true, cells: { proposition_id, claim_id: claim_id ?? written }, filled: [] };
	});
	const interests = question.interests.map(
		(interest, index): NewRow => ({
			path: `${path}.interests[${index}]`,
			cells: { ...interest, proposition_id },
			filled: [],
		}),
	);
	return { proposition, claims, basis, interests };
}

/** Every answer in use, in the order in which they come. */
function categoriesOf({ cells, claims }: DraftQuestion): string {
	const values = [...claims.map(({ value }) => value), cells.verdict_value];
	return [...new Set(values.filter((value) => value !== undefined && value !== ""))].join("|");
}
