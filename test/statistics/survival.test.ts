import { describe, expect, test } from "vitest";
import { kaplanMeier, type Lifetime, medianSurvival, survivalAt } from "../../src/statistics/kaplan-meier.js";
import { logRank } from "../../src/statistics/log-rank.js";

const all = (times: readonly number[], happened = true): Lifetime[] => times.map((time) => ({ time, happened }));

/** Weeks in remission of acute leukaemia (Freireich et al. 1963, as in Gehan, Biometrika 52, 1965). */
const mercaptopurine = [
	...all([6, 6, 6, 7, 10, 13, 16, 22, 23]),
	...all([6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35], false),
];
const placebo = all([1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]);

describe("Kaplan–Meier curve", () => {
	test("6-mercaptopurine: survival and Greenwood's standard errors as published (Collett; Kleinbaum & Klein)", () => {
		const steps = kaplanMeier(mercaptopurine);
		const published = [
			[6, 21, 0.8571, 0.0764],
			[7, 17, 0.8067, 0.0869],
			[10, 15, 0.7529, 0.0963],
			[13, 12, 0.6902, 0.1068],
			[16, 11, 0.6275, 0.1141],
			[22, 7, 0.5378, 0.1282],
			[23, 6, 0.4482, 0.1346],
		];
		const falls = steps.filter(({ events }) => events > 0);
		expect(falls.map(({ time, at_risk }) => [time, at_risk])).toEqual(published.map(([time, n]) => [time, n]));
		falls.forEach(({ survival, standard_error }, index) => {
			expect(survival).toBeCloseTo(published[index]?.[2] as number, 4);
			expect(standard_error).toBeCloseTo(published[index]?.[3] as number, 4);
		});
	});

	test("6-mercaptopurine: 95 % limits on the log(−log) scale (lifelines 0.30, Python)", () => {
		const steps = kaplanMeier(mercaptopurine, 0.95);
		for (const [time, low, high] of [
			[6, 0.619718, 0.951552],
			[13, 0.43161, 0.849066],
			[23, 0.188052, 0.680143],
			[35, 0.188052, 0.680143],
		] as const) {
			expect(survivalAt(steps, time)?.low).toBeCloseTo(low, 5);
			expect(survivalAt(steps, time)?.high).toBeCloseTo(high, 5);
		}
	});

	test("medians of 23 and 8 weeks (Gehan 1965), and none where the curve stays above a half", () => {
		expect(medianSurvival(kaplanMeier(mercaptopurine))).toBe(23);
		expect(medianSurvival(kaplanMeier(placebo))).toBe(8);
		expect(medianSurvival(kaplanMeier([...all([1]), ...all([2, 2], false)]))).toBeNull();
	});

	test("without censoring it is the share that has lasted longer", () => {
		const steps = kaplanMeier(placebo);
		for (const { time, survival } of steps)
			expect(survival).toBeCloseTo(placebo.filter((each) => each.time > time).length / 21, 12);
		expect(steps.at(-1)).toMatchObject({ survival: 0, low: 0, high: 0 });
	});

	test("by hand: nothing has happened before the first event, and a time of 0 counts", () => {
		const steps = kaplanMeier([...all([0, 0]), ...all([0, 4], false), ...all([5])]);
		expect(steps[0]).toMatchObject({ time: 0, at_risk: 5, events: 2, censored: 1 });
		expect(steps[0]?.survival).toBeCloseTo(3 / 5, 12);
		expect(steps[1]?.survival).toBeCloseTo(3 / 5, 12);
		expect(survivalAt(steps, -1)).toBeNull();
		expect(kaplanMeier(all([3], false))[0]).toMatchObject({ survival: 1, low: 1, high: 1 });
		expect(() => kaplanMeier(all([-1]))).toThrow("time must be 0 or more: -1");
	});
});

describe("log-rank test", () => {
	test("6-mercaptopurine against placebo: 16.79, 9 and 21 events against 19.25 and 10.75 (Kleinbaum & Klein)", () => {
		const { chi_square, degrees, p, groups } = logRank([mercaptopurine, placebo]);
		expect(chi_square).toBeCloseTo(16.792941, 6);
		expect(degrees).toBe(1);
		expect(p).toBeCloseTo(4.1688e-5, 8);
		expect(groups.map(({ observed }) => observed)).toEqual([9, 21]);
		expect(groups[0]?.expected).toBeCloseTo(19.25, 2);
		expect(groups[1]?.expected).toBeCloseTo(10.75, 2);
	});

	test("three groups (lifelines 0.30, Python: 18.568476 on 2 degrees, p .0000929)", () => {
		const times = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35];
		const events = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0];
		const cases = times.map((time, index) => ({ time, happened: events[index] === 1 }));
		const test = logRank([cases.slice(0, 7), cases.slice(7, 14), cases.slice(14)]);
		expect(test.chi_square).toBeCloseTo(18.568476, 5);
		expect(test.p).toBeCloseTo(9.2877e-5, 8);
	});

	test("by hand: groups that are alike differ by nothing, and one group cannot be compared", () => {
		expect(logRank([placebo, placebo]).chi_square).toBeCloseTo(0, 12);
		expect(logRank([placebo, all([30], false)]).groups[1]?.observed).toBe(0);
		expect(() => logRank([placebo])).toThrow("fewer than two groups: 1");
	});
});
