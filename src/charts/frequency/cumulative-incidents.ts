import { countIncidents } from "../../frequency/counts.js";
import { cumulate, type RunningRow, trailing } from "../../frequency/reshape.js";
import type { Dossier } from "../../records/records.js";
import { requireData } from "../catalogue-entry.js";
import { anIncident, type Need } from "../needs.js";
import { colours, type Figure, frame, ink } from "../parts/frame.js";
import { captionLabel, countLabel, monthLabel } from "../parts/labels.js";
import { rowNumbers } from "../parts/marks.js";
import { provenanceOf } from "../parts/provenance.js";
import { countAxis, timeAxis, wholeTicks } from "./axes.js";
import { ci, garwoodNote, rangeLabel, reportedNote, selectionNotes, startNote } from "./notes.js";

/** What the chart cannot be drawn without. */
export const cumulativeIncidentsNeeds: readonly Need[] = [anIncident];

/** Months of a trailing sum. */
const sumMonths = 12;

function numbersOf(dossier: Dossier) {
	const counts = countIncidents(dossier, { by: "month" });
	const running = cumulate(counts);
	const sums = trailing(counts, sumMonths);
	const half = running.find(({ count }) => count * 2 >= counts.n)?.period ?? counts.window.observed_from;
	return { counts, running, sums, half, first: sums[0], last: sums.at(-1) };
}

/**
 * Incidents summed from the first month, beside a constant rate; below, the sum of the last 12 months at each month
 * with exact 95% Poisson intervals. Excludes aggregate reports and other borders.
 *
 * @throws NotEnoughDataError without an incident
 * @example
 * charts.cumulativeIncidents(dossier).table.slice(0, 3).map(({ so_far }) => so_far) // → [2, 2, 3]
 */
export function cumulativeIncidents(dossier: Dossier): Figure {
	requireData(dossier, cumulativeIncidentsNeeds);
	const { counts, running, sums, half, first, last } = numbersOf(dossier);
	const provenance = provenanceOf(dossier);
	const { observed_from, observed_to } = counts.window;
	const time = timeAxis(counts.window);
	const limits = (row: RunningRow) => `${row.count} (${ci} ${rangeLabel(row)})`;
	// A single sum is no line: it stands in the notes.
	const hasSums = sums.length > 1 && first !== undefined && last !== undefined;
	const lower = hasSums ? { domain: [0.54, 1] } : {};
	return frame(
		{
			id: "cumulative-incidents",
			subject: "frequency",
			plotHeight: hasSums ? 400 : 240,
			data: [
				{
					type: "scatter",
					mode: "lines",
					x: [observed_from, observed_to],
					y: [0, counts.n],
					line: { color: ink.line, width: 1.5, dash: "dash" },
					hoverinfo: "skip",
				},
				{
					type: "scatter",
					mode: "lines",
					x: [observed_from, ...running.map(({ period_end }) => period_end)],
					y: [0, ...running.map(({ count }) => count)],
					line: { color: colours.incident, width: 2 },
					customdata: [null, ...rowNumbers(running)],
					meta: "so_far",
					hovertext: [
						"",
						...running.map(
							(row) =>
								`<b>to the end of ${monthLabel(row.period)}</b><br>incidents so far: ${row.count}<br>${ci}: ${rangeLabel(row)}`,
						),
					],
					hoverinfo: "text",
				},
				...(hasSums
					? [
							{
								type: "scatter" as const,
								mode: "lines" as const,
								xaxis: "x2" as const,
								yaxis: "y2" as const,
								x: [...sums, ...[...sums].reverse()].map(({ period_end }) => period_end),
								y: [...sums.map(({ high }) => high), ...sums.map(({ low }) => low).reverse()],
								fill: "toself" as const,
								fillcolor: colours.band,
								line: { width: 0 },
								hoverinfo: "skip" as const,
							},
							{
								type: "scatter" as const,
								mode: "lines" as const,
								xaxis: "x2" as const,
								yaxis: "y2" as const,
								x: sums.map(({ period_end }) => period_end),
								y: sums.map(({ count }) => count),
								line: { color: colours.incident, width: 2 },
								customdata: sums.map((row) => running.findIndex(({ period }) => period === row.period)),
								meta: "in_twelve_months",
								hovertext: sums.map(
									(row) =>
										`<b>${monthLabel(row.sum_from)} to ${monthLabel(row.period)}</b><br>incidents: ${row.count}<br>${ci}: ${rangeLabel(row)}`,
								),
								hoverinfo: "text" as const,
							},
						]
					: []),
			],
			layout: {
				margin: { l: 56, r: 36, t: 10, b: 48 },
				xaxis: { ...time, anchor: "y", showticklabels: !hasSums },
				yaxis: countAxis("incidents so far", { ...lower, anchor: "x", ...wholeTicks(counts.n) }),
				...(hasSums
					? {
							xaxis2: { ...time, anchor: "y2" as const },
							yaxis2: countAxis(`in ${sumMonths} months`, { domain: [0, 0.46], anchor: "x2" }),
						}
					: {}),
				annotations: [
					{
						x: observed_to,
						y: counts.n * 0.9,
						text: "constant rate",
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
				const sum = sums.find(({ period }) => period === row.period);
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
				counts.n === 1
					? `The only reported incident began in ${monthLabel(half)}`
					: `Half of the ${countLabel(counts.n, "incident")} had begun by the end of ${monthLabel(half)}`,
			subtitle: `Incidents since the first month, dashed: constant rate${hasSums ? `; below: sum of the last ${sumMonths} months with ${ci}` : ""}`,
			caption: captionLabel(provenance, countLabel(counts.n, "incident"), counts.excluded),
			notes: [
				...selectionNotes(dossier, counts),
				reportedNote,
				startNote,
				...(hasSums
					? [
							`The first ${sumMonths} months hold ${limits(first)}, the last ${sumMonths} hold ${limits(last)}.`,
							garwoodNote,
							`Neighbouring sums share ${sumMonths - 1} months. A step is one month that enters or leaves the sum, not a wave.`,
						]
					: [`Sums of ${sumMonths} months are drawn only for a period that is longer than that.`]),
			],
			alt: `A line rises to ${countLabel(counts.n, "incident")}, ${counts.n === 1 ? "reached" : "half of them"} by the end of ${monthLabel(half)}. ${hasSums ? `The sums of ${sumMonths} months go from ${limits(first)} to ${limits(last)}` : `The dashed line shows a constant rate over ${countLabel(running.length, "month")}`}.`,
		},
		provenance,
	);
}
