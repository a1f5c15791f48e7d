import { countryOutlines, outlinesWithin } from "../../load/neighbours.js";
import { countByProvince, countByStretch } from "../../location/areas.js";
import { countByChainage } from "../../location/bins.js";
import { borderRuler } from "../../location/chainage.js";
import { crossingClosures } from "../../location/closures.js";
import { countAround, countWithin, crossingsAlong } from "../../location/crossings.js";
import { bandwidthKm, densityAlong } from "../../location/density.js";
import { densityByYear, differenceAlong, driftBetweenYears } from "../../location/differences-along.js";
import { frontierEffect } from "../../location/frontier-effect.js";
import { densityOver, finestKm } from "../../location/heat-map.js";
import { locateIncidents } from "../../location/incidents.js";
import { toldBy } from "../../location/reporting-sources.js";
import { drawPlaces, rangesOf } from "../../location/sampled-places.js";
import { countKindsByStretch, sharesByYear } from "../../location/segment-tables.js";
import type { CatalogueEntry } from "../catalogue-entry.js";
import { aCrossing, aFinePoint, aPoint, aStretch } from "../needs.js";
import { provenanceOf } from "../parts/provenance.js";
import { borderMap } from "./border-map.js";
import { daysShut } from "./closure-durations.js";
import { crossingTimelines } from "./crossing-timelines.js";
import { distanceToCrossing } from "./distance-to-crossing.js";
import { densityPicture } from "./heat-map.js";
import { borderRibbon } from "./incidents-along-border.js";
import { densityByYearChart } from "./incidents-along-border-by-year.js";
import { incidentsByFrontier } from "./incidents-by-frontier.js";
import { incidentsByProvince } from "./incidents-by-province.js";
import { incidentsPer100Km } from "./incidents-per-100-km.js";
import { kindsByStretch } from "./kinds-by-segment.js";
import { mapBox } from "./map-layers.js";
import { shareByStretch } from "./share-by-segment.js";

/** How near a crossing the title of its chart asks about, in km. */
const nearKm = 10;
/** Stretches with fewer incidents share a panel. */
const fewest = 5;

/** Charts of where. */
export const locationFigures: readonly CatalogueEntry[] = [
	{
		id: "border-map",
		needs: [aPoint],
		draw: (dossier) =>
			borderMap(
				locateIncidents(dossier),
				dossier.border,
				crossingsAlong(dossier),
				outlinesWithin(countryOutlines(), mapBox),
				toldBy(dossier),
				provenanceOf(dossier),
			),
	},
	{
		id: "border-ribbon",
		needs: [aPoint],
		draw: (dossier) => {
			const located = locateIncidents(dossier);
			const { length_km } = borderRuler(dossier.border);
			const places = drawPlaces(located.incidents, dossier);
			return borderRibbon(
				located,
				{
					bins: countByChainage(located.incidents, length_km),
					ranges: rangesOf(places, dossier),
					density: densityAlong(places, length_km),
					bandwidth_km: bandwidthKm,
					drift: driftBetweenYears(places),
					crossings: crossingsAlong(dossier),
					length_km,
				},
				provenanceOf(dossier),
			);
		},
	},
	{
		id: "density-by-year",
		needs: [aPoint],
		draw: (dossier) => {
			const located = locateIncidents(dossier);
			const { length_km } = borderRuler(dossier.border);
			const places = drawPlaces(located.incidents, dossier);
			return densityByYearChart(
				densityByYear(places, length_km),
				driftBetweenYears(places),
				located,
				{ crossings: crossingsAlong(dossier), length_km, bandwidth_km: bandwidthKm },
				provenanceOf(dossier),
			);
		},
	},
	{
		id: "incidents-by-province",
		draw: (dossier) => {
			const located = locateIncidents(dossier);
			return incidentsByProvince(countByProvince(located.incidents), located, provenanceOf(dossier));
		},
	},
	{
		id: "incidents-per-100-km",
		needs: [aStretch],
		draw: (dossier) => {
			const located = locateIncidents(dossier);
			const { length_km } = borderRuler(dossier.border);
			return incidentsPer100Km(
				countByStretch(located.incidents, dossier.stretches, length_km),
				located,
				provenanceOf(dossier),
			);
		},
	},
	{
		id: "distance-to-crossing",
		needs: [aPoint, aCrossing],
		draw: (dossier) => {
			const located = locateIncidents(dossier);
			const distances = Array.from({ length: 121 }, (_, index) => index / 2);
			return distanceToCrossing(
				countWithin(located.incidents, dossier, distances),
				located,
				nearKm,
				provenanceOf(dossier),
			);
		},
	},
	{
		id: "share-by-stretch",
		needs: [aStretch],
		draw: (dossier) => {
			const located = locateIncidents(dossier);
			const { length_km } = borderRuler(dossier.border);
			return shareByStretch(
				sharesByYear(located.incidents, dossier.stretches, length_km, { fewest }),
				dossier.stretches,
				located,
				fewest,
				provenanceOf(dossier),
			);
		},
	},
	{
		id: "kinds-by-stretch",
		needs: [aStretch],
		draw: (dossier) => {
			const located = locateIncidents(dossier);
			const { length_km } = borderRuler(dossier.border);
			return kindsByStretch(
				countKindsByStretch(located.incidents, dossier.stretches, length_km),
				dossier.stretches,
				differenceAlong(drawPlaces(located.incidents, dossier), ({ kind }) => kind),
				located,
				provenanceOf(dossier),
			);
		},
	},
	{
		id: "incidents-by-frontier",
		draw: (dossier) =>
			incidentsByFrontier(frontierEffect(dossier), locateIncidents(dossier).left_out, provenanceOf(dossier)),
	},
	{
		id: "crossing-timelines",
		needs: [aCrossing],
		draw: (dossier) => {
			const located = locateIncidents(dossier);
			return crossingTimelines(
				crossingsAlong(dossier),
				crossingClosures(dossier),
				countAround(located.incidents, dossier),
				located,
				provenanceOf(dossier),
			);
		},
	},
	{
		id: "days-shut",
		needs: [aCrossing],
		draw: (dossier) =>
			daysShut(crossingClosures(dossier), crossingsAlong(dossier), locateIncidents(dossier), provenanceOf(dossier)),
	},
	{
		id: "density-picture",
		needs: [aFinePoint],
		draw: (dossier) => {
			const located = locateIncidents(dossier);
			return densityPicture(
				densityOver(located.incidents, mapBox, { bandwidth_km: bandwidthKm }),
				located,
				{
					border: dossier.border,
					crossings: crossingsAlong(dossier),
					outlines: outlinesWithin(countryOutlines(), mapBox),
				},
				{ bandwidth_km: bandwidthKm, finest_km: finestKm },
				provenanceOf(dossier),
			);
		},
	},
];
