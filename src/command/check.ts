import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { loadDossier, ownDataDirectory } from "../load/dossier.js";
import { DossierError } from "../load/problem.js";
import { CommandError } from "./command-error.js";
import type { Terminal } from "./terminal.js";

/**
 * Checks a data folder and says how many rows each table has, or every problem.
 *
 * @throws DossierError with all problems, unless `json` prints them
 */
export function checkData(options: { readonly data?: string; readonly json?: boolean }, terminal: Terminal): void {
	const data = resolve(options.data ?? ownDataDirectory);
	if (!existsSync(data)) throw new CommandError(`no such data folder: ${data}`);
	const { dossier, problems } = loadDossier(data, { onProblem: "report" });
	const rows = Object.fromEntries(
		Object.entries(dossier).flatMap(([table, value]) =>
			Array.isArray(value) && table !== "border" ? [[table, value.length]] : [],
		),
	);
	if (options.json) terminal.say(JSON.stringify({ data: dossier.fingerprint, rows, problems }, null, 2));
	else if (problems.length === 0) {
		const counts = Object.entries(rows).map(([table, count]) => `${count} ${table}`);
		terminal.say(`no problems in ${data}: ${counts.join(", ")}; data ${dossier.fingerprint}`);
	}
	if (problems.length > 0) {
		if (options.json) throw new CommandError(`${problems.length} problems`, 1);
		throw new DossierError(data, problems);
	}
}
