import type { Figure } from "../charts/parts/frame.js";
import type { Shown } from "../charts/parts/marks.js";

/** Where the table and the marks of a figure lead. One entry for each row of its table, in each list. */
export interface FigureLinks {
	/** Ids of the incidents that a cell counts or names, by column. */
	readonly counted: readonly Readonly<Record<string, readonly string[]>>[];
	/** Addresses of the pages behind the names of sources, https only, by column. */
	readonly sources: readonly Readonly<Record<string, string>>[];
}

/** Sets of incidents by number, each once: a page holds their ids once, however many cells and marks lead to them. */
export class IncidentSets {
	readonly #ids = new Map<string, number>();
	readonly #sets = new Map<string, number>();

	/** Number of a set; `null` of an empty one. */
	numberOf(ids: readonly string[]): number | null {
		if (ids.length === 0) return null;
		const key = [...new Set(ids)].map((id) => this.#numbered(this.#ids, id)).join(" ");
		return this.#numbered(this.#sets, key);
	}

	/** Ids, and sets as numbers of ids, for the script of the page. */
	get content(): { readonly incidents: readonly string[]; readonly sets: readonly (readonly number[])[] } {
		return {
			incidents: [...this.#ids.keys()],
			sets: [...this.#sets.keys()].map((key) => key.split(" ").map(Number)),
		};
	}

	#numbered(map: Map<string, number>, key: string): number {
		const known = map.get(key);
		if (known !== undefined) return known;
		map.set(key, map.size);
		return map.size - 1;
	}
}

/** The traces of a figure with, as `customdata`, the number of the set of incidents that each mark leads to. */
export function leadingTraces({ data }: Figure, links: FigureLinks | null, sets: IncidentSets): readonly object[] {
	return data.map(({ customdata, meta, ...trace }) => {
		if (links === null || !Array.isArray(customdata)) return trace;
		const numbers = customdata.map((shown: Shown | null) => sets.numberOf(incidentsOf(shown, meta, links)));
		return numbers.every((each) => each === null) ? trace : { ...trace, customdata: numbers };
	});
}

function incidentsOf(shown: Shown | null, column: unknown, links: FigureLinks): string[] {
	if (shown === null) return [];
	if (typeof shown === "string") return [shown];
	if (typeof shown === "object") return shown.flatMap((each) => incidentsOf(each, column, links));
	const cells = links.counted[shown] ?? {};
	return typeof column === "string" ? [...(cells[column] ?? [])] : Object.values(cells).flat();
}
