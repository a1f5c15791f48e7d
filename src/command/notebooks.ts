import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkout, needCheckout } from "./checkout.js";
import { CommandError, didYouMean } from "./command-error.js";
import { writeWhole } from "./files.js";
import { ensureJupyter, jupyterEnvironment } from "./jupyter.js";
import { changedCell, type Failure, failureText } from "./notebook-file.js";
import type { Terminal } from "./terminal.js";

/** Which notebooks to run, and whether to store what they give. */
export interface NotebookOptions {
	/** File names without `.ipynb`; all where none is given. */
	readonly names?: readonly string[];
	/** Store nothing and fail where a stored output differs. */
	readonly check?: boolean;
	/** Folder of the notebooks (default: notebooks/ of the checkout). */
	readonly folder?: string;
}

type Run = { readonly notebook: string } | Failure;

/** Each has a kernel and a Python; more at once make each other slow. */
const atOnce = 2;
const ending = ".ipynb";

/**
 * Runs notebooks from the top, each in a kernel of its own, and stores their outputs. A notebook is stored
 * only when every cell is fine: no error, no type diagnostic, nothing on stderr, no output lost.
 *
 * @throws CommandError that names notebook and cell, shows the cell and what it wrote to stderr
 */
export async function runNotebooks(options: NotebookOptions, terminal: Terminal): Promise<void> {
	needCheckout("notebooks", "notebooks/.execute.py");
	const folder = options.folder ?? join(checkout, "notebooks");
	const waiting = chosen(folder, options.names ?? []);
	const python = await ensureJupyter("notebooks", terminal);
	const failures: string[] = [];
	const running = new Set<ChildProcess>();
	const stop = () => {
		waiting.length = 0;
		for (const child of running) child.kill("SIGTERM");
	};
	process.on("SIGINT", stop).on("SIGTERM", stop);
	try {
		const worker = async () => {
			for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
				const began = performance.now();
				const path = join(folder, name + ending);
				const fault = settle(path, await execute(python, path, running), options.check === true);
				const seconds = ((performance.now() - began) / 1000).toFixed(1);
				terminal.say(`${name}: ${fault === null ? "fine" : "FAILED"}, ${seconds} s`);
				if (fault !== null) failures.push(`${name}${ending}, ${fault}`);
			}
		};
		await Promise.all(Array.from({ length: atOnce }, worker));
	} finally {
		process.off("SIGINT", stop).off("SIGTERM", stop);
	}
	if (failures.length > 0) throw new CommandError(failures.sort().join("\n\n"), 1);
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

function execute(python: string, path: string, running: Set<ChildProcess>): Promise<Run> {
	return new Promise((resolve, reject) => {
		const child = spawn(python, [join(checkout, "notebooks/.execute.py"), path], {
			env: jupyterEnvironment(),
			stdio: ["ignore", "pipe", "pipe"],
		});
		running.add(child);
		const out: Buffer[] = [];
		const err: Buffer[] = [];
		child.stdout.on("data", (part: Buffer) => out.push(part));
		child.stderr.on("data", (part: Buffer) => err.push(part));
		child.on("error", reject);
		child.on("close", (code) => {
			running.delete(child);
			if (code === 0) return resolve(JSON.parse(Buffer.concat(out).toString("utf8")));
			const words = code === 130 || code === null ? "stopped" : Buffer.concat(err).toString("utf8").trim();
			reject(new CommandError(`${path}: ${words}`, 1));
		});
	});
}
