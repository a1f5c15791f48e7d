import type { TollReason } from "../../reliability/casualties/casualty-claims.js";
import type { Toll, TollOfSide } from "../../reliability/casualties/casualty-figures.js";
import { type Figure, frame, ink, type Provenance, plain } from "../parts/frame.js";
import { countWords, dayWords, listWords, windowWords } from "../parts/labels.js";
import { tollWords } from "./casualty-labels.js";
import { dumbbells, spanWords, verdicts } from "./casualty-marks.js";
import { sideWords } from "./labels.js";

const rowHeight = 31;
const ticks = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
const order = Object.keys(sideWords) as TollOfSide["side"][];

/** Why claims on tolls are not set against others, in words. */
export const tollReasonWords: Readonly<Record<TollReason | "rests_on_own_claim" | "one_side_only", string>> = {
	tally_over_months: "on tallies over months",
	repeat: "repeats of another source",
	collective: "under a label for several voices",
	no_answer: "without a number",
	said_again: "earlier words of the same source",
	rests_on_own_claim: "of sources on whom the verdict rests",
	one_side_only: "on tolls that one side alone tells",
};

/**
 * Tolls that two sides or more tell, by day: the range of each side as a dumbbell on the scale of
 * log(1 + count), an arrow where it says "at least", beside the verdict and the range of the claims that carry
 * it.
 *
 * @param left_out of `tollQuestions`
 */
export function tollRanges(
	tolls: readonly Toll[],
	left_out: readonly { readonly reason: TollReason; readonly n: number }[],
	provenance: Provenance,
): Figure {
	const rows = tolls.filter((row) => row.sides.length > 1);
	const yOf = (row: Toll) => rows.length - 1 - rows.indexOf(row);
	const most = Math.max(
		10,
		...rows.flatMap((row) => [row.verdict_high ?? 0, ...row.sides.map((each) => each.high ?? each.low)]),
	);
	const x = Math.log1p;
	const told = order.filter((side) => rows.some((row) => row.sides.some((each) => each.side === side)));
	const differ = rows.filter(({ sides }) => sides.some((a) => sides.some((b) => a.high !== null && a.high < b.low)));
	const settled = rows.filter(({ verdict_status }) => verdict_status === "confirmed");
	const n = rows.reduce((sum, row) => sum + row.sides.reduce((all, side) => all + side.n, 0), 0);
	const open = tolls
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
					ticktext: rows.map((row) => `${plain(tollWords(row.key))}, ${dayWords(row.date_start)}`),
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
			table: tolls.flatMap((row) =>
				row.sides.map((each) => ({
					proposition_id: row.proposition_id,
					date_start: row.date_start,
					toll: tollWords(row.key),
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
			title: `On ${differ.length} of ${countWords(rows.length, "toll")} that two sides or more tell, their ranges do not meet`,
			subtitle:
				"Range of the last words of each side's sources (arrow: at least) beside the verdict (filled: confirmed, hollow: best supported) and the range of the claims that carry it (grey bar)",
			caption: `${windowWords(provenance)}. n = ${countWords(n, "claim")} on these; ${open} more on ${countWords(tolls.length - rows.length, "toll")} that one side alone tells, not drawn.${
				left_out.length === 0
					? ""
					: ` Left out: ${listWords(left_out.map((row) => `${row.n} ${tollReasonWords[row.reason]}`))}.`
			} ${settled.length} of the tolls drawn are confirmed. Rows count different things and are never added up.`,
			alt: `Of ${countWords(rows.length, "toll")} told by two sides or more ${settled.length} are confirmed. On ${differ.length} some side's highest number is below another's lowest${
				differ[0]
					? `, as for ${tollWords(differ[0].key)} of ${dayWords(differ[0].date_start)}: ${rangesWords(differ[0])}`
					: ""
			}.`,
		},
		provenance,
	);
}

const rangesWords = (row: Toll): string =>
	row.sides.map((each) => `${sideWords[each.side]} ${spanWords(each.low, each.high)}`).join("; ");
