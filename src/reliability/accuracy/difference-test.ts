import { groupBy } from "../../records/group-by.js";
import { knownOption } from "../../records/known-option.js";
import { significanceLevel } from "../../statistics/interval-level.js";
import type { Random } from "../../statistics/random.js";
import { shuffle } from "../../statistics/shuffle.js";
import { type AccuracyGroupOf, groupNameOf } from "./accuracy.js";
import type { ClaimOutcome } from "./outcomes.js";

/**
 * What is permuted. `groups_within_incidents` (default): within each incident whole groups exchange their outcomes, so
 * that claims of one group on one incident may be correlated. `sources_within_incidents`: single sources do, each with
 * all its claims on the incident. `claims_ignoring_clustering`: single claims of all incidents, which is invalid where
 * claims of an incident are correlated, as they are here: too many differences are called significant.
 */
export const permutedUnits = [
	"groups_within_incidents",
	"sources_within_incidents",
	"claims_ignoring_clustering",
] as const;
export type PermutedUnit = (typeof permutedUnits)[number];

/** A permutation test of the difference in accuracy between groups. */
export interface DifferenceTest {
	readonly permute: PermutedUnit;
	/** Resolved claims. */
	readonly n: number;
	/** Groups compared. */
	readonly groups: number;
	/** Incidents with resolved claims of two groups or more: within incidents only these compare groups. */
	readonly mixed_incidents: number;
	/** Sum over groups of n (share − share of all)². */
	readonly statistic: number;
	/** The same after permutation, on average; `null` without permutations. */
	readonly permuted_mean: number | null;
	/** (permutations with a statistic at least as large + 1) / (permutations + 1). */
	readonly p: number;
	/** Random permutations. */
	readonly permutations: number;
}

/**
 * Permutation test: do groups differ in accuracy by more than chance gives? Claims on one incident are correlated, so
 * whole groups are permuted within incidents unless asked otherwise; only that is valid whatever is correlated within
 * a group and incident. `negativeControl` shows how often each choice finds a difference where there is none.
 *
 * @throws `unknown unit to permute: cards (known: groups_within_incidents, …)`
 * @example
 * differenceTest(judgeClaims(dossier), "side", seeded(1), { permutations: 99 }) // → { n: 8, groups: 2, mixed_incidents: 3, statistic: 0.125 }
 */
export function differenceTest(
	claims: readonly ClaimOutcome[],
	by: AccuracyGroupOf,
	random: Random,
	{
		permutations = 999,
		permute = "groups_within_incidents",
	}: { readonly permutations?: number; readonly permute?: PermutedUnit } = {},
): DifferenceTest {
	knownOption("unit to permute", permute, permutedUnits);
	const groupOf = groupNameOf(by);
	const resolved = claims
		.filter(({ outcome }) => outcome === "supported" || outcome === "contradicted")
		// So that the order of rows does not matter to the random numbers.
		.sort((a, b) => (a.claim_id < b.claim_id ? -1 : 1));
	const groups = [...groupBy(resolved, groupOf).keys()];
	const isWithin = permute !== "claims_ignoring_clustering";
	const unitOf = (claim: ClaimOutcome) =>
		isWithin
			? [claim.incident_id, groupOf(claim), ...(permute === "sources_within_incidents" ? [claim.source_id] : [])].join(
					" ",
				)
			: claim.claim_id;
	const units = [...groupBy(resolved, unitOf).values()];
	const blockOf = ([first]: readonly ClaimOutcome[]) => (isWithin ? (first?.incident_id as string) : "");
	const blocks = [...groupBy(units, blockOf).values()];
	const statisticOf = differenceStatistic(blocks.flat(), groups.length);
	const own = blocks.map((block) => block.map(([first]) => groups.indexOf(groupOf(first as ClaimOutcome))));
	const statistic = statisticOf(own.flat());
	let [atLeast, sum] = [0, 0];
	for (let round = 0; round < permutations; round++) {
		const permuted = statisticOf(own.flatMap((block) => shuffle(block, random)));
		sum += permuted;
		// Sums of the same numbers in another order may differ in their last bits.
		if (permuted >= statistic - 1e-9) atLeast++;
	}
	return {
		permute,
		n: resolved.length,
		groups: groups.length,
		mixed_incidents: [...groupBy(resolved, ({ incident_id }) => incident_id).values()].filter(
			(rows) => new Set(rows.map(groupOf)).size > 1,
		).length,
		statistic,
		permuted_mean: permutations === 0 ? null : sum / permutations,
		p: (atLeast + 1) / (permutations + 1),
		permutations,
	};
}

/** Whether a difference may be called one: significant when whole groups are permuted within incidents. */
export const isSignificant = ({ permute, p }: DifferenceTest): boolean =>
	permute === "groups_within_incidents" && p <= significanceLevel;

/** Sum over groups of n (share − share of all)², by the group of each unit. */
function differenceStatistic(units: readonly (readonly ClaimOutcome[])[], groups: number) {
	const size = units.map((rows) => rows.length);
	const right = units.map((rows) => rows.filter(({ outcome }) => outcome === "supported").length);
	const total = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);
	const overall = total(right) / total(size);
	return (groupOf: readonly number[]): number => {
		const [n, k] = [new Array<number>(groups).fill(0), new Array<number>(groups).fill(0)];
		groupOf.forEach((group, unit) => {
			n[group] = (n[group] as number) + (size[unit] as number);
			k[group] = (k[group] as number) + (right[unit] as number);
		});
		return n.reduce((sum, each, group) => sum + each * ((k[group] as number) / each - overall) ** 2, 0);
	};
}
