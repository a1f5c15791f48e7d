import type { Claim } from "../../src/records/records.js";

/** What a claim answers: a value, or a range. */
export const answer = (
	value: number | boolean | string | null,
	value_min: number | null = null,
	value_max: number | null = null,
) => ({ value, value_min, value_max });

/** A claim as another source passes it on. */
export const relayed = (claim: Claim, by: string): Claim => ({
	...claim,
	claim_id: "added",
	source_id: by,
	via_source_id: claim.source_id,
	stance: "repeats",
});
