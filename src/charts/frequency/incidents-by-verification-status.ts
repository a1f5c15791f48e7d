import type { Counts } from "../../frequency/counts.js";
import { colours, type Figure, frame, ink, type Provenance } from "../parts/frame.js";
import { countLabel, excludedLabel, joinList, periodLabel } from "../parts/labels.js";
import { countAxis, limitBars, quarterLabel, timeAxis } from "./axes.js";

const layers = [
	{ verification_status: "sure", words: "confirmed", color: colours.confirmed },
	{ verification_status: "not_asked", words: "not asked", color: colours.band },
	{ verification_status: "likely", words: "announced or best supported", color: colours.announced },
	{ verification_status: "contested", words: "contested or unresolved", color: colours.contested },
	{ verification_status: "refuted", words: "refuted", color: colours.refuted },
] as const;

/**
 * Incidents per quarter in layers, from those confirmed to have happened to those refuted, with the interval of all.
 *
 * @param counts counts by quarter, grouped by `standing`
 * @param totals the same incidents by quarter, ungrouped
 */
export function incidentsByVerificationStatus(counts: Counts, totals: Counts, provenance: Provenance): Figure {
	const drawn = layers
		.map((layer) => {
			const rows = counts.rows.filter(({ group }) => group === layer.verification_status);
			// Parts of vague dates add up to whole incidents, but for the last digits.
			return { ...layer, rows, n: Math.round(rows.reduce((sum, { count }) => sum + count, 0)) };
		})
		.filter(({ n }) => n > 0);
	const of = (verification_status: string) =>
		drawn.find((layer) => layer.verification_status === verification_status)?.n ?? 0;
	const seen = totals.rows.filter(({ count }) => count > 0);
	const number = (count: number) => (Number.isInteger(count) ? String(count) : count.toFixed(1));
	const middle = { xperiod: "M3" as const, xperiodalignment: "middle" as const };
	return frame(
		{
			id: "incidents-by-standing",
			subject: "frequency",
			plotHeight: 300,
			data: [
				...drawn.map(({ words, color, rows, n }) => ({
					...middle,
					type: "bar" as const,
					name: `${words} (${n})`,
					x: rows.map(({ period }) => period),
					y: rows.map(({ count }) => count),
					marker: { color, line: { color: ink.soft, width: rows.map(({ count }) => (count > 0 ? 0.6 : 0)) } },
					hovertext: rows.map(
						({ period, count }, index) =>
							`<b>${quarterLabel(period)}</b><br>${number(count)} ${words}, of ${number(totals.rows[index]?.count ?? 0)} in all`,
					),
					hoverinfo: "text" as const,
				})),
				{
					...middle,
					type: "scatter",
					mode: "markers",
					x: seen.map(({ period }) => period),
					y: seen.map(({ count }) => count),
					marker: { size: 1, color: ink.soft },
					error_y: limitBars(
						seen.map((row) => ({ ...row, at: row.count })),
						{ color: ink.soft, thickness: 1, width: 3 },
					),
					hoverinfo: "skip",
					showlegend: false,
				},
			],
			layout: {
				barmode: "stack",
				bargap: 0.15,
				margin: { l: 56, r: 24, t: 34, b: 48 },
				xaxis: timeAxis(provenance.observed_from, provenance.observed_to),
				yaxis: countAxis("incidents per quarter", {
					range: [0, Math.max(...totals.rows.map(({ high }) => high)) * 1.04],
				}),
				showlegend: true,
				legend: { orientation: "h", x: 0, xanchor: "left", y: 1.02, yanchor: "bottom", traceorder: "normal" },
			},
			table: counts.rows.map(({ period, group, count, low, high, days_observed }) => ({
				quarter: period,
				verification_status: group,
				incidents: count,
				low,
				high,
				days_observed,
			})),
		},
		{
			title: `That it happened is confirmed for ${of("sure")} of ${counts.n} reported incidents; for ${of("not_asked")} the question is not asked`,
			subtitle:
				"Incidents per quarter by the verdict on whether they happened, surest at the bottom; lines are 95 % intervals of all layers together",
			caption: `${periodLabel(provenance)}. n = ${countLabel(counts.n, "incident")}; one whose day is not known is spread over its week or months, so a layer may hold a part. ${excludedLabel(counts.excluded)} "Not asked": the dossier holds no question whether it happened, only about what did. "Contested" is no half: every layer counts its incidents in full, and how many of those reported took place lies between the lowest layer and all that are not refuted. Intervals are Garwood's.`,
			alt: `Stacked bars by quarter. In all: ${joinList(drawn.map(({ words, n }) => `${n} ${words}`))}.`,
		},
		provenance,
	);
}
