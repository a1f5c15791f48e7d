import { endOf, periodsBetween } from "../../calendar/days.js";
import type { Dossier } from "../../records/records.js";
import { type AccuracyGrouping, type AccuracyRow, accuracyBy } from "./accuracy.js";
import { type JudgeOptions, judgeClaims } from "./outcomes.js";

/** A track record as it stood at the end of one day. */
export interface AccuracyAsOf extends AccuracyRow {
	readonly as_of: string;
}

/**
 * Track records at each quarter's end within the observed window, without hindsight: only claims published
 * and verdicts decided by that day are used. Claims without a day, and settled questions whose deciding day
 * is not known, are left out. Moving a verdict's day later never changes an earlier record.
 */
export function accuracyOverTime(
	dossier: Dossier,
	by: AccuracyGrouping,
	options: Omit<JudgeOptions, "asOf"> = {},
): AccuracyAsOf[] {
	const { observed_from, observed_to } = dossier.observation;
	return periodsBetween("quarter", observed_from, observed_to)
		.map((start) => endOf("quarter", start))
		.filter((day) => day <= observed_to)
		.flatMap((as_of) =>
			accuracyBy(judgeClaims(dossier, { ...options, asOf: as_of }), by).map((row) => ({ as_of, ...row })),
		);
}
