import { isResolved } from "../../claims/resolved.js";
import type { Dossier, VerdictStatus } from "../../records/records.js";
import { recalibrationSlope, sharpen } from "../../statistics/calibration.js";
import { forecastsOf } from "./forecasts.js";
import { type Likelihood, likelihoodOf } from "./likelihood.js";
import { answerPosteriors, weightedSources } from "./weighted-sources.js";

/** Where an open question stands by computation, beside where the coders left it. */
export interface OpenQuestion extends Likelihood {
	readonly proposition_id: string;
	readonly incident_id: string;
	/** Not settled: a computed answer leaves the status as it is, and contested stays contested. */
	readonly verdict_status: VerdictStatus;
	/** The likeliest answer; `null` where two are as likely. */
	readonly answer: string | null;
	readonly origins: number;
	/** Posterior of that answer by one-coin MAP. */
	readonly raw: number | null;
	/** The same with its log odds times the slope; what the word stands for. */
	readonly calibrated: number | null;
	/** ResolvedAnswers forecasts of other incidents on which the slope was fitted, and the slope. */
	readonly fitted_on: number;
	readonly slope: number | null;
}

/**
 * The likeliest answer to every question that is not settled, with its calibrated probability and the word for
 * it. The slope is fitted on forecasts of settled questions of other incidents, made with hindsight and without
 * what their verdicts rest on (`forecastsOf`).
 *
 * It assumes that open questions are like settled ones, which they are not wholly: what both sides deny stays
 * open. In the order of the questions' names.
 */
export function openQuestions(dossier: Dossier): OpenQuestion[] {
	const { forecasts } = forecastsOf(dossier, { known: "today" });
	const fits = new Map<string, { slope: number | null; fitted_on: number }>();
	const fitWithout = (incident: string) => {
		const others = forecasts.filter(({ incident_id }) => incident_id !== incident);
		const fit = fits.get(incident) ?? { slope: recalibrationSlope(others), fitted_on: others.length };
		fits.set(incident, fit);
		return fit;
	};
	return weightedSources(dossier).flatMap(({ proposition, voices, answers }) => {
		const { proposition_id, incident_id, verdict_status } = proposition;
		if (isResolved(proposition)) return [];
		const posteriors = [...answerPosteriors(voices, answers)].sort(([, a], [, b]) => b - a);
		const [first, second] = posteriors;
		const isTied = first === undefined || (second !== undefined && first[1] - second[1] < 1e-9);
		const { slope, fitted_on } = fitWithout(incident_id);
		const raw = isTied ? null : first[1];
		const calibrated = raw === null || slope === null ? null : sharpen(raw, slope);
		return [
			{
				proposition_id,
				incident_id,
				verdict_status,
				answer: isTied ? null : first[0],
				origins: voices.length,
				raw,
				calibrated,
				fitted_on,
				slope,
				...(calibrated === null ? { word: null, clamped: null } : likelihoodOf({ calibrated, fitted_on })),
			},
		];
	});
}
