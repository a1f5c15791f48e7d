import { daysBetween } from "../../calendar/days.js";
import { knownOptions } from "../../records/known-option.js";
import { NotEnoughDataError } from "../../records/not-enough-data.js";
import type { Dossier } from "../../records/records.js";
import { type AccuracyAsOf, type AccuracyTrend, accuracyTrend } from "../../reliability/accuracy/accuracy-over-time.js";
import type { AccuracyOptions } from "../../reliability/accuracy/comparison.js";
import { isSignificant } from "../../reliability/accuracy/difference-test.js";
import { requireData } from "../catalogue-entry.js";
import { aClaim, type Need } from "../needs.js";
import { colours, type Figure, figureWidth, frame, ink, plain } from "../parts/frame.js";
import { captionLabel, countLabel, dayLabel, percentLabel, wordFor } from "../parts/labels.js";
import { provenanceOf } from "../parts/provenance.js";
import { shareAxis } from "../parts/share-axis.js";
import { panelText, trendLegend, trendPanel } from "./accuracy-panels.js";
import { accuracyCells, intervalLabel, legendAbove } from "./accuracy-rows.js";
import {
	claimTotalNotes,
	couldBeChanceLabel,
	differenceLabel,
	estimateNote,
	groupingLabels,
	judgedHowLabel,
	judgedHowNotes,
	noIntent,
	resolvedOfLabel,
} from "./labels.js";
import { requireResolved } from "./resolved-claims.js";

/** How claims are grouped (`by`, default `side`) and judged; the day is each quarter's end. */
export type AccuracyOverTimeOptions = Omit<AccuracyOptions, "asOf">;

/** What the chart cannot be drawn without. */
export const accuracyOverTimeNeeds: readonly Need[] = [aClaim];

const gap = 0.03;
/** Panels side by side. */
const columns = 4;
const panelHeight = 230;
const rowGap = 84;

/**
 * Accuracy as known at each quarter's end, one panel a group on one scale: the counted share (line with dots), the
 * pooled estimate (dashed) and its 95% credible band; nothing while a group has too few resolved claims. Unit: claims.
 *
 * @param options `by`: `side` (default), `source_kind`, `alignment` or `basis`; and how claims are judged
 * @throws RangeError for an unknown option; NotEnoughDataError without a resolved claim or a quarter's end
 * @example
 * charts.accuracyOverTime(dossier).table[0] // → { as_of: "2022-03-31", group: "iran_state", supported: 1, n: 3 }
 */
export function accuracyOverTime(dossier: Dossier, options: AccuracyOverTimeOptions = {}): Figure {
	knownOptions(options, ["by", "statement", "circular", "confidence", "announced"]);
	requireData(dossier, accuracyOverTimeNeeds);
	const trend = accuracyTrend(dossier, options);
	requireResolved(trend);
	const { by, rows, last_day: last, excluded } = trend;
	const { one, many, groups } = groupingLabels[by];
	const nameOf = (group: string) => groups[group] ?? group;
	const groupsThere = [...new Set(rows.map(({ group }) => group))].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
	const rowsOf = (group: string) => rows.filter((row) => row.group === group);
	// A few groups all have a panel; of many only those that ever have enough claims.
	const there =
		groupsThere.length <= columns
			? groupsThere
			: groupsThere.filter((group) => rowsOf(group).some(({ enough_claims }) => enough_claims));
	if (there.length === 0)
		throw new NotEnoughDataError(`no ${one} ever has ${trend.minimum_claims} resolved claims, as known at the time`);
	const lastRow = (group: string) => rowsOf(group).find(({ as_of }) => as_of === last);
	const now = there.flatMap((group) => lastRow(group) ?? []);
	const enough = now.filter(({ enough_claims }) => enough_claims);
	const provenance = provenanceOf(dossier);
	const across = Math.min(columns, there.length);
	const down = Math.ceil(there.length / across);
	const plotHeight = down * panelHeight + (down - 1) * rowGap;
	const width = (1 - gap * (across - 1)) / across;
	const cornerOf = (index: number) => ({
		from: (index % across) * (width + gap),
		top: 1 - (Math.floor(index / across) * (panelHeight + rowGap)) / plotHeight,
	});
	const colourOf = (group: string) => (by === "side" ? colours[group as keyof typeof colours] : colours.incident);
	const level = percentLabel(trend.interval_level);
	const [left, right] = [56, 24];
	const years = daysBetween(provenance.observed_from, provenance.observed_to) / 365.25;
	// Pixels of a label of four digits with a gap.
	const yearStep = Math.max(1, Math.ceil((years * 30) / (width * (figureWidth - left - right))));
	const axes = Object.fromEntries(
		there.flatMap((_, index) => {
			const { from, top } = cornerOf(index);
			const number = index === 0 ? "" : String(index + 1);
			return [
				[
					`xaxis${number}`,
					{
						type: "date",
						domain: [from, Math.min(1, from + width)],
						range: [provenance.observed_from, provenance.observed_to],
						tickformat: "%Y",
						dtick: `M${12 * yearStep}`,
						tick0: "2022-01-01",
						ticks: "outside",
						tickcolor: ink.line,
						linecolor: ink.line,
						showgrid: false,
						fixedrange: true,
						anchor: `y${number}`,
					},
				],
				[
					`yaxis${number}`,
					{
						...shareAxis,
						domain: [Math.max(0, top - panelHeight / plotHeight), top],
						range: [0, 1.02],
						fixedrange: true,
						showticklabels: index % across === 0,
						anchor: `x${number}`,
					},
				],
			];
		}),
	);
	return frame(
		{
			id: "accuracy-over-time",
			subject: "reliability",
			plotHeight,
			data: [
				...trendLegend(level),
				...there.flatMap((group, index) => trendPanel(rowsOf(group), rows, nameOf(group), colourOf(group), index)),
			],
			layout: {
				margin: { l: left, r: right, t: 80, b: 34 },
				showlegend: true,
				legend: legendAbove({ left, right, plotHeight, lift: 46 }),
				...axes,
				annotations: there.flatMap((group, index) => {
					const { from, top } = cornerOf(index);
					const row = lastRow(group);
					return [
						panelText(`<b>${plain(nameOf(group))}</b>`, from, top, 22, colourOf(group)),
						panelText(
							row === undefined
								? ""
								: row.enough_claims
									? `${row.supported} of ${row.n} (${percentLabel(row.share as number)})`
									: `n = ${row.n}, too few to estimate`,
							from,
							top,
							6,
							ink.soft,
						),
					];
				}),
			},
			table: rows.map((row) => ({ as_of: row.as_of, group: row.group, ...accuracyCells(row, trend) })),
		},
		{
			title: titleOf(enough, groupsThere.length, trend, nameOf),
			subtitle: `Running total: share of dated resolved claims so far that the verdict supports, by ${one}`,
			caption: captionLabel(
				provenance,
				`${resolvedOfLabel(trend)}${last === provenance.observed_to ? "" : ` by ${dayLabel(last)}`}`,
				excluded,
				{
					singular: "claim",
					more: [judgedHowLabel({ ...trend, asOf: null }), couldBeChanceLabel(trend.test)]
						.filter((each) => each !== "")
						.join(" "),
				},
			),
			notes: [
				...(by === "side" ? ["Third parties are all sources of no other side."] : []),
				"Each point uses only claims published and verdicts decided by its day. Claims without a date and verdicts without a date are excluded.",
				...claimTotalNotes(trend).map((note, index) =>
					index === 0 ? `By ${dayLabel(last)}: ${note.charAt(0).toLowerCase()}${note.slice(1)}` : note,
				),
				...judgedHowNotes({ ...trend, asOf: null }),
				`Circular verdicts, which rely on the source's own claim, are ${trend.circular === "exclude" ? "excluded" : "included"}.`,
				estimateNote(trend, many, { counted: "Lines with dots", estimate: "dashed lines", tooFew: "nothing drawn" }),
				differenceLabel(trend.test, many),
				...groupsThere.map((group) => {
					const first = rowsOf(group).find(({ enough_claims }) => enough_claims)?.as_of;
					return `${nameOf(group)}: ${first === undefined ? `never ${trend.minimum_claims} resolved claims` : `at least ${trend.minimum_claims} resolved claims from ${dayLabel(first)}`}.`;
				}),
				noIntent,
			],
			alt: `Accuracy by ${one} as known on ${dayLabel(last)}: ${
				enough
					.map(
						(row) => `${nameOf(row.group)} ${percentLabel(row.share as number)} (${intervalLabel(row)}, n = ${row.n})`,
					)
					.join("; ") || `no ${one} has enough resolved claims`
			}. ${enough.length} of ${countLabel(groupsThere.length, one, many)} ${wordFor(enough.length, "has", "have", groupsThere.length)} at least ${trend.minimum_claims} resolved claims.`,
		},
		provenance,
	);
}

function titleOf(
	enough: readonly AccuracyAsOf[],
	groups: number,
	{ by, test, last_day }: AccuracyTrend,
	nameOf: (group: string) => string,
): string {
	const { one, many } = groupingLabels[by];
	const [only] = enough;
	if (only === undefined) return `By ${dayLabel(last_day)} no ${one} had enough resolved claims to estimate`;
	const shares = enough.map(({ share }) => share as number);
	if (enough.length === 1)
		return `${nameOf(only.group)}: ${percentLabel(shares[0] as number)} of claims supported over the whole period${groups > 1 ? `; other ${many} too few` : ""}`;
	const [low, high] = [Math.min(...shares), Math.max(...shares)].map(percentLabel);
	return isSignificant(test)
		? `Over the whole period accuracy differs between ${many}: from ${low} to ${high}`
		: `Over the whole period accuracy is ${low} to ${high} by ${one}; differences could be chance`;
}
