import { NotEnoughDataError } from "../../records/not-enough-data.js";
import { compareMethods } from "../../reliability/truth/method-comparison.js";
import type { CatalogueEntry } from "../catalogue-entry.js";
import { aClaim } from "../needs.js";
import { provenanceOf } from "../parts/provenance.js";
import { truthMethodsChart } from "./truth-methods.js";

/** Charts of truth methods against the verdicts of people. */
export const truthFigures: readonly CatalogueEntry[] = [
	{
		id: "methods-side-by-side",
		subject: "reliability",
		level: "depth",
		question: "",
		needs: [aClaim],
		draw: (dossier) => {
			const apart = compareMethods(dossier);
			if (apart.answers.length === 0)
				throw new NotEnoughDataError(
					"no settled question has an answer by a source on which the verdict does not rest",
				);
			return truthMethodsChart(apart, compareMethods(dossier, { circular: "include" }), provenanceOf(dossier));
		},
	},
];
