import { originOf } from "../origin.js";
import type { Alignment, Dossier, Source } from "../records.js";

export { originOf } from "../origin.js";

/** Whose voice a source is: one of the three states' sides, or a third party. */
export const sides = ["iran_state", "taliban", "afghan_republic", "third_party"] as const;
export type Side = (typeof sides)[number];

/** The side of an alignment. State outlets and officials of a state are that side. */
export function sideOf(alignment: Alignment): Side {
	return alignment === "iran_state" || alignment === "taliban" || alignment === "afghan_republic"
		? alignment
		: "third_party";
}

/** How widely one proposition is told, and by how many voices. */
export interface Spread {
	readonly proposition_id: string;
	readonly incident_id: string;
	/** Claims, repeats among them. */
	readonly reports: number;
	/** Distinct origins: twelve outlets that repeat one agency are one. */
	readonly origins: number;
	/** Repeats that name no original: reach that cannot be traced, and no origin. */
	readonly untraced: number;
	/** Sides with an origin of their own. */
	readonly sides: number;
}

/** Reports and origins of every proposition that has a claim, in the order of the propositions. */
export function spreadOfClaims(dossier: Dossier): Spread[] {
	const sources = sourcesById(dossier);
	const byProposition = groupBy(dossier.claims, ({ proposition_id }) => proposition_id);
	return dossier.propositions.flatMap(({ proposition_id, incident_id }) => {
		const claims = byProposition.get(proposition_id) ?? [];
		if (claims.length === 0) return [];
		const origins = new Set(claims.flatMap((claim) => originOf(claim) ?? []));
		const alignments = [...origins].flatMap((origin) => sources.get(origin)?.alignment ?? []);
		return [
			{
				proposition_id,
				incident_id,
				reports: claims.length,
				origins: origins.size,
				untraced: claims.filter((claim) => originOf(claim) === null).length,
				sides: new Set(alignments.map(sideOf)).size,
			},
		];
	});
}

/** Rows by a key, each list in the order of the rows. */
export function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
	const groups = new Map<string, Row[]>();
	for (const row of rows) {
		const key = keyOf(row);
		const group = groups.get(key);
		if (group) group.push(row);
		else groups.set(key, [row]);
	}
	return groups;
}

/** Sources by their id. */
export const sourcesById = (dossier: Dossier): ReadonlyMap<string, Source> =>
	new Map(dossier.sources.map((source) => [source.source_id, source]));
