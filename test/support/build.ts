import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Builds `dist/`, which the tests run, where `src/` changed since it was built. */
export default function build(): void {
	const root = fileURLToPath(new URL("../..", import.meta.url));
	const { status, stderr } = spawnSync(process.execPath, [".setup.mjs"], { cwd: root, encoding: "utf8" });
	if (status !== 0) throw new Error(stderr);
}
