import type { Data } from "plotly.js-dist";
import { addDays } from "../../calendar/days.js";
import { crossingClosures } from "../../location/closures.js";
import {
	type CrossingAlong,
	countAround,
	crossingRingsKm,
	crossingsAlong,
	type NearCrossing,
} from "../../location/crossings.js";
import { groupBy } from "../../records/group-by.js";
import type { Dossier } from "../../records/records.js";
import { requireData } from "../catalogue-entry.js";
import { aCrossing, anIncident, type Need } from "../needs.js";
import { drawnRows, foldedNotes } from "../parts/drawn-rows.js";
import { colours, type Figure, figureWidth, frame, ink } from "../parts/frame.js";
import { countLabel } from "../parts/labels.js";
import { firstOf, plain, thinLabels } from "../parts/text.js";
import { yearLines, yearsOf } from "./along-border-parts.js";
import { closedBars, closedMarks, heading, marks } from "./crossing-lanes.js";
import { borderCredit, captionOf, countNotes, locatedOf } from "./located.js";

/** What `crossingTimelines` cannot be drawn without. */
export const crossingTimelinesNeeds: readonly Need[] = [anIncident, aCrossing];

const [innerKm, outerKm] = crossingRingsKm;
const lanes = ["captured", "closed", "reopened", `within ${innerKm} km`, `${innerKm} to ${outerKm} km`] as const;
/** Height of a crossing's block in lanes: its lanes, its name above and a little air. */
const block = lanes.length + 1.7;
const laneHeight = 21;
/** Crossings that are drawn, and those whose counts the alternative text reads. */
const [mostBlocks, mostRead] = [10, 8];

/**
 * One timeline for each official crossing, north to south: captured, closed (a bar from closing to reopening, pale
 * where the ends are disputed), reopened, and every incident within 5 km and from 5 to 25 km, with its count and the
 * lowest and highest count that the precision of places allows.
 *
 * @throws NotEnoughDataError without an incident or a crossing
 * @example
 * charts.crossingTimelines(dossier).table[0] // → { crossing_id: "north-gate", from_km: 0, to_km: 5, as_placed: 1 }
 */
export function crossingTimelines(dossier: Dossier): Figure {
	requireData(dossier, crossingTimelinesNeeds);
	const { located, crossings: all, closures, near, blocks: every } = gather(dossier);
	const shown = drawnRows(
		every,
		({ captured, closed, inner }) => captured.length + closed.length + inner.length,
		mostBlocks,
	);
	const blocks = shown.drawn;
	const crossings = blocks.map(({ crossing }) => crossing);
	const { provenance } = located;
	const years = yearsOf(provenance);
	const y = (crossing: number, lane: number) => crossing * block + 1 + lane;
	const rows = blocks.flatMap(({ captured, closed, reopened, inner, outer }, index): Data[] => [
		marks(captured, y(index, 0), "square", colours.incident),
		closedMarks(closed, y(index, 1)),
		marks(reopened, y(index, 2), "circle-open", colours.incident),
		marks(inner, y(index, 3), "line-ns-open", ink.soft),
		marks(outer, y(index, 4), "line-ns-open", ink.soft),
	]);
	const counts = blocks.flatMap(({ captured, closed, reopened, innerCount, outerCount }, index) =>
		[
			String(captured.length),
			String(closed.length),
			String(reopened.length),
			rangeLabel(innerCount),
			rangeLabel(outerCount),
		].map((text, lane) => ({ text, y: y(index, lane) })),
	);
	const height = crossings.length * block;
	const captures = every.reduce((sum, { captured }) => sum + captured.length, 0);
	const title = `Official crossings were reported ${times("closed", closures.length)} and ${times("captured", captures)}`;
	return frame(
		{
			id: "crossing-timelines",
			subject: "location",
			plotHeight: Math.round(height * laneHeight),
			credit: borderCredit(dossier),
			data: rows,
			layout: {
				margin: { l: 118, r: 96, t: 22, b: 30 },
				xaxis: {
					type: "date",
					range: [addDays(provenance.observed_from, -25), addDays(provenance.observed_to, 25)],
					tickvals: years.map(({ middle }) => middle),
					ticktext: thinLabels(
						years.map(({ year }) => `<b>${year}</b>`),
						figureWidth - 214,
						12,
					),
					tickangle: 0,
					showgrid: false,
					linecolor: ink.line,
				},
				yaxis: {
					range: [height - 0.6, -0.6],
					tickvals: crossings.flatMap((_, index) => lanes.map((_lane, lane) => y(index, lane))),
					ticktext: crossings.flatMap(() => [...lanes]),
					ticks: "",
					ticklabelstandoff: 6,
					gridcolor: ink.grid,
					zeroline: false,
				},
				shapes: [
					...yearLines(years),
					...blocks.flatMap(({ closed }, index) => closed.flatMap((each) => closedBars(each, y(index, 1)))),
				],
				annotations: [
					...crossings.flatMap(({ name, name_fa }, index) => [
						heading(`<b>${plain(name)}</b>`, index * block, 0, "left"),
						...(name_fa === null ? [] : [heading(plain(name_fa), index * block, 1, "right")]),
					]),
					...counts.map((each) => ({
						...each,
						xref: "paper" as const,
						x: 1,
						xshift: 10,
						xanchor: "left" as const,
						showarrow: false,
						font: { size: 12 },
					})),
					{
						text: "incidents",
						xref: "paper" as const,
						yref: "paper" as const,
						x: 1,
						xshift: 10,
						y: 1,
						xanchor: "left" as const,
						yanchor: "bottom" as const,
						showarrow: false,
						font: { size: 12, color: ink.soft },
					},
				],
			},
			table: [
				...near.map((row) => ({ ...row })),
				...closures.map(({ crossing_id, ...row }) => ({ crossing_id, ...row })),
			],
		},
		{
			title,
			subtitle: "Captures, closures (bar: days closed, pale if disputed), reopenings and incidents near each crossing",
			caption: captionOf(located, "In brackets: range that the precision of places allows."),
			notes: [
				...countNotes(located),
				...blocks.map(
					({ crossing, captured, closed, innerCount, outerCount }) =>
						`${crossing.name}: ${times("captured", captured.length)}, ${times("closed", closed.length)}; ${rangeLabel(innerCount)} within ${innerKm} km and ${rangeLabel(outerCount)} from ${innerKm} to ${outerKm} km.`,
				),
				`${countLabel(
					every.reduce((sum, { inner, outer }) => sum + inner.length + outer.length, 0),
					"incident",
				)} within ${outerKm} km of a crossing.`,
				"A hollow triangle is a closure without a reported end, or one that is not confirmed. Closures of the whole border belong to no crossing.",
				"Counts of closures include those that other incidents or a reopening imply.",
				...(closures.some(({ closed_on }) => closed_on === null)
					? ["A closure whose beginning nobody reported is marked on the day of its reopening, and has no length."]
					: []),
				...foldedNotes(shown, "crossing", "those with most incidents"),
				"Closures that nobody reported are missing.",
			],
			alt: `Timelines of ${countLabel(all.length, "official crossing")}; incidents within ${innerKm} km: ${firstOf(
				every.map(({ crossing, innerCount }) => `${crossing.name} ${rangeLabel(innerCount)}`),
				mostRead,
				", ",
			)}. ${title}.`,
		},
		provenance,
	);
}

function gather(dossier: Dossier) {
	const located = locatedOf(dossier);
	const crossings = crossingsAlong(dossier);
	const closures = crossingClosures(dossier);
	const near = countAround(located.incidents, dossier);
	const placedNear = groupBy(located.placed, ({ nearest_crossing_id }) => nearest_crossing_id ?? "");
	const blocks = crossings.map((crossing: CrossingAlong) => {
		const nearest = placedNear.get(crossing.crossing_id) ?? [];
		const distance = ({ crossing_distance_km: d }: (typeof nearest)[number]) => d ?? Number.POSITIVE_INFINITY;
		const inner = nearest.filter((each) => distance(each) <= innerKm);
		const ring = (to: number) =>
			near.find(({ crossing_id, to_km }) => crossing_id === crossing.crossing_id && to_km === to) as NearCrossing;
		return {
			crossing,
			captured: inner.filter(({ kind }) => kind === "crossing_captured"),
			closed: closures.filter(({ crossing_id }) => crossing_id === crossing.crossing_id),
			reopened: inner.filter(({ kind }) => kind === "reopening"),
			inner,
			outer: nearest.filter((each) => distance(each) > innerKm && distance(each) <= outerKm),
			innerCount: ring(innerKm),
			outerCount: ring(outerKm),
		};
	});
	return { located, crossings, closures, near, blocks };
}

const times = (what: string, n: number): string =>
	n === 0 ? `never ${what}` : `${what} ${n === 1 ? "once" : n === 2 ? "twice" : `${n} times`}`;

const rangeLabel = ({ at_least, as_placed, at_most }: NearCrossing): string =>
	at_least === at_most ? String(as_placed) : `${as_placed} (${at_least} to ${at_most})`;
