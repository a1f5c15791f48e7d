import type { LocatedTables } from "./cell-problem.js";
import { visible } from "./problem.js";
import { unseenIn, withoutUnseen } from "./unseen.js";

/**
 * What two spellings of a name that read alike have in common: one normal form, no characters that nobody sees, single
 * plain spaces, small letters, Persian yeh and kaf.
 *
 * @example
 * readAs("Nimru\u0304z") === readAs("Nimr\u016bz") // → true
 */
export function readAs(name: string): string {
	return withoutUnseen(name.normalize("NFKC")).toLowerCase().replace(/[يى]/g, "ی").replaceAll("ك", "ک");
}

/** Columns whose names group rows; the tables that list places come first, for their spelling is the one to use. */
const names = ["af_province", "ir_province", "af_district", "ir_county", "place"] as const;
const tablesOfNames = ["crossings", "stretches", "incidents"] as const;
type NamedRow = { -readonly [Column in (typeof names)[number]]?: string | null };

/**
 * Gives names that read alike one spelling, so that no chart shows two bars of one name: that of the tables of places, else
 * the one in most rows.
 *
 * @returns what was read as what, a line each
 */
export function foldNames(tables: LocatedTables): string[] {
	return names.flatMap((column) => {
		const groups = new Map<string, Map<string, number>>();
		for (const table of tablesOfNames)
			for (const { row } of tables[table]) {
				const name = (row as NamedRow)[column];
				if (name == null) continue;
				const key = readAs(name);
				const spellings = groups.get(key) ?? new Map<string, number>();
				groups.set(key, spellings);
				// Every spelling of the tables of places outweighs any number of incidents.
				spellings.set(name, (spellings.get(name) ?? 0) + (table === "incidents" ? 1 : 1e12));
			}
		const chosen = new Map<string, string>();
		for (const spellings of groups.values()) {
			if (spellings.size === 1) continue;
			const [[best = ""] = []] = [...spellings].sort(([a, n], [b, m]) => m - n || Number(isOdd(a)) - Number(isOdd(b)));
			for (const spelling of spellings.keys()) if (spelling !== best) chosen.set(spelling, best);
		}
		return chosen.size === 0 ? [] : rename(tables, column, chosen);
	});
}

/** Whether a spelling has what nobody sees or is not in the composed form. */
const isOdd = (name: string): boolean => name !== name.normalize("NFC") || unseenIn(name) !== undefined;

function rename(tables: LocatedTables, column: keyof NamedRow, chosen: ReadonlyMap<string, string>): string[] {
	const cells = new Map<string, { file: string; line: number; count: number }>();
	for (const table of tablesOfNames)
		for (const { line, row } of tables[table]) {
			const name = (row as NamedRow)[column];
			const best = name == null ? undefined : chosen.get(name);
			if (name == null || best === undefined) continue;
			(row as NamedRow)[column] = best;
			const first = cells.get(name);
			if (first) first.count++;
			else cells.set(name, { file: `${table}.csv`, line, count: 1 });
		}
	return [...cells].map(([name, { file, line, count }]) => {
		const odd = unseenIn(name) ?? (name === name.normalize("NFC") ? undefined : "letters and accents apart, NFD");
		const why = odd === undefined ? "" : ` (${odd})`;
		const where = count === 1 ? `line ${line}` : `${count} cells, the first on line ${line}`;
		return `${file} ${column}: "${visible(name)}"${why} read as "${visible(chosen.get(name) ?? "")}", ${where}`;
	});
}

/** Two sources that read alike may be one that is counted twice: which, only a person can say. */
export function sourcesAlike(tables: LocatedTables): string[] {
	const first = new Map<string, { readonly line: number; readonly id: string }>();
	return tables.sources.flatMap(({ line, row: { name, source_id: id } }) => {
		if (name === undefined || id === undefined) return [];
		const key = readAs(name);
		const other = first.get(key);
		if (!other) first.set(key, { line, id });
		if (!other || other.id === id) return [];
		return [
			`sources.csv name: "${visible(name)}" on line ${line} reads like that of ${other.id} on line ${other.line}`,
		];
	});
}
