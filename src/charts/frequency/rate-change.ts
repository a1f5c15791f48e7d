import type { Data, Layout } from "plotly.js-dist";
import { coverage } from "../../frequency/coverage.js";
import { type Change, rateChange as changeOfRate } from "../../frequency/rate-change.js";
import { daysOfRate } from "../../frequency/rates.js";
import type { Dossier } from "../../records/records.js";
import { intervalLevel } from "../../statistics/interval-level.js";
import { requireData } from "../catalogue-entry.js";
import { anIncident, type Need, twoIncidents, twoPeriods } from "../needs.js";
import { colours, type Figure, frame, ink } from "../parts/frame.js";
import { captionLabel, countLabel, monthLabel, percentLabel } from "../parts/labels.js";
import { provenanceOf } from "../parts/provenance.js";
import { barsOver, timeAxis } from "./axes.js";
import { noCoverageNote, reportedNote, selectionNotes, startNote } from "./notes.js";

/** What the chart cannot be drawn without. */
export const rateChangeNeeds: readonly Need[] = [anIncident, twoPeriods("month"), twoIncidents];

/** Odds from which evidence has a name (Jeffreys 1961, in the words of Lee & Wagenmakers 2013), strongest first. */
const evidenceGrades = [
	{ odds: 100, word: "Very strong" },
	{ odds: 10, word: "Strong" },
	{ odds: 3, word: "Moderate" },
	{ odds: 1, word: "Weak" },
] as const;

const evidenceFor = (log: number): string | undefined => evidenceGrades.find(({ odds }) => log > Math.log(odds))?.word;

/** Both ways of counting exposure, from the same incidents. */
const numbersOf = (dossier: Dossier) => ({
	byDays: changeOfRate(dossier, "days"),
	// Without a claim that has a date nothing says how many sources there were.
	bySources: coverage(dossier, { by: "month" }).n === 0 ? null : changeOfRate(dossier, "active_sources"),
});

const small = (share: number) => (share < 0.005 ? "under 1%" : percentLabel(share));

/** Odds from the logarithm of a Bayes factor, such as `8.3 : 1` or `1 : 20`. */
function oddsLabel(log: number): string {
	const size = Math.exp(Math.abs(log));
	const times = size >= 1000 ? "over 1,000" : size >= 10 ? size.toFixed(0) : size.toFixed(1);
	return log >= 0 ? `${times} : 1` : `1 : ${times}`;
}

function title(byDays: Change, bySources: Change | null): string {
	const evidence = evidenceFor(byDays.log_bayes_factor);
	if (evidence === undefined) return "No evidence that the rate of reported incidents changed";
	const when = monthLabel(byDays.mode);
	if (bySources === null || bySources.log_bayes_factor > 0)
		return `${evidence} evidence that the incident rate changed, most likely in ${when}`;
	const whole = `${evidence} evidence of a rate change, most likely ${when}; source coverage may explain it`;
	return whole.length <= 90 ? whole : `${evidence} evidence of a rate change; source coverage may explain it`;
}

/**
 * Probability of each month as the first after one change of the rate, per observed day and per reporting source, with
 * the odds of a change against none (Bayes factors, allowing for clustering). Excludes aggregate reports and other
 * borders.
 *
 * @throws NotEnoughDataError without an incident or with a single month
 * @example
 * charts.rateChange(dossier).table[0].first_month_after // → "2022-02-01"
 */
export function rateChange(dossier: Dossier): Figure {
	requireData(dossier, rateChangeNeeds);
	const { byDays, bySources } = numbersOf(dossier);
	const { counts } = byDays;
	const provenance = provenanceOf(dossier);
	const all = [...byDays.rows, ...(bySources?.rows ?? [])];
	const top = Math.max(...all.flatMap(({ probability, probability_poisson }) => [probability, probability_poisson]));
	const panels = [
		{
			change: byDays,
			label: `Incidents per ${daysOfRate} days`,
			axis: "",
			domain: bySources === null ? [0, 0.92] : [0.56, 0.92],
			color: colours.incident,
		},
		...(bySources === null
			? []
			: [
					{
						change: bySources,
						label: `Incidents per ${daysOfRate} days, adjusted for sources reporting`,
						axis: "2" as const,
						domain: [0, 0.36] as const,
						color: colours.third_party,
					},
				]),
	] as const;
	const ends = new Map(counts.rows.map(({ period, period_end }) => [period, period_end]));
	const data: Data[] = panels.flatMap(({ change, axis, color }): Data[] => {
		const { x, width } = barsOver(
			change.rows.map(({ period }) => ({ period, period_end: ends.get(period) ?? period })),
			counts.window,
		);
		const on = { x, xaxis: `x${axis}`, yaxis: `y${axis}`, showlegend: axis === "" };
		return [
			{
				...on,
				width,
				type: "bar",
				name: "allowing for clustering",
				y: change.rows.map(({ probability }) => probability),
				marker: { color },
				hovertext: change.rows.map(
					({ period, probability, probability_poisson }) =>
						`<b>change in ${monthLabel(period)}</b><br>probability: ${small(probability)}<br>if incidents are independent: ${small(probability_poisson)}`,
				),
				hoverinfo: "text",
			},
			{
				...on,
				type: "scatter",
				mode: "markers",
				name: "assuming independent incidents",
				// A ring on every month that is out of the question would hide the rest.
				y: change.rows.map(({ probability_poisson: p }) => (p < 0.01 ? null : p)),
				marker: { symbol: "circle-open", size: 5, color: ink.soft },
				hoverinfo: "skip",
				cliponaxis: false,
			},
		];
	});
	const time = timeAxis(counts.window);
	const scale: Partial<NonNullable<Layout["yaxis"]>> = {
		range: [0, top * 1.1],
		gridcolor: ink.grid,
		zeroline: false,
		tickformat: ".0%",
		nticks: 4,
	};
	const oddsNote = (change: Change, what: string) =>
		`${what}: odds of a change against none ${oddsLabel(change.log_bayes_factor)} allowing for clustering, ${oddsLabel(change.log_bayes_factor_poisson)} assuming independent incidents. Odds of a change with independent incidents against clustering without a change: ${oddsLabel(change.log_bayes_factor_clusters)}.`;
	const interval = (change: Change) => `${monthLabel(change.from)} to ${monthLabel(change.to)}`;
	return frame(
		{
			id: "rate-change",
			subject: "frequency",
			plotHeight: 400,
			data,
			layout: {
				margin: { l: 56, r: 36, t: 26, b: 48 },
				xaxis: { ...time, anchor: "y", showticklabels: panels[1] === undefined },
				yaxis: { ...scale, domain: [...panels[0].domain], anchor: "x" } as NonNullable<Layout["yaxis"]>,
				...(panels[1] === undefined
					? {}
					: {
							xaxis2: { ...time, anchor: "y2" },
							yaxis2: { ...scale, domain: [...panels[1].domain], anchor: "x2" } as NonNullable<Layout["yaxis"]>,
						}),
				annotations: panels.map(({ change, label, domain }) => ({
					text: `<b>${label}</b>: ${change.rate_before.toFixed(1)} before, ${change.rate_after.toFixed(1)} after; odds of a change ${oddsLabel(change.log_bayes_factor)}`,
					xref: "paper" as const,
					yref: "paper" as const,
					x: 0,
					y: domain[1] + 0.02,
					xanchor: "left" as const,
					yanchor: "bottom" as const,
					align: "left" as const,
					showarrow: false,
				})),
				showlegend: true,
				legend: { orientation: "h", x: 1, xanchor: "right", y: 1.01, yanchor: "bottom" },
			},
			table: panels.flatMap(({ change }) =>
				change.rows.map(({ period, probability, probability_poisson }) => ({
					exposure: change.exposure,
					first_month_after: period,
					probability,
					probability_independent: probability_poisson,
				})),
			),
		},
		{
			title: title(byDays, bySources),
			subtitle: "Probability of each month as the first after the change, given that the rate changed once",
			caption: captionLabel(provenance, countLabel(counts.n, "incident"), counts.excluded),
			notes: [
				...selectionNotes(dossier, counts),
				reportedNote,
				startNote,
				oddsNote(byDays, "By observed days"),
				...(bySources === null ? [noCoverageNote] : [oddsNote(bySources, "Adjusted for sources reporting")]),
				...(evidenceFor(byDays.log_bayes_factor) !== undefined && bySources !== null && bySources.log_bayes_factor <= 0
					? [
							"Adjusted for the number of sources there is no evidence of a change, so less source coverage may explain it.",
						]
					: []),
				`Odds are Bayes factors. Above ${evidenceGrades.map(({ odds, word }) => `${odds} : 1 evidence is ${word.toLowerCase()}`).join(", above ")} (Jeffreys 1961; Lee & Wagenmakers 2013).`,
				"Independent incidents: Poisson, exact. Clustering: negative binomial, summed over a grid.",
				...(bySources === null
					? []
					: [
							"Adjusted for sources: a month weighs by its number of reporting sources divided by their mean, at least one source.",
						]),
				`Prior of each rate: Gamma(${byDays.prior.shape}, ${byDays.prior.rate}).`,
				`${percentLabel(intervalLevel)} credible interval of the month, allowing for clustering: ${interval(byDays)} by observed days${bySources === null ? "" : `, ${interval(bySources)} adjusted for sources`}.`,
				...(bySources === null
					? []
					: ["Sources are seen only when they report an incident, so the adjusted panel tends towards no change."]),
			],
			alt: `${bySources === null ? "Bars" : "Two rows of bars"} show the probability of a change in each month, most likely ${monthLabel(byDays.mode)}. The odds of a change against none are ${oddsLabel(byDays.log_bayes_factor)}${bySources === null ? "" : `, and ${oddsLabel(bySources.log_bayes_factor)} adjusted for sources reporting`}.`,
		},
		provenance,
	);
}
