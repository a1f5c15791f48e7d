import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { chiSquareQuantile, chiSquareTail } from "../../src/statistics/quantiles.js";

const table = new URL("../fixtures/bench/dist-quantiles/chisq.csv", import.meta.url);

test("chi-square quantiles agree with R 4.2.2 qchisq, and tails lead back", () => {
	const rows = readFileSync(table, "utf8").trim().split("\n").slice(1);
	for (const row of rows) {
		const [p = 0, degrees = 0, quantile = 0] = row.split(",").map(Number);
		expect(Math.abs(chiSquareQuantile(p, degrees) / quantile - 1)).toBeLessThan(1e-8);
		expect(chiSquareTail(quantile, degrees)).toBeCloseTo(1 - p, 8);
	}
});

test.each([
	[0.005, 20_000, 19488.59121914591],
	[0.025, 20_002, 19611.88533519991],
	[0.975, 20_002, 20395.90324932295],
	[0.5, 200_000, 199999.3333337284],
	[0.975, 200_000, 201241.4832815475],
	[0.025, 2_000_002, 1996083.964720624],
	[0.975, 2_000_002, 2003923.823890864],
])("of many degrees, %f at %i is %f (mpmath 1.3.0, 30 digits)", (probability, degrees, value) => {
	expect(Math.abs(chiSquareQuantile(probability, degrees) / value - 1)).toBeLessThan(1e-12);
});

test("either way of the change of method the quantile goes on evenly", () => {
	const at = (degrees: number) => chiSquareQuantile(0.975, degrees);
	expect(at(5_000) - at(4_999)).toBeCloseTo(at(5_001) - at(5_000), 4);
});
