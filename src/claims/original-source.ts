import { groupBy } from "../records/group-by.js";
import type { Claim, Dossier } from "../records/records.js";
import { remembered } from "../records/remembered.js";
import { answerLabel } from "./answers.js";

/** The sources through which an answer came, from whoever repeats it to where it was given first. */
export interface SourceChain {
	/** Whose claim it is, then whom that source repeats, whom that one repeats, and so on. */
	readonly sources: readonly string[];
	/** How the chain ends: with a source that repeats nobody, with a repeat that names no source, never, or after too many. */
	readonly end: "original" | "untraced" | "cycle" | "too_long";
}

/** What a chain is read from. */
export type ChainedClaim = Pick<
	Claim,
	"proposition_id" | "source_id" | "via_source_id" | "stance" | "value" | "value_min" | "value_max"
>;

/** A chain of more repeats is most likely a mistake; the bound keeps the work on any data short. */
export const longestChain = 100;

/**
 * Follows a repeat from source to source, to the end, for any claim on a question that these claims answer.
 *
 * Whom a source repeats is read from its claims with the same answer, or from all its claims on the question where none
 * has that answer. A source with a claim of its own among these repeats nobody, nor does one without a claim.
 */
export const sourceChains = remembered((claims: readonly ChainedClaim[]): ((claim: ChainedClaim) => SourceChain) => {
	const statements = groupBy(claims, ({ proposition_id, source_id }) => `${proposition_id} ${source_id}`);
	const found = new Map<string, ChainedClaim | null>();
	/** The claim by which a source repeats an answer; `null` where it does not. */
	const repeatBy = (source: string, claim: ChainedClaim, label: string): ChainedClaim | null => {
		const key = JSON.stringify([claim.proposition_id, source, label]);
		const known = found.get(key);
		if (known !== undefined) return known;
		const repeat = readRepeatBy(source, claim, label);
		found.set(key, repeat);
		return repeat;
	};
	const readRepeatBy = (source: string, claim: ChainedClaim, label: string): ChainedClaim | null => {
		const all = statements.get(`${claim.proposition_id} ${source}`) ?? [];
		const same = all.filter((each) => answerLabel(each) === label);
		const own = same.length > 0 ? same : all;
		if (own.some(({ stance }) => stance !== "repeats")) return null;
		return own.find(({ via_source_id }) => via_source_id !== null) ?? own[0] ?? null;
	};
	return (claim) => {
		const sources = [claim.source_id];
		const passed = new Set(sources);
		const label = answerLabel(claim);
		for (let repeat = claim.stance === "repeats" ? claim : null; repeat !== null; ) {
			const source = repeat.via_source_id;
			if (source === null) return { sources, end: "untraced" };
			repeat = repeatBy(source, claim, label);
			if (repeat !== null && passed.has(source)) return { sources: [...sources, source], end: "cycle" };
			if (sources.length > longestChain) return { sources, end: "too_long" };
			sources.push(source);
			passed.add(source);
		}
		return { sources, end: "original" };
	};
});

/**
 * The source a claim goes back to: for a repeat, and a repeat of a repeat, the source that gave the answer first; else
 * whoever asserts it, however many pages report it. `null` where a repeat names no source, and where repeats go round in
 * a circle.
 *
 * @example
 * dossier.claims.slice(2, 5).map(originalSourcesOf(dossier)) // → ["local-paper", "local-paper", null]
 */
export const originalSourcesOf = ({ claims }: Pick<Dossier, "claims">): ((claim: ChainedClaim) => string | null) =>
	originalSourcesAmong(claims);

const originalSourcesAmong = remembered((claims: readonly ChainedClaim[]) => {
	const chainOf = sourceChains(claims);
	return remembered((claim: ChainedClaim): string | null => {
		const { sources, end } = chainOf(claim);
		return end === "original" ? (sources.at(-1) as string) : null;
	});
});
