/** Which middle an even number of values has. */
export type Middle = "lower" | "mean" | "upper";

/** The median; of an even number of values the mean of the two in the middle, or one of them. `NaN` of none. */
export function middleOf(numbers: readonly number[], middle: Middle = "mean"): number {
	if (numbers.length === 0) return Number.NaN;
	const sorted = [...numbers].sort((a, b) => a - b);
	const lower = sorted[Math.floor((sorted.length - 1) / 2)] as number;
	const upper = sorted[Math.floor(sorted.length / 2)] as number;
	return middle === "mean" ? (lower + upper) / 2 : middle === "lower" ? lower : upper;
}
