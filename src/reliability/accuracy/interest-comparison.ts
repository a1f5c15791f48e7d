import type { Dossier } from "../../records/records.js";
import { chartRandom } from "../../statistics/random.js";
import type { AccuracyRow } from "./accuracy.js";
import {
	type Admission,
	accuracyByInterest,
	admissions,
	claimsWithInterest,
	type InterestRecord,
} from "./accuracy-by-interest.js";
import { type ClaimTotals, claimTotals, type JudgedHow, judgedHow } from "./comparison.js";
import { type DifferenceTest, differenceTest } from "./difference-test.js";
import type { JudgeOptions } from "./outcomes.js";

/** Accuracy by interest whose parts were all computed with the same options; totals are of claims with an interest. */
export interface InterestComparison extends JudgedHow, ClaimTotals {
	/** Claims without an interest: of third parties, without an answer, or a number neither more nor less. */
	readonly without_interest: number;
	readonly rows: readonly (InterestRecord & { readonly other_circular: AccuracyRow | null })[];
	readonly admissions: readonly Admission[];
	/** Claims in against claims against the side's own interest, all sides together, permuted within incidents. */
	readonly test: DifferenceTest;
}

/**
 * Accuracy of the states' sides on claims in, against and without regard to their own interest, with its test.
 *
 * @example
 * interestComparison(dossier).rows[0] // → { side: "iran_state", interest: "in_own_interest", supported: 1, n: 3 }
 */
export function interestComparison(dossier: Dossier, options: JudgeOptions = {}): InterestComparison {
	const claims = claimsWithInterest(dossier, options);
	const circular = options.circular === "include" ? "exclude" : "include";
	const others = new Map(
		accuracyByInterest(claimsWithInterest(dossier, { ...options, circular })).map((row) => [row.group, row]),
	);
	const interestById = new Map(claims.map(({ claim_id, interest }) => [claim_id, interest]));
	return {
		...judgedHow(options),
		...claimTotals(claims),
		without_interest: dossier.claims.length - claims.length,
		rows: accuracyByInterest(claims).map((row) => ({ ...row, other_circular: others.get(row.group) ?? null })),
		admissions: admissions(dossier),
		test: differenceTest(
			claims.filter(({ interest }) => interest !== "neutral"),
			({ claim_id }) => interestById.get(claim_id) as string,
			chartRandom(),
		),
	};
}
