import { ImportError, type Importer } from "./importer.js";
import { importMapped } from "./mapped-import.js";
import { readMapping } from "./mapping.js";

/** Reads any table, explained by a mapping file. */
export const table: Importer = {
	id: "table",
	what: "any table of your own, with a mapping (--map): CSV, TSV, XLSX or Parquet",
	read: async (files, options) => {
		if (options.map === undefined)
			throw new ImportError(
				"needs a mapping: --map FILE.json says which column is what; `border-incidents import table FILE --template` prints one to fill in",
			);
		return await importMapped(files, options, readMapping(options.map), { prefix: "row", asReports: false });
	},
};
