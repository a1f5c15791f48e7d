import type { Counts } from "../../frequency/counts.js";
import type { RunningRow } from "../../frequency/reshape.js";
import { colours, type Figure, frame, ink, type Provenance } from "../parts/frame.js";
import { countLabel, excludedLabel, monthLabel, periodLabel } from "../parts/labels.js";
import { countAxis, timeAxis } from "./axes.js";

/**
 * Incidents summed from the first month on, beside one constant rate, and the sums of the last twelve months at each
 * month.
 *
 * @param running sums from the first month, ungrouped
 * @param trailing sums of twelve months, ungrouped
 * @param counts the counts by month that they were made from
 */
export function cumulativeIncidents(
	running: readonly RunningRow[],
	trailing: readonly RunningRow[],
	counts: Counts,
	provenance: Provenance,
): Figure {
	const half = running.find(({ count }) => count * 2 >= counts.n);
	const [first, last] = [trailing[0], trailing.at(-1)];
	const time = timeAxis(provenance.observed_from, provenance.observed_to);
	const limits = ({ count, low, high }: RunningRow) => `${count} (${low.toFixed(1)} to ${high.toFixed(1)})`;
	return frame(
		{
			id: "running-total",
			subject: "frequency",
			plotHeight: 400,
			data: [
				{
					type: "scatter",
					mode: "lines",
					x: [provenance.observed_from, provenance.observed_to],
					y: [0, counts.n],
					line: { color: ink.line, width: 1.5, dash: "dash" },
					hoverinfo: "skip",
				},
				{
					type: "scatter",
					mode: "lines",
					x: [provenance.observed_from, ...running.map(({ period_end }) => period_end)],
					y: [0, ...running.map(({ count }) => count)],
					line: { color: colours.incident, width: 2 },
					hovertext: ["", ...running.map((row) => `<b>to the end of ${monthLabel(row.period)}</b><br>${limits(row)}`)],
					hoverinfo: "text",
				},
				{
					type: "scatter",
					mode: "lines",
					xaxis: "x2",
					yaxis: "y2",
					x: [...trailing, ...[...trailing].reverse()].map(({ period_end }) => period_end),
					y: [...trailing.map(({ high }) => high), ...trailing.map(({ low }) => low).reverse()],
					fill: "toself",
					fillcolor: colours.band,
					line: { width: 0 },
					hoverinfo: "skip",
				},
				{
					type: "scatter",
					mode: "lines",
					xaxis: "x2",
					yaxis: "y2",
					x: trailing.map(({ period_end }) => period_end),
					y: trailing.map(({ count }) => count),
					line: { color: colours.incident, width: 2 },
					hovertext: trailing.map(
						(row) => `<b>${monthLabel(row.sum_from)} to ${monthLabel(row.period)}</b><br>${limits(row)}`,
					),
					hoverinfo: "text",
				},
			],
			layout: {
				margin: { l: 56, r: 24, t: 10, b: 48 },
				xaxis: { ...time, anchor: "y", showticklabels: false },
				xaxis2: { ...time, anchor: "y2" },
				yaxis: countAxis("incidents so far", { domain: [0.54, 1], anchor: "x" }),
				yaxis2: countAxis("in twelve months", { domain: [0, 0.46], anchor: "x2" }),
				annotations: [
					{
						x: provenance.observed_to,
						y: counts.n * 0.9,
						text: "one constant rate",
						xanchor: "right",
						yanchor: "top",
						xshift: -40,
						yshift: -14,
						showarrow: false,
						font: { color: ink.soft },
					},
				],
			},
			table: running.map((row, index) => {
				const sum = trailing.find(({ period }) => period === row.period);
				return {
					month: row.period.slice(0, 7),
					incidents: counts.rows[index]?.count ?? 0,
					so_far: row.count,
					in_twelve_months: sum?.count ?? null,
					low: sum?.low ?? null,
					high: sum?.high ?? null,
				};
			}),
		},
		{
			title:
				first === undefined || last === undefined
					? `${countLabel(counts.n, "incident")} in ${running.length} months, half of them by ${monthLabel(half?.period ?? provenance.observed_to)}`
					: `Half of the ${countLabel(counts.n, "incident")} had been reported by ${monthLabel(half?.period ?? provenance.observed_to)}; the first twelve months hold ${first.count}, the last twelve ${last.count}`,
			subtitle:
				"Incidents since the first observed month, and one constant rate (dashed); below, those of the twelve months up to each month, with 95 % band",
			caption: `${periodLabel(provenance)}. n = ${countLabel(counts.n, "incident")}, counted where each began. ${excludedLabel(counts.excluded)} Band: Garwood's, too narrow where incidents come in bursts. Neighbouring sums share eleven months: a step up or down is one month that enters or leaves, not a wave.`,
			alt: `Two lines over months. ${countLabel(counts.n, "incident")} in all, half of them by ${monthLabel(half?.period ?? provenance.observed_to)}${first === undefined || last === undefined ? "" : `; twelve-month sums go from ${limits(first)} to ${limits(last)}`}.`,
		},
		provenance,
	);
}
