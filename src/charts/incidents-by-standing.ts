import type { Counts } from "../frequency/counts.js";
import { colours, type Figure, frame, ink, type Provenance } from "./frame.js";
import { timeAxis } from "./frequency-axes.js";
import { countWords, leftOutWords, listWords, windowWords } from "./words.js";

const layers = [
	{ standing: "sure", words: "confirmed", color: colours.confirmed },
	{ standing: "not_asked", words: "not asked", color: colours.band },
	{ standing: "likely", words: "announced or best supported", color: colours.announced },
	{ standing: "contested", words: "contested or unresolved", color: colours.contested },
	{ standing: "refuted", words: "refuted", color: colours.refuted },
] as const;

/**
 * Incidents per quarter in layers, from those confirmed to have happened to those refuted.
 *
 * @param counts counts by quarter, grouped by `standing`
 */
export function incidentsByStanding(counts: Counts, provenance: Provenance): Figure {
	const drawn = layers
		.map((layer) => {
			const rows = counts.rows.filter(({ group }) => group === layer.standing);
			return { ...layer, rows, n: rows.reduce((sum, { count }) => sum + count, 0) };
		})
		.filter(({ n }) => n > 0);
	const of = (standing: string) => drawn.find((layer) => layer.standing === standing)?.n ?? 0;
	return frame(
		{
			id: "incidents-by-standing",
			subject: "frequency",
			plotHeight: 300,
			data: drawn.map(({ words, color, rows, n }) => ({
				type: "bar",
				name: `${words} (${n})`,
				x: rows.map(({ period }) => period),
				y: rows.map(({ count }) => count),
				xperiod: "M3",
				xperiodalignment: "middle",
				marker: { color, line: { color: ink.soft, width: rows.map(({ count }) => (count > 0 ? 0.6 : 0)) } },
				hovertext: rows.map(({ period, count }) => `quarter from ${period}: ${count} ${words}`),
				hoverinfo: "text",
			})),
			layout: {
				barmode: "stack",
				bargap: 0.15,
				margin: { l: 56, r: 24, t: 34, b: 48 },
				xaxis: timeAxis(provenance.observed_from, provenance.observed_to),
				yaxis: {
					rangemode: "tozero",
					gridcolor: ink.grid,
					zeroline: false,
					title: { text: "incidents per quarter", standoff: 8 },
				},
				showlegend: true,
				legend: { orientation: "h", x: 0, xanchor: "left", y: 1.02, yanchor: "bottom", traceorder: "normal" },
			},
			table: counts.rows.map(({ period, group, count, days_observed }) => ({
				quarter: period,
				standing: group,
				incidents: count,
				days_observed,
			})),
		},
		{
			title: `That it happened is confirmed for ${of("sure")} of ${counts.n} reported incidents; for ${of("not_asked")} the question is not asked`,
			subtitle: "Incidents per quarter by the verdict on whether they happened, surest at the bottom",
			caption: `${windowWords(provenance)}. n = ${countWords(counts.n, "incident")}, each counted in the quarter in which it began. ${leftOutWords(counts.left_out)} "Not asked": the dossier holds no question whether it happened, only about what did. "Contested" is no half: every layer counts whole incidents.`,
			alt: `Stacked bars by quarter. In all: ${listWords(drawn.map(({ words, n }) => `${n} ${words}`))}.`,
		},
		provenance,
	);
}
