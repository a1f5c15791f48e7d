import type { Claim } from "../records/records.js";

/**
 * Least and greatest number that a claim on a count allows; "at least 2" has no end.
 *
 * @example
 * rangeOf({ value: 9, value_min: null, value_max: 9 }) // → [0, 9]
 */
export function rangeOf({
	value,
	value_min,
	value_max,
}: Pick<Claim, "value" | "value_min" | "value_max">): readonly [number, number] {
	if (value !== null && value_min === null && value_max === null) return [Number(value), Number(value)];
	return [value_min ?? 0, value_max ?? Number.POSITIVE_INFINITY];
}
