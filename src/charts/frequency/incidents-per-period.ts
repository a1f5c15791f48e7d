import type { Counts } from "../../frequency/counts.js";
import type { Coverage } from "../../frequency/coverage.js";
import type { Peak } from "../../frequency/peaks.js";
import { colours, type Figure, frame, ink, type Provenance } from "../parts/frame.js";
import { countLabel, excludedLabel, joinList, monthLabel, periodLabel } from "../parts/labels.js";
import { countAxis, limitBars, lowCoverageShades, timeAxis } from "./axes.js";

/**
 * Incidents per month as bars from zero, those whose day is known and the rest apart, with the Garwood interval of
 * each month's total; months in which too few sources spoke are shaded.
 *
 * @param totals counts by month
 * @param byPrecision the same incidents by month, grouped by `date_precision`
 * @param covered coverage by month
 * @param peak the fullest month and how far it might have lain elsewhere; none where nothing was counted
 */
export function incidentsPerPeriod(
	totals: Counts,
	byPrecision: Counts,
	covered: Coverage,
	peak: Peak | undefined,
	provenance: Provenance,
): Figure {
	const rows = totals.rows;
	const quiet = rows.filter(({ count }) => count === 0);
	const thin = new Set(covered.rows.filter(({ low_coverage }) => low_coverage).map(({ period }) => period));
	const quietThin = quiet.filter(({ period }) => thin.has(period)).length;
	// An interval on every empty month would hide the months with incidents: the caption gives it once.
	const seen = rows.filter(({ count }) => count > 0);
	const whenNone = quiet[0]?.high;
	const parts = rows.filter(({ is_part }) => is_part).length;
	const ofDay = byPrecision.rows.filter(({ group }) => group === "day").map(({ count }) => count);
	const known = ofDay.length > 0 ? ofDay : rows.map(() => 0);
	const vague = rows.map(({ count }, index) => count - (known[index] ?? 0));
	const vagueTotal = vague.reduce((sum, count) => sum + count, 0);
	const bar = {
		type: "bar" as const,
		x: rows.map(({ period }) => period),
		hovertext: rows.map(({ period, count, low, high }, index) => {
			const voices = covered.rows[index]?.origins ?? 0;
			return `<b>${monthLabel(period)}</b><br>${countLabel(count, "incident")}, ${known[index] ?? 0} with the day known<br>95 % interval ${low.toFixed(1)} to ${high.toFixed(1)}<br>${countLabel(voices, "source")} spoke of any incident`;
		}),
		hoverinfo: "text" as const,
		// Bars are centred on a date: a month is drawn over its own days.
		xperiod: "M1",
		xperiodalignment: "middle" as const,
	};
	// A month that was observed in part is drawn pale.
	const opacity = rows.map(({ is_part }) => (is_part ? 0.5 : 1));
	return frame(
		{
			id: "incidents-per-month",
			subject: "frequency",
			plotHeight: 300,
			data: [
				{ ...bar, y: known, name: "day known", marker: { color: colours.incident, opacity } },
				{
					...bar,
					y: vague,
					name: "week or month known",
					marker: {
						color: colours.incident,
						opacity,
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
					error_y: limitBars(
						seen.map((row) => ({ ...row, at: row.count })),
						{ color: ink.line, thickness: 1, width: 0 },
					),
					hoverinfo: "skip",
					showlegend: false,
				},
			],
			layout: {
				barmode: "stack",
				bargap: 0.2,
				margin: { l: 56, r: 24, t: 26, b: 48 },
				xaxis: timeAxis(provenance.observed_from, provenance.observed_to),
				yaxis: countAxis("incidents", { range: [0, Math.max(...rows.map(({ high }) => high)) * 1.04] }),
				shapes: lowCoverageShades(covered),
				showlegend: true,
				legend: { orientation: "h", x: 1, xanchor: "right", y: 1, yanchor: "bottom", traceorder: "normal" },
			},
			table: rows.map(({ period, count, low, high, days_observed, is_part }, index) => ({
				month: period.slice(0, 7),
				incidents: count,
				day_known: known[index] ?? 0,
				week_or_month_known: vague[index] ?? 0,
				low,
				high,
				days_observed,
				part_month: is_part,
				sources: covered.rows[index]?.origins ?? 0,
				thin: thin.has(period),
			})),
		},
		{
			title: `At most ${countLabel(peak?.count ?? 0, "incident")} reported in one month${peak?.periods.length === 1 ? `, ${monthLabel(peak.periods[0] ?? "")}` : ""}; ${quiet.length} of ${rows.length} months have none, in ${quietThin} of which too few spoke to call it quiet`,
			subtitle: `Incidents reported on the Afghanistan–Iran border, by the month in which each began; lines are 95 % intervals; shaded: fewer than ${covered.low_coverage_below} sources spoke of any incident, darker: none`,
			caption: `${periodLabel(provenance)}. n = ${countLabel(totals.n, "incident")}, ${vagueTotal} of them dated to a week or a month only and counted where that begins. ${excludedLabel(totals.excluded)} Intervals are Garwood's, for a Poisson count.${whenNone === undefined ? "" : ` That of an empty month reaches up to ${whenNone.toFixed(1)}.`}${peak === undefined ? "" : ` Drawn again with replacement, the fullest month lies ${peak.low === peak.high ? `in ${monthLabel(peak.low)}` : `from ${monthLabel(peak.low)} to ${monthLabel(peak.high)}`} in 95 % of ${peak.draws.toLocaleString("en")} draws.`}${parts === 0 ? "" : ` Pale: ${countLabel(parts, "month")} observed in part.`}`,
			alt: `Bars for ${rows.length} months. ${countLabel(totals.n, "incident")} in all, at most ${peak?.count ?? 0} in a month${peak === undefined ? "" : ` (${joinList(peak.periods.slice(0, 3).map(monthLabel))})`}, none in ${quiet.length} months; in ${quietThin} of those fewer than ${covered.low_coverage_below} sources spoke.`,
		},
		provenance,
	);
}
