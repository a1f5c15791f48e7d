import { betaGrid, type Trials } from "./beta-binomial.js";

const cells = 240;

/**
 * Probability of each group that its share is the highest, with shares pooled as in `poolShares`. They add
 * up to 1: the only form in which groups may be ranked, for places in a list claim more than is known.
 *
 * Integrated on a grid over the logit of the share for each point of the posterior of Beta(a, b), without
 * sampling.
 *
 * @example
 * probabilityHighest([{ successes: 3, trials: 4 }, { successes: 3, trials: 4 }]) // → [0.5, 0.5]
 */
export function probabilityHighest(groups: readonly Trials[]): number[] {
	const highest = groups.map(() => 0);
	for (const { a, b, weight } of betaGrid(groups)) {
		const densities = groups.map(({ successes, trials }) => density(a + successes, b + trials - successes));
		// Distribution functions at the middle of each cell.
		const below = densities.map((own) => {
			let sum = 0;
			return own.map((mass) => {
				sum += mass;
				return sum - mass / 2;
			});
		});
		densities.forEach((own, group) => {
			let share = 0;
			for (let cell = 0; cell < cells; cell++) {
				let others = own[cell] as number;
				for (let other = 0; other < groups.length && others > 0; other++)
					if (other !== group) others *= below[other]?.[cell] as number;
				share += others;
			}
			highest[group] = (highest[group] as number) + weight * share;
		});
	}
	const total = highest.reduce((sum, share) => sum + share, 0);
	return highest.map((share) => share / total);
}

/** Probability in each cell of the logit from -12 to 12. */
function density(a: number, b: number): number[] {
	const logs = Array.from({ length: cells }, (_, cell) => {
		const logit = -12 + (24 * (cell + 0.5)) / cells;
		return -a * Math.log1p(Math.exp(-logit)) - b * Math.log1p(Math.exp(logit));
	});
	const most = logs.reduce((best, each) => Math.max(best, each), Number.NEGATIVE_INFINITY);
	const masses = logs.map((each) => Math.exp(each - most));
	const sum = masses.reduce((total, mass) => total + mass, 0);
	return masses.map((mass) => mass / sum);
}
