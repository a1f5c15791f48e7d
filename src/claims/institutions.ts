import type { Dossier } from "../records/records.js";

/** For a source: itself, its institution, the parent institution of that, and so on. */
export function institutionsOf({ sources }: Pick<Dossier, "sources">): (source: string) => readonly string[] {
	const parents = new Map(sources.map(({ source_id, parent_id }) => [source_id, parent_id]));
	return (source) => {
		const chain: string[] = [];
		for (let id: string | null | undefined = source; id && !chain.includes(id); id = parents.get(id)) chain.push(id);
		return chain;
	};
}
