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
export { agreementMatrix } from "./charts/agreement-matrix.js";
export type { AgreementSubject } from "./charts/agreement-words.js";
export { type CalibrationPanel, calibrationChart } from "./charts/calibration.js";
export { changeOfRateChart } from "./charts/change-of-rate.js";
export { claimLadderChart } from "./charts/claim-ladder.js";
export { credibilityChart } from "./charts/credibility.js";
export { daysBetween as daysBetweenChart } from "./charts/days-between.js";
export { fragilityChart } from "./charts/fragility.js";
// figures
export type { Figure, FigureText, Provenance, Subject, TableRow } from "./charts/frame.js";
export { gradesChart } from "./charts/grades.js";
export { incidentsByKind } from "./charts/incidents-by-kind.js";
export { incidentsByStanding } from "./charts/incidents-by-standing.js";
export { incidentsPerMonth } from "./charts/incidents-per-month.js";
export { methodsSideBySide } from "./charts/methods-side-by-side.js";
export { provenanceOf } from "./charts/provenance.js";
export { ratePerYear } from "./charts/rate-per-year.js";
export { rateSensitivity } from "./charts/rate-sensitivity.js";
export { reliabilityOverTime } from "./charts/reliability-over-time.js";
export { sideWords } from "./charts/reliability-words.js";
export { reportsAndOrigins } from "./charts/reports-and-origins.js";
export { timeOfYear } from "./charts/time-of-year.js";
export { type TrackRecordSubject, trackRecord } from "./charts/track-record.js";
export { copyReportWords } from "./charts/truth-words.js";
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
export {
	type AgreementGrouping,
	type AgreementOptions,
	type AgreementRow,
	agreementOf,
	answersAgree,
} from "./reliability/agreement.js";
export { recordsOverTime, type TrackRecordAsOf } from "./reliability/as-of.js";
export { type QuestionAsOf, questionsAsOf, type SideWord, wordsOfSides } from "./reliability/case.js";
export { restsOn } from "./reliability/circle.js";
export { type CopyOptions, type CopyReport, type CopyRow, copyReport } from "./reliability/copies.js";
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
export { type Deal, type DifferenceTest, deals, differenceTest, shuffle } from "./reliability/negative-control.js";
export { officesOf } from "./reliability/offices.js";
export { type OpenQuestion, openQuestions } from "./reliability/open-questions.js";
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
export { compareGrades, type GradeAgreement, type GradesBeside, type OwnGrade } from "./reliability/own-grades.js";
export { type NegativeControl, negativeControl, shuffleVerdicts } from "./reliability/shuffled-verdicts.js";
export { type SourceAlpha, sourceAlphas } from "./reliability/source-alpha.js";
export {
	fewestToJudge,
	type LeftOutClaims,
	leftOutClaims,
	type RecordGrouping,
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
	isSettled,
	type LeftOutOfTruth,
	type LeftOutOfTruthCount,
	leftOutOfTruth,
	rightAnswers,
	type SettledProposition,
	settledOf,
	type UsedClaim,
} from "./reliability/truth/dossier-answers.js";
export { type GtmOptions, gtm } from "./reliability/truth/gtm.js";
export { investment } from "./reliability/truth/investment.js";
export { median } from "./reliability/truth/median.js";
export { type TruthMethod, truthMethods } from "./reliability/truth/methods.js";
export { nearlyAgree, numberOfAnswer } from "./reliability/truth/number-of-answer.js";
export type { Middle, NumberOptions, NumberResult } from "./reliability/truth/number-scale.js";
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
export { answerPosteriors, type QuestionVoices, type Voice, voicesOf } from "./reliability/weighed-voices.js";
export { betaGrid, type PooledShare, poolShares, type Trials } from "./statistics/beta-binomial.js";
export { type BetaComponent, mixtureQuantile } from "./statistics/beta-mixture.js";
export {
	type CalibrationBin,
	calibrationBins,
	recalibrateLeaveOneOut,
	recalibrationSlope,
	sharpen,
} from "./statistics/calibration.js";
export { type ChangePoint, changePoint, type GammaPrior } from "./statistics/change-point.js";
export { type BootstrapOptions, clusterBootstrap } from "./statistics/cluster-bootstrap.js";
export { type Dispersion, dispersion } from "./statistics/dispersion.js";
export { cohenKappa, type Kappa } from "./statistics/kappa.js";
export { type Alpha, type AlphaMetric, krippendorffAlpha, type Ratings } from "./statistics/krippendorff.js";
export { type CountFit, fitCounts } from "./statistics/negative-binomial.js";
export { garwood, type Interval, midP } from "./statistics/poisson.js";
export { seeded } from "./statistics/random.js";
export { compareRates, type RateRatio } from "./statistics/rate-comparison.js";
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
export { type SmallestSet, smallestSet } from "./statistics/smallest-set.js";
export { type ClassTrials, poolSharesInClasses } from "./statistics/two-level-beta-binomial.js";
