import type { Data, Layout } from "plotly.js-dist";
import type { Change } from "../../frequency/rate-change.js";
import { colours, type Figure, frame, ink, type Provenance } from "../parts/frame.js";
import { excludedLabel, monthLabel, percentLabel, periodLabel } from "../parts/labels.js";
import { timeAxis } from "./axes.js";

/** Natural logarithm of 10: the usual mark of strong evidence (Jeffreys 1961). */
const strong = Math.log(10);

const small = (share: number) => (share < 0.005 ? "under 1 %" : percentLabel(share));

/** Odds from the logarithm of a Bayes factor, such as `8.3 : 1` or `1 : 20`. */
function oddsWords(log: number): string {
	const size = Math.exp(Math.abs(log));
	const times = size >= 1000 ? "over 1,000" : size >= 10 ? size.toFixed(0) : size.toFixed(1);
	return log >= 0 ? `${times} : 1` : `1 : ${times}`;
}

function finding(events: Change, watched: Change): string {
	const [log, odds] = [events.log_bayes_factor, oddsWords(events.log_bayes_factor)];
	if (log <= strong)
		return `Bursts allowed for, the odds of a change of rate against none are ${odds}, short of the 10 : 1 that count as strong`;
	const when = `The rate of reported incidents changed, most likely at ${monthLabel(events.mode)} (${odds}, bursts allowed for)`;
	return watched.log_bayes_factor > strong
		? `${when}, and the number of sources does not explain it`
		: `${when}; per source that spoke it did not`;
}

/**
 * How likely the rate changed at each month: on the days observed, and on the sources that spoke.
 *
 * @param events the change with `days` as exposure
 * @param watched the same with `active_sources`
 */
export function rateChangeChart(events: Change, watched: Change, provenance: Provenance): Figure {
	const all = [...events.rows, ...watched.rows];
	const top = Math.max(...all.flatMap(({ probability, probability_poisson }) => [probability, probability_poisson]));
	const panels = [
		{ change: events, words: "Incidents per 30 days", axis: "", domain: [0.52, 0.87], color: colours.incident },
		{
			change: watched,
			words: "The same, per source that spoke",
			axis: "2",
			domain: [0, 0.35],
			color: colours.third_party,
		},
	] as const;
	const data: Data[] = panels.flatMap(({ change, axis, color }): Data[] => {
		const on = {
			x: change.rows.map(({ period }) => period),
			xaxis: `x${axis}`,
			yaxis: `y${axis}`,
			xperiod: "M1",
			xperiodalignment: "middle" as const,
			showlegend: axis === "",
		};
		return [
			{
				...on,
				type: "bar",
				name: "if incidents come in bursts",
				y: change.rows.map(({ probability }) => probability),
				marker: { color },
				hovertext: change.rows.map(
					({ period, probability, probability_poisson }) =>
						`<b>change at ${monthLabel(period)}</b><br>${small(probability)} if incidents come in bursts<br>${small(probability_poisson)} if they come one by one`,
				),
				hoverinfo: "text",
			},
			{
				...on,
				type: "scatter",
				mode: "markers",
				name: "if they come one by one",
				// A ring on every month that is out of the question would hide the rest.
				y: change.rows.map(({ probability_poisson: p }) => (p < 0.01 ? null : p)),
				marker: { symbol: "circle-open", size: 5, color: ink.soft },
				hoverinfo: "skip",
				cliponaxis: false,
			},
		];
	});
	const time = timeAxis(provenance.observed_from, provenance.observed_to);
	const scale: Partial<NonNullable<Layout["yaxis"]>> = {
		range: [0, top * 1.1],
		gridcolor: ink.grid,
		zeroline: false,
		tickformat: ".0%",
		nticks: 4,
	};
	return frame(
		{
			id: "change-of-rate",
			subject: "frequency",
			plotHeight: 420,
			data,
			layout: {
				bargap: 0.1,
				margin: { l: 56, r: 24, t: 26, b: 48 },
				xaxis: { ...time, anchor: "y", showticklabels: false },
				xaxis2: { ...time, anchor: "y2" },
				yaxis: { ...scale, domain: [...panels[0].domain], anchor: "x" } as NonNullable<Layout["yaxis"]>,
				yaxis2: { ...scale, domain: [...panels[1].domain], anchor: "x2" } as NonNullable<Layout["yaxis"]>,
				annotations: panels.map(({ change, words, domain }) => ({
					text: `<b>${words}</b>: ${change.rate_before.toFixed(1)} before, ${change.rate_after.toFixed(1)} after. Odds of a change against none: ${oddsWords(change.log_bayes_factor)} in bursts, ${oddsWords(change.log_bayes_factor_poisson)} one by one;<br>of a change one by one against bursts alone: ${oddsWords(change.log_bayes_factor_clusters)}`,
					xref: "paper" as const,
					yref: "paper" as const,
					x: 0,
					y: domain[1] + 0.11,
					xanchor: "left" as const,
					yanchor: "top" as const,
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
					probability_one_by_one: probability_poisson,
				})),
			),
		},
		{
			title: finding(events, watched),
			subtitle: "Probability of each month as the first after one change of rate, given that there was one",
			caption: `${periodLabel(provenance)}. n = ${events.counts.n} incidents by month. ${excludedLabel(events.counts.excluded)} Odds are Bayes factors; 10 : 1 is strong. One by one: Poisson, exact; in bursts: negative binomial, summed over a grid. Below, a month weighs by its sources over their mean. Prior of each rate Gamma(${events.prior.shape}, ${events.prior.rate}). Middle 95 % in bursts: above ${monthLabel(events.from)} to ${monthLabel(events.to)}, below ${monthLabel(watched.from)} to ${monthLabel(watched.to)}. Sources are seen only where they speak of an incident, so the lower panel leans towards no change.`,
			alt: `Two rows of bars over months. By days observed the likeliest change is ${monthLabel(events.mode)}; odds against no change ${oddsWords(events.log_bayes_factor)} in bursts and ${oddsWords(events.log_bayes_factor_poisson)} one by one, and of a change one by one against bursts alone ${oddsWords(events.log_bayes_factor_clusters)}. Per source that spoke: ${oddsWords(watched.log_bayes_factor)} in bursts.`,
		},
		provenance,
	);
}
