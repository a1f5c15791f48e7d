import type { Intervals } from "../frequency/intervals.js";
import { colours, type Figure, frame, ink, type Provenance } from "./frame.js";
import { probabilityWords } from "./frequency-axes.js";
import { dayWords, leftOutWords, windowWords } from "./words.js";

/** Share of the gaps between incidents that last at least so many days, against one constant rate. */
export function daysBetween(intervals: Intervals, provenance: Provenance): Figure {
	const { rows, n, longest, longest_p, mean_days } = intervals;
	const mean = mean_days ?? 0;
	const ordered = rows.map(({ days }) => days).sort((a, b) => a - b);
	const most = ordered.at(-1) ?? 0;
	// Whole days: geometric, the discrete counterpart of a constant rate.
	const stays = mean / (1 + mean);
	const grid = Array.from({ length: 201 }, (_, step) => (most * step) / 200);
	const short = ordered.filter((days) => days <= 7).length;
	const expected = ordered.length * (1 - stays ** 8);
	const seen = [...new Set([0, ...ordered])].map((days) => ({
		days,
		share: ordered.filter((each) => each >= days).length / Math.max(1, ordered.length),
		expected: stays ** days,
	}));
	return frame(
		{
			id: "days-between",
			subject: "frequency",
			plotHeight: 300,
			data: [
				{
					type: "scatter",
					mode: "lines",
					x: grid,
					y: grid.map((days) => stays ** days),
					line: { color: ink.line, width: 2, dash: "dash" },
					hoverinfo: "skip",
				},
				{
					type: "scatter",
					mode: "lines+markers",
					x: seen.map(({ days }) => days),
					y: seen.map(({ share }) => share),
					line: { color: colours.incident, width: 2, shape: "vh" },
					marker: { color: colours.incident, size: 5 },
					hovertext: seen.map(({ days, share }) => `${Math.round(share * 100)} % last ${days} days or more`),
					hoverinfo: "text",
				},
			],
			layout: {
				margin: { l: 68, r: 24, t: 10, b: 54 },
				xaxis: {
					range: [-2, most * 1.03],
					showgrid: false,
					linecolor: ink.line,
					ticks: "outside",
					tickcolor: ink.line,
					title: { text: "days to the next incident, at least", standoff: 6 },
				},
				yaxis: {
					range: [0, 1.04],
					tickformat: ".0%",
					gridcolor: ink.grid,
					zeroline: false,
					title: { text: "share of gaps", standoff: 8 },
				},
				annotations: [
					{
						x: mean * 0.75,
						y: stays ** (mean * 0.75),
						text: "one constant rate",
						xanchor: "left",
						yanchor: "bottom",
						xshift: 8,
						yshift: 2,
						showarrow: false,
						font: { color: ink.soft },
					},
					{
						x: most,
						y: 1 / Math.max(1, ordered.length),
						text: `longest: ${most} days`,
						xanchor: "right",
						yanchor: "bottom",
						yshift: 6,
						showarrow: false,
						font: { color: colours.incident },
					},
				],
			},
			table: rows.map(({ from, to, days }) => ({ from, to, days })),
		},
		{
			title: `${short > expected ? "Incidents come in bursts" : "Incidents do not crowd together"}: ${short} of ${ordered.length} followed the one before within a week, where one constant rate would give ${expected.toFixed(0)}`,
			subtitle:
				"Share of the gaps between incidents that last at least so many days (line), and what one constant rate would give (dashed)",
			caption: `${windowWords(provenance)}. n = ${n} incidents whose day is known, ${ordered.length} gaps, mean ${mean.toFixed(1)} days. ${leftOutWords(intervals.left_out)} Longest quiet: ${longest.days} days from ${dayWords(longest.from)}; spread by chance alone these incidents would leave one as long with ${probabilityWords(longest_p)}. Several rows may tell of one clash, and quiet may be silence of the sources.`,
			alt: `A falling step line over days. ${short} of ${ordered.length} gaps last a week or less; ${expected.toFixed(0)} expected of one constant rate. Longest quiet ${longest.days} days from ${dayWords(longest.from)}.`,
		},
		provenance,
	);
}
