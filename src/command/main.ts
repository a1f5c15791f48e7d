#!/usr/bin/env node
import { realpathSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { MissingPackageError } from "../draw/needed-packages.js";
import { DossierError } from "../load/problem.js";
import { CommandError } from "./command-error.js";
import { exchangeVerbs } from "./exchange-verbs.js";
import { filterOptions } from "./filtered.js";
import { refuseWhatNpmKept } from "./kept-by-npm.js";
import { kitVersion } from "./manifest.js";
import { processTerminal, type Terminal } from "./terminal.js";

/** What the process ends with. */
export const exitCodes = { ok: 0, failed: 1, usage: 2 } as const;

/**
 * Runs a command line and gives the exit code: 0 done, 1 the data or the run has a problem, 2 the
 * arguments are wrong.
 *
 * @param words the arguments after the program's name
 * @param environment where npm leaves the options that it keeps for itself
 */
export async function run(
	words: readonly string[],
	terminal: Terminal,
	environment: NodeJS.ProcessEnv = process.env,
): Promise<number> {
	try {
		const commander = program(terminal);
		refuseWhatNpmKept(commander, words, environment);
		await commander.parseAsync(words, { from: "user" });
		return exitCodes.ok;
	} catch (error) {
		if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
		if (error instanceof DossierError || error instanceof CommandError || error instanceof MissingPackageError) {
			terminal.warn(error.message);
			return error instanceof CommandError ? error.exitCode : exitCodes.failed;
		}
		const words = systemWords(error);
		if (words === null) throw error;
		terminal.warn(words);
		return exitCodes.failed;
	}
}

/** What the system refused, such as a folder that may not be written to, as a sentence; else `null`. */
function systemWords(error: unknown): string | null {
	const { path, message = "" } = (error ?? {}) as NodeJS.ErrnoException;
	const reason = /^[A-Z]+: ([^,]+), /.exec(message)?.[1];
	return path === undefined || reason === undefined ? null : `${path}: ${reason}`;
}

/** Aborted by the first Ctrl-C, or by a request to end; a second one ends the process at once. */
function stopSignal(): AbortSignal {
	const controller = new AbortController();
	for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => controller.abort());
	return controller.signal;
}

function program(terminal: Terminal): Command {
	const commander = new Command("border-incidents")
		.description("How often incidents happen on the Afghanistan–Iran border, where, and how reliable the reports are.")
		.version(kitVersion)
		.exitOverride()
		.showSuggestionAfterError()
		.showHelpAfterError("add --help after the command for its options and an example")
		.configureOutput({
			writeOut: (text) => terminal.say(text.trimEnd()),
			writeErr: (text) => terminal.warn(text.trimEnd()),
		})
		.addHelpText(
			"after",
			`
Example: border-incidents init my-data
Example: border-incidents charts --data my-data --out my-charts

Each command has its own help, such as border-incidents charts --help.
In a clone of the repository, npm start draws the charts.

Limits: all rows are kept in memory: about a million claims is the maximum. Another
border needs its own border.geojson and region.json (names and sides); the sides of
sources are those of the Afghanistan–Iran border.
danfojs: before npm install danfojs-node, copy "overrides" from the package.json of
border-incidents into yours.
More: README.md; data/README.md explains every table and column, and init copies it.`,
		)
		.addHelpText("afterAll", "\nExit codes: 0 done, 1 a problem in the data or the run, 2 wrong arguments.");

	filterOptions(
		commander
			.command("charts")
			.description(
				"check the tables and draw every chart from them, as SVG, PNG, HTML and CSV, with a front page and a manifest",
			),
	)
		.option("--data <dir>", "data folder (default: the data of this package)")
		.option("--out <dir>", "folder to write to", "charts")
		.option("--only <id...>", "draw these charts only, such as border-map accuracy; a wrong id lists all of them")
		.option("--force", "draw even if neither the data nor the code changed")
		.option(
			"--coarsen <degrees>",
			"for publishing: round every place to a grid, such as 0.25, and remove more precise fields and names of private persons",
		)
		.option("--standalone", "pages that carry all they need, 5 MB each, so that each can be sent alone")
		.option("--workers <number>", "processes that draw at once (default: one a core, 8 at most)")
		.option("--time-limit <seconds>", "end a chart that takes longer; it has failed and the others are written", "600")
		.option("--watch", "stay: serve the pages for this machine, and draw again when a table is saved; Ctrl-C ends")
		.option("--json", "print what was drawn, what was not and why, as JSON")
		.addHelpText(
			"after",
			`
Example: border-incidents charts --data my-data --out my-charts --only border-map
Example: border-incidents charts --kind armed_clash --from 2023-01-01 --out clashes
Example: border-incidents charts --data my-data --watch --only border-map

Several words of an option are separated by spaces; ids of --only also by commas.
With several filters, an incident must pass all of them. A chart that the rows do
not allow is not drawn, and the run says why: it still ends with 0.
Drawing needs more packages; a run without them prints which to install.`,
		)
		.action(async (options) =>
			options.watch
				? (await import("./watch.js")).watchCharts(options, terminal, stopSignal())
				: (await import("./charts.js")).drawCharts(options, terminal),
		);

	commander
		.command("check")
		.description("check a data folder and list every problem as file:line column: reason: value")
		.option("--data <dir>", "data folder (default: the data of this package)")
		.option("--json", "print the problems as JSON")
		.option(
			"--strict",
			"list also what a coder should improve next, such as claims without a date; ends with 1 if anything is listed",
		)
		.option("--all", "with --strict: list everything, not 20 of each kind")
		.addHelpText(
			"after",
			"\nExample: border-incidents check --data my-data --strict\n\nIt changes no file. Of each kind of problem the first 20 are printed, and how many more there are.",
		)
		.action(async (options) => (await import("./check.js")).checkData(options, terminal));

	commander
		.command("add")
		.description(
			"add an incident with its questions and claims to the tables: by questions in the terminal, or from a file",
		)
		.option("--data <dir>", "data folder (default: the data of this package)")
		.option("--from <file>", "a YAML file instead of questions")
		.option("--template [file]", "write a file to fill in for --from (without a name: print it)")
		.option("--dry-run", "show the rows and write nothing")
		.option("--yes", "add an incident although a similar one is in the tables; needs --from")
		.option("--json", "print the rows and the problems as JSON; needs --from")
		.addHelpText(
			"after",
			`
Example: border-incidents add --data my-data
Example: border-incidents add --template clash.yaml
Example: border-incidents add --data my-data --from clash.yaml --dry-run

Nothing is written before all rows are checked. Ctrl-C at any question writes nothing and ends with 130.`,
		)
		.action(async (options) => (await import("./add.js")).addIncident(options, terminal));

	commander
		.command("init")
		.description(
			"create a data folder for your own rows: every table with its header and one invented row, and the codebook",
		)
		.argument("<folder>", "a new or empty folder; other folders are not changed")
		.option("--json", "print the folder and its files as JSON")
		.addHelpText(
			"after",
			"\nExample: border-incidents init my-data\n\nThen replace the invented rows; border-incidents check --data my-data says what is wrong.",
		)
		.action(async (folder, options) => (await import("./init.js")).initData(folder, options, terminal));

	exchangeVerbs(commander, terminal);

	commander
		.command("import")
		.description("make a data folder of other people's event data; every row that is not in it is counted by reason")
		.argument("<format>", "ucdp, acled, gdelt, table, reports, kit")
		.argument("<files...>", "files to read")
		.option("--out <dir>", "a new or empty folder to write to")
		.option(
			"--within <km>",
			"keep incidents within this distance of the border; none: keep all, without a border",
			"25",
		)
		.option("--border <file>", "GeoJSON file with another border line (default: that of this package)")
		.option("--from <day>", "only incidents that began on this day or later, such as 2023-01-01")
		.option("--to <day>", "only incidents that began on this day or earlier")
		.option("--kinds <file>", "your own table of event types, instead of the one in data/import")
		.option("--map <file>", "which column is what, for table and reports (JSON)")
		.option("--template", "print a mapping to fill in, from the columns of the file")
		.option("--sheet <name>", "the sheet of a workbook that --template reads")
		.option("--json", "print the counts as JSON")
		.addHelpText(
			"after",
			`
Example: border-incidents import ucdp GEDEvent.csv --out my-data --from 2021-07-01
         border-incidents import table list.xlsx --template > map.json
         border-incidents import table list.xlsx --map map.json --out my-data

Nothing is written if a file cannot be read. data/README.md says what becomes of each column.`,
		)
		.action(async (format, files, options) =>
			(await import("./import.js")).importData(format, files, options, terminal),
		);

	commander
		.command("notebooks")
		.description(
			"run every notebook from the top and store its outputs; fails on any error, type error or lost output (in a clone; needs Python 3.9 or newer)",
		)
		.argument("[names...]", "notebooks to run, such as 1-frequency (default: all)")
		.option("--check", "store nothing; fail if an output would change")
		.option("--data <dir>", "load this data folder instead; needs --out")
		.option("--out <dir>", "write the notebooks with other data to this folder; the kit's own stay as they are")
		.addHelpText(
			"after",
			"\nExample: border-incidents notebooks 1-frequency --check\nExample: border-incidents notebooks --data my-data --out my-notebooks",
		)
		.action(async (names, options) => (await import("./notebooks.js")).runNotebooks({ names, ...options }, terminal));

	commander
		.command("lab")
		.description(
			"open JupyterLab on the notebooks, for this machine only (in a clone; needs Python 3.9 or newer; the first run creates .venv)",
		)
		.option("--port <number>", "port to listen on", "8888")
		.addHelpText("after", "\nExample: border-incidents lab --port 8890")
		.action(async (options) => (await import("./lab.js")).openLab(options, terminal));

	commander
		.command("readme")
		.description("fill the findings, the size and the glossary of README.md (in a clone; for maintainers)")
		.option("--check", "change nothing; fail if something would change")
		.addHelpText("after", "\nExample: border-incidents readme --check")
		.action(async (options) => (await import("./readme.js")).fillReadme(options, terminal));

	return commander;
}

if (process.argv[1] && import.meta.filename === realpathSync(process.argv[1])) {
	// Whoever reads the lines may stop reading, as `head` does: the work goes on without a reader.
	for (const stream of [process.stdout, process.stderr])
		stream.on("error", (error: NodeJS.ErrnoException) => {
			if (error.code !== "EPIPE") throw error;
		});
	run(process.argv.slice(2), processTerminal).then((code) => {
		process.exitCode = code;
	});
}
