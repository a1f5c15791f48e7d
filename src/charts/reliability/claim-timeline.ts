import type { ClaimTimeline, ClaimTimelineRow } from "../../reliability/questions/claim-timeline.js";
import { colours, type Figure, frame, ink, type Provenance, plain } from "../parts/frame.js";
import { countLabel, dayLabel, joinList } from "../parts/labels.js";
import { shorten } from "../parts/text.js";
import { sideLabels } from "./labels.js";

const rowHeight = 23;
/** Longest name beside a mark; the rest stands in the hover text. */
const longestName = 56;
/** Answers that the title names. */
const longestList = 3;

/**
 * Every claim on one question: a row a claim, from the first day down, in the column of its answer. Filled
 * marks are origins, hollow ones repeats, squares labels for several voices; a dark ring marks a claim that the verdict rests on.
 */
export function claimTimelineChart(ladder: ClaimTimeline, provenance: Provenance): Figure {
	const { rows } = ladder;
	// Numbers stand in their order, other answers by how many origins give them.
	const answers = [...ladder.answers].sort((a, b) => (a.least ?? 0) - (b.least ?? 0));
	const most = ladder.answers.slice(0, longestList);
	const others = answers.length - most.length;
	const column = new Map(answers.map(({ answer }, index) => [answer, index]));
	const x = (row: ClaimTimelineRow) => column.get(row.answer) ?? 0;
	const y = (row: ClaimTimelineRow) => rows.indexOf(row);
	const days = [...new Set(rows.map(({ published_on }) => published_on))];
	const dayOf = (day: string | null) => (day === null ? "no date" : dayLabel(day));
	const sidesThere = Object.entries(sideLabels).filter(([side]) => rows.some((row) => row.side === side));
	const isLeft = (row: ClaimTimelineRow) => x(row) <= (answers.length - 1) / 2;
	const plotHeight = rows.length * rowHeight + 20;
	const repeats = rows.filter(({ stance }) => stance === "repeats").length;
	const verdict =
		ladder.verdict_status === "confirmed" || ladder.verdict_status === "refuted"
			? `settled as ${ladder.verdict ?? "not known"}`
			: ladder.verdict_status;
	return frame(
		{
			id: "claim-ladder",
			subject: "reliability",
			plotHeight,
			data: sidesThere.flatMap(([side, words]) => {
				const own = rows.filter((row) => row.side === side);
				const inLegend = {
					type: "scatter" as const,
					mode: "markers" as const,
					name: words,
					x: [null],
					y: [null],
					marker: { size: 11, color: colours[side as keyof typeof sideLabels] },
				};
				const marks = {
					type: "scatter" as const,
					mode: "markers" as const,
					showlegend: false,
					x: own.map(x),
					y: own.map(y),
					marker: {
						opacity: 1,
						size: own.map(({ is_decisive }) => (is_decisive ? 14 : 11)),
						symbol: own.map(symbolOf),
						color: colours[side as keyof typeof sideLabels],
						line: {
							width: own.map(({ stance, is_decisive }) => (is_decisive ? 3 : stance === "repeats" ? 2 : 0)),
							color: own.map(({ is_decisive }) => (is_decisive ? ink.text : colours[side as keyof typeof sideLabels])),
						},
					},
					hoverinfo: "text" as const,
					hovertext: own.map(
						(row) =>
							`${plain(row.source)}: ${plain(row.answer)} (${row.stance}, ${row.basis.replaceAll("_", " ")})<br>${dayOf(row.published_on)}${row.reported_by ? `, as reported by ${plain(row.reported_by)}` : ""}`,
					),
				};
				return [inLegend, marks];
			}),
			layout: {
				margin: { l: 132, r: 40, t: 58, b: 8 },
				showlegend: true,
				legend: {
					orientation: "h",
					x: 0,
					xanchor: "left",
					y: 1 + 26 / plotHeight,
					yanchor: "bottom",
					itemsizing: "constant",
				},
				xaxis: {
					side: "top",
					range: [-0.055 * answers.length, answers.length - 0.9],
					tickvals: answers.map((_, index) => index),
					ticktext: answers.map(({ answer }) => `<b>${plain(answer)}</b>`),
					gridcolor: ink.grid,
					zeroline: false,
					fixedrange: true,
				},
				yaxis: {
					range: [rows.length - 0.2, -0.8],
					tickvals: days.map((day) => rows.findIndex(({ published_on }) => published_on === day)),
					ticktext: days.map(dayOf),
					showgrid: false,
					zeroline: false,
				},
				shapes: days.slice(1).map((day) => ({
					type: "line" as const,
					xref: "paper" as const,
					x0: -0.17,
					x1: 1,
					y0: rows.findIndex(({ published_on }) => published_on === day) - 0.5,
					y1: rows.findIndex(({ published_on }) => published_on === day) - 0.5,
					line: { color: ink.grid, width: 1 },
					layer: "below" as const,
				})),
				annotations: rows.map((row) => ({
					x: x(row),
					y: y(row),
					text: label(row),
					showarrow: false,
					xanchor: isLeft(row) ? ("left" as const) : ("right" as const),
					xshift: isLeft(row) ? 12 : -12,
					font: { size: 12, color: row.stance === "repeats" ? ink.soft : ink.text },
				})),
			},
			table: rows.map((row) => ({ ...row })),
		},
		{
			title: `${ladder.text} ${joinList([...most.map(({ answer, origins }) => `${countLabel(origins, "origin")} ${origins === 1 ? "answers" : "answer"} ${answer}`), ...(others === 0 ? [] : [countLabel(others, "other answer")])])}: ${verdict}`,
			subtitle:
				"Every claim on the question, by day of publication; filled: an origin, hollow: a repeat, square: a label for several voices, dark ring: the verdict rests on it",
			caption: `Incident of ${dayLabel(ladder.date_start)}. n = ${countLabel(rows.length, "claim")}, of which ${repeats} repeat another source. ${rows.filter(({ published_on }) => published_on === null).length} without a date stand last. ${rows.filter(({ collective }) => collective).length} stand under a label for several voices and count as one origin a label.`,
			alt: `${ladder.text} ${answers.map(({ answer, origins, reports }) => `${answer}: ${countLabel(origins, "origin")} in ${countLabel(reports, "report")}`).join("; ")}. The verdict is ${verdict}.`,
		},
		provenance,
	);
}

const symbolOf = ({ stance, collective }: ClaimTimelineRow) =>
	stance === "repeats" ? (collective ? "square-open" : "circle-open") : collective ? "square" : "circle";

/** The name of who speaks, and of whom a repeat repeats, shortened where it is long. */
function label({ source, repeats }: ClaimTimelineRow): string {
	const text = repeats === null ? source : `${source}, repeating ${repeats}`;
	return plain(shorten(text, longestName));
}
