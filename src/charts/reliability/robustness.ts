import type { Data } from "plotly.js-dist";
import { knownOption, knownOptions } from "../../records/known-option.js";
import { NotEnoughDataError } from "../../records/not-enough-data.js";
import type { Dossier } from "../../records/records.js";
import {
	type Robustness,
	type RobustnessMethod,
	robustnessMethods,
	robustness as robustnessOf,
} from "../../reliability/questions/robustness.js";
import { requireData } from "../catalogue-entry.js";
import { aClaim, type Need } from "../needs.js";
import { colours, type Figure, frame, ink } from "../parts/frame.js";
import { hoverCard } from "../parts/hover-card.js";
import { captionLabel, countLabel, wordFor } from "../parts/labels.js";
import { incidentIds } from "../parts/marks.js";
import { provenanceOf } from "../parts/provenance.js";

/** Options of `robustness`. */
export interface RobustnessOptions {
	/** `vote` (default): bars for the vote, diamonds for one-coin; `one_coin`: the other way round. */
	readonly method?: RobustnessMethod;
}

/** What the chart cannot be drawn without. */
export const robustnessNeeds: readonly Need[] = [aClaim];

const fewest = ({ answer, removed_at_least }: Robustness): number => (answer === null ? 0 : (removed_at_least ?? 0));

const columns = [
	{ label: "tie", has: ({ answer }: Robustness) => answer === null },
	{ label: "1, the only<br>source", has: (row: Robustness) => fewest(row) === 1 && row.original_sources === 1 },
	{ label: "1 of several", has: (row: Robustness) => fewest(row) === 1 && row.original_sources > 1 },
	{ label: "2", has: (row: Robustness) => fewest(row) === 2 },
	{ label: "3", has: (row: Robustness) => fewest(row) === 3 },
	{ label: "4", has: (row: Robustness) => fewest(row) === 4 },
	{ label: "5 or more", has: (row: Robustness) => fewest(row) >= 5 },
] as const;
type Column = (typeof columns)[number];

const panels = [
	{ heading: "Resolved questions", statuses: ["confirmed", "refuted"] },
	{ heading: "Unresolved questions", statuses: ["announced", "contested", "unresolved"] },
] as const;
type Panel = (typeof panels)[number];

const methodNames: Readonly<Record<RobustnessMethod, string>> = {
	vote: "vote of original sources",
	one_coin: "one-coin Dawid–Skene",
};

const within = (rows: readonly Robustness[], { statuses }: Panel): Robustness[] =>
	rows.filter(({ verdict_status }) => statuses.some((status) => status === verdict_status));
const countIn = (rows: readonly Robustness[], { has }: Column): number => rows.filter((row) => has(row)).length;
const columnLabel = ({ label }: Column): string => label.replace("<br>", " ");

/** Everything the chart shows, computed with the same options. */
function numbersOf(dossier: Dossier, { method = "vote" }: RobustnessOptions) {
	knownOption("method", method, robustnessMethods);
	const [byVote, byOneCoin] = [robustnessOf(dossier, "vote"), robustnessOf(dossier, "one_coin")];
	const rows = method === "vote" ? byVote.questions : byOneCoin.questions;
	const resolved = within(rows, panels[0]);
	if (resolved.length === 0) throw new NotEnoughDataError("no resolved question has an answer that can be used");
	const dependent = resolved.filter(({ pivotal }) => pivotal.length > 0);
	return {
		method,
		other: (method === "vote" ? "one_coin" : "vote") as RobustnessMethod,
		rows,
		otherRows: method === "vote" ? byOneCoin.questions : byVote.questions,
		byVote: byVote.questions,
		byOneCoin: new Map(byOneCoin.questions.map((row) => [row.proposition_id, row])),
		resolved,
		dependent,
		alone: dependent.filter(({ original_sources }) => original_sources === 1),
		bounded: [...byVote.questions, ...byOneCoin.questions].filter(
			({ removed_at_least, removed_at_most }) => removed_at_least !== removed_at_most,
		).length,
		without_answer: byVote.without_answer,
		questions: dossier.propositions.length,
	};
}
type Numbers = ReturnType<typeof numbersOf>;

/**
 * How many original sources must be removed before the computed answer changes: number of questions, resolved above
 * unresolved, by the vote of original sources and by one-coin Dawid–Skene. Repeats never count. Excludes questions
 * without an answer.
 *
 * @throws NotEnoughDataError where no resolved question has an answer
 * @throws `unknown method: dice (known: vote, one_coin)`
 * @example
 * charts.robustness(dossier).table[2] // → { original_sources: 4, vote_answer: "3", vote_share: 0.50 }
 */
export function robustness(dossier: Dossier, options: RobustnessOptions = {}): Figure {
	knownOptions(options, ["method"]);
	requireData(dossier, robustnessNeeds);
	const numbers = numbersOf(dossier, options);
	const { rows, otherRows, method, other } = numbers;
	const provenance = provenanceOf(dossier);
	// One scale for both panels: each is as high as what it has to show.
	const heights = panels.map((panel) => {
		const most = Math.max(
			1,
			...[rows, otherRows].flatMap((own) => columns.map((column) => countIn(within(own, panel), column))),
		);
		return most * 1.08 + 0.5;
	});
	const [upper, lower] = heights as [number, number];
	const split = (lower / (upper + lower)) * 0.87;
	const axisOf = (panel: number) => (panel === 0 ? ("y" as const) : ("y2" as const));
	const dtick = [1, 2, 5, 10, 20, 50, 100, 200].find((step) => (upper + lower) / step <= 11) ?? 500;
	return frame(
		{
			id: "robustness",
			subject: "reliability",
			plotHeight: 420,
			data: panels.flatMap((panel, index) => panelMarks(panel, axisOf(index), numbers)),
			layout: {
				barmode: "stack",
				margin: { l: 64, r: 24, t: 44, b: 66 },
				xaxis: {
					tickvals: columns.map((_, index) => index),
					ticktext: columns.map(({ label }) => label),
					range: [-0.5, columns.length - 0.5],
					// Room for a diamond at 0.
					ticklen: 8,
					tickcolor: ink.paper,
					showgrid: false,
					zeroline: false,
					anchor: "y2",
					title: {
						text: "original sources to remove before the answer changes",
						font: { size: 12, color: ink.soft },
					},
				},
				yaxis: { ...counts(upper, dtick), domain: [split + 0.13, 1] },
				yaxis2: { ...counts(lower, dtick), domain: [0, split] },
				annotations: panels.flatMap((panel, index) => {
					const own = within(rows, panel);
					const y = index === 0 ? 1 : split;
					const heads = [panel.heading, `n = ${own.length}`, ...panel.statuses].map((text, place) =>
						headAt(place, y, text),
					);
					return [...heads, ...columns.map((column, place) => countAt(place, countIn(own, column), axisOf(index)))];
				}),
			},
			table: numbers.byVote.map((row) => tableRow(row, numbers.byOneCoin.get(row.proposition_id))),
		},
		{
			title: titleOf(numbers),
			subtitle: `Original sources to remove before the answer changes; bars: ${methodNames[method]}, diamonds: ${other === "vote" ? "vote" : "one-coin"}`,
			caption: captionLabel(
				provenance,
				countLabel(rows.length, "question"),
				numbers.without_answer === 0 ? [] : [{ reason: "no_answer", n: numbers.without_answer }],
				{ singular: "question" },
			),
			notes: notesOf(numbers),
			alt: altOf(numbers),
		},
		provenance,
	);
}

function panelMarks(panel: Panel, yaxis: "y" | "y2", { rows, otherRows, other }: Numbers): Data[] {
	const x = columns.map((_, index) => index);
	const otherCounts = columns.map((column) => countIn(within(otherRows, panel), column));
	return [
		...panel.statuses.map((status): Data => {
			const own = rows.filter(({ verdict_status }) => verdict_status === status);
			return {
				type: "bar",
				x,
				y: columns.map((column) => countIn(own, column)),
				yaxis,
				marker: { color: colours[status] },
				width: 0.62,
				hoverinfo: "text",
				customdata: columns.map(({ has }) => incidentIds(own.filter(has))),
				hovertext: columns.map((column) =>
					hoverCard(panel.heading, [
						["sources to remove", columnLabel(column)],
						["verification status", status],
						["questions", countIn(own, column)],
					]),
				),
			};
		}),
		{
			type: "scatter",
			mode: "markers",
			x,
			y: otherCounts,
			yaxis,
			cliponaxis: false,
			marker: { symbol: "diamond", size: 10, color: ink.paper, line: { width: 1.5, color: ink.text } },
			hoverinfo: "text",
			customdata: columns.map(({ has }) => incidentIds(within(otherRows, panel).filter(has))),
			hovertext: columns.map((column, index) =>
				hoverCard(panel.heading, [
					["sources to remove", columnLabel(column)],
					["method", methodNames[other]],
					["questions", otherCounts[index] as number],
				]),
			),
		},
	];
}

/** Heading, n and statuses above a panel, from left to right. */
const headAt = (place: number, y: number, text: string) => ({
	xref: "paper" as const,
	yref: "paper" as const,
	x: [0, 0.2, 0.32, 0.45, 0.58][place] as number,
	y,
	yshift: 4,
	text: place < 2 ? text : `<b>${text}</b>`,
	showarrow: false,
	xanchor: "left" as const,
	yanchor: "bottom" as const,
	font: { size: 12, color: place < 2 ? ink.text : colours[text as keyof typeof colours] },
});

const countAt = (x: number, y: number, yref: "y" | "y2") => ({
	x: x - 0.36,
	y,
	yref,
	text: String(y),
	showarrow: false,
	xanchor: "right" as const,
	// A count of 0 keeps clear of the axis.
	yanchor: y === 0 ? ("bottom" as const) : ("middle" as const),
	font: { size: 11, color: ink.soft },
});

const counts = (highest: number, dtick: number) => ({
	range: [0, highest] as [number, number],
	dtick,
	gridcolor: ink.grid,
	zeroline: true,
	zerolinecolor: ink.line,
	title: { text: "questions", font: { size: 12, color: ink.soft } },
});

function titleOf({ resolved, dependent }: Numbers): string {
	if (resolved.length === 1)
		return `The one resolved question ${dependent.length === 1 ? "depends" : "does not depend"} on a single source`;
	if (dependent.length === 0) return `No resolved question depends on a single source`;
	return `${dependent.length} of ${resolved.length} resolved questions ${wordFor(dependent.length, "depends", "depend")} on a single source`;
}

function altOf({ rows, method }: Numbers): string {
	const described = panels.map((panel) => {
		const own = within(rows, panel);
		const parts = columns.map((column) => `${columnLabel(column)} ${countIn(own, column)}`);
		return `${panel.heading} (n = ${own.length}) by original sources to remove before the answer changes, ${methodNames[method]}: ${parts.join(", ")}.`;
	});
	return described.join(" ");
}

const notesOf = ({
	rows,
	without_answer,
	questions,
	resolved,
	dependent,
	alone,
	bounded,
	method,
}: Numbers): string[] => [
	`Of ${countLabel(questions, "question")}, ${rows.length} ${wordFor(rows.length, "has", "have")} an answer and ${without_answer} without one ${wordFor(without_answer, "is", "are")} excluded.`,
	`By ${method === "vote" ? "the " : ""}${methodNames[method]}, ${dependent.length} of ${countLabel(resolved.length, "resolved question")} ${wordFor(dependent.length, "depends", "depend", resolved.length)} on a single source; on ${alone.length} of them no other source answers.`,
	"A question depends on a source if the answer changes, to another or to a tie, when that source is removed.",
	"Each original source counts once a question, with its latest statement. Repeats never count.",
	"One-coin Dawid–Skene weights a source by its accuracy on other incidents.",
	bounded === 0
		? "The smallest set of sources is exact for every question."
		: `For ${countLabel(bounded, "question")} the smallest set of sources is known only within bounds, and the lower bound is drawn; all others are exact.`,
	"The answer is the computed one. The coders' verdict may rely on more, such as a document.",
];

const tableRow = (row: Robustness, oneCoin: Robustness | undefined) => ({
	proposition_id: row.proposition_id,
	verdict_status: row.verdict_status,
	original_sources: row.original_sources,
	vote_answer: row.answer,
	vote_share: row.support,
	vote_pivotal: row.pivotal.join(" "),
	vote_largest_shift: row.largest_shift,
	vote_removed_at_least: row.removed_at_least,
	vote_removed_at_most: row.removed_at_most,
	vote_removed: row.removed.join(" "),
	one_coin_answer: oneCoin?.answer ?? null,
	one_coin_posterior_uncalibrated: oneCoin?.support ?? null,
	one_coin_pivotal: oneCoin?.pivotal.join(" ") ?? null,
	one_coin_removed_at_least: oneCoin?.removed_at_least ?? null,
	one_coin_removed_at_most: oneCoin?.removed_at_most ?? null,
	one_coin_removed: oneCoin?.removed.join(" ") ?? null,
});
