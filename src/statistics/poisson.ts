import jstat from "jstat";
import { chiSquareQuantile } from "./quantiles.js";
import { solveRising } from "./solve.js";

/** Two limits around an estimate. */
export interface Interval {
	/** Lower limit, in the unit of what it is a limit of. */
	readonly low: number;
	/** Upper limit, in the same unit. */
	readonly high: number;
}

/**
 * Exact interval of a Poisson count (Garwood, Biometrika 28, 1936): it holds the mean with at least the
 * stated probability, whatever the mean is. Divide both limits by the exposure for a rate. A count spread
 * over periods need not be whole; the limits are then those of the gamma distribution.
 *
 * @param count events seen, 0 or more
 * @param confidence such as .95
 * @throws `count must be 0 or more: -1`
 * @example
 * garwood(0) // → { low: 0, high: 3.689 }
 * garwood(5) // → { low: 1.623, high: 11.668 }
 */
export function garwood(count: number, confidence = 0.95): Interval {
	if (!(count >= 0)) throw new RangeError(`count must be 0 or more: ${count}`);
	const tail = (1 - confidence) / 2;
	return {
		low: count === 0 ? 0 : chiSquareQuantile(tail, 2 * count) / 2,
		high: chiSquareQuantile(1 - tail, 2 * count + 2) / 2,
	};
}

/**
 * Mid-p interval of a Poisson count: as Garwood's, with only half of the probability of the count itself in
 * either tail. Shorter, and on average over means nearer to the stated probability; for some means below it
 * (Cohen & Yang, Statistics in Medicine 13, 1994).
 *
 * @throws `count must be 0 or more: -1`
 * @example
 * midP(0) // → { low: 0, high: 2.996 }
 */
export function midP(count: number, confidence = 0.95): Interval {
	const outer = garwood(count, confidence);
	const tail = (1 - confidence) / 2;
	const rising = (mean: number) =>
		((count === 0 ? 1 : jstat.lowRegGamma(count, mean)) + jstat.lowRegGamma(count + 1, mean)) / 2;
	return {
		low: count === 0 ? 0 : solveRising(rising, tail, outer.low, outer.high),
		high: solveRising(rising, 1 - tail, outer.low, outer.high),
	};
}
