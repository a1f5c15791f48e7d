import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { expect, test } from "vitest";
import { originalSourcesOf } from "../../src/claims/original-source.js";
import { withDuckDb } from "../../src/engine/duckdb.js";
import { ucdp } from "../../src/import/ucdp.js";
import { articlesOf } from "../../src/import/ucdp-sources.js";
import { groupBy } from "../../src/records/group-by.js";
import { scratchFolder } from "../scratch.js";
import { imported, read, reasons, written } from "./folder.js";

// Where the expected numbers come from: README.md beside the file.
const file = fileURLToPath(new URL("../fixtures/ucdp-ged-23.1/events.csv", import.meta.url));
const rows = parse(readFileSync(file, "utf8"), { columns: true }) as Record<string, string>[];

const vague = "with a place known to the province only, or less";
const counted = (cells: readonly string[]) =>
	Object.fromEntries([...groupBy(cells, (cell) => cell)].map(([cell, all]) => [cell, all.length]));

/** A copy of the file with other cells in some rows. */
function changed(change: (row: Record<string, string>, index: number) => Record<string, string>): string {
	const path = join(scratchFolder(), "changed.csv");
	writeFileSync(path, stringify(rows.map(change), { header: true }));
	return path;
}

test("40 events: 4 within 123 km, 23 farther, 13 known to the province only", async () => {
	const { printed, dossier } = await imported("ucdp", [file], "--within", "123");
	expect(printed).toMatchObject({ rows: 40, kept: 4 });
	expect(reasons(printed)).toEqual({ "farther than 123 km from the border": 23, [vague]: 13 });
	expect(dossier.incidents.map((row) => [row.incident_id, row.date_start, row.date_end, row.date_precision])).toEqual([
		["ucdp-170162", "2011-06-07", "2011-06-07", "day"],
		["ucdp-264788", "2018-07-14", "2018-07-14", "day"],
		["ucdp-268807", "2018-10-04", "2018-10-06", "week"],
		["ucdp-341759", "2020-04-29", "2020-04-29", "day"],
	]);
	// where_prec 3, 1, 3, 1.
	expect(dossier.incidents.map(({ geo_precision }) => geo_precision)).toEqual([
		"district",
		"locality",
		"district",
		"locality",
	]);
	expect(dossier.incidents.map(({ af_province, af_district }) => [af_province, af_district])).toEqual([
		["Herat", "Guzara"],
		["Farah", "Farah"],
		["Farah", "Khaki Safed"],
		["Herat", "Ghoryan"],
	]);
	expect(dossier.observation).toMatchObject({ observed_from: "2000-10-07", observed_to: "2022-09-21" });
	expect(dossier.crossings).toHaveLength(3);
	expect(new Set(dossier.propositions.map(({ verdict_status }) => verdict_status))).toEqual(new Set(["unresolved"]));
});

test("an event is told by its article, which repeats whom it names; UCDP repeats the article and gives its own number", async () => {
	const { dossier } = await imported("ucdp", [file], "--within", "25");
	const claims = dossier.claims.map(({ claim_id, source_id, via_source_id, stance, value, published_on }) =>
		[claim_id.replace("ucdp-341759.", ""), source_id, via_source_id, stance, value, published_on].join(" "),
	);
	expect(claims.sort()).toEqual([
		"killed_civilians.c01 ucdp  asserts 0 ",
		"killed_total.c01 ucdp  asserts 2 ",
		"occurred.c01 ny-times  asserts true ",
		"occurred.c02 nytimes-com-feed ny-times repeats true 2020-04-02",
		"occurred.c03 ucdp nytimes-com-feed repeats true ",
	]);
	const originals = dossier.claims
		.filter(({ claim_id }) => claim_id.includes(".occurred."))
		.map(originalSourcesOf(dossier));
	expect(originals).toEqual(["ny-times", "ny-times", "ny-times"]);
	expect(dossier.sources.find(({ source_id }) => source_id === "ny-times")?.collective).toBe(true);
});

test("anywhere: 27 events with 101 deaths, 24 of them of civilians; bounds that contradict are in a note", async () => {
	const result = await read(ucdp, file);
	expect([result.rows, reasons(result)]).toEqual([40, { [vague]: 13 }]);
	const { incidents, claims } = written(result);
	expect(incidents).toHaveLength(27);
	expect(counted(incidents.map(({ kind = "" }) => kind))).toEqual({
		armed_clash: 19,
		armed_group_attack: 7,
		shooting_of_civilians: 1,
	});
	const total = (key: string) =>
		claims.reduce((sum, { claim_id, value }) => sum + (claim_id?.includes(`.${key}.`) ? Number(value) : 0), 0);
	expect([total("killed_total"), total("killed_civilians")]).toEqual([101, 24]);
	expect(claims.find(({ claim_id }) => claim_id === "ucdp-381442.killed_total.c01")).toMatchObject({
		value: "12",
		value_min: "12",
		value_max: "",
		note: "UCDP gives low 12, best 12, high 11.",
	});
});

test("a precision of the day is never finer than UCDP's, nor than the span it gives", async () => {
	const of = async (date_prec: string, date_end: string) => {
		const path = changed((row, index) =>
			index === 0 ? { ...row, date_prec, date_start: "2021-03-01", date_end } : row,
		);
		const [first] = written(await read(ucdp, path)).incidents;
		return `${first?.date_precision} ${first?.aggregate}`;
	};
	expect(await of("1", "2021-03-01")).toBe("day false");
	expect(await of("2", "2021-03-05")).toBe("week false");
	expect(await of("3", "2021-03-07")).toBe("week false");
	// The codes say a few days and a week, the days eleven and fifty.
	expect(await of("2", "2021-03-12")).toBe("month false");
	expect(await of("3", "2021-04-20")).toBe("month true");
	expect(await of("4", "2021-03-31")).toBe("month false");
	expect(await of("5", "2021-08-31")).toBe("month true");
});

test("Parquet, with texts or with types, gives the same tables as CSV", async () => {
	const folder = scratchFolder();
	const files = ["texts.parquet", "types.parquet"].map((name) => join(folder, name));
	await withDuckDb(async ({ run }) => {
		await run(`COPY (SELECT * FROM read_csv('${file}', all_varchar = true)) TO '${files[0]}' (FORMAT parquet)`);
		await run(`COPY (SELECT * FROM read_csv('${file}')) TO '${files[1]}' (FORMAT parquet)`);
	});
	const expected = written(await read(ucdp, file));
	for (const path of files) expect(written(await read(ucdp, path))).toEqual(expected);
});

test("times behind the days, tags in the second row and fewer columns, as the Humanitarian Data Exchange has it", async () => {
	const without = ["relid", "code_status", "conflict_dset_id", "where_description"];
	const path = changed((row) =>
		Object.fromEntries(
			Object.entries({
				...row,
				date_start: `${row.date_start} 00:00:00.000`,
				date_end: `${row.date_end} 00:00:00.000`,
			}).filter(([name]) => !without.includes(name)),
		),
	);
	const [header = "", ...rest] = readFileSync(path, "utf8").split("\n");
	const tags = header.split(",").map((name) => `#${name}`);
	writeFileSync(path, [header, tags.join(","), ...rest].join("\n"));
	const result = await read(ucdp, path);
	expect([result.rows, reasons(result)]).toEqual([41, { [vague]: 13, "that is a row of HXL tags, no event": 1 }]);
	expect(written(result)).toEqual(written(await read(ucdp, file)));
});

test("a file read twice adds nothing, and every row that cannot be used has its reason", async () => {
	const twice = await read(ucdp, file, file);
	expect([twice.rows, reasons(twice)]).toEqual([80, { "with an id that was read already": 27, [vague]: 26 }]);
	const path = changed((row, index) => {
		const spoilt = [
			{ id: "" },
			{ date_start: "1/5/2024" },
			{ where_prec: "9" },
			{ latitude: "" },
			{ date_prec: "0" },
			{ type_of_violence: "4" },
			{ longitude: "181" },
		][index];
		return { ...row, ...(spoilt && { where_prec: "1", ...spoilt }) };
	});
	const { dropped } = await read(ucdp, path);
	const faults = dropped.filter(({ reason }) => reason !== vague);
	expect(reasons({ dropped: faults })).toEqual({
		"without a point": 2,
		"without an id in digits": 1,
		"without a first day as YYYY-MM-DD": 1,
		"without a precision of place from 1 to 7": 1,
		"without a precision of the day from 1 to 5": 1,
		"of a type that is not in the table of kinds": 1,
	});
});

test("--from and --to are the span searched, and what lies outside is counted", async () => {
	const { printed, dossier } = await imported(
		"ucdp",
		[file],
		...["--within", "123", "--from", "2018-01-01", "--to", "2018-12-31"],
	);
	// Counted in Python's csv: of the 40 rows 28 begin before 2018 and 10 after.
	expect(printed.kept).toBe(2);
	expect(reasons(printed)).toEqual({ "before 2018-01-01": 28, "after 2018-12-31": 10 });
	expect(dossier.observation).toMatchObject({ observed_from: "2018-01-01", observed_to: "2018-12-31" });
	expect(dossier.incidents.map(({ incident_id }) => incident_id)).toEqual(["ucdp-264788", "ucdp-268807"]);
});

test("articles: lists of outlets and days, and citations of the time before them", () => {
	const of = (source_article: string, source_office = "", source_date = "", source_headline = "") =>
		articlesOf({ source_article, source_office, source_date, source_headline });
	expect(of("", "VDC;VDC;Agence France Presse", "2012-05-15;2012-05-15;2012-05-16", "a;b;c")).toEqual([
		{ outlet: "VDC", day: "2012-05-15", count: 2, headline: "a" },
		{ outlet: "Agence France Presse", day: "2012-05-16", count: 1, headline: "c" },
	]);
	// A semicolon in a headline: which headline is whose cannot be told. A list of days that is too short: neither.
	expect(of("", "VDC;SOHR", "2012-05-15;2012-05-16", "a;b;c").map(({ day, headline }) => [day, headline])).toEqual([
		["2012-05-15", null],
		["2012-05-16", null],
	]);
	expect(of("", "VDC;SOHR", "2012-05-15").map(({ day }) => day)).toEqual([null, null]);
	const outlets = [
		'AP, 2008-05-29, "3 Afghans killed in Kabul',
		'Xinhua 1 Aug 2013 "4 killed',
		"Reuters060406 /(2)AP 6 April 2006",
		"Afghan Islamic Press news agency, Peshawar, in Pashto 0655 gmt 2 Jan 10",
		"",
	].map((citation) => of(citation)[0]?.outlet);
	expect(outlets).toEqual(["AP", "Xinhua", "Reuters", "Afghan Islamic Press news agency", undefined]);
});
