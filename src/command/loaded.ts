import { type LoadReport, loadDossier } from "../load/dossier.js";
import { DossierError } from "../load/problem.js";
import type { Dossier } from "../records/records.js";
import type { Terminal } from "./terminal.js";

/**
 * The dossier of a data folder; how its files were read is printed, where that is not as the codebook says.
 *
 * @throws DossierError if the folder has problems
 */
export function loaded(data: string, terminal: Terminal): Dossier {
	const { dossier, problems, notes } = loadDossier(data, { onProblem: "report" });
	warnNotes(notes, terminal);
	if (problems.length > 0) throw new DossierError(data, problems);
	return dossier;
}

/** At most so many notes are printed; the rest is counted. */
const mostPrinted = 20;

/** Prints how files were read. */
export function warnNotes(notes: LoadReport["notes"], terminal: Terminal): void {
	for (const note of notes.slice(0, mostPrinted)) terminal.warn(note);
	if (notes.length > mostPrinted) terminal.warn(`and ${notes.length - mostPrinted} more notes`);
}
