import { chanceSpacing } from "../../frequency/chance-spacing.js";
import { compareNeighbours } from "../../frequency/comparison.js";
import { countIncidents } from "../../frequency/counts.js";
import { coverage, markLowCoverage } from "../../frequency/coverage.js";
import { daysBetweenIncidents } from "../../frequency/days-between-incidents.js";
import { peaks } from "../../frequency/peaks.js";
import { rateChange } from "../../frequency/rate-change.js";
import { ratesPer30Days } from "../../frequency/rates.js";
import { cumulate, trailing } from "../../frequency/reshape.js";
import { seasons, seasonTest } from "../../frequency/seasons.js";
import { sensitivity } from "../../frequency/sensitivity.js";
import { dispersionWithin, variation } from "../../frequency/variation.js";
import type { Dossier } from "../../records/records.js";
import { seeded } from "../../statistics/random.js";
import type { CatalogueEntry } from "../catalogue-entry.js";
import { anIncident, twoKnownDays, twoPeriods } from "../needs.js";
import { provenanceOf } from "../parts/provenance.js";
import { cumulativeIncidents } from "./cumulative-incidents.js";
import { daysBetween } from "./days-between-incidents.js";
import { incidentsByKind } from "./incidents-by-kind.js";
import { incidentsByVerificationStatus } from "./incidents-by-verification-status.js";
import { incidentsPerPeriod } from "./incidents-per-period.js";
import { monthsByCount } from "./months-by-count.js";
import { rateChangeChart } from "./rate-change.js";
import { ratePerYear } from "./rate-per-year.js";
import { rateSensitivity } from "./rate-sensitivity.js";
import { seasonality } from "./seasonality.js";
import { sourceCoverage } from "./source-coverage.js";
import { yearToYearChange } from "./year-to-year-change.js";

const monthly = (dossier: Dossier) => countIncidents(dossier, { by: "month" });
const yearly = (dossier: Dossier) => countIncidents(dossier, { by: "year" });
const seed = 1;

/** Charts of how often. */
export const frequencyCharts: readonly CatalogueEntry[] = [
	{
		id: "incidents-per-month",
		subject: "frequency",
		level: "depth",
		question: "",
		needs: [anIncident],
		draw: (dossier) => {
			const counts = monthly(dossier);
			return incidentsPerPeriod(
				counts,
				countIncidents(dossier, { by: "month", group: "date_precision" }),
				coverage(dossier, { by: "month" }),
				peaks(counts, seeded(seed))[0],
				provenanceOf(dossier),
			);
		},
	},
	{
		id: "rate-per-year",
		subject: "frequency",
		level: "depth",
		question: "",
		needs: [anIncident, twoPeriods("year")],
		draw: (dossier) => {
			const counts = yearly(dossier);
			const { index: dispersion } = dispersionWithin(monthly(dossier), "year");
			return ratePerYear(
				markLowCoverage(ratesPer30Days(counts), coverage(dossier, { by: "month" })),
				ratesPer30Days(counts, { dispersion }),
				dispersion,
				counts,
				provenanceOf(dossier),
			);
		},
	},
	{
		id: "year-on-year",
		subject: "frequency",
		level: "depth",
		question: "",
		needs: [anIncident],
		draw: (dossier) => {
			const counts = yearly(dossier);
			const { index: dispersion } = dispersionWithin(monthly(dossier), "year");
			return yearToYearChange(compareNeighbours(counts, dispersion), counts, dispersion, provenanceOf(dossier));
		},
	},
	{
		id: "months-by-count",
		subject: "frequency",
		level: "depth",
		question: "",
		needs: [anIncident],
		draw: (dossier) => monthsByCount(variation(monthly(dossier)), monthly(dossier), provenanceOf(dossier)),
	},
	{
		id: "running-total",
		subject: "frequency",
		level: "depth",
		question: "",
		needs: [anIncident],
		draw: (dossier) => {
			const counts = monthly(dossier);
			return cumulativeIncidents(cumulate(counts), trailing(counts, 12), counts, provenanceOf(dossier));
		},
	},
	{
		id: "incidents-by-kind",
		subject: "frequency",
		level: "depth",
		question: "",
		needs: [anIncident],
		draw: (dossier) => {
			const counts = countIncidents(dossier, { by: "quarter", group: "kind" });
			const last = counts.rows.at(-1)?.period;
			const overall = cumulate(counts).filter(({ period }) => period === last);
			return incidentsByKind(counts, overall, provenanceOf(dossier));
		},
	},
	{
		id: "incidents-by-standing",
		subject: "frequency",
		level: "depth",
		question: "",
		needs: [anIncident],
		draw: (dossier) =>
			incidentsByVerificationStatus(
				countIncidents(dossier, { by: "quarter", group: "verification_status", dates: "apportioned" }),
				countIncidents(dossier, { by: "quarter", dates: "apportioned" }),
				provenanceOf(dossier),
			),
	},
	{
		id: "who-was-watching",
		subject: "frequency",
		level: "depth",
		question: "",
		needs: [anIncident, twoPeriods("month")],
		draw: (dossier) => sourceCoverage(monthly(dossier), coverage(dossier, { by: "month" }), provenanceOf(dossier)),
	},
	{
		id: "change-of-rate",
		subject: "frequency",
		level: "depth",
		question: "",
		needs: [anIncident, twoPeriods("month")],
		draw: (dossier) =>
			rateChangeChart(rateChange(dossier, "days"), rateChange(dossier, "active_sources"), provenanceOf(dossier)),
	},
	{
		id: "days-between",
		subject: "frequency",
		level: "depth",
		question: "",
		needs: [anIncident, twoKnownDays],
		draw: (dossier) => {
			const intervals = daysBetweenIncidents(dossier);
			return daysBetween(intervals, chanceSpacing(intervals, seeded(seed)), provenanceOf(dossier));
		},
	},
	{
		id: "time-of-year",
		subject: "frequency",
		level: "depth",
		question: "",
		needs: [anIncident, twoPeriods("month")],
		draw: (dossier) => {
			const byMonth = seasons(dossier, "water");
			const byYear = ratesPer30Days(countIncidents(dossier, { by: "water_year", dates: "apportioned" }));
			return seasonality(byMonth, seasonTest(byMonth, seeded(seed)), byYear, provenanceOf(dossier));
		},
	},
	{
		id: "rate-sensitivity",
		subject: "frequency",
		level: "depth",
		question: "",
		needs: [anIncident, twoPeriods("year")],
		draw: (dossier) => rateSensitivity(sensitivity(dossier), provenanceOf(dossier)),
	},
];
