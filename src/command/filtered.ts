import type { Command } from "commander";
import { filterDossier } from "../load/filter.js";
import type { DossierFilter } from "../load/filter-options.js";
import type { Dossier } from "../records/records.js";
import { CommandError } from "./command-error.js";

/** A filter as it was typed. */
export interface FilterWords {
	readonly kind?: readonly string[];
	readonly from?: string;
	readonly to?: string;
	readonly crossing?: readonly string[];
	readonly province?: readonly string[];
	readonly side?: readonly string[];
	readonly frontier?: readonly string[];
	readonly minSources?: string;
	readonly status?: readonly string[];
}

/** Lets a verb take a filter; each option that takes several words may be given again. */
export const filterOptions = (verb: Command): Command =>
	verb
		.option("--kind <type...>", "only incidents of these event types, such as armed_clash")
		.option("--from <day>", "only incidents that began on this day or later, such as 2023-01-01")
		.option("--to <day>", "only incidents that began on this day or earlier")
		.option("--crossing <id...>", "only incidents at these crossings, such as zaranj-milak")
		.option("--province <name...>", "only incidents in these provinces, on either side of the border")
		.option("--side <side...>", "only incidents on which these sides made a claim, such as taliban")
		.option("--frontier <border...>", "only incidents on these borders, by the codes of region.json")
		.option("--min-sources <n>", "only incidents with claims of at least so many original sources")
		.option("--status <status...>", "only incidents with this verdict on whether they happened, such as confirmed");

/** The entries of a filter that were typed, under the names that `filterDossier` has for them. */
export function filterWords(words: FilterWords): Readonly<Record<string, unknown>> {
	const { kind, from, to, crossing, province, side, frontier, minSources, status } = words;
	// Text that is not a number stays as it is, so that the filter reports it.
	const min_sources = minSources !== undefined && /^\d+$/.test(minSources) ? Number(minSources) : minSources;
	const asked = { kind, from, to, crossing_id: crossing, province, side, frontier, min_sources, status };
	return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
}

/**
 * The dossier with the incidents that were asked for.
 *
 * @throws CommandError `unknown event type: armed_clsh (did you mean armed_clash?)`
 */
export function filtered(dossier: Dossier, words: FilterWords): Dossier {
	try {
		return filterDossier(dossier, filterWords(words) as DossierFilter);
	} catch (error) {
		throw error instanceof RangeError ? new CommandError(error.message) : error;
	}
}
