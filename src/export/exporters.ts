import { labels, triples } from "./answers.js";
import { archiveList } from "./archive-list.js";
import { claimreview } from "./claim-reviews.js";
import { datapackage } from "./datapackage.js";
import type { Exporter } from "./exporter.js";
import { geojson } from "./geojson.js";
import { parquet } from "./parquet.js";
import { timemap } from "./timemap.js";
import { xlsx } from "./workbook.js";

/** Every format that can be written. */
export const exporters: readonly Exporter[] = [
	geojson,
	timemap,
	claimreview,
	labels,
	triples,
	xlsx,
	parquet,
	datapackage,
	archiveList,
];
