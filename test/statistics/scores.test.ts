import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	calibrationBins,
	recalibrateLeaveOneOut,
	recalibrationSlope,
	sharpen,
} from "../../src/statistics/calibration.js";
import { brierScore, brierSkill, type Forecast, logScore, murphyParts } from "../../src/statistics/scores.js";
import { wilson } from "../../src/statistics/share-interval.js";

const zip = (probabilities: readonly number[], outcomes: readonly number[]): Forecast[] =>
	probabilities.map((probability, index) => ({ probability, outcome: outcomes[index] === 1 }));
/** Sixty forecasts: of ten at .05 one came about, of twenty at .3 five, of ten at .5 four, of fifteen at .8 eleven, of five at .95 all. */
const sixty = (
	[
		[0.05, 10, 1],
		[0.3, 20, 5],
		[0.5, 10, 4],
		[0.8, 15, 11],
		[0.95, 5, 5],
	] as const
).flatMap(([probability, n, came]) =>
	Array.from({ length: n }, (_, index) => ({ probability, outcome: index >= n - came })),
);
const forecast = fc.record({ probability: fc.double({ min: 0, max: 1, noNaN: true }), outcome: fc.boolean() });
const forecasts = fc.array(forecast, { minLength: 1, maxLength: 40 });

describe("scikit-learn", () => {
	test("Brier score .0375 and logarithmic score .21616 (printed in its documentation, 1.2.1)", () => {
		expect(brierScore(zip([0.1, 0.9, 0.8, 0.3], [0, 1, 1, 0]))).toBeCloseTo(0.0375, 12);
		expect(logScore(zip([0.9, 0.1, 0.2, 0.65], [1, 0, 0, 1]))).toBeCloseTo(0.21616187468, 10);
	});

	test("nine forecasts in thirds: 0, 2/3 and 1 came about of .2, .5833 and .9 (scikit-learn 1.9.1, quantile strategy)", () => {
		const nine = zip([0.1, 0.2, 0.3, 0.4, 0.65, 0.7, 0.8, 0.9, 1], [0, 0, 0, 0, 1, 1, 1, 1, 1]);
		const bins = calibrationBins(nine, 3);
		expect(bins.map(({ n }) => n)).toEqual([3, 3, 3]);
		[0, 0.66666667, 1].forEach((share, index) => {
			expect(bins[index]?.share).toBeCloseTo(share, 7);
		});
		[0.2, 0.58333333, 0.9].forEach((mean, index) => {
			expect(bins[index]?.mean_probability).toBeCloseTo(mean, 7);
		});
	});
});

describe("Murphy's decomposition", () => {
	const printed = { brier: 0.170625, reliability: 0.0042361111, resolution: 0.0791666667, uncertainty: 0.2455555556 };

	test("sixty forecasts of five kinds, by hand and by Python", () => {
		const parts = murphyParts(sixty);
		for (const [name, value] of Object.entries(printed))
			expect(parts[name as keyof typeof printed]).toBeCloseTo(value, 9);
		expect([parts.bins, parts.n]).toEqual([5, 60]);
	});

	const bench = new URL("../fixtures/bench/scoring-calibration/expected.json", import.meta.url);
	test("the same to twelve digits (Python, fixtures/bench/scoring-calibration)", () => {
		const { p, y, ...wanted } = JSON.parse(readFileSync(bench, "utf8")).computed_here.murphy_decomposition;
		const parts = murphyParts(zip(p, y));
		for (const name of ["brier", "reliability", "resolution", "uncertainty"] as const)
			expect(parts[name]).toBeCloseTo(wanted[name], 12);
	});

	test("adds up to the Brier score whatever the forecasts (property)", () => {
		fc.assert(
			fc.property(forecasts, (rows) => {
				const { brier, reliability, resolution, uncertainty } = murphyParts(rows);
				expect(reliability - resolution + uncertainty).toBeCloseTo(brier, 10);
			}),
		);
	});
});

describe("skill and clip", () => {
	test("skill of the sixty against the base rate of the others: .328116 (NumPy)", () => {
		expect(brierSkill(sixty)).toBeCloseTo(0.32811580882, 10);
	});

	test("whoever always forecasts the base rate of the others has skill 0 (property)", () => {
		fc.assert(
			fc.property(fc.array(fc.boolean(), { minLength: 2, maxLength: 30 }), (outcomes) => {
				const came = outcomes.filter(Boolean).length;
				const rows = outcomes.map((outcome) => ({
					outcome,
					probability: (came - (outcome ? 1 : 0)) / (outcomes.length - 1),
				}));
				const skill = brierSkill(rows);
				if (skill !== null) expect(skill).toBeCloseTo(0, 12);
				else expect(new Set(outcomes).size).toBe(1);
			}),
		);
	});

	test("a certain forecast that failed costs −ln 1e-6 = 13.8155, not infinity", () => {
		expect(logScore([{ probability: 1, outcome: false }])).toBeCloseTo(13.815511, 6);
		expect(logScore([{ probability: 0, outcome: false }])).toBeCloseTo(1e-6, 9);
	});

	test("both scores are proper: no forecast beats the true probability on average (property)", () => {
		const probability = fc.double({ min: 0.01, max: 0.99, noNaN: true });
		fc.assert(
			fc.property(probability, probability, (truth, said) => {
				for (const score of [brierScore, logScore]) {
					const expected = (given: number) =>
						truth * score([{ probability: given, outcome: true }]) +
						(1 - truth) * score([{ probability: given, outcome: false }]);
					expect(expected(said)).toBeGreaterThanOrEqual(expected(truth) - 1e-12);
				}
			}),
		);
	});

	test("nothing to score, and what is no probability, are refused", () => {
		expect(() => brierScore([])).toThrow("no forecasts to score");
		expect(() => logScore([{ probability: 1.2, outcome: true }])).toThrow("probability not within 0 to 1: 1.2");
		expect(brierSkill([{ probability: 0.4, outcome: true }])).toBeNull();
	});
});

describe("bins", () => {
	test("equal forecasts are never parted, nothing is lost, and the order of rows does not matter (property)", () => {
		const few = fc.array(fc.record({ probability: fc.constantFrom(0, 0.2, 0.5, 0.7, 1), outcome: fc.boolean() }), {
			minLength: 1,
			maxLength: 30,
		});
		fc.assert(
			fc.property(few, fc.integer({ min: 1, max: 6 }), (rows, bins) => {
				const made = calibrationBins(rows, bins);
				expect(made.reduce((sum, { n }) => sum + n, 0)).toBe(rows.length);
				expect(made.length).toBeLessThanOrEqual(bins);
				made.slice(1).forEach(({ from }, index) => {
					expect(from).toBeGreaterThan(made[index]?.to as number);
				});
				for (const { low, share, high } of made) expect(low <= share && share <= high).toBe(true);
				expect(calibrationBins([...rows].reverse(), bins)).toEqual(made);
			}),
		);
	});

	test("no bins are refused", () => {
		expect(() => calibrationBins([], 0)).toThrow("bins must be a whole number from 1 up: 0");
	});
});

describe("intervals of a share", () => {
	test("none and all reach 0 and 1 exactly, by algebra: the root is z²/2 there", () => {
		for (let n = 1; n <= 300; n++)
			for (const confidence of [0.8, 0.9, 0.95]) {
				expect(wilson(0, n, confidence).low).toBe(0);
				expect(wilson(n, n, confidence).high).toBe(1);
			}
	});

	test.each([
		[81, 263, 0.2553, 0.3662],
		[15, 148, 0.0624, 0.1605],
		[0, 20, 0, 0.1611],
		[1, 29, 0.0061, 0.1718],
	])("Wilson, %d of %d: %f to %f (Newcombe, Statistics in Medicine 17, 1998, table I)", (k, n, low, high) => {
		const limits = wilson(k, n, 0.95);
		expect(limits.low).toBeCloseTo(low, 4);
		expect(limits.high).toBeCloseTo(high, 4);
	});

	test("no trials, and more successes than trials, are refused", () => {
		expect(() => wilson(0, 0)).toThrow("trials must be above 0: 0");
		expect(() => wilson(5, 3)).toThrow("successes must be within 0 to 3: 5");
	});
});

describe("recalibration by one slope", () => {
	test("slope of the sixty .913668 (SciPy, bounded minimum of the logarithmic score)", () => {
		expect(recalibrationSlope(sixty)).toBeCloseTo(0.9136678, 6);
	});

	test("six clusters, each left out of its own fit (SciPy)", () => {
		const rows = sixty.map((row, index) => ({ ...row, cluster: String(index % 6) }));
		const wanted = [0.862816, 0.9338441, 0.8330183, 1.0693629, 0.9042666, 0.9042666];
		recalibrateLeaveOneOut(rows).forEach((row, index) => {
			expect(row?.slope).toBeCloseTo(wanted[index % 6] as number, 5);
			expect(row?.fitted_on).toBe(50);
		});
	});

	test("a forecast has no say in its own fit: turning its outcome round leaves its slope alone (property)", () => {
		const clustered = fc.array(
			fc.record({
				probability: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
				outcome: fc.boolean(),
				cluster: fc.constantFrom("a", "b", "c"),
			}),
			{ minLength: 2, maxLength: 20 },
		);
		fc.assert(
			fc.property(clustered, (rows) => {
				const turned = rows.map((row) => (row.cluster === "a" ? { ...row, outcome: !row.outcome } : row));
				const slopes = (given: typeof rows) =>
					recalibrateLeaveOneOut(given).filter((_, index) => given[index]?.cluster === "a");
				expect(slopes(turned)).toEqual(slopes(rows));
			}),
		);
	});

	test("too sure by two on the log odds gives a slope of one half (by hand)", () => {
		// At 9 to 1 three of four came about, at 1 to 9 one of four: odds 3 = √9.
		const rows = zip([0.9, 0.9, 0.9, 0.9, 0.1, 0.1, 0.1, 0.1], [1, 1, 1, 0, 0, 0, 0, 1]);
		expect(recalibrationSlope(rows)).toBeCloseTo(0.5, 9);
		expect(sharpen(0.9, 0.5)).toBeCloseTo(0.75, 12);
	});

	test("one half says nothing; what only failed gets slope 0; what never failed the steepest", () => {
		expect(recalibrationSlope([{ probability: 0.5, outcome: true }])).toBeNull();
		expect(recalibrationSlope([{ probability: 0.9, outcome: false }])).toBe(0);
		expect(recalibrationSlope([{ probability: 0.9, outcome: true }])).toBe(20);
		expect(recalibrateLeaveOneOut([{ probability: 0.9, outcome: true, cluster: "alone" }])).toEqual([null]);
	});
});
