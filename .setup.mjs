// Makes a fresh clone ready: installs what package-lock.json names and builds src/ into dist/, each only
// where it is not done already. Plain JavaScript, because nothing is installed when it first runs.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(fileURLToPath(import.meta.url));
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19) || major === 21 || (major === 22 && minor < 12)) {
	stop(`border-incidents needs Node 20.19 or newer (22.12 or newer of 22); this is ${process.versions.node}`);
}

step(["package-lock.json"], "node_modules/.border-incidents-install", () =>
	run(
		process.platform === "win32" ? "npm.cmd" : "npm",
		["ci", "--no-audit", "--no-fund"],
		"installing packages, once …",
	),
);
step(["tsconfig.json", "package-lock.json", ...filesBelow("src")], "dist/.build", () => {
	// Built aside and swapped in whole, so that a failed build leaves the last good one.
	const fresh = join(root, ".cache/dist");
	rmSync(fresh, { recursive: true, force: true });
	const tsc = join(root, "node_modules/typescript/bin/tsc");
	run(process.execPath, [tsc, "-p", root, "--outDir", fresh], "building src/ …");
	rmSync(join(root, "dist"), { recursive: true, force: true });
	renameSync(fresh, join(root, "dist"));
});

// A step is done when its stamp holds the hash of what it was done from.
function step(inputs, stampFile, action) {
	const hash = createHash("sha256");
	for (const file of inputs) hash.update(`${file}\0`).update(readFileSync(join(root, file)));
	const stamp = hash.digest("hex");
	const path = join(root, stampFile);
	if (existsSync(path) && readFileSync(path, "utf8") === stamp) return;
	action();
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, stamp);
}

function filesBelow(folder) {
	return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
		.sort();
}

function run(command, words, message) {
	console.error(message);
	// What npm and tsc say matters only where they fail.
	const { status, stdout, stderr, error } = spawnSync(command, words, { cwd: root, encoding: "utf8" });
	if (error) stop(`${command} could not be started: ${error.message}`);
	if (status !== 0) stop(`${stdout}${stderr}\n${message.replace(/ …$/, "")} failed`);
}

function stop(message) {
	console.error(message);
	process.exit(1);
}
