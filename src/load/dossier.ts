import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { BorderLine, Claim, Dossier, Interest, Proposition } from "../records/records.js";
import { answer } from "./answers.js";
import { readBorder } from "./border.js";
import type { LocatedTables } from "./cell-problem.js";
import { readCsv } from "./csv.js";
import { type Located, readFields } from "./fields.js";
import { DossierError, type Problem } from "./problem.js";
import { type RowOf, type TableName, tables } from "./tables.js";
import { crossTableProblems, type WrittenIds } from "./validate.js";

/**
 * The data folder that comes with the kit.
 *
 * @throws Error where the kit's code was bundled into another file, away from its data
 */
export function ownDataDirectory(): string {
	try {
		const folder = fileURLToPath(new URL("../../data", import.meta.url));
		if (existsSync(join(folder, "datapackage.json"))) return folder;
	} catch {
		// A bundle of CommonJS has no address of its own.
	}
	throw new Error(
		"the data of border-incidents are not beside its code, which was bundled: mark the package as external, or give loadDossier a folder",
	);
}

const tableNames = Object.keys(tables) as TableName[];

/** Every file that a dossier is read from; the fingerprint covers them in this order. */
export const inputFiles: readonly string[] = [...tableNames.map((name) => `${name}.csv`), "border.geojson"];

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
 * @throws DossierError with every problem of all files, each as `file:line column: reason: value`; a folder that is
 * not there is one problem
 * @example
 * loadDossier().incidents.length > 0 // → true
 */
export function loadDossier(directory?: string, options?: { readonly onProblem?: "throw" }): Dossier;
export function loadDossier(directory: string | undefined, options: { readonly onProblem: "report" }): LoadReport;
export function loadDossier(
	directory: string = ownDataDirectory(),
	{ onProblem = "throw" }: { readonly onProblem?: "throw" | "report" } = {},
): Dossier | LoadReport {
	const problems: Problem[] = [];
	const bytes = new Map(inputFiles.map((file) => [file, readBytes(directory, file, problems)]));
	const read = tableNames.map((name) => readTable(name, bytes.get(`${name}.csv`)));
	const located = Object.fromEntries(read.map(({ name, rows }) => [name, rows])) as unknown as LocatedTables;
	const writtenIds = Object.fromEntries(read.map(({ name, ids }) => [name, ids])) as unknown as WrittenIds;
	const border = borderOf(bytes.get("border.geojson"), problems);
	const found = [problems, ...read.map((table) => table.problems), crossTableProblems(located, writtenIds)].flat();
	const ordered = folderProblem(directory) ?? inOrder(found);
	if (ordered.length > 0 && onProblem === "throw") throw new DossierError(directory, ordered);
	const dossier = assemble(located, border, fingerprintOf(bytes));
	return onProblem === "report" ? { dossier, problems: ordered } : dossier;
}

/** Where there is no such folder, that is the one problem; that each of its files is missing needs no saying. */
function folderProblem(directory: string): Problem[] | null {
	const there = statSync(directory, { throwIfNoEntry: false });
	if (there?.isDirectory()) return null;
	const reason = there ? "is a file: give the folder that holds the tables" : "no such folder";
	return [{ file: resolve(directory), line: null, column: null, reason, value: null }];
}

/** Problems in the order of the files, and from top to bottom in each. */
function inOrder(problems: readonly Problem[]): Problem[] {
	const place = new Map(inputFiles.map((file, index) => [file, index]));
	return [...problems].sort(
		(a, b) => (place.get(a.file) ?? 0) - (place.get(b.file) ?? 0) || (a.line ?? 0) - (b.line ?? 0),
	);
}

/**
 * The first twelve hexadecimal digits of the SHA-256 over every input file of a data folder, without
 * reading what is in them.
 *
 * @throws where a file is missing
 */
export function dossierFingerprint(directory: string = ownDataDirectory()): string {
	return fingerprintOf(new Map(inputFiles.map((file) => [file, readFileSync(join(directory, file))])));
}

function readBytes(directory: string, file: string, problems: Problem[]): Uint8Array | null {
	try {
		return readFileSync(join(directory, file));
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		const reason = unreadable[code ?? ""] ?? "cannot be read";
		problems.push({ file, line: null, column: null, reason, value: code && code in unreadable ? null : message });
		return null;
	}
}

const unreadable: Readonly<Record<string, string>> = {
	ENOENT: "missing file",
	ENOTDIR: "missing file",
	EISDIR: "is a folder, not a file",
	EACCES: "must not be read by this user",
};

function readTable<Name extends TableName>(name: Name, bytes: Uint8Array | null | undefined) {
	if (!bytes) return { name, rows: [], ids: null, problems: [] };
	const columns = Object.keys(tables[name]);
	const table = readCsv(`${name}.csv`, bytes, columns);
	const { rows, problems } = readFields(name, table);
	const found = [...table.problems, ...problems];
	if (name === "observation" && found.length === 0 && rows.length === 0)
		found.push({ file: "observation.csv", line: null, column: null, reason: "no window", value: null });
	const written = [...table.rows, ...table.ragged].map(({ cells }) => cells[columns[0] ?? ""]);
	const isKnown = table.isWhole && !written.includes(undefined);
	return { name, rows, ids: isKnown ? new Set(written as string[]) : null, problems: found };
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
		(located[name] as readonly Located<RowOf<Name>>[]).flatMap(({ fits, row }) => (fits ? [row as RowOf<Name>] : []));
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
