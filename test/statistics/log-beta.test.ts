import { readFileSync } from "node:fs";
import betaln from "@stdlib/math-base-special-betaln";
import fc from "fast-check";
import { expect, test } from "vitest";
import { logBeta } from "../../src/statistics/log-beta.js";

const file = new URL("../fixtures/bench/log-beta/values.csv", import.meta.url);
const values = readFileSync(file, "utf8")
	.trim()
	.split("\n")
	.slice(1)
	.map((line) => line.split(",").map(Number) as [a: number, b: number, expected: number]);

/** Relative, and absolute where the logarithm itself is near 0. */
const errorOf = (actual: number, expected: number) => Math.abs(actual - expected) / Math.max(Math.abs(expected), 0.01);

test("log B(a, b) as mpmath computes it with 400 digits, from 1e-300 to 1e300", () => {
	expect(values.length).toBe(451);
	const wrong = values.filter(
		([a, b, expected]) => !(errorOf(logBeta(a, b), expected) <= 1e-13 && logBeta(b, a) === logBeta(a, b)),
	);
	expect(wrong).toEqual([]);
});

test("exact values: B(1/2, 1/2) = π, B(1, n) = 1 / n, B(3, 4) = 1 / 60", () => {
	expect(logBeta(0.5, 0.5)).toBeCloseTo(Math.log(Math.PI), 14);
	expect(logBeta(1, 1)).toBe(0);
	expect(logBeta(1, 1000)).toBeCloseTo(-Math.log(1000), 14);
	expect(logBeta(4, 3)).toBeCloseTo(-Math.log(60), 14);
	expect([logBeta(0, 5), logBeta(3, Number.POSITIVE_INFINITY)]).toEqual([
		Number.POSITIVE_INFINITY,
		Number.NEGATIVE_INFINITY,
	]);
	expect(logBeta(-1, 5)).toBeNaN();
});

test("agrees with @stdlib for any pair of arguments within 1e-12 to 1e12", () => {
	const exponent = fc.double({ min: -12, max: 12, noNaN: true });
	fc.assert(
		fc.property(exponent, exponent, (x, y) => {
			const [a, b] = [10 ** x, 10 ** y];
			expect(errorOf(logBeta(a, b), betaln(a, b))).toBeLessThan(1e-13);
		}),
		{ numRuns: 2000 },
	);
});
