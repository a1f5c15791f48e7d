/** How many file names are written out where several are read in the same way. */
const mostNamed = 3;

/**
 * How tables were read that are not written as the codebook says: a line for all that are written alike.
 *
 * @param read for each table what it was read as, such as `UTF-16`, `with decimal commas` or `without 2 blank rows`
 * @example
 * layoutNotes([{ name: "claims", notes: ["UTF-16", "tab-separated"] }]) // → ["claims.csv: read as UTF-16, tab-separated"]
 */
export function layoutNotes(read: readonly { readonly name: string; readonly notes: readonly string[] }[]): string[] {
	const files = new Map<string, string[]>();
	for (const { name, notes } of read) {
		if (notes.length === 0) continue;
		const forms = notes.filter((note) => !/^with(out)? /.test(note));
		const words = [
			...(forms.length === 0 ? [] : [`as ${forms.join(", ")}`]),
			...together("with", notes),
			...together("without", notes),
		].join(" ");
		files.set(words, [...(files.get(words) ?? []), `${name}.csv`]);
	}
	return [...files].map(([words, names]) => {
		const rest = names.length - mostNamed;
		return `${inWords(rest > 1 ? [...names.slice(0, mostNamed), `${rest} more`] : names)}: read ${words}`;
	});
}

/** "with decimal commas and blank cells" of the notes that begin with a word. */
function together(word: "with" | "without", notes: readonly string[]): string[] {
	const parts = notes.filter((note) => note.startsWith(`${word} `)).map((note) => note.slice(word.length + 1));
	if (parts.length === 0) return [];
	return [`${word} ${inWords(parts)}`];
}

const inWords = (parts: readonly string[]): string =>
	parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
