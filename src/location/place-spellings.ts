import type { Crossing, Place } from "../records/records.js";
import { bareName } from "./find-place.js";

/**
 * Every spelling, Latin, Persian, Dari and Pashto, of the places that a text names: so that a reader who searches for
 * one spelling finds a text with another. A name counts where it stands in the text as whole words.
 *
 * @example
 * spellingsIn(dossier)("Northern Gate").includes("دروازه شمال") // → true
 */
export function spellingsIn({
	places,
	crossings,
}: {
	readonly places: readonly Place[];
	readonly crossings: readonly Crossing[];
}): (text: string) => readonly string[] {
	const ends = new Map(crossings.map(({ crossing_id, af_name, ir_name }) => [crossing_id, [af_name, ir_name]]));
	const known = places.map((place) => {
		const spellings = [
			...new Set([
				place.name,
				bareName(place.name),
				...place.other_names,
				...place.names_fa,
				...(ends.get(place.place_id) ?? []),
			]),
		];
		return { spellings, words: spellings.map(wordsOf) };
	});
	return (text) => {
		const whole = wordsOf(text);
		return known
			.filter(({ words }) => words.some((name) => name !== "  " && whole.includes(name)))
			.flatMap(({ spellings }) => spellings);
	};
}

/** Words in lower case, with a blank before and after each. */
const wordsOf = (text: string): string =>
	` ${text
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim()} `;
