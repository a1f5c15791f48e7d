import { existsSync, readFileSync } from "node:fs";
import betaCdf from "@stdlib/stats-base-dists-beta-cdf";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { betaGrid, poolShares } from "../../src/statistics/beta-binomial.js";
import { mixtureQuantile } from "../../src/statistics/beta-mixture.js";
import { seeded } from "../../src/statistics/random.js";

const bench = (path: string) => new URL(`../../../shared/bench/${path}`, import.meta.url);
const table = (path: string) =>
	readFileSync(bench(path), "utf8")
		.trim()
		.split(/\r?\n/)
		.slice(1)
		.map((line) => line.split(","));

describe("rat tumours, 71 experiments (Gelman et al., Bayesian Data Analysis, 3rd ed., table 5.1)", () => {
	const there = existsSync(bench("rats-betabinomial/data.csv"));

	test.skipIf(!there)("posterior means of alpha and beta are 2.403 and 14.32 (wide grid, computed apart)", () => {
		const groups = table("rats-betabinomial/data.csv").map(([y, n]) => ({ successes: Number(y), trials: Number(n) }));
		expect(groups.length).toBe(71);
		const grid = betaGrid(groups);
		expect(grid.reduce((sum, { a, weight }) => sum + a * weight, 0)).toBeCloseTo(2.4027, 2);
		expect(grid.reduce((sum, { b, weight }) => sum + b * weight, 0)).toBeCloseTo(14.32, 1);
	});

	test.skipIf(!there)(
		"shares of 4 of 14 and 0 of 20 with 95 % limits (SciPy on a grid of 300 by 300, mixture inverted by Brent's method)",
		() => {
			const groups = table("rats-betabinomial/data.csv").map(([y, n]) => ({ successes: Number(y), trials: Number(n) }));
			const shares = poolShares(groups, 0.95);
			const last = shares.at(-1);
			expect(last?.share).toBeCloseTo(0.210857, 3);
			expect(last?.low).toBeCloseTo(0.086529, 3);
			expect(last?.high).toBeCloseTo(0.378419, 3);
			const none = shares[groups.findIndex(({ successes, trials }) => successes === 0 && trials === 20)];
			expect(none?.share).toBeCloseTo(0.06357, 3);
			expect(none?.low).toBeCloseTo(0.006935, 3);
			expect(none?.high).toBeCloseTo(0.163945, 3);
		},
	);
});

test.skipIf(!existsSync(bench("baseball-efron-morris/data.csv")))(
	"eighteen batters: pooling predicts the rest of the season better for 16 of 18, as Efron and Morris (1975) found",
	() => {
		const rows = table("baseball-efron-morris/data.csv").map((cells) => cells.map((cell) => cell.replaceAll('"', "")));
		const hits = rows.map((cells) => Number(cells.at(-3)));
		const rest = rows.map((cells) => Number(cells.at(-1)));
		const shares = poolShares(hits.map((successes) => ({ successes, trials: 45 })));
		const better = shares.filter(
			({ share }, index) =>
				Math.abs(share - (rest[index] as number)) < Math.abs((hits[index] as number) / 45 - (rest[index] as number)),
		);
		expect(rows.length).toBe(18);
		expect(better.length).toBeGreaterThanOrEqual(15);
		const loss = (estimates: readonly number[]) =>
			estimates.reduce((sum, estimate, index) => sum + (estimate - (rest[index] as number)) ** 2, 0);
		expect(loss(hits.map((hit) => hit / 45)) / loss(shares.map(({ share }) => share))).toBeGreaterThan(2.5);
	},
);

test("limits of one Beta distribution agree with the distribution function of @stdlib", () => {
	for (const [a, b] of [
		[1, 1],
		[0.3, 0.3],
		[0.5, 20],
		[3, 2],
		[40, 3],
		[3000, 2000],
	] as const) {
		const [low, middle, high] = mixtureQuantile([{ a, b, weight: 1 }], [0.05, 0.5, 0.95]) as [number, number, number];
		expect(betaCdf(low, a, b)).toBeCloseTo(0.05, 3);
		expect(betaCdf(middle, a, b)).toBeCloseTo(0.5, 3);
		expect(betaCdf(high, a, b)).toBeCloseTo(0.95, 3);
	}
});

test("a mixture of two is inverted where its distribution function says so (@stdlib)", () => {
	const mixture = [
		{ a: 2, b: 8, weight: 0.3 },
		{ a: 30, b: 5, weight: 0.7 },
	];
	for (const probability of [0.05, 0.25, 0.5, 0.95]) {
		const [x] = mixtureQuantile(mixture, [probability]) as [number];
		const reached = mixture.reduce((sum, { a, b, weight }) => sum + weight * betaCdf(x, a, b), 0);
		expect(Math.abs(reached - probability)).toBeLessThan(5e-4);
	}
});

test("90 % limits hold the true share 87 to 93 times in a hundred over 1,000 seeded draws of our size", () => {
	const random = seeded(20211201);
	const trials = [1, 2, 3, 5, 8, 12, 20, 22, 32, 48];
	// Shares are drawn from Beta(7, 3) as order statistics: the seventh smallest of nine uniform draws.
	const draw = () => Array.from({ length: 9 }, random).sort((a, b) => a - b)[6] as number;
	let held = 0;
	const rounds = 100;
	for (let round = 0; round < rounds; round++) {
		const truth = trials.map(draw);
		const groups = trials.map((n, index) => ({
			trials: n,
			successes: Array.from({ length: n }, random).filter((u) => u < (truth[index] as number)).length,
		}));
		held += poolShares(groups, 0.9).filter(
			({ low, high }, index) => low <= (truth[index] as number) && (truth[index] as number) <= high,
		).length;
	}
	const share = held / (rounds * trials.length);
	expect(share).toBeGreaterThan(0.87);
	expect(share).toBeLessThan(0.93);
});

test("a group without trials changes nothing for the others, and one more success never lowers a share", () => {
	const group = fc.record({
		trials: fc.integer({ min: 1, max: 40 }),
		part: fc.double({ min: 0, max: 1, noNaN: true }),
	});
	fc.assert(
		fc.property(fc.array(group, { minLength: 2, maxLength: 5 }), (drawn) => {
			const groups = drawn.map(({ trials, part }) => ({ trials, successes: Math.floor(part * trials) }));
			const plain = poolShares(groups);
			const withEmpty = poolShares([...groups, { trials: 0, successes: 0 }]);
			expect(withEmpty.slice(0, -1)).toEqual(plain);
			const [first] = groups as [{ trials: number; successes: number }];
			if (first.successes === first.trials) return;
			const more = poolShares([{ ...first, successes: first.successes + 1 }, ...groups.slice(1)]);
			expect(more[0]?.share ?? 0).toBeGreaterThan((plain[0]?.share ?? 0) - 1e-6);
		}),
		{ numRuns: 25 },
	);
});

test("more successes than trials is refused", () => {
	expect(() => poolShares([{ successes: 5, trials: 3 }])).toThrow("successes must be within 0 to 3: 5");
});
