import type { Importer } from "./importer.js";
import { importMapped } from "./mapped-import.js";
import { checkMapping, readMapping } from "./mapping.js";

/**
 * The columns of report-level data as R's eventreport has them in its MAVERICK data set (van Baalen, Edberg Landeström,
 * Richardson-Golinski & Höglund, The MAVERICK Dataset Codebook 1.0, 2026). `date_start` and `date_end` are the earliest
 * and latest possible day. `geo_precision` goes from 1, the country, to 6, a street or building; between them the
 * mapping never makes a place finer: 3, a town, can be as large as Nairobi.
 */
const maverick = {
	columns: {
		id: "event_id",
		date: { column: "date_start", format: "yyyy-MM-dd" },
		last_day: { column: "date_end", format: "yyyy-MM-dd" },
		date_precision: { value: "span" },
		kind: { value: "other" },
		place: "location",
		town: "city",
		country: { column: "country", values: { "Ivory Coast": "CI", "Côte d'Ivoire": "CI", Kenya: "KE" } },
		lat: "latitude",
		lon: "longitude",
		geo_precision: {
			column: "geo_precision",
			values: { 1: "border", 2: "province", 3: "district", 4: "locality", 5: "locality", 6: "exact" },
		},
		side_a: "actor1",
		citation: "source",
	},
	numbers: [
		{
			key: "killed_total",
			text: "How many people were killed?",
			column: "deaths_best",
			low: "deaths_low",
			high: "deaths_high",
		},
		{
			key: "wounded_total",
			text: "How many people were injured?",
			column: "injuries_best",
			low: "injuries_low",
			high: "injuries_high",
		},
	],
};

/** Reads report-level data: one row is what one source reports on one event. */
export const reports: Importer = {
	id: "reports",
	what: "one row per source and event, as eventreport's MAVERICK: CSV, TSV, XLSX or Parquet; --map for other columns",
	read: (files, options) => {
		const mapping =
			options.map === undefined ? checkMapping(maverick, "the mapping of MAVERICK") : readMapping(options.map);
		return importMapped(files, options, mapping, { prefix: "event", asReports: true });
	},
};
