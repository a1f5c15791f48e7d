import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { scratchFolder } from "../scratch.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

test("asks for exact versions of what writes the documentation", () => {
	const { dependencies } = JSON.parse(readFileSync(join(root, ".typedoc/package.json"), "utf8"));
	expect(Object.keys(dependencies)).toEqual(["typedoc", "typedoc-plugin-missing-exports", "typescript"]);
	for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});

test("npm run docs documents every export, without a warning", () => {
	const out = join(scratchFolder(), "docs");
	const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, ".typedoc/docs.mjs"), out], {
		encoding: "utf8",
		env: { ...process.env, NO_COLOR: "1" },
	});
	const problems = `${stdout}${stderr}`.split("\n").filter((line) => /^\[(warning|error)\]|^documentation:/.test(line));
	expect(problems).toEqual([]);
	expect(status).toBe(0);
	const pages = ["functions/border-incidents.loadDossier.html", "interfaces/border-incidents.Dossier.html"];
	for (const page of pages) expect(existsSync(join(out, page)), page).toBe(true);
	expect(readFileSync(join(out, "index.html"), "utf8")).toContain("loadDossier");
}, 300_000);
