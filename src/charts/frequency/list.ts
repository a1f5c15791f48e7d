import { chanceSpacing } from "../../frequency/chance-spacing.js";
import { compareNeighbours } from "../../frequency/comparison.js";
import { countIncidents } from "../../frequency/counts.js";
import { coverage, markThin } from "../../frequency/coverage.js";
import { daysBetweenIncidents } from "../../frequency/days-between-incidents.js";
import { peaks } from "../../frequency/peaks.js";
import { changeOfRate } from "../../frequency/rate-change.js";
import { ratesPer30Days } from "../../frequency/rates.js";
import { cumulate, trailing } from "../../frequency/reshape.js";
import { seasons, seasonTest } from "../../frequency/seasons.js";
import { sensitivity } from "../../frequency/sensitivity.js";
import { dispersionWithin, variation } from "../../frequency/variation.js";
import type { Dossier } from "../../records/records.js";
import { seeded } from "../../statistics/random.js";
import type { CatalogueEntry } from "../catalogue-entry.js";
import { twoKnownDays, twoPeriods } from "../needs.js";
import { provenanceOf } from "../parts/provenance.js";
import { runningTotal } from "./cumulative-incidents.js";
import { daysBetween } from "./days-between-incidents.js";
import { incidentsByKind } from "./incidents-by-kind.js";
import { incidentsByStanding } from "./incidents-by-verification-status.js";
import { incidentsPerMonth } from "./incidents-per-period.js";
import { monthsByCount } from "./months-by-count.js";
import { changeOfRateChart } from "./rate-change.js";
import { ratePerYear } from "./rate-per-year.js";
import { rateSensitivity } from "./rate-sensitivity.js";
import { timeOfYear } from "./seasonality.js";
import { whoWasWatching } from "./source-coverage.js";
import { yearOnYear } from "./year-to-year-change.js";

const monthly = (dossier: Dossier) => countIncidents(dossier, { by: "month" });
const yearly = (dossier: Dossier) => countIncidents(dossier, { by: "year" });
const seed = 1;

/** Charts of how often. */
export const frequencyFigures: readonly CatalogueEntry[] = [
	{
		id: "incidents-per-month",
		draw: (dossier) => {
			const counts = monthly(dossier);
			return incidentsPerMonth(
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
		needs: [twoPeriods("year")],
		draw: (dossier) => {
			const counts = yearly(dossier);
			const { index: dispersion } = dispersionWithin(monthly(dossier), "year");
			return ratePerYear(
				markThin(ratesPer30Days(counts), coverage(dossier, { by: "month" })),
				ratesPer30Days(counts, { dispersion }),
				dispersion,
				counts,
				provenanceOf(dossier),
			);
		},
	},
	{
		id: "year-on-year",
		draw: (dossier) => {
			const counts = yearly(dossier);
			const { index: dispersion } = dispersionWithin(monthly(dossier), "year");
			return yearOnYear(compareNeighbours(counts, dispersion), counts, dispersion, provenanceOf(dossier));
		},
	},
	{
		id: "months-by-count",
		draw: (dossier) => monthsByCount(variation(monthly(dossier)), monthly(dossier), provenanceOf(dossier)),
	},
	{
		id: "running-total",
		draw: (dossier) => {
			const counts = monthly(dossier);
			return runningTotal(cumulate(counts), trailing(counts, 12), counts, provenanceOf(dossier));
		},
	},
	{
		id: "incidents-by-kind",
		draw: (dossier) => {
			const counts = countIncidents(dossier, { by: "quarter", group: "kind" });
			const last = counts.rows.at(-1)?.period;
			const overall = cumulate(counts).filter(({ period }) => period === last);
			return incidentsByKind(counts, overall, provenanceOf(dossier));
		},
	},
	{
		id: "incidents-by-standing",
		draw: (dossier) =>
			incidentsByStanding(
				countIncidents(dossier, { by: "quarter", group: "standing", spread: "expected" }),
				countIncidents(dossier, { by: "quarter", spread: "expected" }),
				provenanceOf(dossier),
			),
	},
	{
		id: "who-was-watching",
		needs: [twoPeriods("month")],
		draw: (dossier) => whoWasWatching(monthly(dossier), coverage(dossier, { by: "month" }), provenanceOf(dossier)),
	},
	{
		id: "change-of-rate",
		needs: [twoPeriods("month")],
		draw: (dossier) =>
			changeOfRateChart(changeOfRate(dossier, "days"), changeOfRate(dossier, "active_sources"), provenanceOf(dossier)),
	},
	{
		id: "days-between",
		needs: [twoKnownDays],
		draw: (dossier) => {
			const intervals = daysBetweenIncidents(dossier);
			return daysBetween(intervals, chanceSpacing(intervals, seeded(seed)), provenanceOf(dossier));
		},
	},
	{
		id: "time-of-year",
		needs: [twoPeriods("month")],
		draw: (dossier) => {
			const byMonth = seasons(dossier, "water");
			const byYear = ratesPer30Days(countIncidents(dossier, { by: "water_year", spread: "expected" }));
			return timeOfYear(byMonth, seasonTest(byMonth, seeded(seed)), byYear, provenanceOf(dossier));
		},
	},
	{
		id: "rate-sensitivity",
		needs: [twoPeriods("year")],
		draw: (dossier) => rateSensitivity(sensitivity(dossier), provenanceOf(dossier)),
	},
];
