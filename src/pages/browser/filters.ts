import MiniSearch from "minisearch";
import { nameKey } from "../../location/name-key.js";
import type { BrowserRow } from "../browser-row.js";

/** Filters of the page, as they stand in its address. A blank one is not set. */
export const filterNames = ["q", "kind", "status", "side", "crossing", "year", "from", "to", "place", "id"] as const;
export type FilterName = (typeof filterNames)[number];
export type Filters = Readonly<Record<FilterName, string>>;

/** No filter. */
export const noFilters: Filters = {
	q: "",
	kind: "",
	status: "",
	side: "",
	crossing: "",
	year: "",
	from: "",
	to: "",
	place: "",
	id: "",
};

const tests: Readonly<Record<Exclude<FilterName, "q">, (row: BrowserRow, value: string) => boolean>> = {
	kind: (row, value) => row.kind === value,
	status: (row, value) => row.status === value,
	side: (row, value) => row.sides.some((side) => side === value),
	crossing: (row, value) => row.crossing === value,
	year: (row, value) => row.day.startsWith(`${value}-`),
	from: (row, value) => row.day >= value,
	to: (row, value) => row.day <= value,
	place: (row, value) => row.spot === value,
	id: (row, value) => value.split(",").includes(row.id),
};

/** Rows that fit every filter but, where one is named, that one. */
export function fitting(
	rows: readonly BrowserRow[],
	filters: Filters,
	found: ReadonlySet<string> | null,
	but?: FilterName,
): BrowserRow[] {
	const set = Object.entries(tests).filter(([name]) => name !== but && filters[name as FilterName] !== "");
	return rows.filter(
		(row) =>
			(found === null || found.has(row.id)) && set.every(([name, fits]) => fits(row, filters[name as FilterName])),
	);
}

/** What a search finds, and whether only similar spellings were found. */
export interface Found {
	readonly ids: ReadonlySet<string>;
	readonly is_similar: boolean;
}

/** A search over names in every spelling and over text; `null` for a search without a letter. */
export function searcher(rows: readonly BrowserRow[]): (query: string) => Found | null {
	const index = new MiniSearch<{ id: string; names: string; joined: string; text: string }>({
		fields: ["names", "joined", "text"],
		// Letters of one name in Latin, Persian, Dari and Pashto spelling count as the same.
		processTerm: (term) => nameKey(term) || null,
		tokenize: (text) => text.split(/[\s\p{P}\u200c]+/u),
	});
	index.addAll(
		rows.map(({ id, names, text }) => ({
			id,
			names: names.join(" "),
			// Blanks and joiners in a name do not count, so the whole name is a term as well.
			joined: names.map(nameKey).join(" "),
			text,
		})),
	);
	return (query) => {
		if (nameKey(query) === "") return null;
		const search = (fuzzy: number) =>
			new Set(index.search(query, { prefix: true, combineWith: "AND", fuzzy }).map(({ id }) => id as string));
		const exact = search(0);
		return exact.size > 0 ? { ids: exact, is_similar: false } : { ids: search(0.25), is_similar: true };
	};
}
