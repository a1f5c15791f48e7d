import { describe, expect, test } from "vitest";
import { clusterBootstrap } from "../../src/statistics/cluster-bootstrap.js";
import { seeded } from "../../src/statistics/random.js";

const mean = (clusters: readonly (readonly number[])[]) => {
	const rows = clusters.flat();
	return rows.reduce((sum, each) => sum + each, 0) / rows.length;
};

describe("bootstrap by cluster", () => {
	test("of single rows the limits are those of the mean: ± 1.645 standard errors (normal theory, n = 100)", () => {
		const rows = Array.from({ length: 100 }, (_, index) => [index]);
		const { low, high } = clusterBootstrap(rows, mean, { random: seeded(5) })(0.9);
		const reach = (1.6449 * Math.sqrt((100 ** 2 - 1) / 12)) / 10;
		expect(Math.abs(low - (49.5 - reach))).toBeLessThan(0.6);
		expect(Math.abs(high - (49.5 + reach))).toBeLessThan(0.6);
	});

	test("rows that hang together are no evidence of their own: ten copies of each row change no limit", () => {
		const single = Array.from({ length: 30 }, (_, index) => [index]);
		const copies = single.map(([value]) => new Array<number>(10).fill(value as number));
		const [one, ten] = [single, copies].map((rows) => clusterBootstrap(rows, mean, { random: seeded(5) })(0.9));
		expect(ten?.low).toBeCloseTo(one?.low as number, 9);
		expect(ten?.high).toBeCloseTo(one?.high as number, 9);
	});

	test("nothing to draw from is refused", () => {
		expect(() => clusterBootstrap([], mean, { random: seeded(5) })).toThrow("no clusters to draw from");
	});
});
