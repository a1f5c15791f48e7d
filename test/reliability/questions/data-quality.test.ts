import { describe, expect, test } from "vitest";
import { charts, filterDossier } from "../../../src/index.js";
import type { Dossier } from "../../../src/records/records.js";
import { type DataQualityRow, dataQuality } from "../../../src/reliability/questions/data-quality.js";
import { six, sixWithReadings } from "../../six-readings.js";
import { ownDossier as own } from "../../support/own-figures.js";

/** The six incidents with four claims changed: two with an address, two read as quoted. */
const changed: Dossier = {
	...sixWithReadings,
	claims: six.claims.map((row) => ({
		...row,
		url: ["c01", "c20"].includes(row.claim_id) ? "https://example.org/" : null,
		read: ["c02", "c10"].includes(row.claim_id) ? "quoted" : "page",
	})),
};
const total = (rows: readonly DataQualityRow[], of: keyof DataQualityRow) =>
	rows.reduce((sum, row) => sum + Number(row[of]), 0);

describe("six invented incidents, by hand", () => {
	test("one year: 19 of 20 claims dated; original sources 4, 2, 5, 3, 2 and 1 on the six questions", () => {
		const { rows, all, by } = dataQuality(changed);
		expect(by).toBe("year");
		expect(rows).toEqual([{ ...all, group: "2022" }]);
		expect(all).toEqual({
			group: "all",
			incidents: 6,
			questions: 6,
			claims: 20,
			dated: 19,
			with_page: 2,
			read_on_page: 18,
			no_source: 0,
			one_source: 1,
			two_sources: 2,
			three_or_more_sources: 3,
			read_twice: 4,
			disputed: 2,
		});
	});

	test("by event type: only those that occur, in the order of the word list", () => {
		const { rows } = dataQuality(changed, { by: "kind" });
		expect(rows.map(({ group, claims, dated, one_source }) => [group, claims, dated, one_source])).toEqual([
			["armed_clash", 9, 9, 0],
			["cross_border_fire", 5, 5, 0],
			["incursion", 1, 1, 1],
			["shooting_of_civilians", 2, 2, 0],
			["closure", 3, 2, 0],
			["other", 0, 0, 0],
		]);
	});

	test("a question without a claim, or with repeats alone that name no original, has no source; a year without incidents is a row", () => {
		const { rows, all } = dataQuality({
			...six,
			observation: { ...six.observation, observed_from: "2020-12-31" },
			claims: six.claims.filter(({ claim_id }) => claim_id === "c05"),
		});
		expect(all).toMatchObject({ no_source: 6, one_source: 0, claims: 1 });
		expect(rows.map(({ group, incidents, claims }) => [group, incidents, claims])).toEqual([
			["2020", 0, 0],
			["2021", 0, 0],
			["2022", 6, 1],
		]);
	});

	test("an unknown grouping lists the known ones", () => {
		expect(() => dataQuality(six, { by: "colour" as "year" })).toThrow(
			new RangeError("unknown grouping: colour (known: year, kind)"),
		);
	});
});

test.each(["year", "kind"] as const)(
	"own data by %s: groups add up to all, and all are the rows of the tables",
	(by) => {
		const { rows, all } = dataQuality(own, { by });
		for (const column of Object.keys(all).filter((name) => name !== "group") as (keyof DataQualityRow)[])
			expect(total(rows, column), column).toBe(all[column]);
		expect([all.incidents, all.questions, all.claims]).toEqual([
			own.incidents.length,
			own.propositions.length,
			own.claims.length,
		]);
		expect(all.no_source + all.one_source + all.two_sources + all.three_or_more_sources).toBe(all.questions);
	},
);

describe("the chart", () => {
	const whole = { ...own, readings: [] };

	test("says that there is one reading only, and gives no agreement, where no reading is stored", () => {
		const { caption, notes, data } = charts.dataQuality(whole);
		expect(caption).toContain("The data hold no second reading of a verdict.");
		expect(notes.join()).not.toMatch(/alpha|kappa/);
		expect(data).toHaveLength(6);
	});

	test("with readings it has a panel of them, and both coefficients with n, interval and exclusions in the notes", () => {
		const { caption, notes, data, title } = charts.dataQuality(changed);
		expect(title).toBe("90% of claims were read on the source's own page; 95% have a date");
		expect(caption).toContain("4 of 6 questions have two readers, who differ on 2.");
		expect(data).toHaveLength(7);
		expect(notes).toContain(
			"Krippendorff's alpha, by status: 0.67 (too few incidents for an interval); 3 of 4 questions about 3 incidents the same. Excluded: 2 questions (1 of which no reading is stored and 1 read by one reader only).",
		);
		expect(notes.join()).toContain("Cohen's kappa of reader-1 and reader-2, by status: 0.64");
		expect(notes.join()).toContain("by boolean value: not defined, because all say the same");
	});

	test("the drawn shares are those of the table, and every bar of the stack is full", () => {
		const { data, table } = charts.dataQuality(whole);
		const [dated, , , ...stack] = data as unknown as { x: (number | null)[] }[];
		// Figures have twelve significant digits.
		for (const [index, row] of table.entries())
			expect(dated?.x[index]).toBeCloseTo(Number(row.dated) / Number(row.claims), 11);
		for (const [index] of table.entries())
			expect(stack.reduce((sum, { x }) => sum + (x[index] ?? 0), 0)).toBeCloseTo(1, 11);
	});

	test("a filter that leaves years empty is drawn; they say none", () => {
		const { data } = charts.dataQuality(filterDossier(whole, { kind: "smuggling_clash" }));
		expect((data[0] as { text?: string[] }).text).toContain("none");
	});
});
