import type { Correction, Corrections, Towards } from "../../reliability/accuracy/corrections.js";
import type { StatementRecord } from "../../reliability/accuracy/statement-records.js";
import { colours, type Figure, frame, ink, type Provenance, plain } from "../parts/frame.js";
import { countLabel, dayLabel, joinList, periodLabel } from "../parts/labels.js";
import { shorten } from "../parts/text.js";
import { sideLabels } from "./labels.js";

const rowHeight = 58;
/** Longest texts beside a row; the whole stands in the hover text and the table. */
const longest = { source: 46, question: 56, answer: 24 };

const look: Readonly<Record<Towards, { words: string; symbol: "circle" | "x" | "diamond" | "circle-open" }>> = {
	towards: { words: "towards the verdict", symbol: "circle" },
	away: { words: "away from it", symbol: "x" },
	neither: { words: "neither", symbol: "diamond" },
	unresolved: { words: "not settled", symbol: "circle-open" },
};

/**
 * Every change of word, by day: who, on which question, from what to what, after how many days, and whether it
 * led towards the verdict. What has no delay stands left of the axis.
 *
 * @param records rows of `statementRecords`, for the caption
 */
export function correctionsChart(
	corrections: Corrections,
	records: readonly StatementRecord[],
	provenance: Provenance,
): Figure {
	const { rows, voices, voices_heard_again, order_not_known, without_change } = corrections;
	const y = (row: Correction) => rows.length - 1 - rows.indexOf(row);
	const most = Math.max(7, ...rows.map(({ delay_days }) => delay_days ?? 0));
	const unknown = -most * 0.1;
	const x = (row: Correction) => row.delay_days ?? unknown;
	const count = (direction: Towards) => rows.filter((row) => row.direction === direction).length;
	const changed = new Set(rows.map(({ source_id, proposition_id }) => `${source_id} ${proposition_id}`)).size;
	const settled = rows.length - count("unresolved");
	const declared = rows.filter((row) => row.declared).length;
	const judged = records.filter(({ first, last }) => first.n > 0 && last.n > 0);
	const delays = rows.flatMap(({ delay_days }) => delay_days ?? []);
	const numbers = (way: "up" | "down") => rows.filter(({ number }) => number === way).length;
	const dayOf = (day: string | null) => (day === null ? "no date" : dayLabel(day));
	const symbols = (Object.keys(look) as Towards[]).filter((direction) => count(direction) > 0);
	return frame(
		{
			id: "correction-trail",
			subject: "reliability",
			plotHeight: Math.max(3, rows.length) * rowHeight + 8,
			data: [
				{
					type: "scatter",
					mode: "lines",
					x: rows.flatMap((row) => [row.delay_days === null ? null : 0, row.delay_days, null]),
					y: rows.flatMap((row) => [y(row), y(row), null]),
					line: { color: colours.band, width: 3 },
					hoverinfo: "skip",
				},
				{
					type: "scatter",
					mode: "markers",
					cliponaxis: false,
					x: rows.map(x),
					y: rows.map(y),
					marker: {
						size: 12,
						opacity: 1,
						symbol: rows.map(({ direction }) => look[direction].symbol),
						color: rows.map(({ side }) => colours[side]),
						line: {
							width: rows.map(({ direction }) => (direction === "unresolved" ? 2 : 0)),
							color: rows.map(({ side }) => colours[side]),
						},
					},
					hoverinfo: "text",
					hovertext: rows.map(
						(row) =>
							`${plain(row.source)} (${sideLabels[row.side]})<br>${plain(row.text)}<br>${plain(row.from)} (${dayOf(row.from_on)}) then ${plain(row.to)} (${dayOf(row.to_on)})<br>${look[row.direction].words}${row.declared ? ", said to be a correction" : ""}`,
					),
				},
			],
			layout: {
				margin: { l: 372, r: 246, t: 8, b: 44 },
				xaxis: {
					range: [unknown * 1.7, most * 1.06],
					tickvals: [
						unknown,
						...[0, 1, 2, 3, 5, 7, 10, 15, 20, 30, 60].filter((day) => day === 0 || (day >= most / 8 && day <= most)),
					],
					ticktext: [
						"?",
						...[0, 1, 2, 3, 5, 7, 10, 15, 20, 30, 60]
							.filter((day) => day === 0 || (day >= most / 8 && day <= most))
							.map(String),
					],
					gridcolor: ink.grid,
					zeroline: true,
					zerolinecolor: ink.line,
					title: { text: "days until the new word", standoff: 8 },
				},
				yaxis: {
					range: [-0.6, rows.length - 0.4],
					tickvals: rows.map(y),
					ticktext: rows.map(
						(row) =>
							`${plain(shorten(row.source, longest.source))}<br>${small(`${sideLabels[row.side]}, ${dayOf(row.to_on)}`, colours[row.side])}<br>${small(plain(shorten(row.text, longest.question)), ink.soft)}`,
					),
					showgrid: false,
					zeroline: false,
				},
				annotations: rows.map((row) => ({
					xref: "paper" as const,
					x: 1,
					xshift: 10,
					y: y(row),
					text: `${plain(shorten(row.from, longest.answer))},<br>then ${plain(shorten(row.to, longest.answer))}${row.declared ? "" : " *"}`,
					align: "left" as const,
					showarrow: false,
					xanchor: "left" as const,
					font: { size: 12, color: ink.text },
				})),
			},
			table: rows.map(({ text, ...row }) => ({ ...row, question: text })),
		},
		{
			title: `In ${changed} of ${voices_heard_again} cases a source heard again on a question changed its word; of ${countLabel(settled, "change")} on settled questions ${count("towards")} led towards the verdict`,
			subtitle:
				"Changes of what a source says on a question, by day of the new word, with the days it took; filled: towards the verdict, cross: away from it, diamond: neither, hollow: not settled",
			caption: `${periodLabel(provenance)}. n = ${countLabel(rows.length, "change")}, ${declared} said to be corrections and ${rows.length - declared} not (*); ${countLabel(voices, "source")} on a question, ${voices - voices_heard_again} heard once only. Left out: ${countLabel(order_not_known, "contradiction")} of a source with itself whose order is not known (one day, or no day), ${countLabel(without_change, "correction")} whose earlier word is not on record or goes with the new one; labels for several voices. Numbers went up ${countLabel(numbers("up"), "time")} and down ${countLabel(numbers("down"), "time")}. Borne out by first and by last words: ${joinList(judged.map(({ side, first, last }) => `${sideLabels[side]} ${first.supported} of ${first.n} and ${last.supported} of ${last.n}`))}. ?: a word without a day.`,
			alt: `Changes of word, ${rows.length} in all: ${symbols.map((direction) => `${count(direction)} ${look[direction].words}`).join(", ")}. ${
				delays.length === 0
					? "No delay is known"
					: `Delays run from ${Math.min(...delays)} to ${countLabel(Math.max(...delays), "day")}`
			}. ${declared} are said to be corrections.`,
		},
		provenance,
	);
}

const small = (text: string, color: string): string => `<span style="font-size:11px;color:${color}">${text}</span>`;
