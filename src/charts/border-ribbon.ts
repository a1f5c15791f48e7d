import type { Data } from "plotly.js-dist";
import { addDays } from "../calendar.js";
import type { LocatedIncident, LocatedIncidents } from "../location/incidents.js";
import type { Interval } from "../statistics/poisson.js";
import { borderCredit } from "./border-map.js";
import { colours, type Figure, frame, ink, type Provenance } from "./frame.js";
import { across, crossingLines, crossingNames, type RibbonCrossing, yearLines, yearsOf } from "./ribbon-parts.js";
import { plain } from "./text.js";
import { countWords, dayWords, kindWords, leftOutWords, listWords, windowWords } from "./words.js";

/** Incidents on one piece of the border. */
export interface RibbonBin extends Interval {
	readonly from_km: number;
	readonly to_km: number;
	readonly n: number;
}

const looks = { exact: "circle", locality: "circle-open", district: "line-ew-open" } as const;

/**
 * Border ribbon: time across, kilometres along the border from its northern end down, crossings as lines,
 * each incident as a mark with a bar as long as its place is uncertain, and at the side the incidents per
 * piece of border with their Garwood intervals. Incidents without a position are counted under their year.
 */
export function borderRibbon(
	{ incidents, left_out }: LocatedIncidents,
	bins: readonly RibbonBin[],
	crossings: readonly RibbonCrossing[],
	length_km: number,
	provenance: Provenance,
): Figure {
	const placed = incidents.filter(({ chainage_km }) => chainage_km !== null);
	const coarse = incidents.length - placed.length;
	const years = yearsOf(provenance);
	const busiest = bins.reduce((best, bin) => (bin.n > best.n ? bin : best));
	const marks = (Object.keys(looks) as (keyof typeof looks)[]).map((precision): Data => {
		const shown = placed.filter(({ geo_precision }) => geo_precision === precision);
		return {
			type: "scatter",
			mode: "markers",
			name: { exact: "exact place", locality: "to 5 km", district: "to 25 km" }[precision],
			x: shown.map(({ date_start }) => date_start),
			y: shown.map(({ chainage_km }) => chainage_km as number),
			marker: {
				symbol: looks[precision],
				size: 9,
				color: colours.incident,
				opacity: 0.8,
				line: { color: colours.incident, width: 2 },
			},
			error_y: {
				type: "data",
				array: shown.map(({ radius_km }) => radius_km ?? 0),
				color: colours.incident,
				thickness: 1,
				width: 0,
			},
			hovertext: shown.map(hover),
			hoverinfo: "text",
			showlegend: shown.length > 0,
		};
	});
	const sideBars: Data = {
		type: "bar",
		orientation: "h",
		x: bins.map(({ n }) => n),
		y: bins.map(({ from_km, to_km }) => (from_km + to_km) / 2),
		width: bins.map(({ from_km, to_km }) => (to_km - from_km) * 0.86),
		xaxis: "x2",
		marker: { color: colours.band },
		error_x: {
			type: "data",
			symmetric: false,
			array: bins.map(({ n, high }) => high - n),
			arrayminus: bins.map(({ n, low }) => n - low),
			color: ink.line,
			thickness: 1,
			width: 0,
		},
		hovertext: bins.map(
			({ from_km, to_km, n, low, high }) =>
				`km ${Math.round(from_km)} to ${Math.round(to_km)}: ${n} (95 % interval ${low.toFixed(1)} to ${high.toFixed(1)})`,
		),
		hoverinfo: "text",
		showlegend: false,
	};
	return frame(
		{
			id: "border-ribbon",
			subject: "location",
			plotHeight: 470,
			credit: borderCredit,
			data: [...marks, sideBars],
			layout: {
				margin: { l: 60, r: 20, t: 26, b: 64 },
				xaxis: {
					type: "date",
					domain: [0, across.marks],
					// A little wider than the window, so that marks of its first days are whole.
					range: [addDays(provenance.observed_from, -25), addDays(provenance.observed_to, 25)],
					tickvals: years.map(({ middle }) => middle),
					ticktext: years.map(({ year }) => {
						const n = incidents.filter((each) => each.chainage_km === null && each.date_start.startsWith(year)).length;
						return `<b>${year}</b><br>+ ${n}`;
					}),
					title: { text: "+ incidents of the year without a position", standoff: 4, font: { size: 12 } },
					showgrid: false,
					linecolor: ink.line,
				},
				xaxis2: {
					domain: [across.bars, 1],
					rangemode: "tozero",
					gridcolor: ink.grid,
					linecolor: ink.line,
					nticks: 5,
					title: { text: "incidents", standoff: 4, font: { size: 12 } },
				},
				yaxis: {
					range: [length_km, 0],
					gridcolor: ink.grid,
					zeroline: false,
					title: { text: "km along the border, from the north", standoff: 6, font: { size: 12 } },
					tick0: 0,
					dtick: 100,
				},
				shapes: [...yearLines(years), ...crossings.flatMap(({ chainage_km }) => crossingLines(chainage_km))],
				annotations: crossings.flatMap(crossingNames),
				showlegend: true,
				legend: { orientation: "h", x: across.marks, xanchor: "right", y: 1, yanchor: "bottom" },
			},
			table: placed.map(
				({
					incident_id,
					date_start,
					kind,
					geo_precision,
					chainage_km,
					distance_km,
					radius_km,
					side,
					nearest_crossing_id,
					crossing_distance_km,
				}) => ({
					incident_id,
					date_start,
					kind,
					geo_precision,
					chainage_km,
					radius_km,
					distance_km,
					side,
					nearest_crossing_id,
					crossing_distance_km,
				}),
			),
		},
		{
			title: titleOf(bins, busiest, placed.length),
			subtitle:
				"Each placed incident by day and by position along the border; right: incidents per piece of border with 95 % intervals",
			caption: `${windowWords(provenance)}. n = ${countWords(incidents.length, "incident")}: ${placed.length} placed, ${coarse} known too coarsely for a position. ${leftOutWords(left_out)} Bars on the marks are as long as the place is uncertain. The line is ${Math.round(length_km)} km long as drawn; a coarser drawing is shorter.`,
			alt: `Placed incidents, ${placed.length} in all, by day and by kilometre along the border, which runs ${Math.round(length_km)} km from north to south. The piece from km ${Math.round(busiest.from_km)} to ${Math.round(busiest.to_km)} has ${busiest.n}.`,
		},
		provenance,
	);
}

/** Names the busiest piece together with all whose intervals reach its own, or none where they are many. */
function titleOf(bins: readonly RibbonBin[], busiest: RibbonBin, placed: number): string {
	const together = bins.filter(({ high }) => high >= busiest.low);
	if (together.length > 3)
		return `No piece of the border stands apart: ${countWords(placed, "placed incident")} on ${bins.length} pieces, intervals overlapping`;
	const n = together.reduce((sum, bin) => sum + bin.n, 0);
	const where = listWords(together.map(({ from_km, to_km }) => `km ${Math.round(from_km)} to ${Math.round(to_km)}`));
	return `${n} of the ${countWords(placed, "incident")} that can be placed lie on ${together.length} of ${bins.length} pieces of the border: ${where}`;
}

function hover({ place, date_start, kind, chainage_km, radius_km }: LocatedIncident): string {
	return `${plain(place ?? "no name")}, ${dayWords(date_start)}<br>${kindWords[kind]}<br>km ${Math.round(chainage_km ?? 0)}, to ${radius_km} km`;
}
