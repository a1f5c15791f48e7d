import { type Dossier, frontiersOf, type IncidentKind } from "../records/records.js";
import { selectIncidents } from "../records/selection.js";

/** Incidents of one kind on this border, and those of the same kind on another border. */
export interface FrontierEffect {
	/** `null` for all kinds together. */
	readonly kind: IncidentKind | null;
	/** Incidents on this border. */
	readonly on_line: number;
	/** Reported with this border but on another: never counted into the line. */
	readonly other_border: number;
	/** What the count would be if both were counted. */
	readonly both: number;
}

/**
 * What the rule of the frontier does to the counts. The rule: an incident belongs to the border at which its place
 * lies (`frontier` in incidents.csv), whoever was hurt and whatever border a report names. All kinds together come
 * first, then each kind that occurs. Aggregate reports and incidents outside the observed period are in neither count.
 *
 * @example
 * frontierEffect(dossier)[0] // → { on_line: 4, other_border: 1, both: 5 }
 */
export function frontierEffect(dossier: Dossier): FrontierEffect[] {
	const single = selectIncidents(dossier, undefined, frontiersOf(dossier.region)).incidents;
	const row = (kind: IncidentKind | null): FrontierEffect => {
		const own = single.filter((incident) => kind === null || incident.kind === kind);
		const on_line = own.filter(({ frontier }) => frontier === dossier.region.code).length;
		return { kind, on_line, other_border: own.length - on_line, both: own.length };
	};
	return [null, ...[...new Set(single.map(({ kind }) => kind))].sort()].map(row);
}
