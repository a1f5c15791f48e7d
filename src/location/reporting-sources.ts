import type { Dossier } from "../records/records.js";

/**
 * Names of the sources that report each incident, by its id: those with most claims first, then by
 * name. A source that only repeats another counts too; how many original sources stand behind them is a question of
 * reliability. An incident without a claim has no entry.
 */
export function reportingSources({
	propositions,
	claims,
	sources,
}: Pick<Dossier, "propositions" | "claims" | "sources">): ReadonlyMap<string, readonly string[]> {
	const incidentOf = new Map(propositions.map(({ proposition_id, incident_id }) => [proposition_id, incident_id]));
	const nameOf = new Map(sources.map(({ source_id, name }) => [source_id, name]));
	const counts = new Map<string, Map<string, number>>();
	for (const { proposition_id, source_id } of claims) {
		const incident_id = incidentOf.get(proposition_id);
		const name = nameOf.get(source_id);
		if (incident_id === undefined || name === undefined) continue;
		const own = counts.get(incident_id) ?? new Map<string, number>();
		counts.set(incident_id, own.set(name, (own.get(name) ?? 0) + 1));
	}
	return new Map(
		[...counts].map(([incident_id, own]) => [
			incident_id,
			[...own].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([name]) => name),
		]),
	);
}
