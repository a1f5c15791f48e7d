import { knownOption, knownOptions } from "../../records/known-option.js";
import { NotEnoughDataError } from "../../records/not-enough-data.js";
import type { Dossier } from "../../records/records.js";
import {
	compareTimesToResolution,
	minimumQuestions,
	type ResolutionComparison,
	type ResolutionCurve,
	resolutionCurve,
	timesToResolution,
} from "../../reliability/questions/time-to-resolution.js";
import { intervalLevel, significanceLevel } from "../../statistics/interval-level.js";
import { chartRandom } from "../../statistics/random.js";
import { requireData } from "../catalogue-entry.js";
import { aClaim, type Need } from "../needs.js";
import { type Figure, frame, ink, plain } from "../parts/frame.js";
import { captionLabel, countLabel, isAre, joinList, percentLabel, probabilityLabel } from "../parts/labels.js";
import { provenanceOf } from "../parts/provenance.js";
import { axes, colourOf, columns, gap, nameOf, panel, panelHeight, rowGap } from "./resolution-panels.js";

/** Which groups of questions have a panel. */
export interface TimeToResolutionOptions {
	/** The side that reported first, the event type, or `both` (default). */
	readonly by?: "first_side" | "incident_kind" | "both";
}

/** What the chart cannot be drawn without. */
export const timeToResolutionNeeds: readonly Need[] = [aClaim];

const groupings = ["first_side", "incident_kind"] as const;
const groupingNames = { first_side: "side that reported first", incident_kind: "event type" } as const;

/**
 * Share of questions resolved within so many days of the first claim: Kaplan–Meier curves with 95% bands, for all
 * questions (grey in every panel), by the side that reported first and by event type. Unit: questions; unresolved ones
 * are censored. Excluded: questions without a dated claim, or resolved on a day not known.
 *
 * @throws RangeError for an unknown grouping; NotEnoughDataError without a question that can be placed in time
 * @example
 * charts.timeToResolution(dossier).table.map(({ days, share_resolved }) => [days, share_resolved]) // → [[1, 0.20], [5, 0.40], [21, 0.60]]
 */
export function timeToResolution(dossier: Dossier, options: TimeToResolutionOptions = {}): Figure {
	const { by = "both" } = knownOptions(options, ["by"]);
	const known = [...groupings, "both"];
	knownOption("grouping", by, known);
	requireData(dossier, timeToResolutionNeeds);
	const { rows: waits, resolved_undated, no_dated_claim } = timesToResolution(dossier);
	if (waits.length === 0) throw new NotEnoughDataError("no question has a dated claim and a known day of resolution");
	const all = resolutionCurve(waits);
	const compared = groupings
		.filter((each) => by === "both" || by === each)
		.map((each) => ({ by: each, ...compareTimesToResolution(waits, each, chartRandom()) }));
	const [first, ...rest] = compared;
	const lines = [
		...chunks([{ group: "all", by: "all", curve: all }, ...curvesOf(first)], columns),
		...rest.flatMap((each) => chunks(curvesOf(each), columns)),
	];
	const longest = Math.max(365, ...all.steps.map(({ time }) => time));
	const panels = lines.flatMap((row, line) => row.map((each, column) => ({ ...each, line, column })));
	// Up to the next quarter above the highest band.
	const highest = Math.max(0, ...panels.map(({ curve }) => 1 - (curve.steps.at(-1)?.low ?? 1)));
	const most = Math.min(1.02, Math.ceil(highest * 4) / 4 + 0.02);
	const height = lines.length * panelHeight + (lines.length - 1) * rowGap;
	const end = within(all, Number.POSITIVE_INFINITY);
	// As if all of those whose day is not known had been resolved at once.
	const atMost = (all.resolved + resolved_undated) / Math.max(1, all.n + resolved_undated);
	const questions = waits.length + resolved_undated + no_dated_claim;
	const provenance = provenanceOf(dossier);
	const level = percentLabel(intervalLevel);
	const out = resolved_undated + no_dated_claim;
	return frame(
		{
			id: "time-to-resolution",
			subject: "reliability",
			plotHeight: height,
			data: panels.flatMap(({ curve }, index) => panel(curve, all, index, longest)),
			layout: {
				margin: { l: 56, r: 24, t: 44, b: 46 },
				...axes(panels, lines.length, height, longest, most),
				annotations: panels.flatMap(({ curve, line, column }) => {
					const x = column * ((1 - gap * (columns - 1)) / columns + gap);
					const y = 1 - (line * (panelHeight + rowGap)) / height;
					return [
						pin(`<b>${plain(nameOf(curve.group))}</b>`, x, y, 20, 11.5, colourOf(curve.group)),
						pin(`${curve.resolved} of ${curve.n} resolved`, x, y, 5, 11, ink.soft),
					];
				}),
			},
			table: panels.flatMap(({ curve, by: grouped_by }) =>
				curve.steps
					.filter(({ events, time }) => events > 0 || time === longest)
					.map(({ time, at_risk, events, survival, standard_error, low, high }) => ({
						grouped_by,
						group: curve.group,
						days: time,
						unresolved_before: at_risk,
						resolved: events,
						share_resolved: 1 - survival,
						standard_error,
						low: 1 - high,
						high: 1 - low,
					})),
			),
		},
		{
			title: `${percentLabel(within(all, 0))} of questions are resolved on the first day, ${percentLabel(end)} by the end of the period`,
			subtitle: `Share of questions resolved by days since the first claim (Kaplan–Meier, ${level} bands); grey line: all questions`,
			caption: captionLabel(
				provenance,
				`${countLabel(all.n, "question")} of ${countLabel(all.incidents, "incident")}, ${all.n - all.resolved} unresolved (censored)`,
				[],
				{ singular: "question" },
			).replace(
				"none excluded",
				out === 0 ? "none excluded" : `${countLabel(out, "question")} excluded (all reasons: the chart's page)`,
			),
			notes: [
				`Of ${countLabel(questions, "question")}, ${all.n} ${isAre(all.n)} counted and ${out} ${isAre(out)} excluded: ${resolved_undated} resolved on a day not known and ${no_dated_claim} without a dated claim.`,
				`Resolved within 7 days: ${percentLabel(within(all, 7))}; within 30 days: ${percentLabel(within(all, 30))}. If those with an unknown day had been resolved at once, at most ${percentLabel(atMost)} would be resolved.`,
				...compared.map((each) => testNote(each, groupingNames[each.by])),
				`Groups with fewer than ${minimumQuestions} questions are not drawn: ${joinList(compared.map((each) => `${countLabel(each.excluded, "question")} by ${groupingNames[each.by]}`))}.`,
				`Unresolved questions are censored at the end of the period, assuming that they would have gone on like the rest. Bands are pointwise ${level} intervals (Greenwood, log–log scale), as if questions were independent.`,
				"Only confirmed and refuted questions are resolved. A verdict dated before the first dated claim counts as day 0.",
				"Where both sides report, a question can be confirmed by their agreement alone.",
			],
			alt: `Of ${countLabel(waits.length, "question")}, ${percentLabel(within(all, 0))} are resolved on the day of the first claim, ${percentLabel(within(all, 7))} within a week and ${percentLabel(end)} by the end of the period. ${altGroups(compared)}.`,
		},
		provenance,
	);
}

type Compared = ResolutionComparison & { readonly by: (typeof groupings)[number] };

const curvesOf = (compared: Compared | undefined) =>
	(compared?.curves ?? []).map((curve) => ({ group: curve.group, by: compared?.by as string, curve }));

/** Share resolved within so many days. */
const within = (curve: ResolutionCurve, day: number): number =>
	1 - (curve.steps.filter(({ time }) => time <= day).at(-1)?.survival ?? 1);

function testNote({ test, p_by_incident, permutations }: ResolutionComparison, what: string): string {
	if (test === null || p_by_incident === null)
		return `By ${what}: fewer than two groups are large enough, so that none can be compared.`;
	return `Log-rank test by ${what}: ${p_by_incident <= significanceLevel ? "a significant difference" : "no significant difference"}, ${probabilityLabel(p_by_incident)} with whole incidents permuted (${permutations} permutations). If questions were independent, ${probabilityLabel(test.p)} (χ² = ${test.chi_square.toFixed(1)}, ${countLabel(test.degrees, "degree")} of freedom). It does not detect curves that cross.`;
}

function altGroups(compared: readonly Compared[]): string {
	const groups = compared.flatMap(({ by, curves }) =>
		curves.length === 0
			? []
			: [
					`by ${groupingNames[by]}, ${joinList(curves.map((curve) => `${nameOf(curve.group)} ${curve.resolved} of ${curve.n}`))}`,
				],
	);
	const text = groups.join("; ");
	return text === "" ? "No group is large enough to compare" : `Resolved ${text}`;
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
	return items.length === 0 ? [] : [items.slice(0, size), ...chunks(items.slice(size), size)];
}

const pin = (text: string, x: number, y: number, yshift: number, size: number, color: string) => ({
	xref: "paper" as const,
	yref: "paper" as const,
	x,
	y,
	yshift,
	text,
	showarrow: false,
	xanchor: "left" as const,
	yanchor: "bottom" as const,
	font: { size, color },
});
