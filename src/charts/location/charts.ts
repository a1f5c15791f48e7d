/** The charts of where, as the namespace `charts` has them. */
export { type BorderMapOptions, borderMap } from "./border-map.js";
export { closureDurations } from "./closure-durations.js";
export { crossingTimelines } from "./crossing-timelines.js";
export { type DistanceToCrossingOptions, distanceToCrossing } from "./distance-to-crossing.js";
export { type HeatMapOptions, heatMap } from "./heat-map.js";
export { type IncidentsAlongBorderOptions, incidentsAlongBorder } from "./incidents-along-border.js";
export { incidentsByFrontier } from "./incidents-by-frontier.js";
export { incidentsByProvince } from "./incidents-by-province.js";
export { type IncidentsPer100KmOptions, incidentsPer100Km } from "./incidents-per-100-km.js";
export { kindsBySegment } from "./kinds-by-segment.js";
export { type ShareBySegmentOptions, shareBySegment } from "./share-by-segment.js";
