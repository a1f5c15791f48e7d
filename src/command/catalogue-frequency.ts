import { incidentsByKind } from "../charts/incidents-by-kind.js";
import { incidentsPerMonth } from "../charts/incidents-per-month.js";
import { provenanceOf } from "../charts/provenance.js";
import { ratePerYear } from "../charts/rate-per-year.js";
import { countIncidents } from "../frequency/counts.js";
import { ratesPer30Days } from "../frequency/rates.js";
import type { CatalogueEntry } from "./catalogue-entry.js";

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
];
