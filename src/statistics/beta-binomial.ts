import { type BetaComponent, mixtureQuantile } from "./beta-mixture.js";
import { intervalLevel, tailsOf } from "./interval-level.js";
import { logBeta } from "./log-beta.js";

/** Successes among trials of one group. */
export interface Trials {
	readonly successes: number;
	readonly trials: number;
}

/** A share with its credible limits. */
export interface PooledShare {
	/** Posterior mean, 0 to 1. */
	readonly share: number;
	/** Limits of `share`, 0 to 1. */
	readonly low: number;
	readonly high: number;
}

/** A rectangle of the grid: logit of the mean, logarithm of the size. */
interface Box {
	readonly logit: readonly [number, number];
	readonly logSize: readonly [number, number];
}

/** Means from 0.7% to 99.3%, sizes from a third of a trial to a thousand. */
const everywhere: Box = { logit: [-5, 5], logSize: [-1, 7] };

/**
 * Posterior over the Beta(a, b) that groups' shares come from, on a grid over the logit of its mean and the
 * logarithm of its size, with the prior (a + b)^(-5/2) (Gelman et al., Bayesian Data Analysis, 3rd ed.,
 * section 5.3). A coarse grid finds where the posterior lies, a fine one covers that. Weights add up to 1;
 * points that weigh under a ten-thousandth of the heaviest are dropped.
 *
 * Groups without trials say nothing and change nothing.
 */
export function betaGrid(groups: readonly Trials[]): BetaComponent[] {
	const counted = groups.filter(({ trials }) => trials > 0);
	const coarse = weigh(counted, everywhere, 24, 1e-6);
	const reach = (of: (point: GridPoint) => number, cell: number): [number, number] => {
		const values = coarse.map(of);
		return [Math.min(...values) - cell, Math.max(...values) + cell];
	};
	const fine = weigh(
		counted,
		{ logit: reach(({ logit }) => logit, 10 / 24), logSize: reach(({ logSize }) => logSize, 8 / 24) },
		24,
		1e-4,
	);
	const sum = fine.reduce((total, { weight }) => total + weight, 0);
	return fine.map(({ a, b, weight }) => ({ a, b, weight: weight / sum }));
}

interface GridPoint extends BetaComponent {
	readonly logit: number;
	readonly logSize: number;
}

function weigh(groups: readonly Trials[], { logit, logSize }: Box, steps: number, least: number): GridPoint[] {
	const points: (Omit<GridPoint, "weight"> & { log: number })[] = [];
	const at = ([from, to]: readonly [number, number], step: number) => from + ((to - from) * (step + 0.5)) / steps;
	for (let i = 0; i < steps; i++)
		for (let j = 0; j < steps; j++) {
			const point = { logit: at(logit, i), logSize: at(logSize, j) };
			const size = Math.exp(point.logSize);
			const a = size / (1 + Math.exp(-point.logit));
			const b = size - a;
			// In (logit mean, log size) the prior (a + b)^(-5/2) on (a, b) takes the Jacobian a b.
			let log = -2.5 * point.logSize + Math.log(a) + Math.log(b) - groups.length * logBeta(a, b);
			for (const { successes, trials } of groups) log += logBeta(successes + a, trials - successes + b);
			points.push({ ...point, a, b, log });
		}
	const most = points.reduce((best, { log }) => Math.max(best, log), Number.NEGATIVE_INFINITY);
	return points
		.map(({ log, ...point }) => ({ ...point, weight: Math.exp(log - most) }))
		.filter(({ weight }) => weight > least);
}

/**
 * Shares of groups, each drawn towards what the groups have in common, the more the fewer its own trials;
 * limits hold the uncertainty about the common distribution too (Gelman et al., Bayesian Data Analysis, 3rd ed. 2013,
 * chapter 5).
 *
 * @param confidence level of the limits, with equal tails (default: `intervalLevel`)
 * @throws `successes must be within 0 to 3: 5`
 * @example
 * poolShares([{ successes: 1, trials: 2 }, { successes: 1, trials: 2 }])[0].share // → 0.50
 */
export function poolShares(groups: readonly Trials[], confidence = intervalLevel): PooledShare[] {
	for (const { successes, trials } of groups)
		if (!(successes >= 0 && successes <= trials))
			throw new RangeError(`successes must be within 0 to ${trials}: ${successes}`);
	const grid = betaGrid(groups);
	const known = new Map<string, PooledShare>();
	return groups.map(({ successes, trials }) => {
		const key = `${successes}/${trials}`;
		const share =
			known.get(key) ??
			pooledShare(
				grid.map(({ a, b, weight }) => ({ a: a + successes, b: b + trials - successes, weight })),
				confidence,
			);
		known.set(key, share);
		return share;
	});
}

/** Mean and equal-tailed limits of a share whose posterior is a mixture of Beta distributions. */
export function pooledShare(posterior: readonly BetaComponent[], confidence: number): PooledShare {
	const [low, high] = mixtureQuantile(posterior, tailsOf(confidence)) as [number, number];
	return { share: posterior.reduce((sum, { a, b, weight }) => sum + (weight * a) / (a + b), 0), low, high };
}
