import type { Claim, Dossier } from "../records.js";
import { officesOf } from "./offices.js";
import { groupBy } from "./origins.js";

/**
 * Tells whether a verdict rests on a source: on a claim of its own, of an office above or below it, of a source
 * whose text it passed on, or of one that passed on its text. Such a verdict may not judge it.
 *
 * A source that once carried another's text on a question is its copy there in whatever else it says, and so
 * is who carried the copy.
 */
export function restsOn(dossier: Dossier): (claim: Pick<Claim, "source_id" | "proposition_id">) => boolean {
	const chainOf = officesOf(dossier);
	const carrying = new Set(dossier.verdict_basis.map(({ claim_id }) => claim_id));
	const bearers = new Map(
		[...groupBy(dossier.claims, ({ proposition_id }) => proposition_id)].map(([proposition, claims]) => {
			const copied = claims.flatMap((claim) => (isCopy(claim) ? [[claim.source_id, claim.via_source_id]] : []));
			const known = new Set(claims.filter(({ claim_id }) => carrying.has(claim_id)).map(({ source_id }) => source_id));
			for (const claim of claims) if (carrying.has(claim.claim_id) && isCopy(claim)) known.add(claim.via_source_id);
			// A set grows while it is walked: copies of copies are met in their turn.
			for (const bearer of known)
				for (const [copy, original] of copied) if (original === bearer) known.add(copy as string);
			return [proposition, known] as const;
		}),
	);
	return ({ source_id, proposition_id }) => {
		const own = chainOf(source_id);
		return [...(bearers.get(proposition_id) ?? [])].some(
			(bearer) => own.includes(bearer) || chainOf(bearer).includes(source_id),
		);
	};
}

/** Whether a source carries the text of another as its own word; an office quoted through an agency does not. */
function isCopy(claim: Claim): claim is Claim & { readonly via_source_id: string } {
	const { via_source_id, stance, reported_by, source_id } = claim;
	return via_source_id !== null && (stance === "repeats" || reported_by === null || reported_by === source_id);
}
