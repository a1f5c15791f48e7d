import jstat from "jstat";

/**
 * Mean and variance of a normal variable of which only an interval is known to hold it.
 *
 * @param low may be −∞
 * @param high may be +∞
 * @throws `deviation must be above 0: 0`, `interval is empty: 2 to 1`
 * @example
 * truncatedNormal(0, 1, 0, Number.POSITIVE_INFINITY).mean // → 0.7979
 */
export function truncatedNormal(
	mean: number,
	deviation: number,
	low: number,
	high: number,
): { readonly mean: number; readonly variance: number } {
	if (!(deviation > 0)) throw new RangeError(`deviation must be above 0: ${deviation}`);
	if (!(low <= high)) throw new RangeError(`interval is empty: ${low} to ${high}`);
	const [a, b] = [(low - mean) / deviation, (high - mean) / deviation];
	// On the upper side the complementary function keeps its digits.
	const mass = a > 0 ? upper(a) - upper(b) : b < 0 ? upper(-b) - upper(-a) : 1 - upper(b) - upper(-a);
	if (mass < 1e-10) {
		// So far out the density falls off from the nearer end like an exponential.
		const end = Math.abs(a) < Math.abs(b) ? low : high;
		const fall = Math.min(deviation ** 2 / Math.abs(end - mean), high - low);
		return { mean: end === low ? low + fall : high - fall, variance: fall ** 2 };
	}
	const shift = (density(a) - density(b)) / mass;
	const ends = (Number.isFinite(a) ? a * density(a) : 0) - (Number.isFinite(b) ? b * density(b) : 0);
	return {
		mean: mean + deviation * shift,
		variance: Math.max(0, deviation ** 2 * (1 + ends / mass - shift ** 2)),
	};
}

const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
/** Probability of a standard normal variable above `z`. */
const upper = (z: number): number =>
	z === Number.POSITIVE_INFINITY ? 0 : z === Number.NEGATIVE_INFINITY ? 1 : jstat.erfc(z / Math.SQRT2) / 2;
