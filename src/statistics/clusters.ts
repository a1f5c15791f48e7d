import jstat from "jstat";
import { logSum } from "./log-sum.js";

/** Gamma prior on a rate, in events per unit of exposure. */
export interface GammaPrior {
	readonly shape: number;
	readonly rate: number;
}

/** Sizes of the cluster model, spread evenly on the logarithm from strong clusters to almost none. */
export const clusterSizes: readonly number[] = Array.from({ length: 41 }, (_, step) => 0.1 * 10 ** ((3 * step) / 40));

/** A rate of a grid, and the logarithm of the prior probability of its step. */
export interface GridRate {
	readonly rate: number;
	readonly log: number;
}

const [steps, reach] = [400, 8];

/** Rates on 400 even steps of the logarithm, e⁸ either way of the mean that counts and prior give. */
export function rateGrid(
	counts: readonly number[],
	exposures: readonly number[],
	{ shape, rate: perRate }: GammaPrior,
): GridRate[] {
	const total = counts.reduce((sum, count) => sum + count, 0);
	const centre = Math.log((shape + total) / (perRate + exposures.reduce((sum, each) => sum + each, 0)));
	const width = (2 * reach) / steps;
	return Array.from({ length: steps }, (_, step) => {
		const logRate = centre - reach + width * (step + 0.5);
		const rate = Math.exp(logRate);
		const log = shape * Math.log(perRate) - jstat.gammaln(shape) + shape * logRate - perRate * rate;
		return { rate, log: log + Math.log(width) };
	});
}

/**
 * Log-probabilities of counts under clusters of one size, as a function of the rate: what does not depend on the rate
 * is computed once. A period without exposure says nothing.
 */
export function clusterLogs(
	counts: readonly number[],
	exposures: readonly number[],
	size: number,
): (rate: number) => number[] {
	const terms = counts.map((count) => jstat.gammaln(count + size) - jstat.gammaln(size) - jstat.gammaln(count + 1));
	return (rate) =>
		counts.map((count, index) => {
			const mean = rate * (exposures[index] ?? 0);
			if (mean === 0) return 0;
			const seen = count === 0 ? 0 : count * Math.log(mean / (size + mean));
			return (terms[index] ?? 0) - size * Math.log1p(mean / size) + seen;
		});
}

/**
 * Logarithm of the probability of counts under one Gamma rate with clusters (negative binomial), rate and size
 * summed over a grid: sizes as given, equally likely; rates as `rateGrid`. Good to a hundredth of the evidence up to
 * some 2,000 events.
 */
export function logClusterEvidence(
	counts: readonly number[],
	exposures: readonly number[],
	prior: GammaPrior,
	sizes: readonly number[] = clusterSizes,
): number {
	const rates = rateGrid(counts, exposures, prior);
	const logs = sizes.flatMap((size) => {
		const logsAt = clusterLogs(counts, exposures, size);
		return rates.map(({ rate, log }) => logsAt(rate).reduce((sum, each) => sum + each, log));
	});
	return logSum(logs) - Math.log(sizes.length);
}
