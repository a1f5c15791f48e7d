import type { Data } from "plotly.js-dist";
import type { CasualtyFigure, SideFigure } from "../../reliability/casualties/casualty-figures.js";
import { colours, ink, plain } from "../parts/frame.js";
import { countLabel } from "../parts/labels.js";
import { sideLabels } from "./labels.js";

/** A range as text. */
export const spanLabel = (low: number, high: number | null): string =>
	high === null ? `at least ${low}` : low === high ? String(low) : `${low} to ${high}`;

/** The verdict of each toll, over the range of the claims that carry it. */
export function verdicts(rows: readonly CasualtyFigure[], yOf: (row: CasualtyFigure) => number): Data[] {
	const ranged = rows.filter((row) => row.verdict_low !== null && row.verdict_low !== row.verdict_high);
	const valued = rows.filter((row) => row.verdict_value !== null);
	const isResolved = (row: CasualtyFigure) => row.verdict_status === "confirmed";
	return [
		...ranged.map((row) => ({
			type: "scatter" as const,
			mode: "lines" as const,
			showlegend: false,
			x: [Math.log1p(row.verdict_low as number), row.verdict_high === null ? 99 : Math.log1p(row.verdict_high)],
			y: [yOf(row), yOf(row)],
			line: { color: "#e2e2e2", width: 11 },
			hoverinfo: "skip" as const,
		})),
		{
			type: "scatter",
			mode: "markers",
			name: "Verdict",
			x: valued.map((row) => Math.log1p(row.verdict_value as number)),
			y: valued.map(yOf),
			marker: {
				size: 14,
				symbol: valued.map((row) => (isResolved(row) ? ("diamond" as const) : ("diamond-open" as const))),
				color: ink.text,
				line: { width: 1.5, color: ink.text },
			},
			hoverinfo: "text",
			hovertext: valued.map(
				(row) =>
					`${plain(row.text)}<br>${row.verdict_value} (${row.verdict_status}${isResolved(row) ? "" : ", best supported"})`,
			),
		},
	];
}

/** What one side says of each toll: its least and greatest number, an arrow where it says "at least". */
export function dumbbells(
	rows: readonly CasualtyFigure[],
	side: SideFigure["side"],
	told: readonly string[],
	yOf: (row: CasualtyFigure) => number,
): Data[] {
	const color = colours[side];
	const own = rows.flatMap((row) =>
		row.sides
			.filter((each) => each.side === side)
			.map((each) => ({ ...each, y: yOf(row) + ((told.length - 1) / 2 - told.indexOf(side)) * 0.22, text: row.text })),
	);
	const ends = own.flatMap((each) => {
		const right =
			each.high === null
				? { value: Math.log1p(each.low) + 0.28, symbol: "triangle-right" as const }
				: { value: Math.log1p(each.high), symbol: "circle" as const };
		return [
			{ ...each, value: Math.log1p(each.low), symbol: "circle" as const },
			...(each.high === each.low ? [] : [{ ...each, ...right }]),
		];
	});
	return [
		{
			type: "scatter",
			mode: "lines",
			showlegend: false,
			x: own.flatMap(({ low, high }) => [
				Math.log1p(low),
				high === null ? Math.log1p(low) + 0.28 : Math.log1p(high),
				null,
			]),
			y: own.flatMap(({ y }) => [y, y, null]),
			line: { color, width: 2.5 },
			hoverinfo: "skip",
		},
		{
			type: "scatter",
			mode: "markers",
			name: sideLabels[side],
			x: ends.map(({ value }) => value),
			y: ends.map(({ y }) => y),
			marker: { size: 8, color, symbol: ends.map(({ symbol }) => symbol) },
			hoverinfo: "text",
			hovertext: ends.map(
				({ low, high, n, text }) =>
					`${sideLabels[side]}: ${spanLabel(low, high)} (${countLabel(n, "source")})<br>${plain(text)}`,
			),
		},
	];
}
