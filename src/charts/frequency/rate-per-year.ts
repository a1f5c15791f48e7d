import type { Counts } from "../../frequency/counts.js";
import type { Watched } from "../../frequency/coverage.js";
import type { RateRow } from "../../frequency/rates.js";
import { colours, type Figure, frame, ink, type Provenance } from "../parts/frame.js";
import { excludedLabel, periodLabel } from "../parts/labels.js";
import { countAxis, limitBars } from "./axes.js";

/** Highest and lowest rate, and whether their intervals lie apart. */
function extremes(rows: readonly RateRow[]) {
	const [first] = rows;
	if (first === undefined) throw new RangeError("needs a year or more");
	const highest = rows.reduce((best, row) => (row.rate_per_30_days > best.rate_per_30_days ? row : best), first);
	const lowest = rows.reduce((best, row) => (row.rate_per_30_days < best.rate_per_30_days ? row : best), first);
	return { highest, lowest, isApart: highest.low > lowest.high };
}

/**
 * Incidents per 30 days observed for each year, with the interval if incidents come one by one and the wider one
 * that their bursts ask for; years in which mostly too few sources spoke are hollow.
 *
 * @param rates rates by year, ungrouped, marked for thin coverage by month
 * @param burst the same rates with the dispersion of months within years
 * @param dispersion variance over mean of months within years
 * @param counts the counts they were made from
 */
export function ratePerYear(
	rates: readonly (RateRow & Watched)[],
	burst: readonly RateRow[],
	dispersion: number,
	counts: Counts,
	provenance: Provenance,
): Figure {
	const years = rates.map(({ period }) => period.slice(0, 4));
	const { highest, lowest, isApart } = extremes(burst);
	const isApartAlone = extremes(rates).isApart;
	const rate = (row: RateRow) => row.rate_per_30_days.toFixed(1);
	const limits = (row: RateRow) => `${row.low.toFixed(1)} to ${row.high.toFixed(1)}`;
	const from = `From ${rate(highest)} reported incidents per 30 days in ${highest.period.slice(0, 4)} to ${rate(lowest)} in ${lowest.period.slice(0, 4)}`;
	const points = {
		type: "scatter" as const,
		mode: "markers" as const,
		x: years,
		y: rates.map((row) => row.rate_per_30_days),
	};
	const bars = (rows: readonly RateRow[], thickness: number, width: number) =>
		limitBars(
			rows.map((row) => ({ ...row, at: row.rate_per_30_days })),
			{ color: colours.incident, thickness, width },
		);
	return frame(
		{
			id: "rate-per-year",
			subject: "frequency",
			plotHeight: 290,
			data: [
				{ ...points, marker: { size: 1, color: colours.incident }, error_y: bars(burst, 1, 6), hoverinfo: "skip" },
				{
					...points,
					marker: {
						size: 11,
						color: rates.map(({ low_coverage }) => (low_coverage ? ink.paper : colours.incident)),
						line: { color: colours.incident, width: 2 },
					},
					error_y: bars(rates, 4, 0),
					hovertext: rates.map(
						(row, index) =>
							`<b>${years[index]}: ${rate(row)} per 30 days</b><br>95 % interval ${limits(row)}<br>with bursts ${limits(burst[index] ?? row)}<br>${row.n} incidents in ${row.days_observed} days<br>too few sources spoke on ${row.thin_days} of them`,
					),
					hoverinfo: "text",
				},
			],
			layout: {
				margin: { l: 56, r: 24, t: 10, b: 78 },
				xaxis: {
					type: "category",
					showgrid: false,
					linecolor: ink.line,
					tickvals: years,
					ticktext: rates.map(
						(row, index) =>
							`<b>${years[index]}</b><br>n = ${row.n}<br>${row.days_observed} days<br>${row.thin_days} thin`,
					),
					range: [-0.5, years.length - 0.5],
				},
				yaxis: countAxis("incidents per 30 days"),
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
			table: rates.map(({ period, n, days_observed, rate_per_30_days, low, high, is_part, thin_days }, index) => ({
				year: period.slice(0, 4),
				incidents: n,
				days_observed,
				rate_per_30_days,
				low,
				high,
				low_overdispersed: burst[index]?.low ?? null,
				high_overdispersed: burst[index]?.high ?? null,
				part_year: is_part,
				thin_days,
			})),
		},
		{
			title: isApart
				? `${from}: the two years are told apart, bursts allowed for`
				: isApartAlone
					? `${from}: told apart only if incidents came one by one`
					: `From ${rate(lowest)} to ${rate(highest)} reported incidents per 30 days: no two years are told apart by their intervals`,
			subtitle:
				"Incidents per 30 days observed, by year, with 95 % intervals: thick if incidents came one by one, thin if they come in bursts as the months of a year do; hollow: on most days too few sources spoke",
			caption: `${periodLabel(provenance)}. n = ${counts.n} incidents. ${excludedLabel(counts.excluded)} Part-years are rated on the days observed; "thin" are days of months in which fewer sources spoke than it takes to call it quiet, and a rate of mostly thin days is not safe to read. Thick: Garwood's. Thin: the same with the variance of months within years, ${dispersion.toFixed(1)} times Poisson's. Neither holds a change in who was reporting.`,
			alt: `Rates per 30 days with 95 % intervals, bursts allowed for: ${burst.map((row, index) => `${years[index]} ${rate(row)} (${limits(row)}, n ${row.n})`).join("; ")}.`,
		},
		provenance,
	);
}
