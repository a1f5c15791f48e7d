/** Level of every confidence or credible interval of the project, two-sided; a measure with another level says so. */
export const intervalLevel = 0.95;

/** A p-value at or below this is called statistically significant. */
export const significanceLevel = 0.05;

/** The probabilities below the lower and below the upper limit of an interval with equal tails. */
export const tailsOf = (level: number): readonly [number, number] => [(1 - level) / 2, (1 + level) / 2];
