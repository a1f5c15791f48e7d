import { frequencySummary } from "../frequency/summary.js";
import { locationSummary } from "../location/summary.js";
import type { Dossier } from "../records/records.js";
import { reliabilitySummary } from "../reliability/summary.js";
import type { Subject } from "./parts/frame.js";

/** The chart of each subject that README and front page show first; where it does not exist, the first of the subject. */
export const leadCharts: Readonly<Record<Subject, string>> = {
	frequency: "incidents-per-period",
	location: "border-map",
	reliability: "accuracy-by-source-kind",
};

/** The answer of each subject in sentences; each throws `NotEnoughDataError` where the data do not allow one. */
export const summaries: Readonly<Record<Subject, (dossier: Dossier) => { readonly sentences: readonly string[] }>> = {
	frequency: frequencySummary,
	location: locationSummary,
	reliability: reliabilitySummary,
};
