import { knownOption, knownOptions } from "../../records/known-option.js";
import { NotEnoughDataError } from "../../records/not-enough-data.js";
import type { Dossier } from "../../records/records.js";
import { type AgreementRow, pairwiseAgreement } from "../../reliability/agreement/agreement.js";
import { sourceAlphas } from "../../reliability/agreement/source-alpha.js";
import { resampling } from "../../reliability/resampling.js";
import { answersByOriginalSource, countExcluded } from "../../reliability/truth/dossier-answers.js";
import { intervalLevel } from "../../statistics/interval-level.js";
import { requireData } from "../catalogue-entry.js";
import { aClaim, type Need } from "../needs.js";
import { type Figure, figureWidth, frame, ink } from "../parts/frame.js";
import { hoverCard } from "../parts/hover-card.js";
import { captionLabel, countLabel, excludedLabel, percentLabel, percentRange, wordFor } from "../parts/labels.js";
import { rowNumbers } from "../parts/marks.js";
import { provenanceOf } from "../parts/provenance.js";
import {
	type AgreementGroups,
	agreementAlt,
	agreementGroups,
	agreementTitle,
	alphaNotes,
	isEstimated,
	pairLabel,
	significantPair,
} from "./agreement-labels.js";

/** Options of `agreement`. */
export interface AgreementOptions {
	/** What sources are grouped by: their `side` (default), or their type, `source_kind`. */
	readonly by?: "side" | "source_kind";
	/** A source's `first` statement on a question (default), or its `last`. */
	readonly statement?: "first" | "last";
	/** `near` (default): counts agree within one or a tenth. `exact`: the same number or range only. */
	readonly counts?: "near" | "exact";
}

/** What the chart cannot be drawn without. */
export const agreementNeeds: readonly Need[] = [aClaim];

const marginLeft = 180;
/** From no agreement to full, on a scale that stays readable in grey. */
const [pale, dark] = [
	[238, 243, 247],
	[27, 79, 114],
] as const;
const shade = (share: number): string =>
	`rgb(${pale.map((from, index) => Math.round(from + ((dark[index] as number) - from) * share ** 1.7)).join(",")})`;

/** Everything the chart shows, computed with the same options. */
function numbersOf(dossier: Dossier, { by = "side", statement = "first", counts = "near" }: AgreementOptions) {
	knownOption("grouping", by, ["side", "source_kind"]);
	knownOption("statement", statement, ["first", "last"]);
	knownOption("counts", counts, ["near", "exact"]);
	const groups: AgreementGroups = agreementGroups[by];
	const rows = pairwiseAgreement(dossier, by, { statement, counts });
	const estimated = rows.filter(isEstimated);
	if (estimated.length === 0)
		throw new NotEnoughDataError(
			`no two ${groups.plural} answer the same questions on ${resampling.minimumIncidents} incidents`,
		);
	const { used, excluded } = answersByOriginalSource(dossier, { statement });
	return {
		by,
		statement,
		counts,
		groups,
		rows,
		estimated,
		few: rows.filter((row) => row.questions > 0 && !isEstimated(row)),
		repeats: rows.reduce((sum, { repeats }) => sum + repeats, 0),
		answers: used.length,
		excluded: countExcluded(excluded),
		alphas: sourceAlphas(dossier),
		claims: dossier.claims.length,
		level: percentLabel(intervalLevel),
	};
}
type Numbers = ReturnType<typeof numbersOf>;

/**
 * How often the original sources of two groups give the same answer to the questions that both answer: share of shared
 * questions with 95% intervals clustered by incident. Excludes repeats and collective sources; pairs with fewer than ten
 * incidents have no share.
 *
 * @throws NotEnoughDataError where no two groups share ten incidents
 * @throws `unknown grouping: colour (known: side, source_kind)`
 * @example
 * charts.agreement(loadDossier(), { by: "source_kind" }).id // → "agreement-by-source-kind"
 */
export function agreement(dossier: Dossier, options: AgreementOptions = {}): Figure {
	knownOptions(options, ["by", "statement", "counts"]);
	requireData(dossier, agreementNeeds);
	const numbers = numbersOf(dossier, options);
	const { by, groups, rows, estimated, few, level } = numbers;
	const provenance = provenanceOf(dossier);
	const name = (group: string) => groups.labels[group] ?? group;
	const names = [...new Set(rows.flatMap(({ group, other }) => [group, other]))].sort((a, b) =>
		name(a) < name(b) ? -1 : 1,
	);
	const placed = <Row extends AgreementRow>(own: readonly Row[]) =>
		own.map((row) => {
			const [first, second] = [names.indexOf(row.group), names.indexOf(row.other)];
			return { row, x: Math.min(first, second), y: Math.max(first, second) };
		});
	const cells = placed(rows);
	const side = Math.min(104, Math.floor((figureWidth - marginLeft - 40) / names.length));
	// Room for limits and repeats in the cells.
	const isRoomy = side > 90;
	const colourOf = (row: AgreementRow) =>
		isEstimated(row) ? shade(row.share) : row.questions === 0 ? ink.paper : "#efefef";
	return frame(
		{
			id: by === "side" ? "agreement-by-side" : "agreement-by-source-kind",
			subject: "reliability",
			plotHeight: names.length * side,
			data: [
				{
					type: "scatter",
					mode: "markers",
					x: cells.map(({ x }) => x),
					y: cells.map(({ y }) => y),
					marker: { symbol: "square", size: side - 4, color: cells.map(({ row }) => colourOf(row)) },
					hoverinfo: "text",
					customdata: rowNumbers(
						cells.map(({ row }) => row),
						rows,
					),
					hovertext: cells.map(({ row }) =>
						hoverCard(pairLabel(row, groups), [
							[
								"same answer",
								isEstimated(row)
									? `${percentLabel(row.share)} of ${countLabel(row.questions, "question")} (${level} interval ${percentRange(row.low, row.high)})`
									: "too few to estimate",
							],
							["shared questions", row.questions],
							["incidents", row.incidents],
							["pairs of original sources", row.pairs],
							["repeats, not counted", row.repeats],
						]),
					),
				},
			],
			layout: {
				margin: { l: marginLeft, r: figureWidth - marginLeft - names.length * side, t: 8, b: isRoomy ? 44 : 116 },
				xaxis: axis(
					isRoomy ? names.map((group) => name(group).replace(" (", "<br>(")) : names.map(name),
					isRoomy ? 0 : 40,
				),
				yaxis: { ...axis(names.map(name), 0), range: [names.length - 0.5, -0.5] },
				annotations: [
					...placed(estimated).map(({ row, x, y }) => ({
						x,
						y,
						text: isRoomy
							? `<b>${percentLabel(row.share)}</b><br>${percentRange(row.low, row.high)}<br>n = ${row.questions}${row.repeats > 0 ? `<br>+ ${countLabel(row.repeats, "repeat")}` : ""}`
							: `${percentLabel(row.share)}<br>n ${row.questions}`,
						showarrow: false,
						font: { size: isRoomy ? 12 : 11, color: row.share > 0.75 ? "#ffffff" : ink.text },
					})),
					...placed(few).map(({ row, x, y }) => ({
						x,
						y,
						text: isRoomy ? `n = ${row.questions}<br>too few` : `n ${row.questions}`,
						showarrow: false,
						font: { size: isRoomy ? 11 : 10, color: ink.soft },
					})),
				],
			},
			table: rows.map((row) => ({ ...row, share: isEstimated(row) ? row.share : null })),
		},
		{
			title: agreementTitle(estimated, groups),
			subtitle: `Share of shared questions to which independent sources give the same answer, by ${by === "side" ? "side" : "type of source"}${isRoomy ? `, ${level} interval` : ""}`,
			caption: captionLabel(provenance, countLabel(numbers.answers, "answer"), numbers.excluded, {
				singular: "claim",
				more: `Grey: fewer than ${resampling.minimumIncidents} incidents. Blank: no shared question.`,
			}),
			notes: notesOf(numbers),
			alt: agreementAlt(estimated, few.length, groups, level),
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

function notesOf(numbers: Numbers): string[] {
	const { rows, estimated, few, repeats, answers, claims, excluded, statement, counts, alphas, groups, level } =
		numbers;
	const apart = significantPair(estimated);
	return [
		`Of ${countLabel(claims, "claim")}, ${answers} ${wordFor(answers, "is", "are")} used and ${claims - answers} ${wordFor(claims - answers, "is", "are")} excluded.`,
		excludedLabel(excluded, "claim"),
		`Each original source counts once a question, with its ${statement === "first" ? "first" : "latest"} statement. Every question has the same weight.`,
		counts === "near"
			? "Counts agree within one or a tenth of the larger; 0 agrees only with 0."
			: "Counts agree only where they are the same number or the same range.",
		`Intervals: ${level}, bootstrap of whole incidents with ${resampling.draws.toLocaleString("en")} resamples.`,
		apart === null
			? `The ${countLabel(estimated.length, "pair")} with a share do not differ significantly: intervals adjusted for their number (Bonferroni) overlap.`
			: `Adjusted for the number of pairs (Bonferroni), the intervals of ${pairLabel(apart[1], groups)} and of ${pairLabel(apart[0], groups)} do not overlap.`,
		`Of ${countLabel(rows.length, "pair")} of ${groups.plural}, ${estimated.length} ${wordFor(estimated.length, "has", "have")} a share, ${few.length} ${wordFor(few.length, "has", "have")} fewer than ${resampling.minimumIncidents} incidents, and ${rows.length - estimated.length - few.length} share no question.`,
		`Not counted as agreement: ${countLabel(repeats, "repeat")} with a known original source.`,
		...alphaNotes(alphas, level),
		"Agreement is not accuracy: two sources may both be wrong, or both repeat a third.",
	];
}
