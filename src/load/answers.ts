import type { Proposition, PropositionType, Value } from "../records.js";

/** Says what is wrong with a row: the column, the reason, the value found. */
export type Fault = readonly [column: string, reason: string, value: string | null];

/** A fault where something is wrong, else none. */
export const when = (isWrong: boolean, ...fault: Fault): Fault[] => (isWrong ? [fault] : []);

/**
 * The value that an answer's text stands for.
 *
 * @returns `undefined` where the text is no legal answer to the proposition
 */
export function answer(
	text: string | null,
	proposition: Pick<Proposition, "type" | "categories">,
): Value | null | undefined {
	if (text === null) return null;
	if (proposition.type === "boolean") return text === "true" ? true : text === "false" ? false : undefined;
	if (proposition.type === "count") return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
	return proposition.categories.includes(text) ? text : undefined;
}

/** Faults of a claimed number: a range on what is no count, or out of order. */
export function unorderedRange(
	row: { readonly value: string | null; readonly value_min: number | null; readonly value_max: number | null },
	type: PropositionType | undefined,
): Fault[] {
	const { value_min: low, value_max: high } = row;
	const value = row.value === null ? null : Number(row.value);
	const isCount = type === undefined || type === "count";
	return [
		...when(!isCount && low !== null, "value_min", `must be blank for a ${type}`, `${low}`),
		...when(!isCount && high !== null, "value_max", `must be blank for a ${type}`, `${high}`),
		...when(low !== null && high !== null && low > high, "value_max", `below value_min ${low}`, `${high}`),
		...when(isCount && low !== null && value !== null && value < low, "value", `below value_min ${low}`, row.value),
		...when(isCount && high !== null && value !== null && value > high, "value", `above value_max ${high}`, row.value),
	];
}

/** The fault of an answer that its question does not take; for counts, `forCounts` names other words allowed. */
export function misfit(
	column: string,
	text: string | null,
	proposition: Pick<Proposition, "type" | "categories"> | undefined,
	forCounts?: readonly string[],
): Fault[] {
	if (text === null || proposition === undefined) return [];
	if (forCounts && proposition.type === "count")
		return when(!forCounts.includes(text), column, `not one of ${forCounts.join(", ")}`, text);
	const wanted = {
		boolean: "not true or false",
		count: "not a whole number",
		category: `not one of ${proposition.categories.join(", ") || "no categories"}`,
	};
	return when(answer(text, proposition) === undefined, column, wanted[proposition.type], text);
}
