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
	// jstat's steps grow with the degrees: a count of a million would take as long as all others together.
	return degrees < manyDegrees || probability === 0 || probability === 1
		? jstat.chisquare.inv(probability, degrees)
		: cornishFisher(jstat.normal.inv(probability, 0, 1), degrees);
}

const manyDegrees = 5_000;

/** Chi-square quantile from the normal one (Goldberg & Levine 1946): at 5,000 degrees good to eleven digits, as jstat is. */
function cornishFisher(z: number, degrees: number): number {
	const root = Math.sqrt(2 * degrees);
	return (
		degrees +
		z * root +
		(2 / 3) * (z ** 2 - 1) +
		(z ** 3 - 7 * z) / (9 * root) -
		(6 * z ** 4 + 14 * z ** 2 - 32) / (405 * degrees) +
		(9 * z ** 5 + 256 * z ** 3 - 433 * z) / (4860 * Math.SQRT2 * degrees ** 1.5)
	);
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
