import type { CatalogueEntry } from "../catalogue-entry.js";
import { agreement, agreementNeeds } from "./agreement.js";
import { calibration, calibrationNeeds } from "./calibration.js";
import { casualtyFigures, casualtyFiguresNeeds } from "./casualty-figures.js";
import { corroboration, corroborationNeeds } from "./corroboration.js";
import { reportingBias, reportingBiasNeeds } from "./reporting-bias.js";
import { robustness, robustnessNeeds } from "./robustness.js";

/** Charts of the evidence behind the answers. */
export const evidenceFigures: readonly CatalogueEntry[] = [
	{
		id: "casualty-figures",
		subject: "reliability",
		level: "depth",
		question: "How far apart are the sides' casualty figures?",
		needs: casualtyFiguresNeeds,
		draw: (dossier) => casualtyFigures(dossier),
	},
	{
		id: "reporting-bias",
		subject: "reliability",
		level: "depth",
		question: "Does a side report too many or too few casualties?",
		needs: reportingBiasNeeds,
		draw: (dossier) => reportingBias(dossier),
	},
	{
		id: "agreement-by-side",
		subject: "reliability",
		level: "depth",
		question: "How often do the sides report the same answer?",
		needs: agreementNeeds,
		draw: (dossier) => agreement(dossier, { by: "side" }),
	},
	{
		id: "agreement-by-source-kind",
		subject: "reliability",
		level: "depth",
		question: "How often do types of source report the same answer?",
		needs: agreementNeeds,
		draw: (dossier) => agreement(dossier, { by: "source_kind" }),
	},
	{
		id: "corroboration",
		subject: "reliability",
		level: "depth",
		question: "How many answers do independent sources confirm?",
		needs: corroborationNeeds,
		draw: (dossier) => corroboration(dossier),
	},
	{
		id: "robustness",
		subject: "reliability",
		level: "depth",
		question: "How many answers depend on a single source?",
		needs: robustnessNeeds,
		draw: (dossier) => robustness(dossier),
	},
	{
		id: "calibration",
		subject: "reliability",
		level: "depth",
		question: "Do computed probabilities mean what they say?",
		needs: calibrationNeeds,
		draw: (dossier) => calibration(dossier),
	},
];
