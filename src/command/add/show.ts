import { onOneLine } from "../../records/one-line.js";
import type { Terminal } from "../terminal.js";
import type { Candidate, Folder } from "./candidate.js";
import { possibleDuplicates } from "./duplicates.js";
import { reviewLines } from "./review.js";

/** Shows the rows, and what a person should know of them. */
export function showCandidate({ rows, notes }: Candidate, { formats }: Folder, terminal: Terminal): void {
	for (const line of reviewLines(rows, formats)) terminal.say(line);
	for (const note of notes) terminal.say(`note: ${onOneLine(note)}`);
}

/** Known incidents that may be the new one, each in a sentence; none where the incident is in the tables already. */
export function duplicatesOf({ rows }: Candidate, { dossier }: Folder): string[] {
	return rows.incidents.flatMap(({ cells }) =>
		possibleDuplicates(cells, dossier.incidents).map(({ incident_id, date_start, place }) => {
			const where = place === null ? date_start : `${date_start}, ${onOneLine(place)}`;
			return `possible duplicate: ${incident_id} (${where}) is of the same kind and place`;
		}),
	);
}
