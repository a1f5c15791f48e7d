import { groupBy } from "../../records/group-by.js";
import { recalibrateLeaveOneOut, recalibrationSlope } from "../../statistics/calibration.js";
import { clusterBootstrap } from "../../statistics/cluster-bootstrap.js";
import type { Random } from "../../statistics/random.js";
import { brierScore, brierSkill, logScore, type MurphyParts, murphyParts } from "../../statistics/scores.js";
import type { QuestionForecast } from "./forecasts.js";

/** Scores of forecasts, before or after recalibration. */
export interface ForecastScore extends Omit<MurphyParts, "bins"> {
	/** `raw`: as the method gives them; `recalibrated`: by a slope fitted on all other incidents. */
	readonly stage: "raw" | "recalibrated";
	readonly incidents: number;
	readonly mean_probability: number;
	/** Share of forecasts whose answer held. */
	readonly held: number;
	/** 90 % limits of the Brier score by resampling incidents. */
	readonly brier_low: number;
	readonly brier_high: number;
	/** Probabilities clipped to 1e-6 and 1 − 1e-6. */
	readonly log_score: number;
	/** Against the base rate of the other questions; `null` where that makes no error. */
	readonly skill: number | null;
	/** What log odds are multiplied by when the slope is fitted on all; `null` for `recalibrated`. */
	readonly slope: number | null;
}

/**
 * Forecasts whose log odds are multiplied by a slope fitted on the forecasts of all other incidents
 * (`recalibrateLeaveOneOut`); those that cannot be fitted are left as they are, which needs a single incident.
 */
export function recalibrated(forecasts: readonly QuestionForecast[]): QuestionForecast[] {
	const fits = recalibrateLeaveOneOut(forecasts.map((row) => ({ ...row, cluster: row.incident_id })));
	return forecasts.map((row, index) => ({ ...row, probability: fits[index]?.probability ?? row.probability }));
}

/**
 * Brier score with its parts, logarithmic score and skill of the same forecasts before and after
 * recalibration. Limits by resampling incidents, since questions of one hang together.
 *
 * @throws `no forecasts to score`
 */
export function scoreForecasts(forecasts: readonly QuestionForecast[], random: Random, draws = 1000): ForecastScore[] {
	return (["raw", "recalibrated"] as const).map((stage) => {
		const rows: readonly QuestionForecast[] = stage === "raw" ? forecasts : recalibrated(forecasts);
		const clusters = [...groupBy(rows, ({ incident_id }) => incident_id).values()];
		const { bins, ...parts } = murphyParts(rows);
		const limits = clusterBootstrap(clusters, (drawn) => brierScore(drawn.flat()), { random, draws })(0.9);
		return {
			stage,
			...parts,
			incidents: clusters.length,
			mean_probability: rows.reduce((sum, { probability }) => sum + probability, 0) / rows.length,
			held: rows.filter(({ outcome }) => outcome).length / rows.length,
			brier_low: limits.low,
			brier_high: limits.high,
			log_score: logScore(rows),
			skill: brierSkill(rows),
			slope: stage === "raw" ? recalibrationSlope(rows) : null,
		};
	});
}
