/**
 * Where a rising function reaches a value, by bisection to the last digit that a double holds.
 *
 * @throws `limits do not enclose a solution: 0 to 1`
 * @example
 * solveRising((x) => x * x, 2, 0, 2) // → 1.41421356
 */
export function solveRising(rising: (x: number) => number, value: number, low: number, high: number): number {
	if (!(rising(low) <= value && rising(high) >= value))
		throw new RangeError(`limits do not enclose a solution: ${low} to ${high}`);
	let [below, above] = [low, high];
	for (let step = 0; step < 200; step++) {
		const middle = (below + above) / 2;
		if (middle === below || middle === above) break;
		if (rising(middle) < value) below = middle;
		else above = middle;
	}
	return (below + above) / 2;
}
