import type { Counts } from "../frequency/counts.js";
import { colours, type Figure, frame, ink, type Provenance } from "./frame.js";
import { timeAxis } from "./frequency-axes.js";
import { countWords, leftOutWords, monthWords, windowWords } from "./words.js";

/**
 * Incidents per month as bars from zero, those whose day is known and the rest apart, with the Garwood
 * interval of each month's total.
 *
 * @param totals counts by month
 * @param byPrecision the same incidents by month, grouped by `date_precision`
 */
export function incidentsPerMonth(totals: Counts, byPrecision: Counts, provenance: Provenance): Figure {
	const most = Math.max(...totals.rows.map(({ count }) => count));
	const peaks = totals.rows.filter(({ count }) => count === most);
	const quiet = totals.rows.filter(({ count }) => count === 0).length;
	// An interval on every empty month would hide the months with incidents: the caption gives it once.
	const seen = totals.rows.filter(({ count }) => count > 0);
	const whenNone = totals.rows.find(({ count }) => count === 0)?.high;
	const months = totals.rows.map(({ period }) => period);
	const ofDay = byPrecision.rows.filter(({ group }) => group === "day").map(({ count }) => count);
	const known = ofDay.length > 0 ? ofDay : months.map(() => 0);
	const vague = totals.rows.map(({ count }, index) => count - (known[index] ?? 0));
	const vagueTotal = vague.reduce((sum, count) => sum + count, 0);
	const hover = totals.rows.map(
		({ period, count, low, high }) =>
			`${monthWords(period)}: ${count}<br>95 % interval ${low.toFixed(1)} to ${high.toFixed(1)}`,
	);
	const bar = {
		type: "bar" as const,
		x: months,
		hovertext: hover,
		hoverinfo: "text" as const,
		// Bars are centred on a date: a month is drawn over its own days.
		xperiod: "M1",
		xperiodalignment: "middle" as const,
	};
	return frame(
		{
			id: "incidents-per-month",
			subject: "frequency",
			plotHeight: 300,
			data: [
				{ ...bar, y: known, name: "day known", marker: { color: colours.incident } },
				{
					...bar,
					y: vague,
					name: "week or month known",
					marker: {
						color: colours.incident,
						pattern: { shape: "/", fgcolor: colours.incident, bgcolor: ink.paper, size: 5, solidity: 0.35 },
						// An outline of nothing would look like a count.
						line: { color: colours.incident, width: vague.map((count) => (count > 0 ? 1 : 0)) },
					},
				},
				{
					type: "scatter",
					mode: "markers",
					x: seen.map(({ period }) => period),
					y: seen.map(({ count }) => count),
					xperiod: "M1",
					xperiodalignment: "middle",
					marker: { size: 1, color: ink.line },
					error_y: {
						type: "data",
						symmetric: false,
						array: seen.map(({ count, high }) => high - count),
						arrayminus: seen.map(({ count, low }) => count - low),
						color: ink.line,
						thickness: 1,
						width: 0,
					},
					hoverinfo: "skip",
					showlegend: false,
				},
			],
			layout: {
				barmode: "stack",
				bargap: 0.2,
				margin: { l: 56, r: 24, t: 26, b: 48 },
				xaxis: timeAxis(provenance.observed_from, provenance.observed_to),
				yaxis: {
					range: [0, Math.max(...totals.rows.map(({ high }) => high)) * 1.04],
					gridcolor: ink.grid,
					zeroline: false,
					dtick: 5,
					title: { text: "incidents", standoff: 8 },
				},
				showlegend: true,
				legend: { orientation: "h", x: 1, xanchor: "right", y: 1, yanchor: "bottom", traceorder: "normal" },
			},
			table: totals.rows.map(({ period, count, low, high, days_observed }, index) => ({
				month: period.slice(0, 7),
				incidents: count,
				day_known: known[index] ?? 0,
				week_or_month_known: vague[index] ?? 0,
				low,
				high,
				days_observed,
			})),
		},
		{
			title:
				peaks.length === 1
					? `${countWords(most, "incident")} reported in ${monthWords(peaks[0]?.period ?? "")}, the most in a month; ${quiet} of ${months.length} months have none`
					: `No month has more than ${most} reported incidents, and ${quiet} of ${months.length} have none`,
			subtitle:
				"Incidents reported on the Afghanistan–Iran border, by the month in which each began; lines are 95 % intervals",
			caption: `${windowWords(provenance)}. n = ${countWords(totals.n, "incident")}, ${vagueTotal} of them dated to a week or a month only and counted where that begins. ${leftOutWords(totals.left_out)} Intervals are Garwood's, for a Poisson count. A month without a bar had no incident that anyone reported${whenNone === undefined ? "" : `; its interval reaches up to ${whenNone.toFixed(1)}`}.`,
			alt: `Bars for ${months.length} months. ${countWords(totals.n, "incident")} in all, at most ${most} in a month (${peaks.map(({ period }) => monthWords(period)).join(", ")}), none in ${quiet} months.`,
		},
		provenance,
	);
}
