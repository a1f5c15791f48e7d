import type { CatalogueEntry } from "../catalogue-entry.js";
import { accuracyByInterest, accuracyByInterestNeeds } from "./accuracy-by-interest.js";
import { corrections, correctionsNeeds } from "./corrections.js";
import { leadingAnswerAccuracy, leadingAnswerAccuracyNeeds } from "./leading-answer-accuracy.js";
import { namedSources, namedSourcesNeeds } from "./named-sources.js";
import { timeToResolution, timeToResolutionNeeds } from "./time-to-resolution.js";

/** Charts of accuracy in depth: names, interests, corrections and time. */
export const recordFigures: readonly CatalogueEntry[] = [
	{
		id: "named-sources",
		subject: "reliability",
		level: "depth",
		question: "Which single sources have enough claims to estimate accuracy?",
		needs: namedSourcesNeeds,
		draw: (dossier) => namedSources(dossier),
	},
	{
		id: "accuracy-by-interest",
		subject: "reliability",
		level: "depth",
		question: "Are claims in a side's own interest less accurate?",
		needs: accuracyByInterestNeeds,
		draw: (dossier) => accuracyByInterest(dossier),
	},
	{
		id: "time-to-resolution",
		subject: "reliability",
		level: "depth",
		question: "How long does it take until a question is resolved?",
		needs: timeToResolutionNeeds,
		draw: (dossier) => timeToResolution(dossier),
	},
	{
		id: "leading-answer-accuracy",
		subject: "reliability",
		level: "depth",
		question: "How often is the leading answer right, day by day?",
		needs: leadingAnswerAccuracyNeeds,
		draw: (dossier) => leadingAnswerAccuracy(dossier),
	},
	{
		id: "corrections",
		subject: "reliability",
		level: "depth",
		question: "Who corrects earlier statements, and how soon?",
		needs: correctionsNeeds,
		draw: (dossier) => corrections(dossier),
	},
];
