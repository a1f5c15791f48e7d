import type { Command } from "commander";
import { filterOptions } from "./filtered.js";
import type { Terminal } from "./terminal.js";

/** Registers the verbs that compare data folders and write them in the formats of other programs. */
export function exchangeVerbs(commander: Command, terminal: Terminal): void {
	filterOptions(
		commander
			.command("export")
			.description("write the data in a format of another program: a map, a spreadsheet, a data frame, a truth method")
			.argument("<format>", "geojson, timemap, claimreview, labels, triples, xlsx, parquet, datapackage, archive-list"),
	)
		.requiredOption("--out <name>", "file to write, or a new folder: timemap, parquet and datapackage")
		.option("--data <dir>", "data folder (default: the data of this package)")
		.option(
			"--coarsen <degrees>",
			"for publishing: round every place to a grid, such as 0.25, and remove more precise fields",
		)
		.option("--site <address>", "for claimreview: where the folder of the charts is published")
		.option("--json", "print what was written as JSON")
		.addHelpText(
			"after",
			`
Example: border-incidents export geojson --out incidents.geojson --from 2023-01-01
Example: border-incidents export xlsx --data my-data --out my-data.xlsx --coarsen 0.25

border-incidents import kit reads xlsx and parquet again. data/README.md says what each
format has and what it lacks.`,
		)
		.action(async (format, options) => (await import("./export.js")).exportData(format, options, terminal));

	commander
		.command("diff")
		.description("compare two versions of the data: rows and cells, verdicts, and which charts moved by how much")
		.argument("<old>", "a data folder, or a revision of git such as HEAD~3 or v0.1.0:my-data")
		.argument("<new>", "the same for the newer version")
		.option("--out <file>", "write the report as a page too, such as changes.html")
		.option("--json", "print the report as JSON, with every row and number")
		.option("--all", "print every row and number, not the first 20 rows and 3 numbers")
		.option("--only <id...>", "compare these charts only, such as border-map accuracy-by-side")
		.option("--no-charts", "compare the tables only")
		.option("--exit-code", "end with 1 if the versions differ")
		.addHelpText(
			"after",
			`
Example: border-incidents diff v0.1.0 data
Example: border-incidents diff HEAD~1:my-data my-data --out changes.html

Rows are compared by their key, whatever their order. Both versions are counted with
this version of the kit: charts differ only because the data do.`,
		)
		.action(async (old, now, options) => (await import("./diff.js")).diffData(old, now, options, terminal));

	commander
		.command("match")
		.description("list pairs of incidents that may be one event, in two data folders or within one; nothing is merged")
		.argument("<folder>", "a data folder")
		.argument("[other]", "a second data folder, such as one that import wrote (default: pairs within the first)")
		.option("--km <number>", "incidents farther apart are no pair", "25")
		.option("--days <number>", "incidents that began more days apart are no pair", "3")
		.option("--weights <feature=number...>", "how much distance, days, type and sides count (default: 1 each)")
		.option("--one-to-one", "list each incident in one pair only, its best")
		.option("--out <file>", "write the pairs as CSV too, such as pairs.csv")
		.option("--all", "print every pair, not the first 20")
		.option("--json", "print the pairs as JSON")
		.addHelpText(
			"after",
			`
Example: border-incidents match data my-data --km 25 --days 3
Example: border-incidents match data ucdp-data --weights sides=0 --out pairs.csv

A score of 1 means alike in all that is known of both. The table at the end shows how
the number of pairs depends on the windows.`,
		)
		.action(async (first, other, options) =>
			(await import("./match.js")).matchIncidents(first, other, options, terminal),
		);
}
