import type { Data } from "plotly.js-dist";
import { addDays } from "../../calendar/days.js";
import { bandwidthKm as oneBandwidthKm } from "../../location/density.js";
import { knownOption, knownOptions } from "../../records/known-option.js";
import type { Dossier } from "../../records/records.js";
import { requireData } from "../catalogue-entry.js";
import { aLine, anIncident, aPoint, type Need } from "../needs.js";
import { drawnRows, foldedNotes } from "../parts/drawn-rows.js";
import { colours, type Figure, type FigureText, figureWidth, frame, ink } from "../parts/frame.js";
import { countLabel, dayLabel, joinList, kindLabels } from "../parts/labels.js";
import { incidentIds } from "../parts/marks.js";
import { firstOf, thinLabels } from "../parts/text.js";
import {
	type Along,
	alongBorder,
	concentrationTitle,
	densityNotes,
	driftNotes,
	driftTitle,
	isConcentrated,
	type PlacedAlong,
} from "./along-border-numbers.js";
import { panelHeight, yearPanels } from "./along-border-panels.js";
import {
	across,
	crossingLines,
	crossingNames,
	kindGroups,
	legendMark,
	sectionBands,
	sideDensity,
	yearLines,
	yearsOf,
} from "./along-border-parts.js";
import {
	borderCredit,
	countNotes,
	hoverCard,
	lengthNote,
	orderWords,
	placedCaptionOf,
	positionNote,
} from "./located.js";
import { precisionLabels } from "./map-hover.js";

/** `none`: every incident by its day, the density beside it; `year`: the density of each year in a row of its own. */
export const alongBorderPanels = ["none", "year"] as const;

/** What `incidentsAlongBorder` can be asked for. */
export interface IncidentsAlongBorderOptions {
	/** `year` draws one panel for each year (default: `none`, one panel for all). */
	readonly panels?: (typeof alongBorderPanels)[number];
	/** Standard deviation of the kernel along the border, 25 km by default. */
	readonly bandwidthKm?: number;
}

/** What `incidentsAlongBorder` cannot be drawn without. */
export const incidentsAlongBorderNeeds: readonly Need[] = [anIncident, aLine, aPoint];

/**
 * Incidents along the border over time: days across, kilometres from the northern end down, each incident with the
 * 95% interval of its position; at the side incidents per 100 km with 95% interval. `panels: "year"` draws the density of
 * each year instead. Incidents without a position are counted, not drawn.
 *
 * @throws NotEnoughDataError without a located incident; `unknown panels: month (known: none, year)`,
 *   `bandwidthKm must be above 0: 0`
 * @example
 * charts.incidentsAlongBorder(dossier, { panels: "year" }).table[0] // → { year: "2022", n: 3, chainage_km: 0 }
 */
export function incidentsAlongBorder(dossier: Dossier, options: IncidentsAlongBorderOptions = {}): Figure {
	const { panels = "none", bandwidthKm = oneBandwidthKm } = knownOptions(options, ["panels", "bandwidthKm"]);
	knownOption("panels", panels, alongBorderPanels);
	if (typeof bandwidthKm !== "number" || !(bandwidthKm > 0 && bandwidthKm < Number.POSITIVE_INFINITY))
		throw new RangeError(`bandwidthKm must be above 0: ${bandwidthKm}`);
	requireData(dossier, incidentsAlongBorderNeeds);
	const along = alongBorder(dossier, bandwidthKm);
	return panels === "year" ? byYear(along, dossier) : overTime(along, dossier);
}

function overTime(along: Along, dossier: Dossier): Figure {
	const { located, placed, ranges, crossings, length_km, busiest, bins, bandwidth_km } = along;
	const { provenance, incidents } = located;
	const years = yearsOf(provenance);
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
				customdata: incidentIds(shown),
				hovertext: shown.map(hover),
				hoverinfo: "text",
				showlegend: false,
			};
		}),
	);
	const density = along.density();
	const most = Math.max(...density.map(({ high }) => high));
	const rangeOf = new Map(ranges.map((range) => [range.incident_id, range]));
	return frame(
		{
			id: "incidents-along-border",
			subject: "location",
			plotHeight: 500,
			credit: borderCredit(dossier),
			data: [...kindGroups.map(legendMark), ...marks, ...sideDensity(density)],
			layout: {
				margin: { l: 60, r: 20, t: 26, b: 64 },
				xaxis: {
					type: "date",
					domain: [0, across.marks],
					// A little wider than the window, so that marks of its first days are whole.
					range: [addDays(provenance.observed_from, -25), addDays(provenance.observed_to, 25)],
					tickvals: years.map(({ middle }) => middle),
					ticktext: thinLabels(
						years.map(({ year }) => {
							const n = incidents.filter(
								(each) => each.chainage_km === null && each.date_start.startsWith(year),
							).length;
							return `<b>${year}</b><br>+ ${n}`;
						}),
						(figureWidth - 80) * across.marks,
						12,
					),
					tickangle: 0,
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
					title: { text: "incidents per 100 km,<br>smoothed", standoff: 4, font: { size: 12 } },
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
					...(isConcentrated(along) ? along.together.flatMap(sectionBands) : []),
					...yearLines(years),
					...crossings.flatMap(({ chainage_km }) => crossingLines(chainage_km)),
				],
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
			title: concentrationTitle(along),
			subtitle:
				"Located incidents by day and position (hollow: not exact; line: its range). Right: smoothed rate per 100 km",
			caption: placedCaptionOf(
				located,
				`${isConcentrated(along) ? `Grey: the sections that the title counts, of ` : ""}${bins.length} equal sections of ${Math.round(length_km / bins.length)} km. Right: 95% interval, smoothing ${bandwidth_km} km.`,
			),
			notes: [
				...countNotes(located),
				positionNote(located),
				`Sections are ${Math.round(length_km / bins.length)} km long (${bins.length} in all). The section from km ${Math.round(busiest.from_km)} to ${Math.round(busiest.to_km)} has most incidents: ${busiest.n} (95% interval ${busiest.low.toFixed(0)} to ${busiest.high.toFixed(0)}, Garwood).`,
				...(isConcentrated(along)
					? [
							`Named together: ${joinList(along.together.map(({ from_km, to_km }) => `km ${Math.round(from_km)} to ${Math.round(to_km)}`))}, whose intervals overlap. Given how finely places are known, ${along.on_together_least} to ${along.on_together_most} incidents lie there.`,
						]
					: []),
				"A mark is at the median of positions sampled within the radius of its place. Its bar contains 95% of them.",
				...densityNotes(along),
				...driftNotes(along),
				lengthNote(length_km),
			],
			alt: `Chart of ${countLabel(placed.length, "located incident")} by day and by kilometre along the border, which is ${Math.round(length_km)} km long as border.geojson draws it. ${concentrationTitle(along)}.`,
		},
		provenance,
	);
}

/** Years that have a panel, and those whose counts the alternative text reads. */
const [mostPanels, mostRead] = [20, 12];

function byYear(along: Along, dossier: Dossier): Figure {
	const { located, crossings, length_km } = along;
	const years = along.years();
	const shown = drawnRows(years, ({ year }) => Number(year), mostPanels);
	const { data, layout } = yearPanels(shown.drawn, crossings, length_km, orderWords(dossier));
	const text: FigureText = {
		title: driftTitle(along),
		subtitle: "Reported incidents per 100 km of border in each year, all on one scale; band: 95% interval",
		caption: placedCaptionOf(located),
		notes: [
			...countNotes(located),
			positionNote(located),
			...foldedNotes(shown, "year", "the latest"),
			"Years are calendar years. The first and the last are observed in part if the period begins or ends within them.",
			...densityNotes(along),
			...driftNotes(along),
			lengthNote(length_km),
		],
		alt: `Density of incidents along the border for each year: ${firstOf(
			years.map(({ year, n }) => `${n} in ${year}`),
			mostRead,
			", ",
		)}. ${driftTitle(along)}.`,
	};
	return frame(
		{
			id: "incidents-along-border-by-year",
			subject: "location",
			plotHeight: panelHeight * shown.drawn.length,
			credit: borderCredit(dossier),
			data,
			layout,
			table: years.flatMap(({ year, n, density }) => density.map((row) => ({ year, n, ...row }))),
		},
		text,
		located.provenance,
	);
}

function hover({ place, date_start, kind, geo_precision, ...range }: PlacedAlong): string {
	const [median, low, high] = [range.chainage_median_km, range.chainage_low_km, range.chainage_high_km].map(Math.round);
	return hoverCard(
		place ?? "Place without a name",
		["Date", dayLabel(date_start)],
		["Event type", kindLabels[kind].toLowerCase()],
		["Position", `km ${median}`],
		["95% interval", `km ${low} to ${high}`],
		["Place known to", precisionLabels[geo_precision]],
	);
}
