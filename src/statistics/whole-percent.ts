/**
 * A share as whole per cent, halves upwards. A product such as 0.575 × 100 comes out a hair under 57.5, so what is
 * beyond twelve digits is dropped first.
 *
 * @param share 0 to 1
 * @example
 * wholePercent(0.575) // → 58
 */
export const wholePercent = (share: number): number => Math.round(Number((share * 100).toPrecision(12)));
