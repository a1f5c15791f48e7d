import { readFileSync } from "node:fs";
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

test.each([
	[1, 0.050020345, 4.931860525],
	[3, 0.763096298, 8.164469208],
	[10, 5.079521847, 17.824853697],
	[60, 46.193720326, 76.702262623],
])(
	"mid-p of %i: %f to %f (R 4.2.2: ppois(x - 1, m) + dpois(x, m) / 2 is 0.975 and 0.025, by uniroot)",
	(count, low, high) => {
		expect(midP(count)).toEqual({ low: expect.closeTo(low, 7), high: expect.closeTo(high, 7) });
	},
);

test("twice Poisson's variance: 10 events say what 5 say, doubled; less than Poisson's is not more evidence (by hand)", () => {
	const five = garwood(5);
	expect(overdispersed(10, 2)).toEqual({ low: 2 * five.low, high: 2 * five.high });
	expect(overdispersed(10, 0.5)).toEqual(garwood(10));
	expect(overdispersed(10, 2, midP).high).toBeCloseTo(2 * midP(5).high, 12);
	expect(() => overdispersed(1, 0)).toThrow("dispersion must be above 0: 0");
});

test("a count below zero is refused", () => expect(() => garwood(-1)).toThrow("count must be 0 or more: -1"));
