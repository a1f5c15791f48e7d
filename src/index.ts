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
export { borderMap } from "./charts/border-map.js";
export { type Along, borderRibbon } from "./charts/border-ribbon.js";
export { changeOfRateChart } from "./charts/change-of-rate.js";
export { claimLadderChart } from "./charts/claim-ladder.js";
export { crossingTimelines } from "./charts/crossing-timelines.js";
export { daysBetween as daysBetweenChart } from "./charts/days-between.js";
export { daysShut } from "./charts/days-shut.js";
export { densityByYearChart } from "./charts/density-by-year.js";
export { densityPicture } from "./charts/density-picture.js";
export { distanceToCrossing } from "./charts/distance-to-crossing.js";
// figures
export type { Figure, FigureText, Provenance, Subject, TableRow } from "./charts/frame.js";
export { incidentsByFrontier } from "./charts/incidents-by-frontier.js";
export { incidentsByKind } from "./charts/incidents-by-kind.js";
export { incidentsByProvince } from "./charts/incidents-by-province.js";
export { incidentsByStanding } from "./charts/incidents-by-standing.js";
export { incidentsPer100Km } from "./charts/incidents-per-100-km.js";
export { incidentsPerMonth } from "./charts/incidents-per-month.js";
export { kindsByStretch } from "./charts/kinds-by-stretch.js";
export { mapBox } from "./charts/map-layers.js";
export { provenanceOf } from "./charts/provenance.js";
export { ratePerYear } from "./charts/rate-per-year.js";
export { rateSensitivity } from "./charts/rate-sensitivity.js";
export { reliabilityOverTime } from "./charts/reliability-over-time.js";
export { sideWords } from "./charts/reliability-words.js";
export { reportsAndOrigins } from "./charts/reports-and-origins.js";
export { shareByStretch } from "./charts/share-by-stretch.js";
export { timeOfYear } from "./charts/time-of-year.js";
export { type TrackRecordSubject, trackRecord } from "./charts/track-record.js";
export { whoWasWatching } from "./charts/who-was-watching.js";
// frequency
export {
	type Change,
	type ChangeRow,
	changeOfRate,
	type Exposure,
	exposures,
	type Variation,
	variation,
} from "./frequency/changes.js";
export { type ComparisonRow, compareNeighbours } from "./frequency/comparison.js";
export {
	type CountOptions,
	type CountRow,
	type Counts,
	complete,
	countIncidents,
	type Grouping,
	groupings,
	tally,
} from "./frequency/counts.js";
export { type Coverage, type CoverageRow, coverage, markThin } from "./frequency/coverage.js";
export type { Step } from "./frequency/date-index.js";
export { type DatePolicy, datePolicies } from "./frequency/date-policy.js";
export { daysBetweenIncidents, type IntervalRow, type Intervals } from "./frequency/intervals.js";
export { type Peak, peaks } from "./frequency/peaks.js";
export { type RateRow, ratesPer30Days } from "./frequency/rates.js";
export { type SeasonRow, type Seasons, seasons, type YearKind, yearKinds } from "./frequency/seasons.js";
export { type LeftOut, leftOutReasons } from "./frequency/selection.js";
export { sensitivity, type VariantRates, variants } from "./frequency/sensitivity.js";
export { type Standing, standingNames, standings } from "./frequency/standing.js";
export {
	cumulate,
	firstAndLast,
	type Gap,
	gaps,
	type RunningRow,
	regroup,
	type Span,
	trailing,
} from "./frequency/verbs.js";
// load
export { dossierFingerprint, type LoadReport, loadDossier, ownDataDirectory } from "./load/dossier.js";
export { countryOutlines, outlinesWithin } from "./load/neighbours.js";
export { DossierError, type Problem, problemLine } from "./load/problem.js";
// location
export {
	assignStretches,
	countByProvince,
	countByStretch,
	type ProvinceCount,
	type StretchCount,
	type StretchCounts,
} from "./location/areas.js";
export { type ChainageBin, countByChainage } from "./location/bins.js";
export { type BorderPosition, borderRuler, type Ruler } from "./location/chainage.js";
export { type Closure, crossingClosures } from "./location/closures.js";
export { coarsenDossier } from "./location/coarsen.js";
export {
	type CrossingAlong,
	countAround,
	countWithin,
	crossingsAlong,
	type NearCrossing,
	type WithinDistance,
} from "./location/crossings.js";
export { bandwidthKm, type DensityRow, densityAlong } from "./location/density.js";
export { type DensityNode, densityOver, finestKm } from "./location/density-picture.js";
export { type DrawnPlace, drawPlaces, type PlaceRange, rangesOf } from "./location/draws.js";
export { densityByYear, differenceAlong, driftBetweenYears, type YearAlong } from "./location/drift.js";
export { findPlaces, type PlaceMatch } from "./location/find-place.js";
export { type FrontierEffect, frontierEffect } from "./location/frontier.js";
export { geodesicKm, type Point, pointAt, pointTowards } from "./location/geodesic.js";
export { type LocatedIncident, type LocatedIncidents, locateIncidents, nearestCrossing } from "./location/incidents.js";
export { nameKey } from "./location/name-key.js";
export { isPlaceable, radiusKm } from "./location/precision.js";
export { countKindsByStretch, type KindOnStretch, type StretchShare, sharesByYear } from "./location/stretch-tables.js";
export { toldBy } from "./location/told-by.js";
// notebook
export { type FrameLike, fromDataFrame, toDataFrame } from "./notebook/data-frame.js";
export type { Bundle, Display, Tslab } from "./notebook/kernel.js";
export { type NotebookOutput, notebookOutput } from "./notebook/show.js";
export { type TableOptions, tableHtml } from "./notebook/table.js";
// records and calendar
export * from "./records.js";
// reliability
export { recordsOverTime, type TrackRecordAsOf } from "./reliability/as-of.js";
export { type QuestionAsOf, questionsAsOf, type SideWord, wordsOfSides } from "./reliability/case.js";
export { restsOn } from "./reliability/circle.js";
export { answerWords, claimLadder, type Ladder, type LadderRow, mostOpposed } from "./reliability/ladder.js";
export { type DifferenceTest, differenceTest, shuffle } from "./reliability/negative-control.js";
export { originOf, type Side, type Spread, sideOf, sides, spreadOfClaims } from "./reliability/origins.js";
export {
	type ClaimOutcome,
	type JudgeOptions,
	judgeClaims,
	type LeftOutReason,
	leftOutReasons as leftOutClaimReasons,
	type Outcome,
	outcomes,
} from "./reliability/outcomes.js";
export {
	fewestToJudge,
	type LeftOutClaims,
	leftOutClaims,
	type RecordGrouping,
	sourceRecords,
	type TrackRecord,
	trackRecords,
} from "./reliability/track-record.js";
export { betaGrid, type PooledShare, poolShares, type Trials } from "./statistics/beta-binomial.js";
export { type BetaComponent, mixtureQuantile } from "./statistics/beta-mixture.js";
export { type ChangePoint, changePoint, type GammaPrior } from "./statistics/change-point.js";
export { type Dispersion, dispersion } from "./statistics/dispersion.js";
export { distanceComponents, type GroupDifference } from "./statistics/distance-components.js";
export { type Ends, gaussianKernel, kernelDensity } from "./statistics/kernel-density.js";
export { type CountFit, fitCounts } from "./statistics/negative-binomial.js";
export { garwood, type Interval, midP } from "./statistics/poisson.js";
export { seeded } from "./statistics/random.js";
export { compareRates, type RateRatio } from "./statistics/rate-comparison.js";
export { probabilityHighest } from "./statistics/share-ranks.js";
export { type ClassTrials, poolSharesInClasses } from "./statistics/two-level-beta-binomial.js";
export { weightedInterval } from "./statistics/weighted-counts.js";
