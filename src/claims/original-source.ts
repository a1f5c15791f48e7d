import type { Claim } from "../records/records.js";

/**
 * The source a claim goes back to: for a repeat, the original it names; else whoever asserts it, however
 * many pages report it. `null` for a repeat that names no original.
 *
 * @example
 * originalSourceOf({ stance: "asserts", source_id: "state-agency", via_source_id: null }) // → "state-agency"
 */
export function originalSourceOf(claim: Pick<Claim, "stance" | "source_id" | "via_source_id">): string | null {
	return claim.stance === "repeats" ? claim.via_source_id : claim.source_id;
}
