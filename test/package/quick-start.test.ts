import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catalogue } from "../../src/charts/catalogue.js";
import { sha256 } from "../../src/command/files.js";
import { drifted } from "../committed-charts.mjs";
import { readmeCommands } from "../readme.js";
import { ownData } from "../scratch.js";
import { awkwardName } from "../scratch-checkout.js";
import { shareCharts } from "../support/shared-charts.js";
import { outsideEnv as env, offline } from "./outside.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const tracked = spawnSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root });
const files = tracked.status === 0 ? tracked.stdout.toString("utf8").split("\0").filter(Boolean) : [];

describe.skipIf(files.length === 0)("the README's quick start, on a fresh clone (needs git)", () => {
	const scratch = mkdtempSync(join(tmpdir(), "border-incidents-"));
	const clone = join(scratch, awkwardName, "border-incidents");
	let isOffline = false;

	const shell = (line: string, more: NodeJS.ProcessEnv = {}) => {
		const where = { shell: true, cwd: clone, env: { ...env, ...more }, encoding: "utf8" } as const;
		const { status, stdout, stderr } = spawnSync(line, where);
		return { status, stdout, stderr };
	};

	// What git tracks or would track: a clone, and what is not committed yet.
	beforeAll(() => {
		for (const file of files.filter((each) => existsSync(join(root, each)))) {
			mkdirSync(dirname(join(clone, file)), { recursive: true });
			cpSync(join(root, file), join(clone, file));
		}
	});
	afterAll(() => rmSync(scratch, { recursive: true, force: true }), 300_000);

	test("names the two commands first; npm test is left out here, for it is what runs this", () => {
		expect(readmeCommands("Two commands")).toEqual([["npm start", "npm test"]]);
	});

	test("Ctrl-C while it installs leaves what npm start mends: every chart is drawn, those that were altered too, on the other side of the date line to the same bytes", async ({
		skip,
	}) => {
		expect(await interrupted(clone, "installing packages")).toEqual({
			code: 130,
			stderr: "installing packages, once …\ninstalling packages was stopped; the next run begins it anew\n",
		});
		expect(existsSync(join(clone, "node_modules/.border-incidents-install"))).toBe(false);

		const folder = join(clone, "charts");
		const committed = JSON.parse(readFileSync(join(clone, "charts/manifest.json"), "utf8"));
		const names = Object.keys(committed.outputs);
		for (const name of names) writeSpoiled(join(folder, name));
		// As if they were of this very code and data, and altered by hand.
		const { hashInputs, stampOf } = await import(/* @vite-ignore */ join(root, "dist/command/manifest.js"));
		const stamp = stampOf(hashInputs(ownData));
		writeFileSync(join(folder, ".stamp"), stamp);
		const started = shell("npm start", { TZ: "America/Los_Angeles", LANG: "fa_IR.UTF-8" });
		isOffline = started.status !== 0 && offline.test(started.stderr);
		skip(isOffline, "no npm registry within reach");
		expect(started.stderr.trim().split("\n")).toEqual(["installing packages, once …", ...building]);
		expect(started.stdout).toMatch(/^\d+ charts of data [0-9a-f]{12} in /m);
		expect(started.status).toBe(0);
		shareCharts(folder);
		expect(readFileSync(join(folder, ".stamp"), "utf8")).toBe(stamp);
		// The committed charts were drawn elsewhere: all are the same to the byte, by their hashes those too that are not committed.
		expect(drifted(join(root, "charts"), folder)).toEqual([]);
		expect(filesBelow(folder)).toEqual([...names, ".stamp", "manifest.json"].sort());
		for (const name of names) expect(sha256(readFileSync(join(folder, name))), name).toBe(committed.outputs[name]);
	}, 600_000);

	test("Ctrl-C while it builds leaves what the next run mends", async ({ skip }) => {
		skip(isOffline, "no npm registry within reach");
		rmSync(join(clone, "dist"), { recursive: true });
		expect(await interrupted(clone, "building src/")).toEqual({
			code: 130,
			stderr: "building src/ …\nbuilding src/ was stopped; the next run begins it anew\n",
		});
		expect(shell("node .setup.mjs")).toEqual({ status: 0, stdout: "", stderr: `${building.join("\n")}\n` });
		expect(shell("npm start").stdout).toContain("charts are up to date in ");
	}, 300_000);

	test("a data folder of one's own, from the first row to the charts", ({ skip }) => {
		skip(isOffline, "no npm registry within reach");
		const [commands = []] = readmeCommands("Your own data");
		expect(commands.length).toBe(3);
		const said = commands.map((command) => {
			const { stdout, ...ended } = shell(command);
			expect(ended, command).toEqual({ status: 0, stderr: "" });
			return stdout;
		});
		expect(readdirSync(join(scratch, awkwardName)).sort()).toEqual(["border-incidents", "my-charts", "my-data"]);

		// What the examples allow is drawn; the index, the manifest and the end say what was left out and why.
		const out = join(scratch, awkwardName, "my-charts");
		const told = said.at(-1) ?? "";
		const { excluded, outputs } = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
		expect(excluded).toMatchObject({
			"claim-timeline": "no question is answered both yes and no",
			"days-between-incidents": "fewer than two incidents are known to the day, so that nothing lies between them",
		});
		const index = readFileSync(join(out, "index.html"), "utf8");
		for (const [id, reason] of Object.entries(excluded)) {
			expect(told).toContain(`not drawn: ${id}: ${reason}`);
			expect(index).toContain(`<li>${id}: ${reason}.</li>`);
			expect(outputs).not.toHaveProperty([`${id}.svg`]);
		}
		expect(told).toContain("10 rows are still invented examples");
		const drawn = Object.keys(outputs).filter((file) => file.endsWith(".svg"));
		expect(drawn.length + Object.keys(excluded).length).toBe(catalogue.length);

		const again = "node dist/command/main.js charts --data ../my-data --out ../my-charts --json";
		const json = JSON.parse(shell(again).stdout);
		expect(json).toMatchObject({ out, up_to_date: true, excluded });
		expect(json.files.sort()).toEqual(Object.keys(outputs).sort());

		// One chart drawn again takes nothing away from what is known of the others.
		const one = JSON.parse(shell(`${again} --only incidents-per-period`).stdout);
		expect(one).toEqual({ ...json, files: expect.anything(), up_to_date: false });
		expect(readdirSync(out)).toContain("border-map.svg");
	}, 300_000);

	test("packs, as told for another project", ({ skip }) => {
		skip(isOffline, "no npm registry within reach");
		const [[command = ""] = []] = readmeCommands("Using the helpers from another project");
		expect(shell(command), command).toMatchObject({ status: 0 });
		expect(readdirSync(join(scratch, awkwardName))).toContain(
			`border-incidents-${JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version}.tgz`,
		);
	}, 300_000);
});

/** What the set-up says while it builds. */
const building = ["building src/ …", "building the script of the incident browser …"];

/** Every file of a folder and those below it, by its path from there. */
const filesBelow = (folder: string): string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)))
		.sort();

function writeSpoiled(file: string): void {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, "spoiled");
}

/** Runs the set-up until it says that it is at some work, then sends what Ctrl-C sends: SIGINT to its whole group. */
async function interrupted(clone: string, work: string): Promise<{ code: number | null; stderr: string }> {
	const child = spawn(process.execPath, [".setup.mjs"], { cwd: clone, env, detached: true });
	let stderr = "";
	const ended = new Promise<number | null>((done) => child.once("close", done));
	await new Promise<void>((begun) =>
		child.stderr.setEncoding("utf8").on("data", (part: string) => {
			stderr += part;
			if (part.includes(work)) begun();
		}),
	);
	// Long enough for the first packages to lie there.
	await new Promise((later) => setTimeout(later, work.startsWith("installing") ? 3000 : 300));
	if (child.pid) process.kill(-child.pid, "SIGINT");
	return { code: await ended, stderr };
}
