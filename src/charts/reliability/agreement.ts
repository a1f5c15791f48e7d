import type { AgreementRow } from "../../reliability/agreement/agreement.js";
import type { SourceAlpha } from "../../reliability/agreement/source-alpha.js";
import { type Figure, figureWidth, frame, ink, type Provenance } from "../parts/frame.js";
import { countLabel, percentLabel, periodLabel } from "../parts/labels.js";
import {
	type AgreementSubject,
	agreementAlt,
	agreementTitle,
	alphaLabel,
	limitsLabel,
	pairName,
} from "./agreement-labels.js";

/** From no agreement to full, on a scale that stays readable in grey. */
const [pale, dark] = [
	[238, 243, 247],
	[27, 79, 114],
] as const;
const marginLeft = 180;
const shade = (share: number): string =>
	`rgb(${pale.map((from, index) => Math.round(from + ((dark[index] as number) - from) * share ** 1.7)).join(",")})`;
const tooFew = ({ questions }: AgreementRow): string => (questions === 0 ? ink.paper : "#efefef");

/**
 * Who agrees with whom: a cell for each two groups, with the share of shared questions on which their origins
 * answer alike. Cells of fewer than ten incidents say how many questions there are and no share.
 *
 * @param alphas agreement of all origins beyond chance, for the caption
 */
export function agreementChart(
	rows: readonly AgreementRow[],
	alphas: readonly SourceAlpha[],
	subject: AgreementSubject,
	provenance: Provenance,
): Figure {
	const name = (group: string) => subject.words[group] ?? group;
	const groups = [...new Set(rows.flatMap(({ group, other }) => [group, other]))].sort((a, b) =>
		name(a) < name(b) ? -1 : 1,
	);
	const cells = rows.map((row) => {
		const [first, second] = [groups.indexOf(row.group), groups.indexOf(row.other)];
		return { row, x: Math.min(first, second), y: Math.max(first, second) };
	});
	const shown = cells.filter(({ row }) => row.low !== null);
	const few = cells.filter(({ row }) => row.low === null && row.questions > 0);
	const side = Math.min(104, Math.floor((figureWidth - marginLeft - 40) / groups.length));
	// Room for limits and repeats in the cells.
	const isRoomy = side > 90;
	const hover = (row: AgreementRow) =>
		[
			pairName(row, subject),
			row.low === null
				? `${countLabel(row.questions, "question")} of ${countLabel(row.incidents, "incident")}: too few to say`
				: `alike on ${percentLabel(row.share as number)} (${limitsLabel(row)}) of ${countLabel(row.questions, "question")}`,
			`${countLabel(row.pairs, "pair")} of origins, ${countLabel(row.incidents, "incident")}; ${countLabel(row.repeats, "repeat")} apart`,
		].join("<br>");
	return frame(
		{
			id: subject.id,
			subject: "reliability",
			plotHeight: groups.length * side,
			data: [
				{
					type: "scatter",
					mode: "markers",
					x: cells.map(({ x }) => x),
					y: cells.map(({ y }) => y),
					marker: {
						symbol: "square",
						size: side - 4,
						color: cells.map(({ row }) => (row.low === null ? tooFew(row) : shade(row.share as number))),
					},
					hoverinfo: "text",
					hovertext: cells.map(({ row }) => hover(row)),
				},
			],
			layout: {
				margin: { l: marginLeft, r: figureWidth - marginLeft - groups.length * side, t: 8, b: isRoomy ? 44 : 116 },
				xaxis: axis(
					isRoomy ? groups.map((group) => name(group).replace(" (", "<br>(")) : groups.map(name),
					isRoomy ? 0 : 40,
				),
				yaxis: { ...axis(groups.map(name), 0), range: [groups.length - 0.5, -0.5] },
				annotations: [
					...shown.map(({ row, x, y }) => ({
						x,
						y,
						text: isRoomy
							? `<b>${percentLabel(row.share as number)}</b><br>${limitsLabel(row)}<br>${countLabel(row.questions, "question")}${row.repeats > 0 ? `<br>+ ${countLabel(row.repeats, "repeat")}` : ""}`
							: `${percentLabel(row.share as number)}<br>n ${row.questions}`,
						showarrow: false,
						font: { size: isRoomy ? 12 : 11, color: (row.share as number) > 0.75 ? "#ffffff" : ink.text },
					})),
					...few.map(({ row, x, y }) => ({
						x,
						y,
						text: isRoomy ? `${countLabel(row.questions, "question")}<br>too few` : `n ${row.questions}`,
						showarrow: false,
						font: { size: isRoomy ? 11 : 10, color: ink.soft },
					})),
				],
			},
			table: rows.map((row) => ({ ...row, share: row.low === null ? null : row.share })),
		},
		{
			title: agreementTitle(
				shown.map(({ row }) => row),
				subject,
			),
			subtitle: `Share of shared questions on which independent origins answer alike, by ${subject.groups}${isRoomy ? ", with 90 % intervals" : ""}; n questions on which both speak`,
			caption: `${periodLabel(provenance)}. First word of each origin; every question weighs the same; counts within one or a tenth are alike, none and one are not. Grey: fewer than ten incidents (${few.length} of ${cells.length} pairs); blank: no shared question. Intervals by resampling incidents. Not counted as agreement: ${countLabel(
				rows.reduce((sum, { repeats }) => sum + repeats, 0),
				"repeat",
			)} with a known original. ${alphaLabel(alphas)} Agreement is no accuracy: two may both be wrong, or have heard the same third.`,
			alt: agreementAlt(
				shown.map(({ row }) => row),
				few.length,
				subject,
			),
		},
		provenance,
	);
}

const axis = (names: readonly string[], tickangle: number) => ({
	tickvals: names.map((_, index) => index),
	ticktext: [...names],
	range: [-0.5, names.length - 0.5] as [number, number],
	showgrid: false,
	zeroline: false,
	tickangle,
	fixedrange: true,
});
