/** `border-incidents/reliability`: how accurate the sources are, and on what the answers depend, as rows. */

export { answerLabel } from "../claims/answers.js";
export { reliesOnSource } from "../claims/circularity.js";
export type { DisputedVerdict } from "../claims/disputed-verdicts.js";
export { originalSourcesOf } from "../claims/original-source.js";
export { isResolved } from "../claims/resolved.js";
export { type Side, sideOf, sides } from "../claims/sides.js";
export { type Excluded, type ExclusionReason, exclusionReasons } from "../records/exclusions.js";
export { type AccuracyRow, accuracyBy, accuracyBySource, excludedClaims } from "../reliability/accuracy/accuracy.js";
export {
	accuracyByInterest,
	admissions,
	claimsWithInterest,
	type InterestRecord,
} from "../reliability/accuracy/accuracy-by-interest.js";
export { type AccuracyAsOf, accuracyOverTime } from "../reliability/accuracy/accuracy-over-time.js";
export { type AccuracyComparison, accuracyComparison } from "../reliability/accuracy/comparison.js";
export { type Corrections, corrections } from "../reliability/accuracy/corrections.js";
export { type DifferenceTest, differenceTest } from "../reliability/accuracy/difference-test.js";
export { type SourceGrade, sourceGrades } from "../reliability/accuracy/grades.js";
export { type InterestComparison, interestComparison } from "../reliability/accuracy/interest-comparison.js";
export { type NegativeControl, negativeControl } from "../reliability/accuracy/negative-control.js";
export { type ClaimOutcome, type JudgeOptions, judgeClaims } from "../reliability/accuracy/outcomes.js";
export { type StatementRecord, statementRecords } from "../reliability/accuracy/statement-records.js";
export { type AgreementRow, pairwiseAgreement } from "../reliability/agreement/agreement.js";
export { type CopyReport, copyReport } from "../reliability/agreement/copying.js";
export type { ReaderAgreement, ReaderAgreementRow } from "../reliability/agreement/reader-agreement.js";
export { type SourceAlpha, sourceAlphas } from "../reliability/agreement/source-alpha.js";
export { type CasualtyFigure, casualtyFigures } from "../reliability/casualties/casualty-figures.js";
export { type ReportingBiases, reportingBiases } from "../reliability/casualties/reporting-bias.js";
export { type ClaimTimeline, claimTimeline, mostOpposed } from "../reliability/questions/claim-timeline.js";
export { type Credibility, credibilities } from "../reliability/questions/credibility.js";
export { type DataQuality, type DataQualityRow, dataQuality } from "../reliability/questions/data-quality.js";
export { type ForecastScore, scoreForecasts } from "../reliability/questions/forecast-scores.js";
export { type Forecasts, forecastAnswers } from "../reliability/questions/forecasts.js";
export { type LeadingAnswerAccuracy, leadingAnswerAccuracy } from "../reliability/questions/leading-answer-accuracy.js";
export { likelihoodBins, likelihoodOf } from "../reliability/questions/likelihood.js";
export { type OpenQuestion, openQuestions } from "../reliability/questions/open-questions.js";
export {
	type QuestionAsOf,
	questionsAsOf,
	type SideStatement,
	statementsOfSides,
} from "../reliability/questions/questions-as-of.js";
export {
	type IncidentReports,
	type QuestionReports,
	reportsPerIncident,
	reportsPerQuestion,
} from "../reliability/questions/reports-per-original-source.js";
export { type Robustness, robustness } from "../reliability/questions/robustness.js";
export {
	compareTimesToResolution,
	type TimesToResolution,
	timesToResolution,
} from "../reliability/questions/time-to-resolution.js";
export { type AggregatedDossier, aggregateDossier } from "../reliability/reports/aggregated-dossier.js";
export type { AggregatedAnswer, AggregationRule } from "../reliability/reports/aggregation.js";
export { type DisagreementRow, disagreement } from "../reliability/reports/disagreement.js";
export type { ReliabilitySummary } from "../reliability/summary.js";
