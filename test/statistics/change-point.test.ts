import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { changePoint } from "../../src/statistics/change-point.js";
import { clusteredChange } from "../../src/statistics/clustered-change.js";
import { logClusterEvidence } from "../../src/statistics/clusters.js";

const coal = new URL("../fixtures/bench/coal-changepoint/yearly.csv", import.meta.url);
const yearly = () =>
	readFileSync(coal, "utf8")
		.trim()
		.split("\n")
		.slice(1)
		.map((row) => Number(row.split(",")[1]));

test("coal-mining disasters: k = 41, P = .245, rates 3.06 and .92, ln BF 28.9 (exact; Raftery & Akman 1986)", () => {
	const result = changePoint(yearly());
	expect(result.mode).toBe(41);
	expect(result.posterior[40]).toBeCloseTo(0.24502017, 7);
	const published = [0.078178, 0.093141, 0.034768, 0.143163, 0.18476, 0.24502, 0.098807, 0.041113, 0.017623, 0.00777];
	published.forEach((p, index) => {
		expect(result.posterior[35 + index]).toBeCloseTo(p, 5);
	});
	expect(result.rate_before).toBeCloseTo(3.064235, 5);
	expect(result.rate_after).toBeCloseTo(0.922368, 5);
	expect(result.log_bayes_factor).toBeCloseTo(28.942248, 5);
	// Clusters explain part of it: the change stands, by less.
	expect(result.log_bayes_factor_clusters).toBeGreaterThan(5);
	expect(result.log_bayes_factor_clusters).toBeLessThan(result.log_bayes_factor);
});

test("coal-mining disasters under Gamma(2, 1): P = .238, ln BF 29.45 (exact, bench)", () => {
	const result = changePoint(yearly(), undefined, { shape: 2, rate: 1 });
	expect(result.posterior[40]).toBeCloseTo(0.23834871, 7);
	expect(result.log_bayes_factor).toBeCloseTo(29.451828, 5);
});

test("one event in two periods: either side is as likely, evidence worked out by hand", () => {
	// Gamma(1, 1): p(y = 1, e = 1) = 1/4, p(0, 1) = 1/2, so change 1/8; no change: Γ(2) / 3² = 1/9.
	expect(changePoint([1, 0]).log_bayes_factor).toBeCloseTo(Math.log(9 / 8), 12);
});

test("with clusters of boundless size the cluster model is the constant Poisson rate (limit, closed form)", () => {
	const counts = [2, 0, 3, 1];
	const poisson = Math.log(720) - 7 * Math.log(5) - Math.log(2 * 6); // Γ(7) / 5⁷ over 2! 0! 3! 1!
	expect(logClusterEvidence(counts, [1, 1, 1, 1], { shape: 1, rate: 1 }, [1e6])).toBeCloseTo(poisson, 3);
});

test("no event at size 1 has Gompertz's constant as its evidence: ∫ e^-l / (1 + l) dl = .596347 (published constant)", () => {
	expect(logClusterEvidence([0], [1], { shape: 1, rate: 1 }, [1])).toBeCloseTo(Math.log(0.596347), 3);
});

test("two periods without an event at size 1: a change is .596347² against 1 − .596347 (Gompertz's constant, by hand)", () => {
	// ∫ e^-l / (1 + l)² dl is 1 − ∫ e^-l / (1 + l) dl, by parts.
	const { log_bayes_factor, log_constant } = clusteredChange([0, 0], [1, 1], { shape: 1, rate: 1 }, [1]);
	expect(log_constant).toBeCloseTo(Math.log(1 - 0.596347), 3);
	expect(log_bayes_factor).toBeCloseTo(Math.log(0.596347 ** 2 / (1 - 0.596347)), 3);
});

test("with clusters of boundless size the coal-mining change is the exact Poisson one: k = 41, P = .245, ln BF 28.9 (limit)", () => {
	const result = clusteredChange(yearly(), undefined, undefined, [1e6]);
	expect(result.mode).toBe(41);
	expect(result.posterior[40]).toBeCloseTo(0.245, 3);
	expect(result.rate_before).toBeCloseTo(3.064, 2);
	expect(result.rate_after).toBeCloseTo(0.922, 2);
	expect(result.log_bayes_factor).toBeCloseTo(28.94, 1);
});

test("one burst passes for a change among even counts, and not among clustered ones", () => {
	const burst = [9, 8, 0, 0, 0, 1, 0, 0, 0, 12, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0];
	expect(changePoint(burst).log_bayes_factor).toBeGreaterThan(2);
	expect(clusteredChange(burst).log_bayes_factor).toBeLessThan(1);
});

test("the posterior adds up to 1, and a period without exposure is no error where it has no event (property)", () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 20 }), (counts) => {
			const result = changePoint(counts);
			expect(result.posterior.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
			const rates = changePoint([...counts, 0], [...counts.map(() => 1), 0]);
			expect(rates.posterior).toHaveLength(counts.length);
			const clustered = clusteredChange(counts, undefined, undefined, [0.5, 5]);
			expect(clustered.posterior.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
		}),
		{ numRuns: 20 },
	);
});

test("events without exposure are refused", () =>
	expect(() => changePoint([1, 1], [1, 0])).toThrow("events without exposure in period 2"));
