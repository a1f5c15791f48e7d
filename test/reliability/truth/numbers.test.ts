import { describe, expect, test } from "vitest";
import { type Answers, codeAnswers } from "../../../src/reliability/truth/answers.js";
import { averageLog } from "../../../src/reliability/truth/average-log.js";
import { catd, catdCategories } from "../../../src/reliability/truth/catd.js";
import { crh, crhCategories } from "../../../src/reliability/truth/crh.js";
import { gtm } from "../../../src/reliability/truth/gtm.js";
import { investment } from "../../../src/reliability/truth/investment.js";
import { median } from "../../../src/reliability/truth/median.js";
import type { NumberResult } from "../../../src/reliability/truth/number-scale.js";
import { pooledInvestment } from "../../../src/reliability/truth/pooled-investment.js";
import { sums } from "../../../src/reliability/truth/sums.js";
import { truthFinder } from "../../../src/reliability/truth/truth-finder.js";
import { vote } from "../../../src/reliability/truth/vote.js";
import { weighNumbers } from "../../../src/reliability/truth/weigh-numbers.js";
import { weightedMedian } from "../../../src/reliability/truth/weighted-middle.js";
import { correct, crowd, foundElsewhere, invented, rowsOf, textOf } from "./bench.js";

/**
 * Invented counts. The programs whose results stand beside them give the table of the public set of city populations
 * (CRH 3533.1229, CATD 2789.7364, GTM 2438.3469 …) to every printed digit.
 */
const counts = "made-counts";
const elsewhere = JSON.parse(textOf(counts, "expected.json"));

/** Mean error, root mean square error and share of errors above .1 % over the 277 scored places. */
function errors(estimateOf: (object: string) => number): [number, number, number] {
	const gold = rowsOf(counts, "truth.csv").filter(({ in_277 }) => in_277 === "1");
	expect(gold).toHaveLength(277);
	const off = gold.map(
		({ object = "", value }) => [Math.abs(estimateOf(object) - Number(value)), Number(value)] as const,
	);
	const mean = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
	return [
		mean(off.map(([error]) => error)),
		Math.sqrt(mean(off.map(([error]) => error ** 2))),
		mean(off.map(([error, value]) => (error > 0.001 * value ? 1 : 0))),
	];
}

describe("invented counts, to a ten-thousandth of what NumPy and SciPy find", () => {
	const rows = rowsOf(counts, "claims_trimmed.csv");
	const coded = (column: string) =>
		codeAnswers(
			rows.map((row) => ({
				question: row.object as string,
				source: row.source as string,
				value: String(Number(row[column])),
			})),
		);
	const unit = new Map(
		rows.map(({ object = "", centre, scale }) => [object, { centre: Number(centre), scale: Number(scale) }]),
	);
	const fromZ = (run: (answers: ReturnType<typeof coded>) => NumberResult) => {
		const answers = coded("z");
		const { estimate } = run(answers);
		const at = new Map(answers.questions.map((question, q) => [question, estimate[q] as number]));
		return errors((object) => {
			const { centre, scale } = unit.get(object) as { centre: number; scale: number };
			return (at.get(object) as number) * scale + centre;
		});
	};
	const five = { rounds: 5, tolerance: 0, scale: "as_given" } as const;

	const digits = (numbers: readonly number[]) => numbers.map((each) => each.toFixed(4));

	test.each([
		["CRH", "crh", (a) => crh(a, five)],
		["CATD with the upper tail", "catd_upper", (a) => catd(a, { ...five, tail: "upper" })],
		["CATD with the lower tail", "catd_lower", (a) => catd(a, five)],
		["GTM (1, 1, 0, 1)", "gtm_1_1", (a) => gtm(a, five)],
		["GTM (10, 10, 0, 1)", "gtm_10_10", (a) => gtm(a, { ...five, variance: [10, 10] })],
	] as readonly (readonly [string, string, (a: ReturnType<typeof coded>) => NumberResult])[])("%s", (_, name, run) => {
		expect(digits(fromZ(run))).toEqual(digits(elsewhere[name]));
	});

	test("the mean: every weight alike", () => {
		const everyoneAlike = (loss: Float64Array) => loss.map(() => 1);
		expect(digits(fromZ((a) => weighNumbers(a, "mean", everyoneAlike, five)))).toEqual(digits(elsewhere.mean));
	});

	test.each(["mean", "lower", "upper"] as const)("with outliers left in, the median (%s of two middles)", (middle) => {
		const raw = rowsOf(counts, "claims_raw.csv").map((row) => ({
			question: row.object as string,
			source: row.source as string,
			value: String(Number(row.value)),
		}));
		const answers = codeAnswers(raw);
		const { estimate } = median(answers, { middle });
		const at = new Map(answers.questions.map((question, q) => [question, estimate[q] as number]));
		const found = errors((object) => at.get(object) as number);
		expect(digits(found)).toEqual(digits(elsewhere[`median_${middle}_raw`]));
	});

	test.each([
		["the vote", "vote", vote],
		["TruthFinder without implication", "truth_finder", truthFinder],
		["Sums, 20 rounds", "sums", (a: Answers) => sums(a, { rounds: 20, tolerance: 0 })],
		["Average.Log, 20 rounds", "average_log", (a: Answers) => averageLog(a, { rounds: 20, tolerance: 0 })],
		["Investment, 20 rounds", "investment", (a: Answers) => investment(a, { rounds: 20, tolerance: 0 })],
		[
			"PooledInvestment, 10 rounds",
			"pooled_investment",
			(a: Answers) => pooledInvestment(a, { rounds: 10, tolerance: 0 }),
		],
	] as const)(
		"with outliers left in, %s finds as many values exactly as truthdiscovery 1.0.4 (ties within 1e-9 share the credit)",
		(_, name, run) => {
			const raw = rowsOf(counts, "claims_raw.csv").map((row) => ({
				question: row.object as string,
				source: row.source as string,
				value: String(Number(row.value)),
			}));
			const gold = rowsOf(counts, "truth.csv").filter(({ in_277 }) => in_277 === "1");
			const truth = new Map(gold.map(({ object, value }) => [object as string, String(Number(value))]));
			const answers = codeAnswers(raw);
			expect(correct(answers, run(answers), truth) / truth.size).toBeCloseTo(elsewhere[`exactly_${name}`], 4);
		},
	);

	test.each(["mean", "lower", "upper"] as const)("without outliers, the median (%s of two middles)", (middle) => {
		const answers = coded("value");
		const { estimate } = median(answers, { middle });
		const at = new Map(answers.questions.map((question, q) => [question, estimate[q] as number]));
		const found = errors((object) => at.get(object) as number);
		expect(digits(found)).toEqual(digits(elsewhere[`median_${middle}_trimmed`]));
	});
});

/** Shares of right answers: bluebirds in the result files of Zheng et al. (PVLDB 10(5) 2017), the others by NumPy and SciPy. */
const asPm = (answers: Answers) => crhCategories(answers, { share: "of_largest" });
const shares = [
	["bluebirds", "PM", 0.787037037037, asPm],
	["bluebirds", "CATD", 0.777777777778, catdCategories],
	...invented.flatMap((name) => [
		[name, "PM", foundElsewhere(name).pm, asPm] as const,
		[name, "CATD", foundElsewhere(name).catd, catdCategories] as const,
	]),
] as const;

for (const [name, method, wanted, run] of shares)
	test(`${name}: ${method} is right in ${wanted}`, () => {
		const { answers, truth } = crowd(name);
		const result = run(answers);
		expect(result.converged).toBe(true);
		expect(correct(answers, result, truth) / truth.size).toBeCloseTo(wanted, 9);
	});

describe("by hand", () => {
	const coded = (rows: readonly (readonly [string, string, string])[]) =>
		codeAnswers(rows.map(([question, source, value]) => ({ question, source, value })));

	test("on the scale of counts, two claims without a record meet at the geometric mean of 1 + x, and tie", () => {
		// (1 + 2) (1 + 11) = 36 = 6², so the estimate is 5.
		const answers = coded([
			["q", "a", "2"],
			["q", "b", "11"],
		]);
		for (const run of [crh, catd, gtm]) {
			const result = run(answers);
			expect(result.estimate[0]).toBeCloseTo(5, 6);
			expect(result.ties).toEqual([0]);
		}
	});

	test("the weighted median lies where half of the weight is passed, between two where both will do", () => {
		const three = [1, 2, 9].map((x) => ({ x, weight: 1 }));
		expect(weightedMedian(three)).toBe(2);
		expect(weightedMedian([...three, { x: 20, weight: 1 }])).toBe(5.5);
		expect(weightedMedian([{ x: 1, weight: 5 }, ...three.slice(1)])).toBe(1);
		expect(weightedMedian([])).toBeNaN();
	});

	test("with absolute loss an outlier does not move the estimate", () => {
		const rows = ["a", "b", "c"].flatMap((source, index) =>
			[5, 8, 20].map((x, q) => [`q${q}`, source, String(index === 2 ? x * 1000 : x)] as const),
		);
		const { estimate } = crh(coded(rows), { loss: "absolute" });
		expect([...estimate].map((each) => each.toFixed(6))).toEqual(["5.000000", "8.000000", "20.000000"]);
	});

	test("an answer in words is passed over, a range stands at its middle", () => {
		const answers = coded([
			["q", "a", "unknown"],
			["q", "b", "2 to 4"],
			["q", "c", "at least 3"],
			["r", "a", "unknown"],
		]);
		for (const run of [median, crh, catd, gtm]) {
			const { estimate } = run(answers);
			expect(estimate[0]).toBeCloseTo(3, 9);
			expect(estimate[1]).toBeNaN();
		}
	});
});
