import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { aggregationSensitivity } from "../../src/charts/reliability/aggregation-sensitivity.js";
import { loadDossier } from "../../src/load/dossier.js";
import { NotEnoughDataError } from "../../src/records/not-enough-data.js";

const six = loadDossier(fileURLToPath(new URL("../fixtures/six-incidents", import.meta.url)));

// The answers of test/fixtures/six-incidents: d.occurred is yes and no; a.killed_iran 2 and at least 9; b.killed_civilians
// 0, 2 to 5, 3 and 3. In May lies d alone; c lies at a crossing, a and b far from one, d has no point.
const byHand: Readonly<
	Record<string, readonly [mostFrequent: number, precise: number, low: number, median: number, high: number]>
> = {
	incidents: [3, 3, 3, 3, 4],
	months_with_incident: [2, 2, 2, 2, 3],
	incidents_2022: [3, 3, 3, 3, 4],
	killed: [2 + 3, 2 + 3, 2 + 0, 5.5 + 2.5, 9 + 5],
	placed: [3, 3, 3, 3, 3],
	near_crossing: [1 / 3, 1 / 3, 1 / 3, 1 / 3, 1 / 3],
};

test("six incidents, by hand", () => {
	const figure = aggregationSensitivity(six);
	for (const [number, values] of Object.entries(byHand)) {
		const rows = figure.table.filter((row) => row.number === number);
		expect(rows.map(({ rule }) => rule)).toEqual(["most_frequent", "most_precise", "lowest", "median", "highest"]);
		for (const [index, { value, change }] of rows.entries()) {
			expect(value, `${number} ${index}`).toBeCloseTo(values[index] as number, 9);
			expect(change).toBeCloseTo((values[index] as number) / values[0] - 1, 9);
		}
	}
	expect(figure.title).toBe("Months with an incident: 2 to 3, depending on the aggregation rule");
	// a, b and c are counted, d did not occur by the most frequent answer, e is an aggregate report, f on another border.
	expect(figure.notes[0]).toBe(
		"Of 6 incidents, 3 are counted, 1 did not occur by the most frequent answer and 2 are excluded.",
	);
	// No later incident, so the ratio is 0 and cannot be compared with.
	expect(figure.notes).toContain(
		"Not drawn, because the most frequent answer gives 0: ratio of the later to the earlier rate.",
	);
});

test("every report instead of every original source changes what is most frequent", () => {
	// With repeats a.occurred is yes six times and no once; nothing else changes by hand, and the note says which was asked.
	const figure = aggregationSensitivity(six, { of: "reports" });
	expect(figure.notes).toContain("Every report counts, repeats among them.");
	const lowest = figure.table.find(({ number, rule }) => number === "incidents" && rule === "lowest");
	// state-agency denied a.occurred at first: by the lowest answer of all reports a did not occur either.
	expect(lowest?.value).toBe(2);
});

test("without claims, or without an incident that occurred, there is no chart but a reason", () => {
	expect(() => aggregationSensitivity({ ...six, claims: [] })).toThrow(NotEnoughDataError);
	expect(() => aggregationSensitivity({ ...six, incidents: [] })).toThrow(NotEnoughDataError);
	expect(() => aggregationSensitivity(six, { of: "rows" as "reports" })).toThrow(
		"unknown unit: rows (known: original_sources, reports)",
	);
});
