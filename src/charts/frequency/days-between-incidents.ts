import type { Data } from "plotly.js-dist";
import type { ChanceSpacing } from "../../frequency/chance-spacing.js";
import type { Intervals } from "../../frequency/days-between-incidents.js";
import { colours, type Figure, frame, ink, type Provenance, plain } from "../parts/frame.js";
import { dayLabel, excludedLabel, kindLabels, percentLabel, periodLabel, probabilityLabel } from "../parts/labels.js";
import { spanLabel, timeAxis } from "./axes.js";

/**
 * Incidents as strokes along the window, beside strokes dealt out by chance; below, the share of the gaps between
 * them that last at least so many days, in the band that one constant rate would leave.
 *
 * @param intervals days between incidents
 * @param chance the same among incidents spread by chance alone
 */
export function daysBetween(intervals: Intervals, chance: ChanceSpacing, provenance: Provenance): Figure {
	const { rows, n, longest, longest_p, mean_days } = intervals;
	const most = chance.rows.at(-1)?.days ?? 0;
	const { week } = chance;
	const at = chance.rows.map((row) => row.days);
	const strip = (x: readonly string[], words: readonly string[], y: number, color: string): Data => ({
		type: "scatter",
		mode: "markers",
		xaxis: "x2",
		yaxis: "y2",
		x: [...x],
		y: x.map(() => y),
		marker: { symbol: "line-ns-open", size: 18, color, line: { width: 1.5, color } },
		hovertext: x.map((day, index) => `<b>${dayLabel(day)}</b><br>${words[index] ?? "dealt out by chance"}`),
		hoverinfo: "text",
		showlegend: false,
	});
	const verdict =
		week.n > week.high
			? "Incidents come in bursts"
			: week.n < week.low
				? "Incidents keep apart"
				: "Incidents come no closer than chance would bring them";
	return frame(
		{
			id: "days-between",
			subject: "frequency",
			plotHeight: 430,
			data: [
				strip(
					intervals.incidents.map(({ date_start }) => date_start),
					intervals.incidents.map(({ kind, place }) => `${kindLabels[kind]}: ${plain(place ?? "place not known")}`),
					1,
					colours.incident,
				),
				strip(chance.example, [], 0, ink.line),
				{
					type: "scatter",
					mode: "lines",
					x: [...at, ...[...at].reverse()],
					y: [...chance.rows.map(({ high }) => high), ...chance.rows.map(({ low }) => low).reverse()],
					fill: "toself",
					fillcolor: colours.band,
					line: { width: 0 },
					name: "one constant rate, middle 95 %",
					hoverinfo: "skip",
				},
				{
					type: "scatter",
					mode: "lines",
					x: at,
					y: chance.rows.map(({ share }) => share),
					line: { color: colours.incident, width: 2, shape: "vh" },
					name: "as reported",
					hovertext: chance.rows.map(
						(row) =>
							`<b>${row.days} days or more</b><br>${percentLabel(row.share)} of the gaps<br>by chance ${percentLabel(row.low)} to ${percentLabel(row.high)}`,
					),
					hoverinfo: "text",
				},
			],
			layout: {
				margin: { l: 68, r: 24, t: 8, b: 54 },
				xaxis2: { ...timeAxis(provenance.observed_from, provenance.observed_to), anchor: "y2" },
				yaxis2: {
					domain: [0.83, 1],
					anchor: "x2",
					range: [-0.6, 1.6],
					tickvals: [1, 0],
					ticktext: ["reported", "by chance"],
					showgrid: false,
					zeroline: false,
				},
				xaxis: {
					range: [-0.01 * most, most * 1.03],
					showgrid: false,
					zeroline: false,
					linecolor: ink.line,
					ticks: "outside",
					tickcolor: ink.line,
					title: { text: "days to the next incident, at least", standoff: 6 },
				},
				yaxis: {
					domain: [0, 0.66],
					range: [0, 1.02],
					tickformat: ".0%",
					gridcolor: ink.grid,
					zeroline: false,
					title: { text: "share of gaps", standoff: 8 },
				},
				shapes: [
					{
						type: "rect",
						xref: "x2",
						yref: "y2",
						x0: longest.from,
						x1: longest.to,
						y0: 0.45,
						y1: 1.55,
						fillcolor: ink.grid,
						line: { width: 0 },
						layer: "below",
					},
				],
				annotations: [
					{
						xref: "x2",
						yref: "y2",
						x: longest.from,
						y: 1,
						text: `${longest.days} days`,
						xanchor: "left",
						yanchor: "middle",
						xshift: 4,
						showarrow: false,
						font: { color: ink.soft, size: 11 },
					},
				],
				showlegend: true,
				legend: { x: 1, xanchor: "right", y: 0.66, yanchor: "top" },
			},
			table: rows.map(({ from, to, days: apart }) => ({ from, to, days: apart })),
		},
		{
			title: `${verdict}: ${week.n} of ${rows.length} followed the one before within a week, where one constant rate would give ${week.low} to ${week.high}`,
			subtitle:
				"Above, every incident whose day is known, and as many dealt out by chance; the longest quiet is grey. Below, the share of the gaps between incidents that last at least so many days",
			caption: `${periodLabel(provenance)}. n = ${n} incidents whose day is known, ${rows.length} gaps, mean ${(mean_days ?? 0).toFixed(1)} days. ${excludedLabel(intervals.excluded)} Band: ${chance.draws.toLocaleString("en")} times as many incidents dealt out with equal chance on every day; as many within a week came up with ${probabilityLabel(week.p)}. Longest quiet: ${longest.days} days, ${spanLabel(longest.from, longest.to)}; by chance alone one as long comes with ${probabilityLabel(longest_p)}. Several rows may tell of one clash, and quiet may be silence of the sources.`,
			alt: `Strokes along the years and a falling line over days. ${week.n} of ${rows.length} gaps last a week or less; ${week.low} to ${week.high} expected of one constant rate. Longest quiet ${longest.days} days from ${dayLabel(longest.from)}.`,
		},
		provenance,
	);
}
