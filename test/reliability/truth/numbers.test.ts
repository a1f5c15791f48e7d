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
import { absent, correct, crowd, isHere, rowsOf } from "./bench.js";

const population = "population-wikipedia";

/** Mean error, root mean square error and share of errors above .1 % over the 277 gold values used. */
function errors(estimateOf: (object: string) => number): [number, number, number] {
	const gold = rowsOf(population, "truth.csv").filter(({ in_277 }) => in_277 === "1");
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

describe.skipIf(!isHere(population))(`city populations, to every printed digit${absent(population)}`, () => {
	const rows = isHere(population) ? rowsOf(population, "claims_trimmed.csv") : [];
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

	test.each([
		["CRH 3533.1229, 10770.5512, .5884 (author's table)", [3533.1229, 10770.5512, 0.5884], (a) => crh(a, five)],
		[
			"CATD with the upper tail 2789.7364, 11970.4979, .3177 (author's table)",
			[2789.7364, 11970.4979, 0.3177],
			(a) => catd(a, { ...five, tail: "upper" }),
		],
		[
			"CATD with the lower tail 1775.2640, 8946.7355, .2130 (SciPy, the bench's README)",
			[1775.264, 8946.7355, 0.213],
			(a) => catd(a, five),
		],
		[
			"GTM (1, 1, 0, 1) 2438.3469, 8771.4849, .5668 (author's table)",
			[2438.3469, 8771.4849, 0.5668],
			(a) => gtm(a, five),
		],
		[
			"GTM (10, 10, 0, 1) 2713.8538, 9162.9017, .5812 (author's table)",
			[2713.8538, 9162.9017, 0.5812],
			(a) => gtm(a, { ...five, variance: [10, 10] }),
		],
	] as readonly (readonly [string, readonly number[], (a: ReturnType<typeof coded>) => NumberResult])[])(
		"%s",
		(_, wanted, run) => {
			expect(fromZ(run).map((each) => each.toFixed(4))).toEqual(wanted.map((each) => each.toFixed(4)));
		},
	);

	test("the mean 3336.4909, 9799.6620, .5848 (author's table): every weight alike", () => {
		const everyoneAlike = (loss: Float64Array) => loss.map(() => 1);
		const wanted = ["3336.4909", "9799.6620", "0.5848"];
		expect(fromZ((a) => weighNumbers(a, "mean", everyoneAlike, five)).map((each) => each.toFixed(4))).toEqual(wanted);
	});

	test.each([
		["mean", 10377.7455, 125562.5055, 0.361],
		["lower", 1593.2347, 8500.9839, 0.1805],
		["upper", 19162.2563, 250726.91, 0.3069],
	] as const)("with outliers left in, the median (%s of two middles) misses by %f (numpy)", (middle, ...wanted) => {
		const raw = rowsOf(population, "claims_raw.csv").map((row) => ({
			question: row.object as string,
			source: row.source as string,
			value: String(Number(row.value)),
		}));
		const answers = codeAnswers(raw);
		const { estimate } = median(answers, { middle });
		const at = new Map(answers.questions.map((question, q) => [question, estimate[q] as number]));
		const found = errors((object) => at.get(object) as number);
		expect(found.map((each) => each.toFixed(4))).toEqual(wanted.map((each) => each.toFixed(4)));
	});

	test.each([
		["the vote", 0.7347, vote],
		["TruthFinder without implication", 0.8135, truthFinder],
		["Sums, 20 rounds", 0.7774, (a: Answers) => sums(a, { rounds: 20, tolerance: 0 })],
		["Average.Log, 20 rounds", 0.7774, (a: Answers) => averageLog(a, { rounds: 20, tolerance: 0 })],
		["Investment, 20 rounds", 0.8099, (a: Answers) => investment(a, { rounds: 20, tolerance: 0 })],
		["PooledInvestment, 10 rounds", 0.6185, (a: Answers) => pooledInvestment(a, { rounds: 10, tolerance: 0 })],
	] as const)(
		"with outliers left in, %s finds %f of the gold values exactly (truthdiscovery 1.0.4, ties within 1e-9 share the credit)",
		(_, wanted, run) => {
			const raw = rowsOf(population, "claims_raw.csv").map((row) => ({
				question: row.object as string,
				source: row.source as string,
				value: String(Number(row.value)),
			}));
			const gold = rowsOf(population, "truth.csv").filter(({ in_277 }) => in_277 === "1");
			const truth = new Map(gold.map(({ object, value }) => [object as string, String(Number(value))]));
			const answers = codeAnswers(raw);
			expect(correct(answers, run(answers), truth) / truth.size).toBeCloseTo(wanted, 4);
		},
	);

	test.each([
		["median 2475.0469, 9759.7063, .3357 (author's table)", [2475.0469, 9759.7063, 0.3357], "mean"],
		["lower median 1546.8375, 8626.7188, .1697 (numpy)", [1546.8375, 8626.7188, 0.1697], "lower"],
		["upper median 3403.2563, 12916.7589, .2960 (numpy)", [3403.2563, 12916.7589, 0.296], "upper"],
	] as const)("%s", (_, wanted, middle) => {
		const answers = coded("value");
		const { estimate } = median(answers, { middle });
		const at = new Map(answers.questions.map((question, q) => [question, estimate[q] as number]));
		const found = errors((object) => at.get(object) as number);
		expect(found.map((each) => each.toFixed(4))).toEqual(wanted.map((each) => each.toFixed(4)));
	});
});

/** Shares of right answers in the result files of Zheng et al. (PVLDB 10(5) 2017); their ties fall by chance. */
const published = [
	["bluebirds", "PM", 0.787037037037, (answers: Answers) => crhCategories(answers, { share: "of_largest" })],
	["dogs", "PM", 0.8190830235, (answers: Answers) => crhCategories(answers, { share: "of_largest" })],
	["faces", "PM", 0.597602739726, (answers: Answers) => crhCategories(answers, { share: "of_largest" })],
	["product-pairs", "PM", 0.898135898978, (answers: Answers) => crhCategories(answers, { share: "of_largest" })],
	["bluebirds", "CATD", 0.777777777778, (answers: Answers) => catdCategories(answers)],
	["faces", "CATD", 0.616438356164, (answers: Answers) => catdCategories(answers)],
	["product-pairs", "CATD", 0.926638604931, (answers: Answers) => catdCategories(answers)],
] as const;

for (const [name, method, wanted, run] of published)
	test.skipIf(!isHere(name))(`${name}: ${method} is right in ${wanted} (Zheng et al.)${absent(name)}`, () => {
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
