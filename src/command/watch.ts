import { basename, resolve } from "node:path";
import { inputFiles } from "../load/dossier.js";
import { DossierError, problemCount, problemLines } from "../load/problem.js";
import { namedIfMissing } from "../records/missing-package.js";
import { type ChartsOptions, chosenEntries, drawCharts } from "./charts.js";
import { CommandError } from "./command-error.js";
import { dataFolder } from "./data-folder.js";
import type { Terminal } from "./terminal.js";
import { startWatchServer, type WatchState } from "./watch-server.js";

/** Milliseconds without a further change after which a table counts as saved. */
const settled = 150;

/**
 * Draws the charts, serves them at 127.0.0.1, and draws again whenever a table of the data folder is saved; open pages
 * then load themselves anew. Data with a problem change no chart: open pages show the problems. Ends with the signal.
 *
 * @param signal ends it, such as Ctrl-C
 * @throws MissingPackageError where chokidar is not installed; CommandError for a wrong argument
 */
export async function watchCharts(options: ChartsOptions, terminal: Terminal, signal: AbortSignal): Promise<void> {
	const data = dataFolder(options.data);
	const out = resolve(options.out ?? "charts");
	const { watch } = await import("chokidar").catch((error) => {
		throw namedIfMissing(error, "watching");
	});
	const server = await startWatchServer(out);
	let drawing: Promise<void> = Promise.resolve();
	let timer: NodeJS.Timeout | undefined;
	const draw = () => {
		drawing = drawing.then(async () => {
			if (!signal.aborted) server.tell(await drawn(options, terminal, signal));
		});
		return drawing;
	};
	// The folder, not the files: many editors save a file by putting another in its place.
	const watcher = watch(data, {
		depth: 0,
		ignoreInitial: true,
		ignored: (path, stats) => stats?.isFile() === true && !inputFiles.includes(basename(path)),
	});
	watcher.on("all", () => {
		clearTimeout(timer);
		timer = setTimeout(() => draw().catch((error) => server.tell(failed(error, terminal))), settled);
	});
	watcher.on("error", (error) => terminal.warn(`changes are not noticed: ${error}`));
	try {
		await draw();
		const [first] = options.only ? chosenEntries(options.only) : [];
		terminal.say(
			`watching ${data}; open ${server.address}/${first === undefined ? "" : `${first.id}.html`} (Ctrl-C ends)`,
		);
		if (!signal.aborted) await new Promise((ended) => signal.addEventListener("abort", ended, { once: true }));
	} finally {
		clearTimeout(timer);
		await Promise.all([watcher.close(), server.close(), drawing.catch(() => {})]);
	}
}

/**
 * Draws, and says what became of it.
 *
 * @throws CommandError for a wrong argument, which no saved table corrects; any error but those of the data
 */
async function drawn(options: ChartsOptions, terminal: Terminal, signal: AbortSignal): Promise<WatchState> {
	try {
		await drawCharts(options, terminal, signal);
		return { kind: "drawn" };
	} catch (error) {
		if (signal.aborted) return { kind: "drawn" };
		if (error instanceof DossierError || (error instanceof CommandError && error.exitCode === 1))
			return failed(error, terminal);
		throw error;
	}
}

/** What open pages say in place of the charts. */
function failed(error: unknown, terminal: Terminal): WatchState {
	const message = error instanceof Error ? error.message : String(error);
	terminal.warn(message);
	if (error instanceof DossierError) {
		const { problems } = error;
		return { kind: "problems", title: `The data have ${problemCount(problems)}`, lines: problemLines(problems) };
	}
	return { kind: "problems", title: "Not all charts could be drawn", lines: message.split("\n") };
}
