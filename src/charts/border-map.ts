import type { Data } from "plotly.js-dist";
import type { LocatedIncident, LocatedIncidents } from "../location/incidents.js";
import type { BorderLine } from "../records.js";
import { colours, type Figure, frame, type Provenance } from "./frame.js";
import { background, bareGeo, crossingMarks, type Lines, type MapCrossing, scaleAndNorth } from "./map-layers.js";
import { plain } from "./text.js";
import { countWords, dayWords, kindWords, leftOutWords, percentWords, windowWords } from "./words.js";

/** Printed wherever the line is drawn. */
export const borderCredit = "border line © OpenStreetMap contributors (ODbL); outlines Natural Earth";

const nearKm = 5;
/** As wide as 50 km on this map: a circle of 25 km around the point. */
const districtPixels = 46;

const looks = {
	exact: { symbol: "circle", name: "exact place" },
	locality: { symbol: "circle-open", name: "village or town, to 5 km" },
	district: { symbol: "circle", name: "district, to 25 km" },
} as const;
type Placeable = keyof typeof looks;

/**
 * Map of the border with every incident whose place is known to its district or finer. Incidents at one
 * point are one mark, larger for more. Those known to a province or to the border only are counted in the
 * caption and never drawn as a point.
 *
 * @param outlines background, drawn as context only
 */
export function borderMap(
	{ incidents, left_out }: LocatedIncidents,
	border: BorderLine,
	crossings: readonly MapCrossing[],
	outlines: Lines,
	provenance: Provenance,
): Figure {
	const placed = incidents.filter(({ lat }) => lat !== null);
	const spots = bySpot(placed);
	// A district is wider than the distance asked about: only finer places can answer.
	const fine = placed.filter(({ radius_km }) => radius_km !== null && radius_km <= nearKm);
	const atCrossing = fine.filter(
		({ crossing_distance_km }) => crossing_distance_km !== null && crossing_distance_km <= nearKm,
	);
	const coarse = incidents.filter(({ lat }) => lat === null);
	const provinces = coarse.filter(({ geo_precision }) => geo_precision === "province").length;
	const marks = (Object.keys(looks) as Placeable[]).map((precision): Data => {
		const shown = spots.filter((spot) => spot.precision === precision);
		const isDistrict = precision === "district";
		return {
			type: "scattergeo",
			mode: "markers",
			name: looks[precision].name,
			lon: shown.map(({ lon }) => lon),
			lat: shown.map(({ lat }) => lat),
			marker: {
				symbol: looks[precision].symbol,
				size: shown.map(({ all }) => (isDistrict ? districtPixels : 8 + 3.2 * Math.sqrt(all.length))),
				color: colours.incident,
				opacity: isDistrict ? 0.28 : 0.85,
				line: { color: colours.incident, width: precision === "locality" ? 2 : 0.5 },
			},
			hovertext: shown.map(hover),
			hoverinfo: "text",
			showlegend: shown.length > 0,
		};
	});
	return frame(
		{
			id: "border-map",
			subject: "location",
			plotHeight: 720,
			credit: borderCredit,
			data: [
				...background(outlines, border),
				// Areas first, so that finer marks lie on top of them.
				...[...marks].reverse(),
				...crossingMarks(crossings),
				...scaleAndNorth(56.6, 29.5, 100),
			],
			layout: {
				geo: bareGeo,
				margin: { l: 16, r: 16, t: 6, b: 10 },
				showlegend: true,
				legend: {
					x: 0.99,
					xanchor: "right",
					y: 0.02,
					yanchor: "bottom",
					bgcolor: "rgba(255,255,255,0.85)",
					itemsizing: "trace",
				},
			},
			table: incidents.map((incident) => ({ ...incident })),
		},
		{
			title: `Of ${fine.length} incidents placed to ${nearKm} km or better, ${atCrossing.length} (${percentWords(atCrossing.length / Math.max(fine.length, 1))}) lie within ${nearKm} km of an official crossing`,
			subtitle: "Incidents on the Afghanistan–Iran border; a dot or ring is larger where more are told of one point",
			caption: `${windowWords(provenance)}. n = ${countWords(incidents.length, "incident")}: ${placed.length} drawn, ${coarse.length} known too coarsely for a point (${provinces} to a province, ${coarse.length - provinces} to the border only). ${leftOutWords(left_out)} A pale circle is the 25 km around the point of a district and may stand for several; a dot or ring says how many, not where.`,
			alt: `Map of the border from Turkmenistan to Pakistan. ${placed.length} of ${incidents.length} incidents are drawn; ${atCrossing.length} of the ${fine.length} placed to ${nearKm} km or better lie within ${nearKm} km of a crossing. ${coarse.length} are known too coarsely to be drawn.`,
		},
		provenance,
	);
}

interface Spot {
	readonly lon: number;
	readonly lat: number;
	readonly precision: Placeable;
	readonly all: readonly LocatedIncident[];
}

function bySpot(placed: readonly LocatedIncident[]): Spot[] {
	const spots = new Map<string, { lon: number; lat: number; precision: Placeable; all: LocatedIncident[] }>();
	for (const incident of placed) {
		const { lon, lat, geo_precision } = incident;
		if (lon === null || lat === null) continue;
		const key = `${lon} ${lat} ${geo_precision}`;
		const spot = spots.get(key) ?? { lon, lat, precision: geo_precision as Placeable, all: [] };
		spot.all.push(incident);
		spots.set(key, spot);
	}
	return [...spots.values()].sort((a, b) => a.lat - b.lat || a.lon - b.lon);
}

const mostLines = 8;

function hover({ all, precision }: Spot): string {
	const lines = [...all]
		.sort((a, b) => (a.date_start < b.date_start ? -1 : 1))
		.slice(0, mostLines)
		.map(({ date_start, kind }) => `${dayWords(date_start)}: ${kindWords[kind].toLowerCase()}`);
	const more = all.length > mostLines ? [`and ${all.length - mostLines} more`] : [];
	return [`<b>${plain(all[0]?.place ?? "no name")}</b> (${looks[precision].name})`, ...lines, ...more].join("<br>");
}
