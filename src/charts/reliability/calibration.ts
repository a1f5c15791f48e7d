import type { ForecastScore } from "../../reliability/questions/forecast-scores.js";
import type { Forecasts } from "../../reliability/questions/forecasts.js";
import type { CalibrationBin } from "../../statistics/calibration.js";
import { colours, type Figure, frame, ink, type Provenance } from "../parts/frame.js";
import { countLabel, joinList, percentLabel, periodLabel } from "../parts/labels.js";
import { shareAxis } from "../parts/share-axis.js";

/** Forecasts of one kind, in bins, before and after recalibration. */
export interface CalibrationPanel {
	/** When the forecasts were made, as a panel is headed. */
	readonly heading: string;
	readonly forecasts: Forecasts;
	readonly raw: readonly CalibrationBin[];
	readonly recalibrated: readonly CalibrationBin[];
	readonly scores: readonly ForecastScore[];
}

const reasonWords: Readonly<Record<Forecasts["excluded"][number]["reason"], string>> = {
	unresolved: "not settled",
	verdict_undated: "settled on no known day",
	no_source_yet: "on which nobody was heard but those the verdict rests on",
	tied: "tied",
};

const stages = [
	{ stage: "raw", words: "as computed", mark: "circles", colour: colours.incident, symbol: "circle", offset: -0.006 },
	{
		stage: "recalibrated",
		words: "recalibrated",
		mark: "diamonds",
		colour: ink.soft,
		symbol: "diamond-open",
		offset: 0.006,
	},
] as const;

/**
 * How often the leading answer held, against the probability it was given, with 90 % Wilson limits: one
 * panel for each kind of forecast, on shared axes. On the diagonal a probability means what it says.
 */
export function calibrationChart(panels: readonly CalibrationPanel[], provenance: Provenance): Figure {
	const width = 1 / panels.length;
	const domain = (index: number): [number, number] => [index * width + (index === 0 ? 0 : 0.035), (index + 1) * width];
	const axisOf = (index: number) => (index === 0 ? "" : String(index + 1));
	return frame(
		{
			id: "calibration",
			subject: "reliability",
			plotHeight: 370,
			data: panels.flatMap((panel, index) => {
				const axes = { xaxis: `x${axisOf(index)}`, yaxis: `y${axisOf(index)}` };
				return [
					{
						type: "scatter" as const,
						mode: "lines" as const,
						x: [0, 1],
						y: [0, 1],
						line: { color: ink.line, width: 1, dash: "dot" as const },
						hoverinfo: "skip" as const,
						...axes,
					},
					...stages.map(({ stage, words, colour, symbol, offset }) => {
						const bins = panel[stage];
						return {
							type: "scatter" as const,
							mode: "text+markers" as const,
							x: bins.map((bin) => bin.mean_probability + offset),
							y: bins.map(({ share }) => share),
							error_y: {
								type: "data" as const,
								symmetric: false,
								array: bins.map(({ share, high }) => high - share),
								arrayminus: bins.map(({ share, low }) => share - low),
								color: colour,
								thickness: 1.5,
								width: 4,
							},
							marker: { size: 10, color: colour, symbol, line: { width: 2, color: colour } },
							// Recalibration hardly moves a forecast into another bin: its n is printed where it does.
							text: bins.map(({ n }, bin) => (stage === "recalibrated" && n === panel.raw[bin]?.n ? "" : `n ${n}`)),
							textposition: stage === "raw" ? ("middle right" as const) : ("middle left" as const),
							textfont: { size: 11, color: ink.soft },
							hoverinfo: "text" as const,
							hovertext: bins.map(
								(bin) =>
									`${words}: ${percentLabel(bin.from)} to ${percentLabel(bin.to)} given, ${percentLabel(bin.mean_probability)} on average<br>${bin.came_about} of ${bin.n} held: ${percentLabel(bin.share)} (${percentLabel(bin.low)} to ${percentLabel(bin.high)})`,
							),
							...axes,
						};
					}),
				];
			}),
			layout: {
				margin: { l: 64, r: 24, t: 52, b: 52 },
				...Object.fromEntries(
					panels.flatMap((_, index) => [
						[`xaxis${axisOf(index)}`, { ...share("probability given", 1.12), domain: domain(index) }],
						[
							`yaxis${axisOf(index)}`,
							{
								...share(index === 0 ? "share of answers that held" : "", 1.04),
								anchor: `x${axisOf(index)}`,
								showticklabels: index === 0,
							},
						],
					]),
				),
				annotations: [
					...panels.map(({ heading }, index) => head(domain(index)[0], 4, heading, ink.text)),
					...stages.map(({ words, mark, colour }, index) => head(index * 0.2, 26, `${mark}: ${words}`, colour)),
				],
			},
			table: panels.flatMap((panel) =>
				stages.flatMap(({ stage }) =>
					panel[stage].map((bin, index) => ({ forecasts: panel.heading, stage, bin: index + 1, ...bin })),
				),
			),
		},
		{
			title: titleOf(panels),
			subtitle:
				"Forecasts of settled questions by one-coin MAP without what their verdict rests on; bins of equal number with 90 % Wilson intervals",
			caption: `${periodLabel(provenance)}. ${panels.map(scoreWords).join(" ")} Diamonds stand for as many forecasts as circles unless marked. Recalibration: one slope on the log odds, fitted on the other incidents. Log score clipped at 1e-6; Brier intervals by resampling incidents. ${panels.map(excludedLabel).join(" ")}`,
			alt: panels
				.map(({ heading, scores: [raw], raw: bins }) =>
					raw
						? `${heading}: the leading answer was given ${percentLabel(raw.mean_probability)} on average and held in ${percentLabel(raw.held)} of ${raw.n} questions; by bin ${bins.map((bin) => `${percentLabel(bin.mean_probability)} given, ${bin.came_about} of ${bin.n} held`).join("; ")}.`
						: `${heading}: no forecast.`,
				)
				.join(" "),
		},
		provenance,
	);
}

const share = (title: string, top: number) => ({
	...shareAxis,
	range: [-0.02, top] as [number, number],
	title: { text: title, font: { size: 12, color: ink.soft } },
});

const head = (x: number, yshift: number, text: string, color: string) => ({
	xref: "paper" as const,
	yref: "paper" as const,
	x,
	y: 1,
	yshift,
	text,
	showarrow: false,
	xanchor: "left" as const,
	yanchor: "bottom" as const,
	font: { size: 12, color },
});

function titleOf(panels: readonly CalibrationPanel[]): string {
	const told = panels.flatMap(({ heading, scores: [raw] }) =>
		raw
			? [
					`given ${percentLabel(raw.mean_probability)} on average held in ${Math.round(raw.held * raw.n)} of ${raw.n} questions ${heading.toLowerCase()}`,
				]
			: [],
	);
	return told.length === 0 ? "No settled question has a forecast to score" : `Answers ${told.join("; those ")}`;
}

function scoreWords({ heading, scores: [raw, after] }: CalibrationPanel): string {
	if (!raw || !after) return `${heading}: no forecast.`;
	const brier = ({ brier, brier_low, brier_high }: ForecastScore) =>
		`${brier.toFixed(3)} (${brier_low.toFixed(3)} to ${brier_high.toFixed(3)})`;
	const skill = (row: ForecastScore) => (row.skill === null ? "not defined" : row.skill.toFixed(2).replace("-", "−"));
	return `${heading}: n = ${raw.n} questions of ${countLabel(raw.incidents, "incident")}; Brier ${brier(raw)}, ${brier(after)} recalibrated${raw.slope === null ? "" : ` (slope ${raw.slope.toFixed(2)})`}; log score ${raw.log_score.toFixed(3)} and ${after.log_score.toFixed(3)}; skill over the base rate ${skill(raw)} and ${skill(after)}.`;
}

const excludedLabel = ({ heading, forecasts: { excluded } }: CalibrationPanel): string =>
	excluded.length === 0
		? `${heading} no question was left out.`
		: `Left out, ${heading.toLowerCase()}: ${joinList(excluded.map(({ reason, n }) => `${n} ${reasonWords[reason]}`))}.`;
