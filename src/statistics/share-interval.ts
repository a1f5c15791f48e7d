import type { Interval } from "./poisson.js";
import { chiSquareQuantile } from "./quantiles.js";

/**
 * Interval of a share by Wilson's score, without correction for continuity (Journal of the American
 * Statistical Association 22, 1927): good from the smallest counts on, and never outside 0 to 1.
 *
 * @param confidence such as .9, two-sided
 * @throws `trials must be above 0: 0`, `successes must be within 0 to 3: 5`
 * @example
 * wilson(81, 263, 0.95) // → { low: 0.2553, high: 0.3662 }
 */
export function wilson(successes: number, trials: number, confidence = 0.9): Interval {
	if (!(trials > 0)) throw new RangeError(`trials must be above 0: ${trials}`);
	if (!(successes >= 0 && successes <= trials))
		throw new RangeError(`successes must be within 0 to ${trials}: ${successes}`);
	const zSquared = chiSquareQuantile(confidence, 1);
	const middle = successes + zSquared / 2;
	const reach = Math.sqrt(zSquared) * Math.sqrt((successes * (trials - successes)) / trials + zSquared / 4);
	const size = trials + zSquared;
	// At either end the reach is half of z² exactly, and the limit is the share itself; rounding may not part them.
	return {
		low: successes === 0 ? 0 : (middle - reach) / size,
		high: successes === trials ? 1 : (middle + reach) / size,
	};
}
