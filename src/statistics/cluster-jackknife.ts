import { intervalLevel } from "./interval-level.js";
import { chiSquareQuantile } from "./quantiles.js";

/** An interval about an estimate. */
export interface JackknifeInterval {
	readonly low: number;
	readonly high: number;
}

/**
 * Confidence interval of an estimate by the delete-one-cluster jackknife (Efron & Tibshirani, An Introduction to the
 * Bootstrap, 1993, ch. 11): estimate ± z × standard error. Values of one cluster may be correlated.
 *
 * @param without the same estimate computed without each cluster in turn
 * @throws `a jackknife needs two clusters or more: 1`
 * @example
 * clusterJackknife(2, [2.5, 2, 1.5], 0.95) // → { low: 0.8684, high: 3.1316 }
 */
export function clusterJackknife(
	estimate: number,
	without: readonly number[],
	level = intervalLevel,
): JackknifeInterval {
	const m = without.length;
	if (m < 2) throw new RangeError(`a jackknife needs two clusters or more: ${m}`);
	const mean = without.reduce((sum, each) => sum + each, 0) / m;
	const squares = without.reduce((sum, each) => sum + (each - mean) ** 2, 0);
	const reach = Math.sqrt(chiSquareQuantile(level, 1) * ((m - 1) / m) * squares);
	return { low: estimate - reach, high: estimate + reach };
}
