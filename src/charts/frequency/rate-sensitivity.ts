import type { VariantRates } from "../../frequency/sensitivity.js";
import { colours, type Figure, frame, ink, type Provenance } from "../parts/frame.js";
import { excludedLabel, periodLabel } from "../parts/labels.js";
import { countAxis } from "./axes.js";

const look: Readonly<
	Record<
		VariantRates["variant"],
		{ words: string; symbol: "circle" | "square" | "diamond" | "triangle-up" | "circle-open" | "x"; color: string }
	>
> = {
	main: { words: "all of the Afghan–Iran line", symbol: "circle", color: colours.incident },
	dates_apportioned: { words: "the same, vague dates spread", symbol: "x", color: "#5f86a3" },
	day_precise: { words: "day known", symbol: "square", color: "#7f9db3" },
	two_origins: { words: "two origins or more", symbol: "diamond", color: ink.soft },
	sure_or_not_asked: { words: "confirmed or not asked", symbol: "triangle-up", color: ink.text },
	both_frontiers: { words: "with the Pakistan frontier", symbol: "circle-open", color: ink.line },
};

/** The rate per year under each choice of what to count, side by side. */
export function rateSensitivity(variants: readonly VariantRates[], provenance: Provenance): Figure {
	const years = variants[0]?.rows.map(({ period }) => period.slice(0, 4)) ?? [];
	const highest = variants.map(({ rows }) => {
		const best = rows.reduce((top, row) => (row.rate_per_30_days > top.rate_per_30_days ? row : top));
		return best.period.slice(0, 4);
	});
	const isSame = new Set(highest).size === 1;
	const apart = variants.filter(({ rows }) => {
		const ordered = [...rows].sort((a, b) => b.rate_per_30_days - a.rate_per_30_days);
		return ordered.slice(1).every(({ high }) => high < (ordered[0]?.low ?? 0));
	}).length;
	const main = variants.find(({ variant }) => variant === "main");
	return frame(
		{
			id: "rate-sensitivity",
			subject: "frequency",
			plotHeight: 320,
			data: variants.map(({ variant, rows, counts }, place) => ({
				type: "scatter",
				mode: "markers",
				cliponaxis: false,
				name: `${look[variant].words} (${counts.n})`,
				x: rows.map((_, index) => index + (place - (variants.length - 1) / 2) * 0.13),
				y: rows.map((row) => row.rate_per_30_days),
				marker: { symbol: look[variant].symbol, color: look[variant].color, size: 9 },
				error_y: {
					type: "data",
					symmetric: false,
					array: rows.map((row) => row.high - row.rate_per_30_days),
					arrayminus: rows.map((row) => row.rate_per_30_days - row.low),
					color: look[variant].color,
					thickness: 1.5,
					width: 3,
				},
				hovertext: rows.map(
					(row) =>
						`<b>${row.period.slice(0, 4)}, ${look[variant].words}</b><br>${row.rate_per_30_days.toFixed(2)} per 30 days (${row.low.toFixed(2)} to ${row.high.toFixed(2)})<br>n = ${Number(row.n.toFixed(1))} in ${row.days_observed} days`,
				),
				hoverinfo: "text",
			})),
			layout: {
				margin: { l: 56, r: 24, t: 50, b: 34 },
				xaxis: {
					tickvals: years.map((_, index) => index),
					ticktext: years,
					range: [-0.5, years.length - 0.5],
					showgrid: false,
					zeroline: false,
					linecolor: ink.line,
				},
				yaxis: countAxis("incidents per 30 days"),
				showlegend: true,
				legend: { orientation: "h", x: 0, xanchor: "left", y: 1.02, yanchor: "bottom", traceorder: "normal" },
			},
			table: variants.flatMap(({ variant, rows }) =>
				rows.map(({ period, n, days_observed, rate_per_30_days, low, high }) => ({
					choice: variant,
					year: period.slice(0, 4),
					incidents: n,
					days_observed,
					rate_per_30_days,
					low,
					high,
				})),
			),
		},
		{
			title: isSame
				? `${highest[0]} has the highest rate whatever is counted, with an interval apart from all other years under ${apart} of ${variants.length} choices`
				: "Which year has the highest rate depends on what is counted",
			subtitle:
				"Incidents per 30 days observed, by year, with 95 % intervals, under different choices of what to count",
			caption: `${periodLabel(provenance)}. n behind each choice in brackets. ${excludedLabel(main?.counts.excluded ?? [])} That is the first choice; the others leave out or add what they say. The choices share incidents: their intervals are no test of one against another. A page that relays another source counts for that source.`,
			alt: `Rates by year for ${variants.length} choices. Highest year: ${variants.map(({ variant }, index) => `${look[variant].words} ${highest[index]}`).join("; ")}.`,
		},
		provenance,
	);
}
