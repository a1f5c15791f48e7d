import type { Dossier } from "../records/records.js";
import { optionalTables, type TableName } from "./tables.js";

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

/**
 * Which tables a folder does without, in one line; and what that does to the observed period and to the border.
 *
 * @param absent names of the tables without a file
 */
export function absenceNotes(
	absent: readonly TableName[],
	{ observation, incidents }: Dossier,
	hasBorder: boolean,
): string[] {
	const isWithoutDays = absent.includes("observation") && incidents.length > 0;
	const empty = absent.filter((name) => !optionalTables.includes(name) && !(name === "observation" && isWithoutDays));
	return [
		...(empty.length === 0
			? []
			: [`not in the folder, so without rows: ${inWords(empty.map((name) => `${name}.csv`))}`]),
		...(isWithoutDays
			? [
					`observation.csv is not in the folder: the observed period is that of the incidents, ${observation.observed_from} to ${observation.observed_to}; rates are too high if more days were searched`,
				]
			: []),
		...(hasBorder ? [] : ["border.geojson is not in the folder: charts that need the border line are not drawn"]),
	];
}

/** "with decimal commas and blank cells" of the notes that begin with a word. */
function together(word: "with" | "without", notes: readonly string[]): string[] {
	const parts = notes.filter((note) => note.startsWith(`${word} `)).map((note) => note.slice(word.length + 1));
	if (parts.length === 0) return [];
	return [`${word} ${inWords(parts)}`];
}

const inWords = (parts: readonly string[]): string =>
	parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
