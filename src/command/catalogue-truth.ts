import { methodsSideBySide } from "../charts/methods-side-by-side.js";
import { provenanceOf } from "../charts/provenance.js";
import { compareMethods } from "../reliability/methods-compared.js";
import type { CatalogueEntry } from "./catalogue-entry.js";

/** Charts of truth methods against the verdicts of people. */
export const truthFigures: readonly CatalogueEntry[] = [
	{
		id: "methods-side-by-side",
		draw: (dossier) => {
			const apart = compareMethods(dossier);
			if (apart.answers.length === 0)
				throw new RangeError("no settled question has an answer by a source on which the verdict does not rest");
			return methodsSideBySide(apart, compareMethods(dossier, { basis: "kept" }), provenanceOf(dossier));
		},
	},
];
