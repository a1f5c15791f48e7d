/** Letters of Arabic, Pashto and Urdu spelling and the Persian letter that a reader would look for. */
const alike: Readonly<Record<string, string>> = Object.fromEntries(
	[
		["ی", "يىېۍے"],
		["ک", "كڪ"],
		["گ", "ګ"],
		["ه", "ةەہھۀ"],
		["ا", "ٱ"],
		["ت", "ټط"],
		["د", "ډ"],
		["ر", "ړ"],
		["ن", "ڼ"],
		["ز", "ځ"],
		["س", "څ"],
		["ش", "ښ"],
		["ژ", "ږ"],
	].flatMap(([persian = "", others = ""]) => [...others].map((letter) => [letter, persian])),
);

/**
 * What two spellings of one name have in common: letters and digits alone, in lower case, without accents and
 * vowel marks, with Arabic, Pashto and Urdu letters as the Persian ones. Blanks, hyphens, apostrophes, the
 * zero-width non-joiner and the lengthening stroke do not count.
 *
 * @example
 * nameKey("Dūst Moḩammad") // → "dustmohammad"
 * nameKey("حاجي‌آباد") === nameKey("حاجی آباد") // → true
 * nameKey("کنګ") === nameKey("كنگ") // → true
 */
export function nameKey(name: string): string {
	const letters = name
		.normalize("NFKD")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]|\p{Lm}/gu, "");
	return [...letters].map((letter) => alike[letter] ?? letter).join("");
}
