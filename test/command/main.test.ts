import { describe, expect, test } from "vitest";
import { scratchData } from "../scratch.js";
import { command } from "./here.js";

describe("the command line", () => {
	test("check says how many rows each table has, and ends with 0", async () => {
		const { code, out, err } = await command("check");
		expect({ code, err }).toEqual({ code: 0, err: "" });
		expect(out).toMatch(/^no problems in .*: 489 sources, 83 incidents, 361 propositions, 1334 claims, /);
	});

	test("check on spoiled data lists every problem on stderr, and ends with 1", async () => {
		const { folder, append } = scratchData();
		const line = append("claims.csv", { claim_id: "x", published_on: "2023-13-02", stance: "shouts" });
		const { code, out, err } = await command("check", "--data", folder);
		expect({ code, out }).toEqual({ code: 1, out: "" });
		expect(err.split("\n")).toEqual([
			`2 problems in ${folder}`,
			`claims.csv:${line} stance: not one of asserts, denies, repeats, corrects: shouts`,
			`claims.csv:${line} published_on: not a date: 2023-13-02`,
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
		[["charts", "--ot", "x"], "Did you mean --out?"],
		[["charts", "--only", "incidents-per-mnth"], "did you mean incidents-per-month?"],
		[["charts", "--data", "/nowhere"], "no such data folder: /nowhere"],
		[["check", "--data", "/nowhere"], "no such data folder: /nowhere"],
	])("%j is not understood: ends with 2 and says what is near", async (words, message) => {
		const { code, out, err } = await command(...words);
		expect({ code, out }).toEqual({ code: 2, out: "" });
		expect(err).toContain(message);
	});

	test.each(["charts", "check", "notebooks", "lab"])("%s --help shows an example and ends with 0", async (verb) => {
		const { code, out } = await command(verb, "--help");
		expect(code).toBe(0);
		expect(out).toContain(`Example: border-incidents ${verb}`);
	});

	test("--help names every verb and the exit codes", async () => {
		const { out } = await command("--help");
		for (const word of ["charts", "check", "notebooks", "lab", "Exit codes: 0"]) expect(out).toContain(word);
	});
});
