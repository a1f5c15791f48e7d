import type { ForecastScore } from "../../reliability/questions/forecast-scores.js";
import type { ForecastExclusion } from "../../reliability/questions/forecasts.js";
import { logScoreClip } from "../../statistics/scores.js";
import { countLabel, joinList, percentLabel, wordFor } from "../parts/labels.js";
import type { CalibrationNumbers, CalibrationPanel } from "./calibration.js";

/** Labels for questions without a forecast, to be read after a count. */
const exclusionLabels: Readonly<Record<ForecastExclusion, string>> = {
	unresolved: "unresolved",
	verdict_undated: "resolved on an unknown day",
	no_source_yet: "without an answer that may be used",
	tied: "with a tie",
};

const number = (value: number, digits = 2): string => value.toFixed(digits).replace("-", "−");

/** The notes of the calibration chart: scores of every panel, what is excluded, and how to read the marks. */
export function calibrationNotes({ all, circular, method, questions, level }: CalibrationNumbers): string[] {
	return [
		...all.flatMap((panel) => [...scoreNotes(panel, level), excludedNote(panel, questions)]),
		method === "one_coin"
			? "Forecast: the likeliest answer by one-coin Dawid–Skene, which weights sources by their accuracy on other incidents."
			: "Forecast: the answer of most original sources, with their share as its probability.",
		circular === "exclude"
			? "Sources on whose claim the verdict of a question relies are not used for that question."
			: "Circular verdicts are included: sources on whose claim a verdict relies are used for its question.",
		"Diamonds stand for as many forecasts as the circles of the same bin unless marked.",
		"Recalibration: one slope on the log odds, fitted on the forecasts of all other incidents.",
		`Log scores clip probabilities to ${logScoreClip.toExponential().replace("e-", "e−")} and 1 less that. Wilson intervals take questions as independent; those of Brier scores and of the gap resample whole incidents.`,
	];
}

function scoreNotes({ heading, score }: CalibrationPanel, level: string): string[] {
	if (score === null) return [`${heading}: no forecast.`];
	const { raw, recalibrated } = score;
	const brier = ({ brier, brier_low, brier_high }: ForecastScore) =>
		`${number(brier, 3)} (${level} interval ${number(brier_low, 3)} to ${number(brier_high, 3)})`;
	const skill = (row: ForecastScore) => (row.skill === null ? "not defined" : number(row.skill));
	return [
		`${heading}: ${countLabel(raw.n, "question")} of ${countLabel(raw.incidents, "incident")}. The mean probability is ${percentLabel(raw.mean_probability)}, and ${percentLabel(raw.supported_share)} were right: a gap of ${number(100 * raw.mean_gap, 0)} points (${level} interval ${number(100 * raw.gap_low, 0)} to ${number(100 * raw.gap_high, 0)}).`,
		`${heading}: Brier score ${brier(raw)}; recalibrated ${brier(recalibrated)}${raw.slope === null ? "" : `, slope ${number(raw.slope)}`}.`,
		`${heading}: log score ${number(raw.log_score, 3)}, recalibrated ${number(recalibrated.log_score, 3)}; skill over the base rate ${skill(raw)}, recalibrated ${skill(recalibrated)}.`,
	];
}

function excludedNote({ heading, n, excluded }: CalibrationPanel, questions: number): string {
	const out = excluded.reduce((sum, each) => sum + each.n, 0);
	const reasons = excluded.map(({ reason, n }) => `${n} ${exclusionLabels[reason]}`);
	return `${heading}: of ${countLabel(questions, "question")}, ${n} ${wordFor(n, "has", "have")} a forecast and ${out} ${wordFor(out, "is", "are")} excluded${reasons.length === 0 ? "" : ` (${joinList(reasons)})`}.`;
}
