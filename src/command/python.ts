import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { CommandError } from "./command-error.js";
import { readIfThere, sha256, writeWhole } from "./files.js";
import type { Terminal } from "./terminal.js";

/** The folder of the checkout: notebooks, the kernel's description and `.venv` lie in it. */
export const checkout = fileURLToPath(new URL("../..", import.meta.url));

const isUsable = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 9))";

/**
 * Path of the Python that has JupyterLab, in `.venv` of the checkout. It is made from
 * notebooks/requirements.txt on first use, and again when that file changes.
 *
 * @throws a sentence where Python is missing, older than 3.9 or without venv, or where pip fails
 */
export function ensurePython(terminal: Terminal): string {
	const requirements = join(checkout, "notebooks/requirements.txt");
	const folder = join(checkout, ".venv");
	const python = join(folder, "bin/python");
	const stamp = join(folder, ".requirements");
	const wanted = sha256(readFileSync(requirements));
	if (readIfThere(stamp)?.toString() === wanted && spawnSync(python, ["-c", ""]).status === 0) return python;

	findPython();
	terminal.warn("installing JupyterLab into .venv, once …");
	rmSync(folder, { recursive: true, force: true });
	work("python3", ["-m", "venv", folder], "making .venv");
	const quietly = ["--quiet", "--no-input", "--no-cache-dir", "--disable-pip-version-check"];
	work(python, ["-m", "pip", "install", ...quietly, "--requirement", requirements], "installing JupyterLab");
	// Written last: a .venv that was interrupted has no stamp and is made again.
	writeWhole(stamp, wanted);
	return python;
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
		JUPYTER_CONFIG_DIR: cache("config"),
		JUPYTER_DATA_DIR: cache("data"),
		JUPYTER_RUNTIME_DIR: cache("runtime"),
		JUPYTERLAB_SETTINGS_DIR: cache("lab/settings"),
		JUPYTERLAB_WORKSPACES_DIR: cache("lab/workspaces"),
		IPYTHONDIR: cache("ipython"),
		PYTHONDONTWRITEBYTECODE: "1",
	};
}

function findPython(): void {
	const { error, status } = spawnSync("python3", ["-c", isUsable]);
	if (error) throw new CommandError("notebooks need Python 3.9 or newer, and there is no python3 here", 1);
	if (status === 0) return;
	const version = spawnSync("python3", ["-c", "import platform; print(platform.python_version())"]);
	const words = version.stdout.toString().trim();
	const [major = 0, minor = 0] = words.split(".").map(Number);
	throw new CommandError(
		major > 3 || (major === 3 && minor >= 9)
			? `notebooks need Python's venv module, and python3 ${words} here has none (Debian: apt install python3-venv)`
			: `notebooks need Python 3.9 or newer; python3 here is ${words}`,
		1,
	);
}

function work(command: string, words: readonly string[], what: string): void {
	const { status, stderr, error } = spawnSync(command, words, { encoding: "utf8" });
	if (status === 0) return;
	throw new CommandError(`${what} failed: ${(error?.message ?? stderr).trim().split("\n").at(-1)}`, 1);
}
