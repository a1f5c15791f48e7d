import { countByProvince, countBySegment } from "../../location/areas.js";
import { countByChainage } from "../../location/bins.js";
import { borderRuler } from "../../location/chainage.js";
import { crossingClosures } from "../../location/closures.js";
import { countAround, countWithin, crossingsAlong } from "../../location/crossings.js";
import { bandwidthKm, densityAlong } from "../../location/density.js";
import { densityByYear, differenceAlong, driftBetweenYears } from "../../location/differences-along.js";
import { frontierEffect } from "../../location/frontier-effect.js";
import { densityOver, finestKm } from "../../location/heat-map.js";
import { locateIncidents } from "../../location/incidents.js";
import { reportingSources } from "../../location/reporting-sources.js";
import { rangesOf, samplePlaces } from "../../location/sampled-places.js";
import { countKindsBySegment, sharesByYear } from "../../location/segment-tables.js";
import type { CatalogueEntry } from "../catalogue-entry.js";
import { aCrossing, aFinePoint, anIncident, aPoint, aStretch } from "../needs.js";
import { provenanceOf } from "../parts/provenance.js";
import { borderMap } from "./border-map.js";
import { closureDurations } from "./closure-durations.js";
import { crossingTimelines } from "./crossing-timelines.js";
import { distanceToCrossing } from "./distance-to-crossing.js";
import { heatMap } from "./heat-map.js";
import { incidentsAlongBorder } from "./incidents-along-border.js";
import { incidentsAlongBorderByYear } from "./incidents-along-border-by-year.js";
import { incidentsByFrontier } from "./incidents-by-frontier.js";
import { incidentsByProvince } from "./incidents-by-province.js";
import { incidentsPer100Km } from "./incidents-per-100-km.js";
import { kindsBySegment } from "./kinds-by-segment.js";
import { mapBox } from "./map-layers.js";
import { countryOutlines, outlinesWithin } from "./outlines.js";
import { shareBySegment } from "./share-by-segment.js";

/** How near a crossing the title of its chart asks about, in km. */
const nearKm = 10;
/** Stretches with fewer incidents share a panel. */
const fewest = 5;

/** Charts of where. */
export const locationCharts: readonly CatalogueEntry[] = [
	{
		id: "border-map",
		subject: "location",
		level: "depth",
		question: "",
		needs: [anIncident, aPoint],
		draw: (dossier) =>
			borderMap(
				locateIncidents(dossier),
				dossier.border,
				crossingsAlong(dossier),
				outlinesWithin(countryOutlines(), mapBox),
				reportingSources(dossier),
				provenanceOf(dossier),
			),
	},
	{
		id: "border-ribbon",
		subject: "location",
		level: "depth",
		question: "",
		needs: [anIncident, aPoint],
		draw: (dossier) => {
			const located = locateIncidents(dossier);
			const { length_km } = borderRuler(dossier.border);
			const places = samplePlaces(located.incidents, dossier);
			return incidentsAlongBorder(
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
		subject: "location",
		level: "depth",
		question: "",
		needs: [anIncident, aPoint],
		draw: (dossier) => {
			const located = locateIncidents(dossier);
			const { length_km } = borderRuler(dossier.border);
			const places = samplePlaces(located.incidents, dossier);
			return incidentsAlongBorderByYear(
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
		subject: "location",
		level: "depth",
		question: "",
		needs: [anIncident],
		draw: (dossier) => {
			const located = locateIncidents(dossier);
			return incidentsByProvince(countByProvince(located.incidents), located, provenanceOf(dossier));
		},
	},
	{
		id: "incidents-per-100-km",
		subject: "location",
		level: "depth",
		question: "",
		needs: [anIncident, aStretch],
		draw: (dossier) => {
			const located = locateIncidents(dossier);
			const { length_km } = borderRuler(dossier.border);
			return incidentsPer100Km(
				countBySegment(located.incidents, dossier.stretches, length_km),
				located,
				provenanceOf(dossier),
			);
		},
	},
	{
		id: "distance-to-crossing",
		subject: "location",
		level: "depth",
		question: "",
		needs: [anIncident, aPoint, aCrossing],
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
		subject: "location",
		level: "depth",
		question: "",
		needs: [anIncident, aStretch],
		draw: (dossier) => {
			const located = locateIncidents(dossier);
			const { length_km } = borderRuler(dossier.border);
			return shareBySegment(
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
		subject: "location",
		level: "depth",
		question: "",
		needs: [anIncident, aStretch],
		draw: (dossier) => {
			const located = locateIncidents(dossier);
			const { length_km } = borderRuler(dossier.border);
			return kindsBySegment(
				countKindsBySegment(located.incidents, dossier.stretches, length_km),
				dossier.stretches,
				differenceAlong(samplePlaces(located.incidents, dossier), ({ kind }) => kind),
				located,
				provenanceOf(dossier),
			);
		},
	},
	{
		id: "incidents-by-frontier",
		subject: "location",
		level: "depth",
		question: "",
		needs: [anIncident],
		draw: (dossier) =>
			incidentsByFrontier(frontierEffect(dossier), locateIncidents(dossier).excluded, provenanceOf(dossier)),
	},
	{
		id: "crossing-timelines",
		subject: "location",
		level: "depth",
		question: "",
		needs: [anIncident, aCrossing],
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
		subject: "location",
		level: "depth",
		question: "",
		needs: [anIncident, aCrossing],
		draw: (dossier) =>
			closureDurations(
				crossingClosures(dossier),
				crossingsAlong(dossier),
				locateIncidents(dossier),
				provenanceOf(dossier),
			),
	},
	{
		id: "density-picture",
		subject: "location",
		level: "depth",
		question: "",
		needs: [anIncident, aFinePoint],
		draw: (dossier) => {
			const located = locateIncidents(dossier);
			return heatMap(
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
