import { groupBy } from "../../records/group-by.js";
import type { Random } from "../../statistics/random.js";
import { shuffle } from "../../statistics/shuffle.js";
import type { AccuracyGrouping } from "./accuracy.js";
import type { ClaimOutcome } from "./outcomes.js";

/**
 * How chance is let in. `claims`: outcomes are dealt out among all judged claims, one by one. `sources`: within
 * each incident its sources change places, each with all its claims on that incident. `groups`: within each
 * incident whole groups change places, so that what a group says with one voice stays one voice.
 */
export const deals = ["claims", "sources", "groups"] as const;
export type Deal = (typeof deals)[number];

/** How far groups of claims differ, beside what chance alone would give. */
export interface DifferenceTest {
	readonly deal: Deal;
	/** Judged claims. */
	readonly n: number;
	readonly groups: number;
	/** Incidents in which two groups or more were judged: with `sources` and `groups` no other tells groups apart. */
	readonly mixed_incidents: number;
	/** Sum over groups of n (share − share of all)². */
	readonly statistic: number;
	/** The same on shuffled outcomes, on average; `null` without shuffles. */
	readonly shuffled_mean: number | null;
	/** (shuffles at least as large + 1) / (shuffles + 1). */
	readonly p: number;
	readonly shuffles: number;
}

/**
 * Negative control: whether groups differ by more than they do when chance alone tells who was right. Where it
 * does, differences vanish and p is uniform.
 *
 * Claims on one incident hang together. Dealt out one by one (`claims`, the default) they are therefore too
 * ready to call a difference real. `sources` is exact whatever hangs together within an incident as long as its
 * sources might have changed places, `groups` even where those of a group speak alike there; both are
 * permutations within blocks, and find less. Report them beside each other; `negativeControl` shows what each
 * says where there is no difference.
 *
 * @throws `unknown deal: cards`
 */
export function differenceTest(
	claims: readonly ClaimOutcome[],
	by: AccuracyGrouping,
	random: Random,
	{ shuffles = 999, deal = "claims" }: { readonly shuffles?: number; readonly deal?: Deal } = {},
): DifferenceTest {
	if (!deals.includes(deal)) throw new RangeError(`unknown deal: ${deal}`);
	const judged = claims
		.filter(({ outcome }) => outcome === "supported" || outcome === "contradicted")
		// So that the order of rows does not matter to what is drawn.
		.sort((a, b) => (a.claim_id < b.claim_id ? -1 : 1));
	const groups = [...groupBy(judged, (claim) => claim[by]).keys()];
	const unitOf = (claim: ClaimOutcome) => {
		if (deal === "claims") return claim.claim_id;
		return [claim.incident_id, claim[by], ...(deal === "sources" ? [claim.source_id] : [])].join(" ");
	};
	const units = [...groupBy(judged, unitOf).values()];
	const blockOf = ([first]: readonly ClaimOutcome[]) => (deal === "claims" ? "" : (first?.incident_id as string));
	const blocks = [...groupBy(units, blockOf).values()];
	const spread = spreadOf(blocks.flat(), groups.length);
	const own = blocks.map((block) => block.map(([first]) => groups.indexOf((first as ClaimOutcome)[by])));
	const statistic = spread(own.flat());
	let [atLeast, sum] = [0, 0];
	for (let round = 0; round < shuffles; round++) {
		const shuffled = spread(own.flatMap((block) => shuffle(block, random)));
		sum += shuffled;
		// Sums of the same numbers in another order may differ in their last bits.
		if (shuffled >= statistic - 1e-9) atLeast++;
	}
	return {
		deal,
		n: judged.length,
		groups: groups.length,
		mixed_incidents: [...groupBy(judged, ({ incident_id }) => incident_id).values()].filter(
			(rows) => new Set(rows.map((row) => row[by])).size > 1,
		).length,
		statistic,
		shuffled_mean: shuffles === 0 ? null : sum / shuffles,
		p: (atLeast + 1) / (shuffles + 1),
		shuffles,
	};
}

/** Sum over groups of n (share − share of all)², by the group of each unit. */
function spreadOf(units: readonly (readonly ClaimOutcome[])[], groups: number) {
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
