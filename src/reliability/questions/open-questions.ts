import { isResolved } from "../../claims/resolved.js";
import type { Dossier, VerdictStatus } from "../../records/records.js";
import { recalibrationSlope, sharpen } from "../../statistics/calibration.js";
import { forecastAnswers } from "./forecasts.js";
import { type Likelihood, likelihoodOf } from "./likelihood.js";
import { answerPosteriors, weightedSources } from "./weighted-sources.js";

/** The likeliest answer to an unresolved question, and where the coders left it. */
export interface OpenQuestion extends Likelihood {
	readonly proposition_id: string;
	readonly incident_id: string;
	/** A computed answer leaves the status as it is: contested stays contested. */
	readonly verdict_status: VerdictStatus;
	/** The likeliest answer; `null` where two are equally likely. */
	readonly answer: string | null;
	readonly original_sources: number;
	/** Posterior of that answer by one-coin MAP, 0 to 1, uncalibrated. */
	readonly raw: number | null;
	/** The same with its log odds times the slope; the word is for this. */
	readonly calibrated: number | null;
	/** Resolved forecasts of other incidents on which the slope was fitted, and the slope. */
	readonly fitted_on: number;
	readonly slope: number | null;
}

/**
 * The likeliest answer to every unresolved question, with its calibrated probability and the word for it. The slope is
 * fitted on forecasts of resolved questions of other incidents, as known today and without circular verdicts
 * (`forecastAnswers`). In the order of the questions' names.
 *
 * Assumes that unresolved questions are like resolved ones, which is not quite true: what both sides deny stays
 * unresolved.
 *
 * @example
 * openQuestions(dossier).map(({ proposition_id }) => proposition_id) // → ["a.killed_iran", "f.initiator"]
 */
export function openQuestions(dossier: Dossier): OpenQuestion[] {
	const { forecasts } = forecastAnswers(dossier, { known: "today" });
	const fits = new Map<string, { slope: number | null; fitted_on: number }>();
	const fitWithout = (incident: string) => {
		const others = forecasts.filter(({ incident_id }) => incident_id !== incident);
		const fit = fits.get(incident) ?? { slope: recalibrationSlope(others), fitted_on: others.length };
		fits.set(incident, fit);
		return fit;
	};
	return weightedSources(dossier).flatMap(({ proposition, sources, answers }) => {
		const { proposition_id, incident_id, verdict_status } = proposition;
		if (isResolved(proposition)) return [];
		const posteriors = [...answerPosteriors(sources, answers)].sort(([, a], [, b]) => b - a);
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
				original_sources: sources.length,
				raw,
				calibrated,
				fitted_on,
				slope,
				...(calibrated === null ? { word: null, clamped: null } : likelihoodOf({ calibrated, fitted_on })),
			},
		];
	});
}
