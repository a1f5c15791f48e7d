import { coarsenDossier, coarseningRules } from "../location/coarsen.js";
import type { Dossier } from "../records/records.js";
import { CommandError } from "./command-error.js";

/**
 * The dossier as it may be published, on the grid that was asked for; as it is where none was. The rules by which it was
 * coarsened are said.
 *
 * @param degrees as typed
 * @throws CommandError `grid must be above 0 and at most 1 degree: 5`
 */
export function coarsened(dossier: Dossier, degrees: string | undefined, say: (line: string) => void): Dossier {
	if (degrees === undefined) return dossier;
	try {
		for (const rule of coarseningRules(dossier, Number(degrees))) say(`coarsened: ${rule}`);
		return coarsenDossier(dossier, Number(degrees));
	} catch (error) {
		throw error instanceof RangeError ? new CommandError(error.message) : error;
	}
}
