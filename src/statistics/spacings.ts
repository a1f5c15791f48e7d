import jstat from "jstat";

/**
 * The probability that the longest of the gaps that `events` leave in a window, its ends included, is at least
 * a share of it, where each event falls anywhere with equal chance (Whitworth 1897; Fisher, Proceedings of the
 * Royal Society A 125, 1929).
 *
 * @param share of the window, 0 to 1
 * @throws `share must be within 0 to 1: 2`
 * @example
 * longestGapTail(1, 0.75) // → 0.5
 */
export function longestGapTail(events: number, share: number): number {
	if (!(share >= 0 && share <= 1)) throw new RangeError(`share must be within 0 to 1: ${share}`);
	if (share * (events + 1) <= 1) return 1;
	// Gaps are negatively associated, so none is as long with at most e^-expected; where that is nothing, the sum
	// below would be lost in its own digits.
	if ((events + 1) * (1 - share) ** events > 20) return 1;
	let sum = 0;
	for (let j = 1; j <= events + 1 && j * share < 1; j++) {
		const choose = jstat.gammaln(events + 2) - jstat.gammaln(j + 1) - jstat.gammaln(events + 2 - j);
		sum -= (-1) ** j * Math.exp(choose + events * Math.log1p(-j * share));
	}
	return Math.min(1, Math.max(0, sum));
}
