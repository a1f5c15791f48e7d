import type { Data } from "plotly.js-dist";
import type { CasualtyFigure, SideFigure } from "../../reliability/casualties/casualty-figures.js";
import { colours, ink } from "../parts/frame.js";
import { hoverCard } from "../parts/hover-card.js";
import { dayLabel } from "../parts/labels.js";
import { incidentIds } from "../parts/marks.js";
import { casualtyLabel, figureRange } from "./casualty-labels.js";
import { sideLabels } from "./labels.js";

/** Place of a row on the vertical axis. */
type RowPlace = (row: CasualtyFigure) => number;

/** Shape of the marks, the same in the legend. */
const sizes = { verdict: 13, figure: 8, decisiveBar: 11, line: 2.5, openEnd: 0.28 } as const;

const titleOf = (row: CasualtyFigure): string => `${casualtyLabel(row.key)}, ${dayLabel(row.date_start)}`;

/** Right end of what a side reports, on the log(1 + count) axis: a little beyond the number where it is "at least". */
export const rightEnd = ({ low, high }: Pick<SideFigure, "low" | "high">): number =>
	high === null ? Math.log1p(low) + sizes.openEnd : Math.log1p(high);

/** The verdict of each figure, over the range of its decisive claims. */
export function verdictMarks(rows: readonly CasualtyFigure[], y: RowPlace): Data[] {
	const ranged = rows.filter((row) => row.verdict_low !== null && row.verdict_low !== row.verdict_high);
	const valued = rows.filter((row) => row.verdict_value !== null);
	const isConfirmed = (row: CasualtyFigure) => row.verdict_status === "confirmed";
	// Beyond the right edge of any axis: the bar of "at least" has no end.
	const end = (high: number | null) => Math.log1p(high ?? Number.MAX_SAFE_INTEGER);
	return [
		...ranged.map((row) => ({
			type: "scatter" as const,
			mode: "lines" as const,
			showlegend: false,
			x: [Math.log1p(row.verdict_low as number), end(row.verdict_high)],
			y: [y(row), y(row)],
			line: { color: "#e2e2e2", width: sizes.decisiveBar },
			hoverinfo: "skip" as const,
		})),
		...[true, false].map((confirmed) => {
			const own = valued.filter((row) => isConfirmed(row) === confirmed);
			return {
				type: "scatter" as const,
				mode: "markers" as const,
				name: confirmed ? "Verdict, confirmed" : "Best supported value",
				showlegend: own.length > 0,
				x: own.map((row) => Math.log1p(row.verdict_value as number)),
				y: own.map(y),
				marker: {
					size: sizes.verdict,
					symbol: confirmed ? ("diamond" as const) : ("diamond-open" as const),
					color: ink.text,
					line: { width: 1.5, color: ink.text },
				},
				hoverinfo: "text" as const,
				customdata: incidentIds(own),
				hovertext: own.map((row) =>
					hoverCard(titleOf(row), [
						["question", row.text],
						[confirmed ? "verdict" : "best supported value", row.verdict_value as number],
						["status", row.verdict_status],
					]),
				),
			};
		}),
	];
}

/** What one side reports of each figure: its lowest and highest number, a triangle where it says "at least". */
export function sideMarks(
	rows: readonly CasualtyFigure[],
	side: SideFigure["side"],
	sidesShown: readonly string[],
	y: RowPlace,
): Data[] {
	const color = colours[side];
	const offset = ((sidesShown.length - 1) / 2 - sidesShown.indexOf(side)) * 0.22;
	const own = rows.flatMap((row) =>
		row.sides.filter((each) => each.side === side).map((each) => ({ ...each, row, y: y(row) + offset })),
	);
	const ends = own.flatMap((each) => [
		{ ...each, x: Math.log1p(each.low), symbol: "circle" as const },
		...(each.high === each.low
			? []
			: [
					{
						...each,
						x: rightEnd(each),
						symbol: each.high === null ? ("triangle-right" as const) : ("circle" as const),
					},
				]),
	]);
	return [
		{
			type: "scatter",
			mode: "lines",
			showlegend: false,
			x: own.flatMap((each) => [Math.log1p(each.low), rightEnd(each), null]),
			y: own.flatMap((each) => [each.y, each.y, null]),
			line: { color, width: sizes.line },
			hoverinfo: "skip",
		},
		{
			type: "scatter",
			mode: "markers",
			name: sideLabels[side],
			x: ends.map(({ x }) => x),
			y: ends.map((each) => each.y),
			marker: { size: sizes.figure, color, symbol: ends.map(({ symbol }) => symbol) },
			hoverinfo: "text",
			customdata: ends.map((each) => each.row.incident_id),
			hovertext: ends.map((each) =>
				hoverCard(titleOf(each.row), [
					["question", each.row.text],
					["side", sideLabels[side]],
					["reported", figureRange(each.low, each.high)],
					["sources", each.n],
				]),
			),
		},
	];
}
