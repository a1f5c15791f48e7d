import type { Data } from "plotly.js-dist";
import type { ComparisonRow } from "../../frequency/comparison.js";
import type { Counts } from "../../frequency/counts.js";
import { colours, type Figure, frame, ink, type Provenance } from "../parts/frame.js";
import { countLabel, excludedLabel, joinList, periodLabel, probabilityLabel } from "../parts/labels.js";

const pair = ({ period, earlier_period }: ComparisonRow) =>
	`${period.slice(0, 4)} against ${earlier_period.slice(0, 4)}`;
const times = (value: number | null) => (value === null ? "no limit" : value.toFixed(value < 10 ? 2 : 0));
const limits = (low: number, high: number | null) => `${times(low)} to ${times(high)}`;

/** Years whose ratio lies, with its limits, on one side of 1. */
function finding(rows: readonly ComparisonRow[], lowOf: keyof ComparisonRow, highOf: keyof ComparisonRow): string[] {
	const years = (apart: (row: ComparisonRow) => boolean) => rows.filter(apart).map(({ period }) => period.slice(0, 4));
	const lower = years((row) => row[highOf] !== null && Number(row[highOf]) < 1);
	const higher = years((row) => Number(row[lowOf]) > 1);
	return [
		...(lower.length > 0 ? [`lower in ${joinList(lower)}`] : []),
		...(higher.length > 0 ? [`higher in ${joinList(higher)}`] : []),
	];
}

/**
 * The rate of each year against the year before: how many times as high, with the limits of the conditional binomial
 * test, and the wider ones that bursts ask for.
 *
 * @param comparisons neighbouring years, ungrouped, with `dispersion`
 * @param counts the counts they were made from
 * @param dispersion variance over mean of months within years
 */
export function yearToYearChange(
	comparisons: readonly ComparisonRow[],
	counts: Counts,
	dispersion: number,
	provenance: Provenance,
): Figure {
	const finite = comparisons.flatMap((row) => [row.low_overdispersed, row.high_overdispersed, row.ratio]);
	const farthest = Math.max(
		4,
		...finite.map((value) => (value === null || value === 0 ? 1 : Math.max(value, 1 / value))),
	);
	// Whatever lies beyond has an arrow for its end.
	const most = Math.min(32, 2 ** Math.ceil(Math.log2(farthest)));
	const within = (value: number) => Math.min(most, Math.max(1 / most, value));
	const ticks = [1 / 32, 1 / 16, 1 / 8, 1 / 4, 1 / 2, 1, 2, 4, 8, 16, 32].filter((tick) => within(tick) === tick);
	const y = comparisons.map((_, index) => comparisons.length - 1 - index);
	const ends = comparisons.flatMap(({ low_overdispersed: low, high_overdispersed: high }, index) => {
		const at = y[index] ?? 0;
		return [
			...(low < 1 / most ? [{ x: 1 / most, y: at, symbol: "triangle-left" as const }] : []),
			...(high === null || high > most ? [{ x: most, y: at, symbol: "triangle-right" as const }] : []),
		];
	});
	const lines = (
		width: number,
		low: (row: ComparisonRow) => number,
		high: (row: ComparisonRow) => number | null,
	): Data => ({
		type: "scatter",
		mode: "lines",
		// One line a year: a gap between two of them is a null.
		x: comparisons.flatMap((row) => [within(low(row)), within(high(row) ?? most), null]),
		y: y.flatMap((at) => [at, at, null]),
		line: { color: colours.incident, width },
		hoverinfo: "skip",
	});
	const burst = finding(comparisons, "low_overdispersed", "high_overdispersed");
	const alone = finding(comparisons, "low", "high");
	return frame(
		{
			id: "year-on-year",
			subject: "frequency",
			plotHeight: Math.max(120, 42 * comparisons.length),
			data: [
				{
					type: "scatter",
					mode: "lines",
					x: [1, 1],
					y: [-0.6, comparisons.length - 0.4],
					line: { color: ink.line, width: 2 },
					hoverinfo: "skip",
				},
				lines(
					1,
					(row) => row.low_overdispersed,
					(row) => row.high_overdispersed,
				),
				lines(
					4,
					(row) => row.low,
					(row) => row.high,
				),
				{
					type: "scatter",
					mode: "markers",
					x: ends.map(({ x }) => x),
					y: ends.map((end) => end.y),
					marker: { symbol: ends.map(({ symbol }) => symbol), color: colours.incident, size: 9 },
					hoverinfo: "skip",
				},
				{
					type: "scatter",
					mode: "markers",
					x: comparisons.map(({ ratio }) => (ratio === null ? null : within(ratio))),
					y,
					marker: { color: colours.incident, size: 11 },
					hovertext: comparisons.map(
						(row) =>
							`<b>${pair(row)}</b><br>${row.ratio === null ? "no ratio: none before" : `${times(row.ratio)} times the rate`}<br>95 % interval ${limits(row.low, row.high)}<br>with bursts ${limits(row.low_overdispersed, row.high_overdispersed)}<br>${row.n} in ${row.days_observed} days against ${row.earlier_n} in ${row.earlier_days_observed}<br>one by one, ${probabilityLabel(row.p)}`,
					),
					hoverinfo: "text",
				},
			],
			layout: {
				margin: { l: 130, r: 100, t: 10, b: 46 },
				xaxis: {
					type: "log",
					range: [-Math.log10(most) - 0.03, Math.log10(most) + 0.03],
					tickvals: ticks,
					ticktext: ticks.map((tick) => (tick < 1 ? `1/${Math.round(1 / tick)}` : String(tick))),
					gridcolor: ink.grid,
					zeroline: false,
					title: { text: "times the rate of the year before", standoff: 6 },
				},
				yaxis: {
					range: [-0.6, comparisons.length - 0.4],
					tickvals: y,
					ticktext: comparisons.map(pair),
					showgrid: false,
					zeroline: false,
				},
				annotations: comparisons.map((row, index) => ({
					xref: "paper" as const,
					x: 1,
					xanchor: "left" as const,
					xshift: 8,
					y: y[index] ?? 0,
					text: `${row.n} against ${row.earlier_n}`,
					showarrow: false,
				})),
			},
			table: comparisons.map((row) => ({
				year: row.period.slice(0, 4),
				earlier_year: row.earlier_period.slice(0, 4),
				incidents: row.n,
				earlier_incidents: row.earlier_n,
				days_observed: row.days_observed,
				earlier_days_observed: row.earlier_days_observed,
				ratio: row.ratio,
				low: row.low,
				high: row.high,
				p: row.p,
				low_overdispersed: row.low_overdispersed,
				high_overdispersed: row.high_overdispersed,
			})),
		},
		{
			title:
				burst.length > 0
					? `Against the year before, bursts allowed for, the rate of reported incidents was ${burst.join(" and ")}`
					: alone.length > 0
						? `Bursts allowed for, no year's rate is told from that of the year before; if incidents came one by one it was ${alone.join(" and ")}`
						: "No year's rate of reported incidents is told from that of the year before",
			subtitle:
				"Incidents per day observed of each year, as multiples of the year before, with 95 % intervals: thick if incidents came one by one, thin if in bursts; 1 is no change",
			caption: `${periodLabel(provenance)}. n = ${countLabel(counts.n, "incident")}. ${excludedLabel(counts.excluded)} Thick: conditional binomial test on the days observed (${comparisons.map((row) => `${row.period.slice(0, 4)} ${probabilityLabel(row.p)}`).join(", ")}; not corrected for ${countLabel(comparisons.length, "test")} at once). Thin: the same with the variance of months within years, ${dispersion.toFixed(1)} times Poisson's.${ends.length === 0 ? "" : " A triangle is an end beyond the axis or without limit."}`,
			alt: `Ratios of neighbouring years with 95 % intervals, bursts allowed for: ${comparisons.map((row) => `${pair(row)} ${row.ratio === null ? "none" : times(row.ratio)} (${limits(row.low_overdispersed, row.high_overdispersed)}, ${row.n} against ${row.earlier_n})`).join("; ")}.`,
		},
		provenance,
	);
}
