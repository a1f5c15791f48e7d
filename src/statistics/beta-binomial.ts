import betaln from "@stdlib/math-base-special-betaln";
import betaCdf from "@stdlib/stats-base-dists-beta-cdf";

/** Successes among trials of one group. */
export interface Trials {
	readonly successes: number;
	readonly trials: number;
}

/** A share with its credible limits. */
export interface PooledShare {
	/** Posterior mean, 0 to 1. */
	readonly share: number;
	readonly low: number;
	readonly high: number;
}

/** A point of the grid over Beta(a, b), with its posterior weight. */
export interface GridPoint {
	readonly a: number;
	readonly b: number;
	readonly weight: number;
}

const steps = 60;

/**
 * Posterior over the Beta(a, b) that groups' shares come from, on a grid over the logit of its mean and the
 * logarithm of its size, with the prior (a + b)^(-5/2) (Gelman et al., Bayesian Data Analysis, 3rd ed.,
 * section 5.3). Weights add up to 1; points that weigh under a millionth of the heaviest are dropped.
 *
 * Groups without trials say nothing and change nothing.
 */
export function betaGrid(groups: readonly Trials[]): GridPoint[] {
	const points: { a: number; b: number; log: number }[] = [];
	for (let i = 0; i < steps; i++)
		for (let j = 0; j < steps; j++) {
			const logit = -5 + (10 * (i + 0.5)) / steps;
			const logSize = -1 + (8 * (j + 0.5)) / steps;
			const size = Math.exp(logSize);
			const a = size / (1 + Math.exp(-logit));
			const b = size - a;
			// In (logit mean, log size) the prior (a + b)^(-5/2) on (a, b) takes the Jacobian a b.
			let log = -2.5 * logSize + Math.log(a) + Math.log(b);
			for (const { successes, trials } of groups)
				if (trials > 0) log += betaln(successes + a, trials - successes + b) - betaln(a, b);
			points.push({ a, b, log });
		}
	const most = points.reduce((best, { log }) => Math.max(best, log), Number.NEGATIVE_INFINITY);
	const kept = points
		.map(({ a, b, log }) => ({ a, b, weight: Math.exp(log - most) }))
		.filter(({ weight }) => weight > 1e-6);
	const sum = kept.reduce((total, { weight }) => total + weight, 0);
	return kept.map(({ a, b, weight }) => ({ a, b, weight: weight / sum }));
}

/**
 * Shares of groups, each drawn towards what the groups have in common, the more the fewer its own trials;
 * limits hold the uncertainty about the common distribution too.
 *
 * @param confidence such as .9, with equal tails
 * @throws `successes must be within 0 to 3: 5`
 */
export function poolShares(groups: readonly Trials[], confidence = 0.9): PooledShare[] {
	for (const { successes, trials } of groups)
		if (!(successes >= 0 && successes <= trials))
			throw new RangeError(`successes must be within 0 to ${trials}: ${successes}`);
	const grid = betaGrid(groups);
	const tail = (1 - confidence) / 2;
	return groups.map((group) => {
		const share = grid.reduce(
			(sum, { a, b, weight }) => sum + (weight * (group.successes + a)) / (group.trials + a + b),
			0,
		);
		return { share, low: quantile(grid, group, tail), high: quantile(grid, group, 1 - tail) };
	});
}

/** Where the mixture of Beta posteriors reaches a probability, by bisection to a ten-thousandth. */
function quantile(grid: readonly GridPoint[], { successes, trials }: Trials, probability: number): number {
	let [low, high] = [0, 1];
	while (high - low > 1e-4) {
		const middle = (low + high) / 2;
		let below = 0;
		for (const { a, b, weight } of grid) below += weight * betaCdf(middle, successes + a, trials - successes + b);
		if (below < probability) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}
