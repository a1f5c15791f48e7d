import type { Figure } from "../charts/frame.js";
import type { Dossier } from "../records.js";
import { frequencyFigures } from "./catalogue-frequency.js";
import { locationFigures } from "./catalogue-location.js";
import { caseFigures, reliabilityFigures } from "./catalogue-reliability.js";

/** A chart the kit can draw, by its file stem. */
export interface CatalogueEntry {
	readonly id: string;
	readonly draw: (dossier: Dossier) => Figure;
}

/** Every chart of the kit, in the order of the index page. */
export const catalogue: readonly CatalogueEntry[] = [
	...caseFigures,
	...frequencyFigures,
	...locationFigures,
	...reliabilityFigures,
];
