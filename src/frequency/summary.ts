import { dayLabel } from "../calendar/day-label.js";
import type { Dossier } from "../records/records.js";
import { intervalLevel } from "../statistics/interval-level.js";
import { probabilityLabel, wholePercent, wordFor } from "../statistics/number-text.js";
import { compareHalves, type HalvesComparison } from "./comparison.js";
import { countIncidents } from "./counts.js";
import { coverage } from "./coverage.js";

/** How often, whether it is more or less than before, and how sure that is. */
export interface FrequencySummary {
	/** The answer in at most three sentences, computed from the numbers below. */
	readonly sentences: readonly string[];
	/** Reported incidents counted, and those excluded; together all incidents of the dossier. */
	readonly n: number;
	readonly excluded: number;
	readonly months: number;
	readonly empty_months: number;
	/** Empty months in which too few sources reported to rule out incidents. */
	readonly empty_low_coverage_months: number | null;
	/** The second half of the period compared with the first; `null` where there is nothing to compare. */
	readonly halves: HalvesComparison | null;
	/** Whether both the overdispersed interval and the permutation test find a difference between the halves. */
	readonly differs: boolean;
	/** Months of low source coverage in each half; `null` without halves, and where coverage is not known. */
	readonly earlier_low_coverage_months: number | null;
	readonly later_low_coverage_months: number | null;
}

/**
 * Answers "How often, and is it more than before?": incidents and empty months, the rate ratio of the second half of
 * the period to the first with its overdispersed 95% interval, and whether the change could be chance or less source
 * coverage. A difference is stated only if interval and permutation test both find it.
 *
 * @example
 * frequencySummary(dossier) // → { n: 4, excluded: 2, months: 12, empty_months: 9 }
 */
export function frequencySummary(dossier: Dossier): FrequencySummary {
	const counts = countIncidents(dossier, { by: "month" });
	const { rows: covered, n: reports } = coverage(dossier, { by: "month" });
	const halves = compareHalves(dossier);
	const empty = counts.rows.map(({ count }) => count === 0);
	const low = (half: { readonly from: string; readonly to: string } | undefined) =>
		half === undefined || reports === 0
			? null
			: covered.filter((row) => row.low_coverage && row.period_end >= half.from && row.period <= half.to).length;
	const summary = {
		n: counts.n,
		excluded: counts.excluded.reduce((sum, { n }) => sum + n, 0),
		months: counts.rows.length,
		empty_months: empty.filter(Boolean).length,
		empty_low_coverage_months:
			reports === 0 ? null : covered.filter((row, index) => row.low_coverage && empty[index]).length,
		halves,
		differs: halves !== null && isDifferent(halves),
		earlier_low_coverage_months: low(halves?.earlier),
		later_low_coverage_months: low(halves?.later),
	};
	const { observed_from: from, observed_to: to } = dossier.observation;
	const { n, months, empty_months: none } = summary;
	const quiet = none === 0 ? "no month is empty" : none === 1 ? "1 month has none" : `${none} months have none`;
	const first =
		n === 0
			? `No incident was reported from ${dayLabel(from)} to ${dayLabel(to)}.`
			: `${n} ${wordFor(n, "incident was", "incidents were")} reported in ${months} ${wordFor(months, "month", "months")} (${dayLabel(from)} to ${dayLabel(to)}); ${quiet}.`;
	const rest =
		halves === null
			? n === 0
				? []
				: ["The period is a single month, so there is nothing to compare it with."]
			: [changeSentence(halves), weighingSentence(summary, halves)];
	return { sentences: [first, ...rest], ...summary };
}

/** The strictest reading: the interval that allows for clustering excludes 1 and the permutation test agrees. */
const isDifferent = ({ low_overdispersed: low, high_overdispersed: high, test }: HalvesComparison) =>
	(low > 1 || (high !== null && high < 1)) && test.p <= 1 - intervalLevel;

const times = (value: number) => value.toFixed(2);
const level = `${wholePercent(intervalLevel)}%`;

function changeSentence({
	ratio,
	low_overdispersed: low,
	high_overdispersed: high,
	later,
	n,
	earlier_n,
}: HalvesComparison) {
	const when = `the second half (from ${dayLabel(later.from)})`;
	if (ratio === null) return `The first half of the period has no reported incident, ${when} has ${n}.`;
	const limits =
		high === null ? `${level} interval above ${times(low)}` : `${level} interval ${times(low)}–${times(high)}`;
	if (ratio === 0)
		return `The first half of the period has ${earlier_n} reported incident${wordFor(earlier_n, "", "s")}, ${when} none: rate ratio ${times(ratio)}, ${limits}.`;
	const percent = Math.round(Math.abs(ratio - 1) * 100);
	const size =
		percent === 0
			? "the same as"
			: ratio < 1
				? `${percent}% lower than`
				: `${percent.toLocaleString("en")}% higher than`;
	return `The rate in ${when} was ${size} in the first: rate ratio ${times(ratio)}, ${limits}.`;
}

function weighingSentence(
	{
		differs,
		earlier_low_coverage_months: before,
		later_low_coverage_months: after,
	}: Pick<FrequencySummary, "differs" | "earlier_low_coverage_months" | "later_low_coverage_months">,
	{ ratio, test, earlier_months, later_months, n, earlier_n }: HalvesComparison,
) {
	const p = probabilityLabel(test.p);
	const chance = differs
		? `This difference is statistically significant (${p})`
		: `This difference could be chance (${p})`;
	if (before === null || after === null) return `${chance}; source coverage is not known.`;
	const [shareBefore, shareAfter] = [before / earlier_months, after / later_months];
	const months =
		earlier_months === later_months
			? `${before} to ${after} of ${later_months}`
			: `${before} of ${earlier_months} to ${after} of ${later_months}`;
	const isFewer = ratio === null ? n < earlier_n : ratio < 1;
	const isFollowed = isFewer ? shareAfter > shareBefore : shareAfter < shareBefore;
	const coverageChange = `months of low source coverage went from ${months}`;
	if (!isFollowed) return `${chance}; ${coverageChange}, which does not explain it.`;
	return `${chance}${differs ? ", but" : ";"} ${coverageChange}, so ${isFewer ? "fewer incidents may be fewer reports" : "more incidents may be more reports"}.`;
}
