import { groupBy } from "../records/group-by.js";
import type { Claim } from "../records/records.js";

/** Whether a claim answers its question; one without a value only mentions it. */
export const hasAnswer = ({ value, value_min, value_max }: Pick<Claim, "value" | "value_min" | "value_max">): boolean =>
	value !== null || value_min !== null || value_max !== null;

/**
 * The statements of each source on each question, in the order in which they were made; repeats and claims without an
 * answer are not among them. On one day a correction comes after the rest. A statement without a day is first where the
 * source corrected itself, for a correction replaces something said before; else, and where it is the correction, it
 * is last.
 *
 * @returns one list a source and question
 */
export function statementsInOrder(claims: readonly Claim[]): readonly (readonly Claim[])[] {
	const own = claims.filter((claim) => claim.stance !== "repeats" && hasAnswer(claim));
	return [...groupBy(own, ({ source_id, proposition_id }) => `${source_id} ${proposition_id}`).values()].map(
		(statements) => {
			const isCorrected = statements.some(({ stance }) => stance === "corrects");
			const order = ({ published_on, stance, claim_id }: Claim) => {
				const corrects = stance === "corrects";
				const undated = isCorrected && !corrects ? "0000" : "9999";
				return `${published_on ?? undated} ${corrects ? 1 : 0} ${claim_id}`;
			};
			return [...statements].sort((a, b) => (order(a) < order(b) ? -1 : 1));
		},
	);
}
