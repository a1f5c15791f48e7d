import { chiSquareTail } from "./quantiles.js";

/** Whether counts vary more than a Poisson count of one rate would. */
export interface Dispersion {
	/** Σ (count − expected)² / expected. */
	readonly statistic: number;
	/** Degrees of freedom: periods with exposure, less one. */
	readonly degrees: number;
	/** Statistic over degrees: about 1 for one Poisson rate, above it for clusters or changes. */
	readonly index: number;
	/** Probability of at least this much variation under one constant rate, by chi-square. */
	readonly p: number;
}

/**
 * Fisher's index of dispersion over periods of known exposure (Fisher, Thornton & MacKenzie 1922). Expected
 * counts are the exposure's part of the sum. Chi-square is a fair guide where most expected counts are above 1;
 * the test cannot tell clusters from a change of rate.
 *
 * @throws `needs two periods or more: 1`, `needs an event or more`
 * @example
 * dispersion([2, 4, 6]).statistic // → 2.0
 */
export function dispersion(counts: readonly number[], exposures: readonly number[] = counts.map(() => 1)): Dispersion {
	if (counts.length < 2) throw new RangeError(`needs two periods or more: ${counts.length}`);
	const total = counts.reduce((sum, count) => sum + count, 0);
	if (total === 0) throw new RangeError("needs an event or more");
	const whole = exposures.reduce((sum, exposure) => sum + exposure, 0);
	const statistic = counts.reduce((sum, count, index) => {
		const expected = (total * (exposures[index] ?? 0)) / whole;
		return expected === 0 ? sum : sum + (count - expected) ** 2 / expected;
	}, 0);
	const degrees = exposures.filter((exposure) => exposure > 0).length - 1;
	return { statistic, degrees, index: statistic / degrees, p: chiSquareTail(statistic, degrees) };
}
