import jstat from "jstat";
import type { Interval } from "./poisson.js";
import { solveRising } from "./solve.js";

/** A count distribution fitted by maximum likelihood. */
export interface CountFit extends Interval {
	/** `poisson` where the counts vary no more than their mean. */
	readonly model: "negative_binomial" | "poisson";
	/** Events a period. */
	readonly mean: number;
	/** Size: variance is mean + mean² / theta. `null` for a Poisson fit, where it is without bound. */
	readonly theta: number | null;
	readonly theta_se: number | null;
	/** Natural logarithm. */
	readonly log_likelihood: number;
	/** Counts fitted. */
	readonly n: number;
}

/** Logarithm of the Poisson probability of a count, by mean. */
export function logPoisson(count: number, mean: number): number {
	return (count === 0 ? 0 : count * Math.log(mean)) - mean - jstat.gammaln(count + 1);
}

/** Logarithm of the negative binomial probability of a count, by mean and size. */
export function logNegativeBinomial(count: number, mean: number, theta: number): number {
	return (
		jstat.gammaln(count + theta) -
		jstat.gammaln(theta) -
		jstat.gammaln(count + 1) +
		theta * Math.log(theta / (theta + mean)) +
		(count === 0 ? 0 : count * Math.log(mean / (theta + mean)))
	);
}

/**
 * Fits a negative binomial to whole counts (mean and size, as `glm.nb(y ~ 1)` of the R package MASS, Venables & Ripley 2002), or a Poisson where the
 * variance (over n) does not exceed the mean, for then the likelihood rises without end in theta. Limits are
 * of the mean: Wald's on the logarithm, with the fitted variance.
 *
 * Assumes periods of equal exposure, independent of each other.
 *
 * @throws `count must be a whole number, 0 or more: 1.5`, `needs an event or more`
 * @example
 * fitCounts([1, 1, 1, 1]).model // → "poisson"
 */
export function fitCounts(counts: readonly number[]): CountFit {
	for (const count of counts)
		if (!(Number.isInteger(count) && count >= 0))
			throw new RangeError(`count must be a whole number, 0 or more: ${count}`);
	const n = counts.length;
	const mean = counts.reduce((sum, count) => sum + count, 0) / n;
	if (!(mean > 0)) throw new RangeError("needs an event or more");
	const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / n;
	const isPoisson = variance <= mean;
	const theta = isPoisson ? null : Math.exp(solveRising((log) => -score(counts, mean, Math.exp(log)), 0, -20, 20));
	const z = 1.959963984540054;
	const se = Math.sqrt((mean + (theta === null ? 0 : mean ** 2 / theta)) / n) / mean;
	return {
		model: isPoisson ? "poisson" : "negative_binomial",
		mean,
		low: mean * Math.exp(-z * se),
		high: mean * Math.exp(z * se),
		theta,
		theta_se: theta === null ? null : 1 / Math.sqrt(information(counts, mean, theta)),
		log_likelihood: counts.reduce(
			(sum, count) => sum + (theta === null ? logPoisson(count, mean) : logNegativeBinomial(count, mean, theta)),
			0,
		),
		n,
	};
}

/** Slope of the log-likelihood in theta at the mean; for whole counts the digammas are finite sums. */
function score(counts: readonly number[], mean: number, theta: number): number {
	const sums = counts.reduce((total, count) => total + sumBelow(count, (step) => 1 / (theta + step)), 0);
	return sums - counts.length * Math.log1p(mean / theta);
}

/** Observed information on theta at the mean, as MASS `theta.ml`. */
function information(counts: readonly number[], mean: number, theta: number): number {
	const sums = counts.reduce((total, count) => total + sumBelow(count, (step) => (theta + step) ** -2), 0);
	return sums - counts.length / theta + counts.length / (mean + theta);
}

function sumBelow(count: number, term: (step: number) => number): number {
	let sum = 0;
	for (let step = 0; step < count; step++) sum += term(step);
	return sum;
}
