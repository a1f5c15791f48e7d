import type { Dossier } from "../../src/records/records.js";

/** A dossier cut to its first incidents, with all that hangs on them. */
export function firstIncidents(dossier: Dossier, count: number): Dossier {
	const incidents = dossier.incidents.slice(0, count);
	const kept = new Set(incidents.map(({ incident_id }) => incident_id));
	const propositions = dossier.propositions.filter(({ incident_id }) => kept.has(incident_id));
	const asked = new Set(propositions.map(({ proposition_id }) => proposition_id));
	const isAsked = ({ proposition_id }: { readonly proposition_id: string }) => asked.has(proposition_id);
	return {
		...dossier,
		incidents,
		propositions,
		claims: dossier.claims.filter(isAsked),
		verdict_basis: dossier.verdict_basis.filter(isAsked),
		interests: dossier.interests.filter(isAsked),
	};
}
