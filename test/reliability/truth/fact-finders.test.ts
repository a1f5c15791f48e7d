import { describe, expect, test } from "vitest";
import { type Answers, codeAnswers } from "../../../src/reliability/truth/answers.js";
import { averageLog } from "../../../src/reliability/truth/average-log.js";
import { investment } from "../../../src/reliability/truth/investment.js";
import { pooledInvestment } from "../../../src/reliability/truth/pooled-investment.js";
import type { TruthResult } from "../../../src/reliability/truth/result.js";
import { sums } from "../../../src/reliability/truth/sums.js";
import { truthFinder } from "../../../src/reliability/truth/truth-finder.js";
import { vote } from "../../../src/reliability/truth/vote.js";
import { textOf } from "./bench.js";

const fixture = "made-matrix";

/** The matrix of the fixture: a row a source, a column a question, an empty cell no claim. */
function matrix(): Answers {
	const lines = textOf(fixture, "data.csv").trim().split(/\r?\n/);
	return codeAnswers(
		lines.flatMap((line, source) =>
			line
				.split(",")
				.flatMap((cell, question) =>
					cell === "" ? [] : [{ question: String(question), source: String(source), value: String(Number(cell)) }],
				),
		),
	);
}

interface Published {
	readonly trust: Readonly<Record<string, number>>;
	readonly belief: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** The largest relative difference from the published trust and belief; every published number is compared. */
function furthest(answers: Answers, result: Pick<TruthResult, "posterior" | "score">, file: string): number {
	const { trust, belief } = JSON.parse(textOf(fixture, file)) as Published;
	const off = (found: number | undefined, wanted: number) => Math.abs((found ?? Number.NaN) - wanted) / wanted;
	const ofSources = Object.entries(trust).map(([source, wanted]) =>
		off(result.score[answers.sources.indexOf(source)], wanted),
	);
	const ofValues = Object.entries(belief).flatMap(([question, values]) => {
		const q = answers.questions.indexOf(question);
		const [from, to] = [answers.valueStart[q] as number, answers.valueStart[q + 1] as number];
		const names = Array.from(answers.valueClass.subarray(from, to), (each) => answers.classes[each]);
		return Object.entries(values).map(([value, wanted]) =>
			off(result.posterior[from + names.indexOf(String(Number(value)))], wanted),
		);
	});
	expect(ofSources).toHaveLength(35);
	expect(ofValues.length).toBe(answers.valueClass.length);
	return Math.max(...ofSources, ...ofValues);
}

describe("as the library truthdiscovery 1.0.4, to a relative 1e-5", () => {
	test.each([
		["Sums", "sums_results.json", (answers: Answers) => sums(answers, { rounds: 20, tolerance: 0 })],
		[
			"Average.Log",
			"average_log_results.json",
			(answers: Answers) => averageLog(answers, { rounds: 20, tolerance: 0 }),
		],
		["Investment", "investment_results.json", (answers: Answers) => investment(answers, { rounds: 20, tolerance: 0 })],
		[
			"PooledInvestment",
			"pooled_investment_results.json",
			(answers: Answers) => pooledInvestment(answers, { rounds: 10, tolerance: 0 }),
		],
		[
			"TruthFinder",
			"truthfinder_results.json",
			(answers: Answers) =>
				truthFinder(answers, {
					implication: (from, to) => Math.exp(-0.5 * (Number(from) - Number(to)) ** 2),
				}),
		],
	] as const)("%s", (_, file, run) => {
		const answers = matrix();
		expect(furthest(answers, run(answers), file)).toBeLessThan(1e-5);
	});

	test("voting, where belief is the number of votes by their maximum", () => {
		const answers = matrix();
		const { posterior } = vote(answers);
		const votes = posterior.map((share, value) => {
			const q = answers.valueStart.findIndex(
				(start, each) => start <= value && value < (answers.valueStart[each + 1] ?? 0),
			);
			return share * ((answers.claimStart[q + 1] as number) - (answers.claimStart[q] as number));
		});
		const most = Math.max(...votes);
		const everySourceAlike = new Float64Array(35).fill(1);
		const result = { posterior: votes.map((each) => each / most), score: everySourceAlike };
		expect(furthest(answers, result, "voting_results.json")).toBeLessThan(1e-5);
	});
});

const basic = codeAnswers(
	[
		["s1", "x", "one"],
		["s1", "y", "nine"],
		["s1", "z", "seven"],
		["s2", "x", "one"],
		["s2", "y", "eight"],
		["s3", "z", "seven"],
	].map(([source = "", question = "", value = ""]) => ({ source, question, value })),
);

test("Sums in closed form: trust 1, .53208889, .34729636 (the library's test_basic, an eigenvector)", () => {
	const result = sums(basic);
	const digits = (numbers: Float64Array) => [...numbers].map((each) => each.toFixed(8));
	expect(result.converged).toBe(true);
	expect(digits(result.score)).toEqual(["1.00000000", "0.53208889", "0.34729636"]);
	// Values in the order of their names: x one, y eight, y nine, z seven.
	expect(digits(result.posterior)).toEqual(["1.00000000", "0.34729636", "0.65270364", "0.87938524"]);
});

test("TruthFinder on five sources that agree ends in round 7 with a trust of 1 (the library's behaviour)", () => {
	const rows = ["1", "2", "3", "4", "5"].map((source) => ({ question: "q", source, value: "v" }));
	const result = truthFinder(codeAnswers(rows), { tolerance: 0 });
	expect([result.rounds, result.converged, Math.max(...result.score)]).toEqual([7, false, 1]);
});

test("a source that speaks once has no trust with Average.Log, and what it alone answers is tied at 0, by hand", () => {
	const rows = [
		["a", "q1", "yes"],
		["a", "q2", "yes"],
		["b", "q3", "yes"],
		["c", "q3", "no"],
	].map(([source = "", question = "", value = ""]) => ({ source, question, value }));
	const result = averageLog(codeAnswers(rows));
	expect([...result.score]).toEqual([1, 0, 0]);
	expect(result.ties).toEqual([2]);
});

test("an investor without rivals keeps its stake, and one of equal rivals never starves into NaN, by hand", () => {
	const rows = [
		["a", "q1", "yes"],
		["b", "q1", "no"],
		["c", "q2", "yes"],
	].map(([source = "", question = "", value = ""]) => ({ source, question, value }));
	for (const run of [investment, pooledInvestment]) {
		const result = run(codeAnswers(rows));
		expect([...result.posterior, ...result.score].every(Number.isFinite)).toBe(true);
		expect(result.ties).toEqual([0]);
		expect(result.score[0]).toBe(result.score[1]);
	}
});
