import { sides } from "../../claims/sides.js";
import type { Excluded } from "../../records/exclusions.js";
import { knownOption, knownOptions } from "../../records/known-option.js";
import { NotEnoughDataError } from "../../records/not-enough-data.js";
import type { Dossier } from "../../records/records.js";
import { casualtyQuestions } from "../../reliability/casualties/casualty-claims.js";
import {
	type CasualtyFigure,
	casualtyFigures as figuresBySide,
} from "../../reliability/casualties/casualty-figures.js";
import { requireData } from "../catalogue-entry.js";
import { aClaim, type Need } from "../needs.js";
import { drawnRows, foldedLabel, foldedNotes } from "../parts/drawn-rows.js";
import { type Figure, figureWidth, frame, ink, plain } from "../parts/frame.js";
import { captionLabel, countLabel, dayLabel, excludedLabel, wordFor } from "../parts/labels.js";
import { provenanceOf } from "../parts/provenance.js";
import { casualtyLabel, figureRange } from "./casualty-labels.js";
import { rightEnd, sideMarks, verdictMarks } from "./casualty-marks.js";
import { sideLabels } from "./labels.js";

/** Options of `casualtyFigures`. */
export interface CasualtyFiguresOptions {
	/** Draw the figures that at least so many sides report: 2 (default), or 1 for all. */
	readonly minimumSides?: 1 | 2;
}

/** What the chart cannot be drawn without. */
export const casualtyFiguresNeeds: readonly Need[] = [aClaim];

const rowHeight = 31;
const marginLeft = 284;
const ticks = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];

/** Everything the chart shows, computed with the same options. */
function numbersOf(dossier: Dossier, { minimumSides = 2 }: CasualtyFiguresOptions) {
	knownOption("minimumSides", minimumSides, [1, 2]);
	const all = figuresBySide(dossier);
	const rows = all.filter((row) => row.sides.length >= minimumSides);
	const compared = all.filter((row) => row.sides.length > 1);
	if (rows.length === 0)
		throw new NotEnoughDataError(
			minimumSides === 1 ? "no source reports a casualty figure" : "no casualty figure is reported by two sides",
		);
	const claimsOn = (own: readonly CasualtyFigure[]) =>
		own.reduce((sum, row) => sum + row.sides.reduce((n, side) => n + side.n, 0), 0);
	const { excluded, n } = casualtyQuestions(dossier);
	const notDrawn: Excluded = { reason: "one_side_only", n: claimsOn(all) - claimsOn(rows) };
	return {
		all,
		rows,
		lines: drawnRows(rows, gapOf),
		compared,
		minimumSides,
		disjoint: compared.filter(areDisjoint),
		confirmed: rows.filter(({ verdict_status }) => verdict_status === "confirmed"),
		shown: sides.filter((side) => rows.some((row) => row.sides.some((each) => each.side === side))),
		claims: n,
		drawn: claimsOn(rows),
		excluded: [...excluded, ...(notDrawn.n > 0 ? [notDrawn] : [])] as readonly Excluded[],
	};
}
type Numbers = ReturnType<typeof numbersOf>;

/** How far the numbers of two sides lie apart on the scale of log(1 + count), at most; below 0 where all overlap. */
const gapOf = ({ sides }: CasualtyFigure): number =>
	Math.max(
		...sides.flatMap((a) => sides.map((b) => Math.log1p(b.low) - Math.log1p(a.high ?? Number.POSITIVE_INFINITY))),
	);

/** Whether the highest number of one side is below the lowest of another. */
const areDisjoint = ({ sides }: CasualtyFigure): boolean =>
	sides.some((a) => sides.some((b) => a.high !== null && a.high < b.low));

/**
 * The sides' killed, wounded and captured: for each figure the lowest and highest number that each side reports, the
 * verdict, and the range of its decisive claims, on a log(1 + count) axis. Excludes aggregate reports, repeats,
 * collective sources and earlier statements.
 *
 * @throws NotEnoughDataError where no figure is reported by so many sides
 * @throws `unknown minimumSides: 3 (known: 1, 2)`
 * @example
 * charts.casualtyFigures(dossier).table[2] // → { side: "iran_state", low: 0, high: 3, verdict_value: 3, signed_log_error: -0.693 }
 */
export function casualtyFigures(dossier: Dossier, options: CasualtyFiguresOptions = {}): Figure {
	knownOptions(options, ["minimumSides"]);
	requireData(dossier, casualtyFiguresNeeds);
	const numbers = numbersOf(dossier, options);
	const { lines, shown } = numbers;
	const { drawn: rows, folded } = lines;
	const provenance = provenanceOf(dossier);
	const y = (row: CasualtyFigure) => rows.length - 1 - rows.indexOf(row);
	const reach = Math.max(
		Math.log1p(10),
		...rows.flatMap((row) => [Math.log1p(row.verdict_high ?? row.verdict_value ?? 0), ...row.sides.map(rightEnd)]),
	);
	const marked = ticks.filter((tick) => Math.log1p(tick) <= reach);
	const plotWidth = figureWidth - marginLeft - 40;
	return frame(
		{
			id: "casualty-figures",
			subject: "reliability",
			plotHeight: (Math.max(3, rows.length) + (folded > 0 ? 1 : 0)) * rowHeight + 8,
			data: [...verdictMarks(rows, y), ...shown.flatMap((side) => sideMarks(rows, side, shown, y))],
			layout: {
				// Room for two lines of legend above the drawing: other fonts are wider.
				margin: { l: marginLeft, r: 40, t: 52, b: 44 },
				showlegend: true,
				legend: {
					orientation: "h",
					x: -(marginLeft - 16) / plotWidth,
					xanchor: "left",
					y: 1,
					yanchor: "bottom",
					traceorder: "normal",
				},
				xaxis: {
					range: [-0.12, reach * 1.04],
					tickvals: marked.map(Math.log1p),
					ticktext: marked.map((tick) => tick.toLocaleString("en")),
					gridcolor: ink.grid,
					zeroline: false,
					title: { text: "reported number, log(1 + count) scale", standoff: 8 },
				},
				yaxis: {
					range: [folded > 0 ? -1.6 : -0.6, rows.length - 0.4],
					tickvals: [...rows.map(y), ...(folded > 0 ? [-1] : [])],
					ticktext: [
						...rows.map((row) => `${plain(casualtyLabel(row.key))}, ${dayLabel(row.date_start)}`),
						...(folded > 0 ? [foldedLabel(folded)] : []),
					],
					showgrid: false,
					zeroline: false,
				},
				shapes: rows.slice(1).map((row) => ({
					type: "line" as const,
					xref: "paper" as const,
					x0: 0,
					x1: 1,
					y0: y(row) + 0.5,
					y1: y(row) + 0.5,
					line: { color: ink.grid, width: 1 },
					layer: "below" as const,
				})),
			},
			table: numbers.all.flatMap((row) =>
				row.sides.map((each) => ({
					proposition_id: row.proposition_id,
					date_start: row.date_start,
					casualty_figure: casualtyLabel(row.key),
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
			title: titleOf(numbers),
			subtitle: "Lowest to highest number reported by each side's sources (triangle: at least), and the verdict",
			caption: captionLabel(
				provenance,
				`${countLabel(numbers.drawn, "claim")} on ${countLabel(numbers.rows.length, "casualty figure")}`,
				numbers.excluded,
				{ singular: "claim", more: "Rows count different things and must not be added up." },
			),
			notes: notesOf(numbers),
			alt: altOf(numbers),
		},
		provenance,
	);
}

function titleOf({ compared, disjoint }: Numbers): string {
	if (compared.length === 0) return "No casualty figure is reported by two sides";
	if (compared.length === 1)
		return `In the one case that two sides report, their casualty figures ${disjoint.length === 1 ? "do not overlap" : "overlap"}`;
	if (disjoint.length === 0) return `The sides' casualty figures overlap in all ${compared.length} cases`;
	return `The sides' casualty figures do not overlap in ${disjoint.length} of ${compared.length} cases`;
}

const sidesLabel = ({ sides }: CasualtyFigure): string =>
	sides.map((each) => `${sideLabels[each.side]} ${figureRange(each.low, each.high)}`).join(", ");

function altOf({ rows, confirmed, compared, disjoint, minimumSides }: Numbers): string {
	const [first] = disjoint;
	const example = first
		? `, such as ${casualtyLabel(first.key)} on ${dayLabel(first.date_start)}: ${sidesLabel(first)}`
		: "";
	const what = `Casualty figures reported by ${minimumSides === 1 ? "one side or more" : "two sides or more"}: ${rows.length}, of which confirmed: ${confirmed.length}`;
	return `${what}. The sides' ranges do not overlap in ${disjoint.length} of ${countLabel(compared.length, "case")} that two sides report${example}.`;
}

const notesOf = ({ claims, drawn, excluded, confirmed, rows, all, lines }: Numbers): string[] => [
	`Of ${countLabel(claims, "claim")} on casualty figures, ${drawn} ${wordFor(drawn, "is", "are")} drawn and ${claims - drawn} ${wordFor(claims - drawn, "is", "are")} excluded.`,
	excludedLabel(excluded, "claim"),
	...foldedNotes(lines, "casualty figure", "those on which the sides are farthest apart"),
	"Each source counts with its latest statement.",
	"Two sides do not overlap where the highest number of one is below the lowest number of the other.",
	`A filled diamond is a confirmed verdict: ${confirmed.length} of ${countLabel(rows.length, "figure")} drawn. A hollow diamond is only the best supported value.`,
	"The grey bar is the range that the verdict's decisive claims allow.",
	"Ranges are drawn as reported: no mean is taken, and no range is narrowed to one number.",
	`The table holds ${countLabel(all.length, "figure")}, including those reported by one side only. Its signed log error is the median of ln((1 + reported) / (1 + verdict)), for confirmed figures and without circular verdicts.`,
];
