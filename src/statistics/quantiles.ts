import jstat from "jstat";

/**
 * The value below which a chi-square variable lies with a probability.
 *
 * @param degrees degrees of freedom, above 0; need not be whole
 * @throws `probability not within 0 to 1: 2`
 * @example
 * chiSquareQuantile(0.975, 2) // → 7.378
 */
export function chiSquareQuantile(probability: number, degrees: number): number {
	if (!(probability >= 0 && probability <= 1)) throw new RangeError(`probability not within 0 to 1: ${probability}`);
	if (!(degrees > 0)) throw new RangeError(`degrees of freedom must be above 0: ${degrees}`);
	return jstat.chisquare.inv(probability, degrees);
}

/**
 * The probability that a chi-square variable is at least as large as a value.
 *
 * @throws `degrees of freedom must be above 0: 0`
 * @example
 * chiSquareTail(3.841, 1) // → 0.0500
 */
export function chiSquareTail(value: number, degrees: number): number {
	if (!(degrees > 0)) throw new RangeError(`degrees of freedom must be above 0: ${degrees}`);
	return value <= 0 ? 1 : 1 - jstat.chisquare.cdf(value, degrees);
}
