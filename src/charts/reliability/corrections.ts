import { knownOption, knownOptions } from "../../records/known-option.js";
import { NotEnoughDataError } from "../../records/not-enough-data.js";
import type { Dossier } from "../../records/records.js";
import {
	type Correction,
	type CorrectionDirection,
	correctionDirections,
	corrections as correctionsOf,
} from "../../reliability/accuracy/corrections.js";
import { statementRecords } from "../../reliability/accuracy/statement-records.js";
import { requireData } from "../catalogue-entry.js";
import { aClaim, type Need } from "../needs.js";
import { drawnRows, foldedLabel, foldedNotes } from "../parts/drawn-rows.js";
import { colours, type Figure, figureWidth, frame, ink, plain } from "../parts/frame.js";
import { countLabel, dayLabel, isAre, joinList, periodLabel, wordFor } from "../parts/labels.js";
import { incidentIds } from "../parts/marks.js";
import { provenanceOf } from "../parts/provenance.js";
import { shorten } from "../parts/text.js";
import { sideLabels } from "./labels.js";

/** Which changes are drawn. */
export interface CorrectionsOptions {
	/** `all` (default), or only changes that the source itself calls a correction. */
	readonly changes?: "all" | "declared";
}

/** What the chart cannot be drawn without. */
export const correctionsNeeds: readonly Need[] = [aClaim];

const changeChoices = ["all", "declared"] as const;
const rowHeight = 58;
const mostDrawn = 20;
const margin = { l: 372, r: 246 };
/** Letters beside a row; the whole texts stand in the hover text and the table. */
const longest = { source: 46, question: 56, answer: 24 };

const look: Readonly<
	Record<CorrectionDirection, { label: string; sentence: string; symbol: "circle" | "x" | "diamond" | "circle-open" }>
> = {
	towards: { label: "towards the verdict", sentence: "towards the verdict", symbol: "circle" },
	away: { label: "away from it", sentence: "away from it", symbol: "x" },
	neither: { label: "neither", sentence: "neither", symbol: "diamond" },
	unresolved: { label: "unresolved", sentence: "on unresolved questions", symbol: "circle-open" },
};

/**
 * Every change of a source's statement on a question, by day: from which answer to which, after how many days, towards
 * the verdict or away from it. Unit: changes; no interval. Excluded: contradictions whose order is not known, and
 * sources that are a label for several.
 *
 * @throws RangeError for an unknown option; NotEnoughDataError where no source changed its statement
 * @example
 * charts.corrections(dossier).table[0] // → { claim_id: "c07", from: "no", to: "yes", delay_days: 10 }
 */
export function corrections(dossier: Dossier, options: CorrectionsOptions = {}): Figure {
	const { changes = "all" } = knownOptions(options, ["changes"]);
	knownOption("changes", changes, changeChoices);
	requireData(dossier, correctionsNeeds);
	const { rows: all, source_questions, restated, order_not_known, without_change } = correctionsOf(dossier);
	const rows = all.filter(({ declared }) => changes === "all" || declared);
	if (rows.length === 0) throw new NotEnoughDataError("no source changed its statement on a question");
	const placeOf = new Map(rows.map((row, place) => [row, place]));
	const drawn = drawnRows(rows, (row) => placeOf.get(row) as number, mostDrawn);
	const lines = drawn.drawn;
	const slots = Math.max(2, lines.length) + (drawn.folded > 0 ? 0.5 : 0);
	const y = (row: Correction) => lines.length - 1 - lines.indexOf(row);
	const most = lines.reduce((far, { delay_days }) => Math.max(far, delay_days ?? 0), 7);
	const unknown = -most * 0.1;
	const count = (direction: CorrectionDirection, of = rows) => of.filter((row) => row.direction === direction).length;
	const changed = new Set(all.map(({ source_id, proposition_id }) => `${source_id} ${proposition_id}`)).size;
	const resolved = rows.length - count("unresolved");
	const declared = all.filter((row) => row.declared).length;
	const declaredDrawn = rows.filter((row) => row.declared).length;
	const records = statementRecords(dossier).filter(({ first, last }) => first.n > 0 && last.n > 0);
	const delays = rows.flatMap(({ delay_days }) => delay_days ?? []);
	const least = delays.reduce((low, each) => Math.min(low, each), Number.POSITIVE_INFINITY);
	const greatest = delays.reduce((high, each) => Math.max(high, each), 0);
	const numbers = (way: "up" | "down") => rows.filter(({ number }) => number === way).length;
	const shown = correctionDirections.filter((direction) => count(direction) > 0);
	const ticks = [0, 1, 2, 3, 5, 7, 10, 15, 20, 30, 60].filter((day) => day === 0 || (day >= most / 8 && day <= most));
	const hasUnknown = lines.some(({ delay_days }) => delay_days === null);
	const plotHeight = slots * rowHeight + 8;
	const provenance = provenanceOf(dossier);
	return frame(
		{
			id: "corrections",
			subject: "reliability",
			plotHeight,
			data: [
				...shown.map((direction) => ({
					type: "scatter" as const,
					mode: "markers" as const,
					name: look[direction].label,
					x: [null],
					y: [null],
					marker: {
						size: 11,
						symbol: look[direction].symbol,
						color: ink.soft,
						line: { width: direction === "unresolved" ? 2 : 0, color: ink.soft },
					},
				})),
				{
					type: "scatter",
					mode: "lines",
					x: lines.flatMap((row) => [row.delay_days === null ? null : 0, row.delay_days, null]),
					y: lines.flatMap((row) => [y(row), y(row), null]),
					line: { color: colours.band, width: 3 },
					hoverinfo: "skip",
					showlegend: false,
				},
				{
					type: "scatter",
					mode: "markers",
					cliponaxis: false,
					showlegend: false,
					x: lines.map(({ delay_days }) => delay_days ?? unknown),
					y: lines.map(y),
					marker: {
						size: 12,
						opacity: 1,
						symbol: lines.map(({ direction }) => look[direction].symbol),
						color: lines.map(({ side }) => colours[side]),
						line: {
							width: lines.map(({ direction }) => (direction === "unresolved" ? 2 : 0)),
							color: lines.map(({ side }) => colours[side]),
						},
					},
					hoverinfo: "text",
					customdata: incidentIds(lines),
					hovertext: lines.map((row) =>
						[
							`<b>${plain(row.source)}</b>`,
							`question: ${plain(shorten(row.text, 80))}`,
							`first: ${plain(row.from)} (${dateLabel(row.from_on)})`,
							`then: ${plain(row.to)} (${dateLabel(row.to_on)})`,
							`direction: ${look[row.direction].label}`,
							`declared a correction: ${row.declared ? "yes" : "no"}`,
						].join("<br>"),
					),
				},
			],
			layout: {
				margin: { ...margin, t: 40, b: 44 },
				showlegend: true,
				legend: {
					orientation: "h",
					x: -(margin.l - 16) / (figureWidth - margin.l - margin.r),
					xanchor: "left",
					y: 1 + 8 / plotHeight,
					yanchor: "bottom",
					itemclick: false,
					itemdoubleclick: false,
				},
				xaxis: {
					range: [hasUnknown ? unknown * 1.7 : -most * 0.04, most * 1.06],
					tickvals: [...(hasUnknown ? [unknown] : []), ...ticks],
					ticktext: [...(hasUnknown ? ["?"] : []), ...ticks.map(String)],
					gridcolor: ink.grid,
					zeroline: true,
					zerolinecolor: ink.line,
					fixedrange: true,
					title: { text: "days until the new statement", standoff: 8 },
				},
				yaxis: {
					range: [drawn.folded > 0 ? -1.1 : -0.6, lines.length - 0.4],
					tickvals: [...lines.map(y), ...(drawn.folded > 0 ? [-0.8] : [])],
					ticktext: [
						...lines.map(
							(row) =>
								`${plain(shorten(row.source, longest.source))}<br>${small(`${sideLabels[row.side]}, ${dateLabel(row.to_on)}`, colours[row.side])}<br>${small(plain(shorten(row.text, longest.question)), ink.soft)}`,
						),
						...(drawn.folded > 0 ? [foldedLabel(drawn.folded)] : []),
					],
					showgrid: false,
					zeroline: false,
					fixedrange: true,
				},
				annotations: lines.map((row) => ({
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
			title: `Sources that commented again on a question changed their answer in ${changed} of ${countLabel(restated, "case")}`,
			subtitle: "Changes of a source's answer to a question, by day of the new statement, with the days it took",
			caption: [
				`${periodLabel(provenance)}. n = ${countLabel(rows.length, "change")}, ${declaredDrawn} declared as ${wordFor(declaredDrawn, "a correction", "corrections")}; ${order_not_known + without_change === 0 ? "none excluded" : `${countLabel(order_not_known + without_change, "case")} excluded (all reasons: the chart's page)`}.`,
				...(rows.some((row) => !row.declared) ? ["* not declared as a correction."] : []),
				...(hasUnknown ? ["?: a statement without a date."] : []),
			].join(" "),
			notes: [
				`Of ${countLabel(source_questions, "pair")} of a source and a question, ${source_questions - restated} ${wordFor(source_questions - restated, "has", "have")} one statement, ${restated - changed} ${wordFor(restated - changed, "has", "have")} several without a change and ${changed} ${wordFor(changed, "has", "have")} a change.`,
				`Of ${countLabel(resolved, "change")} on resolved questions, ${count("towards")} led towards the verdict, ${count("away")} away from it and ${count("neither")} neither. ${countLabel(count("unresolved"), "change")} ${isAre(count("unresolved"))} on unresolved questions.`,
				`Of ${countLabel(all.length, "change")}, ${declared} ${isAre(declared)} declared as ${wordFor(declared, "a correction", "corrections")} and ${all.length - declared} ${isAre(all.length - declared)} not${changes === "declared" ? " and not drawn" : ""}.`,
				`Excluded: ${countLabel(order_not_known, "contradiction")} of a source with itself whose order is not known, and ${countLabel(without_change, "declared correction")} whose earlier statement is not recorded or agrees with the new one. Labels for several unnamed sources are excluded too.`,
				`Numbers went up in ${countLabel(numbers("up"), "change")} and down in ${numbers("down")}. A number moves towards the verdict where its distance on the scale of log(1 + count) shrinks.`,
				...(records.length === 0
					? []
					: [
							`Supported claims by first and by latest statements: ${joinList(records.map(({ side, first, last }) => `${sideLabels[side]} ${first.supported} of ${first.n} and ${last.supported} of ${last.n}`))}.`,
						]),
				...foldedNotes(drawn, "change", "the latest"),
				"Counts of changes have no interval: they are all that are recorded, not a sample.",
			],
			alt: `Recorded changes of a source's answer, ${rows.length}: ${joinList(shown.map((direction) => `${count(direction)} ${look[direction].sentence}`))}. ${
				delays.length === 0
					? "No delay is known"
					: least === greatest
						? `Every known delay is ${countLabel(greatest, "day")}`
						: `Delays range from ${least} to ${countLabel(greatest, "day")}`
			}, and ${declaredDrawn} ${isAre(declaredDrawn)} declared as ${wordFor(declaredDrawn, "a correction", "corrections")}.`,
		},
		provenance,
	);
}

const dateLabel = (day: string | null): string => (day === null ? "no date" : dayLabel(day));

const small = (text: string, color: string): string => `<span style="font-size:11px;color:${color}">${text}</span>`;
