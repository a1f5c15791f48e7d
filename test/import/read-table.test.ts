import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { tableFiles } from "../../src/command/table-text.js";
import { nearBorder } from "../../src/import/near-border.js";
import { plainCell, webAddress } from "../../src/import/plain-text.js";
import { readTable, type SourceRow } from "../../src/import/read-table.js";
import { TableBuilder } from "../../src/import/table-builder.js";
import { degrees, isoDay } from "../../src/import/written-cells.js";
import { loadDossier } from "../../src/load/dossier.js";
import type { Source } from "../../src/records/records.js";
import { ownData, scratchFolder } from "../scratch.js";

const ucdp = fileURLToPath(new URL("../fixtures/ucdp-ged-23.1/events.csv", import.meta.url));

async function rowsOf(file: string, most?: number): Promise<SourceRow["cells"][]> {
	const rows: SourceRow["cells"][] = [];
	const wanted = { needed: ["id", "best"], optional: ["source_original", "nowhere"] };
	await readTable(file, wanted, ({ cells }) => rows.push(cells), most);
	return rows;
}

test("a file that is too large to be read at once gives the same rows through DuckDB, line breaks in cells among them", async () => {
	const rows = await rowsOf(ucdp);
	expect(rows).toHaveLength(40);
	expect(rows.some(({ source_original }) => source_original?.includes("\n"))).toBe(true);
	expect(await rowsOf(ucdp, 1000)).toEqual(rows);
});

test("its problems are named as those of a small one", async () => {
	const path = join(scratchFolder(), "large.csv");
	writeFileSync(path, "id;bests\n1;2\n");
	await expect(rowsOf(path, 1)).rejects.toThrow("large.csv: missing column: best (did you mean bests?)");
	writeFileSync(path, Buffer.from([0x69, 0x64, 0x2c, 0x62, 0x0a, 0xee, 0x2c, 0x31, 0x0a]));
	await expect(rowsOf(path, 1)).rejects.toThrow("large.csv: cannot be read: ");
});

test("tables are written as the kit's own are: the same bytes where the rows are in the stated order", () => {
	const { observation, ...tables } = loadDossier();
	const files = tableFiles(tables);
	const lines = (text: string) => text.split("\n").sort();
	// Its rows stand by their ids in the file; whether it happened comes first when they are read.
	const questions = readFileSync(join(ownData, "propositions.csv"), "utf8");
	expect(lines(files["propositions.csv"] ?? "")).toEqual(lines(questions));
	for (const name of ["sources", "claims", "verdict_basis", "interests"])
		expect(files[`${name}.csv`] === readFileSync(join(ownData, `${name}.csv`), "utf8"), name).toBe(true);
	expect(files["readings.csv"]).toBeUndefined();
	expect(tableFiles({ observation: [observation] })["incidents.csv"]).toMatch(/^incident_id,date_start,[a-z_,]+\n$/);
});

test("numbers have no exponent, and lists are joined", () => {
	const row = { place_id: "a", other_names: ["b", "c"], lat: 1e-7, lon: -0, precision_km: 2.5, note: null };
	const [, line] = (tableFiles({ places: [row] })["places.csv"] ?? "").split("\n");
	expect(line).toBe("a,,b|c,,,,,,0.0000001,0,,2.5,,");
});

test("near the border: 11.4 km is within 25 km, and not within 11", () => {
	// Event 341759 of UCDP, Ghoryan: measured on a plane in Python (README.md of the fixture).
	const { border } = loadDossier();
	expect([11, 12, 25].map((within) => nearBorder({ border, within })(61.0067, 34.2326))).toEqual([false, true, true]);
	expect(nearBorder({ border: null, within: 1 })(0, 0)).toBe(true);
	// A line near the pole: the box that spares the exact distance must not be too narrow.
	const far = [
		[0, 80],
		[0, 79],
	] as const;
	// 1.1 degrees of longitude are 111.32 km × cos 80° × 1.1 = 21.3 km there.
	expect([21, 22].map((within) => nearBorder({ border: far, within })(1.1, 80))).toEqual([false, true]);
});

test("cells of other programs", () => {
	expect(["2021-12-01", " 2021-12-01T00:00:00Z ", "2021-12-01 00:00:00.000"].map(isoDay)).toEqual(
		Array.from({ length: 3 }, () => "2021-12-01"),
	);
	expect(["2021-02-30", "1399-12-01", "01.12.2021", "2021-12-01x", ""].map(isoDay)).toEqual(Array(5).fill(null));
	expect(["34.5", " -34,25", "+3", "1e1"].map((cell) => degrees(cell, 90))).toEqual([34.5, -34.25, 3, 10]);
	expect(["", " ", "91", "3,4,5", "NaN", "Infinity", "34°"].map((cell) => degrees(cell, 90))).toEqual(
		Array(7).fill(null),
	);
	expect([" a\n b\u200f ", "#REF!", "\u202e", "<b>", null].map(plainCell)).toEqual(["a b", null, null, "<b>", null]);
	expect(["https://a.example/b", "javascript:alert(1)", "http://a b", ""].map(webAddress)).toEqual([
		"https://a.example/b",
		null,
		null,
		null,
	]);
});

test("a source has one row however its name is written; a coded one is taken with its institutions", () => {
	const source = {
		...{ kind: "state_media", country: "IR", alignment: "iran_state", collective: false, url: null, note: null },
	} as Omit<Source, "source_id" | "name" | "parent_id">;
	const known = [
		{ ...source, source_id: "state", name: "State", parent_id: null },
		{ ...source, source_id: "irna", name: "IRNA", parent_id: "state" },
	];
	const builder = new TableBuilder(known);
	expect(
		["IRNA", "irna ", "New Paper", "NEW  PAPER", "State?", "خبر", "خبر"].map((name) => builder.source(name)),
	).toEqual([
		...["irna", "irna", "new-paper", "new-paper", "state-2"],
		...["خبر", "خبر"].map((name) => builder.source(name)),
	]);
	const { sources = [] } = builder.tables({});
	expect(sources.map(({ source_id, kind, parent_id }) => [source_id, kind, parent_id])).toEqual([
		["irna", "state_media", "state"],
		["state", "state_media", null],
		["new-paper", "other", undefined],
		["state-2", "other", undefined],
		[expect.stringMatching(/^source-[0-9a-f]{10}$/), "other", undefined],
	]);
});
