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
} from "./calendar/days.js";
export { cumulativeIncidents } from "./charts/frequency/cumulative-incidents.js";
export { daysBetweenIncidents as daysBetweenChart } from "./charts/frequency/days-between-incidents.js";
export { incidentsByKind } from "./charts/frequency/incidents-by-kind.js";
export { incidentsByVerificationStatus } from "./charts/frequency/incidents-by-verification-status.js";
export { incidentsPerPeriod } from "./charts/frequency/incidents-per-period.js";
export { monthsByCount } from "./charts/frequency/months-by-count.js";
export { rateChange as rateChangeChart } from "./charts/frequency/rate-change.js";
export { ratePerYear } from "./charts/frequency/rate-per-year.js";
export { rateSensitivity } from "./charts/frequency/rate-sensitivity.js";
export { seasonality } from "./charts/frequency/seasonality.js";
export { sourceCoverage } from "./charts/frequency/source-coverage.js";
export { yearToYearChange } from "./charts/frequency/year-to-year-change.js";
export * from "./charts/location/charts.js";
export { mapBox } from "./charts/location/map-layers.js";
export { countryOutlines, outlinesWithin } from "./charts/location/outlines.js";
export type { Figure, FigureText, Provenance, Subject, TableRow } from "./charts/parts/frame.js";
export { sourceKindLabels } from "./charts/parts/labels.js";
export { provenanceOf } from "./charts/parts/provenance.js";
export { type AccuracySubject, accuracyChart } from "./charts/reliability/accuracy.js";
export { accuracyByInterestChart } from "./charts/reliability/accuracy-by-interest.js";
export { accuracyOverTimeChart } from "./charts/reliability/accuracy-over-time.js";
// figures
export { agreementChart } from "./charts/reliability/agreement.js";
export type { AgreementSubject } from "./charts/reliability/agreement-labels.js";
export { type CalibrationPanel, calibrationChart } from "./charts/reliability/calibration.js";
export { casualtyFiguresChart } from "./charts/reliability/casualty-figures.js";
export { claimTimelineChart } from "./charts/reliability/claim-timeline.js";
export { correctionsChart } from "./charts/reliability/corrections.js";
export { credibilityChart } from "./charts/reliability/credibility.js";
export { gradesChart } from "./charts/reliability/grades.js";
export { basisLabels, sideLabels } from "./charts/reliability/labels.js";
export { leadingAnswerAccuracyChart } from "./charts/reliability/leading-answer-accuracy.js";
export { namedSources } from "./charts/reliability/named-sources.js";
export { reportingBiasChart } from "./charts/reliability/reporting-bias.js";
export { reportsPerOriginalSource } from "./charts/reliability/reports-per-original-source.js";
export { robustnessChart } from "./charts/reliability/robustness.js";
export { timeToResolutionChart } from "./charts/reliability/time-to-resolution.js";
export { copyReportLabel } from "./charts/reliability/truth-labels.js";
export { truthMethodsChart } from "./charts/reliability/truth-methods.js";
export { answerLabel } from "./claims/answers.js";
export { reliesOnSource } from "./claims/circularity.js";
export { institutionsOf } from "./claims/institutions.js";
export { originalSourceOf } from "./claims/original-source.js";
export { isResolved, type ResolvedProposition } from "./claims/resolved.js";
export { type Side, sideOf, sides } from "./claims/sides.js";
export { statementsInOrder } from "./claims/statements.js";
// notebook
export { plainMarkdown } from "./draw/markdown.js";
// frequency
export { type ChanceSpacing, chanceSpacing, type SpacingRow } from "./frequency/chance-spacing.js";
export {
	type ComparisonRow,
	compareHalves,
	compareNeighbours,
	compareSpans,
	type DaySpan,
	type HalvesComparison,
	type SpanComparison,
} from "./frequency/comparison.js";
export {
	type CountOptions,
	type CountRow,
	type Counts,
	checkCounts,
	complete,
	countIncidents,
	type Grouping,
	type GroupOf,
	groupings,
	tally,
} from "./frequency/counts.js";
export { type Coverage, type CoverageRow, coverage, type LowCoverage, markLowCoverage } from "./frequency/coverage.js";
export type { Step } from "./frequency/date-index.js";
export { type DatePolicy, datePolicies } from "./frequency/date-policy.js";
export { daysBetweenIncidents, type IntervalRow, type Intervals } from "./frequency/days-between-incidents.js";
export { type Peak, peaks } from "./frequency/peaks.js";
export { periodName } from "./frequency/period-name.js";
export { type GroupedPeriod, type PermutationTest, permutationTest } from "./frequency/permutation-test.js";
export { type Change, type ChangeRow, type Exposure, exposures, rateChange } from "./frequency/rate-change.js";
export { type RateOptions, type RateRow, ratesPer30Days } from "./frequency/rates.js";
export {
	cumulate,
	firstAndLast,
	type Gap,
	gaps,
	type RunningRow,
	regroup,
	type Span,
	trailing,
} from "./frequency/reshape.js";
export {
	type SeasonRow,
	type Seasons,
	seasons,
	seasonTest,
	type YearKind,
	yearKinds,
} from "./frequency/seasons.js";
export { originalSourcesPerIncident, sensitivity, type VariantRates, variants } from "./frequency/sensitivity.js";
export { type FrequencySummary, frequencySummary } from "./frequency/summary.js";
export { type CountShareRow, dispersionWithin, type Variation, variation } from "./frequency/variation.js";
export {
	type VerificationStatus,
	verificationStatuses,
	verificationStatusNames,
	weighByVerificationStatus,
} from "./frequency/verification-status.js";
export { type YearlyRate, type YearlyRates, yearlyRates } from "./frequency/yearly-rates.js";
// load
export { dossierFingerprint, type LoadReport, loadDossier, ownDataDirectory } from "./load/dossier.js";
export { DossierError, type Problem, problemLine } from "./load/problem.js";
// location
export {
	assignSegments,
	countByProvince,
	countBySegment,
	minimumPerSegment,
	type ProvinceCount,
	type SegmentCount,
	type SegmentCounts,
	segmentDispersion,
} from "./location/areas.js";
export { type ChainageBin, countByChainage } from "./location/bins.js";
export { type BorderPosition, borderRuler, type Ruler } from "./location/chainage.js";
export { type Closure, crossingClosures } from "./location/closures.js";
export { coarsenDossier } from "./location/coarsen.js";
export {
	type CrossingAlong,
	countAround,
	countWithin,
	crossingRingsKm,
	crossingsAlong,
	type NearCrossing,
	type WithinDistance,
} from "./location/crossings.js";
export { bandwidthKm, type DensityRow, densityAlong } from "./location/density.js";
export {
	densityByYear,
	differenceAlong,
	driftBetweenYears,
	episodeDays,
	type YearAlong,
} from "./location/differences-along.js";
export { findPlaces, type PlaceMatch } from "./location/find-place.js";
export { type FrontierEffect, frontierEffect } from "./location/frontier-effect.js";
export { geodesicKm, type Point, pointAt, pointTowards } from "./location/geodesic.js";
export { type DensityNode, densityOver } from "./location/heat-map.js";
export { type LocatedIncident, type LocatedIncidents, locateIncidents, nearestCrossing } from "./location/incidents.js";
export { nameKey } from "./location/name-key.js";
export { districtKm, finestKm, isPlaceable, radiusKm } from "./location/precision.js";
export { reportingSources } from "./location/reporting-sources.js";
export { type PlaceRange, rangesOf, type SampledPlace, samplePlaces } from "./location/sampled-places.js";
export { countKindsBySegment, type KindOnSegment, type SegmentShare, sharesByYear } from "./location/segment-tables.js";
export { type LocationSummary, type LocationSummaryOptions, locationSummary } from "./location/summary.js";
export type { Bundle, Display, Tslab } from "./notebook/kernel.js";
export { type NotebookOutput, notebookOutput } from "./notebook/show.js";
export { type TableOptions, tableHtml } from "./notebook/table.js";
export { type Excluded, type ExclusionReason, exclusionReasons } from "./records/exclusions.js";
export { NotEnoughDataError } from "./records/not-enough-data.js";
// records
export * from "./records/records.js";
export { type IncidentExclusion, incidentExclusions, type Selection, selectIncidents } from "./records/selection.js";
export {
	type AccuracyBothWays,
	type AccuracyGrouping,
	type AccuracyGroupOf,
	type AccuracyRow,
	accuracyBothWays,
	accuracyBy,
	accuracyBySource,
	excludedClaims,
	minimumClaims,
	type RankProbability,
	rankProbabilities,
} from "./reliability/accuracy/accuracy.js";
export {
	type Admission,
	accuracyByInterest,
	admissions,
	type ClaimInterest,
	claimsWithInterest,
	type InterestRecord,
} from "./reliability/accuracy/accuracy-by-interest.js";
export { type AccuracyAsOf, accuracyOverTime } from "./reliability/accuracy/accuracy-over-time.js";
export { type Correction, type Corrections, corrections, type Towards } from "./reliability/accuracy/corrections.js";
export { type Deal, type DifferenceTest, deals, differenceTest } from "./reliability/accuracy/difference-test.js";
export {
	letterFloors,
	letterOf,
	type SourceGrade,
	type SourceLetter,
	sourceGrades,
	sourceLetters,
} from "./reliability/accuracy/grades.js";
export { type InterestDirection, interestDirection, interestDirections } from "./reliability/accuracy/interest.js";
export { type NegativeControl, negativeControl, shuffleVerdicts } from "./reliability/accuracy/negative-control.js";
export {
	type ClaimExclusion,
	type ClaimOutcome,
	claimExclusions,
	type JudgeOptions,
	judgeClaims,
	type Outcome,
	outcomes,
} from "./reliability/accuracy/outcomes.js";
export {
	compareGrades,
	type GradeAgreement,
	type GradesBeside,
	type OwnGrade,
} from "./reliability/accuracy/own-grades.js";
export { type StatementRecord, statementRecords } from "./reliability/accuracy/statement-records.js";
// reliability
export {
	type AgreementGrouping,
	type AgreementOptions,
	type AgreementRow,
	agreementOf,
	answersAgree,
} from "./reliability/agreement/agreement.js";
export { type CopyOptions, type CopyReport, type CopyRow, copyReport } from "./reliability/agreement/copying.js";
export { type SourceAlpha, sourceAlphas } from "./reliability/agreement/source-alpha.js";
export {
	type CasualtyExclusion,
	casualtyExclusions,
	casualtyQuestions,
	isCasualtyCount,
} from "./reliability/casualties/casualty-claims.js";
export { type CasualtyFigure, casualtyFigures, type SideFigure } from "./reliability/casualties/casualty-figures.js";
export { type ReportingBias, type ReportingBiases, reportingBiases } from "./reliability/casualties/reporting-bias.js";
export {
	type ClaimTimeline,
	type ClaimTimelineRow,
	claimTimeline,
	mostOpposed,
} from "./reliability/questions/claim-timeline.js";
export {
	type ClaimDigit,
	type Credibility,
	claimDigits,
	credibilities,
	digitFloors,
} from "./reliability/questions/credibility.js";
export { type ForecastScore, recalibrated, scoreForecasts } from "./reliability/questions/forecast-scores.js";
export {
	type ForecastExclusion,
	type ForecastOptions,
	type Forecasts,
	forecastExclusions,
	forecastsOf,
	type QuestionForecast,
} from "./reliability/questions/forecasts.js";
export {
	type LeadingAnswerAccuracy,
	type LeadingAnswerRow,
	leadingAnswerAccuracy,
} from "./reliability/questions/leading-answer-accuracy.js";
export {
	type CalibratedProbability,
	fewestToCalibrate,
	type Likelihood,
	type LikelihoodWord,
	likelihoodBins,
	likelihoodOf,
} from "./reliability/questions/likelihood.js";
export { type OpenQuestion, openQuestions } from "./reliability/questions/open-questions.js";
export {
	type QuestionAsOf,
	questionsAsOf,
	type SideStatement,
	statementsOfSides,
} from "./reliability/questions/questions-as-of.js";
export {
	type IncidentReports,
	type QuestionReports,
	reportsPerIncident,
	reportsPerQuestion,
} from "./reliability/questions/reports-per-original-source.js";
export {
	type Robustness,
	type RobustnessMethod,
	type RobustnessResult,
	robustness,
	robustnessMethods,
	robustnessOfQuestion,
} from "./reliability/questions/robustness.js";
export {
	compareTimesToResolution,
	minimumQuestions,
	type ResolutionComparison,
	type ResolutionCurve,
	resolutionCurve,
	type TimesToResolution,
	type TimeToResolution,
	timesToResolution,
} from "./reliability/questions/time-to-resolution.js";
export {
	answerPosteriors,
	type QuestionSources,
	type WeightedSource,
	weightedSources,
} from "./reliability/questions/weighted-sources.js";
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
	countExcluded,
	type DossierAnswers,
	resolvedAnswers,
	rightAnswers,
	type TruthExclusion,
	type TruthExclusionReason,
	truthExclusions,
	type UsedClaim,
} from "./reliability/truth/dossier-answers.js";
export { type GtmOptions, gtm } from "./reliability/truth/gtm.js";
export { investment } from "./reliability/truth/investment.js";
export { median } from "./reliability/truth/median.js";
export { type AskedMethods, askMethods, type Circular, type MethodAnswer } from "./reliability/truth/method-answers.js";
export {
	type CompareOptions,
	compareMethods,
	type MethodComparison,
	type MethodRow,
	type Parting,
	type PartingReason,
	partingReasons,
} from "./reliability/truth/method-comparison.js";
export { type TruthMethod, truthMethods } from "./reliability/truth/methods.js";
export { nearlyAgree, numberOfAnswer } from "./reliability/truth/number-of-answer.js";
export type { NumberOptions, NumberResult } from "./reliability/truth/number-scale.js";
export { type OneCoinOptions, oneCoin } from "./reliability/truth/one-coin.js";
export { pooledInvestment } from "./reliability/truth/pooled-investment.js";
export type { ResolvedAnswers } from "./reliability/truth/resolved.js";
export {
	believed,
	leading,
	type PosteriorScale,
	type RoundOptions,
	type TruthResult,
} from "./reliability/truth/result.js";
export { pairOf, sharedAnswers } from "./reliability/truth/shared-answers.js";
export type { InvestmentOptions } from "./reliability/truth/stakes.js";
export { sums } from "./reliability/truth/sums.js";
export { impliesNearCount, type TruthFinderOptions, truthFinder } from "./reliability/truth/truth-finder.js";
export { vote } from "./reliability/truth/vote.js";
export type { Loss } from "./reliability/truth/weigh-numbers.js";
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
