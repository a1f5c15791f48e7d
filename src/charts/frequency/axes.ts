import type { Data, Layout } from "plotly.js-dist";
import { addDays, clampDay, dayNumber, daysBetween } from "../../calendar/days.js";
import type { Coverage, CoverageRow } from "../../frequency/coverage.js";
import type { Observation } from "../../records/records.js";
import { ink } from "../parts/theme.js";

type Window = Pick<Observation, "observed_from" | "observed_to">;

/** The axis of time of the frequency charts: the observed window, last day included, with round ticks. */
export function timeAxis({ observed_from, observed_to }: Window): NonNullable<Layout["xaxis"]> {
	const days = daysBetween(observed_from, observed_to) + 1;
	const months = days > 4500 ? 24 : days > 2400 ? 12 : days > 1000 ? 6 : days > 500 ? 3 : 1;
	return {
		type: "date",
		range: [observed_from, addDays(observed_to, 1)],
		// Where there is room every tick names its year: a last "Jul" alone would be of no year.
		tickformat: months >= 6 ? "%b %Y" : days > 62 ? "%b\n%Y" : "%-d %b\n%Y",
		...(days > 62 ? { dtick: `M${months}`, tick0: "2000-01-01" } : { nticks: 8 }),
		showgrid: false,
		linecolor: ink.line,
		ticks: "outside",
		tickcolor: ink.line,
	} as NonNullable<Layout["xaxis"]>;
}

/** An axis of counts or rates: from zero, few lines. */
export function countAxis(title: string, own: object = {}): NonNullable<Layout["yaxis"]> {
	return {
		rangemode: "tozero",
		gridcolor: ink.grid,
		zeroline: false,
		nticks: 6,
		title: { text: title, standoff: 8 },
		...own,
	} as NonNullable<Layout["yaxis"]>;
}

/** Ticks of an axis of counts that never fall between two of them. */
export const wholeTicks = (most: number) => (most <= 6 ? { dtick: 1 } : {});

/** Error bars from limits. */
export function limitBars(
	rows: readonly { readonly at: number; readonly low: number; readonly high: number }[],
	look: { readonly color: string; readonly thickness: number; readonly width: number },
) {
	return {
		type: "data" as const,
		symmetric: false,
		array: rows.map(({ at, high }) => high - at),
		arrayminus: rows.map(({ at, low }) => at - low),
		...look,
	};
}

const millisecondsPerDay = 86_400_000;

/**
 * Where bars of a date axis stand, so that each lies over its own observed days whatever their number: the middle of
 * those days, and the width in milliseconds, as plotly takes it.
 */
export function barsOver(
	rows: readonly { readonly period: string; readonly period_end: string }[],
	{ observed_from: from, observed_to: to }: Window,
): { readonly x: string[]; readonly width: number[] } {
	// Neighbours of few pixels get no gap: it would be all there is to see.
	const filled = rows.length > 150 ? 1 : 0.84;
	const spans = rows.map(({ period, period_end }) => {
		const first = dayNumber(clampDay(period, from, to));
		return { first, days: dayNumber(clampDay(period_end, from, to)) + 1 - first };
	});
	return {
		x: spans.map(({ first, days }) =>
			new Date((first + days / 2) * millisecondsPerDay).toISOString().slice(0, 16).replace("T", " "),
		),
		width: spans.map(({ days }) => days * millisecondsPerDay * filled),
	};
}

/** Shades behind a drawing, over its whole height: darker where no source reported than where few did. */
export function lowCoverageShades({ rows, window }: Coverage, xref: "x" | "x2" = "x"): NonNullable<Layout["shapes"]> {
	const runs: CoverageRow[][] = [];
	rows.forEach((row, index) => {
		const before = rows[index - 1];
		if (!row.low_coverage) return;
		// One rectangle for neighbours alike: they would show a seam.
		if (before?.low_coverage && (before.sources === 0) === (row.sources === 0)) runs.at(-1)?.push(row);
		else runs.push([row]);
	});
	return runs.map((run) => ({
		type: "rect" as const,
		xref,
		yref: "paper" as const,
		x0: run[0]?.period ?? window.observed_from,
		x1: addDays(run.at(-1)?.period_end ?? window.observed_to, 1),
		y0: 0,
		y1: 1,
		fillcolor: run[0]?.sources === 0 ? shades.none : shades.few,
		line: { width: 0 },
		layer: "below" as const,
	}));
}

/** Entries of the legend for the shades; none where coverage is not known or never low. */
export function lowCoverageLegend({ rows, low_coverage_below }: Coverage): Data[] {
	const entry = (name: string, color: string): Data => ({
		type: "scatter",
		mode: "markers",
		name,
		x: [null],
		y: [null],
		marker: { symbol: "square", size: 11, color, line: { color: ink.line, width: 0.5 } },
		hoverinfo: "skip",
		showlegend: true,
	});
	const low = rows.filter(({ low_coverage }) => low_coverage);
	return [
		...(low.some(({ sources }) => sources > 0) ? [entry(`fewer than ${low_coverage_below} sources`, shades.few)] : []),
		...(low.some(({ sources }) => sources === 0) ? [entry("no source", shades.none)] : []),
	];
}

// Apart from each other and from paper, and paler than lines drawn on them.
const shades = { none: "#d4d4d4", few: "#ececec" };
