import { endOf, periodsBetween } from "../../calendar/days.js";
import { NotEnoughDataError } from "../../records/not-enough-data.js";
import type { Dossier } from "../../records/records.js";
import { chartRandom } from "../../statistics/random.js";
import { type AccuracyGrouping, type AccuracyRow, accuracyOf } from "./accuracy.js";
import {
	type AccuracyOptions,
	type ClaimTotals,
	checkGrouping,
	claimTotals,
	type JudgedHow,
	judgedHow,
} from "./comparison.js";
import { type DifferenceTest, differenceTest } from "./difference-test.js";
import { type JudgeOptions, judgeClaims } from "./outcomes.js";

/** Accuracy of a group as known at the end of one day. */
export interface AccuracyAsOf extends AccuracyRow {
	readonly as_of: string;
}

/**
 * Accuracy at each quarter's end within the observed window, as known at the time: only claims published and verdicts
 * decided by that day are used. Claims without a day, and verdicts whose day is not known, are excluded. Moving a
 * verdict's day later never changes an earlier row.
 *
 * @example
 * accuracyOverTime(dossier, "side").filter(({ group }) => group === "taliban")[0] // → { as_of: "2022-03-31", supported: 2, n: 2 }
 */
export function accuracyOverTime(
	dossier: Dossier,
	by: AccuracyGrouping,
	options: Omit<JudgeOptions, "asOf"> = {},
): AccuracyAsOf[] {
	return quarterEnds(dossier).flatMap((as_of) =>
		accuracyOf(dossier, by, { ...options, asOf: as_of }).map((row) => ({ as_of, ...row })),
	);
}

/** The last days of the quarters that end within the observed window. */
function quarterEnds({ observation: { observed_from, observed_to } }: Dossier): string[] {
	return periodsBetween("quarter", observed_from, observed_to)
		.map((start) => endOf("quarter", start))
		.filter((day) => day <= observed_to);
}

/** Accuracy over time whose parts were all computed with the same options; totals and test are those of the last day. */
export interface AccuracyTrend extends JudgedHow, ClaimTotals {
	readonly by: AccuracyGrouping;
	/** Quarter ends, in order. */
	readonly days: readonly string[];
	readonly last_day: string;
	readonly rows: readonly AccuracyAsOf[];
	/** At the last quarter's end, whole groups permuted within incidents. */
	readonly test: DifferenceTest;
}

/**
 * Rows of `accuracyOverTime` with what is excluded, and the test of the difference, at the last quarter's end.
 *
 * @throws NotEnoughDataError where no quarter ends within the observed window
 */
export function accuracyTrend(dossier: Dossier, options: Omit<AccuracyOptions, "asOf"> = {}): AccuracyTrend {
	const { by = "side", ...judging } = options;
	checkGrouping(by);
	const days = quarterEnds(dossier);
	const last_day = days.at(-1);
	if (last_day === undefined) throw new NotEnoughDataError("no quarter of a year ends within the observed period");
	const claims = judgeClaims(dossier, { ...judging, asOf: last_day });
	return {
		by,
		...judgedHow({ ...judging, asOf: last_day }),
		...claimTotals(claims),
		days,
		last_day,
		rows: accuracyOverTime(dossier, by, judging),
		test: differenceTest(claims, by, chartRandom()),
	};
}
