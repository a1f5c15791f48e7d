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
export { agreementMatrix } from "./charts/agreement-matrix.js";
export type { AgreementSubject } from "./charts/agreement-words.js";
export { borderMap } from "./charts/border-map.js";
export { type Along, borderRibbon } from "./charts/border-ribbon.js";
export { type CalibrationPanel, calibrationChart } from "./charts/calibration.js";
export { changeOfRateChart } from "./charts/change-of-rate.js";
export { claimLadderChart } from "./charts/claim-ladder.js";
export { correctionTrail } from "./charts/correction-trail.js";
export { credibilityChart } from "./charts/credibility.js";
export { crossingTimelines } from "./charts/crossing-timelines.js";
export { daysBetween as daysBetweenChart } from "./charts/days-between.js";
export { daysShut } from "./charts/days-shut.js";
export { densityByYearChart } from "./charts/density-by-year.js";
export { densityPicture } from "./charts/density-picture.js";
export { distanceToCrossing } from "./charts/distance-to-crossing.js";
export { forAndAgainst } from "./charts/for-and-against.js";
export { fragilityChart } from "./charts/fragility.js";
export type { Figure, FigureText, Provenance, Subject, TableRow } from "./charts/frame.js";
export { gradesChart } from "./charts/grades.js";
export { incidentsByFrontier } from "./charts/incidents-by-frontier.js";
export { incidentsByKind } from "./charts/incidents-by-kind.js";
export { incidentsByProvince } from "./charts/incidents-by-province.js";
export { incidentsByStanding } from "./charts/incidents-by-standing.js";
export { incidentsPer100Km } from "./charts/incidents-per-100-km.js";
export { incidentsPerMonth } from "./charts/incidents-per-month.js";
export { kindsByStretch } from "./charts/kinds-by-stretch.js";
export { mapBox } from "./charts/map-layers.js";
export { methodsSideBySide } from "./charts/methods-side-by-side.js";
export { monthsByCount } from "./charts/months-by-count.js";
export { namedSources } from "./charts/named-sources.js";
export { provenanceOf } from "./charts/provenance.js";
export { ratePerYear } from "./charts/rate-per-year.js";
export { rateSensitivity } from "./charts/rate-sensitivity.js";
export { reliabilityOverTime } from "./charts/reliability-over-time.js";
export { basisWords, sideWords } from "./charts/reliability-words.js";
export { reportsAndOrigins } from "./charts/reports-and-origins.js";
export { rightByDayChart } from "./charts/right-by-day.js";
export { runningTotal } from "./charts/running-total.js";
export { shareByStretch } from "./charts/share-by-stretch.js";
export { timeOfYear } from "./charts/time-of-year.js";
export { timeToTruth } from "./charts/time-to-truth.js";
export { tollBias } from "./charts/toll-bias.js";
export { tollRanges } from "./charts/tolls.js";
export { type TrackRecordSubject, trackRecord } from "./charts/track-record.js";
export { copyReportWords } from "./charts/truth-words.js";
export { whoWasWatching } from "./charts/who-was-watching.js";
export { sourceKindWords } from "./charts/words.js";
export { yearOnYear } from "./charts/year-on-year.js";
// notebook
export { plainMarkdown } from "./draw/markdown.js";
// frequency
export { type ChanceSpacing, chanceSpacing, type SpacingRow } from "./frequency/chance-spacing.js";
export { type Change, type ChangeRow, changeOfRate, type Exposure, exposures } from "./frequency/changes.js";
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
export type { Bundle, Display, Tslab } from "./notebook/kernel.js";
export { type NotebookOutput, notebookOutput } from "./notebook/show.js";
export { type TableOptions, tableHtml } from "./notebook/table.js";
export { originOf } from "./origin.js";
// records
export * from "./records.js";
// reliability
export {
	type AgreementGrouping,
	type AgreementOptions,
	type AgreementRow,
	agreementOf,
	answersAgree,
} from "./reliability/agreement.js";
export { recordsOverTime, type TrackRecordAsOf } from "./reliability/as-of.js";
export { type Bearing, bearingOf, bearings } from "./reliability/bearing.js";
export { type QuestionAsOf, questionsAsOf, type SideWord, wordsOfSides } from "./reliability/case.js";
export { restsOn } from "./reliability/circle.js";
export { type CopyOptions, type CopyReport, type CopyRow, copyReport } from "./reliability/copies.js";
export { type Correction, type Corrections, corrections, type Towards } from "./reliability/corrections.js";
export {
	type ClaimDigit,
	type Credibility,
	claimDigits,
	credibilityOf,
	digitFloors,
} from "./reliability/credibility.js";
export { type ForecastScore, recalibrated, scoreForecasts } from "./reliability/forecast-scores.js";
export {
	type ForecastOptions,
	type Forecasts,
	forecastsOf,
	type NoForecastReason,
	noForecastReasons,
	type QuestionForecast,
} from "./reliability/forecasts.js";
export {
	type Fragilities,
	type Fragility,
	type FragilityMethod,
	fragilityMethods,
	fragilityOf,
	fragilityOfVoices,
} from "./reliability/fragility.js";
export {
	letterFloors,
	letterOf,
	type SourceGrade,
	type SourceLetter,
	sourceGrades,
	sourceLetters,
} from "./reliability/grades.js";
export {
	type Admission,
	admissions,
	type BearingRecord,
	type ClaimBearing,
	claimsWithBearing,
	recordsByBearing,
} from "./reliability/interests.js";
export { answerWords, claimLadder, type Ladder, type LadderRow, mostOpposed } from "./reliability/ladder.js";
export {
	type CalibratedProbability,
	fewestToCalibrate,
	type Likelihood,
	type LikelihoodWord,
	likelihoodBins,
	likelihoodOf,
} from "./reliability/likelihood.js";
export { type AskedMethods, askMethods, type Basis, type MethodAnswer } from "./reliability/methods-asked.js";
export {
	type CompareOptions,
	compareMethods,
	type MethodComparison,
	type MethodRow,
	type Parting,
	type PartingReason,
	partingReasons,
} from "./reliability/methods-compared.js";
export { type Deal, type DifferenceTest, deals, differenceTest } from "./reliability/negative-control.js";
export { officesOf } from "./reliability/offices.js";
export { type OpenQuestion, openQuestions } from "./reliability/open-questions.js";
export { type Side, sideOf, sides } from "./reliability/origins.js";
export {
	type ClaimOutcome,
	type JudgeOptions,
	judgeClaims,
	type LeftOutReason,
	leftOutReasons as leftOutClaimReasons,
	type Outcome,
	outcomes,
} from "./reliability/outcomes.js";
export { compareGrades, type GradeAgreement, type GradesBeside, type OwnGrade } from "./reliability/own-grades.js";
export { type GrowthOfTruth, type RightByDay, rightByDay } from "./reliability/right-by-day.js";
export { isSettled, type SettledProposition } from "./reliability/settled-proposition.js";
export { type NegativeControl, negativeControl, shuffleVerdicts } from "./reliability/shuffled-verdicts.js";
export { type SourceAlpha, sourceAlphas } from "./reliability/source-alpha.js";
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
	type LeftOutClaims,
	leftOutClaims,
	type RankProbability,
	type RecordBothWays,
	type RecordGrouping,
	type RecordGroupOf,
	rankProbabilities,
	recordsBothWays,
	sourceRecords,
	type TrackRecord,
	trackRecords,
} from "./reliability/track-record.js";
export { type AccuOptions, type AccuResult, accu } from "./reliability/truth/accu.js";
export { type AnswerRow, type Answers, type CodeOptions, codeAnswers } from "./reliability/truth/answers.js";
export { averageLog } from "./reliability/truth/average-log.js";
export { catd, catdOfWords, type Tail } from "./reliability/truth/catd.js";
export {
	type CopyConstants,
	copyConstants,
	copyProbability,
	copyProbabilityBlind,
	type SharedAnswers,
	voteWeights,
} from "./reliability/truth/copying.js";
export { crh, crhOfWords, type LossShare } from "./reliability/truth/crh.js";
export { type DawidSkeneOptions, type DawidSkeneResult, dawidSkene } from "./reliability/truth/dawid-skene.js";
export {
	type AnswerOptions,
	answersOf,
	countLeftOut,
	type DossierAnswers,
	type LeftOutOfTruth,
	type LeftOutOfTruthCount,
	leftOutOfTruth,
	rightAnswers,
	settledOf,
	type UsedClaim,
} from "./reliability/truth/dossier-answers.js";
export { type GtmOptions, gtm } from "./reliability/truth/gtm.js";
export { investment } from "./reliability/truth/investment.js";
export { median } from "./reliability/truth/median.js";
export { type TruthMethod, truthMethods } from "./reliability/truth/methods.js";
export { nearlyAgree, numberOfAnswer } from "./reliability/truth/number-of-answer.js";
export type { NumberOptions, NumberResult } from "./reliability/truth/number-scale.js";
export { type OneCoinOptions, oneCoin } from "./reliability/truth/one-coin.js";
export { pooledInvestment } from "./reliability/truth/pooled-investment.js";
export {
	believed,
	leading,
	type PosteriorScale,
	type RoundOptions,
	type TruthResult,
} from "./reliability/truth/result.js";
export type { Settled } from "./reliability/truth/settled.js";
export { pairOf, sharedAnswers } from "./reliability/truth/shared-answers.js";
export type { InvestmentOptions } from "./reliability/truth/stakes.js";
export { sums } from "./reliability/truth/sums.js";
export { impliesNearCount, type TruthFinderOptions, truthFinder } from "./reliability/truth/truth-finder.js";
export { vote } from "./reliability/truth/vote.js";
export type { Loss } from "./reliability/truth/weigh-numbers.js";
export { wordsInOrder } from "./reliability/voices.js";
export { answerPosteriors, type QuestionVoices, type Voice, voicesOf } from "./reliability/weighed-voices.js";
export { type WordRecord, wordRecords } from "./reliability/word-records.js";
// statistics
export { betaGrid, type PooledShare, poolShares, type Trials } from "./statistics/beta-binomial.js";
export { type BetaComponent, mixtureQuantile } from "./statistics/beta-mixture.js";
export {
	type CalibrationBin,
	calibrationBins,
	recalibrateLeaveOneOut,
	recalibrationSlope,
	sharpen,
} from "./statistics/calibration.js";
export { type ChangePoint, changePoint } from "./statistics/change-point.js";
export { type BootstrapOptions, clusterBootstrap } from "./statistics/cluster-bootstrap.js";
export { type ClusteredChange, clusteredChange } from "./statistics/clustered-change.js";
export type { GammaPrior } from "./statistics/clusters.js";
export { type Dispersion, dispersion } from "./statistics/dispersion.js";
export { distanceComponents, type GroupDifference } from "./statistics/distance-components.js";
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
export { cohenKappa, type Kappa } from "./statistics/kappa.js";
export { type Ends, gaussianKernel, kernelDensity } from "./statistics/kernel-density.js";
export { type Alpha, type AlphaMetric, krippendorffAlpha, type Ratings } from "./statistics/krippendorff.js";
export { type LogRank, logRank } from "./statistics/log-rank.js";
export type { Middle } from "./statistics/middle.js";
export { type CountFit, fitCounts } from "./statistics/negative-binomial.js";
export { overdispersed } from "./statistics/overdispersed.js";
export { garwood, type Interval, midP } from "./statistics/poisson.js";
export { seeded } from "./statistics/random.js";
export { compareRates, overdispersedRatio, type RateRatio } from "./statistics/rate-comparison.js";
export {
	brierScore,
	brierSkill,
	type Forecast,
	logScore,
	logScoreClip,
	type MurphyParts,
	murphyParts,
} from "./statistics/scores.js";
export { wilson } from "./statistics/share-interval.js";
export { probabilityHighest } from "./statistics/share-ranks.js";
export { shuffle } from "./statistics/shuffle.js";
export { type SmallestSet, smallestSet } from "./statistics/smallest-set.js";
export { type ClassTrials, poolSharesInClasses } from "./statistics/two-level-beta-binomial.js";
export { weightedInterval } from "./statistics/weighted-counts.js";
