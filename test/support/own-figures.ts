import { catalogue } from "../../src/charts/catalogue.js";
import type { Figure } from "../../src/charts/parts/frame.js";
import { loadDossier } from "../../src/load/dossier.js";

/** The kit's own data, read once for all test files of a process. Nothing may change them. */
export const ownDossier = loadDossier();

const figures = new Map<string, Figure>();

/**
 * A chart of the kit's own data by its id, computed once for all test files of a process, because all of them take
 * seconds. Nothing may change it.
 */
export function ownFigure(id: string): Figure {
	const known = figures.get(id);
	if (known) return known;
	const entry = catalogue.find((each) => each.id === id);
	if (!entry) throw new Error(`no chart ${id}`);
	const figure = entry.draw(ownDossier);
	figures.set(id, figure);
	return figure;
}
