import { distance } from "fastest-levenshtein";
import { countBySegment, minimumPerSegment, type SegmentCount, segmentDispersion } from "../../location/areas.js";
import { borderRuler } from "../../location/chainage.js";
import { areEqualParts, segmentName, segmentsOf } from "../../location/segments.js";
import { knownOptions } from "../../records/known-option.js";
import type { Dossier } from "../../records/records.js";
import { overdispersedRatio } from "../../statistics/rate-comparison.js";
import { requireData } from "../catalogue-entry.js";
import { aLine, anIncident, aSegment, type Need } from "../needs.js";
import { colours, type Figure, frame, ink } from "../parts/frame.js";
import { countLabel, isAre, wordFor } from "../parts/labels.js";
import { rowNumbers } from "../parts/marks.js";
import { plain } from "../parts/text.js";
import {
	borderCredit,
	captionOf,
	countNotes,
	hoverCard,
	lengthNote,
	locatedOf,
	orderWords,
	segmentMeaning,
} from "./located.js";

/** What `incidentsPer100Km` can be asked for. */
export interface IncidentsPer100KmOptions {
	/** Segments with fewer incidents are drawn hollow and not compared, 5 by default. */
	readonly minimum?: number;
}

/** What `incidentsPer100Km` cannot be drawn without. */
export const incidentsPer100KmNeeds: readonly Need[] = [anIncident, aLine, aSegment];

const rounded = (rate: number) => rate.toFixed(rate < 10 ? 1 : 0);

/**
 * Incidents per 100 km for each border segment in the order of the line, with 95% interval
 * allowing for clustering. Segments below the minimum are hollow. Incidents that cannot be assigned to
 * one segment are counted in the notes.
 *
 * @throws NotEnoughDataError without an incident or a segment; `minimum must be a whole number above 0: 0`
 * @example
 * charts.incidentsPer100Km(dossier).table[0] // → { segment_id: "upper-one", n: 2, length_km: 200, per_100_km: 1 }
 */
export function incidentsPer100Km(dossier: Dossier, options: IncidentsPer100KmOptions = {}): Figure {
	const { minimum = minimumPerSegment } = knownOptions(options, ["minimum"]);
	checkMinimum(minimum);
	requireData(dossier, incidentsPer100KmNeeds);
	const rates = gather(dossier, minimum);
	const { located, segments, comparable, not_assigned, length_km, dispersion } = rates;
	const highest = (comparable.length > 0 ? comparable : segments).map((row) => row.overdispersed_high);
	const most = Math.max(10, ...highest) * 1.04;
	const shown = segments.filter(({ per_100_km }) => per_100_km <= most);
	const beyond = segments.filter((row) => row.overdispersed_high > most);
	const colorOf = ({ can_be_compared }: SegmentCount) => (can_be_compared ? colours.incident : ink.line);
	const without = segments.filter(({ n }) => n === 0).length;
	const [left, right] = dossier.region.sides;
	const names = areEqualParts(dossier)
		? "Names: km along the border."
		: `Names: ${left.adjective} ${left.area} – ${right.adjective} ${right.area}.`;
	const line = (low: number, high: number, y: number, color: string, width: number) => ({
		type: "line" as const,
		x0: Math.min(low, most),
		x1: Math.min(high, most),
		y0: y,
		y1: y,
		line: { color, width },
		layer: "between" as const,
	});
	return frame(
		{
			id: "incidents-per-100-km",
			subject: "location",
			plotHeight: 22 * segments.length + 10,
			credit: borderCredit(dossier),
			data: [
				{
					type: "scatter",
					mode: "markers",
					x: shown.map(({ per_100_km }) => per_100_km),
					y: shown.map((row) => plain(segmentName(row))),
					marker: {
						size: 9,
						color: shown.map((row) => (row.can_be_compared ? colorOf(row) : ink.paper)),
						line: { color: shown.map(colorOf), width: 1.5 },
					},
					customdata: rowNumbers(shown, segments),
					hovertext: shown.map((row) =>
						hoverCard(
							segmentName(row),
							["Incidents", `${row.n} on ${row.length_km} km`],
							["Per 100 km", rounded(row.per_100_km)],
							["95% interval if independent", `${rounded(row.low)} to ${rounded(row.high)}`],
							["95% interval if clustered", `${rounded(row.overdispersed_low)} to ${rounded(row.overdispersed_high)}`],
							...(row.can_be_compared ? [] : [["Comparison", `too few incidents (n < ${minimum})`] as const]),
						),
					),
					hoverinfo: "text",
					cliponaxis: false,
				},
			],
			layout: {
				margin: { l: 190, r: 120, t: 24, b: 48 },
				xaxis: {
					range: [0, most],
					gridcolor: ink.grid,
					zeroline: true,
					zerolinecolor: ink.line,
					title: { text: "incidents per 100 km", standoff: 6 },
				},
				yaxis: {
					type: "category",
					categoryorder: "array",
					categoryarray: segments.map((row) => plain(segmentName(row))),
					range: [segments.length - 0.4, -0.6],
					showgrid: false,
					ticks: "",
					ticklabelstandoff: 8,
				},
				shapes: segments.flatMap((row, index) => [
					line(row.overdispersed_low, row.overdispersed_high, index, colorOf(row), row.can_be_compared ? 3 : 1.5),
				]),
				annotations: [
					...segments.map((row, index) => ({
						xref: "paper" as const,
						x: 1,
						xshift: 20,
						y: index,
						text: `${row.n} on ${row.length_km} km`,
						xanchor: "left" as const,
						showarrow: false,
						font: { size: 11, color: row.can_be_compared ? ink.text : ink.soft },
					})),
					...beyond.map((row) => ({
						xref: "paper" as const,
						x: 1,
						y: segments.indexOf(row),
						text: "<b>›</b>",
						xanchor: "left" as const,
						showarrow: false,
						font: { size: 15, color: ink.text },
					})),
				],
			},
			table: segments.map((row) => ({ ...row })),
		},
		{
			title: titleOf(rates),
			subtitle: `Incidents per 100 km, ${orderWords(dossier)}. Line: 95% interval, allowing for clusters. Grey, hollow: n < ${minimum}`,
			caption: captionOf(
				located,
				`${countLabel(not_assigned, "incident")} ${isAre(not_assigned)} known too coarsely for one segment. ${names}${beyond.length === 0 ? "" : " ›: beyond the axis."}`,
			),
			notes: [
				...countNotes(located),
				`${located.incidents.length - not_assigned} ${isAre(located.incidents.length - not_assigned)} assigned to one of ${countLabel(segments.length, "segment")}, ${not_assigned} to none. ${countLabel(without, "segment")} ${wordFor(without, "has", "have")} no assigned incident.`,
				...segmentNotes(dossier),
				`Lines are intervals that allow for clustering: monthly counts of a segment vary ${dispersion.toFixed(1)} times as much as Poisson's (quasi-Poisson). The table has Garwood's too, if incidents are independent.`,
				...comparisonNotes(rates),
				"A mark › at the right edge means that the interval continues beyond the axis. The table has all limits.",
				"A segment without reports is not a segment without incidents. Reports that name only a crossing are placed at it.",
				lengthNote(length_km),
			],
			alt: `Incidents per 100 km for ${countLabel(segments.length, "border segment")}, ${comparable.length} of them with ${minimum} incidents or more. ${titleOf(rates)}.`,
		},
		located.provenance,
	);
}

/** What a border segment is, in which order they stand, and which of their names are easily taken for one another. */
function segmentNotes(dossier: Dossier): string[] {
	const [left, right] = dossier.region.sides;
	if (areEqualParts(dossier)) return [segmentMeaning(dossier)];
	const alike = new Set(
		dossier.stretches.flatMap(({ ir_county }) =>
			dossier.stretches
				.filter(({ af_province }) => af_province !== ir_county && distance(af_province, ir_county) === 1)
				.map(
					({ af_province }) =>
						`${ir_county} is a ${right.area} in ${right.country}. ${af_province} is a province of ${left.country}.`,
				),
		),
	);
	return [`${segmentMeaning(dossier)} Names are ${left.area} – ${right.area}, ${orderWords(dossier)}.`, ...alike];
}

/** @throws `minimum must be a whole number above 0: 0` */
export function checkMinimum(minimum: number): void {
	if (!Number.isInteger(minimum) || minimum < 1)
		throw new RangeError(`minimum must be a whole number above 0: ${minimum}`);
}

function gather(dossier: Dossier, minimum: number) {
	const located = locatedOf(dossier);
	const { length_km } = borderRuler(dossier.border);
	const stretches = segmentsOf(dossier);
	const dispersion = segmentDispersion(located.incidents, stretches, length_km, dossier.observation);
	const counts = countBySegment(located.incidents, stretches, length_km, { minimum, dispersion });
	const comparable = counts.segments.filter(({ can_be_compared }) => can_be_compared);
	const [highest, ...others] = [...comparable].sort((a, b) => b.per_100_km - a.per_100_km);
	// The highest of several is compared with each of the others: the level is divided among the comparisons.
	const confidence = 1 - 0.05 / Math.max(1, others.length);
	const ratios =
		highest === undefined
			? []
			: others.map((other) => ({
					other,
					...overdispersedRatio(exposed(highest), exposed(other), dispersion, confidence),
				}));
	return { located, length_km, dispersion, minimum, ...counts, comparable, highest, ratios };
}
type Rates = ReturnType<typeof gather>;

const exposed = ({ n, length_km }: SegmentCount) => ({ count: n, exposure: length_km });

/** Names a highest segment only where it exceeds each of the others also if incidents are clustered. */
function titleOf({ highest, ratios, minimum }: Rates): string {
	if (highest === undefined) return `Too few incidents to compare border segments (n < ${minimum} in each)`;
	const name = segmentName(highest);
	if (ratios.length === 0) return `${name} is the only border segment with ${minimum} incidents or more`;
	return ratios.every(({ low }) => low > 1)
		? `${name} has the highest rate: ${countLabel(highest.n, "incident")} on ${rounded(highest.length_km)} km`
		: "Differences between border segments could be chance";
}

function comparisonNotes({ highest, ratios, dispersion }: Rates): string[] {
	if (highest === undefined || ratios.length === 0) return [];
	const times = ratios.map(
		({ other, low, high }) =>
			`${segmentName(other)}: ratio ${rounded(highest.per_100_km / other.per_100_km)}, ${low.toFixed(1)} to ${high === null ? "no limit" : high.toFixed(1)}`,
	);
	return [
		`${segmentName(highest)} compared with the other segments that can be compared (95% limits for all ${ratios.length} together, dispersion ${dispersion.toFixed(1)}): ${times.join("; ")}.`,
	];
}
