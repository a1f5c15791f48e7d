import { loadDossier } from "../load/dossier.js";
import type { Dossier } from "../records/records.js";

let tables: Dossier | null = null;

/** The kit's own data, read once: its sources, and its crossings, segments and places. */
export function ownTables(): Dossier {
	tables ??= loadDossier();
	return tables;
}
