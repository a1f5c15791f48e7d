/** Where a line begins and ends, for a density that must not leak beyond it. */
export interface Ends {
	readonly from: number;
	readonly to: number;
}

/**
 * Weight of a Gaussian kernel centred on one value, at another: 1 over the integral, so that it adds up to 1
 * over all positions. With `ends`, what would lie beyond an end is folded back at it (reflection: Silverman,
 * Density Estimation, 1986, section 2.10), so that nothing is lost there. Values must lie between the ends.
 *
 * @param bandwidth standard deviation of the kernel, in the unit of the values
 * @throws `bandwidth must be above 0: 0`
 * @example
 * gaussianKernel(0, 0, 1) // → 0.3989
 * gaussianKernel(0, 0, 1, { from: 0, to: 100 }) // → 0.7979
 */
export function gaussianKernel(centre: number, at: number, bandwidth: number, ends?: Ends): number {
	if (!(bandwidth > 0)) throw new RangeError(`bandwidth must be above 0: ${bandwidth}`);
	const own = bell((at - centre) / bandwidth);
	const folded = ends
		? bell((at - 2 * ends.from + centre) / bandwidth) + bell((at - 2 * ends.to + centre) / bandwidth)
		: 0;
	return (own + folded) / (bandwidth * Math.sqrt(2 * Math.PI));
}

/** Far out it is 0 to the last bit, which need not be computed. */
const bell = (z: number): number => (Math.abs(z) > 40 ? 0 : Math.exp(-0.5 * z * z));

/**
 * Kernel density of values at given positions (Parzen, Annals of Mathematical Statistics 33, 1962), with one
 * fixed bandwidth for all: no rule chooses it from the data, because values reported for one place repeat and
 * mislead every such rule.
 *
 * @param at positions asked about
 * @throws `bandwidth must be above 0: 0`, `needs a value or more`
 * @example
 * kernelDensity([0, 2], [1], 1) // → [0.2420]
 */
export function kernelDensity(
	values: readonly number[],
	at: readonly number[],
	bandwidth: number,
	ends?: Ends,
): number[] {
	if (values.length === 0) throw new RangeError("needs a value or more");
	return at.map(
		(position) =>
			values.reduce((sum, value) => sum + gaussianKernel(value, position, bandwidth, ends), 0) / values.length,
	);
}
