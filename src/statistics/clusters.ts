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
 * is computed once, and what depends on it once for each exposure that occurs. A period without exposure says nothing.
 *
 * @returns the same array for every rate
 */
export function clusterLogs(
	counts: readonly number[],
	exposures: readonly number[],
	size: number,
): (rate: number) => Float64Array {
	const known = new Map<number, number>();
	const terms = Float64Array.from(counts, (count) => {
		const term = known.get(count) ?? jstat.gammaln(count + size) - jstat.gammaln(size) - jstat.gammaln(count + 1);
		known.set(count, term);
		return term;
	});
	const distinct = [...new Set(counts.map((_, index) => exposures[index] ?? 0))];
	const kindOf = Int32Array.from(counts, (_, index) => distinct.indexOf(exposures[index] ?? 0));
	const [empty, full] = [new Float64Array(distinct.length), new Float64Array(distinct.length)];
	const logs = new Float64Array(counts.length);
	return (rate) => {
		distinct.forEach((exposure, kind) => {
			const mean = rate * exposure;
			empty[kind] = mean === 0 ? Number.NaN : size * Math.log1p(mean / size);
			full[kind] = Math.log(mean / (size + mean));
		});
		for (let index = 0; index < logs.length; index++) {
			const kind = kindOf[index] as number;
			const none = empty[kind] as number;
			const count = counts[index] as number;
			const seen = count === 0 ? 0 : count * (full[kind] as number);
			logs[index] = Number.isNaN(none) ? 0 : (terms[index] as number) - none + seen;
		}
		return logs;
	};
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
		return rates.map(({ rate, log }) => {
			let sum = log;
			for (const each of logsAt(rate)) sum += each;
			return sum;
		});
	});
	return logSum(logs) - Math.log(sizes.length);
}
