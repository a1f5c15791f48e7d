import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { overdispersed } from "../../src/statistics/overdispersed.js";
import { garwood, midP } from "../../src/statistics/poisson.js";

const table = new URL("../fixtures/bench/poisson-garwood/garwood.csv", import.meta.url);

test("Garwood's limits agree with all 124 rows of R 4.2.2 poisson.test", () => {
	const rows = readFileSync(table, "utf8").trim().split("\n").slice(1);
	expect(rows).toHaveLength(124);
	for (const row of rows) {
		const [confidence = 0, count = 0, low = 0, high = 0] = row.split(",").map(Number);
		const interval = garwood(count, confidence);
		expect(interval.low).toBeCloseTo(low, 7);
		expect(interval.high).toBeCloseTo(high, 7);
	}
});

test("a rate's limits are the count's over the exposure (R 4.2.2 poisson.test(137, 24.19893))", () => {
	const { low, high } = garwood(137);
	expect(low / 24.19893).toBeCloseTo(4.753124805, 7);
	expect(high / 24.19893).toBeCloseTo(6.692709334, 7);
});

test("mid-p of no event has the upper limit ln 20 (half of e^-m is .025, by hand)", () => {
	expect(midP(0)).toEqual({ low: 0, high: expect.closeTo(Math.log(20), 9) });
});

test("at mid-p's limits half of P(Y = 3) and all beyond make .025 (the definition, summed by hand)", () => {
	const { low, high } = midP(3);
	const terms = (mean: number) => [1, mean, mean ** 2 / 2, mean ** 3 / 6].map((term) => term * Math.exp(-mean));
	const [a = 0, b = 0, c = 0, d = 0] = terms(low);
	expect(1 - a - b - c - d + d / 2).toBeCloseTo(0.025, 9);
	const [e = 0, f = 0, g = 0, h = 0] = terms(high);
	expect(e + f + g + h / 2).toBeCloseTo(0.025, 9);
});

test("mid-p lies within Garwood, and more evidence at the same rate never widens a rate's interval (property)", () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 2, max: 9 }), (count, times) => {
			const [exact, mid, more] = [garwood(count), midP(count), garwood(count * times)];
			expect(mid.low).toBeGreaterThanOrEqual(exact.low);
			expect(mid.high).toBeLessThanOrEqual(exact.high);
			expect((more.high - more.low) / times).toBeLessThanOrEqual(exact.high - exact.low + 1e-9);
			const moreMid = midP(count * times);
			expect((moreMid.high - moreMid.low) / times).toBeLessThanOrEqual(mid.high - mid.low + 1e-9);
		}),
	);
});

test("twice Poisson's variance: 10 events say what 5 say, doubled; less than Poisson's is not more evidence (by hand)", () => {
	const five = garwood(5);
	expect(overdispersed(10, 2)).toEqual({ low: 2 * five.low, high: 2 * five.high });
	expect(overdispersed(10, 0.5)).toEqual(garwood(10));
	expect(overdispersed(10, 2, midP).high).toBeCloseTo(2 * midP(5).high, 12);
	expect(() => overdispersed(1, 0)).toThrow("dispersion must be above 0: 0");
});

test("a count below zero is refused", () => expect(() => garwood(-1)).toThrow("count must be 0 or more: -1"));
