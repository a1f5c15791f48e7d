import { garwood, type Interval } from "./poisson.js";

/**
 * Interval of a count whose variance is `dispersion` times its mean (quasi-Poisson: Wedderburn, Biometrika 61,
 * 1974): as many events say what the count over the dispersion would say if they came alone, so the limits are
 * those of that count, times the dispersion. At 1 or below it is the plain interval: counts that vary less than
 * Poisson's are not taken for more evidence.
 *
 * Assumes one dispersion for all periods, well enough known: it is taken as given.
 *
 * @param intervalOf interval of a plain count, by default Garwood's
 * @throws `dispersion must be above 0: -1`
 * @example
 * overdispersed(0, 2) // → { low: 0, high: 7.378 }
 */
export function overdispersed(
	count: number,
	dispersion: number,
	intervalOf: (count: number) => Interval = garwood,
): Interval {
	if (!(dispersion > 0)) throw new RangeError(`dispersion must be above 0: ${dispersion}`);
	const times = Math.max(1, dispersion);
	const { low, high } = intervalOf(count / times);
	return { low: low * times, high: high * times };
}
