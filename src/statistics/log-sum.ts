/**
 * Logarithm of a sum of numbers given as logarithms, without overflow.
 *
 * @example
 * logSum([Math.log(2), Math.log(3)]) // → 1.6094
 */
export function logSum(logs: ArrayLike<number>): number {
	let most = Number.NEGATIVE_INFINITY;
	for (let at = 0; at < logs.length; at++) most = Math.max(most, logs[at] as number);
	if (most === Number.NEGATIVE_INFINITY) return most;
	let sum = 0;
	for (let at = 0; at < logs.length; at++) sum += Math.exp((logs[at] as number) - most);
	return most + Math.log(sum);
}
