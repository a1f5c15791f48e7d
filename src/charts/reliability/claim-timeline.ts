import type { Data } from "plotly.js-dist";
import { knownOption, knownOptions } from "../../records/known-option.js";
import { NotEnoughDataError } from "../../records/not-enough-data.js";
import type { Dossier } from "../../records/records.js";
import {
	type ClaimTimelineRow,
	mostOpposed,
	type ClaimTimeline as Timeline,
	claimTimeline as timelineOf,
} from "../../reliability/questions/claim-timeline.js";
import { requireData } from "../catalogue-entry.js";
import { aClaim, type Need } from "../needs.js";
import { colours, type Figure, figureWidth, frame, ink, plain, wrap } from "../parts/frame.js";
import { countLabel, dayLabel, isAre, wordFor } from "../parts/labels.js";
import { provenanceOf } from "../parts/provenance.js";
import { shorten } from "../parts/text.js";
import { answersLabel, timelineTitle, verdictLabel } from "./claim-timeline-labels.js";
import { sideLabels } from "./labels.js";

/** Which claims are drawn. */
export interface ClaimTimelineOptions {
	/** Claims that repeat another source: drawn (`include`, default) or not. */
	readonly repeats?: "include" | "exclude";
}

/** What the chart cannot be drawn without. */
export const claimTimelineNeeds: readonly Need[] = [aClaim];

const repeatChoices = ["include", "exclude"] as const;
const rowHeight = 23;
/** Pixels of a letter beside a mark, and letters at most; a longer name is whole in the hover text. */
const [letterWidth, longestName] = [7, 100];
const margin = { l: 132, r: 40 };

/**
 * Every claim on one question, from the first day down, in the column of its answer: original statements filled,
 * repeats hollow, squares for several unnamed sources, a dark ring for a decisive claim. Unit: claims; no interval.
 *
 * @param questionId any question; by default the yes-or-no question with most original sources on both answers
 * @throws RangeError for an unknown question, naming the nearest ids; NotEnoughDataError where no claim can be drawn
 * @example
 * charts.claimTimeline(dossier).table[0] // → { claim_id: "c01", published_on: "2022-01-10", side: "iran_state", answer: "no" }
 */
export function claimTimeline(dossier: Dossier, questionId?: string, options: ClaimTimelineOptions = {}): Figure {
	const { repeats = "include" } = knownOptions(options, ["repeats"]);
	knownOption("repeats", repeats, repeatChoices);
	requireData(dossier, claimTimelineNeeds);
	const id = questionId ?? mostOpposed(dossier)?.proposition_id;
	if (id === undefined) throw new NotEnoughDataError("no question is answered both yes and no");
	const timeline = timelineOf(dossier, id);
	const rows = timeline.rows.filter(({ stance }) => repeats === "include" || stance !== "repeats");
	if (rows.length === 0)
		throw new NotEnoughDataError(
			timeline.rows.length === 0 ? `no source has answered ${id} yet` : `every claim on ${id} repeats another source`,
		);
	// Numbers stand in their order, other answers by how many original sources give them.
	const answers = timeline.answers
		.filter(({ answer }) => rows.some((row) => row.answer === answer))
		.sort((a, b) => (a.least ?? 0) - (b.least ?? 0));
	const column = new Map(answers.map(({ answer }, index) => [answer, index]));
	const x = (row: ClaimTimelineRow) => column.get(row.answer) ?? 0;
	const days = [...new Set(rows.map(({ published_on }) => published_on))];
	const firstOf = (day: string | null) => rows.findIndex(({ published_on }) => published_on === day);
	const isLeft = (row: ClaimTimelineRow) => x(row) <= (answers.length - 1) / 2;
	const plotWidth = figureWidth - margin.l - margin.r;
	const plotHeight = Math.max(2, rows.length) * rowHeight + 20;
	const range: [number, number] =
		answers.length === 1 ? [-0.055, 0.945] : [-0.055 * answers.length, answers.length - 0.9];
	// Every claim has a line of its own, so that its name may run to the far edge.
	const lettersFor = (row: ClaimTimelineRow) => {
		const at = ((x(row) - range[0]) / (range[1] - range[0])) * plotWidth;
		return Math.min(longestName, Math.floor(((isLeft(row) ? plotWidth - at : at) - 12) / letterWidth));
	};
	const headings = answers.map(({ answer }) => wrap(plain(answer), Math.max(70, plotWidth / answers.length - 12), 12));
	const headLines = Math.max(...headings.map((text) => text.split("<br>").length));
	const own = timeline.rows.filter(({ stance }) => stance !== "repeats").length;
	const undated = rows.filter(({ published_on }) => published_on === null).length;
	const collective = rows.filter((row) => row.collective).length;
	const decisive = timeline.rows.filter(({ is_decisive }) => is_decisive).length;
	const verdict = verdictLabel(timeline);
	return frame(
		{
			id: "claim-timeline",
			subject: "reliability",
			plotHeight,
			data: [...legend(rows), ...marks(rows, x)],
			layout: {
				margin: { ...margin, t: 58 + 16 * headLines, b: 8 },
				showlegend: true,
				legend: {
					orientation: "h",
					x: -(margin.l - 16) / plotWidth,
					xanchor: "left",
					y: 1 + (8 + 16 * headLines) / plotHeight,
					yanchor: "bottom",
					itemsizing: "constant",
					itemclick: false,
					itemdoubleclick: false,
				},
				xaxis: {
					side: "top",
					range,
					tickvals: answers.map((_, index) => index),
					ticktext: headings.map((text) => `<b>${text}</b>`),
					tickangle: 0,
					gridcolor: ink.grid,
					zeroline: false,
					fixedrange: true,
				},
				yaxis: {
					range: [Math.max(2, rows.length) - 0.2, -0.8],
					tickvals: days.map(firstOf),
					ticktext: days.map(dateLabel),
					showgrid: false,
					zeroline: false,
					fixedrange: true,
				},
				shapes: days.slice(1).map((day) => ({
					type: "line" as const,
					xref: "paper" as const,
					x0: -0.17,
					x1: 1,
					y0: firstOf(day) - 0.5,
					y1: firstOf(day) - 0.5,
					line: { color: ink.grid, width: 1 },
					layer: "below" as const,
				})),
				annotations: rows.map((row, y) => ({
					x: x(row),
					y,
					text: nameLabel(row, lettersFor(row)),
					showarrow: false,
					xanchor: isLeft(row) ? ("left" as const) : ("right" as const),
					xshift: isLeft(row) ? 12 : -12,
					font: { size: 12, color: row.stance === "repeats" ? ink.soft : ink.text },
				})),
			},
			table: rows.map((row) => ({ ...row })),
		},
		{
			title: timelineTitle(timeline),
			subtitle: shorten(`Claims by day (not to scale) and answer (across). The coders' verdict: ${verdict}`, 110),
			caption: `Incident of ${dayLabel(timeline.date_start)}. n = ${countLabel(timeline.rows.length, "claim")}: ${countLabel(own, "original statement")}, ${countLabel(timeline.rows.length - own, "repeat")}${repeats === "exclude" ? " (not drawn)" : ""}${undated === 0 ? "" : `; ${undated} without a date, last`}. ${howCounted(timeline)}`,
			notes: [
				`Question: ${timeline.text}`.replace(/([^.)])$/, "$1 (as coded)."),
				`Verdict: ${verdict}.`,
				...(timeline.disputed_readings === null
					? []
					: [`Readers dispute this verdict (${timeline.disputed_readings}).`]),
				`Answers: ${answersLabel(timeline)}.`,
				`Of ${countLabel(dossier.claims.length, "claim")}, ${timeline.rows.length} ${isAre(timeline.rows.length)} on this question and ${(dossier.claims.length - timeline.rows.length).toLocaleString("en")} on others.`,
				`Of ${countLabel(timeline.rows.length, "claim")} on it, ${own} ${isAre(own)} ${wordFor(own, "an original statement", "original statements")} and ${timeline.rows.length - own} ${isAre(timeline.rows.length - own)} ${wordFor(timeline.rows.length - own, "a repeat", "repeats")} of another source.`,
				...(collective === 0
					? []
					: [
							`${countLabel(collective, "claim")} ${isAre(collective)} under a label for several unnamed sources. Each label counts as one original source.`,
						]),
				decisive === 0
					? "No claim is recorded as decisive for the verdict."
					: `${countLabel(decisive, "claim")} ${isAre(decisive)} decisive: without ${wordFor(decisive, "it", "them")} the verdict would be another.`,
				"Claims without a date are last. On one day original statements come before repeats. Days are the finest unit of the data.",
			],
			alt: altOf(timeline, verdict),
		},
		provenanceOf(dossier),
	);
}

/** How the original sources of the title come about, and what the ring means where it is drawn. */
function howCounted({ rows }: Timeline): string {
	const own = new Set(
		rows.filter(({ stance }) => stance !== "repeats").map(({ source, answer }) => `${source} ${answer}`),
	);
	const repeated = new Set(rows.flatMap(({ repeats, answer }) => (repeats === null ? [] : [`${repeats} ${answer}`])));
	const onlyRepeated = [...repeated].filter((each) => !own.has(each)).length;
	return [
		`An original source counts once for an answer${onlyRepeated === 0 ? "" : `; ${onlyRepeated} ${isAre(onlyRepeated)} known only through a repeat`}.`,
		...(rows.some(({ is_decisive }) => is_decisive) ? ["Decisive: without this claim the verdict would change."] : []),
	].join(" ");
}

const dateLabel = (day: string | null): string => (day === null ? "no date" : dayLabel(day));

/** Two sentences, whatever signs the question holds. */
function altOf(timeline: Timeline, verdict: string): string {
	const text = timeline.text.replace(/[?.!]+$/, "").replace(/[?.!]\s+/g, ", ");
	return `Claims on the question "${text}": ${answersLabel(timeline)}. The verdict is ${verdict}.`;
}

const symbolOf = ({ stance, collective }: ClaimTimelineRow) =>
	stance === "repeats" ? (collective ? "square-open" : "circle-open") : collective ? "square" : "circle";

/** Name of the source, and of the source that it repeats, shortened where it is long. */
function nameLabel({ source, stance, repeats }: ClaimTimelineRow, letters: number): string {
	const whole = stance === "repeats" ? `${source}, repeating ${repeats ?? "an unnamed source"}` : source;
	return plain(shorten(whole, letters));
}

function legend(rows: readonly ClaimTimelineRow[]): Data[] {
	const entry = (name: string, marker: object): Data => ({
		type: "scatter",
		mode: "markers",
		name,
		x: [null],
		y: [null],
		marker: { size: 11, ...marker },
	});
	const grey = ink.soft;
	return [
		...Object.entries(sideLabels)
			.filter(([side]) => rows.some((row) => row.side === side))
			.map(([side, label]) => entry(label, { color: colours[side as keyof typeof sideLabels] })),
		...(rows.some(({ stance }) => stance === "repeats")
			? [entry("repeat", { symbol: "circle-open", color: grey, line: { width: 2 } })]
			: []),
		...(rows.some(({ collective }) => collective)
			? [entry("several unnamed sources", { symbol: "square", color: grey })]
			: []),
		...(rows.some(({ is_decisive }) => is_decisive)
			? [entry("decisive claim", { color: grey, line: { width: 3, color: ink.text } })]
			: []),
	];
}

function marks(rows: readonly ClaimTimelineRow[], x: (row: ClaimTimelineRow) => number): Data[] {
	return Object.keys(sideLabels).flatMap((side) => {
		const own = rows.flatMap((row, y) => (row.side === side ? [{ row, y }] : []));
		if (own.length === 0) return [];
		const color = colours[side as keyof typeof sideLabels];
		return [
			{
				type: "scatter" as const,
				mode: "markers" as const,
				showlegend: false,
				x: own.map(({ row }) => x(row)),
				y: own.map(({ y }) => y),
				marker: {
					opacity: 1,
					size: own.map(({ row }) => (row.is_decisive ? 14 : 11)),
					symbol: own.map(({ row }) => symbolOf(row)),
					color,
					line: {
						width: own.map(({ row }) => (row.is_decisive ? 3 : row.stance === "repeats" ? 2 : 0)),
						color: own.map(({ row }) => (row.is_decisive ? ink.text : color)),
					},
				},
				hoverinfo: "text" as const,
				customdata: own.map(({ y }) => y),
				hovertext: own.map(({ row }) =>
					[
						`<b>${plain(row.source)}</b>`,
						`answer: ${plain(row.answer)} (${row.stance}${row.is_decisive ? ", decisive" : ""})`,
						`date: ${dateLabel(row.published_on)}`,
						`evidence: ${row.basis.replaceAll("_", " ")}`,
						...(row.repeats === null ? [] : [`original source: ${plain(row.repeats)}`]),
						...(row.reported_by === null ? [] : [`reported by: ${plain(row.reported_by)}`]),
					].join("<br>"),
				),
			},
		];
	});
}
