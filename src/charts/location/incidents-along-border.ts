import type { Data } from "plotly.js-dist";
import { addDays } from "../../calendar/days.js";
import type { ChainageBin } from "../../location/bins.js";
import type { DensityRow } from "../../location/density.js";
import type { LocatedIncident, LocatedIncidents } from "../../location/incidents.js";
import type { PlaceRange } from "../../location/sampled-places.js";
import type { GroupDifference } from "../../statistics/distance-components.js";
import { colours, type Figure, frame, ink, type Provenance } from "../parts/frame.js";
import {
	countLabel,
	dayLabel,
	excludedLabel,
	joinList,
	kindLabels,
	periodLabel,
	probabilityLabel,
} from "../parts/labels.js";
import { plain } from "../parts/text.js";
import {
	across,
	crossingLines,
	crossingNames,
	kindGroups,
	legendMark,
	type RibbonCrossing,
	sideDensity,
	yearLines,
	yearsOf,
} from "./along-border-parts.js";
import { borderCredit } from "./border-map.js";

/** What lies along the line. */
export interface Along {
	readonly bins: readonly ChainageBin[];
	/** Position of each placed incident with its interval. */
	readonly ranges: readonly PlaceRange[];
	readonly density: readonly DensityRow[];
	readonly bandwidth_km: number;
	/** Whether positions differ between years; `null` where that cannot be told. */
	readonly drift: GroupDifference | null;
	readonly crossings: readonly RibbonCrossing[];
	readonly length_km: number;
}

type Placed = LocatedIncident & PlaceRange;

/**
 * Border ribbon: time across, kilometres along the border from its northern end down, crossings as lines, each
 * incident as a mark whose shape tells its kind, filled where its place is exact, with a bar as long as its place
 * is uncertain; at the side the density along the line with 95 % limits. Incidents without a position are counted
 * under their year.
 */
export function incidentsAlongBorder(
	{ incidents, excluded }: LocatedIncidents,
	{ bins, ranges, density, bandwidth_km, drift, crossings, length_km }: Along,
	provenance: Provenance,
): Figure {
	const rangeOf = new Map(ranges.map((range) => [range.incident_id, range]));
	const placed = incidents.flatMap((incident): Placed[] => {
		const range = rangeOf.get(incident.incident_id);
		return range ? [{ ...incident, ...range }] : [];
	});
	const coarse = incidents.length - placed.length;
	const years = yearsOf(provenance);
	const busiest = bins.reduce((best, bin) => (bin.n > best.n ? bin : best));
	const marks = kindGroups.flatMap(({ name, symbol, kinds }) =>
		([true, false] as const).map((isExact): Data => {
			const shown = placed.filter((each) => (each.geo_precision === "exact") === isExact && kinds.includes(each.kind));
			return {
				type: "scatter",
				mode: "markers",
				name,
				x: shown.map(({ date_start }) => date_start),
				y: shown.map(({ chainage_median_km }) => chainage_median_km),
				marker: {
					symbol: isExact ? symbol : `${symbol}-open`,
					size: symbol === "triangle-up" ? 10 : 8.5,
					color: colours.incident,
					opacity: 0.8,
					line: { color: colours.incident, width: isExact ? 0.5 : 1.5 },
				},
				error_y: {
					type: "data",
					symmetric: false,
					array: shown.map((each) => each.chainage_high_km - each.chainage_median_km),
					arrayminus: shown.map((each) => each.chainage_median_km - each.chainage_low_km),
					color: colours.incident,
					thickness: 1,
					width: 0,
				},
				hovertext: shown.map(hover),
				hoverinfo: "text",
				showlegend: false,
			};
		}),
	);
	const most = Math.max(...density.map(({ high }) => high));
	return frame(
		{
			id: "border-ribbon",
			subject: "location",
			plotHeight: 500,
			credit: borderCredit,
			data: [...kindGroups.map(legendMark), ...marks, ...sideDensity(density)],
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
					domain: [across.side, 1],
					range: [0, most * 1.04],
					gridcolor: ink.grid,
					linecolor: ink.line,
					nticks: 5,
					title: { text: "incidents per 100 km", standoff: 4, font: { size: 12 } },
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
				legend: { orientation: "h", x: 0, y: 1, yanchor: "bottom", itemsizing: "constant", traceorder: "normal" },
			},
			table: placed.map((incident) => ({
				incident_id: incident.incident_id,
				date_start: incident.date_start,
				kind: incident.kind,
				geo_precision: incident.geo_precision,
				nearest_crossing_id: incident.nearest_crossing_id,
				...rangeOf.get(incident.incident_id),
			})),
		},
		{
			title: titleOf(bins, busiest, ranges),
			subtitle:
				"Each placed incident by day and by position along the border, filled where its place is exact; right: density along the border with 95 % limits",
			caption: `${periodLabel(provenance)}. n = ${countLabel(incidents.length, "incident")}: ${placed.length} placed, ${coarse} known too coarsely for a position. ${excludedLabel(excluded)} Marks stand at the median of seeded draws within the place's radius, bars hold 95 % of them. Density: Gaussian kernel of ${bandwidth_km} km, spread over each place's uncertainty, reflected at the ends. ${drift === null ? "" : `Positions between years: ${probabilityLabel(drift.p)} by ${drift.permutations.toLocaleString("en")} seeded permutations. `}The line is ${Math.round(length_km)} km long as OpenStreetMap draws it; a coarser drawing is shorter.`,
			alt: `Placed incidents, ${placed.length} in all, by day and by kilometre along the border, which runs ${Math.round(length_km)} km from north to south as OpenStreetMap draws it. The piece from km ${Math.round(busiest.from_km)} to ${Math.round(busiest.to_km)} has ${busiest.n}.`,
		},
		provenance,
	);
}

/**
 * Names the busiest piece together with all whose intervals reach its own, or none where they are many; of the
 * incidents on them, at least those whose whole interval lies on one, and at most those whose interval reaches one.
 */
function titleOf(bins: readonly ChainageBin[], busiest: ChainageBin, ranges: readonly PlaceRange[]): string {
	const together = bins.filter(({ high }) => high >= busiest.low);
	const placed = countLabel(ranges.length, "placed incident");
	if (together.length > 3)
		return `No piece of the border stands apart: ${placed} on ${bins.length} pieces, intervals overlapping`;
	const least = ranges.filter(({ chainage_low_km, chainage_high_km }) =>
		together.some(({ from_km, to_km }) => from_km <= chainage_low_km && chainage_high_km <= to_km),
	).length;
	const most = ranges.filter(({ chainage_low_km, chainage_high_km }) =>
		together.some(({ from_km, to_km }) => from_km <= chainage_high_km && chainage_low_km <= to_km),
	).length;
	const n = least === most ? `${most} of ${placed} lie` : `Between ${least} and ${most} of ${placed} lie`;
	const where = joinList(together.map(({ from_km, to_km }) => `km ${Math.round(from_km)} to ${Math.round(to_km)}`));
	return `${n} on ${together.length} of ${bins.length} pieces of the border: ${where}`;
}

function hover({ place, date_start, kind, radius_km, ...range }: Placed): string {
	const [median, low, high] = [range.chainage_median_km, range.chainage_low_km, range.chainage_high_km].map(Math.round);
	return `${plain(place ?? "no name")}, ${dayLabel(date_start)}<br>${kindLabels[kind]}<br>km ${median} (${low} to ${high}), place known to ${radius_km} km`;
}
