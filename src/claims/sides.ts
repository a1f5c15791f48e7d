import type { Alignment, Dossier, Source } from "../records/records.js";

/** Whose voice a source is: one of the three states' sides, or a third party. */
export const sides = ["iran_state", "taliban", "afghan_republic", "third_party"] as const;
export type Side = (typeof sides)[number];

/** The side of an alignment. State outlets and officials of a state are that side. */
export function sideOf(alignment: Alignment): Side {
	return alignment === "iran_state" || alignment === "taliban" || alignment === "afghan_republic"
		? alignment
		: "third_party";
}

/** Sources by their id. */
export const sourcesById = (dossier: Dossier): ReadonlyMap<string, Source> =>
	new Map(dossier.sources.map((source) => [source.source_id, source]));
