/** `border-incidents/frequency`: how often, as rows. */

export { type Period, periods } from "../calendar/days.js";
export { type ChanceSpacing, chanceSpacing } from "../frequency/chance-spacing.js";
export {
	type ComparisonRow,
	compareHalves,
	compareNeighbours,
	compareSpans,
	type DaySpan,
	type HalvesComparison,
	type SpanComparison,
} from "../frequency/comparison.js";
export {
	type CountOptions,
	type CountRow,
	type Counts,
	countIncidents,
	type Grouping,
	groupings,
} from "../frequency/counts.js";
export { type Coverage, coverage, markLowCoverage } from "../frequency/coverage.js";
export { daysBetweenIncidents, type Intervals } from "../frequency/days-between-incidents.js";
export { type Peak, peaks } from "../frequency/peaks.js";
export { type PermutationTest, permutationTest } from "../frequency/permutation-test.js";
export { type Change, rateChange } from "../frequency/rate-change.js";
export { type RateOptions, type RateRow, ratesPer30Days } from "../frequency/rates.js";
export { cumulate, type Gap, gaps, trailing } from "../frequency/reshape.js";
export { type Seasons, seasons, seasonTest } from "../frequency/seasons.js";
export { sensitivity, type VariantRates } from "../frequency/sensitivity.js";
export type { FrequencySummary } from "../frequency/summary.js";
export { type Variation, variation } from "../frequency/variation.js";
export {
	type VerificationStatus,
	verificationStatuses,
	weighByVerificationStatus,
} from "../frequency/verification-status.js";
export { type Selection, selectIncidents } from "../records/selection.js";
