// Makes a fresh clone ready: installs what package-lock.json names and builds src/ into dist/, each only
// where it is not done already. Plain JavaScript, because nothing is installed when it first runs.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(fileURLToPath(import.meta.url));
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19) || major === 21 || (major === 22 && minor < 12)) {
	stop(`border-incidents needs Node 20.19 or newer (22.12 or newer of 22); this is ${process.versions.node}`);
}

await step(["package-lock.json"], "node_modules/.border-incidents-install", async () => {
	// Under npm its own file is run, for `npm` by name is a script that Windows starts in a shell only.
	const npm = process.env.npm_execpath;
	const [command, ...words] = npm?.endsWith(".js") ? [process.execPath, npm] : ["npm"];
	await run(
		command,
		[...words, "ci", "--no-audit", "--no-fund"],
		"installing packages, once …",
		"is the npm registry within reach?",
	);
});
await step(
	["tsconfig.json", ".browser.tsconfig.json", "package-lock.json", ".setup.mjs", ...filesBelow("src")],
	"dist/.build",
	async () => {
		// Built aside and swapped in whole, so that a failed build leaves the last good one.
		const fresh = join(root, ".cache/dist");
		rmSync(fresh, { recursive: true, force: true });
		const tsc = join(root, "node_modules/typescript/bin/tsc");
		await run(process.execPath, [tsc, "-p", root, "--outDir", fresh], "building src/ …");
		await run(
			process.execPath,
			[tsc, "-p", join(root, ".browser.tsconfig.json")],
			"building the script of the incident browser …",
		);
		await bundle(["incidents"], join(fresh, "pages/browser"));
		const subjects = ["frequency", "location", "reliability", "truth", "statistics"];
		addRequire(fresh, {
			index: "../index.js",
			...Object.fromEntries(subjects.map((name) => [name, `../entry/${name}.js`])),
			danfojs: "../notebook/data-frame.js",
		});
		rmSync(join(root, "dist"), { recursive: true, force: true });
		renameSync(fresh, join(root, "dist"));
	},
);

// A step is done when its stamp holds the hash of what it was done from.
async function step(inputs, stampFile, action) {
	const hash = createHash("sha256");
	for (const file of inputs) hash.update(`${file}\0`).update(readFileSync(join(root, file)));
	const stamp = hash.digest("hex");
	const path = join(root, stampFile);
	if (existsSync(path) && readFileSync(path, "utf8") === stamp) return;
	// Gone before the work begins, so that an action stopped half way is never taken for a done one.
	rmSync(path, { force: true });
	await action();
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, stamp);
}

// What `require` finds: the same modules, for Node gives ES modules to it since 20.19, and their types once
// more, for TypeScript takes types beside ES modules as out of its reach.
function addRequire(built, doors) {
	const folder = join(built, "require");
	for (const name of readdirSync(built, { recursive: true }))
		if (name.endsWith(".d.ts")) cpSync(join(built, name), join(folder, name));
	writeFileSync(join(folder, "package.json"), '{ "type": "commonjs" }\n');
	for (const [name, module] of Object.entries(doors))
		writeFileSync(join(folder, `${name}.js`), `module.exports = require("${module}");\n`);
}

// The scripts that run in a page, each with all it imports in one file, so that a page needs no other.
async function bundle(names, folder) {
	const { build } = await import("rolldown");
	for (const name of names)
		await build({
			input: join(root, `src/pages/browser/${name}.ts`),
			resolve: { extensionAlias: { ".js": [".ts", ".js"] } },
			output: { file: join(folder, `${name}.js`), format: "iife", minify: true },
			logLevel: "warn",
		});
}

function filesBelow(folder) {
	return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
		.sort();
}

async function run(command, words, message, question = "") {
	console.error(message);
	const work = message.replace(/(, once)? …$/, "");
	const child = spawn(command, words, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
	// What npm and tsc say matters only where they fail.
	let said = "";
	for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (part) => (said += part));
	// npm takes back what it began when it is stopped: another run must not begin before that is done. A
	// terminal tells the whole group of Ctrl-C; told twice, npm would leave all as it is.
	let stopped = false;
	const pass = (signal) => {
		stopped = true;
		if (signal !== "SIGINT") child.kill(signal);
	};
	const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
	for (const signal of signals) process.on(signal, pass);
	const code = await new Promise((done) => {
		child.on("error", (error) => stop(`${command} could not be started: ${error.message}`));
		child.on("close", done);
	});
	for (const signal of signals) process.off(signal, pass);
	if (stopped || code === null) stop(`${work} was stopped; the next run begins it anew`, 130);
	if (code !== 0) stop(`${said}\n${work} failed; the next run begins it anew${question && ` (${question})`}`);
}

function stop(message, code = 1) {
	console.error(message);
	process.exit(code);
}
