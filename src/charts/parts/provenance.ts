import type { Dossier } from "../../records/records.js";
import type { Provenance } from "./frame.js";

/** What a figure of this dossier rests on: its fingerprint, filter and the period that was searched. */
export function provenanceOf({ fingerprint, filter, observation, region }: Dossier): Provenance {
	return {
		fingerprint,
		filter: filter?.text ?? null,
		observed_from: observation.observed_from,
		observed_to: observation.observed_to,
		border: region.name,
	};
}
