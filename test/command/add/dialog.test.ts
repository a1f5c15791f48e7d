import { spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadDossier } from "../../../src/index.js";
import { scratchData, scratchFolder } from "../../scratch.js";
import { command } from "../here.js";
import { contents } from "./folder.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const six = join(root, "test/fixtures/six-incidents");
const hasTerminal = spawnSync("python3", ["-c", "import pty, termios"]).status === 0;

const [enter, down, ctrlC] = ["\r", "\u001b[B", "\u0003"];
/** What the program shows, and what a person types then. */
type Step = readonly [shown: string, typed: string | readonly string[], changed?: string];
const next = (column: string): Step => [`${column}:`, enter];

/** Types for a person in a pseudo terminal, on the command as it is built. */
async function typed(folder: string, steps: readonly Step[], ...words: readonly string[]) {
	const program = [process.execPath, join(root, "dist/command/main.js"), "add", "--data", folder, ...words];
	const child = spawn("python3", [join(root, "test/support/terminal.py")], { stdio: ["pipe", "pipe", "inherit"] });
	child.stdin.end(JSON.stringify({ command: program, cwd: scratchFolder(), steps }));
	let text = "";
	for await (const part of child.stdout.setEncoding("utf8")) text += part;
	const { code, output, missed } = JSON.parse(text) as { code: number; output: string; missed: string | null };
	expect(missed, output.slice(-3000)).toBeNull();
	return { code, output: output.replaceAll("\r\n", "\n") };
}

const bytesOf = (folder: string) =>
	new Map(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file))]));

const incident: readonly Step[] = [
	["date_start:", "2022-06-3"],
	["[not a date]", "\u007f10\r"],
	next("date_precision"),
	next("date_end"),
	["kind:", "\u001b[A\u001b[A\u001b[A\u001b[A\u001b[A\u001b[A\u001b[A\u001b[A\u001b[A\u001b[A\r"],
	["place:", "دروازهٔ شمال"],
	["North Gate, also", enter],
	["side_a:", "North guards"],
	["North guards (as typed)", enter],
	next("side_b"),
	["summary:", 'Invented: a clash, "by hand".\r'],
];
const firstClaim: readonly Step[] = [
	["Question 1. key:", "occu"],
	["❯ occurred", enter],
	["text:", "Was there a clash?\r"],
	["Claim 1 on occurred", "local p"],
	["❯ Invented Local Paper (local-paper)", enter],
	["reported_by:", "relay"],
	["❯ Relay A (relay-a)", enter],
	["via_source_id:", enter],
	["stance:", enter],
	["❯ true: yes", enter],
	["published_on:", "2022-06-11\r"],
	["basis:", enter],
	["url:", "javascript:alert(1)"],
	["[not a web address]", "\u0015https://example.org/1\r"],
	["note:", enter],
];
const newSource: readonly Step[] = [
	["Claim 2 on occurred", "New Paper"],
	["❯ new source: New Paper", enter],
	["name:", enter],
	["source_id:", enter],
	["kind:", enter],
	["country:", "AF\r"],
	next("alignment"),
	next("parent_id"),
	next("collective"),
	next("url"),
	next("note"),
	next("reported_by"),
	["stance:", [down, enter]],
	["❯ true: yes", [down, enter]],
	["(2022-06-11)", enter],
	next("basis"),
	next("url"),
	next("note"),
	["(no more claims)", enter],
];
const verdict: readonly Step[] = [
	["verdict_status:", ["\u001b[A", "\u001b[A", "\u001b[A", "\u001b[A", enter]],
	["❯ true: yes", enter],
	["verdict_confidence:", [down, enter]],
	["verdict_basis:", "The paper saw it.\r"],
	["verdict_decided_on:", "2022-06-12\r"],
	["Decisive claims", [" ", enter]],
	["answer true serve", [down, down, enter]],
	["answer false serve", enter],
];
const count: readonly Step[] = [
	["Question 2. key:", "killed_"],
	["❯ killed_iran", enter],
	["text:", enter],
	["Claim 1 on killed_iran", "spoke"],
	["❯ Invented Spokesman (spokesman)", enter],
	next("reported_by"),
	next("stance"),
	["Write 3, a range 2-5", "2-"],
	["[not a number such as 3", "5\r"],
	["published_on:", enter],
	next("basis"),
	next("url"),
	next("note"),
	// The page of the first claim answers this question too.
	["(no more claims)", [down, down, down]],
	["❯ same page: Invented Local Paper, Relay A, 2022-06-11, https://example.org/1", enter],
	next("stance"),
	["Write 3, a range 2-5", "3\r"],
	next("note"),
	["(no more claims)", enter],
	next("verdict_status"),
	next("verdict_value"),
	next("verdict_confidence"),
	next("verdict_basis"),
	["Decisive claims", enter],
	["answer higher serve", enter],
	["answer lower serve", enter],
	["(no more questions)", enter],
];
const id = "2022-06-10-north-gate-armed-clash";

describe.skipIf(!hasTerminal)("add in a terminal (needs python3 with pty)", () => {
	test("an incident with two questions, four claims and a new source: the rows are those typed (by hand)", async () => {
		const { folder } = scratchData(six);
		const before = contents(folder);
		const steps = [
			...incident,
			...firstClaim,
			...newSource,
			...verdict,
			...count,
			["❯ write these rows", enter] as Step,
		];
		const { code, output } = await typed(folder, steps);
		expect(code, output.slice(-2000)).toBe(0);
		const after = contents(folder);
		const tail = (table: keyof typeof after) => after[table].slice(before[table].length);
		expect(after.claims.startsWith(before.claims)).toBe(true);
		expect(tail("sources")).toBe("new-paper,New Paper,other,AF,unknown,,false,,\n");
		expect(tail("incidents")).toBe(
			`${id},2022-06-10,2022-06-10,day,armed_clash,af-ir,false,North Gate,Northland,Upper,Westland,One,34.5,61,exact,north-gate,North guards,,"Invented: a clash, ""by hand""."\n`,
		);
		expect(tail("propositions")).toBe(
			`${id}.occurred,${id},occurred,Was there a clash?,boolean,,confirmed,true,high,The paper saw it.,2022-06-12\n` +
				`${id}.killed_iran,${id},killed_iran,How many guards were killed?,count,,unresolved,,,,\n`,
		);
		expect(tail("claims")).toBe(
			`${id}.occurred.c01,${id}.occurred,local-paper,relay-a,,asserts,true,,,2022-06-11,unknown,https://example.org/1,quoted,\n` +
				`${id}.occurred.c02,${id}.occurred,new-paper,,,denies,false,,,2022-06-11,unknown,,page,\n` +
				`${id}.killed_iran.c01,${id}.killed_iran,spokesman,,,asserts,,2,5,2022-06-11,unknown,,page,\n` +
				`${id}.killed_iran.c02,${id}.killed_iran,local-paper,relay-a,,asserts,3,,,2022-06-11,unknown,https://example.org/1,quoted,\n`,
		);
		expect(tail("verdict_basis")).toBe(`${id}.occurred,${id}.occurred.c01\n`);
		expect(tail("interests")).toBe(`${id}.occurred,true,taliban\n`);
		// The meaning of a word, and the rows before they are written.
		expect(output).toContain("both sides say so; or the side it hurts admits it");
		expect(output.indexOf("incidents.csv: 1 row\n")).toBeLessThan(output.indexOf("write these rows"));
		expect(output).toContain("next: npx border-incidents check --data ");
		loadDossier(folder);
	});

	const whole = [...incident, ...firstClaim, ...newSource, ...verdict, ["(no more questions)", enter] as Step];
	const at = (shown: string) => whole.findIndex(([text]) => text.includes(shown));
	test.each<[string, readonly Step[]]>([
		["the first line", [["date_start:", ctrlC]]],
		[
			"a half typed line",
			[
				["date_start:", "2022-0"],
				["[not a date]", ctrlC],
			],
		],
		["a list", [...whole.slice(0, at("kind:")), ["kind:", ctrlC]]],
		["a search with a text typed", [...whole.slice(0, at("place:")), ["place:", "North"], ["❯ North Gate", ctrlC]]],
		["a new source", [...whole.slice(0, at("alignment:")), ["alignment:", ctrlC]]],
		["the decisive claims", [...whole.slice(0, at("Decisive")), ["Decisive claims", ctrlC]]],
		["the review", [...whole, ["❯ write these rows", ctrlC]]],
		[
			"the name of a file",
			[...whole, ["❯ write these rows", "\u001b[B".repeat(6)], ["❯ save as", enter], ["Name of the file", ctrlC]],
		],
	])("Ctrl-C at %s ends with 130 and leaves every file as it was", async (_, steps) => {
		const { folder } = scratchData(six);
		const before = bytesOf(folder);
		const { code, output } = await typed(folder, steps);
		expect(output).toMatch(/stopped; nothing was written to the tables\n$/);
		expect(code).toBe(130);
		expect(bytesOf(folder)).toEqual(before);
	});

	test("a problem stands in the way of writing until its cell is changed; a saved file gives the same rows", async () => {
		const { folder } = scratchData(six);
		const file = join(scratchFolder(), "later.yaml");
		const outside = [["date_start:", "2021-06-3"] as const, ...incident.slice(1)];
		const { code, output } = await typed(folder, [
			...outside,
			["(no question)", enter],
			["write these rows (correct the problem first)", enter],
			["Which cell?", enter],
			["date_start: First day", "2022-06-10\r"],
			["write these rows (correct the problem first)", enter],
			["Which cell?", enter],
			["date_end: Last day", "2022-06-10\r"],
			["❯ write these rows", "\u001b[B".repeat(4)],
			["❯ save as", enter],
			["Name of the file", `${file}\r`],
			["saved: go on with add --from", enter],
		]);
		expect(output).toContain(
			"note: 2021-06-10 is outside the days searched, 2022-01-01 to 2022-12-31 in observation.csv",
		);
		expect(output).toContain("problem: date_start: outside the observed window 2022-01-01 to 2022-12-31: 2021-06-10");
		expect(output).toContain("problem: date_end: before date_start: 2021-06-10");
		expect(code).toBe(0);
		expect(contents(folder).incidents).toContain(`\n${id},2022-06-10,2022-06-10,day,`);
		const other = scratchData(six).folder;
		expect(await command("add", "--data", other, "--from", file)).toMatchObject({ code: 0, err: "" });
		expect(contents(other)).toEqual(contents(folder));
	});

	test("what another program changes meanwhile is not overwritten, and nothing typed is lost", async () => {
		const { folder, path } = scratchData(six);
		const before = contents(folder);
		const { code, output } = await typed(folder, [
			...incident,
			["(no question)", enter],
			["❯ write these rows", enter, path("interests.csv")],
			["interests.csv was changed by another program meanwhile; nothing was written", enter],
		]);
		expect(code).toBe(0);
		expect(output).toMatch(/\nadded to .*: 1 row to incidents\.csv \(from line 8\)\n/);
		expect(contents(folder)).toEqual({
			...before,
			interests: `${before.interests}\n`,
			incidents: expect.stringContaining(`\n${id},`),
		});
	});

	test("a dry run, or the choice to write nothing, writes nothing", async () => {
		const { folder } = scratchData(six);
		const before = bytesOf(folder);
		const dry = await typed(
			folder,
			[...incident, ["(no question)", enter], ["❯ end: write nothing, for this is a dry run", enter]],
			"--dry-run",
		);
		expect(dry.code).toBe(0);
		const given = await typed(folder, [
			...incident,
			["(no question)", enter],
			["❯ write these rows", "\u001b[B".repeat(7)],
			["❯ end: write nothing", enter],
		]);
		expect(given).toMatchObject({ code: 0, output: expect.stringMatching(/\nnothing was written\n$/) });
		expect(bytesOf(folder)).toEqual(before);
		expect((await command("check", "--data", folder)).code).toBe(0);
	});
});
