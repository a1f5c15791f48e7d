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
export { correctionTrail } from "./charts/correction-trail.js";
export { daysBetween as daysBetweenChart } from "./charts/days-between.js";
export { forAndAgainst } from "./charts/for-and-against.js";
// figures
export type { Figure, FigureText, Provenance, Subject, TableRow } from "./charts/frame.js";
export { incidentsByKind } from "./charts/incidents-by-kind.js";
export { incidentsByStanding } from "./charts/incidents-by-standing.js";
export { incidentsPerMonth } from "./charts/incidents-per-month.js";
export { namedSources } from "./charts/named-sources.js";
export { provenanceOf } from "./charts/provenance.js";
export { ratePerYear } from "./charts/rate-per-year.js";
export { rateSensitivity } from "./charts/rate-sensitivity.js";
export { reliabilityOverTime } from "./charts/reliability-over-time.js";
export { basisWords, sideWords } from "./charts/reliability-words.js";
export { reportsAndOrigins } from "./charts/reports-and-origins.js";
export { rightByDayChart } from "./charts/right-by-day.js";
export { timeOfYear } from "./charts/time-of-year.js";
export { timeToTruth } from "./charts/time-to-truth.js";
export { tollBias } from "./charts/toll-bias.js";
export { tollRanges } from "./charts/tolls.js";
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
export { type Bearing, bearingOf, bearings } from "./reliability/bearing.js";
export { type QuestionAsOf, questionsAsOf, type SideWord, wordsOfSides } from "./reliability/case.js";
export { restsOn } from "./reliability/circle.js";
export { type Correction, type Corrections, corrections, type Towards } from "./reliability/corrections.js";
export {
	type Admission,
	admissions,
	type BearingRecord,
	type ClaimBearing,
	claimsWithBearing,
	recordsByBearing,
} from "./reliability/interests.js";
export { answerWords, claimLadder, type Ladder, type LadderRow, mostOpposed } from "./reliability/ladder.js";
export { type DifferenceTest, differenceTest, shuffle } from "./reliability/negative-control.js";
export { originOf, type Side, sideOf, sides } from "./reliability/origins.js";
export {
	type ClaimOutcome,
	type JudgeOptions,
	judgeClaims,
	type LeftOutReason,
	leftOutReasons as leftOutClaimReasons,
	type Outcome,
	outcomes,
} from "./reliability/outcomes.js";
export { type GrowthOfTruth, type RightByDay, rightByDay } from "./reliability/right-by-day.js";
export { type IncidentSpread, type Spread, spreadOfClaims, spreadOfIncidents } from "./reliability/spread.js";
export {
	compareWaits,
	fewestWaits,
	type Wait,
	type WaitComparison,
	type WaitCurve,
	type Waits,
	waitCurve,
	waitsForVerdict,
} from "./reliability/time-to-truth.js";
export { type TollBias, type TollBiases, tollBiases } from "./reliability/toll-bias.js";
export { isToll, type TollReason, tollQuestions, tollReasons } from "./reliability/toll-claims.js";
export { type Toll, type TollOfSide, tolls } from "./reliability/tolls.js";
export {
	fewestToJudge,
	type GroupOf,
	type LeftOutClaims,
	leftOutClaims,
	type RankProbability,
	type RecordBothWays,
	type RecordGrouping,
	rankProbabilities,
	recordsBothWays,
	sourceRecords,
	type TrackRecord,
	trackRecords,
} from "./reliability/track-record.js";
export { wordsInOrder } from "./reliability/voices.js";
export { type WordRecord, wordRecords } from "./reliability/word-records.js";
export { betaGrid, type PooledShare, poolShares, type Trials } from "./statistics/beta-binomial.js";
export { type BetaComponent, mixtureQuantile } from "./statistics/beta-mixture.js";
export { type ChangePoint, changePoint, type GammaPrior } from "./statistics/change-point.js";
export { type Dispersion, dispersion } from "./statistics/dispersion.js";
export {
	type BiasPriors,
	type Estimate,
	type GroupBias,
	groupBias,
	type RangedAnswer,
} from "./statistics/group-bias.js";
export {
	kaplanMeier,
	type Lifetime,
	medianSurvival,
	type SurvivalStep,
	survivalAt,
} from "./statistics/kaplan-meier.js";
export { type LogRank, logRank } from "./statistics/log-rank.js";
export { type CountFit, fitCounts } from "./statistics/negative-binomial.js";
export { garwood, type Interval, midP } from "./statistics/poisson.js";
export { seeded } from "./statistics/random.js";
export { compareRates, type RateRatio } from "./statistics/rate-comparison.js";
export { probabilityHighest } from "./statistics/share-ranks.js";
export { type ClassTrials, poolSharesInClasses } from "./statistics/two-level-beta-binomial.js";
