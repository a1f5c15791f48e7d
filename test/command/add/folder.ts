import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { scratchData, scratchFolder } from "../../scratch.js";

/** The tables that an incident adds rows to. */
export const added = ["sources", "incidents", "propositions", "claims", "verdict_basis", "interests"] as const;
export type Added = (typeof added)[number];
export type Row = Readonly<Record<string, string>>;

/** A row as its cells, and as the bytes of the file. */
interface RawRow {
	readonly record: Row;
	readonly raw: string;
}

const rawRows = (text: string): RawRow[] => parse(text, { columns: true, raw: true }) as unknown as RawRow[];

/** The rows of one incident, by table, in the order of the files; the sources are those that only it names. */
export function rowsOfIncident(folder: string, id: string): Readonly<Record<Added, readonly RawRow[]>> {
	const rows = (table: Added) => rawRows(readFileSync(join(folder, `${table}.csv`), "utf8"));
	const propositions = rows("propositions").filter(({ record }) => record.incident_id === id);
	const questions = new Set(propositions.map(({ record }) => record.proposition_id));
	const isOf = ({ record }: RawRow) => questions.has(record.proposition_id);
	const claims = rows("claims");
	const namesOf = ({ record }: RawRow) => [record.source_id, record.reported_by, record.via_source_id];
	const elsewhere = new Set(claims.filter((row) => !isOf(row)).flatMap(namesOf));
	const parents = new Set(rows("sources").map(({ record }) => record.parent_id));
	const here = new Set(claims.filter(isOf).flatMap(namesOf));
	return {
		sources: rows("sources").filter(
			({ record: { source_id = "" } }) => here.has(source_id) && !elsewhere.has(source_id) && !parents.has(source_id),
		),
		incidents: rows("incidents").filter(({ record }) => record.incident_id === id),
		propositions,
		claims: claims.filter(isOf),
		verdict_basis: rows("verdict_basis").filter(isOf),
		interests: rows("interests").filter(isOf),
	};
}

/** A copy of a data folder without the rows of one incident, and these rows. */
export function withoutIncident(from: string, id: string) {
	const data = scratchData(from);
	const rows = rowsOfIncident(from, id);
	for (const table of added)
		data.edit(`${table}.csv`, (text) => {
			const gone = new Set(rows[table].map(({ raw }) => raw));
			const [header = ""] = text.split("\n");
			return `${header}\n${rawRows(text)
				.map(({ raw }) => raw)
				.filter((raw) => !gone.has(raw))
				.join("")}`;
		});
	return { ...data, rows };
}

const without = (row: Row, ...columns: readonly string[]): Row =>
	Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column)));

/** The rows of one incident as the nested document that `add --from` takes. */
export function documentOf({
	sources,
	incidents,
	propositions,
	claims,
	verdict_basis,
	interests,
}: ReturnType<typeof rowsOfIncident>) {
	const of = (rows: readonly RawRow[], id: string | undefined) =>
		rows.map(({ record }) => record).filter((row) => row.proposition_id === id);
	return {
		...incidents[0]?.record,
		sources: sources.map(({ record }) => record),
		questions: propositions.map(({ record: { proposition_id, ...question } }) => ({
			proposition_id,
			...without(question, "incident_id"),
			decisive_claims: of(verdict_basis, proposition_id).map(({ claim_id }) => claim_id),
			interests: of(interests, proposition_id).map((row) => without(row, "proposition_id")),
			claims: of(claims, proposition_id).map((row) => without(row, "proposition_id")),
		})),
	};
}

/** Writes a file beside nothing else, and gives its path. */
export function scratchFile(name: string, content: string | Uint8Array): string {
	const path = join(scratchFolder(), name);
	writeFileSync(path, content);
	return path;
}

/** The content of every table of a folder. */
export const contents = (folder: string): Readonly<Record<Added, string>> =>
	Object.fromEntries(added.map((table) => [table, readFileSync(join(folder, `${table}.csv`), "utf8")])) as Record<
		Added,
		string
	>;
