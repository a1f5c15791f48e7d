import { spawnSync } from "node:child_process";
import { CommandError } from "./command-error.js";

const oldest = "3.9";

const probe = `
import json, platform, sys
found = {"version": platform.python_version(), "new_enough": sys.version_info >= (${oldest.replace(".", ", ")}), "venv": True}
try:
    import venv, ensurepip
except ImportError:
    found["venv"] = False
print(json.dumps(found))
`;

interface Found {
	readonly version: string;
	readonly new_enough: boolean;
	readonly venv: boolean;
}

/**
 * Name of a Python that can create `.venv`: the one in the environment variable `PYTHON`, or `python3`.
 *
 * @throws CommandError, one sentence and what to do, where it is missing, older than 3.9 or without venv
 */
export function findPython(environment: NodeJS.ProcessEnv = process.env): string {
	const name = environment.PYTHON || (process.platform === "win32" ? "python" : "python3");
	const another = "or name another in the environment variable PYTHON";
	const { error, stdout } = spawnSync(name, ["-c", probe], { encoding: "utf8", env: environment });
	if (error)
		throw new CommandError(
			`the notebooks need Python ${oldest} or newer, and there is no ${name} here: install it (Debian: apt install python3 python3-venv; elsewhere: python.org), ${another}`,
			1,
		);
	const found = parsed(stdout);
	if (found === null)
		throw new CommandError(
			`the notebooks need Python ${oldest} or newer, and ${name} here does not run as Python: repair it, ${another}`,
			1,
		);
	if (!found.new_enough)
		throw new CommandError(
			`the notebooks need Python ${oldest} or newer, and ${name} here is ${found.version}: install a newer one, ${another}`,
			1,
		);
	if (!found.venv)
		throw new CommandError(
			`the notebooks need Python's venv module, and ${name} ${found.version} here has none: install it (Debian: apt install python3-venv), ${another}`,
			1,
		);
	return name;
}

function parsed(text: string): Found | null {
	try {
		return JSON.parse(text) as Found;
	} catch {
		return null;
	}
}
