import { loadDossier } from "../load/dossier.js";
import { countProblems, DossierError, problemCount } from "../load/problem.js";
import { CommandError } from "./command-error.js";
import { dataFolder } from "./data-folder.js";
import { countExamples, examplesNote } from "./examples.js";
import { warnNotes } from "./loaded.js";
import type { Terminal } from "./terminal.js";

/**
 * Checks a data folder and says how many rows each table has, or every problem.
 *
 * @throws DossierError with all problems, unless `json` prints them
 */
export function checkData(options: { readonly data?: string; readonly json?: boolean }, terminal: Terminal): void {
	const data = dataFolder(options.data);
	const { dossier, problems, notes } = loadDossier(data, { onProblem: "report" });
	const rows = Object.fromEntries(
		Object.entries(dossier).flatMap(([table, value]) =>
			Array.isArray(value) && table !== "border" ? [[table, value.length]] : [],
		),
	);
	if (options.json) {
		const examples = countExamples(dossier);
		const count = countProblems(problems);
		const found = { data: dossier.fingerprint, rows, examples, notes, problem_count: count, problems };
		terminal.say(JSON.stringify(found, null, 2));
		if (count > 0) throw new CommandError(problemCount(problems), 1);
		return;
	}
	warnNotes(notes, terminal);
	if (problems.length > 0) throw new DossierError(data, problems);
	const counts = Object.entries(rows).map(([table, count]) => `${count} ${count === 1 ? singular(table) : table}`);
	terminal.say(`no problems in ${data}: ${counts.join(", ")}; data ${dossier.fingerprint}`);
	const note = examplesNote(dossier);
	if (note !== null) terminal.say(note);
}

// Of the names of tables: `verdict_basis` is one already.
const singular = (table: string): string => table.replace(/(?<=ch)es$|(?<=[^i])s$/, "");
