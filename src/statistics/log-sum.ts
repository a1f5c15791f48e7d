/**
 * Logarithm of a sum of numbers given as logarithms, without overflow.
 *
 * @example
 * logSum([Math.log(2), Math.log(3)]) // → 1.6094
 */
export function logSum(logs: readonly number[]): number {
	const most = logs.reduce((best, log) => Math.max(best, log), Number.NEGATIVE_INFINITY);
	if (most === Number.NEGATIVE_INFINITY) return most;
	return most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0));
}
