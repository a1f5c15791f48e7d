import type { Counts } from "../frequency/counts.js";
import type { RateRow } from "../frequency/rates.js";
import { colours, type Figure, frame, ink, type Provenance } from "./frame.js";
import { leftOutWords, windowWords } from "./words.js";

/**
 * Incidents per 30 days observed for each year, as points with Garwood intervals, n and days beside them.
 *
 * @param rates rates by year, ungrouped
 * @param counts the counts they were made from
 */
export function ratePerYear(rates: readonly RateRow[], counts: Counts, provenance: Provenance): Figure {
	const years = rates.map(({ period }) => period.slice(0, 4));
	const highest = rates.reduce((best, row) => (row.rate_per_30_days > best.rate_per_30_days ? row : best));
	const lowest = rates.reduce((best, row) => (row.rate_per_30_days < best.rate_per_30_days ? row : best));
	const isApart = highest.low > lowest.high;
	const rate = (row: RateRow) => row.rate_per_30_days.toFixed(1);
	const limits = (row: RateRow) => `${row.low.toFixed(1)} to ${row.high.toFixed(1)}`;
	return frame(
		{
			id: "rate-per-year",
			subject: "frequency",
			plotHeight: 280,
			data: [
				{
					type: "scatter",
					mode: "markers",
					x: years,
					y: rates.map((row) => row.rate_per_30_days),
					marker: { size: 11, color: colours.incident },
					error_y: {
						type: "data",
						symmetric: false,
						array: rates.map((row) => row.high - row.rate_per_30_days),
						arrayminus: rates.map((row) => row.rate_per_30_days - row.low),
						color: colours.incident,
						thickness: 2,
						width: 6,
					},
					hovertext: rates.map(
						(row, index) =>
							`${years[index]}: ${rate(row)} per 30 days (${limits(row)})<br>${row.n} incidents in ${row.days_observed} days`,
					),
					hoverinfo: "text",
				},
			],
			layout: {
				margin: { l: 56, r: 24, t: 10, b: 62 },
				xaxis: {
					type: "category",
					showgrid: false,
					linecolor: ink.line,
					tickvals: years,
					ticktext: rates.map((row, index) => `<b>${years[index]}</b><br>n = ${row.n}<br>${row.days_observed} days`),
					range: [-0.5, years.length - 0.5],
				},
				yaxis: {
					rangemode: "tozero",
					gridcolor: ink.grid,
					zeroline: false,
					title: { text: "incidents per 30 days", standoff: 8 },
				},
				annotations: rates.map((row, index) => ({
					x: index,
					y: row.rate_per_30_days,
					text: rate(row),
					xanchor: "left" as const,
					xshift: 12,
					showarrow: false,
					font: { size: 13 },
				})),
			},
			table: rates.map(({ period, n, days_observed, rate_per_30_days, low, high, is_part }) => ({
				year: period.slice(0, 4),
				incidents: n,
				days_observed,
				rate_per_30_days,
				low,
				high,
				part_year: is_part,
			})),
		},
		{
			title: isApart
				? `From ${rate(highest)} reported incidents per 30 days in ${highest.period.slice(0, 4)} to ${rate(lowest)} in ${lowest.period.slice(0, 4)}: the intervals of the two years lie apart`
				: `From ${rate(lowest)} to ${rate(highest)} reported incidents per 30 days: no two years are told apart by their intervals`,
			subtitle: "Incidents per 30 days observed, by year, with 95 % intervals; n and days observed below each year",
			caption: `${windowWords(provenance)}. n = ${counts.n} incidents. ${leftOutWords(counts.left_out)} Part-years are rated on the days observed. Intervals are Garwood's: they hold chance in the counts, not a change in who was reporting, and are too narrow where incidents come in bursts.`,
			alt: `Rates per 30 days with 95 % intervals: ${rates.map((row, index) => `${years[index]} ${rate(row)} (${limits(row)}, n ${row.n})`).join("; ")}.`,
		},
		provenance,
	);
}
