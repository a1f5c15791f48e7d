import type { Data } from "plotly.js-dist";
import type { LeadingAnswerAccuracy, LeadingAnswerRow } from "../../reliability/questions/leading-answer-accuracy.js";
import { colours, type Figure, frame, ink, type Provenance } from "../parts/frame.js";
import { countLabel, percentLabel, periodLabel } from "../parts/labels.js";
import { shareAxis } from "../parts/share-axis.js";

/**
 * Share of settled questions on which the answer of most origins is the one held true, by day of the story, with
 * 90 % bands: from all claims, and without those that carry the verdict.
 */
export function leadingAnswerAccuracyChart(
	all: LeadingAnswerAccuracy,
	without: LeadingAnswerAccuracy,
	provenance: Provenance,
): Figure {
	const last = all.rows.length - 1;
	const at = (growth: LeadingAnswerAccuracy, day: number) => growth.rows[day] as LeadingAnswerRow;
	const share = ({ share_right }: LeadingAnswerRow) => (share_right === null ? "no share" : percentLabel(share_right));
	const words = (row: LeadingAnswerRow) => `${share(row)} (${percentLabel(row.low)} to ${percentLabel(row.high)})`;
	const [first, end] = [at(all, 0), at(all, last)];
	const isApart = first.high < end.low || end.high < first.low;
	const end_label = (growth: LeadingAnswerAccuracy, text: string, color: string) => ({
		x: last,
		y: at(growth, last).share_right ?? 0,
		text,
		showarrow: false,
		xanchor: "left" as const,
		xshift: 8,
		align: "left" as const,
		font: { size: 12, color },
	});
	return frame(
		{
			id: "right-by-day",
			subject: "reliability",
			plotHeight: 290,
			data: [
				...lines(all, colours.incident, "all claims"),
				...lines(without, ink.soft, "without those that carry the verdict"),
			],
			layout: {
				margin: { l: 56, r: 176, t: 12, b: 44 },
				xaxis: {
					range: [-0.4, last + 0.4],
					tickvals: [0, 1, 3, 7, 14, 21, 30].filter((day) => day <= last),
					linecolor: ink.line,
					ticks: "outside",
					tickcolor: ink.line,
					showgrid: false,
					zeroline: false,
					title: { text: "days since the first answer", standoff: 8 },
				},
				yaxis: {
					...shareAxis,
					range: [0, 1.02],
				},
				annotations: [
					end_label(all, `all claims,<br>${countLabel(end.n, "question")}`, colours.incident),
					end_label(
						without,
						`without those that<br>carry the verdict,<br>${countLabel(at(without, last).n, "question")}`,
						ink.soft,
					),
				],
			},
			table: [
				...all.rows.map((row) => ({ claims: "all", ...row })),
				...without.rows.map((row) => ({ claims: "without_carrying", ...row })),
			],
		},
		{
			title: `What most origins say is right on ${share(first)} of settled questions the first day and on ${share(end)} after ${countLabel(last, "day")}: ${isApart ? "the intervals lie apart" : "no change that intervals tell apart"}`,
			subtitle:
				"Of settled questions on which one answer leads, the share where it is the one held true, by day of the story, with 90 % intervals",
			caption: `${periodLabel(provenance)}. n = ${countLabel(end.n, "settled question")}; one answer leads on ${first.right + first.wrong} the first day and ${end.right + end.wrong} at the end, on the others there is a tie. Left out: ${countLabel(all.excluded, "settled question")} without a dated answer, ${without.excluded} where claims that carry the verdict are not counted. These agree with it by construction: the upper line leans high, the lower one low. What stays open is not in it. Days are the finest that the dossier knows.`,
			alt: `On the first day the leading answer is right on ${words(first)}, after ${countLabel(last, "day")} on ${words(end)} of settled questions; without the claims that carry the verdict on ${words(at(without, 0))} and ${words(at(without, last))}.`,
		},
		provenance,
	);
}

function lines({ rows }: LeadingAnswerAccuracy, color: string, name: string): Data[] {
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
			hovertext: rows.map(
				({ day, right, wrong, nothing_leads, low, high }) =>
					`day ${day}, ${name}: ${right} right, ${wrong} wrong, ${nothing_leads} tied<br>${percentLabel(low)} to ${percentLabel(high)}`,
			),
		},
	];
}
