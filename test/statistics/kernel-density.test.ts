import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { gaussianKernel, kernelDensity } from "../../src/statistics/kernel-density.js";

const bench = new URL("../fixtures/bench/kde-faithful/", import.meta.url);

test(`272 eruptions of Old Faithful at bandwidth .3347770345 have R's exact Gaussian densities to 1e-9`, () => {
	const [, ...cells] = readFileSync(new URL("data.csv", bench), "utf8").trim().split("\n");
	const { computed_here_R } = JSON.parse(readFileSync(new URL("expected.json", bench), "utf8"));
	const wanted = Object.entries<number>(computed_here_R["exact Gaussian KDE with h=bw.nrd0"]);
	const values = cells.map(Number);
	expect(values).toHaveLength(272);
	const found = kernelDensity(
		values,
		wanted.map(([at]) => Number(at)),
		computed_here_R["bw.nrd0"],
	);
	for (const [index, [, density]] of wanted.entries()) expect(found[index]).toBeCloseTo(density, 9);
});

/** Trapezoids over a fine grid. */
function integral(of: (at: number) => number, from: number, to: number, steps = 4000): number {
	const step = (to - from) / steps;
	const heights = Array.from({ length: steps + 1 }, (_, index) => of(from + index * step));
	return step * (heights.reduce((sum, each) => sum + each, 0) - ((heights[0] ?? 0) + (heights.at(-1) ?? 0)) / 2);
}

test("with reflection the density over the line adds up to 1, wherever a value lies; without, what lies beyond the end is lost (half of it at the end itself)", () => {
	const ends = { from: 0, to: 924 };
	for (const value of [0, 3, 30, 460, 910, 924])
		expect(integral((at) => gaussianKernel(value, at, 25, ends), 0, 924)).toBeCloseTo(1, 6);
	expect(integral((at) => gaussianKernel(0, at, 25), 0, 924)).toBeCloseTo(0.5, 6);
});

test("the kernel is the normal density: .39894 at its centre, .24197 at one, .05399 at two standard deviations (any table)", () => {
	expect(gaussianKernel(0, 0, 1)).toBeCloseTo(0.39894, 5);
	expect(gaussianKernel(0, 25, 25) * 25).toBeCloseTo(0.24197, 5);
	expect(gaussianKernel(5, 1, 2) * 2).toBeCloseTo(0.05399, 5);
});

test("no bandwidth and no value are refused", () => {
	expect(() => kernelDensity([1], [1], 0)).toThrow("bandwidth must be above 0: 0");
	expect(() => kernelDensity([], [1], 1)).toThrow("needs a value or more");
});
