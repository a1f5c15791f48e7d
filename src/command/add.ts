import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { onOneLine } from "../records/one-line.js";
import { wordFor } from "../statistics/number-text.js";
import { replaceFiles } from "./add/append.js";
import { type Candidate, candidateOf, type Folder, readFolder } from "./add/candidate.js";
import type { DraftProblem } from "./add/draft.js";
import { type Position, readDraft } from "./add/read-draft.js";
import { countRows } from "./add/review.js";
import { addedTables } from "./add/rows.js";
import { duplicatesOf, showCandidate } from "./add/show.js";
import { draftTemplate } from "./add/template.js";
import { withAdding } from "./add/with-adding.js";
import { checkout } from "./checkout.js";
import { CommandError } from "./command-error.js";
import { dataFolder } from "./data-folder.js";
import { readIfThere, writeWhole } from "./files.js";
import { shellWord } from "./shell-word.js";
import type { Terminal } from "./terminal.js";

/** What `add` was asked for, as typed. */
export interface AddOptions {
	/** Data folder; by default the kit's own. */
	readonly data?: string;
	/** A YAML file instead of questions. */
	readonly from?: string;
	/** Write a file to fill in: its name, or `true` to print it. */
	readonly template?: string | true;
	/** Show the rows and write nothing. */
	readonly dryRun?: boolean;
	/** Add an incident although a similar one is in the tables. */
	readonly yes?: boolean;
	/** Say what was done as JSON. */
	readonly json?: boolean;
}

/**
 * Adds one incident with its questions, claims and new sources to the tables of a data folder: from a YAML file, or
 * by questions in the terminal. Rows that are there stay as they are, to the byte.
 *
 * @throws CommandError with every problem, by its place in the file; nothing is written then
 */
export async function addIncident(options: AddOptions, terminal: Terminal): Promise<void> {
	if (options.template !== undefined) return writeTemplate(options.template, terminal);
	const path = dataFolder(options.data);
	if (options.data === undefined && !existsSync(join(checkout, "src")))
		throw new CommandError(
			"give a data folder of your own with --data: an update would remove what is added to the data of the package; init begins one",
		);
	const folder = readFolder(path);
	if (options.from === undefined) {
		if (options.json || options.yes) throw new CommandError("--json and --yes need a file: give it with --from");
		if (!terminal.isInteractive || !process.stdin.isTTY)
			throw new CommandError(
				"add asks its questions in a terminal, and this is none: give a file with --from FILE.yaml; add --template FILE.yaml writes one to fill in",
			);
		const { askIncident } = await import("./add/ask.js");
		await askIncident(folder, terminal, {
			write: (candidate, read) => finish(candidate, read, options, terminal),
			isDryRun: options.dryRun === true,
		});
		return;
	}

	const yaml = await withAdding(() => import("yaml"));
	const file = options.from;
	const { draft, problems, notes, positionOf } = readDraft(readText(file), yaml);
	const isRead = Object.keys(draft.incident).length > 0;
	const candidate = isRead ? candidateOf(draft, folder) : null;
	const unread = new Set(problems.map((problem) => problem.path));
	const found = [...problems, ...(candidate?.problems.filter((problem) => !unread.has(problem.path)) ?? [])];
	if (found.length === 0 && candidate === null)
		found.push({
			path: "",
			reason: "nothing is filled in: an incident needs a date, a kind and a summary",
			value: null,
		});
	if (found.length > 0 || candidate === null) {
		const lines = found
			.map((problem) => ({ problem, position: positionOf(problem.path) }))
			.sort((a, b) => a.position.line - b.position.line || a.position.column - b.position.column)
			.map(({ problem, position }) => problemLine(problem, file, position));
		if (options.json)
			terminal.say(JSON.stringify({ added: {}, problems: found.map(withPosition(positionOf)) }, null, 2));
		const count = found.length === 1 ? "1 problem" : `${found.length} problems`;
		throw new CommandError(`${count} in ${file}; nothing was written\n${lines.join("\n")}`, 1);
	}
	const told = { ...candidate, notes: [...notes, ...candidate.notes] };
	if (!options.json) showCandidate(told, folder, terminal);
	const duplicates = duplicatesOf(told, folder);
	if (duplicates.length > 0 && !options.yes && !options.dryRun)
		throw new CommandError(
			`${duplicates.join("\n")}\nnothing was written; if it is another incident, run the command again with --yes`,
			1,
		);
	for (const line of duplicates) terminal.warn(line);
	finish(told, folder, options, terminal);
}

const withPosition = (positionOf: (path: string) => Position) => (problem: DraftProblem) => ({
	...problem,
	...positionOf(problem.path),
});

/** A problem as one line: `FILE:12:5 questions[1].published_on: not a date: 2023-02-30`. */
function problemLine({ path, reason, value }: DraftProblem, file: string, { line, column }: Position): string {
	const parts = [onOneLine(path), onOneLine(reason), ...(value === null ? [] : [onOneLine(value.slice(0, 120))])];
	return `${file}:${line}:${column} ${parts.filter((part) => part !== "").join(": ")}`;
}

/** Writes the rows, unless they are only to be shown, and says what was done. */
function finish(candidate: Candidate, folder: Folder, options: AddOptions, terminal: Terminal): void {
	const { replacements, rows, there, notes } = candidate;
	const isDone = replacements.length > 0 && !options.dryRun;
	if (isDone) replaceFiles(folder.path, replacements, folder.bytes);
	if (options.json) {
		const added = Object.fromEntries(
			addedTables.flatMap((table) => {
				const { header } = folder.formats[table];
				const cells = rows[table].map((row) =>
					Object.fromEntries(header.map((column) => [column, row.cells[column] ?? ""])),
				);
				return cells.length === 0 ? [] : [[table, cells]];
			}),
		);
		terminal.say(JSON.stringify({ data: folder.path, written: isDone, there, added, notes, problems: [] }, null, 2));
		return;
	}
	if (there > 0) terminal.say(`${countRows(there)} of it ${wordFor(there, "is", "are")} in the tables already`);
	if (replacements.length === 0) terminal.say(`nothing to add to ${folder.path}`);
	else if (options.dryRun) terminal.say(`nothing was written to ${folder.path}, for this is a dry run`);
	else {
		const parts = replacements.map(({ table, file, firstLine }) => {
			const count = rows[table].length;
			return `${countRows(count)} to ${file} (from line ${firstLine})`;
		});
		terminal.say(`added to ${folder.path}: ${parts.join(", ")}`);
		const own = options.data === undefined ? null : ` --data ${shellWord(options.data)}`;
		terminal.say(
			own === null
				? "next: npm run check; npm start; npm run notebooks; npm run readme"
				: `next: npx border-incidents check${own}; npx border-incidents charts${own}`,
		);
		terminal.say("Have a second person decide the verdicts, without seeing these.");
	}
}

function readText(file: string): string {
	const bytes = readIfThere(resolve(file));
	if (bytes === null)
		throw new CommandError(`no file that can be read: ${file}; add --template ${shellWord(file)} writes one`);
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		throw new CommandError(`${file} is not UTF-8: save it as UTF-8`, 1);
	}
}

/** Writes the template to a new file, or to the terminal. */
function writeTemplate(file: string | true, terminal: Terminal): void {
	if (file === true) {
		terminal.say(draftTemplate().trimEnd());
		return;
	}
	const path = resolve(file);
	if (existsSync(path)) throw new CommandError(`${file} is there already; nothing was written; name a new file`, 1);
	writeWhole(path, draftTemplate());
	terminal.say(`${file}: fill it in, then: npm run add -- --from ${shellWord(file)}`);
}
