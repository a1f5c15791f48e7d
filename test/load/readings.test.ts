import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { dossierFingerprint, loadDossier } from "../../src/load/dossier.js";
import { filterDossier } from "../../src/load/filter.js";
import { problemLine } from "../../src/load/problem.js";
import { coarsenDossier } from "../../src/location/coarsen.js";
import { scratchData } from "../scratch.js";
import { readingsOfSix } from "../six-readings.js";

const fixture = fileURLToPath(new URL("../fixtures/six-incidents", import.meta.url));
const problemsOf = (folder: string) => loadDossier(folder, { onProblem: "report" }).problems.map(problemLine);

/** The six invented incidents with a table of readings. */
function withReadings(text = readingsOfSix) {
	const data = scratchData(fixture);
	writeFileSync(data.path("readings.csv"), text);
	return data;
}

// The files of the fingerprint in their order, as it was before there were readings.
const files = [
	"sources.csv",
	"incidents.csv",
	"propositions.csv",
	"claims.csv",
	"verdict_basis.csv",
	"interests.csv",
	"crossings.csv",
	"stretches.csv",
	"places.csv",
	"observation.csv",
];

function fingerprintOf(names: readonly string[], path: (file: string) => string): string {
	const hash = createHash("sha256");
	for (const name of names) {
		const content = readFileSync(path(name));
		hash.update(`${name}\0${content.length}\0`).update(content);
	}
	return hash.digest("hex").slice(0, 12);
}

describe("readings.csv is optional", () => {
	test("without the file a folder loads with no reading and the fingerprint of the other files", () => {
		const { folder, path } = scratchData(fixture);
		const { dossier, problems } = loadDossier(folder, { onProblem: "report" });
		expect(problems).toEqual([]);
		expect(dossier.readings).toEqual([]);
		expect(dossier.fingerprint).toBe(fingerprintOf([...files, "border.geojson"], path));
		expect(dossierFingerprint(folder)).toBe(dossier.fingerprint);
	});

	test("with the file, every row is read by the type of its question, and the file is in the fingerprint", () => {
		const { folder, path } = withReadings();
		const { readings, fingerprint } = loadDossier(folder);
		expect(readings).toHaveLength(9);
		const of = (id: string, by: string) =>
			readings.find(({ proposition_id, reader }) => proposition_id === id && reader === by);
		expect(of("a.killed_iran", "reader-2")).toEqual({
			proposition_id: "a.killed_iran",
			reader: "reader-2",
			verdict_status: "unresolved",
			verdict_value: 9,
			verdict_confidence: "low",
			read_on: "2022-09-02",
		});
		expect(of("c.closed", "reader-1")).toMatchObject({ verdict_value: true, verdict_confidence: null, read_on: null });
		expect(fingerprint).toBe(fingerprintOf([...files, "readings.csv", "border.geojson"], path));
		expect(dossierFingerprint(folder)).toBe(fingerprint);
	});

	test("a header alone is no reading; a folder of that name is a problem", () => {
		const { folder, path } = withReadings(`${readingsOfSix.split("\n")[0]}\n`);
		expect(loadDossier(folder).readings).toEqual([]);
		rmSync(path("readings.csv"));
		mkdirSync(path("readings.csv"));
		expect(problemsOf(folder)).toEqual(["readings.csv: is a folder, not a file"]);
	});
});

test.each([
	["a.gone,reader-1,confirmed,true,,", "readings.csv:11 proposition_id: not in propositions.csv: a.gone"],
	["d.occurred,reader-1,refuted,false,,", "readings.csv:11 reader: already on line 10: d.occurred reader-1"],
	[
		"d.occurred,Reader 2,refuted,false,,",
		"readings.csv:11 reader: not an id of small letters, digits, - _ .: Reader 2",
	],
	["d.occurred,,refuted,false,,", "readings.csv:11 reader: must not be blank"],
	[
		"d.occurred,reader-2,refuted,true,,",
		"readings.csv:11 verdict_value: must be false where the verdict is refuted: true",
	],
	["d.occurred,reader-2,refuted,3,,", "readings.csv:11 verdict_value: not true or false: 3"],
	[
		"d.occurred,reader-2,confirmed,,,",
		"readings.csv:11 verdict_value: must not be blank where the verdict is confirmed",
	],
	["f.initiator,reader-2,confirmed,gang,,", "readings.csv:11 verdict_value: not one of band, guards: gang"],
	[
		"f.initiator,reader-2,refuted,band,,",
		"readings.csv:11 verdict_status: not for a category, whose values are confirmed or not: refuted",
	],
	[
		"d.occurred,reader-2,open,false,,",
		"readings.csv:11 verdict_status: not one of confirmed, refuted, announced, contested, unresolved: open",
	],
	[
		"d.occurred,reader-2,refuted,false,sure,",
		"readings.csv:11 verdict_confidence: not one of high, moderate, low: sure",
	],
	[
		"d.occurred,reader-2,refuted,false,,2022-02-30",
		"readings.csv:11 read_on: not a date: 2022-02-30 (there is no such day)",
	],
])("a reading that does not fit is a problem at its cell: %s", (row, problem) => {
	expect(problemsOf(withReadings(`${readingsOfSix}${row}\n`).folder)).toEqual([problem]);
});

test("a filter keeps the readings of the questions that it keeps", () => {
	const dossier = loadDossier(withReadings().folder);
	const { readings } = filterDossier(dossier, { kind: "armed_clash" });
	expect(readings.map(({ proposition_id }) => proposition_id)).toEqual([
		"a.killed_iran",
		"a.killed_iran",
		"a.occurred",
		"a.occurred",
	]);
});

test("a coarsened dossier keeps every reading under the new names: question, reader, answer", () => {
	const dossier = loadDossier(withReadings(`${readingsOfSix}f.initiator,upper-post-coder,contested,band,,\n`).folder);
	const coarse = coarsenDossier(dossier, 0.25);
	expect(coarse.readings).toHaveLength(10);
	const questions = new Map(coarse.propositions.map((row) => [row.proposition_id, row]));
	for (const { proposition_id } of coarse.readings) expect(questions.has(proposition_id)).toBe(true);
	const last = coarse.readings[9];
	expect(last).toMatchObject({ reader: "reader-0003", verdict_status: "contested" });
	expect(questions.get(last?.proposition_id ?? "")?.categories).toContain(last?.verdict_value);
	expect(JSON.stringify(coarse.readings)).not.toContain("band");
});
