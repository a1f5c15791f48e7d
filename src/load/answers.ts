import type { Proposition, PropositionType, Value } from "../records/records.js";
import { type CellProblem, when } from "./cell-problem.js";
import { countOf, notACount } from "./cells.js";
import type { Seen } from "./fields.js";
import { countHint, flagHint } from "./hints.js";

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
	if (proposition.type === "count") return countOf(text) ?? undefined;
	return proposition.categories.includes(text) ? text : undefined;
}

/** Problems of a claimed number: a range that is not of a count, or that is out of order. */
export function unorderedRange(
	row: Seen<{ readonly value: string | null; readonly value_min: number | null; readonly value_max: number | null }>,
	type: PropositionType | undefined,
): readonly CellProblem[] {
	const { value_min: low = null, value_max: high = null } = row;
	const written = row.value ?? null;
	if (low === null && high === null) return [];
	const value = written === null ? null : countOf(written);
	const isCount = type === undefined || type === "count";
	return [
		...when(!isCount && low !== null, "value_min", `must be blank for a ${type}`, `${low}`),
		...when(!isCount && high !== null, "value_max", `must be blank for a ${type}`, `${high}`),
		...when(low !== null && high !== null && low > high, "value_max", `below value_min ${low}`, `${high}`),
		...when(isCount && low !== null && value !== null && value < low, "value", `below value_min ${low}`, written),
		...when(isCount && high !== null && value !== null && value > high, "value", `above value_max ${high}`, written),
	];
}

/** The problem of an answer that its question does not take; for counts, `forCounts` names other words allowed. */
export function misfit(
	column: string,
	text: string | null | undefined,
	question: Partial<Seen<Pick<Proposition, "type" | "categories">>> | undefined,
	forCounts?: readonly string[],
): readonly CellProblem[] {
	const { type, categories } = question ?? {};
	if (text == null || type === undefined || categories === undefined) return [];
	const proposition = { type, categories };
	if (forCounts && type === "count")
		return when(!forCounts.includes(text), column, `not one of ${forCounts.join(", ")}`, text);
	if (answer(text, proposition) !== undefined) return [];
	const wanted = {
		boolean: "not true or false",
		count: notACount,
		category: `not one of ${categories.join(", ") || "no categories"}`,
	};
	const hint = { boolean: flagHint, count: countHint, category: () => undefined }[type];
	return [[column, wanted[type], text, () => hint(text)]];
}
