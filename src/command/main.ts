#!/usr/bin/env node
import { realpathSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { MissingPackageError } from "../draw/needed-packages.js";
import { DossierError } from "../load/problem.js";
import { CommandError } from "./command-error.js";
import { filterOptions } from "./filtered.js";
import { kitVersion } from "./manifest.js";
import { processTerminal, type Terminal } from "./terminal.js";

/** What the process ends with. */
export const exitCodes = { ok: 0, failed: 1, usage: 2 } as const;

/**
 * Runs a command line and gives the exit code: 0 done, 1 the data or the work has a problem, 2 the
 * arguments cannot be understood.
 *
 * @param words the arguments after the program's name
 */
export async function run(words: readonly string[], terminal: Terminal): Promise<number> {
	try {
		await program(terminal).parseAsync(words, { from: "user" });
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

function program(terminal: Terminal): Command {
	const commander = new Command("border-incidents")
		.description("How often something happens on the Afghanistan–Iran border, where, and whose word held up.")
		.version(kitVersion)
		.exitOverride()
		.showSuggestionAfterError()
		.showHelpAfterError("--help after the verb shows what it takes, with an example")
		.configureOutput({
			writeOut: (text) => terminal.say(text.trimEnd()),
			writeErr: (text) => terminal.warn(text.trimEnd()),
		})
		.addHelpText(
			"after",
			"\nExample: border-incidents init my-data; border-incidents charts --data my-data --out my-charts",
		)
		.addHelpText("afterAll", "\nExit codes: 0 done, 1 a problem in the data or the work, 2 arguments not understood.");

	filterOptions(
		commander
			.command("charts")
			.description("draw every chart from the CSV tables: SVG, PNG, HTML, CSV, an index page and a manifest"),
	)
		.option("--data <dir>", "data folder (default: the data that come with the kit)")
		.option("--out <dir>", "folder to write to", "charts")
		.option("--only <id...>", "draw these charts only")
		.option("--force", "draw even where nothing changed")
		.option(
			"--coarsen <degrees>",
			"round every place to a grid and leave finer fields out, for publishing, such as 0.25",
		)
		.option("--json", "print what was written and what was left out as JSON")
		.addHelpText(
			"after",
			"\nExample: border-incidents charts --data my-data --out my-charts --only incidents-per-month\nExample: border-incidents charts --kind armed_clash --from 2023-01-01 --out clashes",
		)
		.action(async (options) => (await import("./charts.js")).drawCharts(options, terminal));

	commander
		.command("check")
		.description("check a data folder and list every problem as file:line column: reason: value")
		.option("--data <dir>", "data folder (default: the data that come with the kit)")
		.option("--json", "print the problems as JSON")
		.addHelpText("after", "\nExample: border-incidents check --data my-data")
		.action(async (options) => (await import("./check.js")).checkData(options, terminal));

	commander
		.command("init")
		.description("begin a data folder of your own: every table with its header and one invented row, and the codebook")
		.argument("<folder>", "a new or empty folder; what holds anything is left alone")
		.option("--json", "print the folder and its files as JSON")
		.addHelpText("after", "\nExample: border-incidents init my-data")
		.action(async (folder, options) => (await import("./init.js")).initData(folder, options, terminal));

	commander
		.command("notebooks")
		.description("run every notebook from the top and store its outputs; any error, type fault or lost output fails")
		.argument("[names...]", "notebooks to run, such as 1-frequency (default: all)")
		.option("--check", "store nothing; fail where an output would change")
		.addHelpText("after", "\nExample: border-incidents notebooks 1-frequency --check")
		.action(async (names, options) => (await import("./notebooks.js")).runNotebooks({ names, ...options }, terminal));

	commander
		.command("lab")
		.description("open JupyterLab on the notebooks (needs Python 3.9 or newer; makes .venv on first use)")
		.option("--port <number>", "port to listen on", "8888")
		.addHelpText("after", "\nExample: border-incidents lab --port 8890")
		.action(async (options) => (await import("./lab.js")).openLab(options, terminal));

	commander
		.command("readme")
		.description("fill the findings, sizes and list of charts in README.md from the data (for maintainers)")
		.option("--check", "change nothing; fail where it would")
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
