import { changeOfRateChart } from "../charts/change-of-rate.js";
import { daysBetween } from "../charts/days-between.js";
import { incidentsByKind } from "../charts/incidents-by-kind.js";
import { incidentsByStanding } from "../charts/incidents-by-standing.js";
import { incidentsPerMonth } from "../charts/incidents-per-month.js";
import { provenanceOf } from "../charts/provenance.js";
import { ratePerYear } from "../charts/rate-per-year.js";
import { rateSensitivity } from "../charts/rate-sensitivity.js";
import { timeOfYear } from "../charts/time-of-year.js";
import { whoWasWatching } from "../charts/who-was-watching.js";
import { changeOfRate } from "../frequency/changes.js";
import { countIncidents } from "../frequency/counts.js";
import { coverage } from "../frequency/coverage.js";
import { daysBetweenIncidents } from "../frequency/intervals.js";
import { ratesPer30Days } from "../frequency/rates.js";
import { seasons } from "../frequency/seasons.js";
import { sensitivity } from "../frequency/sensitivity.js";
import type { CatalogueEntry } from "./catalogue-entry.js";
import { twoKnownDays, twoPeriods } from "./needs.js";

/** Charts of how often. */
export const frequencyFigures: readonly CatalogueEntry[] = [
	{
		id: "incidents-per-month",
		draw: (dossier) =>
			incidentsPerMonth(
				countIncidents(dossier, { by: "month" }),
				countIncidents(dossier, { by: "month", group: "date_precision" }),
				provenanceOf(dossier),
			),
	},
	{
		id: "rate-per-year",
		needs: [twoPeriods("year")],
		draw: (dossier) => {
			const counts = countIncidents(dossier, { by: "year" });
			return ratePerYear(ratesPer30Days(counts), counts, provenanceOf(dossier));
		},
	},
	{
		id: "incidents-by-kind",
		draw: (dossier) =>
			incidentsByKind(countIncidents(dossier, { by: "quarter", group: "kind" }), provenanceOf(dossier)),
	},
	{
		id: "incidents-by-standing",
		draw: (dossier) =>
			incidentsByStanding(countIncidents(dossier, { by: "quarter", group: "standing" }), provenanceOf(dossier)),
	},
	{
		id: "who-was-watching",
		needs: [twoPeriods("month")],
		draw: (dossier) =>
			whoWasWatching(
				countIncidents(dossier, { by: "month" }),
				coverage(dossier, { by: "month" }),
				provenanceOf(dossier),
			),
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
		draw: (dossier) => daysBetween(daysBetweenIncidents(dossier), provenanceOf(dossier)),
	},
	{
		id: "time-of-year",
		needs: [twoPeriods("month")],
		draw: (dossier) => timeOfYear(seasons(dossier, "water"), provenanceOf(dossier)),
	},
	{
		id: "rate-sensitivity",
		needs: [twoPeriods("year")],
		draw: (dossier) => rateSensitivity(sensitivity(dossier), provenanceOf(dossier)),
	},
];
