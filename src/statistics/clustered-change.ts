import { clusterLogs, clusterSizes, type GammaPrior, rateGrid } from "./clusters.js";
import { logSum } from "./log-sum.js";

/** Where the rate of a series with clusters changed, if it did once. */
export interface ClusteredChange {
	/** Probability that period k (from 1) is the last before the change, for k = 1 to n − 1; adds up to 1. */
	readonly posterior: readonly number[];
	readonly mode: number;
	/** Posterior means, over all k, rates and sizes. */
	readonly rate_before: number;
	readonly rate_after: number;
	/** Natural logarithm of the evidence for one change with clusters over a constant rate with clusters. */
	readonly log_bayes_factor: number;
	/** Natural logarithm of the evidence for a constant rate with clusters. */
	readonly log_constant: number;
}

/**
 * One change in a rate whose counts come in clusters: negative binomial with mean l₁ e to period k and l₂ e after,
 * and one size throughout, so that a cluster is not taken for a change. Rates are Gamma a priori, sizes even on the
 * logarithm, k even; rates and sizes are summed over the grid of `logClusterEvidence`. Nothing is sampled.
 *
 * @throws `needs two periods or more: 1`
 * @example
 * clusteredChange([9, 8, 9, 1, 0, 1]).mode // → 3
 */
export function clusteredChange(
	counts: readonly number[],
	exposures: readonly number[] = counts.map(() => 1),
	prior: GammaPrior = { shape: 1, rate: 1 },
	sizes: readonly number[] = clusterSizes,
): ClusteredChange {
	const n = counts.length;
	if (n < 2) throw new RangeError(`needs two periods or more: ${n}`);
	const rates = rateGrid(counts, exposures, prior);
	const constants: number[] = [];
	const joint = Array.from({ length: n - 1 }, (): number[] => []);
	const before = Array.from({ length: n - 1 }, (): number[] => []);
	const after = Array.from({ length: n - 1 }, (): number[] => []);
	const logRates = rates.map(({ rate }) => Math.log(rate));
	const heads = Array.from({ length: n + 1 }, () => new Float64Array(rates.length));
	const tails = Array.from({ length: n + 1 }, () => new Float64Array(rates.length));
	const sums = new Float64Array(n + 1);
	const withRate = (logs: Float64Array) => logSum(logs.map((log, index) => log + (logRates[index] as number)));
	for (const size of sizes) {
		const logsAt = clusterLogs(counts, exposures, size);
		rates.forEach(({ rate, log }, index) => {
			sums[0] = 0;
			let all = 0;
			logsAt(rate).forEach((each, k) => {
				all += each;
				sums[k + 1] = all;
			});
			for (let k = 0; k <= n; k++) {
				(heads[k] as Float64Array)[index] = log + (sums[k] as number);
				(tails[k] as Float64Array)[index] = log + all - (sums[k] as number);
			}
		});
		constants.push(logSum(heads[n] as Float64Array));
		for (let k = 1; k < n; k++) {
			const [head, tail] = [heads[k] as Float64Array, tails[k] as Float64Array];
			const [first, last] = [logSum(head), logSum(tail)];
			joint[k - 1]?.push(first + last);
			before[k - 1]?.push(withRate(head) + last);
			after[k - 1]?.push(first + withRate(tail));
		}
	}
	const logs = joint.map(logSum);
	const whole = logSum(logs);
	const posterior = logs.map((log) => Math.exp(log - whole));
	const log_constant = logSum(constants) - Math.log(sizes.length);
	return {
		posterior,
		mode: posterior.indexOf(Math.max(...posterior)) + 1,
		rate_before: Math.exp(logSum(before.map(logSum)) - whole),
		rate_after: Math.exp(logSum(after.map(logSum)) - whole),
		log_bayes_factor: whole - Math.log(sizes.length) - Math.log(n - 1) - log_constant,
		log_constant,
	};
}
