import type { LocatedIncidents } from "../../location/incidents.js";
import type { BorderLine } from "../../records/records.js";
import { type Figure, frame, ink, type Provenance } from "../parts/frame.js";
import { countLabel, excludedLabel, percentLabel, periodLabel } from "../parts/labels.js";
import { plain } from "../parts/text.js";
import { type Sources, spotsOf } from "./map-hover.js";
import {
	type Box,
	background,
	bareGeo,
	crossingMarks,
	type Lines,
	type MapCrossing,
	mapBox,
	scaleAndNorth,
} from "./map-layers.js";
import { areaMarks, marginRug, pointMarks } from "./map-marks.js";

/** Printed wherever the line is drawn or a length along it is told. */
export const borderCredit = "border line and its lengths © OpenStreetMap contributors (ODbL)";

const nearKm = 5;
/** Half the height and half the width of a detail, in degrees. */
const detail = { lat: 0.6, lon: 0.74 } as const;
const details = [
	{ geo: "geo2", y: [0.53, 0.955] },
	{ geo: "geo3", y: [0.03, 0.455] },
] as const;

/**
 * Map of the border with every incident whose place is known to its district or finer: exact places as dots,
 * villages and towns as rings, districts as hatched areas of 25 km around their point. Those known to a province
 * or to the border only are a rug of ticks in the margins, never a point. Beside it two details, of the crossings
 * with most incidents.
 *
 * @param outlines background, drawn as context only
 * @param sources who tells of each incident, for the hover and the table
 */
export function borderMap(
	{ incidents, excluded }: LocatedIncidents,
	border: BorderLine,
	crossings: readonly MapCrossing[],
	outlines: Lines,
	sources: Sources,
	provenance: Provenance,
): Figure {
	const placed = incidents.filter(({ lat }) => lat !== null);
	const coarse = incidents.filter(({ lat }) => lat === null);
	const spots = spotsOf(placed);
	// A district is wider than the distance asked about: only finer places can answer.
	const fine = placed.filter(({ radius_km }) => radius_km !== null && radius_km <= nearKm);
	const atCrossing = fine.filter(
		({ crossing_distance_km }) => crossing_distance_km !== null && crossing_distance_km <= nearKm,
	);
	const near = ({ crossing_id }: MapCrossing) =>
		placed.filter(({ nearest_crossing_id }) => nearest_crossing_id === crossing_id).length;
	const busiest = [...crossings]
		.filter((crossing) => near(crossing) > 0)
		.sort((a, b) => near(b) - near(a))
		.slice(0, details.length)
		.sort((a, b) => b.lat - a.lat);
	const shown = busiest.map((crossing, index) => ({ ...(details[index] as (typeof details)[number]), crossing }));
	const provinces = coarse.filter(({ geo_precision }) => geo_precision === "province").length;
	const isFine = fine.length > 0;
	return frame(
		{
			id: "border-map",
			subject: "location",
			plotHeight: 720,
			credit: `${borderCredit}; outlines Natural Earth`,
			data: [
				...background(outlines, border),
				// Areas first, so that finer marks lie on top of them.
				...areaMarks(spots, sources),
				...pointMarks(spots, sources),
				...crossingMarks(crossings),
				...marginRug(coarse, mapBox, sources),
				...scaleAndNorth(58.6, 29.45, 100),
				...shown.flatMap(({ geo, crossing }) => [
					...background(outlines, nearby(border, crossing), geo),
					...areaMarks(spots, sources, geo),
					...pointMarks(spots, sources, geo),
					...crossingMarks([crossing], geo),
					...scaleAndNorth(crossing.lon + detail.lon - 0.3, crossing.lat - detail.lat + 0.06, 20, geo),
				]),
			],
			layout: {
				geo: bareGeo(mapBox, { x: shown.length > 0 ? [0, 0.6] : [0.2, 0.8], y: [0, 1] }),
				...Object.fromEntries(
					shown.map(({ geo, y, crossing: { lon, lat } }) => {
						const box: Box = [lon - detail.lon, lat - detail.lat, lon + detail.lon, lat + detail.lat];
						return [geo, bareGeo(box, { x: [0.63, 1], y: [...y] })];
					}),
				),
				annotations: shown.map(({ y, crossing }) => ({
					text: `<b>Around ${plain(crossing.name)}</b>`,
					xref: "paper" as const,
					yref: "paper" as const,
					x: 0.63,
					y: y[1] + 0.004,
					xanchor: "left" as const,
					yanchor: "bottom" as const,
					showarrow: false,
					font: { size: 12, color: ink.text },
				})),
				margin: { l: 16, r: 16, t: 26, b: 10 },
				showlegend: true,
				legend: { orientation: "h", x: 0, y: 1.002, yanchor: "bottom", itemsizing: "trace" },
			},
			table: incidents.map((incident) => ({
				...incident,
				sources: (sources.get(incident.incident_id) ?? []).join("; "),
			})),
		},
		{
			title: isFine
				? `Of ${fine.length} incidents placed to ${nearKm} km or better, ${atCrossing.length} (${percentLabel(atCrossing.length / fine.length)}) lie within ${nearKm} km of an official crossing`
				: `${placed.length} of ${countLabel(incidents.length, "incident")} can be placed on the map, none of them to ${nearKm} km or better`,
			subtitle: "Incidents on the Afghanistan–Iran border; a dot or ring is larger where more are told of one point",
			caption: `${periodLabel(provenance)}. n = ${countLabel(incidents.length, "incident")}: ${placed.length} drawn, ${coarse.length} known too coarsely for a point (${provinces} to a province, ${coarse.length - provinces} to the border only) and shown as ticks in the margins. ${excludedLabel(excluded)} A hatched area is the 25 km around the point of a district and may stand for several incidents. Rivers are left out: no source in this kit has them.`,
			alt: `Map of the border from Turkmenistan to Pakistan. ${placed.length} of ${incidents.length} incidents are drawn; ${isFine ? `${atCrossing.length} of the ${fine.length} placed to ${nearKm} km or better lie within ${nearKm} km of a crossing` : `none is placed to ${nearKm} km or better`}. ${coarse.length} are known too coarsely to be drawn and stand in the margins.`,
		},
		provenance,
	);
}

/** The part of the line that a detail shows, and a little more, so that it runs on to the edge. */
const nearby = (border: BorderLine, { lat }: MapCrossing): BorderLine =>
	border.filter((_, index) =>
		[border[index - 1], border[index], border[index + 1]].some(
			(point) => point !== undefined && Math.abs(point[1] - lat) < detail.lat * 1.2,
		),
	);
