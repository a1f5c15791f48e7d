import { crossingsAlong } from "../../location/crossings.js";
import { knownPoint, type LocatedIncident } from "../../location/incidents.js";
import { finestKm } from "../../location/precision.js";
import { reportingSources } from "../../location/reporting-sources.js";
import { knownOptions } from "../../records/known-option.js";
import type { BorderLine, Dossier } from "../../records/records.js";
import { wilson } from "../../statistics/share-interval.js";
import { requireData } from "../catalogue-entry.js";
import { anIncident, aPoint, type Need } from "../needs.js";
import { type Figure, frame, ink } from "../parts/frame.js";
import { countLabel, isAre, percentRange, wordFor } from "../parts/labels.js";
import { plain } from "../parts/text.js";
import { countNotes, locatedOf, mapCredit, placedCaptionOf, positionNote } from "./located.js";
import { type Box, mapBoxOf, scaleOf } from "./map-box.js";
import { spotsOf } from "./map-hover.js";
import {
	background,
	bareGeo,
	countryLabels,
	crossingMarks,
	isInside,
	type MapCrossing,
	provinceLabels,
	scaleAndNorth,
} from "./map-layers.js";
import { areaMarks, marginRug, pointMarks } from "./map-marks.js";
import { countryOutlines, outlinesWithin } from "./outlines.js";

/** What `borderMap` can be asked for. */
export interface BorderMapOptions {
	/** West, south, east and north of the map in degrees; the whole border, with two details beside it, by default. */
	readonly box?: Box;
}

/** What `borderMap` cannot be drawn without. */
export const borderMapNeeds: readonly Need[] = [anIncident, aPoint];

/** Half the height and half the width of a detail, in degrees. */
const detail = { lat: 0.625, lon: 0.77 } as const;
const details = [
	{ geo: "geo2", y: [0.53, 0.955] },
	{ geo: "geo3", y: [0.03, 0.455] },
] as const;

/**
 * Map of the border with every incident known to its district or finer: dots are exact places, rings villages and
 * towns, hatched areas districts. Incidents known more coarsely are ticks in the margins, never a point. Beside it
 * are details of the two crossings with most incidents.
 *
 * @throws NotEnoughDataError without an incident that has a position; `box must be west, south, east, north …`
 * @example
 * charts.borderMap(dossier).table[0] // → { incident_id: "a-clash", chainage_km: 166.40, distance_km: 9.24, side_of_line: "AF" }
 */
export function borderMap(dossier: Dossier, options: BorderMapOptions = {}): Figure {
	const { box } = knownOptions(options, ["box"]);
	if (box !== undefined) checkBox(box);
	requireData(dossier, borderMapNeeds);
	const map = gather(dossier, box);
	const { located, spots, sources, crossings, provinces, fine, atCrossing, shown } = map;
	const { incidents, placed, coarse, provenance } = located;
	const scale = scaleOf(map.box);
	const corner = scaleCorner(map.box, scale, map.border.flat());
	return frame(
		{
			id: "border-map",
			subject: "location",
			plotHeight: 720,
			credit: mapCredit(dossier),
			data: [
				...background(map),
				// Areas first, so that finer marks lie on top of them.
				...areaMarks(spots, sources),
				...pointMarks(spots, sources),
				...crossingMarks(
					crossings
						.filter((crossing) => isInside(crossing, map.box))
						.map((crossing) => ({ ...crossing, name: `${crossing.name}: ${map.numberAt(crossing)}` })),
					"geo",
					scale,
				),
				...(box ? [] : marginRug(dossier, coarse, map.box, sources, provinces)),
				...scaleAndNorth(...corner, roundLength(100 * scale), "geo", scale),
				...shown.flatMap(({ geo, crossing }) => [
					...background({ ...map, border: outlinesWithin([dossier.border], around(crossing, 1.2)) }, geo),
					...areaMarks(spots, sources, geo, around(crossing)),
					...pointMarks(spots, sources, geo),
					...crossingMarks([crossing], geo),
					...scaleAndNorth(crossing.lon + detail.lon - 0.3, crossing.lat + detail.lat - 0.1, 20, geo),
				]),
			],
			layout: {
				geo: bareGeo(map.box, { x: shown.length > 0 ? [0, 0.6] : [0.1, 0.9], y: [0, 1] }),
				...Object.fromEntries(
					shown.map(({ geo, y, crossing: { lon, lat } }) => {
						return [geo, bareGeo(around({ lon, lat }), { x: [0.63, 1], y: [...y] })];
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
				...knownCoordinates(incident, dossier),
				sources: (sources.get(incident.incident_id) ?? []).join("; "),
			})),
		},
		{
			title: titleOf(map),
			subtitle:
				"Circles: districts, to scale, with number of incidents. Dots, rings: larger for more. Diamonds: crossings",
			caption: placedCaptionOf(located, moreOf(map, box !== undefined)),
			notes: [
				...countNotes(located),
				positionNote(located),
				...(map.outside > 0
					? [
							`${countLabel(map.outside, "located incident")} ${isAre(map.outside)} outside this part of the border and not drawn.`,
						]
					: []),
				...(fine.length > 0 && crossings.length > 0
					? [
							`Precisely located means known to ${finestKm} km or better (n = ${fine.length}). Of these, ${atCrossing.length} ${wordFor(atCrossing.length, "lies", "lie")} within ${finestKm} km of an official crossing: 95% interval ${percentRange(map.interval.low, map.interval.high)} (Wilson), if incidents are independent.`,
						]
					: []),
				"Reports that name only a crossing are placed at it. Reporters and officials are at crossings, so incidents elsewhere are less likely to be reported.",
				"A hatched area is a district, as wide as its place is uncertain. It may hold several incidents.",
				...(box
					? []
					: [
							"Ticks at the edges are incidents known to a province; ticks along the south are known to the border only.",
						]),
				"Rivers are not drawn, because no source of this project contains them. Country outlines are background only.",
			],
			alt: `Map of the ${provenance.border} with ${placed.length - map.outside} of ${countLabel(incidents.length, "incident")} drawn at their position${box ? "" : ` and ${coarse.length} as ticks in the margins`}. ${titleOf(map)}.`,
		},
		provenance,
	);
}

/** The columns of a point, to the digits that are known. */
function knownCoordinates(incident: LocatedIncident, dossier: Dossier) {
	const point = knownPoint(incident, dossier);
	return { lon: point?.[0] ?? null, lat: point?.[1] ?? null };
}

/** Everything the map says, from one dossier and one box. */
function gather(dossier: Dossier, wanted: Box | undefined) {
	const located = locatedOf(dossier);
	const crossings = crossingsAlong(dossier);
	const box = wanted ?? mapBoxOf(dossier, located.placed);
	// A district is wider than the distance asked about: only finer places can answer.
	const fine = located.placed.filter(({ radius_km }) => radius_km !== null && radius_km <= finestKm);
	const atCrossing = fine.filter(({ crossing_distance_km: d }) => d !== null && d <= finestKm);
	const numberAt = ({ crossing_id }: MapCrossing) =>
		atCrossing.filter(({ nearest_crossing_id }) => nearest_crossing_id === crossing_id).length;
	const near = ({ crossing_id }: MapCrossing) =>
		located.placed.filter(({ nearest_crossing_id }) => nearest_crossing_id === crossing_id).length;
	const busiest = [...crossings]
		.filter((crossing) => near(crossing) > 0)
		.sort((a, b) => near(b) - near(a))
		.slice(0, wanted ? 0 : details.length)
		.sort((a, b) => b.lat - a.lat);
	return {
		located,
		box,
		crossings,
		fine,
		atCrossing,
		numberAt,
		interval: fine.length > 0 ? wilson(atCrossing.length, fine.length, 0.95) : { low: 0, high: 1 },
		outside: located.placed.filter((incident) => !isInside(incident, box)).length,
		spots: spotsOf(located.placed).filter((spot) => isInside(spot, box)),
		sources: reportingSources(dossier),
		provinces: provinceLabels(dossier, located.placed, crossings, scaleOf(box)),
		countries: countryLabels(dossier, box),
		border: dossier.border.length === 0 ? [] : outlinesWithin([dossier.border], box),
		outlines: outlinesWithin(countryOutlines(dossier), box),
		shown: busiest.map((crossing, index) => ({ ...(details[index] as (typeof details)[number]), crossing })),
	};
}

function titleOf({ located, fine, atCrossing, crossings }: ReturnType<typeof gather>): string {
	if (crossings.length === 0 || fine.length === 0)
		return `${located.placed.length} of ${countLabel(located.incidents.length, "reported incident")} can be placed on the map`;
	if (fine.length === 1)
		return `The one precisely located incident ${atCrossing.length === 1 ? "lies" : "does not lie"} at an official crossing`;
	const verb = wordFor(atCrossing.length, "lies", "lie");
	return `${atCrossing.length} of ${fine.length} precisely located incidents ${verb} at an official crossing`;
}

function checkBox(box: Box): void {
	const isBox = Array.isArray(box) && box.length === 4 && box.every((each) => Number.isFinite(each));
	const [west, south, east, north] = isBox ? box : [0, 0, 0, 0];
	if (!(west < east && south < north && south >= -85 && north <= 85))
		throw new RangeError(
			`box must be west, south, east, north in degrees: ${Array.isArray(box) ? box.join(", ") : String(box)}`,
		);
}

/** What a reader must know of the incidents that are not marks of the map. */
function moreOf({ located, outside, crossings, fine }: ReturnType<typeof gather>, isPart: boolean): string {
	return [
		...(crossings.length > 0 && fine.length > 0
			? [
					`Precisely located: within ${finestKm} km (dots, rings). At a crossing (number beside its name): within ${finestKm} km of it.`,
				]
			: []),
		...(isPart
			? [`${countLabel(outside, "located incident")} ${isAre(outside)} outside the map.`]
			: located.coarse.length > 0
				? ["Ticks: no position."]
				: []),
	].join(" ");
}

/** Where the scale starts: in the south-west, or in the south-east where the border runs through that corner. */
function scaleCorner([west, south, east]: Box, scale: number, line: BorderLine): readonly [number, number] {
	const width = 1.9 * scale;
	const isCrossed = line.some(([lon, lat]) => lon < west + width && lat < south + 0.8 * scale);
	return [isCrossed ? east - width : west + 0.25 * scale, south + 0.25 * scale];
}

/** 1, 2 or 5 times a power of ten, not above a length. */
function roundLength(length_km: number): number {
	const power = 10 ** Math.floor(Math.log10(length_km * (1 + 1e-9)));
	return ([5, 2].find((times) => times * power <= length_km) ?? 1) * power;
}

/** The box of a detail, or so many times as large. */
const around = ({ lon, lat }: Pick<MapCrossing, "lon" | "lat">, times = 1): Box => [
	lon - detail.lon * times,
	lat - detail.lat * times,
	lon + detail.lon * times,
	lat + detail.lat * times,
];
