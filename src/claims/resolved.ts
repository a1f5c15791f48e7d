import type { Proposition, Value } from "../records/records.js";

/** A question whose answer is known: confirmed or refuted, with a value. */
export type SettledProposition = Proposition & { readonly verdict_value: Value };

/** Whether a question is settled; what is only announced, contested or unresolved is not. */
export const isSettled = (proposition: Proposition): proposition is SettledProposition =>
	(proposition.verdict_status === "confirmed" || proposition.verdict_status === "refuted") &&
	proposition.verdict_value !== null;
