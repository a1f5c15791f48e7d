import type { Data } from "plotly.js-dist";
import type { Excluded } from "../../records/exclusions.js";
import type { AccuracyAsOf } from "../../reliability/accuracy/accuracy-over-time.js";
import type { DifferenceTest } from "../../reliability/accuracy/difference-test.js";
import { colours, type Figure, frame, ink, type Provenance } from "../parts/frame.js";
import { dayLabel, percentLabel, periodLabel } from "../parts/labels.js";
import { shareAxis } from "../parts/share-axis.js";
import { accuracyCells, limitsLabel } from "./accuracy-rows.js";
import { differenceLabel, isEstablished, noIntent, resolvedClaimsLabel, sideLabels } from "./labels.js";

type Side = keyof typeof sideLabels;
const sides = Object.keys(sideLabels) as Side[];
const gap = 0.03;

/**
 * Track record of each side as it stood at each quarter's end, one panel a side on one scale: share borne
 * out with a 90 % band, dotted and without a line while too little was settled.
 *
 * @param records rows of `accuracyOverTime(dossier, "side")`
 * @param difference of the sides at the last quarter's end, claims of one incident kept together
 * @param excluded what the last quarter leaves out
 */
export function accuracyOverTimeChart(
	records: readonly AccuracyAsOf[],
	difference: DifferenceTest,
	excluded: readonly Excluded[],
	provenance: Provenance,
): Figure {
	const days = [...new Set(records.map(({ as_of }) => as_of))].sort();
	const last = days.at(-1) ?? provenance.observed_to;
	const there = sides.filter((side) => records.some(({ group }) => group === side));
	const width = (1 - gap * Math.max(0, there.length - 1)) / Math.max(1, there.length);
	const rowsOf = (side: string) => records.filter(({ group }) => group === side);
	const now = there.flatMap((side) => rowsOf(side).filter(({ as_of }) => as_of === last));
	const judged = now.filter(({ enough_claims }) => enough_claims);
	const words = (row: AccuracyAsOf) =>
		`${sideLabels[row.group as Side]} ${percentLabel(row.share)} (${limitsLabel(row)}, n ${row.n})`;
	const first = (side: string) => rowsOf(side).find(({ enough_claims }) => enough_claims)?.as_of;

	const axes = Object.fromEntries(
		there.flatMap((_, index) => {
			const number = index === 0 ? "" : String(index + 1);
			const from = index * (width + gap);
			return [
				[
					`xaxis${number}`,
					{
						type: "date",
						domain: [from, Math.min(1, from + width)],
						range: [provenance.observed_from, provenance.observed_to],
						tickformat: "%Y",
						dtick: "M12",
						tick0: "2022-01-01",
						ticks: "outside",
						tickcolor: ink.line,
						linecolor: ink.line,
						showgrid: false,
						anchor: `y${number}`,
					},
				],
				[
					`yaxis${number}`,
					{
						...shareAxis,
						range: [0, 1.02],
						showticklabels: index === 0,
						anchor: `x${number}`,
					},
				],
			];
		}),
	);
	return frame(
		{
			id: "reliability-over-time",
			subject: "reliability",
			plotHeight: 300,
			data: there.flatMap((side, index) => panel(rowsOf(side), colours[side], index)),
			layout: {
				margin: { l: 56, r: 24, t: 30, b: 34 },
				...axes,
				annotations: there.flatMap((side, index) => {
					const from = index * (width + gap);
					const row = now.find(({ group }) => group === side);
					return [
						pin(`<b>${sideLabels[side]}</b>`, from, 1, 8, "bottom", colours[side]),
						pin(
							row === undefined
								? ""
								: row.enough_claims
									? `${percentLabel(row.share)} of ${row.n} by ${dayLabel(last)}`
									: `n = ${row.n}: cannot be judged`,
							from,
							0,
							8,
							"bottom",
							ink.soft,
						),
					];
				}),
			},
			table: records.map((row) => ({ as_of: row.as_of, side: row.group, ...accuracyCells(row) })),
		},
		{
			title: titleOf(judged, difference, there.length, last),
			subtitle:
				"Share of settled claims borne out, by side, as it could be known at each quarter's end; bands: 90 % credible intervals, dotted: fewer than ten judged claims",
			caption: `${periodLabel(provenance)}. Each point knows only claims published and verdicts decided by its day. At the end: ${resolvedClaimsLabel(now, excluded).replace(/^Of/, "of")} ${differenceLabel(difference, "sides")} ${noIntent}`,
			alt: `By ${dayLabel(last)}: ${judged.map(words).join("; ") || "no side can be judged"}. ${there
				.map((side) => {
					const day = first(side);
					return `${sideLabels[side]} ${day ? `can be judged from ${dayLabel(day)}` : "cannot be judged"}`;
				})
				.join("; ")}.`,
		},
		provenance,
	);
}

function panel(rows: readonly AccuracyAsOf[], color: string, index: number): Data[] {
	const number = index === 0 ? "" : String(index + 1);
	const on = { xaxis: `x${number}`, yaxis: `y${number}`, type: "scatter" as const };
	const judged = rows.filter(({ enough_claims }) => enough_claims);
	const days = (own: readonly AccuracyAsOf[]) => own.map(({ as_of }) => as_of);
	const limit = (own: readonly AccuracyAsOf[], of: "low" | "high"): Data => ({
		...on,
		mode: "lines",
		x: days(own),
		y: own.map((row) => row[of]),
		line: { color: ink.line, width: 1, dash: "dot" },
		hoverinfo: "skip",
	});
	// The dotted limits run on to the first judged quarter, so that no gap opens before the band.
	const before = rows.filter(({ as_of }) => judged.length === 0 || as_of <= (judged[0]?.as_of as string));
	return [
		limit(before, "low"),
		limit(before, "high"),
		{
			...on,
			mode: "lines",
			x: [...days(judged), ...days(judged).reverse()],
			y: [...judged.map(({ high }) => high), ...judged.map(({ low }) => low).reverse()],
			fill: "toself",
			fillcolor: `${color}33`,
			line: { width: 0 },
			hoverinfo: "skip",
		},
		{
			...on,
			mode: "lines+markers",
			cliponaxis: false,
			x: judged.map(({ as_of }) => as_of),
			y: judged.map(({ share }) => share),
			line: { color, width: 2 },
			marker: { color, size: 5 },
			hoverinfo: "text",
			hovertext: judged.map(
				(row) =>
					`by ${dayLabel(row.as_of)}: ${percentLabel(row.share)} (${limitsLabel(row)})<br>${row.supported} of ${row.n} borne out`,
			),
		},
	];
}

function titleOf(
	judged: readonly AccuracyAsOf[],
	difference: DifferenceTest,
	sidesThere: number,
	last: string,
): string {
	if (judged.length === 0) return `By ${dayLabel(last)} no side has enough settled claims to be judged`;
	const shares = judged.map(({ share }) => share);
	const [lowest, highest] = [Math.min(...shares), Math.max(...shares)];
	const apart = isEstablished(difference) && judged.some((upper) => judged.some((lower) => upper.low > lower.high));
	const range =
		judged.length === 1
			? `${percentLabel(lowest)} of settled claims of the one side that can be judged were borne out`
			: `${percentLabel(lowest)} to ${percentLabel(highest)} of settled claims were borne out on the ${judged.length} of ${sidesThere} sides that can be judged`;
	const verdict =
		judged.length === 1 ? "" : `; ${apart ? "some are told apart" : "no difference between them is established"}`;
	return `Known by ${dayLabel(last)}: ${range}${verdict}`;
}

const pin = (text: string, x: number, y: number, yshift: number, yanchor: "bottom", color: string) => ({
	xref: "paper" as const,
	yref: "paper" as const,
	x,
	y,
	xshift: y === 0 ? 6 : 0,
	yshift,
	text,
	showarrow: false,
	xanchor: "left" as const,
	yanchor,
	font: { size: 12, color },
});
