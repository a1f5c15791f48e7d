import type { Proposition, Value } from "../records/records.js";

/** A question whose answer is known: confirmed or refuted, with a value. */
export type ResolvedProposition = Proposition & { readonly verdict_value: Value };

/**
 * Whether a question is resolved; one that is only announced, contested or unresolved is not.
 *
 * @example
 * isResolved("contested") // → false
 */
export const isResolved = (proposition: Proposition): proposition is ResolvedProposition =>
	(proposition.verdict_status === "confirmed" || proposition.verdict_status === "refuted") &&
	proposition.verdict_value !== null;
