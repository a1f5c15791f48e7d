import { intervalLevel, tailsOf } from "../statistics/interval-level.js";

/**
 * Ends of the middle of ordered numbers that holds `intervalLevel` of them; 0 where there are none.
 *
 * @example
 * middleInterval(Array.from({ length: 101 }, (_, index) => index)) // → { low: 3, high: 98 }
 */
export function middleInterval(ordered: readonly number[]): { readonly low: number; readonly high: number } {
	const at = (share: number) => ordered[Math.round(share * (ordered.length - 1))] ?? 0;
	const [below, above] = tailsOf(intervalLevel);
	return { low: at(below), high: at(above) };
}
