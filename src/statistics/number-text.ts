/**
 * A number as it is written to a file or shown: to twelve significant digits. Those after that differ between versions
 * of Node, whose `Math.exp` differ in the last bit. Whole numbers stay as they are.
 *
 * @example
 * twelveDigits(0.1 + 0.2) // → 0.3
 */
export const twelveDigits = (value: number): number =>
	Number.isInteger(value) ? value : Number(value.toPrecision(12));

/**
 * A share as whole per cent, halves upwards. A product such as 0.575 × 100 comes out a hair under 57.5, so what is
 * beyond twelve digits is dropped first.
 *
 * @param share 0 to 1
 * @example
 * wholePercent(0.575) // → 58
 */
export const wholePercent = (share: number): number => Math.round(twelveDigits(share * 100));

/**
 * A p-value as notes print it, to two digits; below 0.001 it is said to be that.
 *
 * @example
 * probabilityLabel(0.557) // → "p = 0.56"
 */
export function probabilityLabel(p: number): string {
	return p < 0.001 ? "p < 0.001" : `p = ${Number(p.toPrecision(2))}`;
}

const plurals = new Intl.PluralRules("en");

/**
 * The form of a word that goes with a count; of a part of one thing, the singular.
 *
 * @param of of how many
 * @example
 * wordFor(2, "is", "are") // → "are"
 * `0 of 1 incident ${wordFor(0, "is", "are", 1)} confirmed` // → "0 of 1 incident is confirmed"
 */
export function wordFor(count: number, one: string, other: string, of?: number): string {
	return plurals.select(count) === "one" || of === 1 ? one : other;
}
