import type { Dossier, Source } from "../records/records.js";
import { remembered } from "../records/remembered.js";

/** For a source: itself, its institution, the parent institution of that, and so on. */
export const institutionsOf = ({ sources }: Pick<Dossier, "sources">): ((source: string) => readonly string[]) =>
	institutionsAmong(sources);

const institutionsAmong = remembered((sources: readonly Source[]) => {
	const parents = new Map(sources.map(({ source_id, parent_id }) => [source_id, parent_id]));
	const known = new Map<string, readonly string[]>();
	const chainOf = (source: string): readonly string[] => {
		const chain = new Set<string>();
		for (let id: string | null | undefined = source; id && !chain.has(id); id = parents.get(id)) chain.add(id);
		return [...chain];
	};
	return (source: string) => {
		const chain = known.get(source) ?? chainOf(source);
		known.set(source, chain);
		return chain;
	};
});
