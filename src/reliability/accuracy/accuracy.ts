import { countExclusions, type Excluded } from "../../records/exclusions.js";
import { groupBy } from "../../records/group-by.js";
import type { Dossier } from "../../records/records.js";
import { type PooledShare, poolShares } from "../../statistics/beta-binomial.js";
import { probabilityHighest } from "../../statistics/share-ranks.js";
import { poolSharesInClasses } from "../../statistics/two-level-beta-binomial.js";
import {
	type ClaimExclusion,
	type ClaimOutcome,
	claimExclusions,
	type JudgeOptions,
	judgeClaims,
	judgeEach,
	type Outcome,
} from "./outcomes.js";

/** What accuracy may be grouped by. */
export const accuracyGroupings = ["source_kind", "side", "alignment", "basis"] as const;
export type AccuracyGrouping = (typeof accuracyGroupings)[number];

/** A grouping of the kit, or a function that names the group of each claim. */
export type AccuracyGroupOf = AccuracyGrouping | ((claim: ClaimOutcome) => string);

/** A function that names the group of each claim. */
export const groupNameOf = (by: AccuracyGroupOf): ((claim: ClaimOutcome) => string) =>
	typeof by === "function" ? by : (claim) => claim[by];

/** A group with fewer resolved claims gets no share: too few to estimate. */
export const minimumClaims = 10;

/** Accuracy of a group: how many of its resolved claims the verdict supports. */
export interface AccuracyRow {
	readonly group: string;
	/** Resolved claims that are counted: supported and contradicted. */
	readonly n: number;
	/** Resolved claims that the verdict supports. */
	readonly supported: number;
	/** Resolved claims that it contradicts. */
	readonly contradicted: number;
	/** Claims on questions without a verdict. */
	readonly unresolved: number;
	/** Claims left out, for any reason. */
	readonly excluded: number;
	/** Supported claims among resolved claims, 0 to 1, as counted; `null` without a resolved claim. */
	readonly share: number | null;
	/** The same estimated by partial pooling: drawn towards the other groups, the more the smaller `n`. */
	readonly pooled_share: number;
	/** Limits of the credible interval of `pooled_share`, at `intervalLevel`. */
	readonly low: number;
	readonly high: number;
	/** Resolved claims among those that are not excluded, 0 to 1; `null` where there are none. */
	readonly resolution_rate: number | null;
	/** `n` is at least `minimumClaims`; below, the estimate says more of the other groups than of this one. */
	readonly enough_claims: boolean;
}

/**
 * Accuracy of groups of claims: the share of resolved claims that the verdict supports, as counted, and estimated
 * with a credible interval from a Beta–binomial model that pools the groups in part (`poolShares`). Resolved,
 * unresolved and excluded add up to all claims of a group. In the order of the names, which is no ranking.
 *
 * It is agreement with verdicts reached later, on questions examined because they were disputed, not intent.
 *
 * @example
 * accuracyBy(judgeClaims(dossier), "side").map(({ group, supported, n }) => [group, supported, n]) // → [["iran_state", 2, 4], ["taliban", 3, 4], ["third_party", 0, 0]]
 */
export const accuracyBy = (claims: readonly ClaimOutcome[], by: AccuracyGroupOf): AccuracyRow[] =>
	accuracyRows(countOutcomes(claims, groupNameOf(by)));

/** The same for a dossier, without a row for every claim. */
export function accuracyOf(dossier: Dossier, by: AccuracyGrouping, options: JudgeOptions): AccuracyRow[] {
	const counts = new Map<string, Record<Outcome, number>>();
	judgeEach(dossier, options, (claim, outcome) => {
		const own = counts.get(claim[by]) ?? { supported: 0, contradicted: 0, unresolved: 0, excluded: 0 };
		own[outcome]++;
		counts.set(claim[by], own);
	});
	return accuracyRows([...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([group, own]) => countedRow(group, own)));
}

function accuracyRows(counted: readonly Counted[]): AccuracyRow[] {
	return withShares(counted, poolShares(counted.map(({ n, supported }) => ({ successes: supported, trials: n }))));
}

/** Accuracy of one source, with its kind. */
export interface SourceAccuracy extends AccuracyRow {
	readonly source_kind: string;
}

/**
 * Accuracy of single sources, pooled in two levels: source within kind of source within all
 * (`poolSharesInClasses`). Otherwise as `accuracyBy`; most sources have too few resolved claims to estimate.
 *
 * @example
 * accuracyBySource(judgeClaims(dossier)).find(({ group }) => group === "spokesman") // → { supported: 3, n: 4, share: 0.75 }
 */
export function accuracyBySource(claims: readonly ClaimOutcome[]): SourceAccuracy[] {
	const kindOf = new Map(claims.map(({ source_id, source_kind }) => [source_id, source_kind]));
	const counted = countOutcomes(claims, ({ source_id }) => source_id);
	const kinds = counted.map(({ group }) => kindOf.get(group) as string);
	const shares = poolSharesInClasses(
		counted.map(({ n, supported }, index) => ({ successes: supported, trials: n, class: kinds[index] as string })),
	);
	return withShares(counted, shares).map((row, index) => ({ ...row, source_kind: kinds[index] as string }));
}

type Counted = Pick<AccuracyRow, "group" | "n" | "supported" | "contradicted" | "unresolved" | "excluded">;

function countOutcomes(claims: readonly ClaimOutcome[], groupOf: (claim: ClaimOutcome) => string): Counted[] {
	const groups = [...groupBy(claims, groupOf)].sort(([a], [b]) => (a < b ? -1 : 1));
	return groups.map(([group, rows]) => {
		const counts = { supported: 0, contradicted: 0, unresolved: 0, excluded: 0 };
		for (const { outcome } of rows) counts[outcome]++;
		return countedRow(group, counts);
	});
}

const countedRow = (group: string, counts: Readonly<Record<Outcome, number>>): Counted => ({
	group,
	n: counts.supported + counts.contradicted,
	...counts,
});

function withShares(counted: readonly Counted[], pooled: readonly PooledShare[]): AccuracyRow[] {
	return counted.map((row, index) => {
		const { share, low, high } = pooled[index] as PooledShare;
		return {
			...row,
			share: row.n === 0 ? null : row.supported / row.n,
			pooled_share: share,
			low,
			high,
			resolution_rate: row.n + row.unresolved === 0 ? null : row.n / (row.n + row.unresolved),
			enough_claims: row.n >= minimumClaims,
		};
	});
}

/**
 * How many claims are excluded for each reason that occurs.
 *
 * @example
 * excludedClaims(judgeClaims(dossier)).find(({ reason }) => reason === "circular_verdict").n // → 4
 */
export function excludedClaims(claims: readonly ClaimOutcome[]): Excluded<ClaimExclusion>[] {
	return countExclusions(
		claimExclusions,
		claims.map(({ reason }) => reason),
	);
}

/** How probable it is that a group's accuracy is the highest of those with enough claims. */
export interface RankProbability {
	readonly group: string;
	readonly n: number;
	/** Adds up to 1 over the groups. */
	readonly p_highest: number;
}

/**
 * The only ranking that the data allow: for each group with enough claims, the probability that its accuracy is the
 * highest of them (`probabilityHighest`), as if claims were independent. Places in a list would claim more.
 */
export function rankProbabilities(rows: readonly AccuracyRow[]): RankProbability[] {
	const enough = rows.filter(({ enough_claims }) => enough_claims);
	const highest = probabilityHighest(enough.map(({ supported, n }) => ({ successes: supported, trials: n })));
	return enough.map(({ group, n }, index) => ({ group, n, p_highest: highest[index] as number }));
}

/** Accuracy of a group twice: circular verdicts excluded, and included. */
export interface AccuracyBothWays {
	readonly group: string;
	readonly n: number;
	readonly pooled_share: number;
	readonly n_circular_included: number;
	readonly pooled_share_circular_included: number;
	/** The second estimate less the first, -1 to 1: what circular verdicts add. */
	readonly gap: number;
	/** Both have enough resolved claims. */
	readonly enough_claims: boolean;
}

/** Accuracy of each group with circular verdicts excluded beside included, and the gap between the two. */
export function accuracyBothWays(
	dossier: Dossier,
	by: AccuracyGroupOf,
	options: Omit<JudgeOptions, "circular"> = {},
): AccuracyBothWays[] {
	const included = new Map(
		accuracyBy(judgeClaims(dossier, { ...options, circular: "include" }), by).map((row) => [row.group, row]),
	);
	return accuracyBy(judgeClaims(dossier, { ...options, circular: "exclude" }), by).map((row) => {
		const other = included.get(row.group) as AccuracyRow;
		return {
			group: row.group,
			n: row.n,
			pooled_share: row.pooled_share,
			n_circular_included: other.n,
			pooled_share_circular_included: other.pooled_share,
			gap: other.pooled_share - row.pooled_share,
			enough_claims: row.enough_claims && other.enough_claims,
		};
	});
}
