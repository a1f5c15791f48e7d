import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { filterDossier, loadDossier } from "../../src/index.js";
import { coarsenDossier } from "../../src/location/coarsen.js";
import { command } from "../command/here.js";
import { ownData, scratchData, scratchFolder } from "../scratch.js";

const fixture = fileURLToPath(new URL("../fixtures/six-incidents", import.meta.url));
const header = "url,archived_url,sha256,archived_on\n";
const hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/** Six incidents with pages: c01 and c02 share one, c03 has its copy in the note, c10 is a copy, c12 has one of its own. */
function withPages(archive = "") {
	const data = scratchData(fixture);
	const pages: Readonly<Record<string, readonly [url: string, note: string]>> = {
		c01: ["https://a.example/1", ""],
		c02: ["https://a.example/1", ""],
		c03: ["https://a.example/3", "copy: https://web.archive.org/web/2022/x"],
		c10: ["https://archive.ph/abc", ""],
		c12: ["https://b.example/=2", ""],
	};
	data.edit("claims.csv", (text) =>
		text.replace(/^(c\d\d)(,.*),,page,$/gm, (row, id, start) => {
			const [url, note] = pages[id] ?? [];
			return url === undefined ? row : `${id}${start},${url},page,${note}`;
		}),
	);
	if (archive !== "") writeFileSync(data.path("archive.csv"), header + archive);
	return data;
}

async function archiveList(folder: string) {
	const out = join(scratchFolder(), "pages.csv");
	const said = await command("export", "archive-list", "--data", folder, "--out", out);
	expect(said).toMatchObject({ code: 0, err: "" });
	return { text: readFileSync(out, "utf8"), said: said.out };
}

test("archive-list: each page without a known copy once, the address in the first column, as auto-archiver reads it", async () => {
	const { text, said } = await archiveList(withPages().folder);
	// Its feeder skips a first row whose first cell is no address, and takes the first cell of all others.
	expect(parse(text)).toEqual([
		["url", "claims", "first_claim_id", "source_id"],
		["https://a.example/1", "2", "c01", "state-agency"],
		["https://b.example/=2", "1", "c12", "local-paper"],
	]);
	expect(said).toContain("2 pages to archive");
});

test("a row of archive.csv takes its page off the list; check counts the claims that are left", async () => {
	const row = `https://a.example/1,https://web.archive.org/web/2022/1,${hash},2022-02-01\n`;
	const { folder } = withPages(row);
	expect(loadDossier(folder).archive).toEqual([
		{
			url: "https://a.example/1",
			archived_url: "https://web.archive.org/web/2022/1",
			sha256: hash,
			archived_on: "2022-02-01",
		},
	]);
	expect(parse((await archiveList(folder)).text)).toHaveLength(2);
	const counted = async (data: string) =>
		JSON.parse((await command("check", "--json", "--data", data)).out).not_archived;
	expect(await counted(folder)).toBe(1);
	expect(await counted(withPages().folder)).toBe(3);
	expect(await counted(fixture)).toBe(0);
	expect((await command("check", "--data", folder)).out).toContain(
		"no archived copy is known of the pages of 1 claim; export archive-list lists these pages",
	);
	expect((await command("check", "--data", fixture)).out).not.toContain("archived copy");
});

test("old folders have no archive.csv: they load as before, with the same fingerprint", () => {
	expect(loadDossier(fixture).archive).toEqual([]);
	expect(loadDossier(fixture).fingerprint).toBe("fc68575d1901");
	// No address is invented for the kit's own pages.
	expect(loadDossier(ownData).archive).toEqual([]);
});

test.each([
	["not-an-address,https://x.example,,", "archive.csv:2 url: not a web address: not-an-address"],
	["https://a.example,,,", "archive.csv:2 archived_url: must not be blank"],
	[
		"https://a.example,https://x.example,E3B0,",
		"archive.csv:2 sha256: not a SHA-256 of 64 small hexadecimal digits: E3B0",
	],
	["https://a.example,https://x.example,,2022-13-01", "archive.csv:2 archived_on: not a date: 2022-13-01"],
	[
		"https://a.example,https://x.example,,\nhttps://a.example,https://x.example,,",
		"archive.csv:3 archived_url: already on line 2",
	],
])("%s is a problem at its cell", async (rows, message) => {
	const { err } = await command("check", "--data", withPages(`${rows}\n`).folder);
	expect(err).toContain(message);
});

test("a filter keeps the copies of its claims' pages, and a coarsened dossier has none", () => {
	const dossier = loadDossier(
		withPages("https://a.example/1,https://x.example/1,,\nhttps://b.example/=2,https://x.example/2,,\n").folder,
	);
	const clash = filterDossier(dossier, { kind: "armed_clash" });
	expect(clash.archive.map(({ archived_url }) => archived_url)).toEqual(["https://x.example/1"]);
	expect(coarsenDossier(dossier, 0.25).archive).toEqual([]);
});
