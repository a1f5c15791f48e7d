import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { dataFile, readRows } from "../data/tables.js";
import { scratchData, scratchFolder } from "../scratch.js";
import { command } from "./here.js";

describe("the command line", () => {
	test("check says how many rows each table has, and ends with 0", async () => {
		const { code, out, err } = await command("check");
		expect({ code, err }).toEqual({ code: 0, err: "" });
		const counts = ["sources", "incidents", "propositions", "claims"].map(
			(table) => `${readRows(dataFile(`${table}.csv`)).length} ${table}, `,
		);
		expect(out).toMatch(/^no problems in /);
		expect(out).toContain(`: ${counts.join("")}`);
	});

	test("check on spoiled data lists every problem on stderr, and ends with 1", async () => {
		const { folder, append } = scratchData();
		const line = append("claims.csv", { claim_id: "x", published_on: "2023-13-02", stance: "shouts" });
		const { code, out, err } = await command("check", "--data", folder);
		expect({ code, out }).toEqual({ code: 1, out: "" });
		expect(err.split("\n")).toEqual([
			`2 problems in ${folder}`,
			`claims.csv:${line} stance: not one of asserts, denies, repeats, corrects: shouts`,
			`claims.csv:${line} published_on: not a date: 2023-13-02 (there is no such day)`,
		]);
	});

	test("check --json prints what a machine can read", async () => {
		const { folder, append } = scratchData();
		append("claims.csv", { claim_id: "x", published_on: "2023-13-02" });
		const { code, out } = await command("check", "--json", "--data", folder);
		expect(code).toBe(1);
		expect(JSON.parse(out).problems).toMatchObject([
			{ file: "claims.csv", column: "published_on", value: "2023-13-02" },
		]);
	});

	test.each([
		[["chrats"], "Did you mean charts?"],
		[["charts", "--ot", "x"], "Did you mean one of --out, --to?"],
		[["charts", "--only", "incidents-per-perid"], "did you mean incidents-per-period?"],
		[["inti", "my-data"], "Did you mean init?"],
		[["init"], "missing required argument 'folder'"],
		[["check", "my-data"], "add --help after the command for its options and an example"],
		[["add", "--form", "x"], "Did you mean --from?"],
		[["check", "--jsn"], "Did you mean --json?"],
		[["charts", "--data", "/nowhere"], "no such data folder: /nowhere"],
		[["check", "--data", "/nowhere"], "no such data folder: /nowhere"],
	])("%j is not understood: ends with 2 and says what is near", async (words, message) => {
		const { code, out, err } = await command(...words);
		expect({ code, out }).toEqual({ code: 2, out: "" });
		expect(err).toContain(message);
	});

	test("--help names every verb, the exit codes and an example; so does each verb's", async () => {
		const { code, out } = await command("--help");
		expect(code).toBe(0);
		const verbs = [...out.matchAll(/^ {2}([a-z]+) \[?[<[a-z]/gm)].map(([, verb = ""]) => verb);
		expect(verbs).toEqual([
			"charts",
			"check",
			"add",
			"init",
			"export",
			"diff",
			"match",
			"import",
			"notebooks",
			"lab",
			"readme",
			"help",
		]);
		for (const verb of ["", ...verbs.slice(0, -1)]) {
			const help = await command(...(verb === "" ? [] : [verb]), "--help");
			expect(help.code).toBe(0);
			expect(help.out).toContain(`Example: border-incidents ${verb}`);
			expect(help.out).toContain("Exit codes: 0 done");
		}
	});

	test("what the system refuses is a sentence, not a stack", async () => {
		const file = join(scratchFolder(), "a-file");
		writeFileSync(file, "");
		const { code, err } = await command("charts", "--out", join(file, "charts"));
		expect(code).toBe(1);
		expect(err).toMatch(/^[^\n]*a-file[^\n]*: [^\n]+$/);
		expect((await command("check", "--data", file)).err).toBe(
			`no such data folder: ${file} (it is a file: give the folder of the tables)`,
		);
	});
});
