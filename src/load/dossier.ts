import { createHash } from "node:crypto";
import { existsSync, lstatSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Claim, Dossier, Interest, Observation, Proposition, Region, VerdictReading } from "../records/records.js";
import { foldNames, sourcesAlike } from "./alike.js";
import { answer } from "./answers.js";
import { type Border, noBorder, readBorder } from "./border.js";
import type { LocatedTables } from "./cell-problem.js";
import { scanCsv } from "./csv.js";
import { type PlainText, plainText } from "./encoding.js";
import { type Located, rowReader } from "./fields.js";
import { inputBytes, missingFile, readInput } from "./input.js";
import { absenceNotes, layoutNotes } from "./notes.js";
import { inOrder } from "./order.js";
import { DossierError, type Problem, ProblemList } from "./problem.js";
import { readRegion, unnamedRegion } from "./region.js";
import { type RowOf, type TableName, tables } from "./tables.js";
import { addCrossTableProblems, type RowsById } from "./validate.js";

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
		"the data of border-incidents are not beside its code, which was bundled: mark the package as external, or give loadDossier a folder with region.json",
	);
}

const tableNames = Object.keys(tables) as TableName[];

const [borderFile, regionFile] = ["border.geojson", "region.json"] as const;
/** The one file that a data folder cannot do without. */
const neededFile = "incidents.csv";

/** Every file that a dossier can be read from, in the order of the fingerprint. */
export const inputFiles: readonly string[] = [...tableNames.map((name) => `${name}.csv`), borderFile, regionFile];

/** The files that a folder is read from: `incidents.csv`, and of the others those that are there. */
export const inputFilesOf = (directory: string): readonly string[] =>
	inputFiles.filter((file) => file === neededFile || isNamed(join(directory, file)));

/** Whether a folder has a file of this name, be it a link that leads nowhere: that is a problem, and not a table that is absent. */
const isNamed = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** A dossier together with what was wrong in its files. */
export interface LoadReport {
	/** The rows that fit; a row with a problem in one of its own cells is not among them. */
	readonly dossier: Dossier;
	/**
	 * The problems of every file, in the order of the files; empty where all is well. The first 1,000 of a kind are listed,
	 * and the last of these has how many `more` there are.
	 */
	readonly problems: readonly Problem[];
	/**
	 * What was read although it is written in another way than the codebook says, such as `claims.csv: read as UTF-16`, and
	 * which files are not there.
	 */
	readonly notes: readonly string[];
	/** The line of each row of these tables in its file, in the order of the dossier. */
	readonly lines: Readonly<Record<"incidents" | "propositions" | "claims", readonly number[]>>;
}

/**
 * Reads and checks a data folder: its CSV tables, the border line and the names of the border. The only reader of disk.
 * Only `incidents.csv` is needed: another table that is not there is empty, unless a row points to it. Without
 * `observation.csv` the observed period is that of the incidents; without `region.json` the border is the kit's own.
 * The rows of a table come in one order, whatever their order in the file: incidents by day, segments along
 * the border, all others by their ids.
 *
 * @param directory the folder; by default the data that come with the kit
 * @param options `onProblem: "report"` returns the problems beside the rows that fit, instead of throwing
 * @throws DossierError with every problem of all files, each as `file:line column: reason: value`; a folder that is
 * not there is one problem
 * @example
 * loadDossier().observation.observed_from // → "2021-07-01"
 */
export function loadDossier(directory?: string, options?: { readonly onProblem?: "throw" }): Dossier;
export function loadDossier(directory: string | undefined, options: { readonly onProblem: "report" }): LoadReport;
export function loadDossier(
	directory: string = ownDataDirectory(),
	{ onProblem = "throw" }: { readonly onProblem?: "throw" | "report" } = {},
): Dossier | LoadReport {
	const missing = folderProblem(directory);
	const problems = new ProblemList();
	const texts = new Map(
		(missing ? [] : inputFilesOf(directory)).map((file) => [file, readText(directory, file, problems)]),
	);
	const fingerprint = fingerprintOf(texts);
	const absent = new Set(tableNames.filter((name) => !texts.has(`${name}.csv`)));
	const region = regionOf(texts.get(regionFile), problems);
	const read = tableNames.map((name) => {
		const table = readTable(name, texts.get(`${name}.csv`), region, problems);
		// Its rows are all made: what is left of the bytes is not needed beside them.
		if (name !== "observation") texts.delete(`${name}.csv`);
		return table;
	});
	const ordered = ({ name, rows }: (typeof read)[number]) => inOrder<unknown>(name, rows);
	const located = Object.fromEntries(read.map((each) => [each.name, ordered(each)])) as unknown as LocatedTables;
	const byId = Object.fromEntries(read.map(({ name, byId }) => [name, byId])) as unknown as RowsById;
	const border = borderOf(texts.get(borderFile), region, problems);
	const folded = [...foldNames(located), ...sourcesAlike(located)];
	const unread = new Set(read.flatMap(({ name, isWhole }) => (isWhole ? [] : [name])));
	addCrossTableProblems({ tables: located, byId, unread, absent, region, border: border.line }, problems);
	const found = missing ?? problems.sorted(inputFiles);
	if (found.length > 0 && onProblem === "throw") throw new DossierError(directory, found);
	const dossier = assemble(located, byId, { border, region, fingerprint });
	if (onProblem === "throw") return dossier;
	const notes = [...layoutNotes(read), ...folded, ...absenceNotes([...absent], dossier, texts.has(borderFile))];
	const { incidents, propositions, claims } = located;
	const lines = { incidents: linesOf(incidents), propositions: linesOf(propositions), claims: linesOf(claims) };
	return { dossier, problems: found, notes, lines };
}

const linesOf = (rows: readonly Located<unknown>[]): number[] => rows.flatMap(({ fits, line }) => (fits ? [line] : []));

/** Where there is no such folder, that is the one problem; that each of its files is missing needs no saying. */
function folderProblem(directory: string): Problem[] | null {
	const there = statSync(directory, { throwIfNoEntry: false });
	if (there?.isDirectory()) return null;
	const reason = there ? "is a file: give the folder that holds the tables" : "no such folder";
	return [{ file: resolve(directory), line: null, column: null, reason, value: null }];
}

/**
 * The first twelve hexadecimal digits of the SHA-256 over every input file of a data folder, without
 * reading what is in them. Files that differ only in their line ends or their encoding have one fingerprint.
 *
 * @throws where a file is missing
 */
export function dossierFingerprint(directory: string = ownDataDirectory()): string {
	return fingerprintOf(new Map(inputFilesOf(directory).map((file) => [file, plainOrRaw(inputBytes(directory, file))])));
}

/** A file as text, or as its bytes where it is none; `null` where it cannot be read. */
interface FileText {
	readonly bytes: Uint8Array;
	readonly plain: PlainText;
}

const plainOrRaw = (bytes: Buffer): FileText => {
	const plain = plainText(bytes);
	return { bytes: plain.bytes ?? bytes, plain };
};

function readText(directory: string, file: string, problems: ProblemList): FileText | null {
	const input = readInput(directory, file);
	if (input.bytes !== null) return plainOrRaw(input.bytes);
	const hint = "a data folder needs this table; border-incidents init begins one";
	problems.add({ file, line: null, column: null, reason: input.reason, value: input.detail }, () =>
		input.reason === missingFile ? hint : undefined,
	);
	return null;
}

function readTable<Name extends TableName>(
	name: Name,
	text: FileText | null | undefined,
	region: Region,
	problems: ProblemList,
) {
	const file = `${name}.csv`;
	const { take, rows, byId, forms } = rowReader(name, problems, region);
	const unread = { name, rows, byId, isWhole: false, notes: [] };
	// A table that is not there is empty: it is read whole.
	if (!text) return { ...unread, isWhole: text === undefined };
	if (text.plain.bytes === null) {
		const { hint, ...error } = text.plain.error;
		problems.add({ file, column: null, ...error }, () => hint);
		return unread;
	}
	const columns = Object.keys(tables[name]);
	const scan = scanCsv(file, text.plain.bytes, columns, take, problems);
	if (
		name === "observation" &&
		rows.length === 0 &&
		scan.isWhole &&
		scan.columns.size === columns.length &&
		byId.size === 0
	)
		problems.add({ file, line: null, column: null, reason: "no window", value: null });
	const isWhole = scan.isWhole && scan.columns.has(columns[0] ?? "");
	return { name, rows, byId, isWhole, notes: [...text.plain.notes, ...scan.notes, ...forms] };
}

function borderOf(text: FileText | null | undefined, region: Region, problems: ProblemList): Border {
	if (!text) return noBorder;
	const { border, reason } = readBorder(text.bytes, region);
	if (reason !== null) problems.add({ file: borderFile, line: null, column: null, reason, value: null });
	return border;
}

/** The names of the border of a folder; of one without `region.json` those of the kit's own. */
function regionOf(text: FileText | null | undefined, problems: ProblemList): Region {
	if (text === undefined) return ownRegion();
	if (text === null) return unnamedRegion;
	const { region, reason } = readRegion(text.bytes);
	if (reason !== null) problems.add({ file: regionFile, line: null, column: null, reason, value: null });
	return region ?? unnamedRegion;
}

let own: Region | undefined;

/** The border that the kit's own data are about. */
export function ownRegion(): Region {
	own ??= readRegion(inputBytes(ownDataDirectory(), regionFile)).region ?? unnamedRegion;
	return own;
}

function fingerprintOf(texts: ReadonlyMap<string, FileText | null>): string {
	const hash = createHash("sha256");
	for (const [file, text] of texts) {
		const content = text?.bytes;
		hash.update(`${file}\0${content ? content.length : "missing"}\0`);
		if (content) hash.update(content);
	}
	return hash.digest("hex").slice(0, 12);
}

/** The days of the incidents, for a folder that does not say which days were searched. */
function observationOf(incidents: Dossier["incidents"]): Observation {
	const days = incidents.map(({ date_start }) => date_start).sort();
	const [first, last] = [days[0], days.at(-1)];
	return first === undefined || last === undefined
		? { observed_from: "1970-01-01", observed_to: "1970-01-01", note: null }
		: { observed_from: first, observed_to: last, note: "the days of the incidents: no days searched are stated" };
}

function assemble(
	located: LocatedTables,
	byId: RowsById,
	{ border, region, fingerprint }: { readonly border: Border; readonly region: Region; readonly fingerprint: string },
): Dossier {
	const rows = <Name extends TableName>(name: Name) =>
		(located[name] as readonly Located<RowOf<Name>>[]).filter(({ fits }) => fits).map(({ row }) => row as RowOf<Name>);
	const questionOf = (id: string) => {
		const found = byId.propositions.get(id);
		return found?.fits ? found.row : undefined;
	};
	const answerOf = (text: string | null, proposition_id: string) => {
		const proposition = questionOf(proposition_id);
		return proposition ? (answer(text, proposition) ?? null) : null;
	};
	// The rows are this function's own: a copy of each would double the memory that a large folder takes.
	const propositions = rows("propositions").map((row) =>
		Object.assign(row, { verdict_value: answer(row.verdict_value, row) ?? null }),
	) as readonly Proposition[];
	const claims = rows("claims");
	for (const row of claims) (row as { value: unknown }).value = answerOf(row.value, row.proposition_id);
	const interests = rows("interests").flatMap((row): Interest[] => {
		const isCount = questionOf(row.proposition_id)?.type === "count";
		const value = isCount ? row.value : answerOf(row.value, row.proposition_id);
		return value === null ? [] : [{ ...row, value }];
	});
	return {
		sources: rows("sources"),
		incidents: rows("incidents"),
		propositions,
		claims: claims as readonly Claim[],
		verdict_basis: rows("verdict_basis"),
		interests,
		crossings: rows("crossings"),
		stretches: rows("stretches"),
		places: rows("places"),
		readings: rows("readings").map(
			(row): VerdictReading => ({ ...row, verdict_value: answerOf(row.verdict_value, row.proposition_id) }),
		),
		archive: rows("archive"),
		observation: rows("observation")[0] ?? observationOf(rows("incidents")),
		border: border.line,
		border_credit: border.credit,
		region,
		fingerprint,
	};
}
