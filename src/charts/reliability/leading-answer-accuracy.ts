import type { Data } from "plotly.js-dist";
import { knownOptions } from "../../records/known-option.js";
import { NotEnoughDataError } from "../../records/not-enough-data.js";
import type { Dossier } from "../../records/records.js";
import {
	type LeadingAnswerRow,
	type LeadingAnswerAccuracy as Measured,
	leadingAnswerAccuracy as measure,
	minimumIncidents,
} from "../../reliability/questions/leading-answer-accuracy.js";
import { intervalLevel } from "../../statistics/interval-level.js";
import { requireData } from "../catalogue-entry.js";
import { aClaim, type Need } from "../needs.js";
import { colours, type Figure, frame, ink } from "../parts/frame.js";
import { countLabel, isAre, percentLabel, percentRange, periodLabel } from "../parts/labels.js";
import { provenanceOf } from "../parts/provenance.js";
import { shareAxis } from "../parts/share-axis.js";

/** How long questions are followed, and which claims the title is about. */
export interface LeadingAnswerAccuracyOptions {
	/** Days after the first answer; default 30. */
	readonly days?: number;
	/** Which line the title is about: with circular (decisive) claims included (default) or excluded. Both are drawn. */
	readonly circular?: "exclude" | "include";
}

/** Pixels: of the drawing, and between the labels at the ends of its lines. */
const [plotHeight, labelHeight] = [290, 46];

/** What the chart cannot be drawn without. */
export const leadingAnswerAccuracyNeeds: readonly Need[] = [aClaim];

/**
 * Of resolved questions with a leading answer, the share where the answer of most original sources is the verdict, by
 * day since the first answer, with 95% credible bands: from all claims, and without decisive claims. Unit: questions.
 * Excluded: questions without a dated answer.
 *
 * @throws RangeError for an unknown option; NotEnoughDataError without a resolved question with a dated answer
 * @example
 * charts.leadingAnswerAccuracy(dossier).table[0] // → { day: 0, n: 4, right: 1, wrong: 3, no_leading_answer: 0 }
 */
export function leadingAnswerAccuracy(dossier: Dossier, options: LeadingAnswerAccuracyOptions = {}): Figure {
	const { days = 30, circular = "include" } = knownOptions(options, ["days", "circular"]);
	requireData(dossier, leadingAnswerAccuracyNeeds);
	const main = measure(dossier, days, { circular });
	const otherWay = circular === "include" ? "exclude" : "include";
	const other = measure(dossier, days, { circular: otherWay });
	const [first, end] = [rowOn(main, 0), rowOn(main, days)];
	if (first.share_right === null || end.share_right === null)
		throw new NotEnoughDataError("no resolved question has a leading answer with a date");
	const lines = [main, other].map((each) => ({
		each,
		color: each === main ? colours.incident : ink.soft,
		name: each.circular === "include" ? "all claims" : "decisive claims excluded",
	}));
	const resolved = end.n + main.excluded;
	const provenance = provenanceOf(dossier);
	const level = percentLabel(intervalLevel);
	return frame(
		{
			id: "leading-answer-accuracy",
			subject: "reliability",
			plotHeight,
			data: lines.flatMap(({ each, color, name }) => traces(each, color, name)),
			layout: {
				margin: { l: 56, r: 176, t: 12, b: 54 },
				xaxis: {
					range: [-0.4, days + 0.4],
					tickvals: [0, 1, 3, 7, 14, 21, 30, 60, 90, 180, 365].filter(
						(day) => day <= days && (day === 0 || day >= days / 30),
					),
					linecolor: ink.line,
					ticks: "outside",
					tickcolor: ink.line,
					showgrid: false,
					zeroline: false,
					title: { text: "days since the first answer", standoff: 8 },
				},
				yaxis: { ...shareAxis, range: [0, 1.02] },
				annotations: endLabels(lines, days),
			},
			table: lines.flatMap(({ each }) => each.rows.map((row) => ({ circular: each.circular, ...row }))),
		},
		{
			title: titleOf(first, end, main),
			subtitle: `Resolved questions whose leading answer is the verdict, by day; bands: ${level} intervals`,
			caption: `${periodLabel(provenance)}. n = ${countLabel(end.n, "resolved question")} of ${countLabel(main.incidents, "incident")}; ${main.excluded === 0 ? "none excluded" : `excluded: ${main.excluded} without a dated answer`}.`,
			notes: [
				"The leading answer is the one that most original sources have given by that day. Ties are in no share.",
				`One answer leads on ${countLabel(first.right + first.wrong, "question")} on the first day and on ${end.right + end.wrong} after ${countLabel(days, "day")}; on the others answers tie.`,
				`Of ${countLabel(resolved, "resolved question")}, ${end.n} ${isAre(end.n)} counted and ${main.excluded} ${isAre(main.excluded)} excluded, without a dated answer${main.circular === "include" ? "" : " that is not decisive"}. Unresolved questions are not in it.`,
				`With decisive claims ${otherWay === "exclude" ? "excluded" : "included"}, ${rowOn(other, days).n} ${isAre(rowOn(other, days).n)} counted and ${other.excluded} excluded. Decisive claims agree with the verdict by construction: with them the line leans high, without them low.`,
				`Bands are ${level} credible intervals (Jeffreys prior), as if questions were independent.`,
				changeNote(main, level),
				"Days are the finest unit of the data.",
			],
			alt: `The leading answer is right on ${shareLabel(first)} of resolved questions on the first day and on ${shareLabel(end)} after ${countLabel(days, "day")}. With decisive claims ${otherWay === "exclude" ? "excluded" : "included"} it is right on ${shareLabel(rowOn(other, 0))} and on ${shareLabel(rowOn(other, days))}.`,
		},
		provenance,
	);
}

const rowOn = ({ rows }: Measured, day: number): LeadingAnswerRow => rows[day] as LeadingAnswerRow;

const shareLabel = ({ share_right, low, high }: LeadingAnswerRow): string =>
	share_right === null ? "none" : `${percentLabel(share_right)} (${percentRange(low, high)})`;

function titleOf(first: LeadingAnswerRow, end: LeadingAnswerRow, measured: Measured): string {
	// No answer leads where no question has a claim yet: of that no share is known, and it is not 0.
	if (first.share_right === null || end.share_right === null)
		return end.share_right === null
			? "No resolved question has a leading answer"
			: `The leading answer is right on ${percentLabel(end.share_right)} of resolved questions; none leads on the first day`;
	const [from, to] = [percentLabel(first.share_right), percentLabel(end.share_right)];
	if (from === to) return `The leading answer is right on ${from} of resolved questions, on the first day as later`;
	return measured.change?.is_significant
		? `The leading answer is right on ${from} of questions on the first day, on ${to} later`
		: `The leading answer is right on ${from} of questions at first, ${to} later; could be chance`;
}

function changeNote(measured: Measured, level: string): string {
	const { change, incidents } = measured;
	const points = (value: number) => `${value > 0 ? "+" : value < 0 ? "−" : ""}${Math.abs(Math.round(value * 100))}`;
	return change === null
		? "The change cannot be computed."
		: `Change from the first day to the last: ${points(change.difference)} percentage points (${level} bootstrap interval ${points(change.low)} to ${points(change.high)}, whole incidents resampled, ${countLabel(incidents, "incident")}): ${change.is_significant ? "a significant change" : incidents < minimumIncidents ? `fewer than ${minimumIncidents} incidents, too few to call a change significant` : "no significant change"}.`;
}

/** Labels at the ends of the lines, kept apart where the ends are close. */
function endLabels(
	lines: readonly { readonly each: Measured; readonly color: string; readonly name: string }[],
	days: number,
) {
	const ends = lines.flatMap((line) => {
		const y = rowOn(line.each, days).share_right;
		return y === null ? [] : [{ ...line, y }];
	});
	const [a, b] = ends.map(({ y }) => y) as [number, number?];
	const apart = b === undefined ? 0 : Math.max(0, labelHeight - Math.abs(a - b) * plotHeight);
	const lower = b === undefined || a < b ? 0 : 1;
	return ends.map(({ each, color, name, y }, index) => ({
		x: days,
		y,
		yshift: index === lower ? 0 - apart : 0,
		text: `${name.replace(" excluded", "<br>excluded")},<br>${countLabel(rowOn(each, days).n, "question")}`,
		showarrow: false,
		xanchor: "left" as const,
		xshift: 10,
		align: "left" as const,
		font: { size: 12, color },
	}));
}

function traces({ rows }: Measured, color: string, name: string): Data[] {
	const days = rows.map(({ day }) => day);
	return [
		{
			type: "scatter",
			mode: "lines",
			x: [...days, ...[...days].reverse()],
			y: [...rows.map(({ high }) => high), ...rows.map(({ low }) => low).reverse()],
			fill: "toself",
			fillcolor: `${color}2e`,
			line: { width: 0 },
			hoverinfo: "skip",
		},
		{
			type: "scatter",
			mode: "lines+markers",
			x: days,
			y: rows.map(({ share_right }) => share_right),
			line: { color, width: 2 },
			marker: { color, size: 5 },
			hoverinfo: "text",
			hovertext: rows.map((row) =>
				[
					`<b>day ${row.day}, ${name}</b>`,
					`right: ${row.right} of ${row.right + row.wrong}`,
					`share: ${shareLabel(row)}`,
					`tied: ${row.no_leading_answer}`,
				].join("<br>"),
			),
		},
	];
}
