import type { Claim, Proposition, Value } from "../records/records.js";

/**
 * The answer of a claim as text: `yes`, `no`, a number, `1 to 9`, `at least 2`, or a category; of a denial that
 * gives no number `not that number`, which is not 0.
 *
 * @example
 * answerLabel({ value: null, value_min: 2, value_max: null }) // → "at least 2"
 */
export function answerLabel({
	value,
	value_min,
	value_max,
	stance,
}: Pick<Claim, "value" | "value_min" | "value_max"> & Partial<Pick<Claim, "stance">>): string {
	if (value_min !== null && value_max !== null) return `${value_min} to ${value_max}`;
	if (value_min !== null) return `at least ${value_min}`;
	if (value_max !== null) return `at most ${value_max}`;
	if (value !== null) return valueLabel(value);
	return stance === "denies" ? "not that number" : "no answer";
}

/** A value as text: `yes`, `no`, a number or a category in words. */
export const valueLabel = (value: Value): string =>
	typeof value === "boolean" ? (value ? "yes" : "no") : String(value).replaceAll("_", " ");

/** Whether a claim's answer is the one held true; a range, or "at least", holds what lies within it. */
export function agrees(
	{ value, value_min, value_max }: Pick<Claim, "value" | "value_min" | "value_max">,
	verdict: NonNullable<Proposition["verdict_value"]>,
): boolean {
	if (value !== null && value_min === null && value_max === null) return value === verdict;
	const number = Number(verdict);
	return number >= (value_min ?? Number.NEGATIVE_INFINITY) && number <= (value_max ?? Number.POSITIVE_INFINITY);
}
