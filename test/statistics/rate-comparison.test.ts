import fc from "fast-check";
import { expect, test } from "vitest";
import { compareRates, overdispersedRatio } from "../../src/statistics/rate-comparison.js";

test("11 in 800 against 21 in 3011: ratio, limits and p of R 4.2.2 poisson.test", () => {
	const result = compareRates({ count: 11, exposure: 800 }, { count: 21, exposure: 3011 });
	expect(result.ratio).toBeCloseTo(1.971488095, 8);
	expect(result.low).toBeCloseTo(0.8584264034, 6);
	expect(result.high).toBeCloseTo(4.2772659437, 6);
	expect(result.p).toBeCloseTo(0.07966863, 7);
});

test("three against none over equal time: p is 2 × (1/2)³ and nothing bounds the ratio above (by hand)", () => {
	const result = compareRates({ count: 3, exposure: 1 }, { count: 0, exposure: 1 });
	expect(result).toMatchObject({ ratio: null, high: null, p: expect.closeTo(0.25, 12) });
});

test("no event at all says nothing: p is 1 (by hand)", () => {
	expect(compareRates({ count: 0, exposure: 5 }, { count: 0, exposure: 2 })).toEqual({
		ratio: null,
		low: 0,
		high: null,
		p: 1,
	});
});

test("the two rates exchanged give the ratio's inverse and the same p (property)", () => {
	const exposed = fc.record({ count: fc.integer({ min: 1, max: 40 }), exposure: fc.integer({ min: 1, max: 900 }) });
	fc.assert(
		fc.property(exposed, exposed, (a, b) => {
			const [there, back] = [compareRates(a, b), compareRates(b, a)];
			expect((there.ratio ?? 0) * (back.ratio ?? 0)).toBeCloseTo(1, 9);
			expect(there.low * (back.high ?? 0)).toBeCloseTo(1, 5);
			expect(there.p).toBeCloseTo(back.p, 6);
		}),
	);
});

test("a broken count and no exposure are refused", () => {
	const one = { count: 1, exposure: 1 };
	expect(() => compareRates({ count: 1.5, exposure: 1 }, one)).toThrow("count must be a whole number, 0 or more: 1.5");
	expect(() => compareRates(one, { count: 1, exposure: 0 })).toThrow("exposure must be above 0: 0");
});

test("counts that vary k times as much have the limits of counts k times smaller, and never narrower ones (property)", () => {
	const [three, five] = [
		{ count: 3, exposure: 10 },
		{ count: 5, exposure: 20 },
	];
	const { low, high } = compareRates(three, five);
	const wide = overdispersedRatio({ count: 6, exposure: 10 }, { count: 10, exposure: 20 }, 2);
	expect(wide).toEqual({ low, high });
	expect(overdispersedRatio(three, five, 0.5)).toEqual({ low, high });
	expect(() => overdispersedRatio(three, five, 0)).toThrow("dispersion must be above 0: 0");
	const counts = fc.integer({ min: 0, max: 30 });
	fc.assert(
		fc.property(counts, counts, fc.integer({ min: 2, max: 6 }), (x, y, times) => {
			const at = (scale: number) =>
				compareRates({ count: x * scale, exposure: scale }, { count: y * scale, exposure: scale });
			// Limits as shares: of a ratio without end only the share has a width.
			const width = ({ low: a, high: b }: { low: number; high: number | null }) =>
				(b === null ? 1 : b / (1 + b)) - a / (1 + a);
			expect(width(at(times))).toBeLessThanOrEqual(width(at(1)) + 1e-9);
			const burst = overdispersedRatio({ count: x, exposure: 1 }, { count: y, exposure: 1 }, times);
			expect(width(burst)).toBeGreaterThanOrEqual(width(at(1)) - 1e-9);
		}),
	);
});
