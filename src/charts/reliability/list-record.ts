import { accuracyBySource, excludedClaims } from "../../reliability/accuracy/accuracy.js";
import { accuracyByInterest, admissions, claimsWithInterest } from "../../reliability/accuracy/accuracy-by-interest.js";
import { corrections } from "../../reliability/accuracy/corrections.js";
import { judgeClaims } from "../../reliability/accuracy/outcomes.js";
import { statementRecords } from "../../reliability/accuracy/statement-records.js";
import { casualtyQuestions } from "../../reliability/casualties/casualty-claims.js";
import { casualtyFigures } from "../../reliability/casualties/casualty-figures.js";
import { reportingBiases } from "../../reliability/casualties/reporting-bias.js";
import { leadingAnswerAccuracy } from "../../reliability/questions/leading-answer-accuracy.js";
import {
	compareTimesToResolution,
	resolutionCurve,
	timesToResolution,
} from "../../reliability/questions/time-to-resolution.js";
import { seeded } from "../../statistics/random.js";
import type { CatalogueEntry } from "../catalogue-entry.js";
import { aClaim } from "../needs.js";
import { provenanceOf } from "../parts/provenance.js";
import { accuracyByInterestChart } from "./accuracy-by-interest.js";
import { casualtyFiguresChart } from "./casualty-figures.js";
import { correctionsChart } from "./corrections.js";
import { leadingAnswerAccuracyChart } from "./leading-answer-accuracy.js";
import { namedSources } from "./named-sources.js";
import { reportingBiasChart } from "./reporting-bias.js";
import { timeToResolutionChart } from "./time-to-resolution.js";

/** Charts of the record in depth: names, interests, numbers, corrections and time. */
export const recordFigures: readonly CatalogueEntry[] = [
	{
		id: "named-sources",
		subject: "reliability",
		level: "depth",
		question: "",
		needs: [aClaim],
		draw: (dossier) => {
			const claims = judgeClaims(dossier);
			return namedSources(
				accuracyBySource(claims),
				accuracyBySource(judgeClaims(dossier, { circular: "include" })),
				new Map(dossier.sources.map(({ source_id, name }) => [source_id, name])),
				excludedClaims(claims),
				provenanceOf(dossier),
			);
		},
	},
	{
		id: "for-and-against",
		subject: "reliability",
		level: "depth",
		question: "",
		needs: [aClaim],
		draw: (dossier) => {
			const claims = claimsWithInterest(dossier);
			return accuracyByInterestChart(
				accuracyByInterest(claims),
				accuracyByInterest(claimsWithInterest(dossier, { circular: "include" })),
				admissions(dossier),
				excludedClaims(claims),
				dossier.claims.length,
				provenanceOf(dossier),
			);
		},
	},
	{
		id: "toll-ranges",
		subject: "reliability",
		level: "depth",
		question: "",
		needs: [aClaim],
		draw: (dossier) =>
			casualtyFiguresChart(casualtyFigures(dossier), casualtyQuestions(dossier).excluded, provenanceOf(dossier)),
	},
	{
		id: "time-to-truth",
		subject: "reliability",
		level: "depth",
		question: "",
		needs: [aClaim],
		draw: (dossier) => {
			const waits = timesToResolution(dossier);
			return timeToResolutionChart(
				resolutionCurve(waits.rows),
				compareTimesToResolution(waits.rows, "first_side", seeded(1)),
				compareTimesToResolution(waits.rows, "incident_kind", seeded(1)),
				waits,
				provenanceOf(dossier),
			);
		},
	},
	{
		id: "right-by-day",
		subject: "reliability",
		level: "depth",
		question: "",
		needs: [aClaim],
		draw: (dossier) =>
			leadingAnswerAccuracyChart(
				leadingAnswerAccuracy(dossier),
				leadingAnswerAccuracy(dossier, 30, { circular: "exclude" }),
				provenanceOf(dossier),
			),
	},
	{
		id: "correction-trail",
		subject: "reliability",
		level: "depth",
		question: "",
		needs: [aClaim],
		draw: (dossier) => correctionsChart(corrections(dossier), statementRecords(dossier), provenanceOf(dossier)),
	},
	{
		id: "toll-bias",
		subject: "reliability",
		level: "depth",
		question: "",
		needs: [aClaim],
		draw: (dossier) => reportingBiasChart(reportingBiases(dossier), provenanceOf(dossier)),
	},
];
