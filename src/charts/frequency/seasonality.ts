import type { RateRow } from "../../frequency/rates.js";
import type { Seasons, SeasonTest } from "../../frequency/seasons.js";
import { colours, type Figure, frame, ink, type Provenance } from "../parts/frame.js";
import {
	countLabel,
	excludedLabel,
	joinList,
	monthLabel,
	percentLabel,
	periodLabel,
	probabilityLabel,
} from "../parts/labels.js";
import { countAxis, limitBars } from "./axes.js";

const nameOf = (month: number) => monthLabel(`2000-${String(month).padStart(2, "0")}-01`).slice(0, -5);
const waterYear = ({ period, period_end }: RateRow) => `${period.slice(0, 4)}/<br>${period_end.slice(0, 4)}`;

function finding({ rows, years }: Seasons, { p }: SeasonTest): string {
	const highest = rows.reduce((best, row) => (row.rate_per_30_days > best.rate_per_30_days ? row : best));
	const own = years.filter(({ month }) => month === highest.month).map(({ count }) => count);
	const share = Math.max(...own) / Math.max(1, highest.count);
	if (p >= 0.05)
		return `The data cannot tell a season: in shuffled years the months differ as much with ${probabilityLabel(p)}`;
	if (rows.every((row) => row === highest || row.high < highest.low) && share <= 0.5)
		return `More incidents are reported in ${nameOf(highest.month)} than in any other month of the year`;
	return `Months differ by more than chance, but no month stands out of its interval; ${percentLabel(share)} of ${nameOf(highest.month)}'s incidents fell in one year`;
}

/**
 * Incidents per 30 days by month of the year with intervals, each year as a faint ring, and beside it the rate of
 * each water year.
 *
 * @param test whether months differ by more than bursts explain
 * @param byYear rates by water year
 */
export function seasonality(
	seasons: Seasons,
	test: SeasonTest,
	byYear: readonly RateRow[],
	provenance: Provenance,
): Figure {
	const { rows, years, counts, dispersion } = seasons;
	const x = rows.map(({ month }) => nameOf(month).slice(0, 3));
	const few = [...new Set(rows.map(({ n_years }) => n_years))].sort((a, b) => a - b);
	const points = (own: readonly Pick<RateRow, "rate_per_30_days" | "low" | "high">[], labels: readonly string[]) => ({
		type: "scatter" as const,
		mode: "markers" as const,
		x: [...labels],
		y: own.map((row) => row.rate_per_30_days),
		marker: { color: colours.incident, size: 9 },
		error_y: limitBars(
			own.map((row) => ({ ...row, at: row.rate_per_30_days })),
			{ color: colours.incident, thickness: 2, width: 4 },
		),
		hoverinfo: "text" as const,
	});
	const rate = (row: Pick<RateRow, "rate_per_30_days" | "low" | "high">) =>
		`${row.rate_per_30_days.toFixed(2)} per 30 days (${row.low.toFixed(2)} to ${row.high.toFixed(2)})`;
	// Vague dates are spread, so a month may hold a part of an incident.
	const number = (count: number) => countLabel(Number(count.toFixed(1)), "incident");
	return frame(
		{
			id: "time-of-year",
			subject: "frequency",
			plotHeight: 300,
			data: [
				{
					type: "scatter",
					mode: "markers",
					name: "single months",
					x: years.map(({ month }) => nameOf(month).slice(0, 3)),
					y: years.map((row) => row.rate_per_30_days),
					marker: { color: ink.line, size: 5, symbol: "circle-open" },
					hovertext: years.map(
						({ year, month, count }) =>
							`<b>${nameOf(month)} ${month >= 10 && seasons.year_kind === "water" ? year - 1 : year}</b><br>${number(count)}`,
					),
					hoverinfo: "text",
				},
				{
					...points(rows, x),
					name: "all years, with 95 % interval",
					hovertext: rows.map(
						(row) => `<b>${nameOf(row.month)}, ${row.n_years} years</b><br>${number(row.count)}<br>${rate(row)}`,
					),
				},
				{
					...points(byYear, byYear.map(waterYear)),
					xaxis: "x2",
					yaxis: "y2",
					marker: {
						color: byYear.map(({ is_part }) => (is_part ? ink.paper : colours.incident)),
						size: 9,
						line: { color: colours.incident, width: 2 },
					},
					showlegend: false,
					hovertext: byYear.map(
						(row) =>
							`<b>October ${row.period.slice(0, 4)} to September ${row.period_end.slice(0, 4)}</b><br>${number(row.n)} in ${row.days_observed} days<br>${rate(row)}`,
					),
				},
			],
			layout: {
				margin: { l: 56, r: 24, t: 26, b: 46 },
				xaxis: {
					type: "category",
					categoryorder: "array",
					categoryarray: x,
					range: [-0.5, 11.5],
					domain: [0, 0.62],
					showgrid: false,
					linecolor: ink.line,
				},
				xaxis2: {
					type: "category",
					range: [-0.5, byYear.length - 0.5],
					domain: [0.66, 1],
					anchor: "y2",
					tickangle: 0,
					showgrid: false,
					linecolor: ink.line,
				},
				yaxis: countAxis("incidents per 30 days"),
				yaxis2: countAxis("", { anchor: "x2", matches: "y", showticklabels: false }),
				annotations: [
					{
						text: "by water year, October to September",
						xref: "paper",
						yref: "paper",
						x: 0.66,
						y: 1,
						xanchor: "left",
						yanchor: "bottom",
						yshift: 4,
						showarrow: false,
					},
				],
				showlegend: true,
				legend: { orientation: "h", x: 0, xanchor: "left", y: 1, yanchor: "bottom" },
			},
			table: rows.map(({ month, ...row }) => ({ month, name: nameOf(month), ...row })),
		},
		{
			title: finding(seasons, test),
			subtitle: `Incidents per 30 days by month of the year, ${seasons.year_kind === "water" ? "in the order of the Helmand's water year, from October" : "from January"}, and by water year; rings are single months, lines 95 % intervals`,
			caption: `${periodLabel(provenance)}. n = ${countLabel(counts.n, "incident")}; dates known to a week or a month are spread over it. Each month was observed in ${joinList(few.map(String))} years. ${excludedLabel(counts.excluded)} Intervals are Garwood's, too narrow where incidents come in bursts. Against one rate for all months: dispersion ${dispersion.index.toFixed(1)}; with the months of all years shuffled ${test.draws.toLocaleString("en")} times, which leaves bursts whole, ${probabilityLabel(test.p)}. Hollow: observed in part.`,
			alt: `Points for twelve months with intervals: ${rows.map((row) => `${nameOf(row.month)} ${row.rate_per_30_days.toFixed(1)}`).join(", ")} per 30 days; and for ${byYear.length} water years.`,
		},
		provenance,
	);
}
