import type { Data } from "plotly.js-dist";
import { addDays } from "../../calendar/days.js";
import type { Closure } from "../../location/closures.js";
import type { NearCrossing } from "../../location/crossings.js";
import type { LocatedIncident, LocatedIncidents } from "../../location/incidents.js";
import { colours, type Figure, frame, ink, type Provenance } from "../parts/frame.js";
import { countLabel, excludedLabel, joinList, periodLabel } from "../parts/labels.js";
import { plain } from "../parts/text.js";
import { type RibbonCrossing, yearLines, yearsOf } from "./along-border-parts.js";
import { borderCredit } from "./border-map.js";
import { closedBars, closedMarks, heading, marks } from "./crossing-lanes.js";

type Crossing = RibbonCrossing & { readonly crossing_id: string };

const lanes = ["captured", "shut", "reopened", "all to 5 km", "all 5 to 25 km"] as const;
/** Height of a crossing's block in lanes: its lanes, its name above and a little air. */
const block = lanes.length + 1.7;
const laneHeight = 21;

/**
 * One time line for each official crossing, north to south: captured, shut (a bar from closing to reopening, thin
 * where the ends are disputed), reopened, and every incident within 5 km and from 5 to 25 km of it, with its count
 * and the lowest and highest count that the places allow.
 */
export function crossingTimelines(
	crossings: readonly Crossing[],
	closures: readonly Closure[],
	near: readonly NearCrossing[],
	{ incidents, excluded }: LocatedIncidents,
	provenance: Provenance,
): Figure {
	const years = yearsOf(provenance);
	const y = (crossing: number, lane: number) => crossing * block + 1 + lane;
	const at = ({ crossing_id }: Crossing, kind: string) =>
		incidents.filter((each) => each.nearest_crossing_id === crossing_id && isAt(each) && each.kind === kind);
	const ring = ({ crossing_id }: Crossing, index: 0 | 1) =>
		near.filter((each) => each.crossing_id === crossing_id)[index] ?? { at_least: 0, as_placed: 0, at_most: 0 };
	const shut = ({ crossing_id }: Crossing) => closures.filter((each) => each.crossing_id === crossing_id);
	const inRing = ({ crossing_id }: Crossing, from: number, to: number) =>
		incidents.filter(
			({ nearest_crossing_id, crossing_distance_km: d }) =>
				nearest_crossing_id === crossing_id && d !== null && d > from && d <= to,
		);
	const rows = crossings.flatMap((crossing, index): Data[] => [
		marks(at(crossing, "crossing_captured"), y(index, 0), "square", colours.incident),
		closedMarks(shut(crossing), y(index, 1)),
		marks(at(crossing, "reopening"), y(index, 2), "circle-open", colours.incident),
		marks(inRing(crossing, -1, 5), y(index, 3), "line-ns-open", ink.soft),
		marks(inRing(crossing, 5, 25), y(index, 4), "line-ns-open", ink.soft),
	]);
	const counts = crossings.flatMap((crossing, index) =>
		[
			String(at(crossing, "crossing_captured").length),
			String(shut(crossing).length),
			String(at(crossing, "reopening").length),
			rangeWords(ring(crossing, 0)),
			rangeWords(ring(crossing, 1)),
		].map((text, lane) => ({ text, y: y(index, lane) })),
	);
	const within = crossings.map((crossing) => `${rangeWords(ring(crossing, 0))} at ${crossing.name}`);
	const height = crossings.length * block;
	return frame(
		{
			id: "crossing-timelines",
			subject: "location",
			plotHeight: Math.max(2, height) * laneHeight,
			credit: borderCredit,
			data: [...rows],
			layout: {
				margin: { l: 118, r: 96, t: 22, b: 30 },
				xaxis: {
					type: "date",
					range: [addDays(provenance.observed_from, -25), addDays(provenance.observed_to, 25)],
					tickvals: years.map(({ middle }) => middle),
					ticktext: years.map(({ year }) => `<b>${year}</b>`),
					showgrid: false,
					linecolor: ink.line,
				},
				yaxis: {
					range: [Math.max(1, height) - 0.6, -0.6],
					tickvals: crossings.flatMap((_, index) => lanes.map((_lane, lane) => y(index, lane))),
					ticktext: crossings.flatMap(() => [...lanes]),
					ticks: "",
					ticklabelstandoff: 6,
					gridcolor: ink.grid,
					zeroline: false,
				},
				shapes: [
					...yearLines(years),
					...crossings.flatMap((crossing, index) => shut(crossing).flatMap((each) => closedBars(each, y(index, 1)))),
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
			title: `Official crossings were shut ${closures.length} times by what is told; incidents within 5 km: ${joinList(within) || "none"}`,
			subtitle:
				"Each official crossing: captured, shut (a bar from closing to reopening, pale where disputed), reopened, and every incident near it",
			caption: `${periodLabel(provenance)}. n = ${countLabel(incidents.length, "incident")}, ${incidents.filter(({ crossing_distance_km: d }) => d !== null && d <= 25).length} of them placed within 25 km of a crossing. ${excludedLabel(excluded)} Counts in brackets: the fewest and the most that the places allow. A hollow triangle is a closure whose end nobody told, or that is not confirmed. Closures of the whole border belong to no crossing.`,
			alt: `Time lines of ${crossings.length} official crossings. ${crossings
				.map(
					(crossing) =>
						`${crossing.name}: captured ${at(crossing, "crossing_captured").length}, shut ${shut(crossing).length}, within 5 km ${rangeWords(ring(crossing, 0))}, from 5 to 25 km ${rangeWords(ring(crossing, 1))} incidents`,
				)
				.join("; ")}.`,
		},
		provenance,
	);
}

/** At the crossing itself, as the place is told. */
const isAt = ({ crossing_distance_km: d }: LocatedIncident): boolean => d !== null && d <= 5;

const rangeWords = ({
	at_least,
	as_placed,
	at_most,
}: Omit<NearCrossing, "crossing_id" | "from_km" | "to_km">): string =>
	at_least === at_most ? String(as_placed) : `${as_placed} (${at_least} to ${at_most})`;
