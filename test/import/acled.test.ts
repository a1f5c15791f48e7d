import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { acled, acledDay } from "../../src/import/acled.js";
import { loadDossier } from "../../src/load/dossier.js";
import { groupBy } from "../../src/records/group-by.js";
import type { Claim } from "../../src/records/records.js";
import { command } from "../command/here.js";
import { scratchFolder } from "../scratch.js";
import { acledText } from "./acled-rows.js";
import { anywhere, type imported, reasons } from "./folder.js";

let made: Awaited<ReturnType<typeof imported>>;
let path: string;
const counted = (cells: readonly string[]) =>
	Object.fromEntries([...groupBy(cells, (cell) => cell)].map(([cell, all]) => [cell, all.length]));
const claimsOf = (id: string): readonly Claim[] =>
	["occurred", "killed_total"].flatMap((key) =>
		made.dossier.claims.filter(({ proposition_id }) => proposition_id === `${id}.${key}`),
	);

beforeAll(async () => {
	path = join(
		scratchFolder(() => {}),
		"acled.csv",
	);
	writeFileSync(path, acledText());
	const clear: (() => void)[] = [];
	const out = join(
		scratchFolder((each) => clear.push(each)),
		"out",
	);
	const {
		code,
		err,
		out: text,
	} = await command("import", "acled", path, "--out", out, "--json", "--from", "2020-01-01");
	if (code !== 0) throw new Error(err);
	made = { folder: out, printed: JSON.parse(text), dossier: loadDossier(out) };
	return () => {
		for (const each of clear) each();
	};
});

test("200 invented rows: 116 kept, 84 dropped, each for one reason", () => {
	// By the way acled-rows.ts makes them: 100 sound rows and 16 odd ones are kept.
	expect(made.printed).toMatchObject({ rows: 200, kept: 116 });
	expect(reasons(made.printed)).toEqual({
		"farther than 25 km from the border": 20,
		"with an id of which another version was read": 15,
		"with a place known to the province only, or less": 10,
		"of a type that the table of kinds drops": 8,
		"before 2020-01-01": 5,
		"with more or fewer cells than the header": 5,
		"of a type that is not in the table of kinds": 4,
		"without a day in a form that ACLED writes": 4,
		"without a point": 4,
		"without an id such as IRN1234": 3,
		"without a precision of place from 1 to 3": 3,
		"without a precision of the day from 1 to 3": 3,
	});
	expect(made.dossier.incidents).toHaveLength(116);
});

test("kinds by the table, precisions as ACLED has them, provinces in the kit's spelling", () => {
	const { incidents } = made.dossier;
	// 25 of each pattern; the 16 odd rows have the first one's.
	expect(counted(incidents.map(({ kind }) => kind))).toEqual({
		armed_clash: 41,
		shooting_of_civilians: 25,
		detention: 25,
		other: 25,
	});
	expect(counted(incidents.map(({ date_precision }) => date_precision))).toEqual({ day: 66, week: 25, month: 25 });
	expect(counted(incidents.map(({ geo_precision }) => geo_precision))).toEqual({ locality: 66, district: 50 });
	expect(counted(incidents.map(({ af_province, ir_province }) => `${af_province} ${ir_province}`))).toEqual({
		"Herat null": 90,
		"null Razavi Khorasan": 25,
		"null null": 1,
	});
	expect(incidents.every(({ date_end }) => date_end === null)).toBe(true);
	expect(made.dossier.observation).toMatchObject({ observed_from: "2020-01-01", observed_to: "2022-06-28" });
});

test("each outlet of the list has a claim; ACLED repeats the first, and a 0 is at least 0", () => {
	const lines = (id: string) =>
		claimsOf(id).map(({ source_id, via_source_id, stance, value, value_min }) =>
			[source_id, via_source_id, stance, value, value_min].join(" "),
		);
	// AFG90022: three sources, of which one is a label; no death given.
	expect(lines("acled-afg90022")).toEqual([
		"undisclosed-source  asserts true ",
		"border-gazette  asserts true ",
		"invented-daily  asserts true ",
		"acled undisclosed-source repeats true ",
		"acled  asserts  0",
	]);
	expect(claimsOf("acled-afg90022").at(-1)?.note).toBe(
		"ACLED gives 0, and writes 0 also where the number is not known.",
	);
	expect(made.dossier.sources.find(({ source_id }) => source_id === "undisclosed-source")?.collective).toBe(true);
	// The later version of a row counts, whichever comes first.
	expect(lines("acled-afg90000").at(-1)).toBe("acled  asserts 7 ");
	expect(lines("acled-afg90010").at(-1)).toBe("acled  asserts  0");
	expect(lines("acled-afg90011").at(-1)).toBe("acled  asserts 1 ");
	// 25 × (2 + 3 + 4 + 2) for the sound rows; of the odd ones 13 × 2, 1 without a source, 1 with one twice, 1 with two.
	expect(made.dossier.claims.filter(({ claim_id }) => claim_id.includes(".occurred."))).toHaveLength(
		275 + 13 * 2 + 1 + 2 + 3,
	);
	expect(made.dossier.claims.filter(({ claim_id }) => claim_id.includes(".killed_total."))).toHaveLength(115);
});

test("what is written in a cell stays text, without what nobody sees", () => {
	const summary = (index: number) =>
		made.dossier.incidents.find(({ incident_id }) => incident_id === `acled-afg${91_000 + index}`)?.summary;
	expect(summary(0)).toBe('<img src=x onerror="alert(1)">');
	expect(summary(1)).toBe('=HYPERLINK("http://example.org","open")');
	expect(summary(2)).toBe('two lines; and "quotes"');
	expect(summary(3)).toBe("turned round and bell");
	expect(summary(4)).toBe("متن فارسی");
	expect([summary(5)?.length, summary(5)?.at(-1)]).toEqual([10_000, "…"]);
	expect(summary(6)).toBe("ACLED event: Armed clash, Invented Guards and Invented Group.");
	expect(summary(7)).toBe("lost ? letter");
	expect(claimsOf("acled-afg91010").map(({ source_id }) => source_id)).toEqual([
		expect.stringMatching(/^source-[0-9a-f]{10}$/),
		expect.stringMatching(/^source-[0-9a-f]{10}$/),
		"acled",
		"acled",
	]);
	expect(made.dossier.incidents.find(({ incident_id }) => incident_id === "acled-afg91013")).toMatchObject({
		lat: 34.66,
		lon: 61.07,
	});
});

test("an export with semicolons is the same", async () => {
	const other = join(scratchFolder(), "semicolons.csv");
	writeFileSync(other, acledText(";"));
	const [a, b] = [await acled.read([path], anywhere), await acled.read([other], anywhere)];
	expect(b.tables).toEqual(a.tables);
	expect(b.notes[0]).toBe("semicolons.csv was read as: semicolon-separated.");
});

test("an own table of kinds takes the place of the kit's; a kind that there is not is named with its line", async () => {
	const folder = scratchFolder();
	const kinds = join(folder, "kinds.csv");
	writeFileSync(kinds, "event_type,sub_event_type,kind\nBattles,armed clash,cross_border_fire\n");
	const { dropped, tables } = await acled.read([path], { ...anywhere, kinds });
	expect(new Set(tables.incidents?.map(({ kind }) => kind))).toEqual(new Set(["cross_border_fire"]));
	// No row of this table drops a type: all others are unknown to it.
	expect(reasons({ dropped })["of a type that the table of kinds drops"]).toBeUndefined();
	writeFileSync(kinds, "event_type,sub_event_type,kind\nBattles,Armed clash,armed_clsh\n");
	await expect(acled.read([path], { ...anywhere, kinds })).rejects.toThrow(
		`${kinds}:2 kind: not an event type: armed_clsh (did you mean armed_clash?)`,
	);
});

test("days in the forms that ACLED writes, and in no other", () => {
	expect(["2021-12-01", "01 December 2021", "1 december 2021", "01-12-2021"].map(acledDay)).toEqual(
		Array.from({ length: 4 }, () => "2021-12-01"),
	);
	for (const cell of ["01/12/2021", "12-31-2021", "31 February 2021", "1 Dec 2021", "44531", "2021-13-01", ""])
		expect(acledDay(cell), cell).toBe(null);
});
