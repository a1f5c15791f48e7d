import { describe, expect, test } from "vitest";
import { seeded } from "../../src/statistics/random.js";
import { probabilityHighest } from "../../src/statistics/share-ranks.js";
import { poolSharesInClasses } from "../../src/statistics/two-level-beta-binomial.js";

describe("members within classes within all", () => {
	const members = [
		{ class: "x", successes: 9, trials: 10 },
		{ class: "x", successes: 3, trials: 8 },
		{ class: "x", successes: 1, trials: 2 },
		{ class: "y", successes: 2, trials: 9 },
		{ class: "y", successes: 0, trials: 1 },
	];

	test("five shares with 90 % limits (NumPy, importance sampling of the same model, 4 million draws)", () => {
		const expected = [
			[0.787, 0.551, 0.963],
			[0.452, 0.197, 0.705],
			[0.542, 0.171, 0.869],
			[0.26, 0.073, 0.497],
			[0.262, 0.001, 0.685],
		];
		poolSharesInClasses(members, 0.9).forEach(({ share, low, high }, index) => {
			const [wantedShare, wantedLow, wantedHigh] = expected[index] as [number, number, number];
			expect(Math.abs(share - wantedShare)).toBeLessThan(0.003);
			expect(Math.abs(low - wantedLow)).toBeLessThan(0.003);
			expect(Math.abs(high - wantedHigh)).toBeLessThan(0.003);
		});
	});

	test("a member without trials takes the mean of its class, not of the other", () => {
		const [x, y] = poolSharesInClasses([
			...Array.from({ length: 8 }, () => ({ class: "x", successes: 9, trials: 10 })),
			...Array.from({ length: 8 }, () => ({ class: "y", successes: 1, trials: 10 })),
			{ class: "x", successes: 0, trials: 0 },
			{ class: "y", successes: 0, trials: 0 },
		]).slice(-2);
		expect(x?.share).toBeGreaterThan(0.8);
		expect(y?.share).toBeLessThan(0.2);
	});

	test("90 % limits hold the true share 87 to 93 times in a hundred over 1,000 seeded draws of our size", () => {
		const random = seeded(7);
		const sizes = [1, 1, 2, 3, 4, 4, 6, 10];
		// The seventh, fifth and third smallest of nine uniform draws: Beta(7, 3), Beta(5, 5), Beta(3, 7).
		const draw = (rank: number) => Array.from({ length: 9 }, random).sort((a, b) => a - b)[rank - 1] as number;
		let [held, drawn] = [0, 0];
		for (let round = 0; round < 42; round++) {
			const own = [7, 5, 3].flatMap((rank) =>
				sizes.map((trials) => ({ class: String(rank), trials, truth: draw(rank) })),
			);
			const shares = poolSharesInClasses(
				own.map(({ truth, ...member }) => ({
					...member,
					successes: Array.from({ length: member.trials }, random).filter((u) => u < truth).length,
				})),
				0.9,
			);
			drawn += own.length;
			held += shares.filter(({ low, high }, index) => {
				const truth = own[index]?.truth ?? -1;
				return low <= truth && truth <= high;
			}).length;
		}
		expect(drawn).toBeGreaterThan(1000);
		expect(held / drawn).toBeGreaterThan(0.87);
		expect(held / drawn).toBeLessThan(0.93);
	});
});

describe("probability of being the highest", () => {
	test("three groups (NumPy, importance sampling of the same model, 4 million draws: .794, .030, .175)", () => {
		const probabilities = probabilityHighest([
			{ successes: 9, trials: 10 },
			{ successes: 3, trials: 8 },
			{ successes: 14, trials: 20 },
		]);
		[0.794, 0.03, 0.175].forEach((wanted, index) => {
			expect(Math.abs((probabilities[index] as number) - wanted)).toBeLessThan(0.003);
		});
		expect(probabilities.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 10);
	});

	test("equal groups share it equally", () => {
		const equal = probabilityHighest(Array.from({ length: 4 }, () => ({ successes: 5, trials: 9 })));
		for (const each of equal) expect(each).toBeCloseTo(0.25, 10);
	});
});
