import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { didYouMean } from "../records/nearest.js";
import type { Dossier } from "../records/records.js";
import { checkout, needCheckout } from "./checkout.js";
import { runChild } from "./child.js";
import { CommandError } from "./command-error.js";
import { dataFolder } from "./data-folder.js";
import { makeFolder, writeWhole } from "./files.js";
import { ensureJupyter, jupyterEnvironment } from "./jupyter.js";
import { loaded } from "./loaded.js";
import { changedCell, type Failure, failureText, withData } from "./notebook-file.js";
import type { Terminal } from "./terminal.js";

/** Which notebooks to run, and whether to store what they give. */
export interface NotebookOptions {
	/** File names without `.ipynb`; all where none is given. */
	readonly names?: readonly string[];
	/** Store nothing and fail where a stored output differs. */
	readonly check?: boolean;
	/** Folder of the notebooks (default: notebooks/ of the checkout). */
	readonly folder?: string;
	/** Data folder that the notebooks load instead of the kit's own; needs `out`. */
	readonly data?: string;
	/** Folder to which notebooks with other data are written; those of the checkout stay as they are. */
	readonly out?: string;
}

type Run = { readonly notebook: string } | Failure;

const ending = ".ipynb";
const stopped = "stopped";

/**
 * Runs notebooks from the top, each in a kernel of its own, and stores their outputs. A notebook is stored
 * only when every cell is fine: no error, no type diagnostic, nothing on stderr, no output lost. With a data folder,
 * copies that load it are run and written to another folder.
 *
 * @throws CommandError that names notebook and cell, shows the cell and what it wrote to stderr
 */
export async function runNotebooks(options: NotebookOptions, terminal: Terminal): Promise<void> {
	needCheckout("notebooks", "notebooks/.execute.py");
	const folder = options.folder ?? join(checkout, "notebooks");
	const waiting = chosen(folder, options.names ?? []);
	const copies = copiesOf(options, folder, waiting, terminal);
	const python = await ensureJupyter("notebooks", terminal);
	const failures: string[] = [];
	const worker = async () => {
		for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
			const began = performance.now();
			const path = join(copies ?? folder, name + ending);
			const run = await execute(python, path, folder);
			if (run === stopped) waiting.length = 0;
			const fault = typeof run === "string" ? run : settle(path, run, options.check === true);
			const seconds = ((performance.now() - began) / 1000).toFixed(1);
			terminal.say(`${name}: ${fault === null ? "fine" : "FAILED"}, ${seconds} s`);
			if (fault !== null) failures.push(`${name}${ending}, ${fault}`);
		}
	};
	await Promise.all(Array.from({ length: availableParallelism() }, worker));
	if (copies !== null) terminal.say(`notebooks on ${options.data} in ${copies}`);
	if (failures.length > 0) throw new CommandError(failures.sort().join("\n\n"), 1);
}

/**
 * Writes copies of notebooks that load the data folder asked for.
 *
 * @returns their folder, or `null` where no data folder is asked for
 * @throws CommandError where only one of the two folders is given, or they are the notebooks' own
 */
function copiesOf(
	{ data, out, check }: NotebookOptions,
	folder: string,
	names: readonly string[],
	terminal: Terminal,
): string | null {
	if (data === undefined && out === undefined) return null;
	if (data === undefined || out === undefined || check)
		throw new CommandError(
			"--data and --out go together, and without --check: notebooks with other data are stored apart",
		);
	const copies = resolve(out);
	if (copies === resolve(folder)) throw new CommandError(`${copies} has the kit's own notebooks: name another folder`);
	const whole = dataFolder(data);
	const dossier = loaded(whole, terminal);
	makeFolder(copies);
	const incident = mostClaimed(dossier);
	for (const name of names)
		writeWhole(
			join(copies, name + ending),
			withData(readFileSync(join(folder, name + ending), "utf8"), whole, incident),
		);
	return copies;
}

/** The incident with most claims, the first of several; without one, what no incident is called. */
function mostClaimed({ incidents, propositions, claims }: Dossier): string {
	const incidentOf = new Map(propositions.map(({ proposition_id, incident_id }) => [proposition_id, incident_id]));
	const count = new Map<string | undefined, number>();
	for (const { proposition_id } of claims) {
		const id = incidentOf.get(proposition_id);
		count.set(id, (count.get(id) ?? 0) + 1);
	}
	const [most] = [...incidents].sort((a, b) => (count.get(b.incident_id) ?? 0) - (count.get(a.incident_id) ?? 0));
	return most?.incident_id ?? "none";
}

function chosen(folder: string, names: readonly string[]): string[] {
	const known = readdirSync(folder)
		.filter((name) => name.endsWith(ending))
		.map((name) => name.slice(0, -ending.length))
		.sort();
	const wanted = names.map((name) => (name.endsWith(ending) ? name.slice(0, -ending.length) : name));
	for (const name of wanted)
		if (!known.includes(name)) throw new CommandError(`unknown notebook: ${name}${didYouMean(name, known)}`);
	return wanted.length > 0 ? [...new Set(wanted)] : known;
}

/** Stores a run or compares it with what is stored; gives what is wrong with it, or `null`. */
function settle(path: string, run: Run, isCheck: boolean): string | null {
	if (!("notebook" in run)) return failureText(run);
	const before = readFileSync(path, "utf8");
	if (run.notebook === before) return null;
	if (isCheck) return changedCell(before, run.notebook);
	writeWhole(path, run.notebook);
	return null;
}

/** The run, or in words why there is none. */
async function execute(python: string, path: string, folder: string): Promise<Run | string> {
	const words = [join(checkout, "notebooks/.execute.py"), path, folder];
	const ended = await runChild(python, words, { environment: jupyterEnvironment() });
	if (ended.stopped) return stopped;
	return ended.code === 0 ? JSON.parse(ended.stdout) : `could not be run: ${ended.stderr.trim() || ended.code}`;
}
