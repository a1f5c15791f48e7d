import { endOf, periodsBetween } from "../../calendar/days.js";
import type { Dossier } from "../../records/records.js";
import { type RecordGrouping, type TrackRecord, trackRecords } from "./accuracy.js";
import { type JudgeOptions, judgeClaims } from "./outcomes.js";

/** A track record as it stood at the end of one day. */
export interface TrackRecordAsOf extends TrackRecord {
	readonly as_of: string;
}

/**
 * Track records at each quarter's end within the observed window, without hindsight: only claims published
 * and verdicts decided by that day are used. Claims without a day, and settled questions whose deciding day
 * is not known, are left out. Moving a verdict's day later never changes an earlier record.
 */
export function recordsOverTime(
	dossier: Dossier,
	by: RecordGrouping,
	options: Omit<JudgeOptions, "asOf"> = {},
): TrackRecordAsOf[] {
	const { observed_from, observed_to } = dossier.observation;
	return periodsBetween("quarter", observed_from, observed_to)
		.map((start) => endOf("quarter", start))
		.filter((day) => day <= observed_to)
		.flatMap((as_of) =>
			trackRecords(judgeClaims(dossier, { ...options, asOf: as_of }), by).map((row) => ({ as_of, ...row })),
		);
}
