import type { CatalogueEntry } from "../catalogue-entry.js";
import { truthMethods, truthMethodsNeeds } from "./truth-methods.js";

/** Charts of truth methods compared with the verdicts of people. */
export const truthFigures: readonly CatalogueEntry[] = [
	{
		id: "truth-methods",
		subject: "reliability",
		level: "depth",
		question: "Do truth methods agree with verdicts more often than a vote?",
		needs: truthMethodsNeeds,
		draw: (dossier) => truthMethods(dossier),
	},
];
