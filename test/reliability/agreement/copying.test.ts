import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadDossier } from "../../../src/load/dossier.js";
import type { Claim, Dossier, Proposition } from "../../../src/records/records.js";
import { copyReport } from "../../../src/reliability/agreement/copying.js";
import { ownDossier as real } from "../../support/own-figures.js";

const six = loadDossier(fileURLToPath(new URL("../../fixtures/six-incidents", import.meta.url)));

/** Two sources, `local-paper` and `relay-a`, on as many resolved counts as there are pairs of answers; truth is 30. */
function two(
	answers: readonly (readonly [number, number])[],
	days: readonly [string | null, string | null] = ["2022-02-01", "2022-02-01"],
	change: Partial<Proposition> = {},
): Dossier {
	const question = six.propositions.find(
		({ proposition_id }) => proposition_id === "b.killed_civilians",
	) as Proposition;
	const claim = six.claims.find(({ claim_id }) => claim_id === "c13") as Claim;
	const propositions = answers.map((_, index) => ({
		...question,
		verdict_value: 30,
		...change,
		proposition_id: `q${index}`,
	}));
	const claims = answers.flatMap((pair, index) =>
		(["local-paper", "relay-a"] as const).map((source_id, who) => ({
			...claim,
			claim_id: `${index}${who}`,
			proposition_id: `q${index}`,
			source_id,
			value: pair[who] as number,
			published_on: days[who] as string | null,
		})),
	);
	return { ...six, propositions, claims, verdict_basis: [] };
}
const only = (dossier: Dossier, options = {}) =>
	copyReport(dossier, options).pairs[0] as NonNullable<ReturnType<typeof copyReport>["pairs"][number]>;

describe("two sources, by hand", () => {
	// One shared error of ten possible: (.8 × 10 + .2 - .16) / .2 = 40.2.
	test("one shared error on a count: .2 × 40.2 / (.8 + .2 × 40.2); on the same day nobody is named the copier", () => {
		const row = only(two([[7, 7]]));
		expect(row).toMatchObject({ n: 1, kt: 0, kf: 1, kd: 0, near: 0, copier: null, shared_errors: ["q0"] });
		expect(row.probability).toBeCloseTo(8.04 / 8.84, 12);
		expect(row.probability_a_copied).toBeCloseTo(row.probability_b_copied, 12);
	});

	test("only the later can have copied: the earlier keeps its prior", () => {
		const row = only(
			two(
				[
					[7, 7],
					[13, 13],
				],
				["2022-02-01", "2022-02-03"],
			),
		);
		// Against neither copying: the later 40.2² = 1616.04, the earlier 1; prior .1 each way.
		expect(row.probability_b_copied).toBeCloseTo(161.604 / (0.8 + 0.1 + 161.604), 12);
		expect(row.probability_a_copied).toBeCloseTo(0.1 / (0.8 + 0.1 + 161.604), 12);
		expect(row.copier).toBe("relay-a");
		expect(
			copyReport(
				two(
					[
						[7, 7],
						[13, 13],
					],
					["2022-02-03", "2022-02-01"],
				),
			).reported[0]?.copier,
		).toBe("local-paper");
		expect(only(two([[7, 7]], [null, "2022-02-01"])).copier).toBe(null);
	});

	test("shared truths change nothing, unless they are asked to count as in eq. 8: (1 - .2 + .16) / .8 = 1.2 each", () => {
		const truths = [
			[30, 30],
			[30, 30],
			[30, 30],
		] as const;
		expect(only(two(truths))).toMatchObject({ kt: 3, kf: 0, copier: null });
		expect(only(two(truths)).probability).toBeCloseTo(0.2, 12);
		expect(only(two([[7, 7], ...truths])).probability).toBe(only(two([[7, 7]])).probability);
		const ratio = 1.2 ** 3;
		expect(only(two(truths), { sharedTruths: "counted" }).probability).toBeCloseTo(
			(0.2 * ratio) / (0.8 + 0.2 * ratio),
			12,
		);
	});

	test("counts that nearly agree with each other or with the truth are no shared error and no difference", () => {
		expect(
			only(
				two([
					[9, 10],
					[31, 31],
					[29, 29],
					[30, 31],
				]),
			),
		).toMatchObject({ n: 4, kt: 0, kf: 0, kd: 0, near: 4 });
		expect(only(two([[9, 10]])).probability).toBeCloseTo(0.2, 12);
	});

	test("a round number says little: (.8 × 2 + .04) / .2 = 8.2; a difference speaks against: 1 - .8", () => {
		expect(only(two([[20, 20]])).probability).toBeCloseTo(1.64 / 2.44, 12);
		expect(
			only(
				two([
					[7, 7],
					[3, 90],
				]),
			).probability,
		).toBeCloseTo((0.2 * 40.2 * 0.2) / (0.8 + 0.2 * 40.2 * 0.2), 12);
	});

	test("yes or no has one wrong answer: (.8 + .04) / .2 = 4.2", () => {
		const yesNo = two([[7, 7]], undefined, { type: "boolean", verdict_value: true });
		const row = only({ ...yesNo, claims: yesNo.claims.map((claim) => ({ ...claim, value: false })) });
		expect(row.probability).toBeCloseTo(0.84 / 1.64, 12);
	});

	test("what is not resolved shares neither truth nor error", () => {
		const open = copyReport(two([[7, 7]], undefined, { verdict_status: "contested" }));
		expect(open).toMatchObject({ pairs: [], unresolved_questions: 1, resolved_questions: 0 });
	});

	test("an office and one above it are one voice and no pair", () => {
		const dossier = two([[7, 7]]);
		const sources = dossier.sources.map((source) =>
			source.source_id === "relay-a" ? { ...source, parent_id: "local-paper" } : source,
		);
		expect(copyReport({ ...dossier, sources })).toMatchObject({ pairs: [], same_institution_pairs: 1 });
	});
});

describe("the whole dossier", () => {
	const report = copyReport(real);

	test("what is reported lies above the limit, has a shared error, and its counts add up", () => {
		for (const row of report.pairs) {
			expect(row.kt + row.kf + row.kd + row.near).toBe(row.n);
			expect(row.shared_errors).toHaveLength(row.kf);
			expect(row.probability).toBeCloseTo(row.probability_a_copied + row.probability_b_copied, 12);
			if (row.kf === 0) expect(row.probability).toBeLessThanOrEqual(0.2);
		}
		expect(report.reported.every(({ probability, kf }) => probability > report.above && kf > 0)).toBe(true);
	});

	test("a relay added to a claim, or the order of the rows, changes nothing", () => {
		const claim = real.claims.find(({ stance }) => stance === "asserts") as Claim;
		const added: Claim = {
			...claim,
			claim_id: "added",
			stance: "repeats",
			via_source_id: claim.source_id,
			source_id: "irna",
		};
		expect(copyReport({ ...real, claims: [added, ...real.claims].reverse() })).toEqual(report);
	});
});
