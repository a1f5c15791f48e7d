import { tailsOf } from "./interval-level.js";
import type { Random } from "./random.js";
import { quantileOf } from "./sample-quantile.js";

/** How clusters are resampled. */
export interface BootstrapOptions {
	/** Source of chance, such as `seeded(1)`. */
	readonly random: Random;
	/** How often; default 2,000. */
	readonly draws?: number;
}

/**
 * Bootstrap of whole clusters, resampled with replacement, as many as there are: what lies within one cluster may
 * be correlated (Efron & Tibshirani, An Introduction to the Bootstrap, 1993, ch. 13). With few clusters the interval
 * is too narrow. Limits are percentiles by `quantileOf`.
 *
 * @param clusters one summary of each, such as its sums
 * @param statistic of the clusters of a draw, which are in the same array for every draw
 * @returns a function that gives the percentile limits of a level, such as 0.95
 * @throws `no clusters to draw from`
 * @example
 * clusterBootstrap([3, 3, 3], (drawn) => drawn.reduce((sum, each) => sum + each, 0), { random: seeded(1) })(0.95) // → { low: 9, high: 9 }
 */
export function clusterBootstrap<Cluster>(
	clusters: readonly Cluster[],
	statistic: (drawn: readonly Cluster[]) => number,
	{ random, draws = 2000 }: BootstrapOptions,
): (level: number) => { readonly low: number; readonly high: number } {
	if (clusters.length === 0) throw new RangeError("no clusters to draw from");
	const drawn = [...clusters];
	const found = Float64Array.from({ length: draws }, () => {
		for (let place = 0; place < drawn.length; place++)
			drawn[place] = clusters[Math.floor(random() * clusters.length)] as Cluster;
		return statistic(drawn);
	}).sort();
	return (level) => {
		const [low, high] = tailsOf(level);
		return { low: quantileOf(found, low), high: quantileOf(found, high) };
	};
}
