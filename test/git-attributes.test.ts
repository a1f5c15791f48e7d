import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { scratchFolder } from "./scratch.js";

const root = fileURLToPath(new URL("..", import.meta.url));

test("a clone has the bytes of the repository, though git is set to CR LF as on Windows", () => {
	const files = [
		".gitattributes",
		"README.md",
		"package.json",
		"data/claims.csv",
		"data/border.geojson",
		"charts/manifest.json",
		"charts/border-map.svg",
		"src/index.ts",
		"test/fixtures/field-cases/15/claims.csv",
		"test/fixtures/field-cases/16/incidents.csv",
	];
	const [repository, clone] = [scratchFolder(), join(scratchFolder(), "clone")];
	for (const file of files) {
		mkdirSync(dirname(join(repository, file)), { recursive: true });
		cpSync(join(root, file), join(repository, file));
	}
	const git = (...words: string[]) => execFileSync("git", ["-C", repository, ...words], { stdio: "pipe" });
	git("init", "-q");
	git("-c", "core.autocrlf=true", "add", "-A");
	git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", "files");
	git("clone", "-q", "-c", "core.autocrlf=true", repository, clone);
	for (const file of files)
		expect(readFileSync(join(clone, file)).equals(readFileSync(join(root, file))), file).toBe(true);
});
