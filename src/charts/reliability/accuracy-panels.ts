import type { Data } from "plotly.js-dist";
import type { AccuracyAsOf } from "../../reliability/accuracy/accuracy-over-time.js";
import { colours, ink, plain } from "../parts/frame.js";
import { dayLabel, percentLabel } from "../parts/labels.js";
import { rowNumbers } from "../parts/marks.js";
import { intervalLabel } from "./accuracy-rows.js";

/** Entries of the legend. */
export function trendLegend(level: string): Data[] {
	const entry = (name: string, trace: object): Data => ({
		type: "scatter",
		x: [null],
		y: [null],
		name,
		hoverinfo: "skip",
		showlegend: true,
		...trace,
	});
	return [
		entry("counted share", { mode: "lines+markers", line: { color: ink.text, width: 2 }, marker: { size: 5 } }),
		entry("estimate", { mode: "lines", line: { color: ink.text, width: 1, dash: "dash" } }),
		entry(`${level} interval of the estimate`, { mode: "lines", line: { color: colours.band, width: 9 } }),
	];
}

/** One group's panel: counted shares, estimates with their band; nothing while there are too few claims. */
export function trendPanel(
	rows: readonly AccuracyAsOf[],
	all: readonly AccuracyAsOf[],
	name: string,
	color: string,
	index: number,
): Data[] {
	const number = index === 0 ? "" : String(index + 1);
	const on = { xaxis: `x${number}`, yaxis: `y${number}`, type: "scatter" as const, showlegend: false };
	const enough = rows.filter(({ enough_claims }) => enough_claims);
	const days = (own: readonly AccuracyAsOf[]) => own.map(({ as_of }) => as_of);
	return [
		{
			...on,
			mode: "lines",
			x: [...days(enough), ...days(enough).reverse()],
			y: [...enough.map(({ high }) => high), ...enough.map(({ low }) => low).reverse()],
			fill: "toself",
			fillcolor: `${color}33`,
			line: { width: 0 },
			hoverinfo: "skip",
		},
		{
			...on,
			mode: "lines",
			x: days(enough),
			y: enough.map(({ pooled_share }) => pooled_share),
			line: { color, width: 1, dash: "dash" },
			hoverinfo: "skip",
		},
		{
			...on,
			mode: "lines+markers",
			cliponaxis: false,
			x: days(enough),
			y: enough.map(({ share }) => share),
			line: { color, width: 2 },
			marker: { color, size: 5 },
			hoverinfo: "text",
			customdata: rowNumbers(enough, all),
			meta: "n",
			hovertext: enough.map((row) =>
				[
					`<b>${plain(name)}</b>`,
					`as known on: ${dayLabel(row.as_of)}`,
					`counted: ${row.supported} of ${row.n} supported (${percentLabel(row.share as number)})`,
					`estimate: ${percentLabel(row.pooled_share)} (${intervalLabel(row)})`,
					`unresolved: ${row.unresolved}`,
				].join("<br>"),
			),
		},
	];
}

/** Text above a panel. */
export const panelText = (text: string, x: number, y: number, yshift: number, color: string) => ({
	xref: "paper" as const,
	yref: "paper" as const,
	x,
	y,
	yshift,
	text,
	showarrow: false,
	xanchor: "left" as const,
	yanchor: "bottom" as const,
	font: { size: 12, color },
});
