import { methodsSideBySide } from "../charts/methods-side-by-side.js";
import { provenanceOf } from "../charts/provenance.js";
import { compareMethods } from "../reliability/methods-compared.js";
import type { CatalogueEntry } from "./catalogue-entry.js";

/** Charts of truth methods against the verdicts of people. */
export const truthFigures: readonly CatalogueEntry[] = [
	{
		id: "methods-side-by-side",
		draw: (dossier) =>
			methodsSideBySide(compareMethods(dossier), compareMethods(dossier, { basis: "kept" }), provenanceOf(dossier)),
	},
];
