import type { Data } from "plotly.js-dist";
import type { Closure } from "../../location/closures.js";
import type { LocatedIncident } from "../../location/incidents.js";
import { colours, ink } from "../parts/frame.js";
import { dayLabel, kindLabels } from "../parts/labels.js";
import { incidentIds } from "../parts/marks.js";
import { hoverCard } from "./located.js";
import { precisionLabels } from "./map-hover.js";

/** The name of a crossing above its lanes. */
export const heading = (text: string, y: number, x: 0 | 1, xanchor: "left" | "right") => ({
	text,
	xref: "paper" as const,
	x,
	y,
	xanchor,
	showarrow: false,
	font: { size: 13, color: ink.text },
});

/** Incidents of one lane. */
export const marks = (
	shown: readonly LocatedIncident[],
	y: number,
	symbol: "square" | "circle-open" | "line-ns-open",
	color: string,
): Data => ({
	type: "scatter",
	mode: "markers",
	x: shown.map(({ date_start }) => date_start),
	y: shown.map(() => y),
	marker: { symbol, size: symbol === "line-ns-open" ? 11 : 9, color, line: { color, width: 1.6 } },
	customdata: incidentIds(shown),
	hovertext: shown.map(({ place, date_start, kind, geo_precision }) =>
		hoverCard(
			place ?? "Place without a name",
			["Date", dayLabel(date_start)],
			["Event type", kindLabels[kind].toLowerCase()],
			["Place known to", precisionLabels[geo_precision]],
		),
	),
	hoverinfo: "text",
});

/** What is known of a closure. */
export const closureHover = ({ closed_on, reopened_on, days, days_low, days_high, occurred }: Closure): string =>
	hoverCard(
		"Closure",
		["Closed", closed_on === null ? "not reported" : dayLabel(closed_on)],
		["Reopened", reopened_on === null ? "not reported" : dayLabel(reopened_on)],
		[
			"Days",
			days === null
				? "not known"
				: days_low === days_high
					? `${days}`
					: `${days} (reported: ${days_low} to ${days_high})`,
		],
		["Verdict that it was closed", occurred ?? "not asked"],
	);

/**
 * Filled triangles where a closure is confirmed or announced and its length is known, hollow ones elsewhere; at the
 * reopening where nobody told when it began.
 */
export const closedMarks = (closures: readonly Closure[], y: number): Data => ({
	type: "scatter",
	mode: "markers",
	x: closures.map(({ closed_on, reopened_on }) => closed_on ?? reopened_on),
	y: closures.map(() => y),
	marker: {
		symbol: closures.map((each) => (isSure(each) ? "triangle-down" : "triangle-down-open")),
		size: 9,
		color: colours.incident,
		line: { color: colours.incident, width: 1.4 },
	},
	customdata: incidentIds(closures),
	hovertext: closures.map(closureHover),
	hoverinfo: "text",
});

const isSure = ({ occurred, days }: Closure): boolean =>
	days !== null && (occurred === "confirmed" || occurred === "announced");

/** The days closed as a bar, and the days that are disputed as a paler one around it. */
export function closedBars(closure: Closure, y: number) {
	const { closed_on, closed_earliest, reopened_on, reopened_latest } = closure;
	if (closed_on === null || closed_earliest === null || reopened_on === null || reopened_latest === null) return [];
	const bar = (x0: string, x1: string, half: number, opacity: number) => ({
		type: "rect" as const,
		x0,
		x1,
		y0: y - half,
		y1: y + half,
		line: { width: 0 },
		fillcolor: colours.incident,
		opacity,
	});
	return [bar(closed_earliest, reopened_latest, 0.28, 0.35), bar(closed_on, reopened_on, 0.28, 0.6)];
}
