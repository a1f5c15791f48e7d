import { knownOption } from "../../records/known-option.js";
import { NotEnoughDataError } from "../../records/not-enough-data.js";
import type { Dossier } from "../../records/records.js";
import type { AggregationRule } from "../../reliability/reports/aggregation.js";
import { type ReportUnit, reportUnits } from "../../reliability/reports/answered.js";
import { resampling } from "../../reliability/resampling.js";
import { intervalLevel } from "../../statistics/interval-level.js";
import { requireData } from "../catalogue-entry.js";
import { aClaim, anIncident, type Need } from "../needs.js";
import { beside, columnHead } from "../parts/columns-beside.js";
import { colours, type Figure, frame, ink } from "../parts/frame.js";
import { hoverCard } from "../parts/hover-card.js";
import {
	captionLabel,
	countLabel,
	excludedLabel,
	isAre,
	joinList,
	percentLabel,
	percentRange,
} from "../parts/labels.js";
import { provenanceOf } from "../parts/provenance.js";
import { type AggregationNumbers, aggregationNumbers, baseRule, type NumberByRule } from "./aggregation-numbers.js";

/** Options of `aggregationSensitivity`. */
export interface AggregationSensitivityOptions {
	/** `original_sources` (default): one answer for each original source; `reports`: every report, repeats among them. */
	readonly of?: ReportUnit;
}

/** What the chart cannot be drawn without. */
export const aggregationSensitivityNeeds: readonly Need[] = [aClaim, anIncident];

type Symbol = "circle" | "square" | "diamond" | "triangle-left" | "triangle-right";

const look: Readonly<
	Record<AggregationRule, { readonly label: string; readonly symbol: Symbol; readonly color: string }>
> = {
	lowest: { label: "lowest", symbol: "triangle-left", color: "#7f9db3" },
	median: { label: "median", symbol: "square", color: ink.soft },
	most_frequent: { label: "most frequent", symbol: "circle", color: colours.incident },
	most_precise: { label: "most precise", symbol: "diamond", color: "#5f86a3" },
	highest: { label: "highest", symbol: "triangle-right", color: ink.text },
};
/** From the fewest to the most, as the symbols stand from bottom to top. */
const order: readonly AggregationRule[] = ["lowest", "median", "most_frequent", "most_precise", "highest"];

const level = percentLabel(intervalLevel);
const rowHeight = 42;
/** A rule that gives less of the base than this is drawn here. */
const lowestRatio = 0.1;
const ticks = [lowestRatio, 0.25, 0.5, 0.8, 1, 1.25, 1.5, 2, 3, 5, 10, 30, 100];
/** Fewer where the axis is long, so that no two labels meet. */
const fewTicks: readonly number[] = [lowestRatio, 0.25, 0.5, 1, 2, 5, 10, 30, 100];

const written = ({ digits, is_share }: Pick<NumberByRule, "digits" | "is_share">, value: number): string =>
	is_share ? percentLabel(value) : digits === 2 ? value.toFixed(2) : Math.round(value).toLocaleString("en");
const rangeLabel = (row: NumberByRule): string => {
	const [least, most] = [written(row, row.least), written(row, row.most)];
	if (least === most) return least;
	return row.is_share ? percentRange(row.least, row.most) : `${least}–${most}`;
};
const changeOf = (row: NumberByRule, value: number): number => value / row.base - 1;
/** Where a number stands on the logarithmic axis: as far left as the axis goes where it is 0. */
const placeOf = (row: NumberByRule, value: number): number => Math.log(Math.max(value / row.base, lowestRatio));
/** Greatest difference between two rules, as a share of the base. */
const spread = (row: NumberByRule): number => (row.most - row.least) / row.base;
const signed = (share: number): string =>
	share === 0 ? "0%" : `${share > 0 ? "+" : "−"}${percentLabel(Math.abs(share))}`;

function titleOf({ rows }: AggregationNumbers): string {
	// A number without an interval is taken from too few incidents for a headline.
	const known = rows.filter(({ low }) => low !== null);
	const most = (known.length > 0 ? known : rows).reduce((best, row) => (spread(row) > spread(best) ? row : best));
	if (spread(most) === 0) return "No number depends on how conflicting reports are aggregated";
	const noun = `${most.noun.charAt(0).toUpperCase()}${most.noun.slice(1)}`;
	return `${noun}: ${written(most, most.least)} to ${written(most, most.most)}, depending on the aggregation rule`;
}

/**
 * How numbers of frequency, casualties and location change with the rule by which conflicting reports on one incident
 * become one answer (`aggregateAnswers`): each rule compared with the most frequent answer, in percent, with the
 * number's 95% interval. A number that changes by more than its interval depends more on the rule than on chance.
 *
 * @throws NotEnoughDataError without a claim or an incident
 * @throws `unknown unit: rows (known: original_sources, reports)`
 * @example
 * charts.aggregationSensitivity(loadDossier()).table[0] // → { number: "incidents", rule: "most_frequent" }
 */
export function aggregationSensitivity(
	dossier: Dossier,
	{ of = "original_sources" }: AggregationSensitivityOptions = {},
): Figure {
	knownOption("unit", of, reportUnits);
	requireData(dossier, aggregationSensitivityNeeds);
	const numbers = aggregationNumbers(dossier, { of });
	if (numbers.rows.length === 0) throw new NotEnoughDataError("no incident occurred by the most frequent answer");
	const { rows, counts } = numbers;
	const provenance = provenanceOf(dossier);
	const shown = [...rows].reverse();
	// A wide interval may run out of the drawing; a rule may not.
	const places = rows.flatMap((row) => [placeOf(row, row.least), placeOf(row, row.most)]);
	const intervals = rows.flatMap((row) =>
		row.low === null || row.high === null ? [] : [placeOf(row, row.low), placeOf(row, row.high)],
	);
	const left = Math.min(Math.log(0.8), ...places, ...intervals.map((each) => Math.max(each, Math.log(0.5))));
	const right = Math.max(Math.log(1.25), ...places, ...intervals.map((each) => Math.min(each, Math.log(2))));
	const room = 0.05 * (right - left);
	const marked = (right - left > Math.log(4) ? fewTicks : ticks).filter(
		(tick) => Math.log(tick) >= left - room && Math.log(tick) <= right + room,
	);
	return frame(
		{
			id: "aggregation-sensitivity",
			subject: "reliability",
			plotHeight: shown.length * rowHeight + 10,
			data: [
				{
					type: "scatter",
					mode: "lines",
					name: `${level} interval`,
					x: shown.flatMap((row) =>
						row.low === null || row.high === null ? [] : [placeOf(row, row.low), placeOf(row, row.high), null],
					),
					y: shown.flatMap((row, y) => (row.low === null || row.high === null ? [] : [y, y, null])),
					line: { color: colours.band, width: 14 },
					hoverinfo: "skip",
				},
				...order.map((rule, place) => {
					const points = shown.flatMap((row, y) => {
						const found = row.values.find((each) => each.rule === rule);
						return found === undefined || found.value === null ? [] : [{ row, y, value: found.value, n: found.n }];
					});
					return {
						type: "scatter" as const,
						mode: "markers" as const,
						name: look[rule].label,
						cliponaxis: false,
						x: points.map(({ row, value }) => placeOf(row, value)),
						y: points.map(({ y }) => y + (place - 2) * 0.13),
						marker: { symbol: look[rule].symbol, color: look[rule].color, size: 9 },
						hoverinfo: "text" as const,
						hovertext: points.map(({ row, value, n }) =>
							hoverCard(`${row.label}, ${look[rule].label}`, [
								["number", written(row, value)],
								["compared with most frequent", signed(changeOf(row, value))],
								[`${level} interval, most frequent`, intervalLabel(row)],
								["taken from", n.toLocaleString("en")],
							]),
						),
					};
				}),
			],
			layout: {
				margin: { l: 220, r: 196, t: 46, b: 46 },
				xaxis: {
					range: [left - room, right + room],
					tickvals: marked.map(Math.log),
					ticktext: marked.map((tick) => (tick === lowestRatio ? `${signed(tick - 1)} or less` : signed(tick - 1))),
					tickangle: 0,
					gridcolor: ink.grid,
					zeroline: true,
					zerolinecolor: ink.soft,
					title: { text: "change compared with the most frequent answer (logarithmic)", standoff: 8 },
				},
				yaxis: {
					range: [-0.6, shown.length - 0.4],
					tickvals: shown.map((_, y) => y),
					ticktext: shown.map(({ label }) => label),
					showgrid: false,
					zeroline: false,
				},
				showlegend: true,
				legend: {
					orientation: "h",
					x: 0,
					xanchor: "left",
					y: 1,
					yanchor: "bottom",
					yref: "paper",
					traceorder: "normal",
				},
				annotations: [
					columnHead("most frequent", 12),
					columnHead("all rules", 112),
					...shown.flatMap((row, y) => [
						beside(y, written(row, row.base), 12),
						beside(y, rangeLabel(row), 112, row.least === row.most ? ink.soft : ink.text),
					]),
				],
			},
			table: rows.flatMap((row) =>
				row.values.map(({ rule, value, n }) => ({
					number: row.id,
					subject: row.subject,
					rule,
					value,
					change: value === null ? null : changeOf(row, value),
					n,
					low: rule === baseRule ? row.low : null,
					high: rule === baseRule ? row.high : null,
				})),
			),
		},
		{
			title: titleOf(numbers),
			subtitle: `Numbers under five aggregation rules, compared with the most frequent answer; bar: ${level} interval`,
			caption: captionLabel(provenance, countLabel(counts.incidents.length, "incident"), counts.excluded),
			notes: notesOf(numbers, of),
			alt: altOf(numbers),
		},
		provenance,
	);
}

const intervalLabel = (row: NumberByRule): string =>
	row.low === null
		? "none"
		: row.high === null
			? `above ${written(row, row.low)}`
			: `${written(row, row.low)}–${written(row, row.high)}`;

function altOf({ rows, questions, differing }: AggregationNumbers): string {
	const each = rows.map((row) => `${row.label} ${written(row, row.base)} (${rangeLabel(row)})`);
	return `Each number under the most frequent answer, with its range over five aggregation rules: ${each.join("; ")}. Answers differ on ${differing} of ${countLabel(questions, "question")}.`;
}

function notesOf({ rows, zero, rules, counts, questions, differing }: AggregationNumbers, of: ReportUnit): string[] {
	const base = rules.find(({ rule }) => rule === baseRule) as AggregationNumbers["rules"][number];
	const excluded = counts.excluded.reduce((sum, { n }) => sum + n, 0);
	const beyond = rows.filter(
		(row) => (row.low !== null && row.least < row.low) || (row.high !== null && row.most > row.high),
	);
	return [
		`Of ${countLabel(counts.incidents.length + base.not_occurred + excluded, "incident")}, ${counts.incidents.length} ${isAre(counts.incidents.length)} counted, ${base.not_occurred} did not occur by the most frequent answer and ${excluded} ${isAre(excluded)} excluded.`,
		excludedLabel(counts.excluded),
		of === "original_sources"
			? "Each original source has one answer to a question, its latest. Repeats add none."
			: "Every report counts, repeats among them.",
		`Answers differ on ${differing} of ${countLabel(questions, "question")}: only there can a rule change anything.`,
		"Most frequent: the answer given most often. Ties go to the lowest number, the earliest day and no before yes; of names to the most precise, then the one given first.",
		"Most precise: the most frequent of the narrowest ranges, the fewest days or the places with the smallest precision in places.csv.",
		"Lowest and highest: the lower or upper end of numbers, the earliest or latest day, no or yes if any source says so. Median: the middle. Names have no order, so the most frequent is taken.",
		`Incidents not counted because they did not occur by the rule: ${joinList(rules.map(({ rule, not_occurred }) => `${look[rule].label} ${not_occurred}`))}.`,
		`Incidents with another first day than in the table of incidents: ${joinList(rules.map(({ rule, moved_in_time }) => `${look[rule].label} ${moved_in_time}`))}.`,
		`Incidents with another place: ${joinList(rules.map(({ rule, moved_in_space }) => `${look[rule].label} ${moved_in_space}`))}. Answers on a place that is not in places.csv leave it as it is (${base.places_unknown} under the most frequent answer).`,
		"Casualties are added up over questions of killed and wounded. An incident on which nobody gives a number adds nothing.",
		`Bars are ${level} intervals under the most frequent answer: Poisson for counts (Garwood 1936), Wilson for shares and months, overdispersed for the ratio of rates, a bootstrap of incidents for casualties. Casualties of fewer than ${resampling.minimumIncidents} incidents have none.`,
		beyond.length === 0
			? "No rule moves a number out of its interval."
			: `Some rule moves a number out of its interval: ${joinList(beyond.map(({ noun }) => noun))}.`,
		"The rules share incidents and reports, so the intervals do not test one rule against another.",
		...(zero.length === 0 ? [] : [`Not drawn, because the most frequent answer gives 0: ${joinList(zero)}.`]),
		"Aggregation rules and their names follow van Baalen and Höglund, Trials and Triangulations, International Studies Quarterly 70(1), 2026.",
	];
}
