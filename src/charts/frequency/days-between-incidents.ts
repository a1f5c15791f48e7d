import type { Data } from "plotly.js-dist";
import { type ChanceSpacing, chanceSpacing } from "../../frequency/chance-spacing.js";
import { daysBetweenIncidents as gapsBetween, type Intervals } from "../../frequency/days-between-incidents.js";
import type { Dossier } from "../../records/records.js";
import { intervalLevel } from "../../statistics/interval-level.js";
import { chartRandom } from "../../statistics/random.js";
import { requireData } from "../catalogue-entry.js";
import { anIncident, type Need, twoKnownDays } from "../needs.js";
import { colours, type Figure, frame, ink, plain } from "../parts/frame.js";
import {
	captionLabel,
	countLabel,
	dayLabel,
	kindLabels,
	percentLabel,
	percentRange,
	probabilityLabel,
	wordFor,
} from "../parts/labels.js";
import { incidentIds } from "../parts/marks.js";
import { provenanceOf } from "../parts/provenance.js";
import { shorten } from "../parts/text.js";
import { timeAxis } from "./axes.js";
import { ci, reportedNote, selectionNotes } from "./notes.js";

/** What the chart cannot be drawn without. */
export const daysBetweenIncidentsNeeds: readonly Need[] = [anIncident, twoKnownDays];

function numbersOf(dossier: Dossier): { readonly gaps: Intervals; readonly chance: ChanceSpacing } {
	const gaps = gapsBetween(dossier);
	return { gaps, chance: chanceSpacing(gaps, chartRandom()) };
}

/** Closer than chance only if the simulation says so. */
function title({ rows }: Intervals, { week }: ChanceSpacing): string {
	const followed = `${week.n} of ${countLabel(rows.length, "gap")} ${wordFor(rows.length, "lasts", "last")} a week or less`;
	if (week.n > week.high) return `Incidents cluster in time: ${followed}`;
	if (week.n < week.low) return `Incidents are more evenly spaced than by chance: ${followed}`;
	return `The gaps between incidents could be chance: ${followed}`;
}

/**
 * Incidents along time beside as many simulated at a constant rate; below, the share of the days between incidents that
 * last at least so many days, with the 95% simulation interval. Excludes incidents without a known day, aggregate
 * reports and other borders.
 *
 * @throws NotEnoughDataError with fewer than two incidents of known day
 * @example
 * charts.daysBetweenIncidents(dossier).table.map(({ days }) => days) // → [10, 44]
 */
export function daysBetweenIncidents(dossier: Dossier): Figure {
	requireData(dossier, daysBetweenIncidentsNeeds);
	const { gaps, chance } = numbersOf(dossier);
	const { rows, n, longest, longest_p, mean_days, incidents, excluded } = gaps;
	const { week, draws } = chance;
	const provenance = provenanceOf(dossier);
	const most = Math.max(1, chance.rows.at(-1)?.days ?? 0);
	const at = chance.rows.map((row) => row.days);
	const strip = (
		x: readonly string[],
		labels: readonly string[],
		y: number,
		color: string,
		shown: readonly string[] = [],
	): Data => ({
		type: "scatter",
		mode: "markers",
		xaxis: "x2",
		yaxis: "y2",
		x: [...x],
		y: x.map(() => y),
		marker: { symbol: "line-ns-open", size: 18, color, line: { width: 1.5, color } },
		customdata: [...shown],
		hovertext: x.map((day, index) => `<b>${dayLabel(day)}</b><br>${labels[index] ?? "simulated at a constant rate"}`),
		hoverinfo: "text",
		showlegend: false,
	});
	return frame(
		{
			id: "days-between-incidents",
			subject: "frequency",
			plotHeight: 430,
			data: [
				strip(
					incidents.map(({ date_start }) => date_start),
					incidents.map(({ kind, place }) => `${kindLabels[kind]}: ${plain(shorten(place ?? "place not known", 60))}`),
					1,
					colours.incident,
					incidentIds(incidents),
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
					name: `constant rate, ${percentLabel(intervalLevel)} of simulations`,
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
							`<b>${countLabel(row.days, "day")} or more</b><br>share of gaps: ${percentLabel(row.share)}<br>constant rate: ${percentRange(row.low, row.high)}`,
					),
					hoverinfo: "text",
				},
			],
			layout: {
				margin: { l: 76, r: 36, t: 8, b: 54 },
				xaxis2: { ...timeAxis(gaps.window), anchor: "y2" },
				yaxis2: {
					domain: [0.83, 1],
					anchor: "x2",
					range: [-0.6, 1.6],
					tickvals: [1, 0],
					ticktext: ["reported", "simulated"],
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
						text: countLabel(longest.days, "day"),
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
			table: rows.map(({ from, to, days }) => ({ from, to, days })),
		},
		{
			title: title(gaps, chance),
			subtitle:
				"Above: incidents and as many simulated at a constant rate, longest gap grey. Below: share of gaps by length",
			caption: captionLabel(provenance, `${countLabel(n, "incident")} of known day`, excluded),
			notes: [
				...selectionNotes(dossier, gaps),
				reportedNote,
				`${countLabel(rows.length, "gap")} between incidents, mean ${(mean_days ?? 0).toFixed(1)} days. Two incidents on one day are 0 days apart.`,
				`${week.n} of ${countLabel(rows.length, "gap")} ${wordFor(rows.length, "lasts", "last")} a week or less; a constant rate would give ${week.low} to ${week.high} (${probabilityLabel(week.p)} for at least as many).`,
				`Band: ${percentLabel(intervalLevel)} of ${draws.toLocaleString("en")} simulations with as many incidents, each observed day equally likely. It holds for each length by itself.`,
				`Longest gap: ${countLabel(longest.days, "day")}, ${dayLabel(longest.from)} to ${dayLabel(longest.to)}. At a constant rate ${probabilityLabel(longest_p)} for one at least as long.`,
				"A long gap may be missing reports. It may also contain an incident dated only to a week or a month.",
			],
			alt: `Marks along time and a falling line show ${countLabel(rows.length, "gap")} between incidents; ${week.n} ${wordFor(week.n, "lasts", "last")} a week or less, against ${week.low} to ${week.high} at a constant rate (${ci}). The longest gap is ${countLabel(longest.days, "day")}, from ${dayLabel(longest.from)}.`,
		},
		provenance,
	);
}
