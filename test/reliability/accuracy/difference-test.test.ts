import { describe, expect, test } from "vitest";
import { loadDossier } from "../../../src/load/dossier.js";
import type { Dossier } from "../../../src/records/records.js";
import { type Deal, deals, differenceTest } from "../../../src/reliability/accuracy/difference-test.js";
import { negativeControl, shuffleVerdicts } from "../../../src/reliability/accuracy/negative-control.js";
import { type ClaimOutcome, judgeClaims } from "../../../src/reliability/accuracy/outcomes.js";
import { type Random, seeded } from "../../../src/statistics/random.js";

const real = loadDossier();
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

const pValues = (n: number, seed: number, deal: Deal, chance: (random: Random) => ClaimOutcome[]) => {
	const random = seeded(seed);
	return Array.from({ length: n }, () => differenceTest(chance(random), "side", random, { shuffles: 99, deal }).p);
};

/** Every claim is right with the same chance, on its own. */
const oneByOne = (random: Random) => judged.map((claim) => ({ ...claim, outcome: right(random() < 0.64) }));

/** Some incidents are easy and some hard, and a source is right in all it says of one or in nothing. */
function hangingTogether(random: Random): ClaimOutcome[] {
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

/** As `hangingTogether`, and all sources of a side speak with one voice on an incident. */
function inChorus(random: Random): ClaimOutcome[] {
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
	test("claims that are independent: p is uniform with every deal (200 seeded tests, Kolmogorov at 1 %)", () => {
		for (const deal of deals) expect(distanceFromUniform(pValues(200, 11, deal, oneByOne))).toBeLessThan(farthest(200));
	});

	test("sources that repeat themselves: dealt by source p stays uniform; dealt one by one it calls chance a difference", () => {
		const bySource = pValues(200, 12, "sources", hangingTogether);
		expect(distanceFromUniform(bySource)).toBeLessThan(farthest(200));
		// 5 % of 200 with a standard error of 1.5 points.
		expect(falseAlarms(bySource)).toBeLessThan(0.095);
		expect(falseAlarms(pValues(200, 12, "claims", hangingTogether))).toBeGreaterThan(0.15);
	});

	test("sides that speak in chorus: only dealt by group does p stay honest", () => {
		expect(falseAlarms(pValues(200, 16, "groups", inChorus))).toBeLessThan(0.095);
		expect(falseAlarms(pValues(200, 16, "sources", inChorus))).toBeGreaterThan(0.15);
	});

	test("differences vanish: on dealt outcomes the statistic is as large as on other deals", () => {
		const random = seeded(13);
		const ratios = Array.from({ length: 60 }, () => {
			const { statistic, shuffled_mean } = differenceTest(oneByOne(random), "side", random, { shuffles: 99 });
			return statistic / (shuffled_mean as number);
		});
		// Mean 1 by construction; its standard error is near .1, since the statistic is about χ² with two degrees.
		const mean = ratios.reduce((sum, each) => sum + each, 0) / ratios.length;
		expect(Math.abs(mean - 1)).toBeLessThan(0.4);
	});
});

describe("shuffled verdicts of the dossier", () => {
	test("are the same verdicts, each type among its own, and whoever was not settled is not", () => {
		const dealt = shuffleVerdicts(real, seeded(14));
		const tally = ({ propositions }: Dossier) =>
			propositions.map(({ type, verdict_status, verdict_value }) => `${type} ${verdict_status} ${verdict_value}`);
		const settled = (dossier: Dossier, type: string) =>
			dossier.propositions
				.filter((row) => row.type === type && ["confirmed", "refuted"].includes(row.verdict_status))
				.map(({ verdict_value }) => String(verdict_value))
				.sort();
		for (const type of ["boolean", "count"]) expect(settled(dealt, type)).toEqual(settled(real, type));
		const open = (rows: string[]) => rows.filter((row) => !/confirmed|refuted/.test(row) || /^category/.test(row));
		expect(open(tally(dealt))).toEqual(open(tally(real)));
		expect(tally(dealt)).not.toEqual(tally(real));
	});

	test("kinds of source: the difference vanishes where sources or groups are dealt", () => {
		const control = negativeControl(real, "source_kind", seeded(15), { rounds: 60 });
		for (const { deal, false_alarms, difference_ratio } of control.filter((row) => row.deal !== "claims")) {
			// 5 % of 60 rounds with a standard error of 2.8 points.
			expect(false_alarms, deal).toBeLessThanOrEqual(0.135);
			expect(Math.abs(difference_ratio - 1), deal).toBeLessThan(0.25);
		}
	});

	test("sides: the more hangs together in a deal, the fewer false alarms", () => {
		const control = negativeControl(real, "side", seeded(15), { rounds: 60 });
		const ratios = control.map(({ difference_ratio }) => difference_ratio);
		expect(control.map(({ deal }) => deal)).toEqual(["claims", "sources", "groups"]);
		expect([...ratios].sort((a, b) => b - a)).toEqual(ratios);
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

	test("four all right against four all wrong: of 70 ways to deal two are as far apart", () => {
		const claims = Array.from({ length: 8 }, (_, index) =>
			claim(index, index < 4 ? "taliban" : "iran_state", index < 4),
		);
		for (const deal of ["claims", "sources"] as const) {
			const { statistic, p, n, groups } = differenceTest(claims, "side", seeded(3), { deal });
			// 4 (1 − .5)² + 4 (0 − .5)²
			expect(statistic).toBeCloseTo(2, 12);
			expect(Math.abs(p - 2 / 70)).toBeLessThan(0.015);
			expect([n, groups]).toEqual([8, 2]);
		}
	});

	test("a source's four claims on one incident are one unit: of two ways to deal both are as far apart", () => {
		const claims = Array.from({ length: 8 }, (_, index) =>
			claim(index, index < 4 ? "taliban" : "iran_state", index < 4, "one", index < 4 ? "a" : "b"),
		);
		expect(differenceTest(claims, "side", seeded(3), { deal: "sources" }).p).toBe(1);
		expect(differenceTest(claims, "side", seeded(3)).p).toBeLessThan(0.05);
	});

	test("an easy and a hard incident with one side each tell nothing apart", () => {
		const claims = Array.from({ length: 8 }, (_, index) =>
			claim(index, index < 4 ? "taliban" : "iran_state", index < 4, index < 4 ? "easy" : "hard"),
		);
		const test = differenceTest(claims, "side", seeded(3), { deal: "sources" });
		expect([test.p, test.mixed_incidents]).toEqual([1, 0]);
	});

	test("the order of rows does not matter, and an unknown deal is refused", () => {
		const one = differenceTest(judged, "side", seeded(4), { shuffles: 50, deal: "sources" });
		expect(differenceTest([...judged].reverse(), "side", seeded(4), { shuffles: 50, deal: "sources" })).toEqual(one);
		expect(() => differenceTest([], "side", seeded(1), { deal: "cards" as "claims" })).toThrow("unknown deal: cards");
	});

	test("no judged claim: nothing differs, and without shuffles there is no mean", () => {
		expect(differenceTest([], "side", seeded(1), { shuffles: 0 })).toEqual({
			deal: "claims",
			n: 0,
			groups: 0,
			mixed_incidents: 0,
			statistic: 0,
			shuffled_mean: null,
			p: 1,
			shuffles: 0,
		});
	});
});
