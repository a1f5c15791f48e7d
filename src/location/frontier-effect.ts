import type { Dossier, Incident, IncidentKind } from "../records/records.js";

/** Incidents of one kind on the Afghan–Iran line, and those of the same kind that face another border. */
export interface FrontierEffect {
	/** `null` for all kinds together. */
	readonly kind: IncidentKind | null;
	readonly on_line: number;
	/** Told of this border and facing another: shown apart, never counted into the line. */
	readonly apart: number;
	/** What the count would be if both were counted. */
	readonly together: number;
}

/**
 * What the rule of the frontier does to the counts. The rule: an incident belongs to the border that its place
 * faces (`frontier` in incidents.csv), whoever was hurt and whatever border a report names. Kalagan and Saravan
 * face Pakistan, some 300 km from the Afghan line. All kinds together come first, then each kind that occurs.
 * Tallies over months are in neither count.
 */
export function frontierEffect({ incidents }: Pick<Dossier, "incidents">): FrontierEffect[] {
	const single = incidents.filter(({ aggregate }) => !aggregate);
	const row = (kind: IncidentKind | null): FrontierEffect => {
		const own = single.filter((incident) => kind === null || incident.kind === kind);
		const on_line = own.filter(isOnLine).length;
		return { kind, on_line, apart: own.length - on_line, together: own.length };
	};
	return [null, ...[...new Set(single.map(({ kind }) => kind))].sort()].map(row);
}

const isOnLine = ({ frontier }: Incident): boolean => frontier === "af-ir";
