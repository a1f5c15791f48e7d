// `npm test`: every proof of the project. What does not depend on each other runs side by side. A step that cannot
// be run here is named as skipped; with CI=true a skip counts as failed. Nothing outside .cache/ is written.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = (name) => join(root, "node_modules/.bin", name);
/** By its path: the compiler of tslab has the same name in .bin. */
const tsc = join(root, "node_modules/typescript/bin/tsc");
const kit = ["dist/command/main.js"];
const node = process.execPath;
const vitestReports = [join(root, ".cache/vitest-quick-start.json"), join(root, ".cache/vitest.json")];
/** Written by test/support/processor.ts: a line of JSON for each test file. */
const processorReport = join(root, ".cache/processor.jsonl");
/** Runs a command, then tells on the fourth stream how much processor time it used. */
const timed = '"$@"; status=$?; times >&3; exit $status';
const count = { passed: 0, failed: 0, skipped: 0 };
const skipped = [];

mkdirSync(join(root, ".cache"), { recursive: true });
// Tests that do not come to their end must not be counted by the report of an earlier run.
for (const report of [...vitestReports, processorReport]) rmSync(report, { force: true });
const began = performance.now();
const python = hasPython();
if (!python) skip("notebooks: no Python 3.9 or newer with venv");

// Some tests need the .venv too.
const venv = python ? step("JupyterLab installed", node, ["test/support/install-jupyter.mjs"]) : null;
const beside = Promise.resolve(venv).then(() =>
	inTurn(
		["types of the tests", node, [tsc, "-p", "test", "--singleThreaded"]],
		["lint and format", bin("biome"), ["check", "."]],
		["data", node, [...kit, "check"]],
		["README agrees with the data", node, [...kit, "readme", "--check"]],
		...(python ? [["notebooks", node, [...kit, "notebooks", "--check"]]] : []),
	),
);
const drawn = await inTurn(
	// `npm start` of a fresh clone draws all charts once, for every test that looks at charts.
	["quick start", ...vitest(vitestReports[0], "test/package/quick-start.test.ts")],
	// Nothing is left to draw, but where no registry is within reach.
	["charts drawn", node, [...kit, "charts", "--out", ".cache/charts"]],
	["committed charts are those that the data give", node, ["test/committed-charts.mjs", "charts", ".cache/charts"]],
);
await venv;
// The tests need not ask again whether code or data changed since.
const environment = { QUICK_START: "done", ...(drawn[1] ? { CHARTS_DRAWN: "1" } : {}) };
await step("tests", ...vitest(vitestReports[1]), { live: true, environment });
await beside;
countTests();
console.log(`\n${slowest()}`);

for (const name of skipped) console.log(`skipped: ${name}`);
if (process.env.CI === "true" && count.skipped > 0) {
	console.log("a skip counts as failed with CI=true");
	count.failed += count.skipped;
}
const minutes = ((performance.now() - began) / 60_000).toFixed(1);
console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped, ${minutes} minutes`);
process.exit(count.failed > 0 ? 1 : 0);

/** Command and words that run tests and report them to a file. */
function vitest(report, ...words) {
	const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
	return [bin("vitest"), ["run", "--config=test/vitest.config.ts", ...reporters, ...words]];
}

/** Runs steps one after the other, and gives which passed. */
async function inTurn(...steps) {
	const passed = [];
	for (const each of steps) passed.push(await step(...each));
	return passed;
}

/** Runs a command. What it says is printed when it has ended, for another may run beside it; one of them may be live. */
function step(name, command, words, { live = false, environment = {} } = {}) {
	const began = performance.now();
	const output = live ? "inherit" : "pipe";
	const child = spawn("sh", ["-c", timed, "sh", command, ...words], {
		cwd: root,
		env: { ...process.env, PROCESSOR_REPORT: processorReport, ...environment },
		stdio: ["ignore", output, output, "pipe"],
	});
	const said = [];
	for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part) => said.push(part));
	let times = "";
	child.stdio[3].on("data", (part) => (times += part));
	return new Promise((done) => {
		child.on("error", (error) => said.push(Buffer.from(`${error.message}\n`)));
		child.on("close", (status) => {
			const passed = status === 0;
			count[passed ? "passed" : "failed"]++;
			const seconds = ((performance.now() - began) / 1000).toFixed(1);
			process.stdout.write(Buffer.concat([Buffer.from(`\n== ${name}\n`), ...said]));
			const used = processorSeconds(times).toFixed(0);
			console.log(`== ${name}: ${passed ? "passed" : "FAILED"}, ${seconds} s (${used} s of processor time)`);
			done(passed);
		});
	});
}

/** Seconds that a command and what it started used, by the second line of the shell's `times`: "1m2.50s 0m1.25s". */
function processorSeconds(times) {
	const [, ofChildren = ""] = times.trim().split("\n");
	return [...ofChildren.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, m, s]) => sum + 60 * Number(m) + Number(s), 0);
}

/** The test files that used most processor time, so that whoever makes the tests slower sees it. */
function slowest() {
	if (!existsSync(processorReport)) return "";
	const files = readFileSync(processorReport, "utf8")
		.trim()
		.split("\n")
		.map((line) => JSON.parse(line));
	const most = files.sort((a, b) => b.seconds - a.seconds).slice(0, 20);
	const lines = most.map(({ file, seconds }) => `${seconds.toFixed(0).padStart(5)} s  ${file.slice(root.length + 1)}`);
	return ["processor time of the slowest test files:", ...lines].join("\n");
}

function skip(name) {
	skipped.push(name);
	count.skipped++;
}

function countTests() {
	for (const file of vitestReports.filter(existsSync)) {
		const report = JSON.parse(readFileSync(file, "utf8"));
		count.passed += report.numPassedTests;
		count.failed += report.numFailedTests;
		for (const { name, assertionResults } of report.testResults)
			for (const { status, fullName } of assertionResults)
				if (status !== "passed" && status !== "failed") skip(`${fullName} (${name.slice(root.length + 1)})`);
	}
}

function hasPython() {
	const command = process.env.PYTHON || "python3";
	return spawnSync(command, ["-c", "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 9))"]).status === 0;
}
