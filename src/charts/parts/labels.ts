import type { Alignment, IncidentKind, SourceKind } from "../../records/records.js";
import type { Provenance } from "./frame.js";

/** Words for the kinds of incident, in the plural, as a chart prints them. */
export const kindWords: Readonly<Record<IncidentKind, string>> = {
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
export const sourceKindWords: Readonly<Record<SourceKind, string>> = {
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
export const alignmentWords: Readonly<Record<Alignment, string>> = {
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

const months = "January February March April May June July August September October November December".split(" ");

/**
 * A day as a chart prints it.
 *
 * @example
 * dayWords("2021-12-01") // → "1 December 2021"
 */
export function dayWords(day: string): string {
	return `${Number(day.slice(8, 10))} ${monthWords(day)}`;
}

/**
 * The month of a day as a chart prints it.
 *
 * @example
 * monthWords("2021-12-01") // → "December 2021"
 */
export function monthWords(day: string): string {
	return `${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}

/**
 * A list in a sentence.
 *
 * @example
 * listWords(["a", "b", "c"]) // → "a, b and c"
 */
export function listWords(words: readonly string[]): string {
	return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/**
 * A count with its noun.
 *
 * @example
 * countWords(1, "incident") // → "1 incident"
 * countWords(1334, "claim") // → "1,334 claims"
 */
export function countWords(count: number, singular: string, plural = `${singular}s`): string {
	return `${count.toLocaleString("en")} ${count === 1 ? singular : plural}`;
}

/**
 * A share as whole per cent.
 *
 * @example
 * percentWords(0.625) // → "63 %"
 */
export function percentWords(share: number): string {
	return `${Math.round(share * 100)} %`;
}

const reasonWords: Readonly<Record<string, string>> = {
	tally_over_months: "tallies over months, which overlap single incidents",
	faces_pakistan: "that face Pakistan",
	outside_window: "outside the observed window",
	not_asked_for: "of another kind than asked for",
	day_not_known: "whose day is not known",
};

/** What was left out of a count and why, as a sentence of a caption. */
export function leftOutWords(left_out: readonly { readonly reason: string; readonly n: number }[]): string {
	if (left_out.length === 0) return "Nothing was left out.";
	return `Left out: ${listWords(left_out.map(({ reason, n }) => `${n} ${reasonWords[reason] ?? reason}`))}.`;
}

/** The observed window, as a caption begins. */
export function windowWords({ observed_from, observed_to }: Provenance): string {
	return `${dayWords(observed_from)} to ${dayWords(observed_to)}`;
}

/**
 * A probability as a chart prints it; one too small for its digits is said to be below the last.
 *
 * @example
 * probabilityWords(0.25) // → "p = .250"
 */
export function probabilityWords(p: number): string {
	return p < 0.001 ? "p\u00a0<\u00a0.001" : `p\u00a0=\u00a0${p.toFixed(3).replace(/^0/, "")}`;
}

/** The finding of a test between groups, as a title: no difference is claimed above p = .05. */
export function differWords(
	{ p, n }: { readonly p: number; readonly n: number },
	what: string,
	between: string,
): string {
	const verdict = p <= 0.05 ? `differ between ${between}` : `differ between ${between} no more than chance may give`;
	return `${what} ${verdict} (${probabilityWords(p)}, n = ${n})`;
}
