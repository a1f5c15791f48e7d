/**
 * A share as whole per cent, halves upwards. A product such as 0.575 × 100 comes out a hair under 57.5, so what is
 * beyond twelve digits is dropped first.
 *
 * @param share 0 to 1
 * @example
 * wholePercent(0.575) // → 58
 */
export const wholePercent = (share: number): number => Math.round(Number((share * 100).toPrecision(12)));

/**
 * A p-value as notes print it, to two digits; below 0.001 it is said to be that.
 *
 * @example
 * probabilityLabel(0.557) // → "p = 0.56"
 */
export function probabilityLabel(p: number): string {
	return p < 0.001 ? "p < 0.001" : `p = ${Number(p.toPrecision(2))}`;
}
