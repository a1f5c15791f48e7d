import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DossierError, loadDossier } from "../../src/index.js";
import { problemLine } from "../../src/load/problem.js";
import { type TableName, tables } from "../../src/load/tables.js";
import { dataFile, readRows } from "../data/tables.js";
import { scratchData } from "../scratch.js";

const problemsOf = (folder: string) => loadDossier(folder, { onProblem: "report" }).problems.map(problemLine);
const errorOf = (folder: string): DossierError => {
	try {
		loadDossier(folder);
	} catch (error) {
		if (error instanceof DossierError) return error;
	}
	throw new Error("nothing was thrown");
};

describe("loadDossier(directory, options)", () => {
	test("reads the kit's own data without a problem, and every row of each table", () => {
		const { dossier, problems } = loadDossier(undefined, { onProblem: "report" });
		expect(problems).toEqual([]);
		for (const table of ["incidents", "propositions", "claims", "sources", "verdict_basis", "interests"] as const) {
			const rows = readRows(dataFile(`${table}.csv`));
			expect(rows.length).toBeGreaterThan(10);
			expect(dossier[table], table).toHaveLength(rows.length);
		}
	});

	test("gives values by the type of their question, blanks as null", () => {
		const dossier = loadDossier();
		const type = new Map(dossier.propositions.map((row) => [row.proposition_id, row.type]));
		const wanted = { boolean: "boolean", count: "number", category: "string" } as const;
		for (const claim of dossier.claims) {
			if (claim.value !== null) expect(typeof claim.value).toBe(wanted[type.get(claim.proposition_id) ?? "count"]);
			expect(Object.values(claim)).not.toContain("");
		}
		expect(dossier.claims.some(({ value }) => value === null)).toBe(true);
	});

	test("one spoiled file of each kind: every problem of all files in one error, nothing else thrown", () => {
		const { folder, append, edit, path } = scratchData();
		const line = append("claims.csv", {
			claim_id: "new.c01",
			published_on: "2023-13-02",
			stance: "shouts",
			url: "nowhere",
		});
		edit("sources.csv", (text) => text.replace("source_id,name", "source_id,nmae"));
		rmSync(path("crossings.csv"));
		writeFileSync(path("interests.csv"), "");
		const error = errorOf(folder);
		const lines = error.problems.map(problemLine);
		expect(lines).toEqual(
			expect.arrayContaining([
				`claims.csv:${line} published_on: not a date: 2023-13-02 (there is no such day)`,
				`claims.csv:${line} stance: not one of asserts, denies, repeats, corrects: shouts`,
				`claims.csv:${line} url: not a web address: nowhere`,
				"sources.csv:1: unknown column: nmae (did you mean name?)",
				"crossings.csv: missing file, to which crossing_id of incidents.csv (43 cells) points (add the table, or leave the column blank)",
				"interests.csv: file is empty",
			]),
		);
		for (const each of lines) expect(error.message).toContain(each);
	});

	test.each([
		["2023-02-30", "there is no such day"],
		["2023-13-01", "there is no such day"],
		["2023-01-01T10:00", "a time has no place in a day; write 2023-01-01"],
		["1/2/2023", "can be 2023-02-01 or 2023-01-02; write YYYY-MM-DD"],
		["2023-05", "no day in it; give the first day of the span, and date_precision month"],
		["1-May-24", "write 2024-05-01"],
		["May 1, 2024", "write 2024-05-01"],
		// Nowruz of 1402 was on 21 March 2023, of 1403 on 20 March 2024.
		["1402/01/01", "a Solar Hijri date? 1402-01-01 is 2023-03-21 (Gregorian)"],
		["۱۴۰۳/۰۱/۰۱", "a Solar Hijri date? 1403-01-01 is 2024-03-20 (Gregorian)"],
		["٢٠٢٤-٠٥-٠١", "written in Arabic digits; write 2024-05-01"],
		["2567-05-01", "not a year of 1900 to 2199; write the Gregorian day"],
		["NA", "leave it blank where it is not known"],
		["soon", "write YYYY-MM-DD"],
	])("the date %s is refused, and what is likely meant is said", (day, hint) => {
		const { folder, append } = scratchData();
		const line = append("claims.csv", { claim_id: "new.c0", published_on: day });
		expect(problemsOf(folder)).toEqual([`claims.csv:${line} published_on: not a date: ${day} (${hint})`]);
	});

	test.each([
		["2023/01/05", "2023-01-05"],
		["2023/1/5", "2023-01-05"],
		["2023-1-5", "2023-01-05"],
		["5.1.2023", "2023-01-05"],
	])("the date %s can be only one day and is read", (written, day) => {
		const { folder, append } = scratchData();
		append("claims.csv", { claim_id: "new.c0", published_on: written });
		const { dossier, problems, notes } = loadDossier(folder, { onProblem: "report" });
		expect([problems, dossier.claims.find((row) => row.claim_id === "new.c0")?.published_on]).toEqual([[], day]);
		expect(notes).toEqual([expect.stringMatching(/^claims\.csv: read with dates as /)]);
	});

	test("a table that cannot be read whole is one problem, not an orphan for every row that points to it", () => {
		for (const spoil of [
			(file: string) => rmSync(file),
			(file: string) => {
				rmSync(file);
				mkdirSync(file);
			},
			(file: string) => writeFileSync(file, Uint8Array.from([0x73, 0xe9, 0x0a])),
			(file: string) => writeFileSync(file, readFileSync(file, "utf8").replace(/^source_id,/, "id,")),
			(file: string) => writeFileSync(file, `${readFileSync(file, "utf8")}a,"b\n`),
		]) {
			const { folder, path } = scratchData();
			spoil(path("sources.csv"));
			const problems = problemsOf(folder);
			expect(problems.length).toBeLessThanOrEqual(2);
			for (const each of problems) expect(each).toMatch(/^sources\.csv/);
		}
	});

	test("a ragged row keeps its id: what points to it is no orphan", () => {
		const { folder, edit } = scratchData();
		edit("sources.csv", (text) => text.replace(/^irna,[^\n]*/m, "irna,IRNA"));
		expect(problemsOf(folder)).toEqual([expect.stringMatching(/^sources\.csv:\d+: row has 2 cells, the header 9$/)]);
	});

	test("a row with a bad cell is still checked against the other tables, in the same report", () => {
		const { folder, append } = scratchData();
		const line = append("claims.csv", { claim_id: "x", stance: "shouts", source_id: "gone", value: "maybe" });
		expect(problemsOf(folder)).toEqual([
			`claims.csv:${line} stance: not one of asserts, denies, repeats, corrects: shouts`,
			`claims.csv:${line} source_id: not in sources.csv: gone`,
			`claims.csv:${line} value: not true or false: maybe`,
		]);
	});

	test("problems come in the order of the files, and from top to bottom in each", () => {
		const { folder, edit, append } = scratchData();
		const last = append("crossings.csv", { crossing_id: "x", lat: "0" });
		edit("crossings.csv", (text) => text.replace(/^islam-qala-dogharun,[^,]*/m, "islam-qala-dogharun,"));
		const orphan = append("sources.csv", { source_id: "x", parent_id: "gone" });
		const places = loadDossier(folder, { onProblem: "report" }).problems.map(({ file, line }) => `${file}:${line}`);
		expect(places).toEqual([
			`sources.csv:${orphan}`,
			expect.stringMatching(/^crossings\.csv:[2-4]$/),
			`crossings.csv:${last}`,
		]);
	});

	test("of a hundred thousand problems of a kind, 1,000 are kept, 20 are printed and all are counted", () => {
		const { folder, edit } = scratchData();
		edit("verdict_basis.csv", (text) => text + "!,!\n".repeat(100_000));
		const { problems } = loadDossier(folder, { onProblem: "report" });
		expect(problems).toHaveLength(2_000);
		expect(problems.map(({ more = 0 }) => more).filter((more) => more > 0)).toEqual([99_000, 99_000]);
		const lines = errorOf(folder).message.split("\n");
		expect(lines[0]).toBe(`200000 problems in ${folder}`);
		expect(lines).toHaveLength(1 + 2 * 21);
		expect(lines.filter((line) => line === "verdict_basis.csv: and 99980 more of this kind")).toHaveLength(2);
	});

	test("a row set aside is reported once: no row that points to it is called an orphan", () => {
		const { folder, edit } = scratchData();
		edit("sources.csv", (text) => text.replace(/^irna,([^\n]*),state_media,/m, "irna,$1,stately_media,"));
		expect(problemsOf(folder)).toHaveLength(1);
		expect(problemsOf(folder)[0]).toMatch(/^sources\.csv:\d+ kind: not one of .*: stately_media$/);
		expect(loadDossier(folder, { onProblem: "report" }).dossier.sources).toHaveLength(loadDossier().sources.length - 1);
	});

	test.each([
		["sources.csv", { source_id: "fars" }, /source_id: already on line \d+: fars$/],
		["sources.csv", { source_id: "x-new", parent_id: "x-new" }, /parent_id: leads back to the source itself: x-new$/],
		["sources.csv", { source_id: "x-new", parent_id: "nobody" }, /parent_id: not in sources\.csv: nobody$/],
		["sources.csv", { source_id: "x-new", collective: "yes" }, /collective: not true or false: yes \(write true\)$/],
		["sources.csv", { source_id: "x-new", country: "Iran" }, /country: not a country code of two capitals: Iran$/],
		["incidents.csv", { incident_id: "x", date_end: "2021-07-01" }, /date_end: before date_start: 2021-07-01$/],
		["incidents.csv", { incident_id: "x", lat: "52.5" }, /lat: outside the box of af-ir, 29\.3 to 36: 52\.5$/],
		["incidents.csv", { incident_id: "x", lat: "95" }, /lat: not within -90 to 90: 95$/],
		["incidents.csv", { incident_id: "x", lat: "" }, /lon: lat and lon must both be given or both be blank$/],
		["incidents.csv", { incident_id: "x", crossing_id: "none" }, /crossing_id: not in crossings\.csv: none$/],
		["incidents.csv", { incident_id: "x", date_start: "2019-01-01", date_end: "" }, /date_start: outside the observed/],
		["incidents.csv", { incident_id: "" }, /incident_id: must not be blank$/],
		[
			"incidents.csv",
			{ incident_id: "x", place: " Kang" },
			/place: begins or ends with a space: {2}Kang \(U\+0020 \(space\) before it\)$/,
		],
		["propositions.csv", { proposition_id: "x", verdict_value: "12" }, /verdict_value: not true or false: 12$/],
		[
			"propositions.csv",
			{ proposition_id: "x", verdict_value: "" },
			/verdict_value: must not be blank where .* confirmed$/,
		],
		["propositions.csv", { proposition_id: "x", categories: "a|b" }, /categories: must be blank for a boolean: a\|b$/],
		[
			"propositions.csv",
			{ proposition_id: "x", verdict_status: "contested" },
			/verdict_decided_on: must be blank where/,
		],
		[
			"propositions.csv",
			{ proposition_id: "x", verdict_decided_on: "2021-07-01" },
			/verdict_decided_on: before the inci/,
		],
		["claims.csv", { claim_id: "x", value: "maybe" }, /value: not true or false: maybe$/],
		["claims.csv", { claim_id: "x", value_min: "3" }, /value_min: must be blank for a boolean: 3$/],
		["claims.csv", { claim_id: "x", proposition_id: "gone" }, /proposition_id: not in propositions\.csv: gone$/],
		["claims.csv", { claim_id: "x", reported_by: "gone" }, /reported_by: not in sources\.csv: gone$/],
		[
			"verdict_basis.csv",
			{ claim_id: "2021-12-01-kang-shaghalak-armed-clash.occurred.c01" },
			/belongs to another prop/,
		],
		["interests.csv", { value: "higher" }, /value: not true or false: higher$/],
		["interests.csv", {}, /value: already on line 2: /],
		["observation.csv", {}, /observation\.csv:\d+: more than one window$/],
		[
			"propositions.csv",
			{ proposition_id: "x", verdict_status: "refuted", verdict_value: "true" },
			/verdict_value: must be false where the verdict is refuted: true$/,
		],
		[
			"propositions.csv",
			{ proposition_id: "x", verdict_status: "refuted", type: "count", verdict_value: "2" },
			/verdict_status: not for a count, whose values are confirmed or not: refuted$/,
		],
		["crossings.csv", { crossing_id: "x", lon: "52" }, /lon: outside the box of af-ir, 59\.5 to 63\.5: 52$/],
		["crossings.csv", { crossing_id: "x", lat: "-0" }, /lat: not a number: -0 \(write 0\)$/],
		["crossings.csv", { crossing_id: "x", lat: "3e1" }, /lat: not a number: 3e1 \(write 30\)$/],
		[
			"crossings.csv",
			{ crossing_id: "x", lat: "۳۱" },
			/lat: not a number: ۳۱ \(written in Persian digits; write 31\)$/,
		],
		["stretches.csv", { stretch_id: "x", mid_lat: "40" }, /mid_lat: outside the box of af-ir, 29\.3 to 36: 40$/],
		["sources.csv", { source_id: "x", url: "javascript:alert(1)" }, /url: not a web address: javascript:alert\(1\)$/],
		["sources.csv", { source_id: "X y" }, /source_id: not an id of small letters, digits, - _ \.: X y$/],
		["sources.csv", { source_id: "x", name: "a\0b" }, /name: holds a control character: a\\u0000b$/],
		["sources.csv", { source_id: "x", name: "a\u202eb" }, /name: holds a character that overrides the direction/],
		["sources.csv", { source_id: "x", name: "\u200b" }, /name: begins or ends with a space/],
		["sources.csv", { source_id: "x", note: "x".repeat(10_001) }, /note: longer than 10000 characters: xxx/],
		["stretches.csv", { length_km: "long", stretch_id: "x" }, /length_km: not a number: long$/],
	])("%s with %j has that one problem", (file, cells, expected) => {
		const { folder, append } = scratchData();
		const line = append(file, cells as Record<string, string>);
		const problems = problemsOf(folder);
		expect(problems).toHaveLength(1);
		expect(problems[0]).toMatch(expected);
		expect(problems[0]).toContain(`${file}:${line}`);
	});

	test.each([
		[{ value: "5", value_min: "6", value_max: "" }, "value: below value_min 6: 5"],
		[{ value: "9", value_min: "", value_max: "8" }, "value: above value_max 8: 9"],
		[{ value: "", value_min: "9", value_max: "8" }, "value_max: below value_min 9: 8"],
		[{ value: "2.5", value_min: "", value_max: "" }, "value: not a whole number below 1000000000: 2.5"],
		[{ value: "1234567890", value_min: "", value_max: "" }, "value: not a whole number below 1000000000: 1234567890"],
		[{ value: "1e3", value_min: "", value_max: "" }, "value: not a whole number below 1000000000: 1e3"],
		[{ value: "۱۲", value_min: "", value_max: "" }, "value: not a whole number below 1000000000: ۱۲"],
		[{ value: "007", value_min: "", value_max: "" }, "value: not a whole number below 1000000000: 007"],
		[{ value: "-1", value_min: "", value_max: "" }, "value: not a whole number below 1000000000: -1"],
	])("a count claimed as %j is refused", (cells, expected) => {
		const { folder, append } = scratchData();
		const count = loadDossier().propositions.find(({ type }) => type === "count");
		append("claims.csv", { claim_id: "x", proposition_id: count?.proposition_id ?? "", ...cells });
		expect(problemsOf(folder)).toEqual([expect.stringContaining(expected)]);
	});

	test.each([
		["", "not JSON in UTF-8"],
		["{}", "not a FeatureCollection with one LineString of [longitude, latitude]"],
		[
			'{"features":[{"geometry":{"type":"LineString","coordinates":[[61,30],[61,31]]}}]}',
			"must run from north to south",
		],
		[
			'{"features":[{"geometry":{"type":"LineString","coordinates":[[61,35],[52,31]]}}]}',
			"leaves the box of af-ir at 52, 31",
		],
	])("a border line written as %j is refused", (text, reason) => {
		const { folder, path } = scratchData();
		writeFileSync(path("border.geojson"), text);
		expect(problemsOf(folder)).toEqual([`border.geojson: ${reason}`]);
	});

	test("a hostile name is kept as it is written and is no problem", () => {
		const { folder, append } = scratchData();
		append("sources.csv", { source_id: "x-new", name: "<img src=x onerror=alert(1)>" });
		expect(loadDossier(folder).sources.find((row) => row.source_id === "x-new")?.name).toBe(
			"<img src=x onerror=alert(1)>",
		);
	});

	test("a problem stays on one line, whatever the cell holds", () => {
		const { folder, append } = scratchData();
		append("claims.csv", { claim_id: "x", published_on: `${"long ".repeat(40)}\nand\tmore` });
		const [problem = ""] = problemsOf(folder);
		expect(problem).not.toMatch(/[\n\t]/);
		expect(problem.length).toBeLessThan(200);
	});

	test("the fingerprint changes with any byte of any table and with nothing else", () => {
		const { folder, path, edit } = scratchData();
		const before = loadDossier(folder).fingerprint;
		expect(before).toBe(loadDossier().fingerprint);
		expect(before).toMatch(/^[0-9a-f]{12}$/);
		// What is no table does not count, nor does the time of a file.
		edit("README.md", (text) => `${text} `);
		utimesSync(path("claims.csv"), 0, 0);
		expect(loadDossier(folder).fingerprint).toBe(before);
		const files = [...(Object.keys(tables) as TableName[]).map((name) => `${name}.csv`), "border.geojson"];
		const seen = new Set([before]);
		for (const file of files) {
			const whole = readFileSync(path(file));
			// One more line end at the end of the table: the least that a byte can change.
			edit(file, (text) => `${text}\n`);
			const { fingerprint } = loadDossier(folder);
			expect(seen, file).not.toContain(fingerprint);
			seen.add(fingerprint);
			writeFileSync(path(file), whole);
			expect(loadDossier(folder).fingerprint, file).toBe(before);
		}
	});

	test("a folder that is not there, or is a file, is one problem and not eleven", () => {
		const { folder } = scratchData();
		expect(problemsOf(`${folder}/nowhere`)).toEqual([`${folder}/nowhere: no such folder`]);
		const file = `${folder}/claims.csv`;
		expect(problemsOf(file)).toEqual([`${file}: is a file: give the folder that holds the tables`]);
	});
});
