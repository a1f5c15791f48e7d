import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findingLines } from "../../src/command/findings.js";
import { claimsAlike, incidentsAlike } from "../../src/command/possible-duplicates.js";
import type { Incident } from "../../src/records/records.js";
import { scratchData } from "../scratch.js";
import { six } from "../six-readings.js";
import { command } from "./here.js";

const fixture = fileURLToPath(new URL("../fixtures/six-incidents", import.meta.url));

interface Json {
	readonly problems: readonly unknown[];
	readonly findings?: readonly { kind: string; file: string; line: number; id: string; detail: string }[];
}
async function findingsOf(folder: string) {
	const { code, out } = await command("check", "--strict", "--json", "--data", folder);
	const { findings = [] } = JSON.parse(out) as Json;
	return {
		code,
		of: (kind: string) =>
			findings
				.filter((each) => each.kind === kind)
				.map(({ file, line, id, detail }) => `${file}:${line} ${id} ${detail}`.trimEnd()),
		findings,
	};
}

describe("check --strict on the six invented incidents, by hand", () => {
	test("each kind with file, line and id; 26 rows in all; ends with 1", async () => {
		const { code, of, findings } = await findingsOf(fixture);
		expect(code).toBe(1);
		expect(of("single_source_incident")).toEqual([
			"incidents.csv:6 e-tally 0 original sources, 0 claims",
			"incidents.csv:7 f-raid 1 original source, 1 claim",
		]);
		expect(of("verdict_without_decisive_claims")).toEqual([
			"propositions.csv:3 a.killed_iran contested",
			"propositions.csv:6 d.occurred refuted",
			"propositions.csv:7 f.initiator unresolved",
		]);
		expect(of("undated_claim")).toEqual(["claims.csv:18 c17"]);
		expect(of("claim_without_page")).toHaveLength(20);
		expect(findings).toHaveLength(26);
	});

	test("added rows are found by their kind, and only by it", async () => {
		const { folder, append, edit } = scratchData(fixture);
		// 22 km north of a-clash three days later; and 55 km north of it, 33 km north of the other.
		append("incidents.csv", { incident_id: "g-clash", date_start: "2022-01-13", date_end: "", lat: "34.2" });
		append("incidents.csv", { incident_id: "h-clash", date_start: "2022-01-14", date_end: "", lat: "34.5" });
		append("propositions.csv", {
			proposition_id: "d.killed",
			incident_id: "d-shooting",
			key: "killed",
			verdict_decided_on: "",
		});
		append("claims.csv", { claim_id: "c21" });
		append("claims.csv", { claim_id: "c22", published_on: "", url: "https://example.org/a" });
		append("claims.csv", { claim_id: "c23", published_on: "2022-01-30", url: "https://example.org/a" });
		append("claims.csv", {
			claim_id: "c24",
			published_on: "2022-01-31",
			url: "https://web.archive.org/web/2022/https://example.org/b",
		});
		append("claims.csv", {
			claim_id: "c25",
			published_on: "2022-02-01",
			url: "https://example.org/c",
			note: "Copy: https://archive.ph/AbCdE",
		});
		append("claims.csv", { claim_id: "c26", published_on: "2022-02-02", url: "https://example.org/archive.ph/d" });
		// A text with a line break moves the lines below it.
		edit("claims.csv", (text) => text.replace(/^(c01,.*,)$/m, '$1"two\nlines"'));
		const { of } = await findingsOf(folder);
		expect(of("possible_duplicate_incident")).toEqual([
			"incidents.csv:8 g-clash as incidents.csv:2 a-clash, 3 days, 22 km",
		]);
		expect(of("question_without_claims")).toEqual(["propositions.csv:8 d.killed"]);
		expect(of("verdict_without_decisive_claims")).toHaveLength(3);
		expect(of("possible_duplicate_claim")).toEqual(["claims.csv:23 c21 as claims.csv:2 c01, another page"]);
		expect(of("undated_claim")).toEqual(["claims.csv:19 c17", "claims.csv:24 c22"]);
		expect(of("claim_without_page")).toHaveLength(21);
		expect(of("page_without_archive")).toEqual(["claims.csv:24 c22 and 1 more of this page", "claims.csv:28 c26"]);
		expect(of("single_source_incident").map((line) => line.split(" ")[1])).toEqual([
			"g-clash",
			"h-clash",
			"e-tally",
			"f-raid",
		]);
	});

	test("as text: by kind, with how to improve it, 20 of one kind at most; --all lists them", async () => {
		const { folder, append } = scratchData(fixture);
		append("claims.csv", { claim_id: "c21", published_on: "2022-02-03" });
		const { code, out, err } = await command("check", "--strict", "--data", folder);
		expect({ code, err }).toEqual({ code: 1, err: "27 rows to improve" });
		expect(out).toMatch(/^no problems in /);
		expect(out).toContain(
			"\nIncidents with at most one original source: 2\nto improve: look for a source that is independent of it\n  incidents.csv:6 e-tally (0 original sources, 0 claims)\n",
		);
		expect(out).toContain("\nClaims without a page: 21\n");
		expect(out).toContain("\n  claims.csv:21 c20\n  and 1 more; --all lists them");
		const all = await command("check", "--strict", "--all", "--data", folder);
		expect(all.out).toContain("\n  claims.csv:22 c21");
		expect(all.out).not.toContain("--all lists them");
	});

	test("without --strict nothing of it is said; --all alone is a wrong argument", async () => {
		const { code, out, err } = await command("check", "--data", fixture);
		expect({ code, err, lines: out.split("\n").length }).toEqual({ code: 0, err: "", lines: 1 });
		expect(JSON.parse((await command("check", "--json", "--data", fixture)).out)).not.toHaveProperty("findings");
		expect(await command("check", "--all")).toMatchObject({
			code: 2,
			err: expect.stringContaining("--all needs --strict"),
		});
	});

	test("a problem comes first: while there is one, nothing else is listed", async () => {
		const { folder, append } = scratchData(fixture);
		const line = append("claims.csv", { claim_id: "c21", stance: "shouts" });
		const { code, out, err } = await command("check", "--strict", "--data", folder);
		expect({ code, out }).toEqual({ code: 1, out: "" });
		expect(err).toContain(`claims.csv:${line} stance`);
		const json = await command("check", "--strict", "--json", "--data", folder);
		expect(JSON.parse(json.out)).not.toHaveProperty("findings");
	});

	test("where nothing is left to improve it says so, and ends with 0", async () => {
		const { folder, edit, path } = scratchData(fixture);
		const keep = (file: string, start: RegExp) =>
			edit(file, (text) =>
				text
					.split("\n")
					.filter((line, index) => index === 0 || start.test(line))
					.join("\n")
					.concat("\n"),
			);
		keep("incidents.csv", /^a-clash,/);
		keep("propositions.csv", /^a\.occurred,/);
		keep("claims.csv", /^c0\d,a\.occurred,/);
		keep("verdict_basis.csv", /^a\.occurred,/);
		keep("interests.csv", /^a\.occurred,/);
		edit("claims.csv", (text) => text.replaceAll(",,page,", ",https://web.archive.org/web/2022/x,page,"));
		const { code, out, err } = await command("check", "--strict", "--data", folder);
		expect({ code, err }).toEqual({ code: 0, err: "" });
		expect(out.split("\n").slice(1)).toEqual(["nothing to improve"]);
		writeFileSync(path("verdict_basis.csv"), "proposition_id,claim_id\n");
		expect((await command("check", "--strict", "--data", folder)).code).toBe(1);
	});

	test("hostile text in data is not printed", async () => {
		const { folder, append } = scratchData(fixture);
		append("claims.csv", {
			claim_id: "c21",
			published_on: "",
			url: "https://example.org/cmd",
			note: "=cmd(); <img onerror=x>",
		});
		const { out } = await command("check", "--strict", "--all", "--data", folder);
		expect(out).toContain("c21");
		expect(out).not.toMatch(/cmd|onerror/);
	});
});

const [clash] = six.incidents as [Incident];
const at = (incident_id: string, change: Partial<Incident>): Incident => ({ ...clash, incident_id, ...change });
const alike = (...incidents: Incident[]) => incidentsAlike(incidents).length === 1;

describe("incidents that may be one", () => {
	// One degree of latitude at 34° is 110.92 km: 25 km are 0.2254°.
	test.each([
		["24.96 km apart", { lat: 34.225 }, true],
		["25.07 km apart", { lat: 34.226 }, false],
		["three days apart", { date_start: "2022-01-13" }, true],
		["four days apart", { date_start: "2022-01-14" }, false],
		["of another event type", { kind: "closure" }, false],
		["an aggregate report", { aggregate: true }, false],
		["without a point, at a place of that name", { lat: null, lon: null, place: "upper-post" }, true],
		["without a point, at another place", { lat: null, lon: null, place: "Lower Post" }, false],
		["without a point or a place", { lat: null, lon: null, place: null }, false],
		[
			"some day of the week that ends 3 days before",
			{ date_start: "2022-01-01", date_end: null, date_precision: "week" },
			true,
		],
		[
			"some day of the week that ends 4 days before",
			{ date_start: "2021-12-31", date_end: null, date_precision: "week" },
			false,
		],
		["some day of the month", { date_start: "2022-01-01", date_end: null, date_precision: "month" }, true],
	] as const)("%s", (_, change, wanted) => {
		const other = at("other", change);
		expect(alike(clash, other)).toBe(wanted);
		expect(alike(other, clash)).toBe(wanted);
	});

	test("the same pairs as all pairs compared one by one, whatever the order of the rows (property)", () => {
		const made = fc.array(fc.record({ day: fc.integer({ min: 1, max: 28 }), lat: fc.constantFrom(34, 34.2, 34.4) }), {
			maxLength: 12,
		});
		fc.assert(
			fc.property(made, (rows) => {
				const incidents = rows.map(({ day, lat }, index) =>
					at(`i${index}`, { date_start: `2022-02-${String(day).padStart(2, "0")}`, lat }),
				);
				const pairs = rows.flatMap((a, index) => rows.slice(index + 1).map((b) => [a, b] as const));
				// .2° are 22 km, .4° are 44 km.
				const near = pairs.filter(([a, b]) => Math.abs(a.day - b.day) <= 3 && Math.abs(a.lat - b.lat) < 0.3);
				expect(incidentsAlike(incidents)).toHaveLength(near.length);
				expect(incidentsAlike([...incidents].reverse())).toHaveLength(near.length);
			}),
		);
	});
});

test("claims that may be one: of three alike the second and third, against the first; undated ones and mentions are not", () => {
	const [claim] = six.claims;
	if (!claim) throw new Error("no claim");
	const rows = ["x1", "x2", "x3"].map((claim_id) => ({ ...claim, claim_id }));
	expect(claimsAlike(rows).map((row) => [row.claim.claim_id, row.other.claim_id])).toEqual([
		["x2", "x1"],
		["x3", "x1"],
	]);
	expect(claimsAlike(rows.map((row) => ({ ...row, published_on: null })))).toEqual([]);
	expect(claimsAlike(rows.map((row) => ({ ...row, value: null })))).toEqual([]);
	expect(claimsAlike(six.claims)).toEqual([]);
});

test("no findings are one line", () => {
	expect(findingLines([])).toEqual(["nothing to improve"]);
});
