import type { CatalogueEntry } from "../catalogue-entry.js";
import { type AccuracyOptions, accuracy, accuracyNeeds } from "./accuracy.js";
import { accuracyOverTime, accuracyOverTimeNeeds } from "./accuracy-over-time.js";
import { claimTimeline, claimTimelineNeeds } from "./claim-timeline.js";
import { evidenceFigures } from "./list-evidence.js";
import { recordFigures } from "./list-record.js";
import { truthFigures } from "./list-truth.js";
import { reportsPerOriginalSource, reportsPerOriginalSourceNeeds } from "./reports-per-original-source.js";

const accuracyEntry = (
	by: NonNullable<AccuracyOptions["by"]>,
	level: CatalogueEntry["level"],
	question: string,
): CatalogueEntry => ({
	id: `accuracy-by-${by.replaceAll("_", "-")}`,
	subject: "reliability",
	level,
	question,
	needs: accuracyNeeds,
	draw: (dossier) => accuracy(dossier, { by }),
});

/** Charts of whose claims prove reliable. */
export const reliabilityCharts: readonly CatalogueEntry[] = [
	{
		id: "claim-timeline",
		subject: "reliability",
		level: "core",
		question: "Who answered the most disputed question, when, and how?",
		needs: claimTimelineNeeds,
		draw: (dossier) => claimTimeline(dossier),
	},
	accuracyEntry("source_kind", "core", "How accurate are the different types of source?"),
	accuracyEntry("side", "depth", "How accurate are the claims of each side?"),
	accuracyEntry("alignment", "depth", "How accurate are sources of each alignment?"),
	accuracyEntry("basis", "depth", "How accurate are claims by the evidence they give?"),
	{
		id: "accuracy-over-time",
		subject: "reliability",
		level: "core",
		question: "How accurate was each side, as known at the time?",
		needs: accuracyOverTimeNeeds,
		draw: (dossier) => accuracyOverTime(dossier),
	},
	{
		id: "reports-per-original-source",
		subject: "reliability",
		level: "core",
		question: "How many original sources are behind the reports?",
		needs: reportsPerOriginalSourceNeeds,
		draw: (dossier) => reportsPerOriginalSource(dossier),
	},
	...recordFigures,
	...truthFigures,
	...evidenceFigures,
];
