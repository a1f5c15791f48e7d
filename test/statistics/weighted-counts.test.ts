import { expect, test } from "vitest";
import { garwood } from "../../src/statistics/poisson.js";
import { seeded } from "../../src/statistics/random.js";
import { weightedInterval } from "../../src/statistics/weighted-counts.js";

const repeated = (...pairs: readonly (readonly [count: number, weight: number])[]) =>
	pairs.flatMap(([count, weight]) => Array<number>(count).fill(weight));

test("11 and 9 events of 500 each, standardized to 640 and 720: 1.9882 per 100 (1.2133 to 3.0820; R, epitools::ageadjust.direct)", () => {
	const [first, second] = [(100 * 640) / 1360 / 500, (100 * 720) / 1360 / 500];
	const weights = repeated([11, first], [9, second]);
	expect(weights.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1.9882, 4);
	const { low, high } = weightedInterval(weights, second);
	expect(low).toBeCloseTo(1.2133, 4);
	expect(high).toBeCloseTo(3.082, 4);
});

test("with equal weights it is Garwood's interval of the count (Fay & Feuer 1997, section 3)", () => {
	for (const count of [0, 1, 4, 17, 60]) {
		const found = weightedInterval(repeated([count, 0.25]), 0.25);
		expect(found.low).toBeCloseTo(garwood(count).low / 4, 9);
		expect(found.high).toBeCloseTo(garwood(count).high / 4, 9);
	}
});

test("in 2,000 seeded samples of means 2, 3 and 6 with weights 1, .3 and .05 it holds the mean at least 95 times in 100", () => {
	const random = seeded(7);
	const poisson = (mean: number) => {
		let [count, product] = [-1, 1];
		for (; product > Math.exp(-mean); count++) product *= random();
		return count;
	};
	const strata = [
		[2, 1],
		[3, 0.3],
		[6, 0.05],
	] as const;
	const truth = strata.reduce((sum, [mean, weight]) => sum + mean * weight, 0);
	let held = 0;
	for (let round = 0; round < 2000; round++) {
		const weights = repeated(...strata.map(([mean, weight]) => [poisson(mean), weight] as const));
		const { low, high } = weightedInterval(weights, 1);
		if (low <= truth && truth <= high) held++;
	}
	expect(held / 2000).toBeGreaterThan(0.95);
	expect(held / 2000).toBeLessThan(0.999);
});

test("weights too small to be told from 0 leave the lower limit at 0; a weight below 0 is refused", () => {
	expect(weightedInterval([1e-200, 1e-190], 1)).toMatchObject({ low: 0 });
	expect(() => weightedInterval([-1], 1)).toThrow("a weight must be 0 or more: -1");
});
