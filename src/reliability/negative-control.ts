import type { Random } from "../statistics/random.js";
import { shuffle } from "../statistics/shuffle.js";
import { groupBy } from "./origins.js";
import type { ClaimOutcome } from "./outcomes.js";
import type { RecordGrouping } from "./track-record.js";

export { shuffle } from "../statistics/shuffle.js";

/** How far groups of claims differ, beside what chance alone would give. */
export interface DifferenceTest {
	/** Judged claims. */
	readonly n: number;
	readonly groups: number;
	/** Sum over groups of n (share − share of all)². */
	readonly statistic: number;
	/** The same on shuffled outcomes, on average. */
	readonly shuffled_mean: number;
	/** (shuffles at least as large + 1) / (shuffles + 1). */
	readonly p: number;
	readonly shuffles: number;
}

/**
 * Negative control: whether groups differ by more than they do when outcomes are dealt out at random among
 * all judged claims. On shuffled outcomes the difference must vanish and p is uniform.
 *
 * Claims on one question hang together; a shuffle that deals them out one by one is therefore too ready to
 * call a difference real, never too slow.
 */
export function differenceTest(
	claims: readonly ClaimOutcome[],
	by: RecordGrouping,
	random: Random,
	shuffles = 999,
): DifferenceTest {
	const judged = claims.filter(({ outcome }) => outcome === "borne_out" || outcome === "contradicted");
	const keys = [...groupBy(judged, (claim) => claim[by]).keys()];
	const group = judged.map((claim) => keys.indexOf(claim[by]));
	const right = judged.map(({ outcome }) => (outcome === "borne_out" ? 1 : 0));
	const statistic = spreadOf(group, right, keys.length);
	let [atLeast, sum] = [0, 0];
	for (let round = 0; round < shuffles; round++) {
		const shuffled = spreadOf(group, shuffle(right, random), keys.length);
		sum += shuffled;
		// Sums of the same numbers in another order may differ in their last bits.
		if (shuffled >= statistic - 1e-9) atLeast++;
	}
	return {
		n: judged.length,
		groups: keys.length,
		statistic,
		shuffled_mean: shuffles === 0 ? 0 : sum / shuffles,
		p: (atLeast + 1) / (shuffles + 1),
		shuffles,
	};
}

function spreadOf(group: readonly number[], right: readonly number[], groups: number): number {
	const [n, k] = [new Array<number>(groups).fill(0), new Array<number>(groups).fill(0)];
	group.forEach((own, index) => {
		n[own] = (n[own] as number) + 1;
		k[own] = (k[own] as number) + (right[index] as number);
	});
	const overall = right.reduce((sum, each) => sum + each, 0) / Math.max(1, right.length);
	return n.reduce((sum, size, own) => sum + size * ((k[own] as number) / size - overall) ** 2, 0);
}
