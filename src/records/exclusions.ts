/**
 * Why a row is not part of a result: one list for all measures, one spelling each. A row has one reason, the first
 * that fits in the order in which a measure asks.
 */
export const exclusionReasons = [
	// incidents
	"aggregate_report",
	"other_border",
	"outside_period",
	"filtered_out",
	"day_not_known",
	// claims
	"repeat",
	"untraced_repeat",
	"collective_source",
	"number_denied",
	"no_answer",
	"undated",
	"published_later",
	"other_statement",
	"two_answers_same_day",
	// verdicts and questions
	"verdict_confidence",
	"verdict_undated",
	"circular_verdict",
	"unresolved",
	"no_source_yet",
	"tied",
	"one_side_only",
	// readings of a question
	"not_read",
	"one_reader",
	"value_not_named",
] as const;
/** One of `exclusionReasons`. */
export type ExclusionReason = (typeof exclusionReasons)[number];

/** How many rows were excluded for one reason. */
export interface Excluded<Reason extends ExclusionReason = ExclusionReason> {
	readonly reason: Reason;
	readonly n: number;
}

/** Counts reasons in the order given; reasons that do not occur are not in the result. */
export function countExclusions<Reason extends ExclusionReason>(
	order: readonly Reason[],
	reasons: readonly (Reason | null)[],
): Excluded<Reason>[] {
	return order
		.map((reason) => ({ reason, n: reasons.filter((each) => each === reason).length }))
		.filter(({ n }) => n > 0);
}
