import { compareMethods } from "../../reliability/truth/method-comparison.js";
import type { CatalogueEntry } from "../catalogue-entry.js";
import { provenanceOf } from "../parts/provenance.js";
import { methodsSideBySide } from "./truth-methods.js";

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
