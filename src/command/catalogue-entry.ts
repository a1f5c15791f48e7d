import type { Figure } from "../charts/frame.js";
import type { Dossier } from "../records.js";

/** A chart the kit can draw, by its file stem. */
export interface CatalogueEntry {
	readonly id: string;
	readonly draw: (dossier: Dossier) => Figure;
	/** Tells of single places, districts or crossings: not drawn where places are coarsened. */
	readonly tellsDistricts?: boolean;
}
