import jstat from "jstat";
import { type GammaPrior, logClusterEvidence } from "./clusters.js";
import { logSum } from "./log-sum.js";

/** Where the rate of a Poisson series changed, if it did once. */
export interface ChangePoint {
	/** Probability that period k (from 1) is the last before the change, for k = 1 to n − 1; adds up to 1. */
	readonly posterior: readonly number[];
	/** The likeliest k. */
	readonly mode: number;
	/** Posterior means, over all k. */
	readonly rate_before: number;
	readonly rate_after: number;
	/** Natural logarithm of the evidence for one change over one constant Poisson rate. */
	readonly log_bayes_factor: number;
	/** The same over a constant rate with clusters (negative binomial). */
	readonly log_bayes_factor_clusters: number;
}

/**
 * Exact posterior of one change in a Poisson rate: y ~ Poisson(l₁ e) to period k, Poisson(l₂ e) after, k even
 * over 1 to n − 1, rates Gamma a priori and integrated out (Raftery & Akman, Biometrika 73, 1986; Carlin,
 * Gelfand & Smith, Applied Statistics 41, 1992). Nothing is sampled.
 *
 * The cluster model has one Gamma rate and a size even on the logarithm of `clusterSizes`. A period without
 * exposure says nothing. Bayes factors depend on the prior: say which.
 *
 * @throws `needs two periods or more: 1`, `events without exposure in period 3`
 * @example
 * changePoint([9, 8, 9, 1, 0, 1]).mode // → 3
 */
export function changePoint(
	counts: readonly number[],
	exposures: readonly number[] = counts.map(() => 1),
	prior: GammaPrior = { shape: 1, rate: 1 },
): ChangePoint {
	const n = counts.length;
	if (n < 2) throw new RangeError(`needs two periods or more: ${n}`);
	counts.forEach((count, index) => {
		if (count > 0 && !((exposures[index] ?? 0) > 0))
			throw new RangeError(`events without exposure in period ${index + 1}`);
	});
	const [events, exposed] = [cumulative(counts), cumulative(exposures)];
	const [allEvents, allExposed] = [events[n] ?? 0, exposed[n] ?? 0];
	const logs: number[] = [];
	for (let k = 1; k < n; k++) {
		const [before, time] = [events[k] ?? 0, exposed[k] ?? 0];
		logs.push(logEvidence(before, time, prior) + logEvidence(allEvents - before, allExposed - time, prior));
	}
	const whole = logSum(logs);
	const posterior = logs.map((log) => Math.exp(log - whole));
	const mean = (rate: (k: number) => number) => posterior.reduce((sum, p, index) => sum + p * rate(index + 1), 0);
	const logChange = whole - Math.log(n - 1);
	// The Poisson evidence excludes what every model has in common; the cluster model's includes it.
	const shared = counts.reduce((sum, count, index) => {
		const exposure = exposures[index] ?? 0;
		return sum + (count === 0 ? 0 : count * Math.log(exposure)) - jstat.gammaln(count + 1);
	}, 0);
	return {
		posterior,
		mode: posterior.indexOf(Math.max(...posterior)) + 1,
		rate_before: mean((k) => (prior.shape + (events[k] ?? 0)) / (prior.rate + (exposed[k] ?? 0))),
		rate_after: mean(
			(k) => (prior.shape + allEvents - (events[k] ?? 0)) / (prior.rate + allExposed - (exposed[k] ?? 0)),
		),
		log_bayes_factor: logChange - logEvidence(allEvents, allExposed, prior),
		log_bayes_factor_clusters: logChange + shared - logClusterEvidence(counts, exposures, prior),
	};
}

/** Logarithm of the evidence of one Gamma rate, without the factors that no model changes. */
function logEvidence(events: number, exposure: number, { shape, rate }: GammaPrior): number {
	return (
		shape * Math.log(rate) -
		jstat.gammaln(shape) +
		jstat.gammaln(shape + events) -
		(shape + events) * Math.log(rate + exposure)
	);
}

function cumulative(values: readonly number[]): number[] {
	const sums = [0];
	for (const value of values) sums.push((sums[sums.length - 1] ?? 0) + value);
	return sums;
}
