import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readIfThere } from "../../src/command/files.js";
import { findPython } from "../../src/command/python.js";
import { scratchFolder } from "../scratch.js";
import { freePort, scratchCheckout } from "../scratch-checkout.js";

/** A folder for PATH that holds nothing but a `python3` of this content. */
function fakePython(script: string): string {
	const folder = scratchFolder();
	writeFileSync(join(folder, "python3"), `#!/bin/sh\n${script}\n`);
	chmodSync(join(folder, "python3"), 0o755);
	return folder;
}

const found = (version: string, isNewEnough: boolean, hasVenv: boolean) =>
	fakePython(`echo '{"version": "${version}", "new_enough": ${isNewEnough}, "venv": ${hasVenv}}'`);

test.each([
	["is missing", scratchFolder, "there is no python3 here: install it (Debian: apt install python3 python3-venv"],
	["is too old", () => found("3.8.10", false, true), "python3 here is 3.8.10: install a newer one"],
	["has no venv module", () => found("3.12.1", true, false), "python3 3.12.1 here has none: install it (Debian: apt"],
	["is not Python", () => fakePython("exit 3"), "python3 here does not run as Python"],
])("where Python %s, one sentence says so and what to do", (_, folder, message) => {
	const path = folder();
	expect(() => findPython({ PATH: path })).toThrow(message);
	expect(() => findPython({ PATH: path })).toThrow(/^[^\n]+PYTHON$/);
});

test("a Python that fits is taken; PYTHON names another", () => {
	expect(findPython({ PATH: found("3.9.0", true, true) })).toBe("python3");
	const named = join(found("3.13.0", true, true), "python3");
	expect(findPython({ PATH: scratchFolder(), PYTHON: named })).toBe(named);
});

/** A Python that knows `-m venv` and makes one whose pip ends as told. */
const makesVenv = (pip: string) =>
	fakePython(`
if [ "$2" = venv ]; then
	mkdir -p "$3/bin"
	printf '%s\\n' '#!/bin/sh' '[ "$2" = pip ] || exit 0' ${pip} > "$3/bin/python"
	chmod +x "$3/bin/python"
else
	echo '{"version": "3.11.7", "new_enough": true, "venv": true}'
fi`);

async function lab(checkout: string, path: string) {
	const port = String(await freePort());
	return spawnSync(process.execPath, [join(checkout, "dist/command/main.js"), "lab", "--port", port], {
		encoding: "utf8",
		env: { PATH: `${path}:/usr/bin:/bin` },
	});
}

test("a pip that fails is told in a sentence, and the next run begins anew", async () => {
	const checkout = scratchCheckout({ venv: false });
	const broken = makesVenv(`'echo "ERROR: No matching distribution found for anyio==4.12.1" >&2; exit 1'`);
	const { status, stderr } = await lab(checkout, broken);
	expect(status).toBe(1);
	expect(stderr.trimEnd().split("\n")).toEqual([
		"creating .venv with JupyterLab (once, about a minute) …",
		expect.stringMatching(
			/^installing JupyterLab failed: No matching distribution found for anyio==4\.12\.1 \(can this/,
		),
	]);
	expect(existsSync(join(checkout, ".venv/.requirements"))).toBe(false);

	const whole = makesVenv(`'echo "Collecting anyio"'`);
	expect((await lab(checkout, whole)).stderr).toContain("creating .venv");
	const stamp = readFileSync(join(checkout, ".venv/.requirements"), "utf8");
	writeFileSync(join(checkout, "notebooks/requirements.txt"), "jupyterlab==4.5.11\n");
	expect((await lab(checkout, whole)).stderr).toContain("creating .venv");
	expect(readFileSync(join(checkout, ".venv/.requirements"), "utf8")).not.toBe(stamp);
	expect((await lab(checkout, whole)).stderr).not.toContain("creating .venv");
});

test("Ctrl-C while packages are installed ends them, in a sentence, and the next run begins anew", async () => {
	const checkout = scratchCheckout({ venv: false });
	const endless = makesVenv(`'echo "$$" > "$0.pid"; exec sleep 600'`);
	const pid = join(checkout, ".venv/bin/python.pid");
	const words = [join(checkout, "dist/command/main.js"), "lab", "--port", String(await freePort())];
	const child = spawn(process.execPath, words, { env: { PATH: `${endless}:/usr/bin:/bin` } });
	let stderr = "";
	child.stderr.on("data", (part) => {
		stderr += part;
	});
	await expect.poll(() => readIfThere(pid)?.toString(), { timeout: 30_000 }).toMatch(/^\d+\n$/);
	child.kill("SIGINT");
	expect(await new Promise((resolve) => child.once("close", resolve))).toBe(1);
	expect(stderr).toMatch(/\ninstalling JupyterLab was stopped: the next run starts again\n$/);
	expect(() => process.kill(Number(readIfThere(pid)), 0)).toThrow("ESRCH");
	expect(existsSync(join(checkout, ".venv/.requirements"))).toBe(false);
});
