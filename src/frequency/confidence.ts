/** Level of every interval of the frequency measures and charts: the one place to change it. */
export const confidence = 0.95;

/**
 * Ends of the middle of ordered numbers that holds `confidence` of them; 0 where there are none.
 *
 * @example
 * middleOf(Array.from({ length: 101 }, (_, index) => index)) // → { low: 3, high: 98 }
 */
export function middleOf(ordered: readonly number[]): { readonly low: number; readonly high: number } {
	const at = (share: number) => ordered[Math.round(share * (ordered.length - 1))] ?? 0;
	return { low: at((1 - confidence) / 2), high: at((1 + confidence) / 2) };
}
