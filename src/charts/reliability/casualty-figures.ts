import type { CasualtyExclusion } from "../../reliability/casualties/casualty-claims.js";
import type { CasualtyFigure, SideFigure } from "../../reliability/casualties/casualty-figures.js";
import { type Figure, frame, ink, type Provenance, plain } from "../parts/frame.js";
import { countLabel, dayLabel, joinList, periodLabel } from "../parts/labels.js";
import { casualtyLabel } from "./casualty-labels.js";
import { dumbbells, spanLabel, verdicts } from "./casualty-marks.js";
import { sideLabels } from "./labels.js";

const rowHeight = 31;
const ticks = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
const order = Object.keys(sideLabels) as SideFigure["side"][];

/** Why claims on tolls are not set against others, in words. */
export const casualtyReasonLabels: Readonly<Record<CasualtyExclusion | "circular_verdict" | "one_side_only", string>> =
	{
		aggregate_report: "on tallies over months",
		repeat: "repeats of another source",
		collective_source: "under a label for several voices",
		no_answer: "without a number",
		other_statement: "earlier words of the same source",
		circular_verdict: "of sources on whom the verdict rests",
		one_side_only: "on casualtyFigures that one side alone tells",
	};

/**
 * Tolls that two sides or more tell, by day: the range of each side as a dumbbell on the scale of
 * log(1 + count), an arrow where it says "at least", beside the verdict and the range of the claims that carry
 * it.
 *
 * @param excluded of `casualtyQuestions`
 */
export function casualtyFiguresChart(
	casualtyFigures: readonly CasualtyFigure[],
	excluded: readonly { readonly reason: CasualtyExclusion; readonly n: number }[],
	provenance: Provenance,
): Figure {
	const rows = casualtyFigures.filter((row) => row.sides.length > 1);
	const yOf = (row: CasualtyFigure) => rows.length - 1 - rows.indexOf(row);
	const most = Math.max(
		10,
		...rows.flatMap((row) => [row.verdict_high ?? 0, ...row.sides.map((each) => each.high ?? each.low)]),
	);
	const x = Math.log1p;
	const told = order.filter((side) => rows.some((row) => row.sides.some((each) => each.side === side)));
	const differ = rows.filter(({ sides }) => sides.some((a) => sides.some((b) => a.high !== null && a.high < b.low)));
	const settled = rows.filter(({ verdict_status }) => verdict_status === "confirmed");
	const n = rows.reduce((sum, row) => sum + row.sides.reduce((all, side) => all + side.n, 0), 0);
	const open = casualtyFigures
		.filter((row) => !rows.includes(row))
		.reduce((sum, row) => sum + row.sides.reduce((all, side) => all + side.n, 0), 0);
	return frame(
		{
			id: "toll-ranges",
			subject: "reliability",
			plotHeight: Math.max(3, rows.length) * rowHeight + 8,
			data: [...verdicts(rows, yOf), ...told.flatMap((side) => dumbbells(rows, side, told, yOf))],
			layout: {
				margin: { l: 284, r: 40, t: 34, b: 44 },
				showlegend: true,
				legend: { orientation: "h", x: 0, xanchor: "left", y: 1, yanchor: "bottom", traceorder: "normal" },
				xaxis: {
					range: [-0.12, x(most) * 1.06],
					tickvals: ticks.filter((tick) => tick <= most * 1.1).map(x),
					ticktext: ticks.filter((tick) => tick <= most * 1.1).map(String),
					gridcolor: ink.grid,
					zeroline: false,
					title: { text: "people or posts, on the scale of log(1 + count)", standoff: 8 },
				},
				yaxis: {
					range: [-0.6, rows.length - 0.4],
					tickvals: rows.map(yOf),
					ticktext: rows.map((row) => `${plain(casualtyLabel(row.key))}, ${dayLabel(row.date_start)}`),
					showgrid: false,
					zeroline: false,
				},
				shapes: rows.slice(1).map((row) => ({
					type: "line" as const,
					xref: "paper" as const,
					x0: 0,
					x1: 1,
					y0: yOf(row) + 0.5,
					y1: yOf(row) + 0.5,
					line: { color: ink.grid, width: 1 },
					layer: "below" as const,
				})),
			},
			table: casualtyFigures.flatMap((row) =>
				row.sides.map((each) => ({
					proposition_id: row.proposition_id,
					date_start: row.date_start,
					toll: casualtyLabel(row.key),
					side: each.side,
					n: each.n,
					low: each.low,
					high: each.high,
					verdict_status: row.verdict_status,
					verdict_value: row.verdict_value,
					verdict_low: row.verdict_low,
					verdict_high: row.verdict_high,
					signed_log_error: each.signed_log_error,
				})),
			),
		},
		{
			title: `On ${differ.length} of ${countLabel(rows.length, "toll")} that two sides or more tell, their ranges do not meet`,
			subtitle:
				"Range of the last words of each side's sources (arrow: at least) beside the verdict (filled: confirmed, hollow: best supported) and the range of the claims that carry it (grey bar)",
			caption: `${periodLabel(provenance)}. n = ${countLabel(n, "claim")} on these; ${open} more on ${countLabel(casualtyFigures.length - rows.length, "toll")} that one side alone tells, not drawn.${
				excluded.length === 0
					? ""
					: ` Left out: ${joinList(excluded.map((row) => `${row.n} ${casualtyReasonLabels[row.reason]}`))}.`
			} ${settled.length} of the casualtyFigures drawn are confirmed. Rows count different things and are never added up.`,
			alt: `Of ${countLabel(rows.length, "toll")} told by two sides or more ${settled.length} are confirmed. On ${differ.length} some side's highest number is below another's lowest${
				differ[0]
					? `, as for ${casualtyLabel(differ[0].key)} of ${dayLabel(differ[0].date_start)}: ${rangesWords(differ[0])}`
					: ""
			}.`,
		},
		provenance,
	);
}

const rangesWords = (row: CasualtyFigure): string =>
	row.sides.map((each) => `${sideLabels[each.side]} ${spanLabel(each.low, each.high)}`).join("; ");
