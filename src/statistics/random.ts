import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Draws from [0, 1); the same sequence for the same seed on every machine. */
export type Random = () => number;

/**
 * A seeded source of chance (xoroshiro128+, Blackman & Vigna 2021): numbers from 0 up to 1, handed to whatever needs one: no measure makes its own.
 *
 * @throws `seed must be a whole number: 1.5`
 * @example
 * seeded(1)() === seeded(1)() // → true
 */
export function seeded(seed: number): Random {
	if (!Number.isInteger(seed)) throw new RangeError(`seed must be a whole number: ${seed}`);
	const generator = xoroshiro128plus(seed);
	return () => uniformFloat64(generator);
}

/** The seed of every permutation, bootstrap and simulation of the kit: the same data give the same bytes. */
const chartSeed = 1;

/** Random numbers for a test or an interval that a chart or a summary shows. */
export const chartRandom = (): Random => seeded(chartSeed);
