import type { CatalogueEntry } from "../catalogue-entry.js";
import { cumulativeIncidents, cumulativeIncidentsNeeds } from "./cumulative-incidents.js";
import { daysBetweenIncidents, daysBetweenIncidentsNeeds } from "./days-between-incidents.js";
import { incidentsByKind, incidentsByKindNeeds } from "./incidents-by-kind.js";
import {
	incidentsByVerificationStatus,
	incidentsByVerificationStatusNeeds,
} from "./incidents-by-verification-status.js";
import { incidentsPerPeriod, incidentsPerPeriodNeeds } from "./incidents-per-period.js";
import { monthsByCount, monthsByCountNeeds } from "./months-by-count.js";
import { rateChange, rateChangeNeeds } from "./rate-change.js";
import { ratePerYear, ratePerYearNeeds } from "./rate-per-year.js";
import { rateSensitivity, rateSensitivityNeeds } from "./rate-sensitivity.js";
import { seasonality, seasonalityNeeds } from "./seasonality.js";
import { sourceCoverage, sourceCoverageNeeds } from "./source-coverage.js";
import { yearToYearChange, yearToYearChangeNeeds } from "./year-to-year-change.js";

/** Charts of how often, core first. */
export const frequencyCharts: readonly CatalogueEntry[] = [
	{
		id: "incidents-per-period",
		subject: "frequency",
		level: "core",
		question: "How many incidents are reported per month?",
		needs: incidentsPerPeriodNeeds,
		draw: (dossier) => incidentsPerPeriod(dossier),
	},
	{
		id: "rate-per-year",
		subject: "frequency",
		level: "core",
		question: "Is the yearly rate of incidents rising or falling?",
		needs: ratePerYearNeeds,
		draw: (dossier) => ratePerYear(dossier),
	},
	{
		id: "incidents-by-kind",
		subject: "frequency",
		level: "core",
		question: "What types of events are reported, and when?",
		needs: incidentsByKindNeeds,
		draw: (dossier) => incidentsByKind(dossier),
	},
	{
		id: "source-coverage",
		subject: "frequency",
		level: "core",
		question: "Could empty months be a lack of reporting?",
		needs: sourceCoverageNeeds,
		draw: (dossier) => sourceCoverage(dossier),
	},
	{
		id: "year-to-year-change",
		subject: "frequency",
		level: "depth",
		question: "How much did the rate change from one year to the next?",
		needs: yearToYearChangeNeeds,
		draw: (dossier) => yearToYearChange(dossier),
	},
	{
		id: "cumulative-incidents",
		subject: "frequency",
		level: "depth",
		question: "When did the incidents accumulate?",
		needs: cumulativeIncidentsNeeds,
		draw: (dossier) => cumulativeIncidents(dossier),
	},
	{
		id: "months-by-count",
		subject: "frequency",
		level: "depth",
		question: "How unevenly are incidents distributed over months?",
		needs: monthsByCountNeeds,
		draw: (dossier) => monthsByCount(dossier),
	},
	{
		id: "rate-change",
		subject: "frequency",
		level: "depth",
		question: "Did the rate of incidents change once, and when?",
		needs: rateChangeNeeds,
		draw: (dossier) => rateChange(dossier),
	},
	{
		id: "days-between-incidents",
		subject: "frequency",
		level: "depth",
		question: "Do incidents cluster in time?",
		needs: daysBetweenIncidentsNeeds,
		draw: (dossier) => daysBetweenIncidents(dossier),
	},
	{
		id: "seasonality",
		subject: "frequency",
		level: "depth",
		question: "Does the number of incidents depend on the season?",
		needs: seasonalityNeeds,
		draw: (dossier) => seasonality(dossier),
	},
	{
		id: "incidents-by-verification-status",
		subject: "frequency",
		level: "depth",
		question: "How many incidents are confirmed to have happened?",
		needs: incidentsByVerificationStatusNeeds,
		draw: (dossier) => incidentsByVerificationStatus(dossier),
	},
	{
		id: "rate-sensitivity",
		subject: "frequency",
		level: "depth",
		question: "Does the yearly rate depend on what is counted?",
		needs: rateSensitivityNeeds,
		draw: (dossier) => rateSensitivity(dossier),
	},
];
