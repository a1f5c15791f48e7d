import { groupBy } from "../records/group-by.js";
import type { Claim, Dossier } from "../records/records.js";

/** Public web archives, by what an address in one of them holds. */
const archives =
	/\/\/(web\.archive\.org|archive\.(today|ph|is|md|li|fo|vn)|perma\.cc|ghostarchive\.org|arquivo\.pt|(www\.)?webcitation\.org)\//;

/** A page without a known copy, and the claims that were read on it, in the order of the table. */
export interface UnarchivedPage {
	readonly url: string;
	readonly claims: readonly Claim[];
}

/**
 * Pages of which no copy is known: neither `archive.csv` nor a note names one, and the address is not that of a web archive.
 * They are in the order of their first claims.
 */
export function unarchivedPages({ claims, archive }: Pick<Dossier, "claims" | "archive">): UnarchivedPage[] {
	const copied = new Set(archive.map(({ url }) => url));
	const pages = groupBy(
		claims.filter(({ url }) => url !== null),
		({ url }) => url as string,
	);
	return [...pages].flatMap(([url, own]) =>
		copied.has(url) || own.some(({ note }) => archives.test(`${url} ${note ?? ""}`)) ? [] : [{ url, claims: own }],
	);
}
