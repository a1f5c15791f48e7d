// `npm test`: every proof of the project, one after the other. A step that cannot be run here is named as
// skipped; with CI=true a skip counts as failed.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = (name) => join(root, "node_modules/.bin", name);
const kit = ["dist/command/main.js"];
const vitestReport = join(root, ".cache/vitest.json");
const count = { passed: 0, failed: 0, skipped: 0 };
const skipped = [];

mkdirSync(dirname(vitestReport), { recursive: true });
// Tests that do not come to their end must not be counted by the report of an earlier run.
rmSync(vitestReport, { force: true });
step("lint and format", bin("biome"), ["check", "."]);
step("types of the tests", bin("tsc"), ["-p", "test"]);
step("data", process.execPath, [...kit, "check"]);
step("charts redraw", process.execPath, [...kit, "charts"]);
step("README agrees with the data", process.execPath, [...kit, "readme", "--check"]);
// Before the tests, for some of them need the .venv that this makes.
if (hasPython()) step("notebooks", process.execPath, [...kit, "notebooks", "--check"]);
else skip("notebooks: no Python 3.9 or newer with venv");
step("tests", bin("vitest"), [
	"run",
	"--config=test/vitest.config.ts",
	"--reporter=default",
	"--reporter=json",
	`--outputFile.json=${vitestReport}`,
]);
countTests();

for (const name of skipped) console.log(`skipped: ${name}`);
if (process.env.CI === "true" && count.skipped > 0) {
	console.log("a skip counts as failed with CI=true");
	count.failed += count.skipped;
}
console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
process.exit(count.failed > 0 ? 1 : 0);

function step(name, command, words) {
	console.log(`\n== ${name}`);
	const began = performance.now();
	const { status, error } = spawnSync(command, words, { cwd: root, stdio: "inherit" });
	if (error) console.log(error.message);
	const passed = status === 0;
	count[passed ? "passed" : "failed"]++;
	console.log(`== ${name}: ${passed ? "passed" : "FAILED"}, ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

function skip(name) {
	skipped.push(name);
	count.skipped++;
}

function countTests() {
	if (!existsSync(vitestReport)) return;
	const report = JSON.parse(readFileSync(vitestReport, "utf8"));
	count.passed += report.numPassedTests;
	count.failed += report.numFailedTests;
	for (const file of report.testResults)
		for (const test of file.assertionResults)
			if (test.status !== "passed" && test.status !== "failed")
				skip(`${test.fullName} (${file.name.slice(root.length + 1)})`);
}

function hasPython() {
	const python = process.env.PYTHON || "python3";
	return spawnSync(python, ["-c", "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 9))"]).status === 0;
}
