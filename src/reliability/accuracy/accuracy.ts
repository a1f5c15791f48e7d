import { countExclusions, type Excluded } from "../../records/exclusions.js";
import { groupBy } from "../../records/group-by.js";
import type { Dossier } from "../../records/records.js";
import { type PooledShare, poolShares } from "../../statistics/beta-binomial.js";
import { probabilityHighest } from "../../statistics/share-ranks.js";
import { poolSharesInClasses } from "../../statistics/two-level-beta-binomial.js";
import { type ClaimExclusion, type ClaimOutcome, claimExclusions, type JudgeOptions, judgeClaims } from "./outcomes.js";

/** What track records may be grouped by. */
export type AccuracyGrouping = "source_kind" | "alignment" | "side" | "basis";

/** A grouping of the kit, or the name of the group of each claim. */
export type AccuracyGroupOf = AccuracyGrouping | ((claim: ClaimOutcome) => string);

/** Fewer settled claims than this bear no judgement. */
export const minimumClaims = 10;

/** How often the claims of a group were borne out. */
export interface AccuracyRow extends PooledShare {
	readonly group: string;
	/** ResolvedAnswers claims that are judged. */
	readonly n: number;
	readonly supported: number;
	readonly contradicted: number;
	readonly unresolved: number;
	readonly excluded: number;
	/** Judged claims among those that could be judged if all were settled, 0 to 1; `null` where there are none. */
	readonly resolution_rate: number | null;
	/** `n` is ten or more; below, the share says more of the others than of this group. */
	readonly enough_claims: boolean;
}

/**
 * Track record of groups of sources: the share of settled claims that were borne out, with 90 % credible
 * limits from a Beta-Binomial model in which the groups are pooled in part (`poolShares`). Judged, not
 * settled and left out add up to all claims of a group. Groups are in the order of their names: shares
 * whose limits overlap make no ranking.
 *
 * What is measured is agreement with verdicts reached later, on questions that were taken up because they
 * were disputed. It is no measure of intent.
 *
 * @param by what the claims are grouped by
 */
export function accuracyBy(claims: readonly ClaimOutcome[], by: AccuracyGroupOf): AccuracyRow[] {
	const counted = countOutcomes(claims, typeof by === "function" ? by : (claim) => claim[by]);
	return withShares(counted, poolShares(counted.map(({ n, supported }) => ({ successes: supported, trials: n }))));
}

/**
 * Track record of single sources, pooled in two levels: source within kind of source within all
 * (`poolSharesInClasses`). Otherwise as `accuracyBy`; most sources have too few settled claims to be judged.
 */
export function accuracyBySource(claims: readonly ClaimOutcome[]): (AccuracyRow & { readonly source_kind: string })[] {
	const kindOf = new Map(claims.map(({ source_id, source_kind }) => [source_id, source_kind]));
	const counted = countOutcomes(claims, ({ source_id }) => source_id);
	const kinds = counted.map(({ group }) => kindOf.get(group) as string);
	const shares = poolSharesInClasses(
		counted.map(({ n, supported }, index) => ({ successes: supported, trials: n, class: kinds[index] as string })),
	);
	return withShares(counted, shares).map((row, index) => ({ ...row, source_kind: kinds[index] as string }));
}

type Counted = Omit<AccuracyRow, keyof PooledShare | "resolution_rate" | "enough_claims">;

function countOutcomes(claims: readonly ClaimOutcome[], groupOf: (claim: ClaimOutcome) => string): Counted[] {
	const groups = [...groupBy(claims, groupOf)].sort(([a], [b]) => (a < b ? -1 : 1));
	return groups.map(([group, rows]) => {
		const count = (outcome: ClaimOutcome["outcome"]) => rows.filter((row) => row.outcome === outcome).length;
		const [supported, contradicted, unresolved, excluded] = [
			count("supported"),
			count("contradicted"),
			count("unresolved"),
			count("excluded"),
		];
		return { group, n: supported + contradicted, supported, contradicted, unresolved, excluded };
	});
}

function withShares(counted: readonly Counted[], shares: readonly PooledShare[]): AccuracyRow[] {
	return counted.map((row, index) => ({
		...row,
		...(shares[index] as PooledShare),
		resolution_rate: row.n + row.unresolved === 0 ? null : row.n / (row.n + row.unresolved),
		enough_claims: row.n >= minimumClaims,
	}));
}

/** How many claims were left out for each reason that occurs. */
export function excludedClaims(claims: readonly ClaimOutcome[]): Excluded<ClaimExclusion>[] {
	return countExclusions(
		claimExclusions,
		claims.map(({ reason }) => reason),
	);
}

/** How likely it is that a group's share is the highest of those that can be judged. */
export interface RankProbability {
	readonly group: string;
	readonly n: number;
	/** Adds up to 1 over the groups. */
	readonly p_highest: number;
}

/**
 * The only ranking that the records bear: for each group that can be judged, the probability that its share is
 * the highest of them (`probabilityHighest`). Places in a list would claim more than is known.
 */
export function rankProbabilities(records: readonly AccuracyRow[]): RankProbability[] {
	const judged = records.filter(({ enough_claims }) => enough_claims);
	const highest = probabilityHighest(judged.map(({ supported, n }) => ({ successes: supported, trials: n })));
	return judged.map(({ group, n }, index) => ({ group, n, p_highest: highest[index] as number }));
}

/** A track record twice: without the verdicts that rest on the group's own claims, and with them. */
export interface AccuracyBothWays {
	readonly group: string;
	readonly n: number;
	readonly share: number;
	readonly n_circular_included: number;
	readonly share_circular_included: number;
	/** The second share less the first: what judging by one's own word adds, -1 to 1. */
	readonly gap: number;
	/** Both rest on enough settled claims. */
	readonly enough_claims: boolean;
}

/** Both records of each group side by side, and the gap between them. */
export function accuracyBothWays(
	dossier: Dossier,
	by: AccuracyGroupOf,
	options: JudgeOptions = {},
): AccuracyBothWays[] {
	const kept = new Map(
		accuracyBy(judgeClaims(dossier, { ...options, circular: "include" }), by).map((row) => [row.group, row]),
	);
	return accuracyBy(judgeClaims(dossier, { ...options, circular: "exclude" }), by).map((row) => {
		const other = kept.get(row.group) as AccuracyRow;
		return {
			group: row.group,
			n: row.n,
			share: row.share,
			n_circular_included: other.n,
			share_circular_included: other.share,
			gap: other.share - row.share,
			enough_claims: row.enough_claims && other.enough_claims,
		};
	});
}
