import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { isDay } from "../calendar/days.js";
import { ImportError, type Imported, type ImportOptions, type TableRows } from "../import/importer.js";
import { importers } from "../import/importers.js";
import { mappingTemplate } from "../import/mapping-template.js";
import { ownTables } from "../import/own-tables.js";
import { readBorder } from "../load/border.js";
import { loadDossier, ownDataDirectory, ownRegion } from "../load/dossier.js";
import { inputBytes } from "../load/input.js";
import { problemCount, problemLine } from "../load/problem.js";
import { unnamedRegion } from "../load/region.js";
import { unknownWord } from "../records/nearest.js";
import type { BorderLine } from "../records/records.js";
import { wordFor } from "../statistics/number-text.js";
import { CommandError } from "./command-error.js";
import { newFolder, writeTables } from "./new-folder.js";
import { shellWord } from "./shell-word.js";
import type { Terminal } from "./terminal.js";

/** Options of `import` as typed. */
export interface ImportWords {
	readonly out?: string;
	readonly within?: string;
	readonly border?: string;
	readonly from?: string;
	readonly to?: string;
	readonly kinds?: string;
	readonly map?: string;
	readonly template?: boolean;
	readonly sheet?: string;
	readonly json?: boolean;
}

/**
 * Makes a data folder of other people's files. It passes `check`, and every row that is not in it is counted by reason.
 *
 * @throws CommandError that says what is wrong; nothing is written then
 */
export async function importData(
	format: string,
	files: readonly string[],
	words: ImportWords,
	terminal: Terminal,
): Promise<void> {
	const importer = importers.find(({ id }) => id === format);
	if (!importer)
		throw new CommandError(
			unknownWord(
				"format",
				format,
				importers.map(({ id }) => id),
			).message,
		);
	if (words.template) return terminal.say(await templateOf(format, files, words));
	const { out } = words;
	if (out === undefined) throw new CommandError("--out DIR is missing: name a new folder");
	const folder = newFolder(out);
	const line = words.within === anyDistance ? noBorder(words) : borderFiles(words.border);
	const options = importOptions(words, line.border);
	const imported = await importer.read(files, options).catch((error) => {
		throw error instanceof ImportError ? new CommandError(`${error.message}\nnothing was written`, 1) : error;
	});
	// Exports of the kit have every place themselves.
	const places = [...(format === "kit" ? [] : (line.tables.places ?? [])), ...(imported.tables.places ?? [])];
	const isOwn = ({ frontier }: { readonly frontier?: unknown }) => frontier === ownRegion().code;
	const incidents = (imported.tables.incidents ?? []).map((row) =>
		isOwn(row) ? { ...row, frontier: line.code } : row,
	);
	const tables: TableRows = {
		...line.tables,
		...imported.tables,
		incidents,
		...(places.length === 0 ? {} : { places }),
	};
	const names = files.map((file) => basename(file));
	const drawn = imported.border === undefined || words.border !== undefined ? {} : borderFile(imported.border);
	const lines = countLines(imported, format);
	writeTables(
		folder,
		tables,
		{ ...line.files, ...drawn, "README.md": readme(format, names, lines, imported) },
		refuseProblems,
	);
	const counts = Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, rows.length]));
	if (words.json) {
		const { rows, dropped, notes } = imported;
		const kept = keptRows(imported);
		terminal.say(JSON.stringify({ folder, format, files: names, rows, kept, dropped, tables: counts, notes }, null, 2));
		return;
	}
	for (const text of [...lines, ...imported.notes]) terminal.say(text);
	const written = (["incidents", "propositions", "claims", "sources"] as const).map(
		(name) => `${counts[name] ?? 0} ${name}`,
	);
	terminal.say(`${folder}: ${written.join(", ")}`);
	terminal.say(`next: npx border-incidents check --data ${shellWord(out)}`);
}

const keptRows = ({ rows, dropped }: Imported): number => rows - dropped.reduce((sum, { count }) => sum + count, 0);

/** What was read, kept and dropped, a line for each reason. */
function countLines(imported: Imported, format: string): string[] {
	const kept = keptRows(imported);
	const { rows, dropped } = imported;
	return [
		`${format}: ${rows} ${wordFor(rows, "row", "rows")} read, ${kept} kept, ${rows - kept} dropped`,
		...dropped.map(({ reason, count }) => `  ${count} ${reason}`),
	];
}

function importOptions(words: ImportWords, border: ImportOptions["border"]): ImportOptions {
	const within = border === null ? Number.POSITIVE_INFINITY : Number(words.within ?? "25");
	if (border !== null && !(within > 0 && within <= 1000))
		throw new CommandError(
			`--within must be above 0 and at most 1000 km: ${words.within} (${anyDistance} keeps all, without a border)`,
		);
	for (const [name, day] of [
		["--from", words.from],
		["--to", words.to],
	] as const)
		if (day !== undefined && !isDay(day)) throw new CommandError(`${name} must be a day, such as 2023-01-01: ${day}`);
	const { from = null, to = null, kinds, map } = words;
	if (from !== null && to !== null && from > to) throw new CommandError(`--from ${from} is after --to ${to}`);
	return { border, within, from, to, ...(kinds === undefined ? {} : { kinds }), ...(map === undefined ? {} : { map }) };
}

/** What `--within` says for data that have no border. */
const anyDistance = "none";

/** The files and tables that a new folder has beside the imported ones. */
interface BorderFiles {
	readonly border: ImportOptions["border"];
	/** The code of that border in the column `frontier`. */
	readonly code: string;
	readonly tables: TableRows;
	readonly files: Readonly<Record<string, string | Uint8Array>>;
}

/** A folder without a border line: any point is taken, and nothing is measured from a line. */
function noBorder({ border }: ImportWords): BorderFiles {
	if (border !== undefined)
		throw new CommandError(`--within ${anyDistance} is for data without a border: use it without --border`);
	const code = "area";
	return { border: null, code, tables: {}, files: { "region.json": regionText(code, "area of these data") } };
}

/** The names of a border or an area of which nothing is known: for the reader to fill in. */
function regionText(code: string, name: string): string {
	const sides = [
		{ code: "left", country: "Left side" },
		{ code: "right", country: "Right side" },
	];
	return `${JSON.stringify({ code, name, sides }, null, "\t")}\n`;
}

/** A mapping to fill in, for `--template`. */
async function templateOf(format: string, files: readonly string[], words: ImportWords): Promise<string> {
	const [file] = files;
	if (!mapped.includes(format) || file === undefined)
		throw new CommandError(`--template is for ${mapped.join(" and ")}, which take a mapping`);
	const sheet = words.sheet ?? null;
	return await mappingTemplate(file, sheet).catch((error) => {
		throw error instanceof ImportError ? new CommandError(error.message, 1) : error;
	});
}
const mapped: readonly string[] = ["table", "reports"];

/** The border line of the new folder, and the kit's own crossings, segments and places where it is the kit's own line. */
function borderFiles(file: string | undefined): BorderFiles {
	const own = ownDataDirectory();
	const bytes = file === undefined ? inputBytes(own, "border.geojson") : given(file);
	const { border, reason } = readBorder(bytes, file === undefined ? ownRegion() : unnamedRegion);
	if (reason !== null) throw new CommandError(`${file ?? "border.geojson"}: ${reason}`, 1);
	const { line } = border;
	if (file !== undefined) {
		const code = "border";
		const files = { "border.geojson": bytes, "region.json": regionText(code, "border of these data") };
		return { border: line, code, tables: {}, files };
	}
	const { crossings, stretches, places } = ownTables();
	const licence = readFileSync(join(own, "border.LICENSE.md"));
	return {
		border: line,
		code: ownRegion().code,
		tables: { crossings, stretches, places } as unknown as TableRows,
		files: { "border.geojson": bytes, "border.LICENSE.md": licence },
	};
}

/** A line as the border file of a data folder. */
function borderFile(line: BorderLine): Record<string, string> {
	const feature = { type: "Feature", properties: {}, geometry: { type: "LineString", coordinates: line } };
	return { "border.geojson": `${JSON.stringify({ type: "FeatureCollection", features: [feature] })}\n` };
}

function given(file: string): Buffer {
	try {
		return inputBytes("", file);
	} catch (error) {
		throw new CommandError((error as Error).message, 1);
	}
}

/** A folder that `check` would not pass is not written. */
function refuseProblems(part: string): void {
	const { problems } = loadDossier(part, { onProblem: "report" });
	if (problems.length === 0) return;
	const first = problems.slice(0, 5).map(problemLine).join("\n");
	throw new CommandError(
		`the tables would have ${problemCount(problems)}, so nothing was written; a smaller --within or another --border may help\n${first}`,
		1,
	);
}

/** What stands in the new folder about where its rows are from. */
const readme = (
	format: string,
	files: readonly string[],
	lines: readonly string[],
	{ notes, hasVerdicts = false }: Imported,
): string =>
	`# Imported data

Made by \`border-incidents import ${format}\` from ${files.map((name) => `\`${name.replaceAll("`", "'")}\``).join(", ")}.

\`\`\`
${lines.join("\n")}
\`\`\`

${notes.map((note) => `- ${note}\n`).join("")}
${hasVerdicts ? "" : "Every question is unresolved: an import gives no verdicts. "}The meaning of each column is in \`node_modules/border-incidents/data/README.md\`.
`;
