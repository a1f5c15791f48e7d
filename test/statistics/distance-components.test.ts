import { expect, test } from "vitest";
import { distanceComponents } from "../../src/statistics/distance-components.js";
import { seeded } from "../../src/statistics/random.js";

const between = (values: readonly number[], power: number) =>
	values.map((one) => values.map((other) => Math.abs(one - other) ** power));

/** Weights of plants in grams: R's data set PlantGrowth (Dobson 1983, table 7.1). */
const plants = {
	ctrl: [4.17, 5.58, 5.18, 6.11, 4.5, 4.61, 5.17, 4.53, 5.33, 5.14],
	trt1: [4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69],
	trt2: [6.31, 5.12, 5.54, 5.5, 5.37, 5.29, 4.92, 6.15, 5.8, 5.26],
};
const values = Object.values(plants).flat();
const labels = Object.entries(plants).flatMap(([name, of]) => of.map(() => name));

test("with squared distances f is that of the analysis of variance of PlantGrowth: 4.846, p .0159 (R, anova(lm(weight ~ group)))", () => {
	const found = distanceComponents(between(values, 2), labels, seeded(1), 4999);
	expect(found.f).toBeCloseTo(4.846, 3);
	expect(Math.abs(found.p - 0.0159)).toBeLessThan(0.006);
	expect(found).toMatchObject({ n: 30, groups: 3, permutations: 4999 });
});

test("two pairs 0, 1 and 10, 11: dispersion 10.5 in all and 1 within, f 19, by hand", () => {
	const found = distanceComponents(between([0, 1, 10, 11], 1), ["a", "a", "b", "b"], seeded(1), 999);
	// Sum of the six distances 42 over 4, and 1 over 2 for either pair; 9.5 over 1 and 1 over 2 degrees.
	expect(found.f).toBeCloseTo(19, 12);
	expect(found.share_between).toBeCloseTo(9.5 / 10.5, 12);
	// Of the three ways to make two pairs, one is as apart as this.
	expect(Math.abs(found.p - 1 / 3)).toBeLessThan(0.05);
});

test("labels dealt out at random give p below .05 about five times in a hundred (400 seeded rounds)", () => {
	const random = seeded(3);
	let small = 0;
	for (let round = 0; round < 400; round++) {
		const sample = Array.from({ length: 20 }, () => (random() < 0.5 ? random() : 10 + random()));
		const years = sample.map((_, index) => String(index % 4));
		if (distanceComponents(between(sample, 1), years, random, 99).p <= 0.05) small++;
	}
	expect(small / 400).toBeGreaterThan(0.025);
	expect(small / 400).toBeLessThan(0.085);
});

test("groups of equal means but unequal spread are told apart, which an analysis of variance does not see", () => {
	const sample = [
		...Array.from({ length: 15 }, (_, i) => i - 7),
		...Array.from({ length: 15 }, (_, i) => 20 * (i - 7)),
	];
	const sides = sample.map((_, index) => (index < 15 ? "narrow" : "wide"));
	expect(distanceComponents(between(sample, 1), sides, seeded(1)).p).toBeLessThan(0.01);
	expect(distanceComponents(between(sample, 2), sides, seeded(1)).p).toBeGreaterThan(0.5);
});

test("one group, and labels that are not as many as things, are refused", () => {
	expect(() => distanceComponents([[0]], ["a"], seeded(1))).toThrow("needs two groups or more: 1");
	expect(() => distanceComponents([[0]], ["a", "b"], seeded(1))).toThrow("labels must be as many as things: 2");
});
