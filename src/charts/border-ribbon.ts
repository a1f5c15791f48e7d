import type { Data } from "plotly.js-dist";
import { addDays, daysBetween } from "../calendar.js";
import type { LocatedIncident, LocatedIncidents } from "../location/incidents.js";
import type { Interval } from "../statistics/poisson.js";
import { borderCredit } from "./border-map.js";
import { colours, type Figure, frame, ink, type Provenance } from "./frame.js";
import { plain } from "./text.js";
import { countWords, dayWords, kindWords, leftOutWords, windowWords } from "./words.js";

/** Incidents on one piece of the border. */
export interface RibbonBin extends Interval {
	readonly from_km: number;
	readonly to_km: number;
	readonly n: number;
}

/** A crossing at its place along the border. */
export interface RibbonCrossing {
	readonly name: string;
	/** Its Persian name, where one is known. */
	readonly name_fa: string | null;
	readonly chainage_km: number;
}

const looks = { exact: "circle", locality: "circle-open", district: "line-ew-open" } as const;

/** Where the marks end and the bars begin, as shares of the width; the names of crossings lie between. */
const across = { marks: 0.63, bars: 0.83 } as const;

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
				shapes: [
					...years.slice(1).map(({ year }) => ({
						type: "line" as const,
						xref: "x" as const,
						yref: "paper" as const,
						x0: `${year}-01-01`,
						x1: `${year}-01-01`,
						y0: 0,
						y1: 1,
						line: { color: ink.grid, width: 1 },
						layer: "below" as const,
					})),
					...crossings.flatMap(({ chainage_km }) => [
						level(chainage_km, 0, across.marks),
						level(chainage_km, across.bars, 1),
					]),
				],
				annotations: crossings.map(({ name, name_fa, chainage_km }) => ({
					xref: "paper" as const,
					x: across.marks + 0.01,
					y: chainage_km,
					text: plain(name) + (name_fa === null ? "" : `<br>${plain(name_fa)}`),
					align: "left" as const,
					xanchor: "left" as const,
					yanchor: "middle" as const,
					showarrow: false,
					font: { size: 11, color: ink.text },
				})),
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
			title: `Incidents gather at km ${Math.round(busiest.from_km)} to ${Math.round(busiest.to_km)} of the border: ${busiest.n} of the ${placed.length} that can be placed`,
			subtitle:
				"Each placed incident by day and by position along the border; right: incidents per piece of border with 95 % intervals",
			caption: `${windowWords(provenance)}. n = ${countWords(incidents.length, "incident")}: ${placed.length} placed, ${coarse} known too coarsely for a position. ${leftOutWords(left_out)} Bars on the marks are as long as the place is uncertain. The line is ${Math.round(length_km)} km long as drawn; a coarser drawing is shorter.`,
			alt: `${placed.length} incidents by day and by kilometre along the border, which runs ${Math.round(length_km)} km from north to south. The piece from km ${Math.round(busiest.from_km)} to ${Math.round(busiest.to_km)} has ${busiest.n}.`,
		},
		provenance,
	);
}

const level = (chainage_km: number, x0: number, x1: number) => ({
	type: "line" as const,
	xref: "paper" as const,
	x0,
	x1,
	y0: chainage_km,
	y1: chainage_km,
	line: { color: ink.soft, width: 1, dash: "dot" as const },
	layer: "below" as const,
});

/** Every year of the window, and the middle day of what is observed of it. */
function yearsOf({ observed_from, observed_to }: Provenance): { year: string; middle: string }[] {
	const first = Number(observed_from.slice(0, 4));
	const count = Number(observed_to.slice(0, 4)) - first + 1;
	return Array.from({ length: count }, (_, index) => {
		const year = String(first + index);
		const from = observed_from > `${year}-01-01` ? observed_from : `${year}-01-01`;
		const to = observed_to < `${year}-12-31` ? observed_to : `${year}-12-31`;
		return { year, middle: addDays(from, Math.floor(daysBetween(from, to) / 2)) };
	});
}

function hover({ place, date_start, kind, chainage_km, radius_km }: LocatedIncident): string {
	return `${plain(place ?? "no name")}, ${dayWords(date_start)}<br>${kindWords[kind]}<br>km ${Math.round(chainage_km ?? 0)}, to ${radius_km} km`;
}
