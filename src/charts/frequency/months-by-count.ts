import { countIncidents } from "../../frequency/counts.js";
import { variation } from "../../frequency/variation.js";
import type { Dossier } from "../../records/records.js";
import { intervalLevel } from "../../statistics/interval-level.js";
import { requireData } from "../catalogue-entry.js";
import { anIncident, type Need, twoIncidents, twoPeriods } from "../needs.js";
import { colours, type Figure, frame, ink } from "../parts/frame.js";
import { captionLabel, countLabel, probabilityLabel, wordFor } from "../parts/labels.js";
import { rowNumbers } from "../parts/marks.js";
import { provenanceOf } from "../parts/provenance.js";
import { countAxis } from "./axes.js";
import { ci, rangeLabel, reportedNote, selectionNotes, startNote } from "./notes.js";

/** What the chart cannot be drawn without. */
export const monthsByCountNeeds: readonly Need[] = [anIncident, twoPeriods("month"), twoIncidents];

function numbersOf(dossier: Dossier) {
	const counts = countIncidents(dossier, { by: "month" });
	return { counts, ...variation(counts) };
}

/**
 * Months by their number of incidents, beside what one constant rate (Poisson) and a fitted negative binomial
 * distribution would give. Excludes aggregate reports and other borders.
 *
 * @throws NotEnoughDataError without an incident or with a single month
 * @example
 * charts.monthsByCount(dossier).table.map(({ months }) => months) // → [9, 2, 1]
 */
export function monthsByCount(dossier: Dossier): Figure {
	requireData(dossier, monthsByCountNeeds);
	const { rows, dispersion, fit, counts, mean_low, mean_high } = numbersOf(dossier);
	const provenance = provenanceOf(dossier);
	const months = counts.rows.length;
	const empty = rows[0]?.periods ?? 0;
	const expected = rows[0]?.expected_poisson ?? 0;
	const x = rows.map(({ count }) => count);
	const line = (y: readonly number[], name: string, symbol: "circle" | "diamond", color: string) => ({
		type: "scatter" as const,
		mode: "lines+markers" as const,
		x,
		y: [...y],
		name,
		line: { color, width: 1.5 },
		// An edge of paper, so that they are seen on the bars too.
		marker: { symbol, color, size: 10, line: { color: ink.paper, width: 1.5 } },
		hoverinfo: "skip" as const,
		cliponaxis: false,
	});
	const have = `${empty} of ${countLabel(months, "month")} ${wordFor(empty, "has", "have")} none`;
	return frame(
		{
			id: "months-by-count",
			subject: "frequency",
			plotHeight: 280,
			data: [
				{
					type: "bar",
					x,
					y: rows.map(({ periods }) => periods),
					name: "as reported",
					marker: { color: colours.incident },
					customdata: rowNumbers(rows),
					hovertext: rows.map(
						(row) =>
							`<b>${countLabel(row.count, "incident")} in a month</b><br>months: ${row.periods}<br>constant rate: ${row.expected_poisson.toFixed(1)}<br>fitted, clustered: ${row.expected_fitted.toFixed(1)}`,
					),
					hoverinfo: "text",
				},
				line(
					rows.map((row) => row.expected_poisson),
					"constant rate (Poisson)",
					"diamond",
					ink.text,
				),
				...(fit.theta === null
					? []
					: [
							line(
								rows.map((row) => row.expected_fitted),
								"clustered (negative binomial)",
								"circle",
								colours.contested,
							),
						]),
			],
			layout: {
				bargap: 0.25,
				margin: { l: 56, r: 24, t: 10, b: 46 },
				xaxis: {
					dtick: Math.max(1, Math.round(x.length / 20)),
					range: [-0.6, Math.max(4, x.length) - 0.4],
					showgrid: false,
					zeroline: false,
					linecolor: ink.line,
					title: { text: "incidents in a month", standoff: 6 },
				},
				yaxis: countAxis("months"),
				showlegend: true,
				legend: { x: 1, xanchor: "right", y: 1, yanchor: "top" },
			},
			table: rows.map((row) => ({
				incidents: row.count,
				months: row.periods,
				expected_poisson: row.expected_poisson,
				expected_fitted: row.expected_fitted,
			})),
		},
		{
			title:
				dispersion.p <= 1 - intervalLevel
					? `Incidents are concentrated in few months: ${have}`
					: `Incidents per month vary no more than chance could make them: ${have}`,
			subtitle: "Months by number of incidents, and what two distributions with the same mean would give",
			caption: captionLabel(
				provenance,
				`${countLabel(counts.n, "incident")} in ${countLabel(months, "month")}`,
				counts.excluded,
			),
			notes: [
				...selectionNotes(dossier, counts),
				reportedNote,
				startNote,
				`A constant rate would leave ${expected.toFixed(1)} of ${months} months empty (Poisson); ${empty} are.`,
				`Variance divided by mean: ${dispersion.index.toFixed(1)}, ${probabilityLabel(dispersion.p)} at a constant rate (chi-square; Fisher, Thornton & Mackenzie 1922).`,
				fit.theta === null
					? "The counts vary no more than their mean, so only a Poisson distribution is fitted."
					: `Negative binomial by maximum likelihood: size ${fit.theta.toFixed(2)}, standard error ${fit.theta_se === null ? "not known" : fit.theta_se.toFixed(2)}.`,
				`Mean: ${fit.mean.toFixed(2)} incidents a month, ${ci} ${rangeLabel(fit, 2)} as fitted and ${rangeLabel({ low: mean_low, high: mean_high }, 2)} assuming independent incidents.`,
				"Clustering and a change of the rate look alike here.",
			],
			alt: `Bars count months by their number of incidents: ${rows
				.filter(({ periods }) => periods > 0)
				.map(({ count, periods }) => `${periods} with ${count}`)
				.join(", ")}. A constant rate would leave ${expected.toFixed(0)} of ${countLabel(months, "month")} empty.`,
		},
		provenance,
	);
}
