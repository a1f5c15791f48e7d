import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { loadDossier } from "../../../src/index.js";
import { payloads } from "../../hostile.js";
import { ownData, scratchData, scratchFolder } from "../../scratch.js";
import { command } from "../here.js";
import { added, contents, documentOf, type Row, scratchFile, withoutIncident } from "./folder.js";

const six = fileURLToPath(new URL("../../fixtures/six-incidents", import.meta.url));
const asText = (document: unknown) =>
	stringify(document, { defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN" });
const add = (data: string, text: string | Uint8Array, ...words: readonly string[]) =>
	command("add", "--data", data, "--from", scratchFile("incident.yaml", text), ...words);

describe("an incident of the tables, written as YAML and added to the tables without it", () => {
	test.each([
		...["a-clash", "b-fire", "c-closure", "d-shooting", "e-tally", "f-raid"].map((id) => [six, id] as const),
		// The seed of the data, one with many claims, one whose place is a crossing, one on the other border.
		...[
			"2021-12-01-kang-shaghalak-armed-clash",
			"2023-05-27-sasoli-clash",
			"2021-07-08-dogharun-closure",
			"2024-10-13-kalagan-shooting",
		].map((id) => [ownData, id] as const),
	])("%s %s: its rows come back byte for byte, after bytes that are as before", async (from, id) => {
		const { folder, rows } = withoutIncident(from, id);
		expect(rows.incidents).toHaveLength(1);
		expect(loadDossier(folder).incidents.length).toBe(loadDossier(from).incidents.length - 1);
		const before = contents(folder);
		// A neighbour of the same kind and place is no reason to stop here.
		expect(await add(folder, asText(documentOf(rows)), "--yes")).toMatchObject({ code: 0 });
		const after = contents(folder);
		for (const table of added)
			expect(after[table], table).toBe(before[table] + rows[table].map(({ raw }) => raw).join(""));
		loadDossier(folder);
	});

	test("ids and places may be missing: they come back by the scheme of the tables and from the gazetteer (seed of a closure)", async () => {
		const id = "2021-12-01-milak-closure";
		const { folder, rows } = withoutIncident(ownData, id);
		const { questions, ...document } = documentOf(rows);
		const kept = Object.fromEntries(
			Object.entries(document).filter(
				([key]) => !/^(incident_id|(af|ir)_|lat|lon|geo_precision|frontier|aggregate)/.test(key),
			),
		);
		const text = asText({
			...kept,
			crossing_id: "میلک",
			questions: questions.map(({ proposition_id, claims, ...question }) => ({
				...question,
				// The answers of a category are listed by the program in the order in which they come.
				claims: (claims as Row[]).map(({ claim_id, read, ...claim }) =>
					read === (claim.reported_by ? "quoted" : "page") ? { ...claim, claim_id } : { ...claim, claim_id, read },
				),
			})),
		});
		expect(text).not.toContain(`"${id}"`);
		expect(await add(folder, text)).toMatchObject({ code: 0, err: "" });
		const [row] = rows.incidents;
		expect(contents(folder).incidents.endsWith(row?.raw ?? "?")).toBe(true);
		expect(contents(folder).claims.endsWith(rows.claims.map(({ raw }) => raw).join(""))).toBe(true);
	});
});

const small = {
	date_start: "2022-06-10",
	date_end: "2022-06-10",
	date_precision: "day",
	kind: "armed_clash",
	place: "Northern Gate",
	summary: "Invented.",
	questions: [
		{
			key: "occurred",
			text: "Was there a clash?",
			verdict_status: "confirmed",
			verdict_value: "true",
			decisive_claims: ["2", "c01"],
			interests: [{ value: "true", favours: "none" }],
			claims: [
				{ source_id: "invented LOCAL paper", stance: "asserts", value: "true", basis: "own_reporting" },
				{ source_id: "new-paper", reported_by: "relay-a", stance: "denies", value: "false", basis: "unknown" },
			],
		},
		{
			key: "other:side",
			text: "Which side began?",
			type: "category",
			verdict_status: "unresolved",
			claims: [{ source_id: "Spokesman", stance: "asserts", value: "north", basis: "unknown" }],
		},
	],
	sources: [{ name: "New Paper", kind: "journalist", alignment: "unknown" }],
};
const changed = (change: (document: typeof small) => unknown) => asText(change(structuredClone(small)));

describe("add --from", () => {
	test("fills in ids, the place, the type, the answers of a category and how a claim was read (by hand)", async () => {
		const { folder } = scratchData(six);
		const before = contents(folder);
		const { code, out, err } = await add(folder, asText(small));
		expect({ code, err }).toEqual({ code: 0, err: "" });
		const after = contents(folder);
		const id = "2022-06-10-north-gate-armed-clash";
		const tail = (table: (typeof added)[number]) => after[table].slice(before[table].length);
		expect(tail("sources")).toBe("new-paper,New Paper,journalist,,unknown,,false,,\n");
		// places.csv: AF|IR, Northland|Westland, Upper|One; crossings.csv: 34.5, 61.0; a gate with its own point within 0.5 km.
		expect(tail("incidents")).toBe(
			`${id},2022-06-10,2022-06-10,day,armed_clash,af-ir,false,North Gate,Northland,Upper,Westland,One,34.5,61,exact,north-gate,,,Invented.\n`,
		);
		expect(tail("propositions")).toBe(
			`${id}.occurred,${id},occurred,Was there a clash?,boolean,,confirmed,true,,,\n${id}.side,${id},other:side,Which side began?,category,north,unresolved,,,,\n`,
		);
		expect(tail("claims")).toBe(
			`${id}.occurred.c01,${id}.occurred,local-paper,,,asserts,true,,,,own_reporting,,page,\n` +
				`${id}.occurred.c02,${id}.occurred,new-paper,relay-a,,denies,false,,,,unknown,,quoted,\n` +
				`${id}.side.c01,${id}.side,spokesman,,,asserts,north,,,,unknown,,page,\n`,
		);
		expect(tail("verdict_basis")).toBe(`${id}.occurred,${id}.occurred.c02\n${id}.occurred,${id}.occurred.c01\n`);
		expect(tail("interests")).toBe(`${id}.occurred,true,none\n`);
		expect(out).toContain(
			"note: place: Northern Gate is North Gate (north-gate) in places.csv; filled in: af_province Northland",
		);
		expect(out).toContain(
			`added to ${folder}: 1 row to sources.csv (from line 9), 1 row to incidents.csv (from line 8), 2 rows to propositions.csv (from line 8), 3 rows to claims.csv (from line 22), 2 rows to verdict_basis.csv (from line 5), 1 row to interests.csv (from line 8)`,
		);
		expect(out).toContain(
			`next: npx border-incidents check --data ${folder}; npx border-incidents charts --data ${folder}`,
		);
		expect(await command("check", "--data", folder)).toMatchObject({ code: 0 });
	});

	test("the same file a second time adds nothing; part of it there already, it adds the rest", async () => {
		const { folder, path } = scratchData(six);
		const before = contents(folder);
		expect((await add(folder, asText(small))).code).toBe(0);
		const after = contents(folder);
		const again = await add(folder, asText(small));
		expect(again).toMatchObject({ code: 0, err: "" });
		expect(again.out).toContain(`10 rows of it are in the tables already\nnothing to add to ${folder}`);
		for (const table of ["claims", "interests"] as const) writeFileSync(path(`${table}.csv`), before[table]);
		const rest = await add(folder, asText(small));
		expect(rest).toMatchObject({ code: 0, err: "" });
		expect(contents(folder)).toEqual(after);
	});

	test("--dry-run and --json write nothing, or say what was written; the rows are those of the tables", async () => {
		const { folder } = scratchData(six);
		const before = contents(folder);
		const dry = await add(folder, asText(small), "--dry-run");
		expect(dry).toMatchObject({ code: 0, err: "" });
		expect(dry.out).toContain(
			"propositions.csv: 2 rows\n * proposition_id      2022-06-10-north-gate-armed-clash.occurred\n",
		);
		expect(dry.out).toContain(`nothing was written to ${folder}, for this is a dry run`);
		expect(JSON.parse((await add(folder, asText(small), "--dry-run", "--json")).out)).toMatchObject({ written: false });
		expect(contents(folder)).toEqual(before);
		const { added: rows, written } = JSON.parse((await add(folder, asText(small), "--json")).out);
		expect(written).toBe(true);
		for (const table of added)
			expect(rows[table], table).toEqual(
				(parse(contents(folder)[table], { columns: true }) as Row[]).slice(-rows[table].length),
			);
	});

	test("an incident like one in the tables is added only with --yes", async () => {
		const { folder } = scratchData(six);
		const before = contents(folder);
		// Like a-clash of 10 January at Upper Post, three days later; four days later it is another one.
		const like = (date_start: string) =>
			changed((document) => ({ ...document, date_start, date_end: "", place: "UPPER post" }));
		const { code, err } = await add(folder, like("2022-01-13"));
		expect({ code, err }).toEqual({
			code: 1,
			err: "possible duplicate: a-clash (2022-01-10, Upper Post) is of the same kind and place\nnothing was written; if it is another incident, run the command again with --yes",
		});
		expect(contents(folder)).toEqual(before);
		expect((await add(folder, like("2022-01-14"), "--dry-run")).err).toBe("");
		expect(
			(
				await add(
					folder,
					changed((document) => ({
						...document,
						date_start: "2022-01-13",
						date_end: "",
						place: "Upper Post",
						kind: "incursion",
					})),
					"--dry-run",
				)
			).err,
		).toBe("");
		expect(await add(folder, like("2022-01-13"), "--yes")).toMatchObject({ code: 0 });
	});

	test("a taken id gets a number", async () => {
		const { folder } = scratchData(six);
		await add(folder, asText(small));
		const other = changed((document) => ({ ...document, summary: "Invented: another.", sources: [] }));
		expect((await add(folder, other, "--yes")).code).toBe(0);
		expect(contents(folder).incidents).toContain("\n2022-06-10-north-gate-armed-clash-2,");
	});

	test("a folder with problems of its own, and a table in another order of columns, take rows too", async () => {
		const { folder, edit } = scratchData(six);
		edit("interests.csv", (text) => text.replace("a.occurred,true,none", "gone.occurred,true,none"));
		edit("verdict_basis.csv", (text) =>
			text
				.trimEnd()
				.split("\n")
				.map((line) => line.split(",").reverse().join(","))
				.join("\n"),
		);
		const problems = () => loadDossier(folder, { onProblem: "report" }).problems;
		const before = problems();
		expect(before).not.toEqual([]);
		expect(await add(folder, asText(small))).toMatchObject({ code: 0, err: "" });
		expect(problems()).toEqual(before);
		expect(contents(folder).verdict_basis).toContain("c03,a.occurred\n");
		expect(contents(folder).verdict_basis).toMatch(/side-|\.c02,2022-06-10-north-gate-armed-clash\.occurred\n/);
	});
});

const first = (document: typeof small, change: object) => ({
	...document,
	questions: [{ ...document.questions[0], ...change }, ...document.questions.slice(1)],
});
const firstClaim = (change: object) => (document: typeof small) =>
	first(document, { claims: [{ ...document.questions[0]?.claims[0], ...change }, document.questions[0]?.claims[1]] });

describe("what is wrong is reported at its path, line and column, and nothing is written", () => {
	test.each<[string, (document: typeof small) => unknown, string]>([
		["no date", (d) => ({ ...d, date_start: "2022-02-30" }), "1:13 date_start: not a date: 2022-02-30"],
		["a word", (d) => ({ ...d, kind: "armed_clsh" }), "4:7 kind: not known (did you mean armed_clash?): armed_clsh"],
		[
			"a word with none near",
			(d) => ({ ...d, date_precision: "fortnight" }),
			"3:17 date_precision: not one of day, week, month: fortnight",
		],
		["nothing where a word is needed", ({ kind: _, ...d }) => d, "1:1 kind: must not be blank"],
		["a key", (d) => ({ plac: "x", ...d }), "1:1 plac: unknown key (did you mean place?)"],
		[
			"a day outside the window",
			(d) => ({ ...d, date_start: "2021-06-10", date_end: "" }),
			"1:13 date_start: outside the observed window 2022-01-01 to 2022-12-31: 2021-06-10",
		],
		[
			"a crossing",
			(d) => ({ ...d, crossing_id: "Nort Gate" }),
			"41:14 crossing_id: unknown crossing: Nort Gate (did you mean north-gate?)",
		],
		[
			"a source",
			firstClaim({ source_id: "spokesmen" }),
			"19:20 questions[0].claims[0].source_id: unknown source: spokesmen (did you mean spokesman?); a new one goes under sources",
		],
		["an answer", firstClaim({ value: "yes" }), "21:16 questions[0].claims[0].value: not true or false: yes"],
		[
			"a range of no count",
			firstClaim({ value_min: "2" }),
			"23:20 questions[0].claims[0].value_min: must be blank for a boolean: 2",
		],
		[
			"an address",
			firstClaim({ url: "javascript:alert(1)" }),
			"23:14 questions[0].claims[0].url: not a web address: javascript:alert(1)",
		],
		[
			"a decisive claim",
			(d) => first(d, { decisive_claims: ["3"] }),
			"13:9 questions[0].decisive_claims[0]: no such claim of this question, which has 2: write 1 or c01 for the first, or an id: 3",
		],
		[
			"a decisive claim twice",
			(d) => first(d, { decisive_claims: ["1", "c01"] }),
			"14:9 questions[0].decisive_claims[1]: already on line 5: 2022-06-10-north-gate-armed-clash.occurred 2022-06-10-north-gate-armed-clash.occurred.c01",
		],
		[
			"a verdict without its value",
			(d) => first(d, { verdict_value: "" }),
			"11:20 questions[0].verdict_value: must not be blank where the verdict is confirmed",
		],
		[
			"a question twice",
			(d) => ({
				...d,
				questions: [d.questions[0], { ...d.questions[0], claims: [], decisive_claims: [], interests: [] }],
			}),
			"28:5 questions[1].proposition_id: already on line 8: 2022-06-10-north-gate-armed-clash.occurred",
		],
		[
			"a text with an override",
			(d) => ({ ...d, summary: "\u202egnp" }),
			"6:10 summary: holds a character that overrides the direction of writing: \\u202egnp",
		],
		[
			"a precision that nobody has",
			(d) => ({ ...d, place: "Nowhere" }),
			"1:1 geo_precision: must be given, for places.csv has no place Nowhere",
		],
		[
			"a key that a terminal would obey",
			(d) => ({ "\u001b[2J": "x", ...d }),
			"1:1 \\u001b[2J: unknown key (known: incident_id",
		],
		["a list for a text", (d) => ({ ...d, place: ["x"] }), "6:3 place: must be a text, not a list"],
		[
			"a text for a list",
			(d) => ({ ...d, questions: "x" }),
			"7:12 questions: must be a list, each entry after a hyphen, and not a text",
		],
		[
			"a text for an entry",
			(d) => ({ ...d, questions: ["x"] }),
			"8:5 questions[0]: must be a set of keys, such as proposition_id: …, and not a text",
		],
		[
			"the id of a source that is there",
			(d) => ({ ...d, sources: [{ ...d.sources[0], source_id: "spokesman" }] }),
			"41:16 sources[0].source_id: already on line 4: spokesman",
		],
	])("%s", async (_, change, line) => {
		const { folder } = scratchData(six);
		const before = contents(folder);
		const { code, err } = await add(folder, changed(change));
		expect(code).toBe(1);
		expect(err).toMatch(/^\d+ problems? in .*incident\.yaml; nothing was written\n/);
		expect(err).toContain(`incident.yaml:${line}`);
		expect(contents(folder)).toEqual(before);
		expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
	});

	test.each<[string, string | Uint8Array, string]>([
		["an empty file", "", "1:1 the file has no incident: write the template with --template, and fill it in"],
		[
			"comments alone",
			"# nothing\n",
			"1:1 the file has no incident: write the template with --template, and fill it in",
		],
		[
			"keys without values",
			"kind:\nquestions:\n",
			"1:1 nothing is filled in: an incident needs a date, a kind and a summary",
		],
		["a list", "- kind: other\n", "1:1 must be a set of keys, such as incident_id: …, and not a list"],
		["a text", "armed clash\n", "1:1 must be a set of keys, such as incident_id: …, and not a text"],
		[
			"a colon in a text",
			"summary: shots: two\n",
			"1:10 not YAML that can be read (Nested mappings are not allowed in compact mappings); put a text that has a colon in quotes",
		],
		[
			"a key twice",
			"kind: other\nkind: closure\n",
			"2:1 not YAML that can be read (Map keys must be unique); put a text that has a colon in quotes",
		],
		[
			"two documents",
			"kind: other\n---\nkind: other\n",
			"2:1 not YAML that can be read (Source contains multiple documents; please use YAML.parseAllDocuments()); put a text that has a colon in quotes",
		],
		["a reference", "side_a: &x Taliban\nside_b: *x\n", "2:9 side_b: no references with *: write the value again"],
		[
			"a tag",
			"kind: !!js/function x\n",
			"1:7 not YAML that can be read (Unresolved tag: tag:yaml.org,2002:js/function); put a text that has a colon in quotes",
		],
		["brackets without end", "[".repeat(100_000), " nested too deep"],
		["brackets in brackets", `${"[".repeat(50_000)}${"]".repeat(50_000)}`, " nested too deep"],
		["other bytes", Buffer.from([0x6b, 0xff]), "is not UTF-8: save it as UTF-8"],
	])("a file of %s", async (_, text, line) => {
		const { folder } = scratchData(six);
		const { code, err } = await add(folder, text);
		expect(code).toBe(1);
		expect(err).toContain(line);
	});

	test("a file, a folder or a table that is not there", async () => {
		const { folder, edit } = scratchData(six);
		expect(await command("add", "--data", folder, "--from", "gone.yaml")).toEqual({
			code: 2,
			out: "",
			err: "no file that can be read: gone.yaml; add --template gone.yaml writes one",
		});
		expect((await command("add", "--data", `${folder}/gone`, "--from", "x")).err).toBe(
			`no such data folder: ${folder}/gone`,
		);
		expect((await command("add", "--data", folder, "--json")).err).toBe(
			"--json and --yes need a file: give it with --from",
		);
		edit("claims.csv", (text) => text.replace(",note", ",remark"));
		expect((await add(folder, asText(small))).err).toBe(
			"no row can be added to claims.csv as it is: its first line does not name note; save it as UTF-8 with commas and the header on the first line",
		);
		expect((await add(scratchFolder(), asText(small))).err).toMatch(
			/ has no sources\.csv: begin a data folder with init$/,
		);
	});

	test.each([
		["UTF-16", (bytes: Buffer) => Buffer.from(`\ufeff${bytes.toString("utf8")}`, "utf16le"), ""],
		[
			"semicolons",
			(bytes: Buffer) => Buffer.from(bytes.toString("utf8").replaceAll(",", ";")),
			": its first line does not name proposition_id, claim_id",
		],
	])("a table with %s, which the loader reads, takes no rows and stays as it is", async (_, rewritten, why) => {
		const { folder } = scratchData(six);
		const file = join(folder, "verdict_basis.csv");
		writeFileSync(file, rewritten(readFileSync(file)));
		const before = contents(folder);
		expect((await command("check", "--data", folder)).code).toBe(0);
		expect(await add(folder, asText(small))).toMatchObject({
			code: 1,
			err: `no row can be added to verdict_basis.csv as it is${why}; save it as UTF-8 with commas and the header on the first line`,
		});
		expect(contents(folder)).toEqual(before);
	});

	test("a table that cannot be read to its end takes no rows", async () => {
		const { folder, edit } = scratchData(six);
		edit("interests.csv", (text) => `${text}d.occurred,"true,none\n`);
		const before = contents(folder);
		const { code, err } = await add(folder, asText(small));
		expect({ code, err }).toEqual({
			code: 1,
			err: "no rows can be added to interests.csv: it cannot be read to its end; run check first",
		});
		expect(contents(folder)).toEqual(before);
	});

	test("without a terminal, questions are refused with what to do", async () => {
		const { folder } = scratchData(six);
		expect(await command("add", "--data", folder)).toEqual({
			code: 2,
			out: "",
			err: "add asks its questions in a terminal, and this is none: give a file with --from FILE.yaml; add --template FILE.yaml writes one to fill in",
		});
	});

	test("a place that may be two is one problem, and names both by id", async () => {
		const text = asText({ ...small, date_start: "2022-06-10", place: "Islam Qala" });
		const { err } = await add(ownData, text, "--dry-run");
		expect(err).toContain(
			"5:8 place: may be islam-qala-town (town) or islam-qala-dogharun (border crossing): write the id of the one that is meant: Islam Qala",
		);
		expect(err).not.toContain("geo_precision");
	});

	test("a name that two sources have is not guessed", async () => {
		const { folder, edit } = scratchData(six);
		edit("sources.csv", (file) => file.replace("Relay B", "Relay A"));
		const { err } = await add(folder, changed(firstClaim({ source_id: "RELAY a" })));
		// The id relay-a is meant by its own name too.
		expect(err).toContain("several sources have the name RELAY a: write one of the ids relay-a, relay-b");
	});

	test("--json has every problem with its path and place", async () => {
		const { folder } = scratchData(six);
		const { out, code } = await add(folder, changed(firstClaim({ value: "yes" })), "--json");
		expect(code).toBe(1);
		expect(JSON.parse(out).problems).toEqual([
			{ path: "questions[0].claims[0].value", reason: "not true or false", value: "yes", line: 21, column: 16 },
		]);
	});
});

test("hostile text comes out of the tables as it was written", async () => {
	const hostile = [...payloads, "a,b", 'a "quote"', "two\nlines", "null", "~", "#x", "yes", "31.30", "'"];
	for (const text of hostile) {
		const { folder } = scratchData(six);
		const document = changed((d) => ({ ...first(d, { text }), summary: text, side_a: text }));
		const { code, out, err } = await add(folder, document);
		// What overrides the direction of writing, or begins with what nobody sees, is refused, as everywhere.
		if (code === 0) {
			const known = new Set(loadDossier(six).incidents.map(({ incident_id }) => incident_id));
			const added = loadDossier(folder).incidents.filter(({ incident_id }) => !known.has(incident_id));
			expect(added).toMatchObject([{ summary: text, side_a: text }]);
		} else expect(err).toMatch(/summary: (holds a character|begins or ends)/);
		expect(out.replaceAll("\n", "")).not.toMatch(/\p{Cc}|[\u202a-\u202e]/u);
	}
	expect(hostile.length).toBeGreaterThan(20);
});

test("any text of a file is read as YAML reads a text, or refused: never another one", async () => {
	const { folder } = scratchData(six);
	const before = contents(folder);
	await fc.assert(
		fc.asyncProperty(fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }), async (text) => {
			const { code, out } = await add(
				folder,
				changed((d) => ({ ...d, summary: text })),
				"--dry-run",
				"--json",
			);
			const refused = /\p{Cc}/u.test(text) || text.trim() !== text;
			if (code !== 0) return refused || JSON.parse(out).problems[0].path === "summary";
			return JSON.parse(out).added.incidents[0].summary === text;
		}),
		{ numRuns: 60, seed: 20_211_201 },
	);
	expect(contents(folder)).toEqual(before);
});

describe("add --template", () => {
	/** The template with every example written after its key. */
	const filledIn = (template: string) => template.replace(/^( *)# example: (.*)\n( *(?:- )?[a-z_]+):$/gm, "$3: $2");

	test("with its examples it can be added, and as it is nothing is filled in", async () => {
		const { out } = await command("add", "--template");
		expect(filledIn(out).match(/^ *(- )?[a-z_]+: ./gm)?.length).toBe(out.match(/# example: /g)?.length);
		const { code, out: shown, err } = await add(ownData, filledIn(out), "--dry-run");
		expect({ code, err }).toEqual({ code: 0, err: "" });
		for (const table of added) expect(shown).toContain(`${table}.csv: 1 row`);
		expect(shown).toContain("nothing was written");
		expect((await add(ownData, out)).err).toContain("nothing is filled in");
	});

	test("with its examples it can be added to a folder that init begins", async () => {
		const folder = join(scratchFolder(), "mine");
		await command("init", folder);
		const { out } = await command("add", "--template");
		expect(await add(folder, filledIn(out))).toMatchObject({ code: 0, err: "" });
		expect(await command("check", "--data", folder)).toMatchObject({ code: 0, err: "" });
	});

	test("has every column that a person fills in", async () => {
		const { out } = await command("add", "--template");
		const columns = added.flatMap(
			(table) =>
				readFileSync(join(ownData, `${table}.csv`), "utf8")
					.split("\n")[0]
					?.split(",") ?? [],
		);
		for (const column of new Set(columns)) expect(out, column).toMatch(new RegExp(`^ *(- )?${column}:$`, "m"));
	});

	test("is written to a new file, and to no other", async () => {
		const file = join(scratchFolder(), "my incident.yaml");
		expect(await command("add", "--template", file)).toEqual({
			code: 0,
			err: "",
			out: `${file}: fill it in, then: npm run add -- --from '${file}'`,
		});
		writeFileSync(file, "mine");
		expect(await command("add", "--template", file)).toEqual({
			code: 1,
			out: "",
			err: `${file} is there already; nothing was written; name a new file`,
		});
		expect(readFileSync(file, "utf8")).toBe("mine");
	});
});
