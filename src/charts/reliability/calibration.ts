import type { Data } from "plotly.js-dist";
import { knownOption, knownOptions } from "../../records/known-option.js";
import { NotEnoughDataError } from "../../records/not-enough-data.js";
import type { Dossier } from "../../records/records.js";
import { type ForecastScore, recalibrate, scoreForecasts } from "../../reliability/questions/forecast-scores.js";
import { type ForecastOptions, forecastAnswers } from "../../reliability/questions/forecasts.js";
import { resampling } from "../../reliability/resampling.js";
import { circularOptions } from "../../reliability/truth/method-answers.js";
import { calibrationBins } from "../../statistics/calibration.js";
import { intervalLevel } from "../../statistics/interval-level.js";
import { requireData } from "../catalogue-entry.js";
import { aClaim, type Need } from "../needs.js";
import { colours, type Figure, frame, ink } from "../parts/frame.js";
import { hoverCard } from "../parts/hover-card.js";
import { countLabel, percentLabel, percentRange, periodLabel } from "../parts/labels.js";
import { provenanceOf } from "../parts/provenance.js";
import { shareAxis } from "../parts/share-axis.js";
import { calibrationNotes } from "./calibration-notes.js";

/** Options of `calibration`. */
export interface CalibrationOptions {
	/** `exclude` (default): sources on whose claim the verdict relies are not used for that question. */
	readonly circular?: "exclude" | "include";
	/** `one_coin` (default): sources weighted by their accuracy. `vote`: share of original sources. */
	readonly method?: "one_coin" | "vote";
}

/** What the chart cannot be drawn without. */
export const calibrationNeeds: readonly Need[] = [aClaim];

/** Forecasts in three bins, or in four where there are this many. */
const manyForecasts = 50;

const panels = [
	{ heading: "The day before the verdict", known: "day_before" },
	{ heading: "As known today", known: "today" },
] as const;

const stages = [
	{ stage: "raw", label: "as computed", mark: "circles", colour: colours.incident, symbol: "circle", offset: -0.006 },
	{
		stage: "recalibrated",
		label: "recalibrated",
		mark: "diamonds",
		colour: ink.soft,
		symbol: "diamond-open",
		offset: 0.006,
	},
] as const;

function panelOf(dossier: Dossier, { heading, known }: (typeof panels)[number], options: Required<ForecastOptions>) {
	const { forecasts: rows, excluded } = forecastAnswers(dossier, { ...options, known });
	const bins = rows.length < manyForecasts ? 3 : 4;
	const [raw, recalibrated] = rows.length === 0 ? [] : scoreForecasts(rows);
	return {
		heading,
		excluded,
		n: rows.length,
		raw: calibrationBins(rows, bins, intervalLevel),
		recalibrated: calibrationBins(recalibrate(rows), bins, intervalLevel),
		score: raw && recalibrated ? { raw, recalibrated } : null,
	};
}

/** Everything the chart shows, computed with the same options. */
function numbersOf(dossier: Dossier, { circular = "exclude", method = "one_coin" }: CalibrationOptions) {
	knownOption("circular", circular, circularOptions);
	knownOption("method", method, ["one_coin", "vote"]);
	const all = panels.map((panel) => panelOf(dossier, panel, { circular, method, known: panel.known }));
	const shown = all.filter(({ n }) => n > 0);
	if (shown.length === 0)
		throw new NotEnoughDataError("no resolved question has a forecast to compare with its verdict");
	return { all, shown, circular, method, questions: dossier.propositions.length, level: percentLabel(intervalLevel) };
}
/** What the chart shows. */
export type CalibrationNumbers = ReturnType<typeof numbersOf>;
/** One of its panels. */
export type CalibrationPanel = CalibrationNumbers["all"][number];

/**
 * How often the likeliest answer was right, by the probability a truth method gave it, with 95% intervals: the day
 * before the verdict and as known today. On the diagonal a probability means what it says. Excludes circular verdicts,
 * unresolved questions and ties.
 *
 * @throws NotEnoughDataError where no resolved question has a forecast
 * @throws `unknown method: dice (known: one_coin, vote)`
 * @example
 * charts.calibration(dossier).table.filter(({ stage }) => stage === "raw").reduce((sum, { n }) => sum + n, 0) // → 4
 */
export function calibration(dossier: Dossier, options: CalibrationOptions = {}): Figure {
	knownOptions(options, ["circular", "method"]);
	requireData(dossier, calibrationNeeds);
	const numbers = numbersOf(dossier, options);
	const { shown, level } = numbers;
	const provenance = provenanceOf(dossier);
	const width = 1 / shown.length;
	const domain = (index: number): [number, number] => [index * width + (index === 0 ? 0 : 0.035), (index + 1) * width];
	const axisOf = (index: number) => (index === 0 ? "" : String(index + 1));
	return frame(
		{
			id: "calibration",
			subject: "reliability",
			plotHeight: 370,
			data: shown.flatMap((panel, index) => panelMarks(panel, axisOf(index), level)),
			layout: {
				margin: { l: 64, r: 24, t: 52, b: 52 },
				...Object.fromEntries(
					shown.flatMap((_, index) => [
						[
							`xaxis${axisOf(index)}`,
							{ ...share("probability given to the answer", -0.02, 1.08), domain: domain(index) },
						],
						[
							`yaxis${axisOf(index)}`,
							{
								...share(index === 0 ? "share of answers that were right" : "", -0.06, 1.04),
								anchor: `x${axisOf(index)}`,
								showticklabels: index === 0,
							},
						],
					]),
				),
				annotations: [
					...shown.map(({ heading }, index) => head(domain(index)[0], 4, heading, ink.text)),
					...stages.map(({ label, mark, colour }, index) => head(index * 0.2, 26, `${mark}: ${label}`, colour)),
				],
			},
			table: shown.flatMap((panel) =>
				stages.flatMap(({ stage }) =>
					panel[stage].map((bin, index) => ({ forecasts: panel.heading, stage, bin: index + 1, ...bin })),
				),
			),
		},
		{
			title: titleOf(numbers),
			subtitle: `Share of answers that were right, by probability given, in bins of equal size, ${level} interval`,
			caption: `${periodLabel(provenance)}. n = ${shown
				.map(({ heading, n }) => `${countLabel(n, "question")} (${heading.toLowerCase()})`)
				.join(" and ")}; the other questions are excluded (all reasons: the chart's page).`,
			notes: calibrationNotes(numbers),
			alt: altOf(numbers),
		},
		provenance,
	);
}

function panelMarks(panel: CalibrationPanel, axis: string, level: string): Data[] {
	const axes = { xaxis: `x${axis}`, yaxis: `y${axis}` };
	// Under each interval its n. Recalibration hardly moves a forecast into another bin: n is printed where it does.
	const counted = stages.flatMap(({ stage, offset }) =>
		panel[stage]
			.filter(({ n }, bin) => stage === "raw" || n !== panel.raw[bin]?.n)
			.map((bin) => ({ ...bin, x: bin.mean_probability + offset })),
	);
	return [
		{
			type: "scatter",
			mode: "text",
			x: counted.map(({ x }) => x),
			y: counted.map(({ low }) => low - 0.012),
			text: counted.map(({ n }) => `n ${n}`),
			textposition: "bottom center",
			textfont: { size: 11, color: ink.soft },
			hoverinfo: "skip",
			...axes,
		},
		{
			type: "scatter",
			mode: "lines",
			x: [0, 1],
			y: [0, 1],
			line: { color: ink.line, width: 1, dash: "dot" },
			hoverinfo: "skip",
			...axes,
		},
		...stages.map(({ stage, label, colour, symbol, offset }): Data => {
			const bins = panel[stage];
			return {
				type: "scatter",
				mode: "markers",
				x: bins.map((bin) => bin.mean_probability + offset),
				y: bins.map((bin) => bin.share),
				error_y: {
					type: "data",
					symmetric: false,
					array: bins.map((bin) => bin.high - bin.share),
					arrayminus: bins.map((bin) => bin.share - bin.low),
					color: colour,
					thickness: 1.5,
					width: 4,
				},
				marker: { size: 10, color: colour, symbol, line: { width: 2, color: colour } },
				hoverinfo: "text",
				hovertext: bins.map((bin) =>
					hoverCard(`${panel.heading}, ${label}`, [
						["probability given", `${percentRange(bin.from, bin.to)}, mean ${percentLabel(bin.mean_probability)}`],
						["right", `${bin.came_about} of ${bin.n} (${percentLabel(bin.share)})`],
						[`${level} interval`, percentRange(bin.low, bin.high)],
					]),
				),
				...axes,
			};
		}),
	];
}

const share = (title: string, bottom: number, top: number) => ({
	...shareAxis,
	range: [bottom, top] as [number, number],
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

/** Whether mean probability and share differ by more than chance gives, with claims of one incident kept together. */
const isGapSignificant = ({ gap_low, gap_high, incidents }: ForecastScore): boolean =>
	incidents >= resampling.minimumIncidents && (gap_low > 0 || gap_high < 0);

/** The finding of the first panel: what could be known at the time, where there are forecasts. */
function titleOf({ shown }: CalibrationNumbers): string {
	const [{ heading, score }] = shown as [CalibrationPanel];
	const { raw } = score as NonNullable<CalibrationPanel["score"]>;
	const when = heading === panels[0].heading ? " the day before the verdict" : "";
	const finding = `Answers rated ${percentLabel(raw.mean_probability)} likely${when} were right in ${percentLabel(raw.supported_share)}`;
	return `${finding}${isGapSignificant(raw) ? " of cases" : "; could be chance"}`;
}

function altOf({ shown, level }: CalibrationNumbers): string {
	const bins = shown.map(
		({ heading, raw }) =>
			`${heading.toLowerCase()} ${raw.map((bin) => `${percentLabel(bin.mean_probability)} given and ${bin.came_about} of ${bin.n} right`).join(", ")}`,
	);
	const means = shown.map(({ heading, score, n }) =>
		score === null
			? `not known ${heading.toLowerCase()} (n = ${n})`
			: `${percentLabel(score.raw.mean_probability)} and ${percentLabel(score.raw.supported_share)} ${heading.toLowerCase()} (n = ${n})`,
	);
	return `Probability given and share of answers that were right, on average: ${means.join("; ")}. By bin, with ${level} intervals: ${bins.join("; ")}.`;
}
