import { describe, expect, test } from "vitest";
import type { Dossier } from "../../../src/records/records.js";
import {
	differenceTest,
	isSignificant,
	type PermutedUnit,
	permutedUnits,
} from "../../../src/reliability/accuracy/difference-test.js";
import { negativeControl, shuffleVerdicts } from "../../../src/reliability/accuracy/negative-control.js";
import { type ClaimOutcome, judgeClaims } from "../../../src/reliability/accuracy/outcomes.js";
import { type Random, seeded } from "../../../src/statistics/random.js";
import { ownDossier as real } from "../../support/own-figures.js";

const judged = judgeClaims(real).filter(({ outcome }) => outcome === "supported" || outcome === "contradicted");
const right = (is: boolean) => (is ? ("supported" as const) : ("contradicted" as const));

/** Kolmogorov's distance of p-values from the uniform distribution. */
function distanceFromUniform(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return Math.max(
		...sorted.map((p, index) =>
			Math.max(Math.abs(p - index / sorted.length), Math.abs((index + 1) / sorted.length - p)),
		),
	);
}
/** Beyond it p-values are not uniform at the level of 1 % (1.628 / √n; Kolmogorov). */
const farthest = (n: number) => 1.628 / Math.sqrt(n);

const pValues = (n: number, seed: number, permute: PermutedUnit, chance: (random: Random) => ClaimOutcome[]) => {
	const random = seeded(seed);
	return Array.from(
		{ length: n },
		() => differenceTest(chance(random), "side", random, { permutations: 99, permute }).p,
	);
};

/** Every claim is right with the same chance, on its own. */
const independent = (random: Random) => judged.map((claim) => ({ ...claim, outcome: right(random() < 0.64) }));

/** Some incidents are easy and some hard, and a source is right in all its claims on one or in none. */
function correlatedBySource(random: Random): ClaimOutcome[] {
	const easy = new Map<string, number>();
	const words = new Map<string, boolean>();
	return judged.map((claim) => {
		const { incident_id, source_id } = claim;
		const share = easy.get(incident_id) ?? random();
		easy.set(incident_id, share);
		const word = words.get(`${incident_id} ${source_id}`) ?? random() < share;
		words.set(`${incident_id} ${source_id}`, word);
		return { ...claim, outcome: right(word) };
	});
}

/** As `correlatedBySource`, and all sources of a side are right or wrong together on an incident. */
function correlatedBySide(random: Random): ClaimOutcome[] {
	const words = new Map<string, boolean>();
	return judged.map((claim) => {
		const key = `${claim.incident_id} ${claim.side}`;
		const word = words.get(key) ?? random() < 0.64;
		words.set(key, word);
		return { ...claim, outcome: right(word) };
	});
}

const falseAlarms = (values: readonly number[]) => values.filter((p) => p <= 0.05).length / values.length;

describe("negative control on data in which no side is better than another", () => {
	test("claims that are independent: p is uniform whatever is permuted (200 seeded tests, Kolmogorov at 1 %)", () => {
		for (const permute of permutedUnits)
			expect(distanceFromUniform(pValues(200, 11, permute, independent))).toBeLessThan(farthest(200));
	});

	test("claims of a source that are correlated: permuting sources keeps p uniform; permuting claims calls chance a difference", () => {
		const bySource = pValues(200, 12, "sources_within_incidents", correlatedBySource);
		expect(distanceFromUniform(bySource)).toBeLessThan(farthest(200));
		// 5 % of 200 with a standard error of 1.5 points.
		expect(falseAlarms(bySource)).toBeLessThan(0.095);
		expect(falseAlarms(pValues(200, 12, "claims_ignoring_clustering", correlatedBySource))).toBeGreaterThan(0.15);
	});

	test("claims of a side that are correlated: only permuting groups keeps p valid", () => {
		expect(falseAlarms(pValues(200, 16, "groups_within_incidents", correlatedBySide))).toBeLessThan(0.095);
		expect(falseAlarms(pValues(200, 16, "sources_within_incidents", correlatedBySide))).toBeGreaterThan(0.15);
	});

	test("differences vanish: on outcomes by chance the statistic is as large as on permuted ones", () => {
		const random = seeded(13);
		const ratios = Array.from({ length: 60 }, () => {
			const { statistic, permuted_mean } = differenceTest(independent(random), "side", random, {
				permutations: 99,
				permute: "claims_ignoring_clustering",
			});
			return statistic / (permuted_mean as number);
		});
		// Mean 1 by construction; its standard error is near .1, since the statistic is about χ² with two degrees.
		const mean = ratios.reduce((sum, each) => sum + each, 0) / ratios.length;
		expect(Math.abs(mean - 1)).toBeLessThan(0.4);
	});
});

describe("shuffled verdicts of the dossier", () => {
	test("are the same verdicts, each type among its own, and no unresolved question is resolved", () => {
		const permuted = shuffleVerdicts(real, seeded(14));
		const tally = ({ propositions }: Dossier) =>
			propositions.map(({ type, verdict_status, verdict_value }) => `${type} ${verdict_status} ${verdict_value}`);
		const resolved = (dossier: Dossier, type: string) =>
			dossier.propositions
				.filter((row) => row.type === type && ["confirmed", "refuted"].includes(row.verdict_status))
				.map(({ verdict_value }) => String(verdict_value))
				.sort();
		for (const type of ["boolean", "count"]) expect(resolved(permuted, type)).toEqual(resolved(real, type));
		const open = (rows: string[]) => rows.filter((row) => !/confirmed|refuted/.test(row) || /^category/.test(row));
		expect(open(tally(permuted))).toEqual(open(tally(real)));
		expect(tally(permuted)).not.toEqual(tally(real));
	});

	test("kinds of source: the difference vanishes where sources or groups are permuted", () => {
		const control = negativeControl(real, "source_kind", seeded(15), { rounds: 60 });
		for (const { permute, false_alarms, difference_ratio } of control.filter(
			(row) => row.permute !== "claims_ignoring_clustering",
		)) {
			// 5 % of 60 rounds with a standard error of 2.8 points.
			expect(false_alarms, permute).toBeLessThanOrEqual(0.135);
			expect(Math.abs(difference_ratio - 1), permute).toBeLessThan(0.25);
		}
	});

	test("sides: single claims give most false alarms", () => {
		const control = negativeControl(real, "side", seeded(15), { rounds: 60 });
		const order = ["claims_ignoring_clustering", "sources_within_incidents", "groups_within_incidents"];
		const ratios = order.map((unit) => control.find(({ permute }) => permute === unit)?.difference_ratio ?? Number.NaN);
		expect(Math.max(...ratios)).toBe(ratios[0]);
		expect(ratios[0] as number).toBeGreaterThan(1.4);
	});
});

describe("negative control, by hand", () => {
	const base = judged[0] as ClaimOutcome;
	const claim = (index: number, side: ClaimOutcome["side"], is: boolean, incident = "one", source = `s${index}`) => ({
		...base,
		claim_id: `c${index}`,
		incident_id: incident,
		source_id: source,
		side,
		outcome: right(is),
	});

	test("four all right against four all wrong: of 70 permutations two are as far apart", () => {
		const claims = Array.from({ length: 8 }, (_, index) =>
			claim(index, index < 4 ? "taliban" : "iran_state", index < 4),
		);
		for (const permute of ["claims_ignoring_clustering", "sources_within_incidents"] as const) {
			const { statistic, p, n, groups } = differenceTest(claims, "side", seeded(3), { permute });
			// 4 (1 − .5)² + 4 (0 − .5)²
			expect(statistic).toBeCloseTo(2, 12);
			expect(Math.abs(p - 2 / 70)).toBeLessThan(0.015);
			expect([n, groups]).toEqual([8, 2]);
		}
	});

	test("a source's four claims on one incident are one unit: of two permutations both are as far apart", () => {
		const claims = Array.from({ length: 8 }, (_, index) =>
			claim(index, index < 4 ? "taliban" : "iran_state", index < 4, "one", index < 4 ? "a" : "b"),
		);
		expect(differenceTest(claims, "side", seeded(3), { permute: "sources_within_incidents" }).p).toBe(1);
		const naive = differenceTest(claims, "side", seeded(3), { permute: "claims_ignoring_clustering" });
		expect(naive.p).toBeLessThan(0.05);
		expect(isSignificant(naive)).toBe(false);
	});

	test("an easy and a hard incident with one side each compare nothing", () => {
		const claims = Array.from({ length: 8 }, (_, index) =>
			claim(index, index < 4 ? "taliban" : "iran_state", index < 4, index < 4 ? "easy" : "hard"),
		);
		const test = differenceTest(claims, "side", seeded(3), { permute: "sources_within_incidents" });
		expect([test.p, test.mixed_incidents]).toEqual([1, 0]);
	});

	test("the default permutes whole groups within incidents, and alone may call a difference one", () => {
		const by = (options: { readonly permute?: PermutedUnit } = {}) =>
			differenceTest(judgeClaims(real), "source_kind", seeded(1), options);
		expect(by()).toEqual(by({ permute: "groups_within_incidents" }));
		// Single claims are readier to find a difference than the valid test.
		expect(by({ permute: "claims_ignoring_clustering" }).p).toBeLessThan(by().p / 4);
		expect(isSignificant({ ...by({ permute: "claims_ignoring_clustering" }), p: 0.001 })).toBe(false);
		expect(isSignificant({ ...by(), p: 0.05 })).toBe(true);
		expect(isSignificant({ ...by(), p: 0.051 })).toBe(false);
	});

	test("the order of rows does not matter, and an unknown unit is refused", () => {
		const one = differenceTest(judged, "side", seeded(4), { permutations: 50, permute: "sources_within_incidents" });
		expect(
			differenceTest([...judged].reverse(), "side", seeded(4), {
				permutations: 50,
				permute: "sources_within_incidents",
			}),
		).toEqual(one);
		expect(() => differenceTest([], "side", seeded(1), { permute: "cards" as PermutedUnit })).toThrow(
			"unknown unit to permute: cards (known: groups_within_incidents, sources_within_incidents, claims_ignoring_clustering)",
		);
	});

	test("no resolved claim: nothing differs, and without permutations there is no mean", () => {
		expect(differenceTest([], "side", seeded(1), { permutations: 0 })).toEqual({
			permute: "groups_within_incidents",
			n: 0,
			groups: 0,
			mixed_incidents: 0,
			statistic: 0,
			permuted_mean: null,
			p: 1,
			permutations: 0,
		});
	});
});
