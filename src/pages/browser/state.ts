import { type FilterName, type Filters, filterNames, noFilters } from "./filters.js";

/** Columns by which the table sorts; a minus before one means the other way round. */
export const sortKeys = ["day", "kind", "place", "status", "claims", "original_sources"] as const;
export type SortKey = (typeof sortKeys)[number];

/** What the page shows: everything that its address holds. */
export interface State {
	readonly filters: Filters;
	readonly sort: SortKey;
	readonly descending: boolean;
}

/**
 * The state that an address holds, and what in it is not known: such a part is excluded, and named.
 *
 * @param allowed values of each filter that has a list
 */
export function stateOf(
	hash: string,
	allowed: (name: FilterName) => readonly string[] | null,
): { readonly state: State; readonly problems: readonly string[] } {
	const problems: string[] = [];
	const filters: Record<FilterName, string> = { ...noFilters };
	let [sort, descending]: [SortKey, boolean] = ["day", false];
	for (const [name, value] of new URLSearchParams(hash.replace(/^#/, ""))) {
		const known = filterNames.find((each) => each === name);
		const values = known === undefined ? null : allowed(known);
		if (name === "sort") {
			const key = sortKeys.find((each) => each === value.replace(/^-/, ""));
			if (key === undefined) problems.push(`unknown column: ${value} (known: ${sortKeys.join(", ")})`);
			else [sort, descending] = [key, value.startsWith("-")];
		} else if (known === undefined) problems.push(`unknown filter: ${name} (known: ${filterNames.join(", ")}, sort)`);
		else if ((known === "from" || known === "to") && !isDay(value))
			problems.push(`${known} is not a day: ${value} (write 2023-01-31)`);
		else if (known === "id" && values !== null) {
			const ids = value.split(",").filter((id) => id !== "");
			const unknown = ids.filter((id) => !values.includes(id));
			if (unknown.length > 0) problems.push(`no such incident: ${unknown.join(", ")}`);
			filters.id = ids.filter((id) => values.includes(id)).join(",");
		} else if (values !== null && value !== "" && !values.includes(value))
			problems.push(`unknown ${known}: ${value} (known: ${values.join(", ")})`);
		else filters[known] = value;
	}
	return { state: { filters, sort, descending }, problems };
}

const isDay = (text: string): boolean => {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const day = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

/** The address of a state, from its `#` on; blank where nothing is set. */
export function hashOf({ filters, sort, descending }: State): string {
	const words = new URLSearchParams();
	for (const name of filterNames) if (filters[name] !== "") words.set(name, filters[name]);
	if (sort !== "day" || descending) words.set("sort", `${descending ? "-" : ""}${sort}`);
	// A comma may stand in an address as it is, and is shorter so.
	const text = words.toString().replaceAll("%2C", ",");
	return text === "" ? "" : `#${text}`;
}
