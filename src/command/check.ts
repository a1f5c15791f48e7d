import { countLabel } from "../charts/parts/labels.js";
import { unarchivedPages } from "../claims/archived.js";
import { loadDossier } from "../load/dossier.js";
import { countProblems, DossierError, problemCount } from "../load/problem.js";
import { CommandError } from "./command-error.js";
import { dataFolder } from "./data-folder.js";
import { countExamples, examplesNote } from "./examples.js";
import { type Finding, findingLines, findingsIn } from "./findings.js";
import { warnNotes } from "./loaded.js";
import type { Terminal } from "./terminal.js";

/** Options of `check` as typed. */
export interface CheckOptions {
	/** Data folder; by default the kit's own. */
	readonly data?: string;
	/** Say what was found as JSON. */
	readonly json?: boolean;
	/** List also what a coder should improve next. */
	readonly strict?: boolean;
	/** With `strict`: list everything, not the first of each kind. */
	readonly all?: boolean;
}

/**
 * Checks a data folder and says how many rows each table has, or every problem; with `strict` also what a coder should
 * improve next, unless there is a problem, since rows may be missing then.
 *
 * @throws DossierError with all problems, unless `json` prints them
 * @throws CommandError with `strict` if anything is found, as a linter would; for `all` without `strict`
 */
export function checkData(options: CheckOptions, terminal: Terminal): void {
	if (options.all && !options.strict)
		throw new CommandError("--all needs --strict: without it every problem is listed");
	const data = dataFolder(options.data);
	const { dossier, problems, notes, lines } = loadDossier(data, { onProblem: "report" });
	const rows = Object.fromEntries(
		Object.entries(dossier).flatMap(([table, value]) =>
			Array.isArray(value) && table !== "border" ? [[table, value.length]] : [],
		),
	);
	const not_archived = unarchivedPages(dossier).reduce((sum, { claims }) => sum + claims.length, 0);
	const findings = options.strict && problems.length === 0 ? findingsIn(dossier, lines) : null;
	if (options.json) {
		const examples = countExamples(dossier);
		const count = countProblems(problems);
		const found = { data: dossier.fingerprint, rows, examples, not_archived, notes, problem_count: count, problems };
		terminal.say(JSON.stringify(findings === null ? found : { ...found, findings }, null, 2));
		if (count > 0) throw new CommandError(problemCount(problems), 1);
		failIfFound(findings);
		return;
	}
	warnNotes(notes, terminal);
	if (problems.length > 0) throw new DossierError(data, problems);
	const counts = Object.entries(rows).map(
		([table, count]) => `${count} ${count === 1 ? singular(table) : (plurals[table] ?? table)}`,
	);
	terminal.say(`no problems in ${data}: ${counts.join(", ")}; data ${dossier.fingerprint}`);
	const note = examplesNote(dossier);
	if (note !== null) terminal.say(note);
	if (not_archived > 0)
		terminal.say(
			`no archived copy is known of the pages of ${countLabel(not_archived, "claim")}; export archive-list lists these pages`,
		);
	if (findings === null) return;
	for (const line of findingLines(findings, options.all ? Number.POSITIVE_INFINITY : undefined)) terminal.say(line);
	failIfFound(findings);
}

function failIfFound(findings: readonly Finding[] | null): void {
	if (findings === null || findings.length === 0) return;
	throw new CommandError(findings.length === 1 ? "1 row to improve" : `${findings.length} rows to improve`, 1);
}

// Names of tables that are no plurals.
const plurals: Readonly<Record<string, string>> = { archive: "archived pages" };
// Of the names of tables: `verdict_basis` is one already.
const singular = (table: string): string => (plurals[table] ?? table).replace(/(?<=ch)es$|(?<=[^i])s$/, "");
