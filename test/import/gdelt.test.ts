import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { originalSourcesOf } from "../../src/claims/original-source.js";
import { gdelt } from "../../src/import/gdelt.js";
import { scratchFolder } from "../scratch.js";
import { imported, read, reasons, written } from "./folder.js";
import { eventLine, mentionLine } from "./gdelt-rows.js";

function files(contents: Readonly<Record<string, readonly string[]>>): string[] {
	const folder = scratchFolder();
	return Object.entries(contents).map(([name, lines]) => {
		const path = join(folder, name);
		writeFileSync(path, `${lines.join("\n")}\n`);
		return path;
	});
}

const events = [
	eventLine({ id: "1" }),
	eventLine({ id: "2", codes: ["1831", "183", "18"], day: "20210701", added: "20210709120000", url: "BBC Monitoring" }),
	eventLine({ id: "3", codes: ["0872", "087", "08"], place: ["3", "Zaranj", "AF", "AF19", "30.96", "61.86"] }),
	eventLine({ id: "1", codes: ["193", "193", "19"] }),
	eventLine({ id: "4", codes: ["112", "112", "11"] }),
	eventLine({ id: "5", place: ["5", "Herat, Afghanistan", "AF", "AF11", "34.35", "62.2"] }),
	eventLine({ id: "6", place: ["1", "Iran", "IR", "IR", "32", "53"] }),
	eventLine({ id: "7", place: ["", "", "", "", "", ""] }),
	eventLine({ id: "8", place: ["4", "Kabul", "AF", "AF13", "34.53", "69.17"] }),
	eventLine({ id: "9", day: "20200709" }),
	eventLine({ id: "10", day: "2021" }),
	eventLine({ id: "x" }),
	"1\t2\t3",
];
const mentions = [
	// The first report itself, and the same outlet a day later.
	mentionLine("1", "example.org", "20210709121500", "https://www.example.org/news/1"),
	mentionLine("1", "example.org", "20210710080000", "https://www.example.org/news/2"),
	mentionLine("1", "tolonews.example", "20210710093000", "https://tolonews.example/a", "1", "40"),
	mentionLine("1", "tolonews.example", "20210710230000", "https://tolonews.example/b"),
	mentionLine("1", "BBC Monitoring", "20210711000000", "BBC Monitoring/IRNA", "2"),
	mentionLine("1", "", "20210711000000", "https://a.example/a"),
	mentionLine("1", "a.example", "2021", "https://a.example/a"),
	mentionLine("2", "b.example", "20210709120000", "javascript:alert(1)"),
	mentionLine("8", "b.example", "20210709120000", "https://b.example/a"),
];

test("13 events and 9 mentions, mentions first: 3 events and 4 further reports kept, the rest counted by reason", async () => {
	const { printed, dossier } = await imported(
		"gdelt",
		files({ "a.mentions.CSV": mentions, "b.export.CSV": events.slice(0, 6), "c.export.CSV": events.slice(6) }),
	);
	expect(printed).toMatchObject({ rows: 22, kept: 7 });
	expect(reasons(printed)).toEqual({
		"with the centre of a country or province for a place": 2,
		"(a mention) by an outlet that has a report of the event on that day already": 2,
		"with an id that was read already": 1,
		"with a CAMEO code that is not in the table of kinds": 1,
		"without a place": 1,
		"farther than 25 km from the border": 1,
		"dated more than a month before it was reported": 1,
		"without a day as YYYYMMDD": 1,
		"without an id in digits": 1,
		"with more or fewer cells than the first row": 1,
		"(a mention) without an outlet": 1,
		"(a mention) without a day": 1,
		"(a mention) of an event that is not kept": 1,
	});
	expect(
		dossier.incidents
			.map((row) => [row.incident_id, row.date_start, row.date_precision, row.kind, row.af_province])
			.sort(),
	).toEqual([
		["gdelt-1", "2021-07-09", "day", "armed_clash", "Herat"],
		// Eight days before it was reported: "last week". 1831 is found by its base code 183.
		["gdelt-2", "2021-07-01", "week", "armed_group_attack", "Herat"],
		["gdelt-3", "2021-07-09", "day", "reopening", "Nimroz"],
	]);
	expect(dossier.observation).toMatchObject({ observed_from: "2021-07-01", observed_to: "2021-07-09" });
});

test("the first report asserts, every mention repeats with its day, and one original source is left", async () => {
	const { dossier } = await imported("gdelt", files({ "a.export.CSV": events, "b.mentions.CSV": mentions }));
	const claims = dossier.claims.filter(({ proposition_id }) => proposition_id === "gdelt-1.occurred");
	expect(
		claims.map((row) => [row.source_id, row.reported_by, row.stance, row.published_on, row.url, row.note].join(" ")),
	).toEqual([
		"example-org gdelt asserts 2021-07-09 https://www.example.org/news/1 ",
		"example-org gdelt repeats 2021-07-10 https://www.example.org/news/2 Confidence of the program: 80%.",
		"tolonews-example gdelt repeats 2021-07-10 https://tolonews.example/a Confidence of the program: 40%.",
		"bbc-monitoring gdelt repeats 2021-07-11  Confidence of the program: 80%.",
	]);
	expect(claims.map(originalSourcesOf(dossier)).filter((id) => id !== null)).toEqual(["example-org"]);
	// No address stands for the first report of event 2, and that of its mention is none.
	expect(dossier.claims.filter(({ proposition_id }) => proposition_id === "gdelt-2.occurred")).toMatchObject([
		{ source_id: "b-example", stance: "repeats", url: null },
	]);
});

test("version 1.0 has three cells less, and the day of a report without a time", async () => {
	const [path = ""] = files({
		"20130501.export.CSV": [eventLine({ id: "1", day: "20130430", added: "20130501" }, 1), eventLine({ id: "2" }, 1)],
	});
	const tables = written(await read(gdelt, path));
	expect(tables.incidents.map((row) => [row.incident_id, row.lat, row.lon, row.date_start])).toEqual([
		["gdelt-1", "34.66", "61.07", "2013-04-30"],
		["gdelt-2", "34.66", "61.07", "2021-07-09"],
	]);
	expect(tables.claims[0]).toMatchObject({ published_on: "2013-05-01", source_id: "example-org" });
});

test("files that are no files of GDELT are named with what they have", async () => {
	const [commas = "", alone = "", zip = ""] = files({
		"commas.csv": ["GLOBALEVENTID,SQLDATE", "1,20210709"],
		"alone.mentions.CSV": mentions,
		"20210709.export.CSV.zip": ["PK\u0003\u0004packed"],
	});
	await expect(read(gdelt, commas)).rejects.toThrow(
		"commas.csv: the first row has 1 cell parted by tabs; GDELT has 61 or 58 for events (2.0, 1.0) and 16 for mentions, without a header",
	);
	await expect(read(gdelt, alone)).rejects.toThrow("only files of mentions");
	await expect(read(gdelt, zip)).rejects.toThrow("GDELT's files are packed: unpack it first");
});
