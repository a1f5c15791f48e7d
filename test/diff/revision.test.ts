import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { command } from "../command/here.js";
import { scratchFolder } from "../scratch.js";

const fixture = fileURLToPath(new URL("../fixtures/six-incidents", import.meta.url));

test("revisions of git: the folder data, or another after a colon; what is in neither is a clear error", async () => {
	const repository = scratchFolder();
	const git = (...words: string[]) =>
		execFileSync("git", ["-c", "user.name=x", "-c", "user.email=x@example.org", ...words], {
			cwd: repository,
			stdio: "pipe",
		});
	git("init", "--quiet");
	for (const folder of ["data", "my data"]) cpSync(fixture, join(repository, folder), { recursive: true });
	git("add", ".");
	git("commit", "--quiet", "--message", "first");
	const claims = join(repository, "my data", "claims.csv");
	execFileSync("sed", ["-i.bak", "s/^c19,d.occurred,ministry,,,denies/c19,d.occurred,ministry,,,asserts/", claims]);
	git("commit", "--quiet", "--all", "--message", "second");
	const here = process.cwd();
	process.chdir(repository);
	onTestFinished(() => process.chdir(here));

	expect(readFileSync(claims, "utf8")).toContain("c19,d.occurred,ministry,,,asserts");
	const changes = async (...words: string[]) =>
		JSON.parse((await command("diff", ...words, "--json", "--no-charts")).out).tables;
	const wanted = [{ key: "c19", cells: [{ column: "stance", before: "denies", after: "asserts" }] }];
	expect((await changes("HEAD~1:my data", "HEAD:my data"))[0].changed).toEqual(wanted);
	expect((await changes("HEAD", "my data"))[0].changed).toEqual(wanted);
	expect(await changes("HEAD~1", "HEAD")).toEqual([]);

	const fails = async (name: string) => {
		const { code, err } = await command("diff", name, "data");
		return { code, err };
	};
	expect(await fails("HEAD~7")).toMatchObject({ code: 2, err: expect.stringContaining("neither a folder nor") });
	expect(await fails("--upload-pack=touch x")).toMatchObject({ code: 2 });
	expect(await fails("HEAD:nowhere")).toMatchObject({
		code: 2,
		err: "HEAD has no tables in nowhere; name the folder after a colon, such as HEAD:my-data",
	});
	expect(existsSync(join(repository, "x"))).toBe(false);
});
