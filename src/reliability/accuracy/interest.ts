import { rangeOf } from "../../claims/number-range.js";
import { originalSourcesOf } from "../../claims/original-source.js";
import { type Side, sideOfSource, sourcesById } from "../../claims/sides.js";
import { hasAnswer } from "../../claims/statements.js";
import { groupBy } from "../../records/group-by.js";
import type { Claim, Dossier, Interest } from "../../records/records.js";
import { middleOf } from "../../statistics/middle.js";

/** Whom an answer serves, seen from the side that gives it. */
export const interestDirections = ["in_own_interest", "against_own_interest", "neutral"] as const;
export type InterestDirection = (typeof interestDirections)[number];

/** The sides that have an interest. */
export const contestants = ["iran_state", "taliban", "afghan_republic"] as const;

/**
 * Tells whether a claim serves the interest of its own side; `null` for third parties, and where a number says
 * neither more nor less.
 *
 * A yes or no, or a category, serves whom `interests.csv` says. A number is `higher` or `lower` than the middle
 * of what the other original sources say; where it is equal, or nobody else gives a number, than none at all. What serves the other
 * side of the contest is against one's own interest; what serves neither, both, or a side in a quarrel that is
 * not one's own, is neutral. An incident is a quarrel of the Iranian state and the Taliban unless some answer
 * to its questions serves the Afghan Republic; then it is one of the sides that its answers serve.
 */
export function interestDirection(dossier: Dossier): (claim: Claim) => InterestDirection | null {
	const sources = sourcesById(dossier);
	const interests = groupBy(dossier.interests, ({ proposition_id }) => proposition_id);
	const claims = groupBy(dossier.claims, ({ proposition_id }) => proposition_id);
	const incidents = new Map(
		dossier.propositions.map(({ proposition_id, incident_id }) => [proposition_id, incident_id]),
	);
	const quarrels = quarrelsOf(dossier.interests, incidents);
	const originalSource = originalSourcesOf(dossier);
	return (claim) => {
		const side = sideOfSource(sources, claim.source_id);
		if (side === "third_party" || !hasAnswer(claim)) return null;
		const coded = interests.get(claim.proposition_id) ?? [];
		const isCount = coded.some(({ value }) => value === "higher" || value === "lower");
		const value = isCount ? direction(claim, claims.get(claim.proposition_id) ?? [], originalSource) : claim.value;
		if (isCount && value === null) return null;
		const favours = coded.find((each) => each.value === value)?.favours ?? "none";
		if (favours === side) return "in_own_interest";
		const isOther = favours !== "none" && favours !== "both";
		return isOther && quarrels.get(incidents.get(claim.proposition_id) ?? "")?.has(side)
			? "against_own_interest"
			: "neutral";
	};
}

/** The sides that each incident sets against each other. */
function quarrelsOf(
	interests: readonly Interest[],
	incidents: ReadonlyMap<string, string>,
): ReadonlyMap<string, ReadonlySet<Side>> {
	return new Map(
		[...groupBy(interests, ({ proposition_id }) => incidents.get(proposition_id) ?? "")].map(([incident, rows]) => {
			const served = contestants.filter((side) => rows.some(({ favours }) => favours === side));
			return [
				incident,
				new Set<Side>(served.includes("afghan_republic") ? served : [...served, "iran_state", "taliban"]),
			];
		}),
	);
}

/** Whether a number is higher or lower than what others say, or than none; `null` where its range holds both. */
function direction(
	claim: Claim,
	all: readonly Claim[],
	originalSource: (claim: Claim) => string | null,
): "higher" | "lower" | null {
	const [low, high] = rangeOf(claim);
	const own = originalSource(claim);
	const others = groupBy(
		all.filter((each) => hasAnswer(each) && originalSource(each) !== own && originalSource(each) !== null),
		(each) => originalSource(each) as string,
	);
	// One number for each original source, its first; an open range counts by the end it has.
	const numbers = [...others.values()]
		.map((own) => own.reduce((first, each) => (dayOf(each) < dayOf(first) ? each : first)))
		.map(({ value, value_min, value_max }) => Number(value ?? value_min ?? value_max));
	const middle = numbers.length === 0 ? null : middleOf(numbers);
	if (middle !== null && low > middle) return "higher";
	if (middle !== null && high < middle) return "lower";
	if (low > 0) return "higher";
	return high === 0 ? "lower" : null;
}

/** A text to order claims by: their day, those without one last, then their id. */
export const dayOf = ({ published_on, claim_id }: Claim): string => `${published_on ?? "9999"} ${claim_id}`;
