import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { withDuckDb } from "../../src/engine/duckdb.js";
import { command } from "../command/here.js";
import { scratchFolder } from "../scratch.js";
import { acledText } from "./acled-rows.js";
import { eventLine } from "./gdelt-rows.js";

const sound: Readonly<Record<string, string>> = {
	ucdp: readFileSync(fileURLToPath(new URL("../fixtures/ucdp-ged-23.1/events.csv", import.meta.url)), "utf8"),
	acled: acledText(),
	gdelt: `${eventLine({ id: "1" })}\n`,
};

/** Runs an import of a file with this content, which must fail and leave nothing in its folder but the file. */
async function refused(format: string, content: string | Uint8Array, ...words: string[]) {
	const folder = scratchFolder();
	writeFileSync(join(folder, "file"), content);
	const result = await command("import", format, join(folder, "file"), "--out", join(folder, "out"), ...words);
	expect(readdirSync(folder)).toEqual(["file"]);
	return result;
}

describe.each(Object.keys(sound))("%s", (format) => {
	const text = sound[format] as string;

	test("an empty file, another encoding, a folder or no file: an error in words, and nothing is written", async () => {
		expect(await refused(format, "")).toMatchObject({ code: 1, err: "file: file is empty\nnothing was written" });
		const windows = Buffer.concat([Buffer.from(text), Buffer.from([0x4e, 0xee, 0x6d])]);
		const { code, err } = await refused(format, windows);
		expect([code, err]).toEqual([1, expect.stringMatching(/^file:\d+: not UTF-8, the table was not read: byte 0xee/)]);
		const folder = scratchFolder();
		for (const [path, reason] of [
			[folder, "is a folder, not a file"],
			[join(folder, "none.csv"), "missing file"],
		] as const)
			expect(await command("import", format, path, "--out", join(folder, "out"))).toMatchObject({
				code: 1,
				err: `${path}: ${reason}\nnothing was written`,
			});
		expect(existsSync(join(folder, "out"))).toBe(false);
	});

	test("a folder with files stays as it is", async () => {
		const folder = scratchFolder();
		mkdirSync(join(folder, "out"));
		writeFileSync(join(folder, "out", "mine.txt"), "mine");
		writeFileSync(join(folder, "file"), text);
		const { code, err } = await command("import", format, join(folder, "file"), "--out", join(folder, "out"));
		expect([code, err]).toEqual([1, expect.stringContaining("out is not empty: it holds 1 file; nothing was written")]);
		expect(readdirSync(join(folder, "out"))).toEqual(["mine.txt"]);
	});
});

describe.each(["ucdp", "acled"])("%s", (format) => {
	const text = sound[format] as string;
	const [header = ""] = text.split("\n", 1);

	test("a missing column is named, with the nearest one and all that there are", async () => {
		const { code, err } = await refused(format, text.replace("latitude", "lattitude"));
		expect(code).toBe(1);
		expect(err).toMatch(/^file: missing column: latitude \(did you mean lattitude\?\); the columns there are: /);
		for (const name of header.split(",").slice(1, 5)) expect(err).toContain(name);
	});

	test("cells parted by bars, or a file of something else", async () => {
		const bars = await refused(format, text.replaceAll(",", "|"));
		expect([bars.code, bars.err]).toEqual([
			1,
			"file: its cells are separated by |; save it with commas, semicolons or tabs\nnothing was written",
		]);
		const other = await refused(format, "name,age\nA,3\n");
		expect(other.err).toContain("the columns there are: name, age");
		expect((await refused(format, "PK\u0003\u0004")).err).toContain("a workbook or another ZIP file, not a text file");
	});

	test("a quote that is never closed", async () => {
		const { err } = await refused(format, `${text}\n"open`);
		expect(err).toMatch(/^file:\d+: .*quote/);
	});

	test("Parquet that is none, or without a column", async () => {
		expect((await refused(format, "PAR1 and nothing more")).err).toContain(
			"file: a Parquet file that cannot be read: ",
		);
		const path = join(scratchFolder(), "two.parquet");
		await withDuckDb(({ run }) => run(`COPY (SELECT 1 AS lattitude, 2 AS "other one") TO '${path}' (FORMAT parquet)`));
		expect((await refused(format, readFileSync(path))).err).toContain("the columns there are: lattitude, other one");
	});
});

test("wrong words are named with those that are known", async () => {
	const { ucdp = "" } = sound;
	expect(await refused("ucpd", ucdp)).toMatchObject({
		code: 2,
		err: "unknown format: ucpd (did you mean ucdp?)",
	});
	expect((await refused("ucdp", ucdp, "--within", "far")).err).toContain(
		"--within must be above 0 and at most 1000 km: far",
	);
	expect((await refused("ucdp", ucdp, "--from", "1/5/2024")).err).toContain("--from must be a day, such as 2023-01-01");
	expect((await refused("ucdp", ucdp, "--from", "2024-01-02", "--to", "2024-01-01")).err).toContain(
		"--from 2024-01-02 is after --to 2024-01-01",
	);
	expect((await refused("ucdp", ucdp, "--from", "2024-01-02")).err).toContain(
		"the rows end on 2022-09-21, before --from 2024-01-02",
	);
	expect((await refused("ucdp", ucdp, "--border", "none.geojson")).err).toContain("none.geojson: missing file");
	expect((await refused("ucdp", ucdp, "--kinds", "none.csv")).err).toContain("none.csv: missing file");
});
