import { expect, test } from "vitest";
import { seeded } from "../../src/statistics/random.js";
import { longestGapTail } from "../../src/statistics/spacings.js";

test("one event leaves a gap of at least three quarters in half of all cases (by hand)", () => {
	expect(longestGapTail(1, 0.75)).toBeCloseTo(0.5, 9);
});

test("two events leave a gap of at least half with probability 3/4 (by hand: 3 × (1/2)²)", () => {
	expect(longestGapTail(2, 0.5)).toBeCloseTo(0.75, 9);
});

test("twenty events agree with 20,000 draws at four shares", () => {
	const random = seeded(7);
	const longest = Array.from({ length: 20_000 }, () => {
		const at = [0, ...Array.from({ length: 20 }, random).sort((a, b) => a - b), 1];
		return Math.max(...at.slice(1).map((each, index) => each - (at[index] ?? 0)));
	});
	for (const share of [0.12, 0.17, 0.22, 0.3]) {
		const drawn = longest.filter((gap) => gap >= share).length / longest.length;
		expect(Math.abs(longestGapTail(20, share) - drawn)).toBeLessThan(0.015);
	}
});

test("where many such gaps are expected one is as good as certain, however many the events (1 − e^-λ, λ above 20)", () => {
	expect(longestGapTail(1_000, 0.002)).toBe(1);
	expect(longestGapTail(1_000_000, 1 / 1826)).toBeCloseTo(0, 9);
	expect(longestGapTail(1_000, 0.004)).toBe(1);
	// λ = 1001 × .994^1000 is 2.44: at least 1 − e^-λ, and by little, for gaps hinder each other little.
	const tail = longestGapTail(1_000, 0.006);
	expect(tail).toBeGreaterThan(1 - Math.exp(-1001 * 0.994 ** 1000));
	expect(tail).toBeLessThan(0.93);
});
