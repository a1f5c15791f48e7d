import { describe, expect, test } from "vitest";
import { groupBias, type RangedAnswer } from "../../src/statistics/group-bias.js";
import { inverse, solveLinear } from "../../src/statistics/linear.js";
import { type Random, seeded } from "../../src/statistics/random.js";
import { truncatedNormal } from "../../src/statistics/truncated-normal.js";

const exact = (object: string, group: string, value: number, source = group): RangedAnswer => ({
	object,
	group,
	source,
	low: value,
	high: value,
});
/** So many prior observations that the precision stays 10. */
const fixed = { shape: 1e9, scale: 1e8 };

describe("bias of groups, noise of known size", () => {
	test("by hand: two answers 1 too high, drawn to 0 by four: 2 / 6, limits 1.645 / √60", () => {
		const [group] = groupBias(
			[exact("x", "g", 3), exact("y", "g", 6)],
			new Map([
				["x", 2],
				["y", 5],
			]),
			fixed,
		).groups;
		expect(group?.value).toBeCloseTo(1 / 3, 6);
		expect(group?.high).toBeCloseTo(1 / 3 + 1.644854 / Math.sqrt(60), 5);
	});

	test("one object known, two not, three groups (NumPy, the normal equations of the same model)", () => {
		const answers = [
			exact("x", "a", 0.7),
			exact("x", "b", 1.4),
			exact("y", "a", 2),
			exact("y", "b", 2.6),
			exact("z", "a", 0.5),
			exact("z", "b", 0.9),
			exact("z", "c", 1),
		];
		const { groups, objects } = groupBias(answers, new Map([["x", 1]]), fixed);
		const halves = (row: { value: number; high: number }) => [row.value, row.high - row.value];
		const expected = [
			[-0.117413, 0.210368],
			[0.125444, 0.210368],
			[0.036423, 0.241156],
		];
		groups.forEach((row, index) => {
			halves(row).forEach((each, place) => {
				expect(each).toBeCloseTo(expected[index]?.[place] as number, 4);
			});
		});
		expect(objects.map(({ value }) => value)).toEqual([1, expect.closeTo(2.204007, 4), expect.closeTo(0.817883, 4)]);
		expect((objects[1]?.high ?? 0) - (objects[1]?.value ?? 0)).toBeCloseTo(0.378579, 4);
	});

	test("'at least 1' of an object that is 0 (SciPy, root of the score and its observed information)", () => {
		const [group] = groupBias(
			[{ object: "x", group: "g", source: "s", low: 1, high: Number.POSITIVE_INFINITY }],
			new Map([["x", 0]]),
			fixed,
		).groups;
		expect(group?.value).toBeCloseTo(0.220613, 5);
		expect((group?.high ?? 0) - (group?.value ?? 0)).toBeCloseTo(0.234752, 4);
	});

	test("a range that holds the truth moves nothing, one wild answer little, none throws", () => {
		const known = new Map([
			["x", 1],
			["y", 1],
		]);
		const wide = { object: "y", group: "g", source: "t", low: -50, high: 52 };
		const [alone] = groupBias([exact("x", "g", 1.2)], known, fixed).groups;
		const [both] = groupBias([exact("x", "g", 1.2), wide], known, fixed).groups;
		expect(both?.value).toBeCloseTo(alone?.value as number, 6);
		const calm = Array.from({ length: 9 }, (_, index) => exact("x", "g", 1, `s${index}`));
		const [wild] = groupBias([...calm, exact("y", "g", 9, "wild")], known).groups;
		expect(wild?.value).toBeLessThan(0.1);
		expect(() => groupBias([])).toThrow("no answers");
	});
});

/** Standard normal draws by Box and Muller. */
const normal = (random: Random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** A hundred tolls, three claims on each, by sides that understate, overstate and do neither. */
function simulate(random: Random, biases: Readonly<Record<string, number>>) {
	const names = Object.keys(biases);
	const truths = Array.from({ length: 100 }, () => Math.round(Math.exp(Math.log(4) + 0.8 * normal(random))));
	const told: number[][] = [];
	const answers = truths.flatMap((truth, object) => {
		told.push([]);
		return Array.from({ length: 3 }, () => {
			const group = names[Math.floor(random() * names.length)] as string;
			const source = `${group}${Math.floor(random() * 20)}`;
			const logarithm = Math.log1p(truth) + (biases[group] as number) + 0.35 * normal(random);
			const count = Math.max(0, Math.round(Math.expm1(logarithm)));
			told[object]?.push(count);
			const kind = random();
			const [low, high] =
				kind < 0.15
					? [Math.max(0, count - 1), count + 2]
					: kind < 0.25
						? [Math.floor(count * 0.7), Number.POSITIVE_INFINITY]
						: [count, count];
			return { object: String(object), group, source, low: Math.log1p(low), high: Math.log1p(high) };
		});
	});
	return { truths, told, answers };
}

describe("simulated casualtyFigures whose biases are known", () => {
	const random = seeded(5);
	const biases = { low: -0.3, high: 0.25, none: 0 };
	const runs = Array.from({ length: 12 }, () => simulate(random, biases));
	const fits = runs.map(({ answers }) => groupBias(answers));
	const error = (estimate: (run: number, object: number) => number) =>
		runs.reduce(
			(sum, { truths }, run) =>
				sum + truths.reduce((all, truth, object) => all + Math.abs(estimate(run, object) - truth), 0) / 1200,
			0,
		);
	const ofModel = (models: typeof fits) => (run: number, object: number) =>
		Math.expm1(models[run]?.objects.find((row) => row.object === String(object))?.value ?? 0);

	test("one bias a side beats the model without, which beats the median (as in methods, 0)", () => {
		const alone = runs.map(({ answers }) => groupBias(answers.map((each) => ({ ...each, group: "all" }))));
		const median = error((run, object) => [...(runs[run]?.told[object] ?? [])].sort((a, b) => a - b)[1] as number);
		const [without, withBias] = [error(ofModel(alone)), error(ofModel(fits))];
		expect(without).toBeLessThan(median - 0.05);
		expect(withBias).toBeLessThan(without - 0.1);
	});

	test("every fit converges and tells the sides apart in their order", () => {
		for (const { converged, groups } of fits) {
			const of = (name: string) => groups.find(({ group }) => group === name)?.value ?? 0;
			expect(converged).toBe(true);
			expect(of("low")).toBeLessThan(of("none"));
			expect(of("none")).toBeLessThan(of("high"));
		}
	});

	test("90 % limits hold the truth 87 to 93 times in a hundred over 1,200 casualtyFigures", () => {
		const held = fits.flatMap(({ objects }, run) =>
			objects.filter(({ object, low, high }) => {
				const truth = Math.log1p(runs[run]?.truths[Number(object)] ?? -1);
				return low <= truth && truth <= high;
			}),
		).length;
		expect(held / 1200).toBeGreaterThan(0.87);
		expect(held / 1200).toBeLessThan(0.93);
	});

	test("90 % limits of a bias hold it 87 to 93 times in a hundred where half of the casualtyFigures are known", () => {
		let [held, drawn] = [0, 0];
		for (let run = 0; run < 150; run++) {
			// Drawn from the prior: four claims of variance a tenth.
			const drawnBiases = Object.fromEntries(
				["a", "b", "c"].map((name) => [name, normal(random) * Math.sqrt(0.1 / 4)]),
			);
			const { answers, truths } = simulate(random, drawnBiases);
			const own = answers.filter(({ object }) => Number(object) < 24);
			const known = new Map(truths.slice(0, 12).map((truth, object) => [String(object), Math.log1p(truth)]));
			for (const { group, low, high } of groupBias(own, known).groups) {
				drawn++;
				if (low <= (drawnBiases[group] as number) && (drawnBiases[group] as number) <= high) held++;
			}
		}
		expect(held / drawn).toBeGreaterThan(0.87);
		expect(held / drawn).toBeLessThan(0.93);
	});
});

describe("what it is built of", () => {
	test.each([
		// SciPy, truncnorm.
		[0, 1, 1, 2, 1.383169, 0.0727429],
		[0, 1, 5, 5.1, 5.045811, 0.00082254],
		[2, 0.5, Number.NEGATIVE_INFINITY, 1, 0.813392, 0.0285698],
	])("normal %d, %d between %d and %d has mean %d and variance %d", (mean, deviation, low, high, wanted, variance) => {
		const found = truncatedNormal(mean, deviation, low, high);
		expect(found.mean).toBeCloseTo(wanted, 4);
		expect(found.variance).toBeCloseTo(variance, 4);
	});

	test("far out it keeps to the nearer end", () => {
		expect(truncatedNormal(0, 1, 30, Number.POSITIVE_INFINITY).mean).toBeCloseTo(30 + 1 / 30, 3);
		expect(() => truncatedNormal(0, 0, 0, 1)).toThrow("deviation must be above 0: 0");
		expect(() => truncatedNormal(0, 1, 2, 1)).toThrow("interval is empty: 2 to 1");
	});

	test("linear equations by hand, a zero on the diagonal among them, and a singular one", () => {
		expect(
			solveLinear(
				[
					[0, 1],
					[2, 0],
				],
				[3, 4],
			),
		).toEqual([2, 3]);
		expect(
			inverse([
				[2, 1],
				[1, 1],
			]).flat(),
		).toEqual([1, -1, -1, 2].map((each) => expect.closeTo(each, 12)));
		expect(() =>
			solveLinear(
				[
					[1, 1],
					[1, 1],
				],
				[1, 2],
			),
		).toThrow("matrix is singular");
	});
});
