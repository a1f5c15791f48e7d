import { groupBy } from "../records/group-by.js";
import type { Claim, Dossier } from "../records/records.js";
import { remembered } from "../records/remembered.js";
import { institutionsOf } from "./institutions.js";
import { sourceChains } from "./original-source.js";

/**
 * Tells whether a verdict rests on a source: on a claim of its own, of an office above or below it, of a source
 * whose text it passed on, or of one that passed on its text. Such a verdict may not judge it.
 *
 * A source that carried another's text on a question is its copy there in whatever else it says from that day on,
 * and so is who carried the copy; where either has no day it is taken for one.
 *
 * @example
 * reliesOnSource(dossier)({ source_id: "local-paper", proposition_id: "a.occurred" }) // → true
 */
export const reliesOnSource = remembered((dossier: Dossier): ((claim: JudgedClaim) => boolean) => {
	const chainOf = institutionsOf(dossier);
	const repeatedBy = sourceChains(dossier.claims);
	const carrying = new Set(dossier.verdict_basis.map(({ claim_id }) => claim_id));
	const known = new Map(
		[...groupBy(dossier.claims, ({ proposition_id }) => proposition_id)].map(([proposition, claims]) => {
			const bearing = claims.filter(({ claim_id }) => carrying.has(claim_id));
			const originals = bearing.flatMap((claim) =>
				isCopy(claim) ? repeatedBy({ ...claim, stance: "repeats" }).sources.slice(1) : [],
			);
			const bearers = new Set([...bearing.map(({ source_id }) => source_id), ...originals]);
			return [proposition, { bearers: [...bearers], copies: copiesOf(bearers, claims) }] as const;
		}),
	);
	return ({ source_id, proposition_id, published_on }) => {
		const { bearers, copies } = known.get(proposition_id) ?? { bearers: [], copies: new Map<string, string>() };
		const own = chainOf(source_id);
		const copied = copies.get(source_id);
		return (
			(copied !== undefined && copied <= (published_on ?? "9999")) ||
			bearers.some((bearer) => own.includes(bearer) || chainOf(bearer).includes(source_id))
		);
	};
});

/** What of a claim says whether its verdict is circular: who made it, on which question, and when. */
type JudgedClaim = Pick<Claim, "source_id" | "proposition_id"> & Partial<Pick<Claim, "published_on">>;

/** Sources that carried the text of others, or of their copies, with the day on which they did first; no day is the earliest. */
function copiesOf(originals: ReadonlySet<string>, claims: readonly Claim[]): ReadonlyMap<string, string> {
	const days = new Map<string, string>();
	const reached = new Set(originals);
	// A set grows while it is walked: copies of copies are met in their turn.
	for (const original of reached)
		for (const claim of claims) {
			if (!isCopy(claim) || claim.via_source_id !== original) continue;
			const day = claim.published_on ?? "";
			reached.add(claim.source_id);
			if (day < (days.get(claim.source_id) ?? "9999")) days.set(claim.source_id, day);
		}
	return days;
}

/** Whether a source carries the text of another as its own word; an office quoted through an agency does not. */
function isCopy(claim: Claim): claim is Claim & { readonly via_source_id: string } {
	const { via_source_id, stance, reported_by, source_id } = claim;
	return via_source_id !== null && (stance === "repeats" || reported_by === null || reported_by === source_id);
}
