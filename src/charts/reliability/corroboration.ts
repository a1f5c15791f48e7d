import { type Side, sideOfSource, sides, sourcesById } from "../../claims/sides.js";
import { knownOption, knownOptions } from "../../records/known-option.js";
import { NotEnoughDataError } from "../../records/not-enough-data.js";
import { type Dossier, type VerdictStatus, verdictStatuses } from "../../records/records.js";
import {
	type ClaimDigit,
	type Credibility,
	credibilities,
	digitFloors,
} from "../../reliability/questions/credibility.js";
import { answersByOriginalSource, countExcluded } from "../../reliability/truth/dossier-answers.js";
import { requireData } from "../catalogue-entry.js";
import { aClaim, type Need } from "../needs.js";
import { colours, type Figure, frame, ink } from "../parts/frame.js";
import { hoverCard } from "../parts/hover-card.js";
import { captionLabel, countLabel, excludedLabel, percentLabel, wordFor } from "../parts/labels.js";
import { rowNumbers } from "../parts/marks.js";
import { provenanceOf } from "../parts/provenance.js";
import { sideLabels } from "./labels.js";

/** Options of `corroboration`. */
export interface CorroborationOptions {
	/** What colour shows: the `verdict_status` of the question (default), or the `side` of the source. */
	readonly by?: "verdict_status" | "side";
}

/** What the chart cannot be drawn without. */
export const corroborationNeeds: readonly Need[] = [aClaim];

const ratings: readonly { readonly digit: ClaimDigit; readonly label: string }[] = [
	{ digit: "1", label: "1 confirmed by others" },
	{ digit: "2", label: "2 probably true" },
	{ digit: "3", label: "3 possibly true" },
	{ digit: "4", label: "4 doubtful" },
	{ digit: "5", label: "5 improbable" },
	{ digit: "6", label: "6 cannot be judged" },
];

/** Everything the chart shows, computed with the same options. */
function numbersOf(dossier: Dossier, { by = "verdict_status" }: CorroborationOptions) {
	knownOption("grouping", by, ["verdict_status", "side"]);
	const rows = credibilities(dossier);
	if (rows.length === 0) throw new NotEnoughDataError("no claim gives an answer that other sources could confirm");
	const sources = sourcesById(dossier);
	const sideOfRow = ({ source_id }: Credibility): Side => sideOfSource(sources, source_id);
	const groupOf = (row: Credibility) => (by === "side" ? sideOfRow(row) : row.verdict_status);
	const order: readonly (Side | VerdictStatus)[] = by === "side" ? sides : verdictStatuses;
	return {
		by,
		rows,
		groupOf,
		sideOfRow,
		groups: order.filter((group) => rows.some((row) => groupOf(row) === group)),
		labelOf: (group: Side | VerdictStatus) => (group in sideLabels ? sideLabels[group as Side] : group),
		totals: ratings.map(({ digit }) => rows.filter((row) => row.digit === digit).length),
		lacking: rows.filter(({ lacks_independence }) => lacks_independence).length,
		claims: dossier.claims.length,
		excluded: countExcluded(answersByOriginalSource(dossier).excluded),
	};
}
type Numbers = ReturnType<typeof numbersOf>;

/**
 * How far independent sources confirm each answer: number of answers by Admiralty credibility, 1 (confirmed by others)
 * to 6 (no other source). Each answer is rated by the other original sources alone. Excludes repeats, collective sources
 * and other statements of the same source.
 *
 * @throws NotEnoughDataError where no claim gives an answer
 * @throws `unknown grouping: colour (known: verdict_status, side)`
 * @example
 * charts.corroboration(dossier).table[0] // → { claim_id: "c09", answer: "at least 9", others: 1, agreeing: 0 }
 */
export function corroboration(dossier: Dossier, options: CorroborationOptions = {}): Figure {
	knownOptions(options, ["by"]);
	requireData(dossier, corroborationNeeds);
	const numbers = numbersOf(dossier, options);
	const { rows, groups, groupOf, labelOf, totals } = numbers;
	const provenance = provenanceOf(dossier);
	const y = ratings.map((_, index) => ratings.length - 1 - index);
	const count = (group: string, digit: ClaimDigit) =>
		rows.filter((row) => row.digit === digit && groupOf(row) === group).length;
	return frame(
		{
			id: "corroboration",
			subject: "reliability",
			plotHeight: 250,
			data: groups.map((group) => ({
				type: "bar" as const,
				orientation: "h" as const,
				x: ratings.map(({ digit }) => count(group, digit)),
				y,
				width: 0.64,
				marker: { color: colours[group] },
				hoverinfo: "text" as const,
				customdata: ratings.map(({ digit }) =>
					rowNumbers(
						rows.filter((row) => row.digit === digit && groupOf(row) === group),
						rows,
					),
				),
				hovertext: ratings.map(({ digit, label }, index) =>
					hoverCard(label, [
						[numbers.by === "side" ? "side of the source" : "verification status", labelOf(group)],
						["answers", count(group, digit)],
						["answers with this rating", totals[index] as number],
					]),
				),
			})),
			layout: {
				barmode: "stack",
				margin: { l: 168, r: 96, t: 30, b: 52 },
				xaxis: {
					range: [0, Math.max(...totals) * 1.02],
					gridcolor: ink.grid,
					zeroline: true,
					zerolinecolor: ink.line,
					title: { text: "answers, one for each original source and question", font: { size: 12, color: ink.soft } },
				},
				yaxis: {
					tickvals: y,
					ticktext: ratings.map(({ label }) => label),
					range: [-0.6, ratings.length - 0.4],
					showgrid: false,
					zeroline: false,
				},
				annotations: [
					...totals.map((total, index) => ({
						x: total,
						y: y[index] as number,
						xshift: 6,
						text: `${total} (${percentLabel(total / rows.length)})`,
						showarrow: false,
						xanchor: "left" as const,
						font: { size: 12, color: ink.text },
					})),
					...groups.map((group, index) => ({
						xref: "paper" as const,
						yref: "paper" as const,
						x: headStart(groups.slice(0, index).map(labelOf)),
						y: 1,
						yshift: 6,
						text: `<b>${labelOf(group)}</b>`,
						showarrow: false,
						xanchor: "left" as const,
						yanchor: "bottom" as const,
						font: { size: 12, color: colours[group] },
					})),
				],
			},
			table: rows.map(({ digit, ...row }) => ({
				...row,
				credibility: digit,
				side: numbers.sideOfRow({ digit, ...row }),
			})),
		},
		{
			title: titleOf(numbers),
			subtitle: `Answers by Admiralty credibility, rated by the other original sources alone; colour: ${numbers.by === "side" ? "side" : "verdict"}`,
			caption: captionLabel(provenance, countLabel(rows.length, "answer"), numbers.excluded, { singular: "claim" }),
			notes: notesOf(numbers),
			alt: `Answers by Admiralty credibility: ${ratings.map(({ label }, index) => `${label} ${totals[index]}`).join(", ")}; ${rows.length.toLocaleString("en")} in all. Each answer is rated by the other original sources alone.`,
		},
		provenance,
	);
}

/** Where a heading starts after those before it, as a share of the drawing's width. */
const headStart = (before: readonly string[]): number =>
	before.reduce((sum, label) => sum + 0.035 + 0.0125 * label.length, 0);

function titleOf({ rows, totals }: Numbers): string {
	const [confirmed, alone] = [totals[0] as number, totals.at(-1) as number];
	if (rows.length === 1)
		return `The one answer is ${confirmed === 1 ? "independently confirmed" : "not independently confirmed"}`;
	return `${percentLabel(confirmed / rows.length)} of answers are independently confirmed, ${percentLabel(alone / rows.length)} are uncorroborated`;
}

function notesOf({ rows, totals, claims, excluded, lacking }: Numbers): string[] {
	const floors = (["1", "2", "3", "4"] as const).map((digit) => `${digit} from ${percentLabel(digitFloors[digit])}`);
	return [
		`Of ${countLabel(claims, "claim")}, ${rows.length} ${wordFor(rows.length, "is", "are")} rated and ${claims - rows.length} ${wordFor(claims - rows.length, "is", "are")} excluded.`,
		excludedLabel(excluded, "claim"),
		`Independently confirmed: ${totals[0]} of ${countLabel(rows.length, "answer")}. Without any other source, so uncorroborated: ${totals.at(-1)}.`,
		"Each original source counts once a question, with its latest statement. The source itself and institutions above or below it do not rate its answer.",
		"The rating follows the posterior of the other sources by one-coin Dawid–Skene, with accuracies from other incidents. No verdict of the same incident is used.",
		`Ratings by posterior: ${floors.join(", ")}, 5 below that. This scale is the kit's own and is not calibrated.`,
		`A 1 also needs two or more independent sources that agree, not all of the source's own side. For lack of that, ${countLabel(lacking, "answer")} ${wordFor(lacking, "is", "are")} rated 2.`,
		"Counts within one or a tenth agree.",
	];
}
