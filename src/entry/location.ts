/** `border-incidents/location`: where along the border, as rows. */

export {
	countByProvince,
	countBySegment,
	type ProvinceCount,
	type SegmentCount,
	type SegmentCounts,
} from "../location/areas.js";
export { type ChainageBin, countByChainage } from "../location/bins.js";
export { type BorderPosition, borderRuler, type Ruler } from "../location/chainage.js";
export { type Closure, crossingClosures } from "../location/closures.js";
export { coarsenDossier } from "../location/coarsen.js";
export { type CrossingAlong, countWithin, crossingsAlong, type WithinDistance } from "../location/crossings.js";
export { type DensityRow, densityAlong } from "../location/density.js";
export { driftBetweenYears } from "../location/differences-along.js";
export { findPlaces, type PlaceMatch } from "../location/find-place.js";
export { type FrontierEffect, frontierEffect } from "../location/frontier-effect.js";
export { geodesicKm, type Point } from "../location/geodesic.js";
export { densityOver } from "../location/heat-map.js";
export { type LocatedIncident, type LocatedIncidents, locateIncidents } from "../location/incidents.js";
export { type SampledPlace, samplePlaces } from "../location/sampled-places.js";
export {
	countKindsBySegment,
	type KindOnSegment,
	type SegmentShare,
	sharesByYear,
} from "../location/segment-tables.js";
export type { LocationSummary } from "../location/summary.js";
