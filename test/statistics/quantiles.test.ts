import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { chiSquareQuantile, chiSquareTail } from "../../src/statistics/quantiles.js";

const table = new URL("../../../shared/bench/dist-quantiles/chisq.csv", import.meta.url);

test.skipIf(!existsSync(table))("chi-square quantiles agree with R 4.2.2 qchisq, and tails lead back", () => {
	const rows = readFileSync(table, "utf8").trim().split("\n").slice(1);
	for (const row of rows) {
		const [p = 0, degrees = 0, quantile = 0] = row.split(",").map(Number);
		expect(Math.abs(chiSquareQuantile(p, degrees) / quantile - 1)).toBeLessThan(1e-8);
		expect(chiSquareTail(quantile, degrees)).toBeCloseTo(1 - p, 8);
	}
});
