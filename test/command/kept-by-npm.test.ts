import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { run } from "../../src/command/main.js";
import { scratchFolder } from "../scratch.js";

/** What the command answers where npm has left this in the environment. */
async function answer(words: readonly string[], environment: Readonly<Record<string, string>>) {
	const lines: string[] = [];
	const write = (line: string) => lines.push(line);
	const code = await run(words, { say: write, warn: write, isInteractive: false }, environment);
	return { code, text: lines.join("\n") };
}

describe("options that npm keeps for itself, for want of two dashes", () => {
	// What npm 10 and 11 leave in the environment: the value after `=`, else `true`, the value being a word on its own.
	test.each([
		["npm start --data DIR", "start", ["charts", "DIR"], { data: "true" }, "npm start -- --data DIR"],
		[
			"npm start --data=DIR --out=OUT",
			"start",
			["charts"],
			{ data: "DIR", out: "OUT" },
			"npm start -- --data DIR --out OUT",
		],
		[
			"npm start --data A --out B",
			"start",
			["charts", "A", "B"],
			{ data: "true", out: "true" },
			"npm start -- --data <dir> --out <dir>",
		],
		["npm start --force", "start", ["charts"], { force: "true" }, "npm start -- --force"],
		[
			"npm start --kind=fire --kind=flood",
			"start",
			["charts"],
			{ kind: "fire\n\nflood" },
			"npm start -- --kind fire flood",
		],
		["npm start --min-sources 2", "start", ["charts", "2"], { min_sources: "true" }, "npm start -- --min-sources 2"],
		["npm run check --data DIR", "run", ["check", "DIR"], { data: "true" }, "npm run check -- --data DIR"],
		[
			"npm run check --json --data='my data'",
			"run",
			["check"],
			{ json: "true", data: "my data" },
			'npm run check -- --data "my data" --json',
		],
		[
			"npm run init --json my-data",
			"run-script",
			["init", "my-data"],
			{ json: "true" },
			"npm run init -- my-data --json",
		],
		[
			"npm run notebooks 1-frequency --check",
			"run",
			["notebooks", "1-frequency"],
			{ check: "true" },
			"npm run notebooks -- 1-frequency --check",
		],
		["npm run lab --port=8890", "run", ["lab"], { port: "8890" }, "npm run lab -- --port 8890"],
		[
			"npm exec border-incidents check --data DIR",
			"exec",
			["check", "DIR"],
			{ data: "true" },
			"npm exec -- border-incidents check --data DIR",
		],
	])("%s: nothing is done, and the right command is told", async (_, npm_command, words, config, right) => {
		const kept = Object.fromEntries(Object.entries(config).map(([name, value]) => [`npm_config_${name}`, value]));
		const { code, text } = await answer(words, { npm_command, npm_lifecycle_event: words[0] as string, ...kept });
		expect(code).toBe(2);
		for (const name of Object.keys(config)) expect(text).toContain(`--${name.replace("_", "-")}`);
		const [, first, second] = text.split("\n");
		expect(first?.trim()).toBe(right);
		expect(second?.trim()).toBe(`${right.replace(" -- ", ' "--" ')}    (in PowerShell)`);
	});

	test("each option of each command is seen, but for --only, of which npm leaves nothing", async () => {
		const help = async (...words: string[]) => (await answer([...words, "--help"], {})).text;
		const verbs = [...(await help()).matchAll(/^ {2}([a-z]+) \[?[<[a-z]/gm)].map(([, verb = ""]) => verb);
		const options = new Set<string>();
		for (const verb of verbs.filter((each) => each !== "help"))
			for (const [, name = ""] of (await help(verb)).matchAll(/^ {2}--([a-z-]+)/gm)) options.add(name);
		options.delete("only");
		expect(options.size).toBeGreaterThan(15);
		for (const name of options) {
			const kept = { [`npm_config_${name.replaceAll("-", "_")}`]: "true" };
			const { code, text } = await answer(["check"], { npm_command: "run", npm_lifecycle_event: "check", ...kept });
			expect({ code, name, named: text.includes(`npm kept --${name} `) }).toEqual({ code: 2, name, named: true });
		}
	});

	test.each([
		["set in .npmrc of the project", "npm_config_local_prefix"],
		["set in .npmrc of the user", "npm_config_userconfig"],
	])("%s: no option was typed, and none was lost", async (_, variable) => {
		const folder = scratchFolder();
		const file = join(folder, ".npmrc");
		writeFileSync(file, '; mine\nforce = true\r\njson\ndata="elsewhere"\n');
		const environment = {
			npm_command: "run",
			npm_lifecycle_event: "check",
			[variable]: variable.endsWith("prefix") ? folder : file,
			npm_config_force: "true",
			npm_config_json: "true",
			npm_config_data: "elsewhere",
		};
		expect((await answer(["check"], environment)).text).toMatch(/^no problems in /);
		const typed = await answer(["check"], { ...environment, npm_config_data: "typed" });
		expect(typed).toMatchObject({ code: 2, text: expect.stringContaining("npm run check -- --data typed") });
	});

	test.each([
		["npm install --force of another project", { npm_command: "install", npm_config_force: "true" }, ["check"]],
		["npx --yes --force", { npm_command: "exec", npm_config_force: "true", npm_config_yes: "true" }, ["check"]],
		["an option that is off", { npm_command: "run", npm_config_json: "", npm_config_force: "false" }, ["check"]],
		["no npm at all", { npm_config_data: "elsewhere" }, ["check"]],
	])("%s is none of it", async (_, environment, words) => {
		expect((await answer(words, environment)).text).toMatch(/^no problems in /);
	});

	test("a script that passes on what npm was given is not stopped", async () => {
		const environment = { npm_command: "run", npm_lifecycle_event: "my-check", npm_config_data: "data" };
		expect((await answer(["check", "--data", "data"], environment)).code).toBe(0);
		expect((await answer(["check", "--data=data"], environment)).code).toBe(0);
	});

	test("npm itself, in a project with such a script", () => {
		const folder = scratchFolder();
		const main = fileURLToPath(new URL("../../dist/command/main.js", import.meta.url));
		const scripts = { check: `node ${JSON.stringify(main)} check` };
		writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "x", version: "1.0.0", scripts }));
		mkdirSync(join(folder, "empty"));
		const npm = (...words: string[]) => {
			const { status, stderr } = spawnSync("npm", ["run", "--silent", "check", ...words], {
				cwd: folder,
				encoding: "utf8",
				shell: process.platform === "win32",
			});
			return { status, stderr };
		};
		expect(npm("--data", "empty")).toMatchObject({ status: 2, stderr: expect.stringContaining("-- --data empty\n") });
		expect(npm("--data=empty")).toMatchObject({ status: 2, stderr: expect.stringContaining("-- --data empty\n") });
		expect(npm("--", "--data", "empty")).toMatchObject({ status: 1, stderr: expect.stringContaining("missing file") });
	});
});
