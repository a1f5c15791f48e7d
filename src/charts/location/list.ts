import type { CatalogueEntry } from "../catalogue-entry.js";
import { borderMap, borderMapNeeds } from "./border-map.js";
import { closureDurations, closureDurationsNeeds } from "./closure-durations.js";
import { crossingTimelines, crossingTimelinesNeeds } from "./crossing-timelines.js";
import { distanceToCrossing, distanceToCrossingNeeds } from "./distance-to-crossing.js";
import { heatMap, heatMapNeeds } from "./heat-map.js";
import { incidentsAlongBorder, incidentsAlongBorderNeeds } from "./incidents-along-border.js";
import { incidentsByFrontier, incidentsByFrontierNeeds } from "./incidents-by-frontier.js";
import { incidentsByProvince, incidentsByProvinceNeeds } from "./incidents-by-province.js";
import { incidentsPer100Km, incidentsPer100KmNeeds } from "./incidents-per-100-km.js";
import { kindsBySegment, kindsBySegmentNeeds } from "./kinds-by-segment.js";
import { shareBySegment, shareBySegmentNeeds } from "./share-by-segment.js";

/** Charts of where. */
export const locationCharts: readonly CatalogueEntry[] = [
	{
		id: "border-map",
		subject: "location",
		level: "core",
		question: "Where on the border are incidents reported?",
		needs: borderMapNeeds,
		draw: (dossier) => borderMap(dossier),
	},
	{
		id: "incidents-along-border",
		subject: "location",
		level: "core",
		question: "When and where along the border are incidents reported?",
		needs: incidentsAlongBorderNeeds,
		draw: (dossier) => incidentsAlongBorder(dossier),
	},
	{
		id: "incidents-by-province",
		subject: "location",
		level: "core",
		question: "Which provinces are named on either side of the border?",
		needs: incidentsByProvinceNeeds,
		draw: (dossier) => incidentsByProvince(dossier),
	},
	{
		id: "incidents-per-100-km",
		subject: "location",
		level: "core",
		question: "Which border segments have most incidents for their length?",
		needs: incidentsPer100KmNeeds,
		draw: (dossier) => incidentsPer100Km(dossier),
	},
	{
		id: "incidents-along-border-by-year",
		subject: "location",
		level: "depth",
		question: "Do incidents move along the border from year to year?",
		needs: incidentsAlongBorderNeeds,
		draw: (dossier) => incidentsAlongBorder(dossier, { panels: "year" }),
	},
	{
		id: "distance-to-crossing",
		subject: "location",
		level: "depth",
		question: "Do incidents happen at official crossings or between them?",
		needs: distanceToCrossingNeeds,
		draw: (dossier) => distanceToCrossing(dossier),
	},
	{
		id: "share-by-segment",
		subject: "location",
		level: "depth",
		question: "Does each border segment's share of incidents change from year to year?",
		needs: shareBySegmentNeeds,
		draw: (dossier) => shareBySegment(dossier),
	},
	{
		id: "kinds-by-segment",
		subject: "location",
		level: "depth",
		question: "Do event types differ in where they are reported?",
		needs: kindsBySegmentNeeds,
		draw: (dossier) => kindsBySegment(dossier),
	},
	{
		id: "incidents-by-frontier",
		subject: "location",
		level: "depth",
		question: "What would change if incidents on other borders were counted?",
		needs: incidentsByFrontierNeeds,
		draw: (dossier) => incidentsByFrontier(dossier),
	},
	{
		id: "crossing-timelines",
		subject: "location",
		level: "depth",
		question: "What happened at each official crossing?",
		needs: crossingTimelinesNeeds,
		draw: (dossier) => crossingTimelines(dossier),
	},
	{
		id: "closure-durations",
		subject: "location",
		level: "depth",
		question: "How long do closures of official crossings last?",
		needs: closureDurationsNeeds,
		draw: (dossier) => closureDurations(dossier),
	},
	{
		id: "heat-map",
		subject: "location",
		level: "depth",
		question: "Where do precisely located incidents concentrate?",
		needs: heatMapNeeds,
		draw: (dossier) => heatMap(dossier),
	},
];
