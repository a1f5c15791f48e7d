import type { Random } from "./random.js";

/** Limits from resampling. */
export interface ResampledInterval {
	/** `null` where fewer than half of the draws have a value. */
	readonly low: number | null;
	readonly high: number | null;
	readonly draws: number;
	/** Draws in which the figure has no value, and which the limits leave out. */
	readonly empty_draws: number;
}

/**
 * Percentile interval of a figure by resampling whole clusters with replacement (Efron & Tibshirani, An
 * Introduction to the Bootstrap, 1993, chapters 8 and 13): what belongs to one incident stays together, since
 * its rows are not independent.
 *
 * Assumes that clusters are alike and independent of each other. With under some twenty clusters the limits
 * are too narrow.
 *
 * @param clusters rows of each cluster
 * @param figure of the rows of all drawn clusters; `null` where it has no value
 * @param options `draws` defaults to 1,000, `confidence` to .9
 */
export function clusterBootstrap<Row>(
	clusters: readonly (readonly Row[])[],
	figure: (rows: readonly Row[]) => number | null,
	random: Random,
	{ draws = 1000, confidence = 0.9 }: { readonly draws?: number; readonly confidence?: number } = {},
): ResampledInterval {
	const values: number[] = [];
	for (let draw = 0; draw < draws; draw++) {
		const rows = clusters.flatMap(() => clusters[Math.floor(random() * clusters.length)] as readonly Row[]);
		const value = figure(rows);
		if (value !== null) values.push(value);
	}
	values.sort((a, b) => a - b);
	const known = values.length * 2 > draws;
	const tail = (1 - confidence) / 2;
	return {
		low: known ? quantileOf(values, tail) : null,
		high: known ? quantileOf(values, 1 - tail) : null,
		draws,
		empty_draws: draws - values.length,
	};
}

/**
 * A quantile of sorted numbers, between two of them by a straight line (type 7 of Hyndman & Fan 1996, the
 * default of R and NumPy).
 *
 * @param sorted ascending, one number or more
 * @throws `no numbers to take a quantile of`
 * @example
 * quantileOf([1, 2, 4], 0.75) // → 3
 */
export function quantileOf(sorted: readonly number[], probability: number): number {
	if (sorted.length === 0) throw new RangeError("no numbers to take a quantile of");
	const at = (sorted.length - 1) * probability;
	const [below, above] = [sorted[Math.floor(at)] as number, sorted[Math.ceil(at)] as number];
	return below + (above - below) * (at - Math.floor(at));
}
