import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { dispersion } from "../../src/statistics/dispersion.js";
import { fitCounts, logNegativeBinomial } from "../../src/statistics/negative-binomial.js";

const bench = new URL("../fixtures/bench/", import.meta.url);
const rowsOf = (file: string) =>
	readFileSync(new URL(file, bench), "utf8")
		.trim()
		.split("\n")
		.slice(1)
		.map((row) => row.split(","));
const repeated = (pairs: readonly (readonly [number, number])[]) =>
	pairs.flatMap(([count, times]) => Array.from({ length: times }, () => count));
const may = repeated([
	[0, 156],
	[1, 63],
	[2, 29],
	[3, 8],
	[4, 4],
	[5, 1],
	[6, 1],
]);
const kicks = repeated([
	[0, 109],
	[1, 65],
	[2, 22],
	[3, 3],
	[4, 1],
]);

test("absences of 146 children: theta, its error and likelihood of MASS glm.nb (R 4.2.2)", () => {
	const fit = fitCounts(rowsOf("negbin-fits/quine.csv").map((row) => Number(row[4])));
	expect(fit).toMatchObject({ model: "negative_binomial", n: 146 });
	expect(fit.mean).toBeCloseTo(16.45890411, 7);
	expect(fit.theta).toBeCloseTo(1.066784583, 6);
	expect(fit.theta_se).toBeCloseTo(0.1292208728, 6);
	expect(fit.log_likelihood).toBeCloseTo(-559.1334813, 5);
});

test("the word may in 262 blocks of the Federalist: theta, its error and likelihood of glm.nb (R 4.2.2)", () => {
	const fit = fitCounts(may);
	expect(fit.mean).toBeCloseTo(0.6564885496, 9);
	expect(fit.theta).toBeCloseTo(1.186333729, 5);
	// glm.nb stops its own iteration short of the last digits.
	expect(fit.theta_se).toBeCloseTo(0.3661295832, 4);
	expect(fit.log_likelihood).toBeCloseTo(-291.2609604, 6);
	// √((1 / .656489 + 1 / 1.186334) / 262) = .095033 on the logarithm, by hand.
	expect(fit.low).toBeCloseTo(0.65648855 * Math.exp(-1.959964 * 0.095033), 5);
	expect(fit.high).toBeCloseTo(0.65648855 * Math.exp(1.959964 * 0.095033), 5);
});

test("deaths by horse kick vary no more than their mean: Poisson, with no theta (R 4.2.2, vcd)", () => {
	expect(fitCounts(kicks)).toMatchObject({ model: "poisson", theta: null, theta_se: null, mean: expect.closeTo(0.61) });
	// √(1 / 122) on the logarithm, by hand.
	expect(fitCounts(kicks).high).toBeCloseTo(0.61 * Math.exp(1.959964 / Math.sqrt(122)), 6);
});

test("coal-mining disasters a year: theta, both likelihoods (R 4.2.2)", () => {
	const yearly = rowsOf("coal-changepoint/yearly.csv").map((row) => Number(row[1]));
	const fit = fitCounts(yearly);
	expect(fit.theta).toBeCloseTo(2.323441371, 5);
	expect(fit.theta_se).toBeCloseTo(0.8589064525, 4);
	expect(fit.log_likelihood).toBeCloseTo(-195.9582531, 6);
	// Σ (y − m)² / m over n − 1 is the published variance over the published mean.
	expect(dispersion(yearly).index).toBeCloseTo(2.696187259 / 1.705357143, 7);
});

test("log-probabilities agree with R 4.2.2 dnbinom", () => {
	for (const row of rowsOf("dist-quantiles/negbin_logpmf.csv")) {
		const [count = 0, size = 0, mean = 0, log = 0] = row.map(Number);
		expect(Math.abs(logNegativeBinomial(count, mean, size) - log)).toBeLessThan(1e-7 * Math.max(1, Math.abs(log)));
	}
});

test("dispersion of 2, 4, 6 about 4 is 2 on 2 degrees, p = e⁻¹ (by hand)", () => {
	expect(dispersion([2, 4, 6])).toEqual({ statistic: 2, degrees: 2, index: 1, p: expect.closeTo(Math.exp(-1), 9) });
});

test("counts in proportion to exposure have no dispersion (by hand)", () => {
	expect(dispersion([2, 4, 6], [1, 2, 3])).toMatchObject({ statistic: 0, p: 1 });
});
