/**
 * The number that stands for an answer: itself, the middle of a range, or the bound of an "at least" or "at
 * most"; `NaN` for an answer in words.
 *
 * @example
 * numberOfAnswer("9") // → 9
 * numberOfAnswer("1 to 9") // → 5
 * numberOfAnswer("at least 2") // → 2
 */
export function numberOfAnswer(answer: string): number {
	const parts = answer.replace(/^at (least|most) /, "").split(" to ");
	const numbers = parts.map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
	return numbers.length > 2 ? Number.NaN : numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}

/** Two counts nearly agree within this share of the larger, or within one. */
const nearShare = 0.1;

/**
 * Whether two counts nearly agree: within one, or within a tenth of the larger. Nine and ten do not
 * contradict each other.
 *
 * @example
 * nearlyAgree(9, 10) // → true
 * nearlyAgree(2, 9) // → false
 */
export const nearlyAgree = (a: number, b: number): boolean =>
	Math.abs(a - b) <= Math.max(1, nearShare * Math.max(Math.abs(a), Math.abs(b)));
