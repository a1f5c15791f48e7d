import type { Claim, Dossier } from "../records.js";
import { officesOf } from "./offices.js";

/**
 * Tells whether a verdict rests on a source: on a claim of its own, of an office above or below it, or on
 * a claim that it passed on. Such a verdict may not judge it.
 */
export function restsOn(dossier: Dossier): (claim: Pick<Claim, "source_id" | "proposition_id">) => boolean {
	const chainOf = officesOf(dossier);
	const claims = new Map(dossier.claims.map((claim) => [claim.claim_id, claim]));
	const bearers = new Map<string, Set<string>>();
	for (const { proposition_id, claim_id } of dossier.verdict_basis) {
		const claim = claims.get(claim_id);
		if (!claim) continue;
		const known = bearers.get(proposition_id) ?? new Set<string>();
		known.add(claim.source_id);
		if (claim.via_source_id && claim.stance === "repeats") known.add(claim.via_source_id);
		bearers.set(proposition_id, known);
	}
	return ({ source_id, proposition_id }) => {
		const own = chainOf(source_id);
		return [...(bearers.get(proposition_id) ?? [])].some(
			(bearer) => own.includes(bearer) || chainOf(bearer).includes(source_id),
		);
	};
}
