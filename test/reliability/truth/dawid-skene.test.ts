import { describe, expect, test } from "vitest";
import { codeAnswers } from "../../../src/reliability/truth/answers.js";
import { type DawidSkeneResult, dawidSkene } from "../../../src/reliability/truth/dawid-skene.js";
import { answersByOriginalSource } from "../../../src/reliability/truth/dossier-answers.js";
import { believed } from "../../../src/reliability/truth/result.js";
import { vote } from "../../../src/reliability/truth/vote.js";
import { ownDossier } from "../../support/own-figures.js";
import { correct, crowd, foundElsewhere, invented, rowsOf, textOf } from "./bench.js";

/** Row k of a source's table: what it gives where class k is true. */
const rowOf = ({ confusion, classShare }: DawidSkeneResult, source: number, k: number): number[] => {
	const K = classShare.length;
	return [...confusion.subarray((source * K + k) * K, (source * K + k + 1) * K)];
};

const anaesthetists = "dawid-skene-1979";
describe("five anaesthetists, 45 patients, to .005 (Dawid & Skene, Applied Statistics 28(1), 1979)", () => {
	const { published } = JSON.parse(textOf(anaesthetists, "expected.json"));
	const rows = rowsOf(anaesthetists, "data.csv");
	const answers = codeAnswers(
		rows.map(({ patient = "", observer = "", label = "" }) => ({
			question: patient,
			source: observer,
			value: label,
		})),
		{ candidates: "all" },
	);
	const result = dawidSkene(answers);
	const near = (found: number | undefined, printed: number) =>
		expect(Math.abs((found ?? Number.NaN) - printed)).toBeLessThanOrEqual(0.005);

	test("class marginals .40 .42 .11 .07", () => {
		expect(published.class_marginals).toHaveLength(4);
		published.class_marginals.forEach((printed: number, k: number) => {
			near(result.classShare[k], printed);
		});
	});

	test("the five tables of errors: all 80 numbers", () => {
		const tables = Object.entries(published.error_rates_rows_true_cols_observed) as [string, number[][]][];
		expect(tables).toHaveLength(5);
		for (const [observer, table] of tables)
			for (const [k, row] of table.entries())
				for (const [l, printed] of row.entries()) near(rowOf(result, answers.sources.indexOf(observer), k)[l], printed);
	});

	test("patients 7, 35 and 38 are not certain, all others are", () => {
		const uncertain = published.patient_posteriors_not_degenerate as Record<string, Record<string, number>>;
		expect(Object.keys(uncertain).sort()).toEqual(["35", "38", "7"]);
		for (const [q, patient] of answers.questions.entries()) {
			const own = [...result.posterior.subarray(answers.valueStart[q], answers.valueStart[q + 1])];
			if (!uncertain[patient]) expect(Math.max(...own)).toBeGreaterThan(0.995);
			for (const [label, printed] of Object.entries(uncertain[patient] ?? {}))
				near(own[answers.classes.indexOf(label)], printed);
		}
	});
});

/** Right answers, log likelihood, rounds and mean confidence by NumPy; right answers by crowd-kit too where they are alike. */
const programs = [
	["bluebirds", 0, 97, -1888.1167548260498, 17, 0.9974845318],
	["bluebirds", 1, 96, -1894.9943467479598, 36, 0.9934849754],
	...invented.flatMap((name) => {
		const { dawid_skene_smoothing_0, dawid_skene_smoothing_1 } = foundElsewhere(name);
		return [dawid_skene_smoothing_0, dawid_skene_smoothing_1].map(
			(found, smoothing) =>
				[name, smoothing, found.right, found.log_likelihood, found.rounds, found.mean_confidence] as const,
		);
	}),
] as const;

for (const [name, smoothing, right, logLikelihood, rounds, confidence] of programs)
	test(`${name}, smoothing ${smoothing}: ${right} right after ${rounds} rounds (NumPy)`, () => {
		const { answers, truth } = crowd(name);
		const result = dawidSkene(answers, { smoothing });
		expect(correct(answers, result, truth)).toBe(right);
		expect(result.logLikelihood).toBeCloseTo(logLikelihood, 6);
		expect([result.rounds, result.converged]).toEqual([rounds, true]);
		const best = answers.questions.map((_, q) =>
			Math.max(...result.posterior.subarray(answers.valueStart[q], answers.valueStart[q + 1])),
		);
		expect(best.reduce((sum, each) => sum + each, 0) / best.length).toBeCloseTo(confidence, 6);
	});

test("on few answers a source Dawid–Skene is far too sure: .997 on average where .898 is right", () => {
	const { answers, truth } = crowd("bluebirds");
	const result = dawidSkene(answers);
	const best = answers.questions.map((_, q) =>
		Math.max(...result.posterior.subarray(answers.valueStart[q], answers.valueStart[q + 1])),
	);
	const confidence = best.reduce((sum, each) => sum + each, 0) / best.length;
	expect(confidence).toBeGreaterThan(correct(answers, result, truth) / truth.size + 0.09);
});

const liar = "adultcontent-liar";
describe("a lazy source and a liar (Get-Another-Label)", () => {
	const rows = rowsOf(liar, "labels.csv");
	const truth = new Map(rowsOf(liar, "truth.csv").map(({ object = "", label = "" }) => [object, label]));
	const answers = codeAnswers(
		rows.map(({ worker = "", object = "", label = "" }) => ({ question: object, source: worker, value: label })),
		{ candidates: "all" },
	);

	test("the vote gets 4 of 5: the lazy one and the liar outvote two at url5", () => {
		expect(correct(answers, vote(answers), truth)).toBe(4);
		expect(believed(answers, vote(answers)).get("url5")).toEqual(["porn"]);
	});

	test("Dawid–Skene gets all 5: the liar's table is turned round and the lazy one's rows are equal (numpy)", () => {
		const result = dawidSkene(answers);
		expect(correct(answers, result, truth)).toBe(5);
		expect(result.logLikelihood).toBeCloseTo(-5.274600839930721, 6);
		// Classes in the order of their names: notporn, porn.
		expect(result.classShare[0]).toBeCloseTo(0.6, 6);
		const table = (worker: number) =>
			[0, 1].map((k) => rowOf(result, worker - 1, k).map((each) => Math.round(each * 1e6) / 1e6));
		expect(table(1)).toEqual([
			[0, 1],
			[0, 1],
		]);
		expect(table(2)).toEqual([
			[0.666667, 0.333333],
			[0, 1],
		]);
		expect(table(3)).toEqual([
			[1, 0],
			[0, 1],
		]);
		expect(table(5)).toEqual([
			[0, 1],
			[1, 0],
		]);
	});

	test("with smoothing the posteriors of porn are .0099 .9813 .0099 .9813 .0423 (numpy)", () => {
		const { posterior } = dawidSkene(answers, { smoothing: 1 });
		const porn = answers.questions.map((_, q) =>
			(posterior[(answers.valueStart[q] as number) + 1] as number).toFixed(4),
		);
		expect(porn).toEqual(["0.0099", "0.9813", "0.0099", "0.9813", "0.0423"]);
	});
});

describe("many classes, each a value of few questions", () => {
	// Two sources, three questions; "a" and "b" are values of the first two, "c" and "d" of the third.
	const rows = [
		["q1", "s", "a"],
		["q1", "t", "b"],
		["q2", "s", "a"],
		["q2", "t", "a"],
		["q3", "t", "c"],
	].map(([question = "", source = "", value = ""]) => ({ question, source, value }));
	const answers = codeAnswers(rows, { candidates: new Map([["q3", ["c", "d"]]]) });

	test.each([0, 1])("smoothing %s: every row of every table adds up to 1", (smoothing) => {
		const { confusion, classShare } = dawidSkene(answers, { smoothing });
		const K = classShare.length;
		for (let row = 0; row < confusion.length; row += K)
			expect(confusion.subarray(row, row + K).reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
	});

	test("a row that no answer reaches is flat: source s on c and d", () => {
		const { confusion, classShare } = dawidSkene(answers);
		const K = classShare.length;
		expect([...confusion.subarray(2 * K, 4 * K)]).toEqual(new Array(2 * K).fill(1 / K));
	});

	test("the whole dossier, hundreds of classes, takes seconds and not minutes", () => {
		const { answers: whole } = answersByOriginalSource(ownDossier);
		expect(whole.classes.length).toBeGreaterThan(200);
		const start = process.cpuUsage();
		expect(dawidSkene(whole).converged).toBe(true);
		expect(process.cpuUsage(start).user / 1e6).toBeLessThan(10);
	});

	test("more numbers than memory allows are refused with the reason", () => {
		const many = codeAnswers(
			Array.from({ length: 600 }, (_, at) => ({ question: `q${at}`, source: `s${at}`, value: `v${at}` })),
		);
		expect(() => dawidSkene(many)).toThrow("600 sources × 600² classes are more than 100000000 numbers to estimate");
	});
});
