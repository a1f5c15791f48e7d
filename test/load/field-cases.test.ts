import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadDossier } from "../../src/index.js";
import { problemLine } from "../../src/load/problem.js";
import { fieldCase } from "../field-case.js";
import { scratchData } from "../scratch.js";

const loadCase = (name: string) => {
	const { dossier, problems, notes } = loadDossier(fieldCase(name), { onProblem: "report" });
	return { dossier, problems: problems.map(problemLine), notes };
};
/** What a new folder holds, before anybody opened it in a spreadsheet. */
const untouched = () => loadDossier(fieldCase());
const withoutFingerprint = <Data extends { fingerprint: string }>({ fingerprint: _, ...rows }: Data) => rows;

describe("files as people have them", () => {
	test.each([
		["15", "semicolon-separated"],
		["16", "UTF-16, CR LF line ends, tab-separated"],
		["16-tabs", "tab-separated"],
		["18", "without 40 blank rows and 2 blank columns"],
		["19", "with TRUE and FALSE in capitals"],
		["21", "UTF-8 with a byte order mark, CR LF line ends"],
		["23", 'with the columns "Incident_ID" for incident_id, "date_start " for date_start, "Kind" for kind'],
	])("case %s gives the rows that it had before the spreadsheet, and says: %s", (name, note) => {
		const { dossier, problems, notes } = loadCase(name);
		expect(problems).toEqual([]);
		expect(withoutFingerprint(dossier)).toEqual(withoutFingerprint(untouched()));
		expect(notes.some((each) => each.endsWith(note) || each.includes(`${note} `))).toBe(true);
		// One line for all files that are written alike.
		expect(notes.length).toBeLessThanOrEqual(4);
	});

	test("case 15 names decimal commas and the order of dates, at the tables that have them", () => {
		const form = "read as UTF-8 with a byte order mark, CR LF line ends, semicolon-separated";
		expect(loadCase("15").notes).toEqual([
			`sources.csv, propositions.csv, verdict_basis.csv and interests.csv: ${form}`,
			`incidents.csv: ${form} with dates as DD.MM.YYYY and decimal commas`,
			`claims.csv and observation.csv: ${form} with dates as DD.MM.YYYY`,
			`crossings.csv, stretches.csv and places.csv: ${form} with decimal commas`,
		]);
	});

	test("case 21: a byte order mark and CR LF leave the fingerprint as it was", () => {
		expect(loadCase("21").dossier.fingerprint).toBe(untouched().fingerprint);
	});

	test("case 05: one province, however its name is encoded", () => {
		const { dossier, problems, notes } = loadCase("05");
		expect(problems).toEqual([]);
		expect(dossier.incidents.map(({ af_province }) => af_province)).toEqual(Array(6).fill("Nimr\u016bz"));
		expect(notes).toEqual([
			'incidents.csv af_province: "Nimru\u0304z" (letters and accents apart, NFD) read as "Nimr\u016bz", 2 cells, the first on line 5',
			'incidents.csv af_province: "Nimr\u016b\\u200cz" (U+200C (zero-width non-joiner) inside) read as "Nimr\u016bz", line 7',
		]);
	});

	test("case 20: no day is guessed, and each form is named", () => {
		expect(loadCase("20").problems).toEqual([
			"incidents.csv:2 date_start: not a date: 01/05/2024 (can be 2024-05-01 or 2024-01-05; write YYYY-MM-DD)",
			"incidents.csv:3 date_start: not a date: 13/05/2024 (write 2024-05-13)",
			"incidents.csv:4 date_start: not a date: 5/1/24 (can be 2024-01-05 or 2024-05-01; write YYYY-MM-DD)",
			"incidents.csv:5 date_start: not a date: 45413 (a spreadsheet's number of a day? 45413 is 2024-05-01)",
			"incidents.csv:6 date_start: not a date: 2024-05-01 00:00:00 (a time has no place in a day; write 2024-05-01)",
		]);
	});

	test("case 22: a space that nobody sees is shown, and makes no second province", () => {
		const { problems, notes } = loadCase("22");
		expect(problems).toEqual([
			'incidents.csv:2 lat: not a number: 32.5\\u00a0 ("32.5" and U+00A0 (no-break space) after it; write 32.5)',
		]);
		expect(notes).toEqual([
			'incidents.csv af_province: "Example\\u00a0Province" (U+00A0 (no-break space) inside) read as "Example Province", line 2',
		]);
	});

	test("case 25: a Solar Hijri date is recognised and the Gregorian day suggested", () => {
		const hint = "1403-02-12 (a Solar Hijri date? 1403-02-12 is 2024-05-01 (Gregorian))";
		expect(loadCase("25").problems).toEqual([
			`incidents.csv:2 date_start: not a date: ${hint}`,
			`incidents.csv:2 date_end: not a date: ${hint}`,
		]);
	});

	test("case 26: Persian digits are named and the value to write is given", () => {
		expect(loadCase("26").problems).toEqual([
			"incidents.csv:2 date_start: not a date: ۲۰۲۴-۰۵-۰۱ (written in Persian digits; write 2024-05-01)",
			"incidents.csv:2 lat: not a number: ۳۲٫۵ (written in Persian digits; write 32.5)",
		]);
	});

	test("case 01: tables with CR LF give the same rows and the same fingerprint as with LF", () => {
		const { folder, edit } = scratchData();
		const files = ["sources", "incidents", "propositions", "claims", "verdict_basis", "interests"].map(
			(n) => `${n}.csv`,
		);
		for (const file of [...files, "border.geojson"]) edit(file, (text) => text.replaceAll("\n", "\r\n"));
		const { dossier, problems } = loadDossier(folder, { onProblem: "report" });
		expect(problems).toEqual([]);
		expect(dossier).toEqual(loadDossier());
	});
});

describe("forms that nobody reported yet", () => {
	const withIncident = (cells: Readonly<Record<string, string>>) => {
		const { folder, append } = scratchData();
		const line = append("incidents.csv", { incident_id: "x", ...cells });
		const { dossier, problems, notes } = loadDossier(folder, { onProblem: "report" });
		return {
			incident: dossier.incidents.find((row) => row.incident_id === "x"),
			problems: problems.map(problemLine),
			notes,
			line,
		};
	};

	test.each([
		["letter case", "NIMROZ"],
		["a left-to-right mark", "Nimroz\u200e"],
		["a soft hyphen", "Nim\u00adroz"],
	])("a province that differs only by %s is the known one", (_, written) => {
		const { incident, problems, notes } = withIncident({ af_province: written });
		expect([problems, incident?.af_province]).toEqual([[], "Nimroz"]);
		expect(notes).toEqual([expect.stringContaining('read as "Nimroz"')]);
	});

	test("Arabic and Persian yeh and kaf make one place", () => {
		const { folder, append } = scratchData();
		for (const [id, place] of Object.entries({ x1: "کنگی", x2: "کنگی", x3: "كنگي" }))
			append("incidents.csv", { incident_id: id, place });
		const { incidents } = loadDossier(folder);
		const made = incidents.filter(({ incident_id }) => /^x\d$/.test(incident_id));
		expect(made.map(({ place }) => place)).toEqual(["کنگی", "کنگی", "کنگی"]);
	});

	test("a name without another like it stays as it is written", () => {
		expect(withIncident({ place: "Example\u00a0Post" }).incident?.place).toBe("Example\u00a0Post");
	});

	test("two sources whose names read alike are both kept, and said", () => {
		const { folder, append } = scratchData();
		const name = loadDossier().sources[0]?.name ?? "";
		const line = append("sources.csv", { source_id: "x-new", name: name.toUpperCase().replaceAll(" ", "\u00a0") });
		const { dossier, problems, notes } = loadDossier(folder, { onProblem: "report" });
		expect([problems.length, dossier.sources.length]).toEqual([0, loadDossier().sources.length + 1]);
		expect(notes).toEqual([expect.stringMatching(new RegExp(`on line ${line} reads like that of .* on line 2$`))]);
	});

	test.each([
		["31,5", 31.5],
		// As thousands it would be 31,523 degrees: only a decimal comma can be meant.
		["31,523", 31.523],
	])("the latitude %s is read with a decimal comma", (written, lat) => {
		const { incident, problems, notes } = withIncident({ lat: written, lon: "61.5" });
		expect([problems, incident?.lat]).toEqual([[], lat]);
		expect(notes).toEqual(["incidents.csv: read with decimal commas"]);
	});

	test("a length of 1,234 can be two numbers and is refused", () => {
		const { folder, append } = scratchData();
		append("stretches.csv", { stretch_id: "x", length_km: "1,234" });
		expect(loadDossier(folder, { onProblem: "report" }).problems.map(problemLine)).toEqual([
			expect.stringMatching(
				/length_km: not a number: 1,234 \(can be 1\.234 or 1234; write a decimal point and no comma\)$/,
			),
		]);
	});

	test.each([
		["lat", "NaN", "not a number", "leave it blank where it is not known"],
		["lat", "31.5°", "not a number", "write 31.5"],
		["lat", "31°30'N", "not a number", "write degrees as one number, such as 32.5"],
		["aggregate", "FALSCH", "not true or false", "write false"],
		["aggregate", "falsе", "not true or false", undefined],
		["place", "#REF!", "an error of a spreadsheet", undefined],
		["place", "Kan\ufffd", "holds U+FFFD, which stands for letters lost when a file was saved", undefined],
		[
			"crossing_id",
			"islam-qala-dogharun\u200b",
			"not an id of small letters, digits, - _ .",
			"U+200B (zero-width space) after it",
		],
	])("%s with %s is refused, with what is likely meant", (column, written, reason, hint) => {
		const { problems, line } = withIncident({ [column]: written, ...(column === "lat" ? { lon: "61.5" } : {}) });
		const shown = written.replace("\u200b", "\\u200b");
		const expected = `incidents.csv:${line} ${column}: ${reason}: ${shown}${hint === undefined ? "" : ` (${hint})`}`;
		expect(problems).toEqual([expected]);
	});

	test("counts of a data frame, 12.0, are counts; thousands with a mark are refused", () => {
		const count = loadDossier().propositions.find(({ type }) => type === "count")?.proposition_id ?? "";
		const { folder, append } = scratchData();
		append("claims.csv", { claim_id: "x1", proposition_id: count, value: "12.0" });
		const line = append("claims.csv", { claim_id: "x2", proposition_id: count, value: "1,000" });
		const { dossier, problems } = loadDossier(folder, { onProblem: "report" });
		expect(dossier.claims.find(({ claim_id }) => claim_id === "x1")?.value).toBe(12);
		expect(problems.map(problemLine)).toEqual([
			`claims.csv:${line} value: not a whole number below 1000000000: 1,000 (write 1000 if the mark parts thousands)`,
		]);
	});

	test("a border line with a byte order mark and CR LF is read", () => {
		const { folder, path } = scratchData();
		writeFileSync(
			path("border.geojson"),
			`\uFEFF${readFileSync(path("border.geojson"), "utf8").replaceAll("\n", "\r\n")}`,
		);
		expect(loadDossier(folder)).toEqual(loadDossier());
	});
});
