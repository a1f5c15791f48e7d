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
export { changeOfRateChart } from "./charts/change-of-rate.js";
export { claimLadderChart } from "./charts/claim-ladder.js";
export { daysBetween as daysBetweenChart } from "./charts/days-between.js";
// figures
export type { Figure, FigureText, Provenance, Subject, TableRow } from "./charts/frame.js";
export { incidentsByKind } from "./charts/incidents-by-kind.js";
export { incidentsByStanding } from "./charts/incidents-by-standing.js";
export { incidentsPerMonth } from "./charts/incidents-per-month.js";
export { monthsByCount } from "./charts/months-by-count.js";
export { provenanceOf } from "./charts/provenance.js";
export { ratePerYear } from "./charts/rate-per-year.js";
export { rateSensitivity } from "./charts/rate-sensitivity.js";
export { reliabilityOverTime } from "./charts/reliability-over-time.js";
export { sideWords } from "./charts/reliability-words.js";
export { reportsAndOrigins } from "./charts/reports-and-origins.js";
export { runningTotal } from "./charts/running-total.js";
export { timeOfYear } from "./charts/time-of-year.js";
export { type TrackRecordSubject, trackRecord } from "./charts/track-record.js";
export { whoWasWatching } from "./charts/who-was-watching.js";
export { yearOnYear } from "./charts/year-on-year.js";
export { type ChanceSpacing, chanceSpacing, type SpacingRow } from "./frequency/chance-spacing.js";
// frequency
export {
	type Change,
	type ChangeRow,
	changeOfRate,
	type Exposure,
	exposures,
} from "./frequency/changes.js";
export {
	type ComparisonRow,
	compareNeighbours,
	compareSpans,
	type DaySpan,
	type SpanComparison,
} from "./frequency/comparison.js";
export {
	type CountOptions,
	type CountRow,
	type Counts,
	complete,
	countIncidents,
	type Grouping,
	type GroupOf,
	groupings,
	tally,
} from "./frequency/counts.js";
export { type Coverage, type CoverageRow, coverage, markThin, type Watched } from "./frequency/coverage.js";
export type { Step } from "./frequency/date-index.js";
export { type DatePolicy, datePolicies } from "./frequency/date-policy.js";
export { daysBetweenIncidents, type IntervalRow, type Intervals } from "./frequency/intervals.js";
export { type Peak, peaks } from "./frequency/peaks.js";
export { periodName } from "./frequency/period-name.js";
export { checkCounts } from "./frequency/promise.js";
export { type RateOptions, type RateRow, ratesPer30Days } from "./frequency/rates.js";
export {
	type SeasonRow,
	type Seasons,
	type SeasonTest,
	seasons,
	seasonTest,
	type YearKind,
	yearKinds,
} from "./frequency/seasons.js";
export { type LeftOut, leftOutReasons, type Selection, selectIncidents } from "./frequency/selection.js";
export { originsOf, sensitivity, type VariantRates, variants } from "./frequency/sensitivity.js";
export { type Standing, standingNames, standings, weighByStanding } from "./frequency/standing.js";
export { type CountShareRow, dispersionWithin, type Variation, variation } from "./frequency/variation.js";
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
export { type ChangePoint, changePoint } from "./statistics/change-point.js";
export { type ClusteredChange, clusteredChange } from "./statistics/clustered-change.js";
export type { GammaPrior } from "./statistics/clusters.js";
export { type Dispersion, dispersion } from "./statistics/dispersion.js";
export { type CountFit, fitCounts } from "./statistics/negative-binomial.js";
export { overdispersed } from "./statistics/overdispersed.js";
export { garwood, type Interval, midP } from "./statistics/poisson.js";
export { seeded } from "./statistics/random.js";
export { compareRates, overdispersedRatio, type RateRatio } from "./statistics/rate-comparison.js";
export { probabilityHighest } from "./statistics/share-ranks.js";
export { type ClassTrials, poolSharesInClasses } from "./statistics/two-level-beta-binomial.js";
