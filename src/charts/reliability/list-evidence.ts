import type { Dossier } from "../../records/records.js";
import { agreementOf } from "../../reliability/agreement/agreement.js";
import { sourceAlphas } from "../../reliability/agreement/source-alpha.js";
import { casualtyQuestions } from "../../reliability/casualties/casualty-claims.js";
import { casualtyFigures } from "../../reliability/casualties/casualty-figures.js";
import { reportingBiases } from "../../reliability/casualties/reporting-bias.js";
import { credibilities } from "../../reliability/questions/credibility.js";
import { recalibrated, scoreForecasts } from "../../reliability/questions/forecast-scores.js";
import { forecastsOf } from "../../reliability/questions/forecasts.js";
import { robustness } from "../../reliability/questions/robustness.js";
import { calibrationBins } from "../../statistics/calibration.js";
import { seeded } from "../../statistics/random.js";
import type { CatalogueEntry } from "../catalogue-entry.js";
import { aClaim } from "../needs.js";
import { sourceKindLabels } from "../parts/labels.js";
import { provenanceOf } from "../parts/provenance.js";
import { agreementChart } from "./agreement.js";
import type { AgreementSubject } from "./agreement-labels.js";
import { type CalibrationPanel, calibrationChart } from "./calibration.js";
import { casualtyFiguresChart } from "./casualty-figures.js";
import { credibilityChart } from "./credibility.js";
import { sideLabels } from "./labels.js";
import { reportingBiasChart } from "./reporting-bias.js";
import { robustnessChart } from "./robustness.js";

/** One seed for all resampling, so that the same data give the same bytes. */
const seed = 2021;

const agreementBy = (by: "side" | "source_kind", subject: AgreementSubject) => (dossier: Dossier) =>
	agreementChart(
		agreementOf(dossier, by, seeded(seed)),
		sourceAlphas(dossier, seeded(seed)),
		subject,
		provenanceOf(dossier),
	);

const panelOf = (dossier: Dossier, heading: string, known: "day_before" | "today"): CalibrationPanel => {
	const forecasts = forecastsOf(dossier, { known });
	const rows = forecasts.forecasts;
	const bins = rows.length < 50 ? 3 : 4;
	return {
		heading,
		forecasts,
		raw: calibrationBins(rows, bins),
		recalibrated: calibrationBins(recalibrated(rows), bins),
		scores: rows.length === 0 ? [] : scoreForecasts(rows, seeded(seed)),
	};
};

/** Charts of what stands behind an answer. */
export const evidenceFigures: readonly CatalogueEntry[] = [
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
		id: "toll-bias",
		subject: "reliability",
		level: "depth",
		question: "",
		needs: [aClaim],
		draw: (dossier) => reportingBiasChart(reportingBiases(dossier), provenanceOf(dossier)),
	},
	{
		id: "agreement-matrix",
		subject: "reliability",
		level: "depth",
		question: "",
		needs: [aClaim],
		draw: agreementBy("side", { id: "agreement-matrix", groups: "sides", words: sideLabels, proper: true }),
	},
	{
		id: "agreement-by-kind",
		subject: "reliability",
		level: "depth",
		question: "",
		needs: [aClaim],
		draw: agreementBy("source_kind", { id: "agreement-by-kind", groups: "kinds of source", words: sourceKindLabels }),
	},
	{
		id: "calibration",
		subject: "reliability",
		level: "depth",
		question: "",
		needs: [aClaim],
		draw: (dossier) =>
			calibrationChart(
				[panelOf(dossier, "The day before the verdict", "day_before"), panelOf(dossier, "With hindsight", "today")],
				provenanceOf(dossier),
			),
	},
	{
		id: "fragility",
		subject: "reliability",
		level: "depth",
		question: "",
		needs: [aClaim],
		draw: (dossier) =>
			robustnessChart(robustness(dossier, "vote"), robustness(dossier, "one_coin"), provenanceOf(dossier)),
	},
	{
		id: "credibility",
		subject: "reliability",
		level: "depth",
		question: "",
		needs: [aClaim],
		draw: (dossier) => credibilityChart(credibilities(dossier), dossier.claims.length, provenanceOf(dossier)),
	},
];
