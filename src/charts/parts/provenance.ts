import type { Dossier } from "../../records/records.js";
import type { Provenance } from "./frame.js";

/** What a figure of this dossier rests on: its fingerprint and the window that was searched. */
export function provenanceOf({ fingerprint, observation }: Dossier): Provenance {
	return { fingerprint, observed_from: observation.observed_from, observed_to: observation.observed_to };
}
