import { join } from "node:path";
import { ownDataDirectory } from "../load/dossier.js";
import type { Importer } from "./importer.js";
import { importMapped } from "./mapped-import.js";
import { readMapping } from "./mapping.js";

/**
 * Reads report-level data: one row is what one source reports on one event. Without a mapping of the user's own, columns
 * are those of R's eventreport (`data/import/reports.map.json`).
 */
export const reports: Importer = {
	id: "reports",
	what: "one row per source and event, as in R's eventreport: CSV, TSV, XLSX or Parquet; --map for other columns",
	read: async (files, options) => {
		const mapping = readMapping(options.map ?? join(ownDataDirectory(), "import", "reports.map.json"));
		return await importMapped(files, options, mapping, { prefix: "event", asReports: true });
	},
};
