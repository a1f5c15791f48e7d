import { dayLabel } from "../../calendar/day-label.js";
import type { Excluded, ExclusionReason } from "../../records/exclusions.js";
import type { Alignment, IncidentKind, SourceKind } from "../../records/records.js";
import { probabilityLabel, wholePercent, wordFor } from "../../statistics/number-text.js";
import type { Provenance } from "./frame.js";

export { dayLabel, monthLabel } from "../../calendar/day-label.js";
export { probabilityLabel, wordFor } from "../../statistics/number-text.js";

/** Words for the kinds of incident, in the plural, as a chart prints them. */
export const kindLabels: Readonly<Record<IncidentKind, string>> = {
	crossing_captured: "Crossings captured",
	armed_clash: "Armed clashes",
	cross_border_fire: "Fire across the border",
	incursion: "Incursions",
	shooting_of_civilians: "Shootings of civilians",
	detention: "Detentions",
	closure: "Closures",
	reopening: "Reopenings",
	smuggling_clash: "Clashes with smugglers",
	infrastructure_dispute: "Disputes over works",
	armed_group_attack: "Attacks by armed groups",
	other: "Other",
};

/** Words for the kinds of source. */
export const sourceKindLabels: Readonly<Record<SourceKind, string>> = {
	state_media: "State media",
	official: "Officials",
	local_official: "Local officials",
	wire: "Wire services",
	independent_media: "Independent media",
	exile_media: "Exile media",
	journalist: "Journalists",
	social_media: "Social media",
	monitor: "Monitors",
	fact_checker: "Fact-checkers",
	eyewitness: "Eyewitnesses",
	medical: "Medical sources",
	aggregator: "Aggregators",
	other: "Other",
};

/** Words for the alignments of sources. */
export const alignmentLabels: Readonly<Record<Alignment, string>> = {
	iran_state: "Iranian state",
	taliban: "Taliban",
	afghan_republic: "Afghan Republic (to 2021)",
	resistance: "Afghan resistance",
	iran_opposition: "Iranian opposition",
	independent: "Independent",
	us: "United States",
	pakistan: "Pakistan",
	other: "Other states",
	unknown: "Not known",
};

/**
 * A list in a sentence.
 *
 * @example
 * joinList(["a", "b", "c"]) // → "a, b and c"
 */
export function joinList(words: readonly string[]): string {
	return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** `is` or `are` after a count. */
export const isAre = (count: number, of?: number): string => wordFor(count, "is", "are", of);

/**
 * A count with its noun.
 *
 * @example
 * countLabel(1, "incident") // → "1 incident"
 * countLabel(1334, "claim") // → "1,334 claims"
 */
export function countLabel(count: number, singular: string, plural = `${singular}s`): string {
	return `${count.toLocaleString("en")} ${wordFor(count, singular, plural)}`;
}

/**
 * A share as whole per cent.
 *
 * @example
 * percentLabel(0.625) // → "63%"
 */
export function percentLabel(share: number): string {
	return `${wholePercent(share)}%`;
}

/**
 * An interval of shares as whole per cent.
 *
 * @example
 * percentRange(0.21, 0.43) // → "21–43%"
 */
export function percentRange(low: number, high: number): string {
	return `${wholePercent(low)}–${wholePercent(high)}%`;
}

/** What follows the count of a reason of exclusion; two forms where one row and several read differently. */
const exclusionLabels: Readonly<Record<ExclusionReason, string | readonly [one: string, several: string]>> = {
	aggregate_report: ["aggregate report covering several months", "aggregate reports covering several months"],
	other_border: "on another border",
	outside_period: "outside the observed period",
	filtered_out: "excluded by the filter",
	day_not_known: "without a known day",
	repeat: ["repeat of another source", "repeats of another source"],
	untraced_repeat: ["repeat that names no original source", "repeats that name no original source"],
	collective_source: "attributed to several unnamed sources",
	number_denied: ["denial that gives no number", "denials that give no number"],
	no_answer: "without an answer",
	undated: "without a date",
	published_later: "published later",
	other_statement: [
		"other statement of the same source on the question",
		"other statements of the same source on the question",
	],
	two_answers_same_day: ["of a source that gave two answers on one day", "of sources that gave two answers on one day"],
	verdict_confidence: ["on a verdict of lower confidence", "on verdicts of lower confidence"],
	verdict_undated: ["on a verdict without a date", "on verdicts without a date"],
	circular_verdict: "where the verdict relies on the source's own claim",
	unresolved: ["on an unresolved question", "on unresolved questions"],
	no_source_yet: "before any source had reported",
	tied: "on which the answers tie",
	one_side_only: "reported by one side only",
	not_read: "of which no reading is stored",
	one_reader: "read by one reader only",
	value_not_named: "on which two readers do not both name a value",
};

/**
 * How many rows were excluded for a reason.
 *
 * @example
 * exclusionLabel({ reason: "repeat", n: 1 }) // → "1 repeat of another source"
 */
export function exclusionLabel({ reason, n }: Excluded): string {
	const label = exclusionLabels[reason];
	return `${n.toLocaleString("en")} ${typeof label === "string" ? label : label[n === 1 ? 0 : 1]}`;
}

/**
 * What was excluded and why, as a sentence for the notes.
 *
 * @example
 * excludedLabel([{ reason: "undated", n: 3 }], "claim") // → "Excluded: 3 claims (3 without a date)."
 */
export function excludedLabel(excluded: readonly Excluded[], singular = "incident"): string {
	const total = excluded.reduce((sum, { n }) => sum + n, 0);
	if (total === 0) return `No ${singular} is excluded.`;
	const reasons = excluded.map(exclusionLabel);
	return `Excluded: ${countLabel(total, singular)} (${joinList(reasons)}).`;
}

/** The observed window, as a caption begins. */
export function periodLabel({ observed_from, observed_to }: Provenance): string {
	return `${dayLabel(observed_from)} to ${dayLabel(observed_to)}`;
}

/** The finding of a test between groups, as a title: no difference is claimed above p = .05. */
export function groupDifferenceLabel(
	{ p, n }: { readonly p: number; readonly n: number },
	what: string,
	between: string,
): string {
	const verdict = p <= 0.05 ? `differ between ${between}` : `differ between ${between} no more than chance may give`;
	return `${what} ${verdict} (${probabilityLabel(p)}, n = ${n})`;
}

/**
 * The n that a caption states, with its unit and without what is excluded; empty where it states none.
 *
 * @example
 * nOf("1 July 2021 to 30 June 2026. n = 94 incidents; none excluded.") // → "94 incidents"
 */
export const nOf = (caption: string): string => /(?:^|\s)n = (.*?)[;.](?:\s|$)/.exec(caption)?.[1] ?? "";

/** The most frequent reason. */
const mostOf = (excluded: readonly Excluded[]): Excluded =>
	excluded.reduce((most, each) => (each.n > most.n ? each : most));

/**
 * The caption of a chart: period, n and what is excluded. The reasons stand in it where they fit, else in the notes.
 *
 * @param n what was counted, with its unit: `71 incidents`
 * @param more one short sentence that a reader needs to read the drawing
 */
export function captionLabel(
	provenance: Provenance,
	n: string,
	excluded: readonly Excluded[],
	{ singular = "incident", more = "" }: { readonly singular?: string; readonly more?: string } = {},
): string {
	const total = excluded.reduce((sum, each) => sum + each.n, 0);
	const rest =
		total === 0
			? "none excluded"
			: excluded.length > 2
				? `${countLabel(total, singular)} excluded, among them ${exclusionLabel(mostOf(excluded))} (all reasons in the chart's notes)`
				: `excluded: ${joinList(excluded.map(exclusionLabel))}`;
	return `${periodLabel(provenance)}. n = ${n}; ${rest}.${more === "" ? "" : ` ${more}`}`;
}
