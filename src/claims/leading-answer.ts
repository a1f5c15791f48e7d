import { groupBy } from "../records/group-by.js";
import type { Claim } from "../records/records.js";
import { answerLabel } from "./answers.js";
import { originalSourceOf } from "./original-source.js";

/** The answer of most origins among some claims; `null` where none leads. */
export interface Leading {
	readonly answer: string;
	/** A claim that gives it. */
	readonly claim: Claim;
	readonly origins: number;
}

/** What a reader who counts origins would hold true; a tie leads nowhere. */
export function leadingAnswer(claims: readonly Claim[]): Leading | null {
	const [first, second] = [...groupBy(claims, answerLabel)]
		.map(([answer, given]) => ({ answer, claim: given[0] as Claim, origins: countOriginalSources(given) }))
		.sort((a, b) => b.origins - a.origins);
	return first !== undefined && first.origins > (second?.origins ?? 0) ? first : null;
}

/** Distinct origins of some claims; repeats that name no original have none. */
export const countOriginalSources = (claims: readonly Claim[]): number =>
	new Set(claims.flatMap((claim) => originalSourceOf(claim) ?? [])).size;
