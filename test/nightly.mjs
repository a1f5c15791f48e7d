// `npm run nightly`: the tests that try seeded chances, with many more of them than `npm test` has time for. The seed is
// the day, so that each night tries others; `npm run nightly -- 20261128` repeats that of a day.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const seed = process.argv[2] ?? new Date().toISOString().slice(0, 10).replaceAll("-", "");
console.log(`seed ${seed}`);
const { status } = spawnSync(
	join(root, "node_modules/.bin/vitest"),
	["run", "--config=test/vitest.config.ts", "test/load/fuzz.test.ts", "test/command/killed.test.ts"],
	{
		cwd: root,
		stdio: "inherit",
		env: { ...process.env, FUZZ_CASES: "100000", FUZZ_SEED: seed, KILLS: "12", KILL_SEED: seed },
	},
);
process.exit(status ?? 1);
