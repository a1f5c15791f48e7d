import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { comparedTables } from "../../src/diff/charts.js";
import type { DataDifference } from "../../src/diff/report.js";
import { command } from "../command/here.js";
import { payloads } from "../hostile.js";
import { ownData, scratchData, scratchFolder } from "../scratch.js";

const fixture = fileURLToPath(new URL("../fixtures/six-incidents", import.meta.url));

async function difference(old: string, now: string, ...words: string[]): Promise<DataDifference> {
	const { code, out, err } = await command("diff", old, now, "--json", ...words);
	expect({ code, err }).toEqual({ code: 0, err: "" });
	return JSON.parse(out);
}

describe("what changed", () => {
	test("identical versions give an empty report and end with 0, also with --exit-code", async () => {
		const { code, out } = await command("diff", ownData, ownData, "--exit-code");
		expect(code).toBe(0);
		expect(out.split("\n").slice(2)).toEqual(["no differences"]);
		expect(await difference(fixture, fixture)).toMatchObject({
			tables: [],
			verdicts: [],
			border_changed: false,
			charts: [],
		});
	});

	test("the order of rows and columns, and how a file was saved, make no difference", async () => {
		const { folder, edit } = scratchData(fixture);
		edit("claims.csv", (text) => {
			const [header = "", ...rows] = text.trimEnd().split("\n");
			return `\ufeff${[header, ...rows.reverse()].join("\r\n")}\r\n`;
		});
		edit("verdict_basis.csv", (text) =>
			text
				.split("\n")
				.map((line) => line.split(",").reverse().join(";"))
				.join("\n"),
		);
		expect((await difference(fixture, folder)).tables).toEqual([]);
	});

	test("rows and cells by key and column; verdicts that flipped, were resolved or reopened", async () => {
		const { folder, edit, append } = scratchData(fixture);
		append("claims.csv", { claim_id: "c21", published_on: "2022-01-14" });
		edit("claims.csv", (text) =>
			text
				.replace(/^c06,.*\n/m, "")
				.replace("c12,b.killed_civilians,local-paper,,,asserts,3,", "c12,b.killed_civilians,local-paper,,,asserts,4,"),
		);
		edit("propositions.csv", (text) =>
			text
				.replace("confirmed,3,high", "confirmed,4,high")
				.replace("contested,,low", "confirmed,2,low")
				.replace("refuted,false,moderate", "contested,,moderate")
				.replace("unresolved,,low", "unresolved,band,low"),
		);
		const { tables, verdicts } = await difference(fixture, folder, "--no-charts");
		expect(tables.map(({ table }) => table)).toEqual(["propositions", "claims"]);
		expect(tables[1]).toEqual({
			table: "claims",
			only_in: null,
			rows_before: 20,
			rows_after: 20,
			columns_added: [],
			columns_removed: [],
			added: ["c21"],
			removed: ["c06"],
			changed: [{ key: "c12", cells: [{ column: "value", before: "3", after: "4" }] }],
		});
		expect(verdicts.map(({ proposition_id, move, before, after }) => [proposition_id, move, before, after])).toEqual([
			["b.killed_civilians", "flipped", "confirmed: 3", "confirmed: 4"],
			["a.killed_iran", "resolved", "contested", "confirmed: 2"],
			["d.occurred", "reopened", "refuted: false", "contested"],
			["f.initiator", "other", "unresolved", "unresolved: band"],
		]);
	});

	test("an incident more: which charts moved, with title, n and numbers before and after (by hand)", async () => {
		const { folder, append } = scratchData(fixture);
		append("incidents.csv", { incident_id: "g-clash", date_start: "2022-01-25", date_end: "" });
		const { charts, charts_not_compared, before, after } = await difference(
			fixture,
			folder,
			"--only",
			"incidents-per-period,claim-timeline",
		);
		expect(charts_not_compared).toBeNull();
		expect([before.incidents, after.incidents]).toEqual([6, 7]);
		// Claims are as before: the other chart did not move. January has 3 incidents instead of 2, of a range of 0 to 3.
		expect(charts.map(({ id }) => id)).toEqual(["incidents-per-period"]);
		expect(charts[0]).toMatchObject({ rows_added: 0, rows_removed: 0 });
		expect([charts[0]?.n_before, charts[0]?.n_after]).toEqual(["4 incidents in 12 months", "5 incidents in 12 months"]);
		const move = charts[0]?.moves.find(({ column }) => column === "incidents");
		expect(move).toEqual({ row: "period 2022-01", column: "incidents", before: 2, after: 3, share_of_range: 1 / 3 });
		const { out, code } = await command("diff", fixture, folder, "--only", "incidents-per-period", "--exit-code");
		expect(code).toBe(1);
		expect(out).toContain("n: 4 incidents in 12 months → 5 incidents in 12 months");
		expect(out).toContain("incidents: 2 → 3 (33% of the range of this column)");
	});

	test("a chart that one version does not allow says why", async () => {
		const { folder, edit } = scratchData(fixture);
		edit("crossings.csv", (text) => `${text.split("\n", 1)[0]}\n`);
		edit("incidents.csv", (text) => text.replace("north-gate", ""));
		const { charts } = await difference(folder, fixture, "--only", "crossing-timelines");
		expect(charts[0]).toMatchObject({ title_before: null, reason_before: "no crossing is named in crossings.csv" });
		expect(charts[0]?.title_after).not.toBeNull();
	});

	test("columns and tables that one version does not have", async () => {
		const { folder, edit, path } = scratchData(fixture);
		edit("sources.csv", (text) =>
			text
				.trimEnd()
				.split("\n")
				.map((line, index) => `${line},${index === 0 ? "region" : index === 1 ? "north" : ""}`)
				.join("\n"),
		);
		rmSync(path("places.csv"));
		writeFileSync(path("readings.csv"), readFileSync(join(ownData, "readings.csv")));
		const found = await difference(fixture, folder);
		expect(found.charts_not_compared).toContain(`${folder} has `);
		expect(found.tables.map(({ table }) => table)).toEqual(["sources", "places"]);
		expect(found.tables[0]).toMatchObject({ columns_added: ["region"], added: [], removed: [] });
		expect(found.tables[0]?.changed).toHaveLength(1);
		expect(found.tables[0]?.changed[0]?.cells).toEqual([{ column: "region", before: "", after: "north" }]);
		expect(found.tables[1]).toMatchObject({ only_in: "before", rows_after: 0 });
	});

	test.each([
		[["nowhere", ownData], "neither a folder nor a revision of git: nowhere", 2],
		[[ownData, ownData, "--only", "border-mpa"], "unknown chart: border-mpa (did you mean border-map?)", 2],
		[[ownData, ownData, "--out", "x.txt"], "--out needs a name that ends with .html: x.txt", 2],
	])("%j: a clear error", async (words, message, wanted) => {
		const { code, err } = await command("diff", ...words);
		expect(code).toBe(wanted);
		expect(err).toContain(message);
	});

	test("a row that cannot be read is an error, not a row that was removed", async () => {
		const { folder, edit } = scratchData(fixture);
		edit("claims.csv", (text) => text.replace(/^c06,.*$/m, "$&,extra"));
		const { code, err } = await command("diff", fixture, folder);
		expect(code).toBe(1);
		expect(err).toContain("claims.csv:7: row has 15 cells, the header 14");
		const bare = scratchFolder();
		mkdirSync(join(bare, "empty"));
		expect((await command("diff", fixture, join(bare, "empty"))).err).toContain("no table of the kit is there");
	});

	test("hostile text comes out as text, in the terminal on one line and in the page without a script", async () => {
		const { folder, edit } = scratchData(fixture);
		const out = join(scratchFolder(), "changes.html");
		const hostile = `${payloads.slice(0, 10).join(" ")} \u001b[31m`;
		edit("incidents.csv", (text) =>
			text.replace("Invented: an armed clash.", `"${hostile.replace("\u001b", "").replaceAll('"', '""')}"`),
		);
		const said = await command("diff", fixture, folder, "--out", out, "--no-charts");
		expect(said.code).toBe(0);
		expect(said.out.split("\n").filter((line) => line.includes("a-clash"))).toHaveLength(1);
		const page = readFileSync(out, "utf8");
		const { document } = new JSDOM(page).window;
		expect(document.querySelectorAll("script, img, iframe, [onload], [onerror], a[href^=javascript]")).toHaveLength(0);
		expect(document.body.textContent).toContain("<img src=x onerror=");
		const policy = document.querySelector("meta[http-equiv=Content-Security-Policy]")?.getAttribute("content");
		expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-/);
		// The whole cell, and not the part that fits into a line of a terminal.
		expect(document.body.textContent).toContain("@SUM(1+1)*cmd");
	});
});

describe("rows of a chart are paired by the columns that name them", () => {
	test("texts before numbers, the fewest that tell the rows apart", () => {
		const before = [
			{ n: 1, year: "2021", side: "x", note: "a" },
			{ n: 1, year: "2021", side: "y", note: "b" },
			{ n: 5, year: "2022", side: "x", note: "c" },
		];
		const after = [...before].reverse().map((row) => (row.n === 5 ? { ...row, n: 3, note: "d" } : row));
		expect(comparedTables(before, after)).toEqual({
			added: 0,
			removed: 0,
			texts: 1,
			// From 5 to 3 in a column from 1 to 5.
			moves: [{ row: "year 2022, side x", column: "n", before: 5, after: 3, share_of_range: 0.5 }],
		});
	});

	test("tables of numbers alone; a number that is gone; rounding is no move", () => {
		const before = [
			{ km: 0, share: 0.5 },
			{ km: 5, share: 0.25 },
			{ km: 10, share: 1 },
		];
		const after = [
			{ km: 0, share: null },
			{ km: 5, share: 0.25 + 1e-9 },
			{ km: 20, share: 1 },
		];
		expect(comparedTables(before, after)).toEqual({
			added: 1,
			removed: 1,
			texts: 0,
			moves: [{ row: "km 0", column: "share", before: 0.5, after: null, share_of_range: 1 }],
		});
	});
});
