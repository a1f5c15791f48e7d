import { distance } from "fastest-levenshtein";

/** At most so many words are suggested. */
const mostSuggested = 3;
/** At most so many words are listed where none is near. */
const mostListed = 20;

/**
 * The known words nearest to one that is not known: those that hold it, else those that differ from it in the
 * fewest letters; none where all are far. Upper and lower case are one.
 *
 * @example
 * nearest("armed_clsh", ["detention", "armed_clash"]) // → ["armed_clash"]
 */
export function nearest(word: string, known: readonly string[]): string[] {
	const asked = word.toLowerCase();
	const holding = asked.length < 3 ? [] : known.filter((each) => each.toLowerCase().includes(asked));
	if (holding.length > 0) return holding.slice(0, mostSuggested);
	const distances = known.map((each) => distance(asked, each.toLowerCase()));
	const least = Math.min(...distances);
	if (least > Math.max(2, word.length / 3)) return [];
	return known.filter((_, index) => distances[index] === least).slice(0, mostSuggested);
}

/**
 * What follows the name of an unknown word in an error: the nearest known ones, or nothing.
 *
 * @example
 * didYouMean("armed_clsh", ["detention", "armed_clash"]) // → " (did you mean armed_clash?)"
 */
export function didYouMean(word: string, known: readonly string[]): string {
	const near = nearest(word, known);
	const words = near.length < 2 ? near.join("") : `${near.slice(0, -1).join(", ")} or ${near.at(-1)}`;
	return near.length === 0 ? "" : ` (did you mean ${words}?)`;
}

/**
 * An error for a word that is not known, with the nearest known ones, or where none is near with all, or the first of
 * many.
 *
 * @example
 * unknownWord("event type", "armed_clsh", ["armed_clash"]).message // → "unknown event type: armed_clsh (did you mean armed_clash?)"
 */
export function unknownWord(what: string, word: string, known: readonly string[]): RangeError {
	const rest = known.length > mostListed ? `, … ${known.length} in all` : "";
	const all =
		known.length === 0 ? " (these data name none)" : ` (known: ${known.slice(0, mostListed).join(", ")}${rest})`;
	return new RangeError(`unknown ${what}: ${word}${didYouMean(word, known) || all}`);
}
