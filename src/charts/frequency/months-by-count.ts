import type { Counts } from "../../frequency/counts.js";
import type { Variation } from "../../frequency/variation.js";
import { colours, type Figure, frame, ink, type Provenance } from "../parts/frame.js";
import { countLabel, excludedLabel, periodLabel, probabilityLabel } from "../parts/labels.js";
import { countAxis } from "./axes.js";

/**
 * How many months have 0, 1, 2, … incidents, beside what one constant rate would give and what the fitted
 * distribution gives.
 *
 * @param variation of the counts by month
 * @param counts counts by month, ungrouped
 */
export function monthsByCount(variation: Variation, counts: Counts, provenance: Provenance): Figure {
	const { rows, dispersion, fit } = variation;
	const months = counts.rows.length;
	const none = rows[0];
	const isClustered = fit.theta !== null;
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
	const mean = (low: number, high: number) => `${low.toFixed(2)} to ${high.toFixed(2)}`;
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
					hovertext: rows.map(
						(row) =>
							`<b>${countLabel(row.periods, "month")} with ${countLabel(row.count, "incident")}</b><br>one constant rate: ${row.expected_poisson.toFixed(1)}<br>fitted: ${row.expected_fitted.toFixed(1)}`,
					),
					hoverinfo: "text",
				},
				line(
					rows.map((row) => row.expected_poisson),
					"one constant rate (Poisson)",
					"diamond",
					ink.text,
				),
				...(isClustered
					? [
							line(
								rows.map((row) => row.expected_fitted),
								"in bursts (negative binomial)",
								"circle",
								colours.contested,
							),
						]
					: []),
			],
			layout: {
				bargap: 0.25,
				margin: { l: 56, r: 24, t: 10, b: 46 },
				xaxis: {
					dtick: 1,
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
				dispersion.p < 0.05
					? `Incidents crowd into few months: ${none?.periods ?? 0} of ${months} have none, where one constant rate would leave ${(none?.expected_poisson ?? 0).toFixed(0)}`
					: `Months vary no more than one constant rate would make them: ${none?.periods ?? 0} of ${months} have none`,
			subtitle:
				"Months by the number of incidents reported in them, and what two distributions of the same mean would give",
			caption: `${periodLabel(provenance)}. n = ${countLabel(counts.n, "incident")} in ${months} months. ${excludedLabel(counts.excluded)} Variance over mean: ${dispersion.index.toFixed(1)}, ${probabilityLabel(dispersion.p)} under one constant rate. ${fit.theta === null ? "The counts vary no more than their mean, so Poisson is fitted." : `Negative binomial by maximum likelihood: size ${fit.theta.toFixed(2)} (standard error ${(fit.theta_se ?? 0).toFixed(2)}).`} Mean ${fit.mean.toFixed(2)} a month, 95 % ${mean(fit.low, fit.high)} as fitted and ${mean(variation.mean_low, variation.mean_high)} as if each incident came by itself. Bursts and changes of rate look alike here.`,
			alt: `Bars of months by number of incidents: ${rows
				.filter(({ periods }) => periods > 0)
				.map(({ count, periods }) => `${periods} with ${count}`)
				.join(", ")}. One constant rate would leave ${(none?.expected_poisson ?? 0).toFixed(0)} months with none.`,
		},
		provenance,
	);
}
