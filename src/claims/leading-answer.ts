import type { Claim } from "../records/records.js";
import { answerWords } from "../reliability/questions/claim-timeline.js";
import { originOf } from "./original-source.js";
import { groupBy } from "./sides.js";

/** The answer of most origins among some claims; `null` where none leads. */
export interface Leading {
	readonly answer: string;
	/** A claim that gives it. */
	readonly claim: Claim;
	readonly origins: number;
}

/** What a reader who counts origins would hold true; a tie leads nowhere. */
export function leadingAnswer(claims: readonly Claim[]): Leading | null {
	const [first, second] = [...groupBy(claims, answerWords)]
		.map(([answer, given]) => ({ answer, claim: given[0] as Claim, origins: countOrigins(given) }))
		.sort((a, b) => b.origins - a.origins);
	return first !== undefined && first.origins > (second?.origins ?? 0) ? first : null;
}

/** Distinct origins of some claims; repeats that name no original have none. */
export const countOrigins = (claims: readonly Claim[]): number =>
	new Set(claims.flatMap((claim) => originOf(claim) ?? [])).size;
