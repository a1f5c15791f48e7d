import { readFileSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { checkout, needCheckout } from "./checkout.js";
import { runChild } from "./child.js";
import { CommandError } from "./command-error.js";
import { readIfThere, sha256, writeWhole } from "./files.js";
import { findPython } from "./python.js";
import { progress, type Terminal } from "./terminal.js";

const folder = join(checkout, ".venv");
const python = process.platform === "win32" ? join(folder, "Scripts/python.exe") : join(folder, "bin/python");

/**
 * Path of the Python that has JupyterLab, in `.venv` of the checkout. It is made from
 * notebooks/requirements.txt on first use, and again when that file changes.
 *
 * @param verb what needs it, for the sentence where there is no checkout
 * @throws CommandError where no fitting Python is found, where pip fails or where it is stopped
 */
export async function ensureJupyter(verb: string, terminal: Terminal): Promise<string> {
	needCheckout(verb, "notebooks/requirements.txt");
	const requirements = join(checkout, "notebooks/requirements.txt");
	const stamp = join(folder, ".requirements");
	const text = readFileSync(requirements, "utf8");
	const wanted = sha256(text);
	// A Python that was upgraded or moved leaves a .venv without its packages.
	const probe = "import importlib.util, sys; sys.exit(importlib.util.find_spec('jupyterlab') is None)";
	const isWhole = async () => (await runChild(python, ["-c", probe])).code === 0;
	if (readIfThere(stamp)?.toString() === wanted && (await isWhole())) return python;

	const system = findPython();
	terminal.warn("creating .venv with JupyterLab (once, about a minute) …");
	rmSync(folder, { recursive: true, force: true });
	const packages = text.split("\n").filter((line) => /^[a-z]/i.test(line)).length;
	const named = new Set<string>();
	const bar = progress(terminal, packages + 2, { plain: "silent" });
	try {
		bar.step("an empty environment");
		await work(system, ["-m", "venv", folder], "making .venv");
		const words = ["--no-input", "--no-cache-dir", "--disable-pip-version-check", "--progress-bar=off"];
		await work(
			python,
			["-m", "pip", "install", ...words, "--requirement", requirements],
			"installing JupyterLab",
			(line) => {
				const name = /^(?:Collecting|Ignoring) ([\w.-]+)/.exec(line)?.[1];
				// pip names a package again if another one needs an extra of it.
				if (name && !named.has(name)) bar.step(name);
				if (name) named.add(name);
				else if (line.startsWith("Installing collected packages")) bar.step("putting them in place");
			},
		);
	} finally {
		bar.stop();
	}
	// Written last: a .venv that was interrupted has no stamp and is made again.
	writeWhole(stamp, wanted);
	return python;
}

async function work(
	command: string,
	words: string[],
	what: string,
	onLine: (line: string) => void = () => {},
): Promise<void> {
	const { code, stderr, stopped } = await runChild(command, words, { onLine });
	if (stopped) throw new CommandError(`${what} was stopped: the next run starts again`, 1);
	if (code === 0) return;
	const reasons = stderr.split("\n").filter((line) => line.trim() !== "");
	const reason = reasons.findLast((line) => line.startsWith("ERROR:")) ?? reasons.at(-1) ?? `it ended with ${code}`;
	throw new CommandError(
		`${what} failed: ${reason.replace(/^ERROR: /, "")} (can this machine reach the package index? the next run starts again)`,
		1,
	);
}

/**
 * Environment of every Jupyter process: it finds the kernel of this checkout, and whatever it writes stays
 * in `.cache` of the checkout.
 */
export function jupyterEnvironment(): NodeJS.ProcessEnv {
	const cache = (name: string) => join(checkout, ".cache/jupyter", name);
	return {
		...process.env,
		PATH: [join(checkout, "node_modules/.bin"), process.env.PATH].join(delimiter),
		JUPYTER_PATH: join(checkout, ".jupyter"),
		JUPYTER_CONFIG_PATH: join(checkout, ".jupyter"),
		JUPYTER_CONFIG_DIR: cache("config"),
		JUPYTER_DATA_DIR: cache("data"),
		JUPYTER_RUNTIME_DIR: cache("runtime"),
		JUPYTERLAB_SETTINGS_DIR: cache("lab/settings"),
		JUPYTERLAB_WORKSPACES_DIR: cache("lab/workspaces"),
		IPYTHONDIR: cache("ipython"),
		XDG_CACHE_HOME: cache("cache"),
		PYTHONDONTWRITEBYTECODE: "1",
		PYTHONUTF8: "1",
	};
}
