import { describe, expect, test } from "vitest";
import { clusterJackknife } from "../../src/statistics/cluster-jackknife.js";

describe("delete-one-cluster jackknife", () => {
	test("of a mean it is the textbook standard error s / √n, times 1.959964 (by hand)", () => {
		const values = [3, 5, 8, 12, 2, 7];
		const mean = (list: readonly number[]) => list.reduce((sum, each) => sum + each, 0) / list.length;
		const without = values.map((_, left) => mean(values.filter((__, index) => index !== left)));
		const s = Math.sqrt(values.reduce((sum, each) => sum + (each - mean(values)) ** 2, 0) / (values.length - 1));
		const { low, high } = clusterJackknife(mean(values), without, 0.95);
		expect((high - low) / 2).toBeCloseTo((1.959963984540054 * s) / Math.sqrt(values.length), 9);
		expect((low + high) / 2).toBeCloseTo(mean(values), 12);
	});

	test("clusters that change nothing give no width", () =>
		expect(clusterJackknife(4, [4, 4, 4])).toEqual({ low: 4, high: 4 }));

	test("one cluster is too few", () =>
		expect(() => clusterJackknife(4, [4])).toThrow("a jackknife needs two clusters or more: 1"));
});
