import { forAndAgainst } from "../charts/for-and-against.js";
import { namedSources } from "../charts/named-sources.js";
import { provenanceOf } from "../charts/provenance.js";
import { admissions, recordsByBearing } from "../reliability/interests.js";
import { judgeClaims } from "../reliability/outcomes.js";
import { leftOutClaims, sourceRecords } from "../reliability/track-record.js";
import type { CatalogueEntry } from "./catalogue-entry.js";

/** Charts of the record in depth: names, interests, numbers, corrections and time. */
export const recordFigures: readonly CatalogueEntry[] = [
	{
		id: "named-sources",
		draw: (dossier) => {
			const claims = judgeClaims(dossier);
			return namedSources(
				sourceRecords(claims),
				sourceRecords(judgeClaims(dossier, { ownVerdicts: "kept" })),
				new Map(dossier.sources.map(({ source_id, name }) => [source_id, name])),
				leftOutClaims(claims),
				provenanceOf(dossier),
			);
		},
	},
	{
		id: "for-and-against",
		draw: (dossier) =>
			forAndAgainst(
				recordsByBearing(dossier),
				recordsByBearing(dossier, { ownVerdicts: "kept" }),
				admissions(dossier),
				dossier.claims.length,
				provenanceOf(dossier),
			),
	},
];
