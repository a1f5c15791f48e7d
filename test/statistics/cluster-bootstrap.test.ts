import { expect, test } from "vitest";
import { clusterBootstrap } from "../../src/statistics/cluster-bootstrap.js";
import { seeded } from "../../src/statistics/random.js";

const mean = (drawn: readonly { readonly n: number; readonly sum: number }[]) =>
	drawn.reduce((total, { sum }) => total + sum, 0) / drawn.reduce((total, { n }) => total + n, 0);

test("limits of a mean of single draws are those of the normal, 1.645 standard errors apart (Efron & Tibshirani 1993)", () => {
	const clusters = Array.from({ length: 100 }, (_, index) => ({ n: 1, sum: index % 2 }));
	const { low, high } = clusterBootstrap(clusters, mean, { random: seeded(5), draws: 20_000 })(0.9);
	// Half of them 1: standard error √(.25 / 100) = .05.
	expect(Math.abs(low - (0.5 - 1.645 * 0.05))).toBeLessThan(0.011);
	expect(Math.abs(high - (0.5 + 1.645 * 0.05))).toBeLessThan(0.011);
});

test("ten answers that hang together count as one: limits √10 wider than of a hundred apart, by hand", () => {
	const clusters = Array.from({ length: 10 }, (_, index) => ({ n: 10, sum: 10 * (index % 2) }));
	const { low, high } = clusterBootstrap(clusters, mean, { random: seeded(5), draws: 20_000 })(0.9);
	// Of ten fair draws 5 % give 2 or fewer, 5 % give 8 or more (binomial: .0547 each).
	expect([low, high]).toEqual([0.2, 0.8]);
});

test("the same seed gives the same limits, a wider level wider ones; nothing to draw from is refused", () => {
	const clusters = Array.from({ length: 30 }, (_, index) => ({ n: 2, sum: index % 3 }));
	const run = () => clusterBootstrap(clusters, mean, { random: seeded(9), draws: 500 });
	expect(run()(0.9)).toEqual(run()(0.9));
	const [narrow, wide] = [run()(0.5), run()(0.99)];
	expect(wide.low).toBeLessThan(narrow.low);
	expect(wide.high).toBeGreaterThan(narrow.high);
	expect(() => clusterBootstrap([], () => 0, { random: seeded(1) })).toThrow("no clusters to draw from");
});
