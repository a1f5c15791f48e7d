import type { ReportingBias, ReportingBiases } from "../../reliability/casualties/reporting-bias.js";
import { colours, type Figure, frame, ink, type Provenance } from "../parts/frame.js";
import { countLabel, joinList, periodLabel } from "../parts/labels.js";
import { casualtyReasonLabels } from "./casualty-figures.js";
import { sideLabels } from "./labels.js";

const rowHeight = 32;
const ticks = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2];
/** Fewer numbers bear no judgement. */
const fewest = 10;

/** By how many times each side's tolls are too high or too low, with 90 % limits; grey where too few are told. */
export function reportingBiasChart(
	{ rows, n, casualtyFigures, excluded }: ReportingBiases,
	provenance: Provenance,
): Figure {
	const shown = [...rows].reverse();
	const canBeJudged = (row: ReportingBias) => row.n >= fewest;
	const judged = rows.filter(canBeJudged);
	const off = judged.filter(({ low, high }) => low > 0 || high < 0);
	const times = (bias: number) => `×\u00a0${Math.exp(bias).toFixed(2)}`;
	const words = (row: ReportingBias) =>
		`${sideLabels[row.side]} ${times(row.bias)} (${times(row.low)} to ${times(row.high)}, n ${row.n})`;
	const reach = Math.max(Math.log(2.1), ...rows.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
	return frame(
		{
			id: "toll-bias",
			subject: "reliability",
			plotHeight: Math.max(3, shown.length) * rowHeight + 10,
			data: [
				...shown.map((row, y) => ({
					type: "scatter" as const,
					mode: "lines" as const,
					x: [row.low, row.high],
					y: [y, y],
					line: { color: canBeJudged(row) ? colours[row.side] : "#b5b5b5", width: canBeJudged(row) ? 4 : 2 },
					opacity: canBeJudged(row) ? 0.55 : 1,
					hoverinfo: "skip" as const,
				})),
				{
					type: "scatter",
					mode: "markers",
					x: judged.map(({ bias }) => bias),
					y: judged.map((row) => shown.indexOf(row)),
					marker: { size: 12, color: judged.map(({ side }) => colours[side]) },
					hoverinfo: "text",
					hovertext: judged.map((row) => `${words(row)}<br>${row.n_settled} on confirmed casualtyFigures`),
				},
			],
			layout: {
				margin: { l: 196, r: 270, t: 26, b: 46 },
				xaxis: {
					range: [-reach, reach],
					tickvals: ticks.map(Math.log),
					ticktext: ticks.map((tick) => `× ${tick}`),
					gridcolor: ink.grid,
					zeroline: true,
					zerolinecolor: ink.soft,
					title: { text: "1 + the number told, as a multiple", standoff: 8 },
				},
				yaxis: {
					range: [-0.6, shown.length - 0.4],
					tickvals: shown.map((_, y) => y),
					ticktext: shown.map(({ side }) => sideLabels[side]),
					showgrid: false,
					zeroline: false,
				},
				annotations: shown.map((row, y) => ({
					xref: "paper" as const,
					x: 1,
					xshift: 12,
					y,
					text: canBeJudged(row)
						? `n = ${row.n}, ${row.n_settled} on confirmed casualtyFigures`
						: `n = ${row.n}: cannot be judged`,
					showarrow: false,
					xanchor: "left" as const,
					font: { size: 12, color: canBeJudged(row) ? ink.text : ink.soft },
				})),
			},
			table: rows.map((row) => ({
				side: row.side,
				n: row.n,
				n_on_confirmed_tolls: row.n_settled,
				bias_log: canBeJudged(row) ? row.bias : null,
				low: row.low,
				high: row.high,
				enough_claims: canBeJudged(row),
			})),
		},
		{
			title:
				judged.length === 0
					? "No side tells enough casualtyFigures for its bias to be judged"
					: off.length === 0
						? `The casualtyFigures of none of ${countLabel(judged.length, "side")} are off by more than chance allows`
						: `Set against verdicts and each other, casualtyFigures lean one way on ${off.length} of ${countLabel(judged.length, "side")} that can be judged: ${joinList(off.map((row) => `${sideLabels[row.side]} ${times(row.bias)}`))}`,
			subtitle:
				"Bias of each side's killed, wounded and captured on the scale of log(1 + count), with 90 % limits; × 1 is no bias",
			caption: `${periodLabel(provenance)}. n = ${countLabel(n, "claim")} on ${countLabel(casualtyFigures, "toll")}, a source's last word.${
				excluded.length === 0
					? ""
					: ` Left out: ${joinList(excluded.map((row) => `${row.n} ${casualtyReasonLabels[row.reason]}`))}.`
			} Gaussian model with one bias a side, drawn to none by the weight of four claims; ranges enter as intervals, "at least" without an end. Tolls that are not confirmed tell sides apart and not which of them is off. One bias a side mixes its own dead with the other's.`,
			alt: `Bias of casualtyFigures by side with 90 % limits: ${judged.map(words).join("; ") || "no side can be judged"}. n is ${countLabel(n, "claim")} on ${countLabel(casualtyFigures, "toll")}.`,
		},
		provenance,
	);
}
