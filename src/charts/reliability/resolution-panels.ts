import type { Data, Layout } from "plotly.js-dist";
import type { ResolutionCurve } from "../../reliability/questions/time-to-resolution.js";
import { colours, ink } from "../parts/frame.js";
import { kindLabels, percentLabel, percentRange } from "../parts/labels.js";
import { sideLabels } from "./labels.js";

/** Panels side by side. */
export const columns = 5;
/** Between panels, as a share of the width. */
export const gap = 0.022;
/** Pixels. */
export const panelHeight = 150;
/** Pixels between rows of panels. */
export const rowGap = 74;
const ticks = [
	[0, "0"],
	[1, "1"],
	[7, "7"],
	[30, "30"],
	[365, "365"],
] as const;

const groupLabels: Readonly<Record<string, string>> = {
	all: "All questions",
	...sideLabels,
	several: "Several sides at once",
	...kindLabels,
};

/** Label of a group of questions: the event type, or the side that reported first. */
export const nameOf = (group: string): string => groupLabels[group] ?? group;

/** One colour for one side everywhere. */
export const colourOf = (group: string): string =>
	group in sideLabels ? colours[group as keyof typeof sideLabels] : group === "all" ? ink.text : colours.incident;

const suffix = (index: number): string => (index === 0 ? "" : String(index + 1));

/** The curve of a group with its band over the grey curve of all. */
export function panel(curve: ResolutionCurve, all: ResolutionCurve, index: number, longest: number): Data[] {
	const on = {
		xaxis: `x${suffix(index)}`,
		yaxis: `y${suffix(index)}`,
		type: "scatter" as const,
		mode: "lines" as const,
	};
	const color = colourOf(curve.group);
	const x = Math.log1p;
	const last = (of: (step: ResolutionCurve["steps"][number]) => number, steps: ResolutionCurve["steps"]) => {
		const step = steps.at(-1);
		return step ? 1 - of(step) : 0;
	};
	const times = (steps: ResolutionCurve["steps"]) => [0, ...steps.map(({ time }) => x(time)), x(longest)];
	const heights = (of: (step: ResolutionCurve["steps"][number]) => number, steps: ResolutionCurve["steps"]) => [
		0,
		...steps.map((step) => 1 - of(step)),
		last(of, steps),
	];
	const line = (steps: ResolutionCurve["steps"], width: number, colour: string): Data => ({
		...on,
		x: times(steps),
		y: heights(({ survival }) => survival, steps),
		line: { shape: "hv", color: colour, width },
		hoverinfo: "skip",
	});
	const shown = curve.steps.filter(({ events }) => events > 0);
	return [
		{
			...on,
			x: times(curve.steps),
			y: heights(({ high }) => high, curve.steps),
			line: { shape: "hv", width: 0 },
			hoverinfo: "skip",
		},
		{
			...on,
			x: times(curve.steps),
			y: heights(({ low }) => low, curve.steps),
			line: { shape: "hv", width: 0 },
			fill: "tonexty",
			fillcolor: `${color}33`,
			hoverinfo: "skip",
		},
		...(curve === all ? [] : [line(all.steps, 1, ink.line)]),
		line(curve.steps, 2, color),
		{
			...on,
			mode: "markers",
			x: shown.map(({ time }) => x(time)),
			y: shown.map(({ survival }) => 1 - survival),
			marker: { size: 4, color },
			hoverinfo: "text",
			hovertext: shown.map(
				({ time, survival, low, high, at_risk, events }) =>
					`<b>${nameOf(curve.group)}, day ${time}</b><br>resolved so far: ${percentLabel(1 - survival)} (${percentRange(1 - high, 1 - low)})<br>resolved on this day: ${events}<br>unresolved before: ${at_risk}`,
			),
		},
	];
}

/** Axes of every panel, alike in all; the share goes up to `most`. */
export function axes(
	panels: readonly { readonly line: number; readonly column: number }[],
	lines: number,
	height: number,
	longest: number,
	most: number,
): Partial<Layout> {
	const width = (1 - gap * (columns - 1)) / columns;
	const shares = [0, 0.25, 0.5, 0.75, 1].filter((share) => share <= most);
	return Object.fromEntries(
		panels.flatMap(({ line, column }, index) => {
			const from = column * (width + gap);
			const top = 1 - (line * (panelHeight + rowGap)) / height;
			return [
				[
					`xaxis${suffix(index)}`,
					{
						domain: [from, Math.min(1, from + width)],
						range: [-0.12, Math.log1p(longest) + 0.1],
						tickvals: ticks.map(([day]) => Math.log1p(day)),
						ticktext: ticks.map(([, text]) => text),
						ticks: "outside",
						tickcolor: ink.line,
						linecolor: ink.line,
						showgrid: false,
						zeroline: false,
						anchor: `y${suffix(index)}`,
						...(line === lines - 1
							? { title: { text: "days since first claim", standoff: 6, font: { size: 11 } } }
							: {}),
					},
				],
				[
					`yaxis${suffix(index)}`,
					{
						domain: [Math.max(0, top - panelHeight / height), top],
						range: [0, most],
						tickvals: shares,
						ticktext: shares.map((share) => (column === 0 ? percentLabel(share) : "")),
						gridcolor: ink.grid,
						zeroline: false,
						anchor: `x${suffix(index)}`,
					},
				],
			];
		}),
	);
}
