/** How many file names are written out where several are read in the same way. */
const mostNamed = 3;

/**
 * How tables were read that are not written as the codebook says: a line for all that are written alike.
 *
 * @example
 * layoutNotes([{ name: "claims", notes: ["UTF-16", "tab-separated"] }]) // → ["claims.csv: read as UTF-16, tab-separated"]
 */
export function layoutNotes(read: readonly { readonly name: string; readonly notes: readonly string[] }[]): string[] {
	const files = new Map<string, string[]>();
	for (const { name, notes } of read) {
		if (notes.length === 0) continue;
		const words = notes.join(", ");
		files.set(words, [...(files.get(words) ?? []), `${name}.csv`]);
	}
	return [...files].map(([words, names]) => {
		const rest = names.length - mostNamed;
		const named = rest > 1 ? `${names.slice(0, mostNamed).join(", ")} and ${rest} more` : names.join(", ");
		return `${named}: read as ${words}`;
	});
}
