import { groupBy } from "../../claims/sides.js";
import type { Dossier } from "../../records/records.js";
import { type PooledShare, poolShares } from "../../statistics/beta-binomial.js";
import { probabilityHighest } from "../../statistics/share-ranks.js";
import { poolSharesInClasses } from "../../statistics/two-level-beta-binomial.js";
import { type ClaimOutcome, type JudgeOptions, judgeClaims, type LeftOutReason, leftOutReasons } from "./outcomes.js";

/** What track records may be grouped by. */
export type RecordGrouping = "source_kind" | "alignment" | "side" | "basis";

/** A grouping of the kit, or the name of the group of each claim. */
export type RecordGroupOf = RecordGrouping | ((claim: ClaimOutcome) => string);

/** Fewer settled claims than this bear no judgement. */
export const fewestToJudge = 10;

/** How often the claims of a group were borne out. */
export interface TrackRecord extends PooledShare {
	readonly group: string;
	/** Settled claims that are judged. */
	readonly n: number;
	readonly borne_out: number;
	readonly contradicted: number;
	readonly not_settled: number;
	readonly left_out: number;
	/** Judged claims among those that could be judged if all were settled, 0 to 1; `null` where there are none. */
	readonly settled_share: number | null;
	/** `n` is ten or more; below, the share says more of the others than of this group. */
	readonly can_be_judged: boolean;
}

/** What was left out of all groups together, by reason. */
export interface LeftOutClaims {
	readonly reason: LeftOutReason;
	readonly n: number;
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
export function trackRecords(claims: readonly ClaimOutcome[], by: RecordGroupOf): TrackRecord[] {
	const counted = countOutcomes(claims, typeof by === "function" ? by : (claim) => claim[by]);
	return withShares(counted, poolShares(counted.map(({ n, borne_out }) => ({ successes: borne_out, trials: n }))));
}

/**
 * Track record of single sources, pooled in two levels: source within kind of source within all
 * (`poolSharesInClasses`). Otherwise as `trackRecords`; most sources have too few settled claims to be judged.
 */
export function sourceRecords(claims: readonly ClaimOutcome[]): (TrackRecord & { readonly source_kind: string })[] {
	const kindOf = new Map(claims.map(({ source_id, source_kind }) => [source_id, source_kind]));
	const counted = countOutcomes(claims, ({ source_id }) => source_id);
	const kinds = counted.map(({ group }) => kindOf.get(group) as string);
	const shares = poolSharesInClasses(
		counted.map(({ n, borne_out }, index) => ({ successes: borne_out, trials: n, class: kinds[index] as string })),
	);
	return withShares(counted, shares).map((row, index) => ({ ...row, source_kind: kinds[index] as string }));
}

type Counted = Omit<TrackRecord, keyof PooledShare | "settled_share" | "can_be_judged">;

function countOutcomes(claims: readonly ClaimOutcome[], groupOf: (claim: ClaimOutcome) => string): Counted[] {
	const groups = [...groupBy(claims, groupOf)].sort(([a], [b]) => (a < b ? -1 : 1));
	return groups.map(([group, rows]) => {
		const count = (outcome: ClaimOutcome["outcome"]) => rows.filter((row) => row.outcome === outcome).length;
		const [borne_out, contradicted, not_settled, left_out] = [
			count("borne_out"),
			count("contradicted"),
			count("not_settled"),
			count("left_out"),
		];
		return { group, n: borne_out + contradicted, borne_out, contradicted, not_settled, left_out };
	});
}

function withShares(counted: readonly Counted[], shares: readonly PooledShare[]): TrackRecord[] {
	return counted.map((row, index) => ({
		...row,
		...(shares[index] as PooledShare),
		settled_share: row.n + row.not_settled === 0 ? null : row.n / (row.n + row.not_settled),
		can_be_judged: row.n >= fewestToJudge,
	}));
}

/** How many claims were left out for each reason that occurs. */
export function leftOutClaims(claims: readonly ClaimOutcome[]): LeftOutClaims[] {
	return leftOutReasons
		.map((reason) => ({ reason, n: claims.filter((claim) => claim.reason === reason).length }))
		.filter(({ n }) => n > 0);
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
export function rankProbabilities(records: readonly TrackRecord[]): RankProbability[] {
	const judged = records.filter(({ can_be_judged }) => can_be_judged);
	const highest = probabilityHighest(judged.map(({ borne_out, n }) => ({ successes: borne_out, trials: n })));
	return judged.map(({ group, n }, index) => ({ group, n, p_highest: highest[index] as number }));
}

/** A track record twice: without the verdicts that rest on the group's own claims, and with them. */
export interface RecordBothWays {
	readonly group: string;
	readonly n: number;
	readonly share: number;
	readonly n_own_verdicts_kept: number;
	readonly share_own_verdicts_kept: number;
	/** The second share less the first: what judging by one's own word adds, -1 to 1. */
	readonly gap: number;
	/** Both rest on enough settled claims. */
	readonly can_be_judged: boolean;
}

/** Both records of each group side by side, and the gap between them. */
export function recordsBothWays(dossier: Dossier, by: RecordGroupOf, options: JudgeOptions = {}): RecordBothWays[] {
	const kept = new Map(
		trackRecords(judgeClaims(dossier, { ...options, ownVerdicts: "kept" }), by).map((row) => [row.group, row]),
	);
	return trackRecords(judgeClaims(dossier, { ...options, ownVerdicts: "left_out" }), by).map((row) => {
		const other = kept.get(row.group) as TrackRecord;
		return {
			group: row.group,
			n: row.n,
			share: row.share,
			n_own_verdicts_kept: other.n,
			share_own_verdicts_kept: other.share,
			gap: other.share - row.share,
			can_be_judged: row.can_be_judged && other.can_be_judged,
		};
	});
}
