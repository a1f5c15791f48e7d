import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { ownData, scratchFolder } from "../scratch.js";

const main = fileURLToPath(new URL("../../dist/command/main.js", import.meta.url));
const script = spawnSync("script", ["--version"], { encoding: "utf8" });
const { CI: _, ...outsideCi } = process.env;

/** What a person sees who runs the built command in a terminal. */
function onTerminal(line: string, env: NodeJS.ProcessEnv) {
	const { status, stdout } = spawnSync("script", ["-qefc", line, "/dev/null"], {
		encoding: "utf8",
		env: { ...outsideCi, TERM: "xterm", ...env },
	});
	return { status, stdout };
}

test.skipIf(!script.stdout?.includes("util-linux")).each([[{}], [{ NO_COLOR: "1" }]])(
	"a terminal shows a bar that is gone at the end, the cursor is given back, and no colour is used with %j (needs script of util-linux)",
	(env) => {
		const out = join(scratchFolder(), "charts");
		const { status, stdout } = onTerminal(
			`'${process.execPath}' '${main}' charts --data '${ownData}' --out '${out}' --only claim-timeline`,
			env,
		);
		expect(status).toBe(0);
		expect(stdout).toContain("█");
		const control = String.fromCharCode(27);
		// Select graphic rendition, the sequence that colours (ECMA-48, 8.3.117).
		expect(stdout.split(control).filter((part) => /^\[[\d;]*m/.test(part))).toEqual([]);
		expect(stdout.lastIndexOf("[?25h")).toBeGreaterThan(stdout.lastIndexOf("[?25l"));
		const end = stdout.slice(stdout.lastIndexOf(`${control}[2K`));
		expect(end).toMatch(/^.\[2K1 chart of data [0-9a-f]{12} in \S+, \d+\.\d s\r\n$/s);
	},
);

test("what is no terminal gets plain lines: no bar, no escape", () => {
	const out = join(scratchFolder(), "charts");
	const words = ["charts", "--out", out, "--only", "claim-timeline"];
	const { stdout, stderr } = spawnSync(process.execPath, [main, ...words], { encoding: "utf8", env: outsideCi });
	expect(stderr).toBe("");
	expect(stdout).toMatch(/^1\/1 claim-timeline\n1 chart of data [0-9a-f]{12} in \S+, \d+\.\d s\n$/);
});

test("whoever reads only the first line ends it without a word", () => {
	const { stdout, stderr } = spawnSync("sh", ["-c", `'${process.execPath}' '${main}' check --json | head -1`], {
		encoding: "utf8",
	});
	expect({ stdout, stderr }).toEqual({ stdout: "{\n", stderr: "" });
});
