import { distance } from "fastest-levenshtein";
import type { Dossier, Proposition } from "../records/records.js";

/** Ids that a message names. */
const mostNamed = 3;

/**
 * A question by its id.
 *
 * @throws `unknown question: x (did you mean a, b?)`; of the id of an incident the questions of that incident are named
 */
export function findQuestion({ propositions, incidents }: Dossier, id: string): Proposition {
	const found = propositions.find(({ proposition_id }) => proposition_id === id);
	if (found) return found;
	const own = propositions.filter(({ incident_id }) => incident_id === id).map((row) => row.proposition_id);
	if (own.length > 0) throw new RangeError(`unknown question: ${id} (an incident; its questions: ${own.join(", ")})`);
	if (incidents.some(({ incident_id }) => incident_id === id))
		throw new RangeError(`unknown question: ${id} (an incident without a question)`);
	const near = propositions
		.map(({ proposition_id }) => ({ proposition_id, away: distance(String(id), proposition_id) }))
		.sort((a, b) => a.away - b.away || (a.proposition_id < b.proposition_id ? -1 : 1))
		.slice(0, mostNamed)
		.map(({ proposition_id }) => proposition_id);
	throw new RangeError(`unknown question: ${id}${near.length === 0 ? "" : ` (did you mean ${near.join(", ")}?)`}`);
}
