import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BorderLine, Claim, Dossier, Interest, Proposition } from "../records.js";
import { answer } from "./answers.js";
import { readBorder } from "./border.js";
import { readCsv } from "./csv.js";
import { type Located, readFields } from "./fields.js";
import { DossierError, type Problem } from "./problem.js";
import { type RowOf, type TableName, tables } from "./tables.js";
import { crossTableProblems, type LocatedTables, type WrittenIds } from "./validate.js";

/** The data folder that comes with the kit. */
export const ownDataDirectory: string = fileURLToPath(new URL("../../data", import.meta.url));

/** Every file that a dossier is read from; the fingerprint covers them in this order. */
export const inputFiles: readonly string[] = [...Object.keys(tables).map((name) => `${name}.csv`), "border.geojson"];

/** A dossier together with what was wrong in its files. */
export interface LoadReport {
	/** The rows that fit; a row with a problem in one of its own cells is not among them. */
	readonly dossier: Dossier;
	/** Every problem of every file, in the order of the files; empty where all is well. */
	readonly problems: readonly Problem[];
}

/**
 * Reads and checks a data folder: ten CSV tables and the border line. The only reader of disk.
 *
 * @param directory the folder; by default the data that come with the kit
 * @param options `onProblem: "report"` returns the problems beside the rows that fit, instead of throwing
 * @throws DossierError with every problem of all files, each as `file:line column: reason: value`
 */
export function loadDossier(directory?: string, options?: { readonly onProblem?: "throw" }): Dossier;
export function loadDossier(directory: string | undefined, options: { readonly onProblem: "report" }): LoadReport;
export function loadDossier(
	directory: string = ownDataDirectory,
	{ onProblem = "throw" }: { readonly onProblem?: "throw" | "report" } = {},
): Dossier | LoadReport {
	const problems: Problem[] = [];
	const bytes = new Map(inputFiles.map((file) => [file, readBytes(directory, file, problems)]));
	const read = (Object.keys(tables) as TableName[]).map((name) => ({
		name,
		...readTable(name, bytes.get(`${name}.csv`), problems),
	}));
	const located = Object.fromEntries(read.map(({ name, rows }) => [name, rows])) as unknown as LocatedTables;
	const writtenIds = Object.fromEntries(read.map(({ name, ids }) => [name, ids])) as unknown as WrittenIds;
	const border = borderOf(bytes.get("border.geojson"), problems);
	problems.push(...crossTableProblems(located, writtenIds));
	if (problems.length > 0 && onProblem === "throw") throw new DossierError(directory, problems);
	const dossier = assemble(located, border, fingerprintOf(bytes));
	return onProblem === "report" ? { dossier, problems } : dossier;
}

/**
 * The first twelve hexadecimal digits of the SHA-256 over every input file of a data folder, without
 * reading what is in them.
 *
 * @throws where a file is missing
 */
export function dossierFingerprint(directory: string = ownDataDirectory): string {
	return fingerprintOf(new Map(inputFiles.map((file) => [file, readFileSync(join(directory, file))])));
}

function readBytes(directory: string, file: string, problems: Problem[]): Uint8Array | null {
	try {
		return readFileSync(join(directory, file));
	} catch (error) {
		const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
		const reason = missing ? "missing file" : "cannot be read";
		problems.push({ file, line: null, column: null, reason, value: missing ? null : String(error) });
		return null;
	}
}

function readTable<Name extends TableName>(
	name: Name,
	bytes: Uint8Array | null | undefined,
	problems: Problem[],
): { rows: Located<RowOf<Name>>[]; ids: ReadonlySet<string> } {
	if (!bytes) return { rows: [], ids: new Set() };
	const columns = Object.keys(tables[name]);
	const table = readCsv(`${name}.csv`, bytes, columns);
	const { rows, problems: cellProblems } = readFields(name, table);
	problems.push(...table.problems, ...cellProblems);
	if (name === "observation" && table.problems.length === 0 && table.rows.length === 0)
		problems.push({ file: "observation.csv", line: null, column: null, reason: "no window", value: null });
	return { rows, ids: new Set(table.rows.map(({ cells }) => cells[columns[0] ?? ""] ?? "")) };
}

function borderOf(bytes: Uint8Array | null | undefined, problems: Problem[]): BorderLine {
	if (!bytes) return [];
	const { line, reason } = readBorder(bytes);
	if (reason !== null) problems.push({ file: "border.geojson", line: null, column: null, reason, value: null });
	return line;
}

function fingerprintOf(bytes: ReadonlyMap<string, Uint8Array | null>): string {
	const hash = createHash("sha256");
	for (const file of inputFiles) {
		const content = bytes.get(file);
		hash.update(`${file}\0${content ? content.length : "missing"}\0`);
		if (content) hash.update(content);
	}
	return hash.digest("hex").slice(0, 12);
}

function assemble(located: LocatedTables, border: BorderLine, fingerprint: string): Dossier {
	const rows = <Name extends TableName>(name: Name) =>
		(located[name] as readonly Located<RowOf<Name>>[]).map(({ row }) => row);
	const byId = new Map(rows("propositions").map((row) => [row.proposition_id, row]));
	const answerOf = (text: string | null, proposition_id: string) => {
		const proposition = byId.get(proposition_id);
		return proposition ? (answer(text, proposition) ?? null) : null;
	};
	const propositions = rows("propositions").map(
		(row): Proposition => ({ ...row, verdict_value: answer(row.verdict_value, row) ?? null }),
	);
	const claims = rows("claims").map((row): Claim => ({ ...row, value: answerOf(row.value, row.proposition_id) }));
	const interests = rows("interests").flatMap((row): Interest[] => {
		const isCount = byId.get(row.proposition_id)?.type === "count";
		const value = isCount ? row.value : answerOf(row.value, row.proposition_id);
		return value === null ? [] : [{ ...row, value }];
	});
	return {
		sources: rows("sources"),
		incidents: rows("incidents"),
		propositions,
		claims,
		verdict_basis: rows("verdict_basis"),
		interests,
		crossings: rows("crossings"),
		stretches: rows("stretches"),
		places: rows("places"),
		observation: rows("observation")[0] ?? { observed_from: "1970-01-01", observed_to: "1970-01-01", note: null },
		border,
		fingerprint,
	};
}
