import { groupBy } from "../records/group-by.js";
import type { Claim } from "../records/records.js";
import { answerLabel } from "./answers.js";
import type { originalSourcesOf } from "./original-source.js";

/** The answer that most original sources give, among some claims. */
export interface Leading {
	readonly answer: string;
	/** A claim that gives it. */
	readonly claim: Claim;
	readonly original_sources: number;
}

/** What tells the original source of a claim. */
export type OriginalSource = ReturnType<typeof originalSourcesOf>;

/** The answer that most original sources give; `null` where there is a tie, or no answer. */
export function leadingAnswer(claims: readonly Claim[], originalSource: OriginalSource): Leading | null {
	const [first, second] = [...groupBy(claims, answerLabel)]
		.map(([answer, given]) => ({
			answer,
			claim: given[0] as Claim,
			original_sources: countOriginalSources(given, originalSource),
		}))
		.sort((a, b) => b.original_sources - a.original_sources);
	return first !== undefined && first.original_sources > (second?.original_sources ?? 0) ? first : null;
}

/** Distinct original sources of some claims; repeats that name no original have none. */
export const countOriginalSources = (claims: readonly Claim[], originalSource: OriginalSource): number =>
	new Set(claims.flatMap((claim) => originalSource(claim) ?? [])).size;
