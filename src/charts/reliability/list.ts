import type { CatalogueEntry } from "../catalogue-entry.js";
import { type AccuracyOptions, accuracy, accuracyNeeds } from "./accuracy.js";
import { accuracyByInterest, accuracyByInterestNeeds } from "./accuracy-by-interest.js";
import { accuracyOverTime, accuracyOverTimeNeeds } from "./accuracy-over-time.js";
import { aggregationSensitivity, aggregationSensitivityNeeds } from "./aggregation-sensitivity.js";
import { agreement, agreementNeeds } from "./agreement.js";
import { calibration, calibrationNeeds } from "./calibration.js";
import { casualtyFigures, casualtyFiguresNeeds } from "./casualty-figures.js";
import { claimTimeline, claimTimelineNeeds } from "./claim-timeline.js";
import { corrections, correctionsNeeds } from "./corrections.js";
import { corroboration, corroborationNeeds } from "./corroboration.js";
import { dataQuality, dataQualityNeeds } from "./data-quality.js";
import { leadingAnswerAccuracy, leadingAnswerAccuracyNeeds } from "./leading-answer-accuracy.js";
import { namedSources, namedSourcesNeeds } from "./named-sources.js";
import { reportingBias, reportingBiasNeeds } from "./reporting-bias.js";
import { reportsPerOriginalSource, reportsPerOriginalSourceNeeds } from "./reports-per-original-source.js";
import { robustness, robustnessNeeds } from "./robustness.js";
import { timeToResolution, timeToResolutionNeeds } from "./time-to-resolution.js";
import { truthMethods, truthMethodsNeeds } from "./truth-methods.js";

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
	{
		id: "truth-methods",
		subject: "reliability",
		level: "depth",
		question: "Do truth methods agree with verdicts more often than a vote?",
		needs: truthMethodsNeeds,
		draw: (dossier) => truthMethods(dossier),
	},
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
	{
		id: "data-quality",
		subject: "reliability",
		level: "depth",
		question: "How well are the incidents documented?",
		needs: dataQualityNeeds,
		draw: (dossier) => dataQuality(dossier),
	},
	{
		id: "aggregation-sensitivity",
		subject: "reliability",
		level: "depth",
		question: "Do the numbers depend on how conflicting reports are aggregated?",
		needs: aggregationSensitivityNeeds,
		draw: (dossier) => aggregationSensitivity(dossier),
	},
];
