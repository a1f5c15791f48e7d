import type { Seasons } from "../frequency/seasons.js";
import { colours, type Figure, frame, ink, type Provenance } from "./frame.js";
import { probabilityWords } from "./frequency-axes.js";
import { countWords, leftOutWords, listWords, monthWords, percentWords, windowWords } from "./words.js";

const nameOf = (month: number) => monthWords(`2000-${String(month).padStart(2, "0")}-01`).slice(0, -5);

/** Incidents per 30 days by month of the year with intervals, each year as a faint dot. */
export function timeOfYear(seasons: Seasons, provenance: Provenance): Figure {
	const { rows, years, counts, dispersion } = seasons;
	const highest = rows.reduce((best, row) => (row.rate_per_30_days > best.rate_per_30_days ? row : best));
	const ownYears = years.filter(({ month }) => month === highest.month).map(({ count }) => count);
	const largest = Math.max(...ownYears);
	const share = largest / Math.max(1, highest.count);
	const isApart = rows.every((row) => row === highest || row.high < highest.low);
	const x = rows.map(({ month }) => nameOf(month).slice(0, 3));
	const isTold = dispersion.p < 0.05;
	const few = [...new Set(rows.map(({ n_years }) => n_years))].sort((a, b) => a - b);
	return frame(
		{
			id: "time-of-year",
			subject: "frequency",
			plotHeight: 300,
			data: [
				{
					type: "scatter",
					mode: "markers",
					name: "single years",
					x: years.map(({ month }) => nameOf(month).slice(0, 3)),
					y: years.map(({ count }) => count),
					marker: { color: ink.line, size: 5, symbol: "circle-open" },
					hovertext: years.map(({ year, month, count }) => `${nameOf(month)}, year ${year}: ${count.toFixed(1)}`),
					hoverinfo: "text",
				},
				{
					type: "scatter",
					mode: "markers",
					name: "all years, with 95 % interval",
					x,
					y: rows.map((row) => row.rate_per_30_days),
					marker: { color: colours.incident, size: 10 },
					error_y: {
						type: "data",
						symmetric: false,
						array: rows.map((row) => row.high - row.rate_per_30_days),
						arrayminus: rows.map((row) => row.rate_per_30_days - row.low),
						color: colours.incident,
						thickness: 2,
						width: 5,
					},
					hovertext: rows.map(
						(row) =>
							`${nameOf(row.month)}: ${row.rate_per_30_days.toFixed(2)} per 30 days (${row.low.toFixed(2)} to ${row.high.toFixed(2)})`,
					),
					hoverinfo: "text",
				},
			],
			layout: {
				margin: { l: 56, r: 24, t: 26, b: 34 },
				xaxis: {
					type: "category",
					categoryorder: "array",
					categoryarray: x,
					range: [-0.5, 11.5],
					showgrid: false,
					linecolor: ink.line,
				},
				yaxis: {
					rangemode: "tozero",
					gridcolor: ink.grid,
					zeroline: false,
					title: { text: "incidents per 30 days", standoff: 8 },
				},
				showlegend: true,
				legend: { orientation: "h", x: 1, xanchor: "right", y: 1, yanchor: "bottom" },
			},
			table: rows.map(({ month, ...row }) => ({ month, name: nameOf(month), ...row })),
		},
		{
			title: !isTold
				? "The data cannot tell a season: the months differ no more than chance would make them"
				: isApart && share <= 0.5
					? `More incidents are reported in ${nameOf(highest.month)} than in any other month of the year`
					: `Months differ by more than chance, but ${percentWords(share)} of ${nameOf(highest.month)}'s incidents fell in one year: too little to tell a season`,
			subtitle: `Incidents per 30 days by month of the year, ${seasons.year_kind === "water" ? "in the order of the Helmand's water year, from October" : "from January"}; circles are the counts of single years`,
			caption: `${windowWords(provenance)}. n = ${countWords(counts.n, "incident")}; dates known to a week or a month are spread over it. Each month was observed in ${listWords(few.map(String))} years. ${leftOutWords(counts.left_out)} Against one rate for all months: dispersion ${dispersion.index.toFixed(1)}, ${probabilityWords(dispersion.p)}, a test that takes bursts for seasons.`,
			alt: `Points for twelve months with intervals: ${rows.map((row) => `${nameOf(row.month)} ${row.rate_per_30_days.toFixed(1)}`).join(", ")} per 30 days.`,
		},
		provenance,
	);
}
