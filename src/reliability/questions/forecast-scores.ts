import { groupBy } from "../../records/group-by.js";
import { recalibrateLeaveOneOut, recalibrationSlope } from "../../statistics/calibration.js";
import { clusterBootstrap } from "../../statistics/cluster-bootstrap.js";
import { intervalLevel } from "../../statistics/interval-level.js";
import { chartRandom, type Random } from "../../statistics/random.js";
import { brierSkill, logScore, type MurphyParts, murphyParts } from "../../statistics/scores.js";
import { resampling } from "../resampling.js";
import type { QuestionForecast } from "./forecasts.js";

/** Scores of forecasts, before or after recalibration. */
export interface ForecastScore extends Omit<MurphyParts, "bins"> {
	/** `raw`: as the method gives them; `recalibrated`: by a slope fitted on all other incidents. */
	readonly stage: "raw" | "recalibrated";
	readonly incidents: number;
	readonly mean_probability: number;
	/** Share of forecasts whose answer the verdict supports. */
	readonly supported_share: number;
	/** 95% limits of the Brier score by resampling incidents. */
	readonly brier_low: number;
	readonly brier_high: number;
	/** Mean probability less the share supported: above 0 where the method is too confident; with limits as for Brier. */
	readonly mean_gap: number;
	readonly gap_low: number;
	readonly gap_high: number;
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
export function recalibrate(forecasts: readonly QuestionForecast[]): QuestionForecast[] {
	const fits = recalibrateLeaveOneOut(forecasts.map((row) => ({ ...row, cluster: row.incident_id })));
	return forecasts.map((row, index) => ({ ...row, probability: fits[index]?.probability ?? row.probability }));
}

/**
 * Brier score with its parts, logarithmic score and skill of the same forecasts before and after
 * recalibration. Limits from resampling incidents, since questions of one incident are correlated.
 *
 * @throws `no forecasts to score`
 * @example
 * const forecasts = [true, false].map((outcome, at) => ({ incident_id: `i${at}`, probability: 0.8, outcome }));
 * scoreForecasts(forecasts, { draws: 99 })[0] // → { stage: "raw", brier: 0.34, mean_gap: 0.30, incidents: 2 }
 */
export function scoreForecasts(
	forecasts: readonly QuestionForecast[],
	{ draws = resampling.draws, random = chartRandom() }: { readonly draws?: number; readonly random?: Random } = {},
): ForecastScore[] {
	return (["raw", "recalibrated"] as const).map((stage) => {
		const rows: readonly QuestionForecast[] = stage === "raw" ? forecasts : recalibrate(forecasts);
		const clusters = [...groupBy(rows, ({ incident_id }) => incident_id).values()];
		const { bins, ...parts } = murphyParts(rows);
		const limits = clusterBootstrap(clusters, meanOver(addSquare), { random, draws })(intervalLevel);
		const gaps = clusterBootstrap(clusters, meanOver(addGap), { random, draws })(intervalLevel);
		return {
			stage,
			...parts,
			incidents: clusters.length,
			mean_probability: rows.reduce((sum, { probability }) => sum + probability, 0) / rows.length,
			supported_share: rows.filter(({ outcome }) => outcome).length / rows.length,
			brier_low: limits.low,
			brier_high: limits.high,
			mean_gap: gapOf(rows),
			gap_low: gaps.low,
			gap_high: gaps.high,
			log_score: logScore(rows),
			skill: brierSkill(rows),
			slope: stage === "raw" ? recalibrationSlope(rows) : null,
		};
	});
}

/** Mean probability less the share of forecasts that the verdict supports. */
const gapOf = (rows: readonly QuestionForecast[]): number => rows.reduce(addGap, 0) / rows.length;
const addGap = (sum: number, { probability, outcome }: QuestionForecast): number =>
	sum + probability - (outcome ? 1 : 0);
/** The sum that the Brier score is the mean of. */
const addSquare = (sum: number, { probability, outcome }: QuestionForecast): number =>
	sum + (probability - (outcome ? 1 : 0)) ** 2;

/** A mean over the forecasts of the incidents that were drawn, without making one list of them. */
const meanOver =
	(add: (sum: number, row: QuestionForecast) => number) =>
	(drawn: readonly (readonly QuestionForecast[])[]): number => {
		let [sum, n] = [0, 0];
		for (const rows of drawn) {
			sum = rows.reduce(add, sum);
			n += rows.length;
		}
		return sum / n;
	};
