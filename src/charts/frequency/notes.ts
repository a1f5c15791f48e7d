import type { Coverage } from "../../frequency/coverage.js";
import type { PermutationTest } from "../../frequency/permutation-test.js";
import type { Excluded } from "../../records/exclusions.js";
import type { Dossier } from "../../records/records.js";
import { intervalLevel } from "../../statistics/interval-level.js";
import { countLabel, excludedLabel, percentLabel, probabilityLabel, wordFor } from "../parts/labels.js";
import type { PeriodNoun } from "./period-labels.js";

/** The interval of these charts, as legends and notes name it: "95% interval". */
export const ci = `${percentLabel(intervalLevel)} interval`;

/** Limits to so many decimals, such as `4.1–17.1`; without an upper one `above 4.1`. */
export const rangeLabel = (
	{ low, high }: { readonly low: number; readonly high: number | null },
	digits = 1,
): string => (high === null ? `above ${low.toFixed(digits)}` : `${low.toFixed(digits)}–${high.toFixed(digits)}`);

/** What is counted and what is excluded, which make all incidents of the data, and what a filter had excluded before. */
export function selectionNotes(
	{ filter }: Pick<Dossier, "filter">,
	{ n, excluded }: { readonly n: number; readonly excluded: readonly Excluded[] },
): string[] {
	const total = excluded.reduce((sum, each) => sum + each.n, n);
	const verb = wordFor(n, "is", "are", total);
	return [
		`${n} of ${countLabel(total, "incident")} in the data ${verb} counted. ${excludedLabel(excluded)}`,
		...(filter === undefined
			? []
			: [
					`The filter excluded ${filter.excluded} of ${countLabel(filter.incidents, "incident")} before. Source coverage counts the claims on every incident, filtered or not.`,
				]),
	];
}

/** What a count is and is not. */
export const reportedNote =
	"Counts are of reported incidents. A zero means that none was reported, not that none happened. Several rows of the data can belong to one clash.";

/** Where an incident of several days is counted. */
export const startNote = "An incident is counted once, on its first day.";

/** The same where vague dates are apportioned. */
export const apportionedNote =
	"An incident dated only to a week or a month is apportioned over its days, so a count can have decimals.";

/** Which interval is drawn, and what it assumes. */
export const garwoodNote = `Intervals are exact ${percentLabel(intervalLevel)} Poisson intervals (Garwood 1936), for the rate that would give such a count. They assume independent incidents and are too narrow where incidents cluster.`;

/** What low coverage means, and what it cannot say. */
export const coverageNote = (
	{ low_coverage_below }: Pick<Coverage, "low_coverage_below">,
	{ one }: PeriodNoun,
): string =>
	`A ${one} has low coverage if fewer than ${low_coverage_below} sources published a claim of their own in it, on any incident. Sources are seen only when they report: with no incident to report, coverage is low even if nothing was missed.`;

/** Why a period without sources can have an incident. */
export const incidentWithoutSourcesNote = ({ one }: PeriodNoun): string =>
	`An incident can stand in a ${one} without sources: claims on it have no date, are repeats, or were published in another ${one}.`;

/** The same where there is nothing to see coverage by. */
export const noCoverageNote =
	"No claim with a date says which sources were reporting. An empty month can be one of missing reports.";

/** Where the dispersion comes from. */
export const dispersionNote = (dispersion: number): string =>
	`To allow for clustering, intervals use the variance of months within years: ${dispersion.toFixed(1)} times that of a Poisson distribution (quasi-Poisson; Wedderburn 1974).`;

/** The same in a list that begins with what it is about. */
export const lowerFirst = (sentence: string): string => `${sentence.slice(0, 1).toLowerCase()}${sentence.slice(1)}`;

/** A permutation test and its result. */
export const permutationNote = ({ p, draws }: PermutationTest, what: string): string =>
	`Permutation test of ${what}: ${probabilityLabel(p)} (${draws.toLocaleString("en")} permutations of the monthly counts, which keeps clusters within a month).`;
