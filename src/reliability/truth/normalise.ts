/** Turns logarithms within a part of an array into shares of 1; gives the logarithm of their sum. */
export function normalise(logs: Float64Array, from: number, to: number): number {
	let most = Number.NEGATIVE_INFINITY;
	for (let each = from; each < to; each++) most = Math.max(most, logs[each] as number);
	let sum = 0;
	for (let each = from; each < to; each++) {
		const share = Math.exp((logs[each] as number) - most);
		logs[each] = share;
		sum += share;
	}
	for (let each = from; each < to; each++) logs[each] = (logs[each] as number) / sum;
	return most + Math.log(sum);
}
