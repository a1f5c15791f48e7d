/**
 * A quantile of sorted numbers, between two of them by a straight line (type 7 of Hyndman & Fan 1996, the
 * default of R and NumPy).
 *
 * @param sorted ascending, one number or more
 * @throws `no numbers to take a quantile of`
 * @example
 * quantileOf([1, 2, 4], 0.75) // → 3
 */
export function quantileOf(sorted: ArrayLike<number>, probability: number): number {
	if (sorted.length === 0) throw new RangeError("no numbers to take a quantile of");
	const at = (sorted.length - 1) * probability;
	const [below, above] = [sorted[Math.floor(at)] as number, sorted[Math.ceil(at)] as number];
	return below + (above - below) * (at - Math.floor(at));
}
