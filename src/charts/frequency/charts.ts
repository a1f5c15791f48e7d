/** Charts of how often: each takes a dossier, and options where it has any. */
export { cumulativeIncidents } from "./cumulative-incidents.js";
export { daysBetweenIncidents } from "./days-between-incidents.js";
export { type IncidentsByKindOptions, incidentsByKind } from "./incidents-by-kind.js";
export {
	type IncidentsByVerificationStatusOptions,
	incidentsByVerificationStatus,
} from "./incidents-by-verification-status.js";
export { type IncidentsPerPeriodOptions, incidentsPerPeriod } from "./incidents-per-period.js";
export { monthsByCount } from "./months-by-count.js";
export { rateChange } from "./rate-change.js";
export { ratePerYear } from "./rate-per-year.js";
export { rateSensitivity } from "./rate-sensitivity.js";
export { type SeasonalityOptions, seasonality } from "./seasonality.js";
export { type SourceCoverageOptions, sourceCoverage } from "./source-coverage.js";
export { yearToYearChange } from "./year-to-year-change.js";
