import { describe, expect, test } from "vitest";
import { codeAnswers } from "../../../src/reliability/truth/answers.js";
import { oneCoin } from "../../../src/reliability/truth/one-coin.js";
import { believed } from "../../../src/reliability/truth/result.js";
import { vote } from "../../../src/reliability/truth/vote.js";
import { absent, correct, crowd, isHere } from "./bench.js";

const yesNo = (rows: readonly (readonly [string, string, string])[]) =>
	codeAnswers(
		rows.map(([question, source, value]) => ({ question, source, value })),
		{ candidates: "all" },
	);

describe("the vote", () => {
	test("shares, ties and how often others side with a source, by hand", () => {
		const answers = yesNo([
			["q1", "a", "yes"],
			["q1", "b", "yes"],
			["q1", "c", "no"],
			["q2", "a", "yes"],
			["q2", "c", "no"],
		]);
		const result = vote(answers);
		// Values in the order of their names: no, yes.
		expect([...result.posterior]).toEqual([1 / 3, 2 / 3, 0.5, 0.5]);
		expect([...result.score]).toEqual([(2 / 3 + 1 / 2) / 2, 2 / 3, (1 / 3 + 1 / 2) / 2]);
		expect(result.ties).toEqual([1]);
		expect(believed(answers, result).get("q2")).toEqual(["no", "yes"]);
	});
});

describe("one coin", () => {
	const rows = [
		["1", "s", "yes"],
		["2", "s", "yes"],
		["3", "s", "no"],
		["1", "t", "no"],
		["2", "t", "no"],
		["3", "t", "no"],
		["4", "s", "yes"],
		["4", "t", "no"],
	] as const;

	test("two sources, three resolved questions and an open one: the fixed point found by iteration in Python", () => {
		const resolved = new Map(["1", "2", "3"].map((question) => [question, new Set(["yes"])]));
		const result = oneCoin(yesNo(rows), { resolved });
		expect(result.posterior[7]).toBeCloseTo(0.7977486155, 5);
		expect(result.score[0]).toBeCloseTo(0.7247185769, 5);
		expect(result.score[1]).toBeCloseTo(0.4002814231, 5);
		expect(result.converged).toBe(true);
	});
});

/** Shares of right answers in the result files of Zheng et al. (PVLDB 10(5) 2017) for ZenCrowd, and by numpy for the vote. */
const published = [
	["bluebirds", 82 / 108, 0.722222222222],
	["dogs", 0.822180916976456, 0.830235439901],
	["faces", 0.6367009132420092, 0.628424657534],
	["product-pairs", 7455 / 8315, 0.927961515334],
] as const;

for (const [name, byVote, byZenCrowd] of published)
	describe.skipIf(!isHere(name))(`${name}${absent(name)}`, () => {
		test(`the vote is right in ${byVote.toFixed(6)} of the tasks where ties share the credit (numpy, the bench's README)`, () => {
			const { answers, truth } = crowd(name);
			expect(correct(answers, vote(answers), truth) / truth.size).toBeCloseTo(byVote, 10);
		});

		test(`one coin under a flat prior is right in ${byZenCrowd} as the authors' ZenCrowd (Zheng et al., PVLDB 2017)`, () => {
			const { answers, truth } = crowd(name);
			const result = oneCoin(answers, { prior: [1, 1] });
			expect(result.converged).toBe(true);
			expect(correct(answers, result, truth) / truth.size).toBeCloseTo(byZenCrowd, 10);
		});
	});
