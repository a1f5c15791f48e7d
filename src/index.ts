/** The only door: every name that notebooks, other projects and the tests may use, and no logic. */

export {
	addDays,
	dayNumber,
	daysBetween,
	endOf,
	fromDayNumber,
	isDay,
	type Period,
	periods,
	periodsBetween,
	startOf,
	startOfNext,
} from "./calendar.js";
// figures
export type { Figure, FigureText, Provenance, Subject, TableRow } from "./charts/frame.js";

// load
export { dossierFingerprint, type LoadReport, loadDossier, ownDataDirectory } from "./load/dossier.js";
export { DossierError, type Problem, problemLine } from "./load/problem.js";
// location
export {
	countByProvince,
	countByStretch,
	type ProvinceCount,
	type StretchCount,
	type StretchCounts,
} from "./location/areas.js";
export { type ChainageBin, countByChainage } from "./location/bins.js";
export { type BorderPosition, borderRuler, type Ruler } from "./location/chainage.js";
export { type CrossingAlong, countWithin, crossingsAlong, type WithinDistance } from "./location/crossings.js";
export { geodesicKm, type Point, pointTowards } from "./location/geodesic.js";
export { type LocatedIncident, type LocatedIncidents, locateIncidents, nearestCrossing } from "./location/incidents.js";
export { isPlaceable, radiusKm } from "./location/precision.js";
// records and calendar
export * from "./records.js";
