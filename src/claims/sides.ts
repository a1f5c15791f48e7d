import type { Alignment, Dossier, Source } from "../records/records.js";
import { remembered } from "../records/remembered.js";

/**
 * The four sides, the only meaning of `side` in the project: the sides of the three states that had the border, and
 * third parties. A side is derived from a source's alignment and never coded.
 */
export const sides = ["iran_state", "taliban", "afghan_republic", "third_party"] as const;
/** One of `sides`. */
export type Side = (typeof sides)[number];

/**
 * The side of an alignment: a state's media and officials are its side, all others third parties.
 *
 * @example
 * sideOf("iran_state") // → "iran_state"
 */
export function sideOf(alignment: Alignment): Side {
	return alignment === "iran_state" || alignment === "taliban" || alignment === "afghan_republic"
		? alignment
		: "third_party";
}

/** The side of a source by its id; third parties where the source is not known. */
export const sideOfSource = (sources: ReadonlyMap<string, Source>, source_id: string): Side =>
	sideOf(sources.get(source_id)?.alignment ?? "unknown");

/** Sources by their id. */
export const sourcesById = ({ sources }: Pick<Dossier, "sources">): ReadonlyMap<string, Source> => sourceMap(sources);

const sourceMap = remembered(
	(sources: readonly Source[]): ReadonlyMap<string, Source> =>
		new Map(sources.map((source) => [source.source_id, source])),
);
