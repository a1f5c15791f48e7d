import { groupBy } from "../records/group-by.js";
import type { Claim } from "../records/records.js";

/** Whether a claim answers its question; one without a value only speaks to it. */
export const hasAnswer = ({ value, value_min, value_max }: Pick<Claim, "value" | "value_min" | "value_max">): boolean =>
	value !== null || value_min !== null || value_max !== null;

/**
 * What one source said in its own right on one question, in the order in which it was said; repeats and
 * claims without an answer are not among them. On one day a correction comes after the rest. A word without a
 * day stands first where the source corrected itself, for a correction replaces something said before; else,
 * and where it is the correction, it stands last.
 *
 * @returns one list a source and question
 */
export function statementsInOrder(claims: readonly Claim[]): readonly (readonly Claim[])[] {
	const own = claims.filter((claim) => claim.stance !== "repeats" && hasAnswer(claim));
	return [...groupBy(own, ({ source_id, proposition_id }) => `${source_id} ${proposition_id}`).values()].map(
		(words) => {
			const isCorrected = words.some(({ stance }) => stance === "corrects");
			const order = ({ published_on, stance, claim_id }: Claim) => {
				const corrects = stance === "corrects";
				const undated = isCorrected && !corrects ? "0000" : "9999";
				return `${published_on ?? undated} ${corrects ? 1 : 0} ${claim_id}`;
			};
			return [...words].sort((a, b) => (order(a) < order(b) ? -1 : 1));
		},
	);
}
