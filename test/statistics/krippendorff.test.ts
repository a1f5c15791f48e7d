import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cohenKappa } from "../../src/statistics/kappa.js";
import { type AlphaMetric, krippendorffAlpha, type Ratings } from "../../src/statistics/krippendorff.js";

const _ = null;
/** Rows are coders, as printed; alpha takes units. */
const units = (coders: readonly Ratings[]): Ratings[] =>
	(coders[0] as Ratings).map((_each, unit) => coders.map((row) => row[unit] ?? null));

const fourCoders = units([
	[1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
	[1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
	[_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
	[1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
]);
const threeCoders = units([
	[_, _, _, _, _, 3, 4, 1, 2, 1, 1, 3, 3, _, 3],
	[1, _, 2, 1, 3, 3, 4, 3, _, _, _, _, _, _, _],
	[_, _, 2, 1, 3, 4, 4, _, 2, 1, 1, 3, 3, _, 4],
]);

describe("Krippendorff's alpha: textbook examples (Krippendorff, Content Analysis)", () => {
	test.each([
		["nominal", 0.743],
		["ordinal", 0.815],
		["interval", 0.849],
		["ratio", 0.797],
	] as const)("four coders, twelve units, %s: %f", (metric, wanted) => {
		const { alpha, ...rest } = krippendorffAlpha(fourCoders, metric);
		expect(alpha).toBeCloseTo(wanted, 3);
		expect(rest).toEqual({ units: 11, values: 40, unpaired_units: 1 });
	});

	test.each([
		["nominal", 0.691358],
		["interval", 0.810845],
	] as const)("three coders, fifteen units, most missing, %s: %f", (metric, wanted) => {
		expect(krippendorffAlpha(threeCoders, metric).alpha).toBeCloseTo(wanted, 6);
	});

	test("names instead of numbers: .722222", () => {
		const names = units([
			["pos", "neg", "neu", _],
			["pos", "neg", "neu", "pos"],
			["pos", "neg", "pos", "pos"],
		]);
		expect(krippendorffAlpha(names, "nominal").alpha).toBeCloseTo(0.722222, 6);
	});
});

const bench = (path: string) => new URL(`../fixtures/bench/${path}`, import.meta.url);

describe("alpha to every digit of another program (Python, fixtures/bench)", () => {
	const expected = JSON.parse(readFileSync(bench("krippendorff-alpha/expected.json"), "utf8"));

	test("the three tables, all metrics", () => {
		const data = JSON.parse(readFileSync(bench("krippendorff-alpha/data.json"), "utf8"));
		const { A, B, S } = expected.computed_here;
		for (const [table, wanted] of [
			[data.A_four_coders_twelve_units, A],
			[data.B_three_coders_fifteen_units, B],
			[data.S_strings, S],
		])
			for (const [metric, alpha] of Object.entries(wanted))
				expect(krippendorffAlpha(units(table), metric as AlphaMetric).alpha).toBeCloseTo(alpha as number, 11);
	});

	test.each(["bluebirds", "made-four-labels", "made-three-answers"])("crowd labels: %s", (name) => {
		const tasks = new Map<string, string[]>();
		for (const line of readFileSync(bench(`${name}/answers.csv`), "utf8")
			.trim()
			.split(/\r?\n/)
			.slice(1)) {
			const [task = "", , label = ""] = line.split(",");
			tasks.set(task, [...(tasks.get(task) ?? []), label]);
		}
		const wanted =
			name === "bluebirds"
				? expected.computed_here["bluebirds nominal"]
				: JSON.parse(readFileSync(bench(`${name}/expected.json`), "utf8")).alpha_nominal;
		expect(wanted).toBeGreaterThan(0);
		expect(krippendorffAlpha([...tasks.values()], "nominal").alpha).toBeCloseTo(wanted, 10);
	});
});

describe("what must hold of alpha", () => {
	const value = fc.option(fc.integer({ min: 0, max: 4 }), { nil: null });
	const table = fc.array(fc.array(value, { maxLength: 5 }), { maxLength: 12 });

	test("order of units and of values, and missing values added, change nothing (property)", () => {
		fc.assert(
			fc.property(table, fc.constantFrom<AlphaMetric>("nominal", "ordinal", "interval", "ratio"), (rows, metric) => {
				const turned = [...rows].reverse().map((row) => [null, ...[...row].reverse(), null]);
				const [one, other] = [krippendorffAlpha(rows, metric), krippendorffAlpha(turned, metric)];
				expect(other).toEqual({ ...one, alpha: one.alpha === null ? null : expect.closeTo(one.alpha, 10) });
			}),
		);
	});

	test("of two values the metrics are one, and never above 1 (property)", () => {
		const two = fc.array(fc.array(fc.constantFrom(1, 2), { minLength: 2, maxLength: 4 }), { minLength: 2 });
		fc.assert(
			fc.property(two, (rows) => {
				const nominal = krippendorffAlpha(rows, "nominal").alpha;
				for (const metric of ["ordinal", "interval", "ratio"] as const) {
					const { alpha } = krippendorffAlpha(rows, metric);
					if (nominal === null) expect(alpha).toBeNull();
					else expect(alpha).toBeCloseTo(nominal, 10);
				}
				expect(nominal ?? 0).toBeLessThanOrEqual(1);
			}),
		);
	});

	test("one value throughout, or no pair: no alpha rather than 1", () => {
		expect(
			krippendorffAlpha(
				[
					["a", "a"],
					["a", "a"],
				],
				"nominal",
			).alpha,
		).toBeNull();
		expect(krippendorffAlpha([["a"], ["b", null]], "nominal")).toEqual({
			alpha: null,
			units: 0,
			values: 0,
			unpaired_units: 2,
		});
		expect(krippendorffAlpha([], "ordinal").alpha).toBeNull();
	});

	test("names are no numbers, and a ratio needs a zero below", () => {
		expect(() => krippendorffAlpha([["kang", "kang"]], "ordinal")).toThrow("ordinal alpha needs numbers: kang");
		expect(() => krippendorffAlpha([[-1, 2]], "ratio")).toThrow("ratio alpha needs numbers from 0 up: -1");
	});
});

describe("Cohen's kappa", () => {
	test("two readers of 50 proposals, 20 both yes, 15 both no, 5 and 10 apart: .4 (by hand: (.7 − .5) / (1 − .5))", () => {
		const times = (n: number, pair: readonly [string, string]) => Array.from({ length: n }, () => pair);
		const pairs = [
			...times(20, ["yes", "yes"]),
			...times(5, ["yes", "no"]),
			...times(10, ["no", "yes"]),
			...times(15, ["no", "no"]),
		];
		const { kappa, agreement, n } = cohenKappa(pairs);
		expect(kappa).toBeCloseTo(0.4, 12);
		expect([agreement, n]).toEqual([0.7, 50]);
	});

	test("one grade throughout, or nothing: no kappa", () => {
		expect(cohenKappa([["A", "A"]])).toEqual({ kappa: null, agreement: 1, n: 1 });
		expect(cohenKappa([])).toEqual({ kappa: null, agreement: null, n: 0 });
	});
});
