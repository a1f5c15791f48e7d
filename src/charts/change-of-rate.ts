import type { Data, Layout } from "plotly.js-dist";
import type { Change } from "../frequency/changes.js";
import { colours, type Figure, frame, ink, type Provenance } from "./frame.js";
import { timeAxis } from "./frequency-axes.js";
import { leftOutWords, monthWords, percentWords, windowWords } from "./words.js";

/** Natural logarithm of 10: the usual mark of strong evidence (Jeffreys 1961). */
const strong = Math.log(10);

const times = (log: number) => {
	const size = Math.exp(Math.abs(log));
	return size >= 1000 ? "over 1,000" : size >= 10 ? size.toFixed(0) : size.toFixed(1);
};

/** Which of two explanations the counts favour, and by what odds. */
function odds(log: number, rival: string): string {
	return log >= 0 ? `a change beats ${rival} by ${times(log)} : 1` : `${rival} beats a change by ${times(log)} : 1`;
}

/**
 * How likely the rate changed at each month: on the days observed, and on the sources that spoke.
 *
 * @param events the change with `days` as exposure
 * @param watched the same with `active_sources`
 */
export function changeOfRateChart(events: Change, watched: Change, provenance: Provenance): Figure {
	const top = Math.max(...events.rows.concat(watched.rows).map(({ probability }) => probability)) * 1.1;
	const panels = [
		{ change: events, words: "Incidents per 30 days", axis: "", domain: [0.56, 0.95], color: colours.incident },
		{
			change: watched,
			words: "The same, per source that spoke",
			axis: "2",
			domain: [0, 0.39],
			color: colours.third_party,
		},
	] as const;
	const data: Data[] = panels.map(({ change, axis, color }) => ({
		type: "bar",
		x: change.rows.map(({ period }) => period),
		y: change.rows.map(({ probability }) => probability),
		xaxis: `x${axis}`,
		yaxis: `y${axis}`,
		xperiod: "M1",
		xperiodalignment: "middle",
		marker: { color },
		hovertext: change.rows.map(
			({ period, probability }) => `change at ${monthWords(period)}: ${percentWords(probability)}`,
		),
		hoverinfo: "text",
	}));
	const time = timeAxis(provenance.observed_from, provenance.observed_to);
	const scale: Partial<NonNullable<Layout["yaxis"]>> = {
		range: [0, top],
		gridcolor: ink.grid,
		zeroline: false,
		tickformat: ".0%",
		nticks: 4,
	};
	const holds = events.log_bayes_factor_clusters > strong && watched.log_bayes_factor_clusters > strong;
	const isSeen = events.log_bayes_factor > strong;
	return frame(
		{
			id: "change-of-rate",
			subject: "frequency",
			plotHeight: 380,
			data,
			layout: {
				bargap: 0.1,
				margin: { l: 56, r: 24, t: 8, b: 48 },
				xaxis: { ...time, anchor: "y", showticklabels: false },
				xaxis2: { ...time, anchor: "y2" },
				yaxis: { ...scale, domain: [0.56, 0.95] as [number, number], anchor: "x" } as NonNullable<Layout["yaxis"]>,
				yaxis2: { ...scale, domain: [0, 0.39] as [number, number], anchor: "x2" } as NonNullable<Layout["yaxis"]>,
				annotations: panels.map(({ change, words, domain }) => ({
					text: `<b>${words}</b>: ${change.rate_before.toFixed(1)} before, ${change.rate_after.toFixed(1)} after; ${odds(change.log_bayes_factor, "constancy")}, ${odds(change.log_bayes_factor_clusters, "clustering")}`,
					xref: "paper" as const,
					yref: "paper" as const,
					x: 0,
					y: domain[1] + 0.065,
					xanchor: "left" as const,
					yanchor: "top" as const,
					showarrow: false,
				})),
			},
			table: panels.flatMap(({ change }) =>
				change.rows.map(({ period, probability }) => ({
					exposure: change.exposure,
					first_month_after: period,
					probability,
				})),
			),
		},
		{
			title: holds
				? `The rate of reported incidents changed, most likely at ${monthWords(events.mode)}, and clusters or the number of sources do not explain it`
				: isSeen
					? `A change of rate explains the counts better than one even rate, but ${events.log_bayes_factor_clusters < -strong ? "bursts at a constant rate explain them better still" : "bursts or the number of sources explain them too"}`
					: "The counts do not tell a change of rate from chance",
			subtitle: "Probability of each month as the first after one change of rate, given that there was one",
			caption: `${windowWords(provenance)}. n = ${events.counts.n} incidents by month. ${leftOutWords(events.counts.left_out)} Odds are Bayes factors: one change of a Poisson rate over one constant rate (constancy), and over one constant rate with bursts (clustering, negative binomial). Exact posterior; below, a month weighs by its sources over their mean; prior Gamma(${events.prior.shape}, ${events.prior.rate}). Middle 95 %: above ${monthWords(events.from)} to ${monthWords(events.to)}, below ${monthWords(watched.from)} to ${monthWords(watched.to)}. Sources are seen only where they speak of an incident, so the lower panel leans towards no change.`,
			alt: `Two rows of bars over months. By days observed the likeliest change is ${monthWords(events.mode)}: ${odds(events.log_bayes_factor, "constancy")}, ${odds(events.log_bayes_factor_clusters, "clustering")}. By sources: ${odds(watched.log_bayes_factor, "constancy")}, ${odds(watched.log_bayes_factor_clusters, "clustering")}.`,
		},
		provenance,
	);
}
