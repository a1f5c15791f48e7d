import { addAt } from "./cell-problem.js";
import type { Located } from "./fields.js";
import type { ProblemList } from "./problem.js";
import type { RowOf } from "./tables.js";

/** A source has at most so many institutions above it; a longer chain is most likely a mistake. */
const mostAbove = 100;

/**
 * Adds a problem for each source that is its own ancestor, and for one with too many institutions above it: in a chain
 * only the first, since those below it are then correct too. Each source is visited once.
 */
export function addParentProblems(
	sources: readonly Located<RowOf<"sources">>[],
	byId: ReadonlyMap<string, Located<RowOf<"sources">> | null>,
	problems: ProblemList,
): void {
	/** How many are above a source; infinitely many where the chain leads into a circle. */
	const above = new Map<string, number>();
	const parentOf = (id: string) => byId.get(id)?.row.parent_id ?? undefined;
	for (const { row } of sources) {
		const chain: string[] = [];
		const places = new Map<string, number>();
		let id = row.source_id;
		while (id !== undefined && !above.has(id) && !places.has(id)) {
			places.set(id, chain.length);
			chain.push(id);
			id = parentOf(id);
		}
		const circle = id === undefined ? undefined : places.get(id);
		if (circle !== undefined)
			for (const each of chain.slice(circle)) {
				const line = byId.get(each)?.line ?? 0;
				addAt(problems, "sources", line, ["parent_id", "leads back to the source itself", parentOf(each)]);
			}
		let count = circle !== undefined ? Number.POSITIVE_INFINITY : id === undefined ? -1 : (above.get(id) ?? -1);
		for (const each of chain.reverse()) {
			above.set(each, ++count);
			if (count === mostAbove + 1) {
				const reason = `more than ${mostAbove} institutions above this source`;
				addAt(problems, "sources", byId.get(each)?.line ?? 0, ["parent_id", reason, parentOf(each)]);
			}
		}
	}
}
