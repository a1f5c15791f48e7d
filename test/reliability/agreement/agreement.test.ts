import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadDossier } from "../../../src/load/dossier.js";
import type { Dossier } from "../../../src/records/records.js";
import { answersAgree, pairwiseAgreement } from "../../../src/reliability/agreement/agreement.js";
import { sourceAlphas } from "../../../src/reliability/agreement/source-alpha.js";
import { seeded } from "../../../src/statistics/random.js";
import { ownDossier as real } from "../../support/own-figures.js";
import { answer } from "../made.js";

const six = loadDossier(fileURLToPath(new URL("../../fixtures/six-incidents", import.meta.url)));
const rows = (dossier: Dossier, by: "side" | "source_kind" = "side") =>
	pairwiseAgreement(dossier, by, { random: seeded(1), draws: 20 });

describe("two answers to one question, by hand", () => {
	test.each([
		[answer(true), answer(true), true, true],
		[answer(true), answer(false), false, false],
		[answer("kang"), answer("zaranj"), false, false],
		[answer(9), answer(10), true, false],
		[answer(1), answer(3), false, false],
		[answer(100), answer(110), true, false],
		[answer(100), answer(112), false, false],
		[answer(0), answer(1), false, false],
		[answer(0), answer(0), true, true],
		// None, and at most two: none is among them.
		[answer(0), answer(null, null, 2), true, false],
		[answer(null, 9), answer(2), false, false],
		[answer(null, 2, 5), answer(5), true, false],
		[answer(null, 2, 5), answer(null, 2, 5), true, true],
	] as const)("%o and %o", (one, other, near, exact) => {
		for (const [a, b] of [
			[one, other],
			[other, one],
		] as const) {
			expect(answersAgree(a, b)).toBe(near);
			expect(answersAgree(a, b, "exact")).toBe(exact);
		}
	});
});

describe("six invented incidents, by hand", () => {
	const of = (group: string, other: string) => rows(six).find((row) => row.group === group && row.other === other);

	test("Iranian state and Taliban: 0 of 1, 0 of 1, 1 of 2, 2 of 2, 0 of 1 on five questions of four incidents: .3", () => {
		expect(of("iran_state", "taliban")).toEqual({
			group: "iran_state",
			other: "taliban",
			questions: 5,
			incidents: 4,
			pairs: 7,
			share: expect.closeTo(0.3, 12),
			low: null,
			high: null,
			simultaneous_low: null,
			simultaneous_high: null,
			repeats: 0,
		});
	});

	test("the Iranian state within itself: 0 of 1 and 1 of 1; with third parties 0 of 1 and 1 of 2", () => {
		expect(of("iran_state", "iran_state")).toMatchObject({ questions: 2, pairs: 2, share: 0.5 });
		expect(of("iran_state", "third_party")).toMatchObject({ questions: 2, pairs: 3, share: 0.25 });
		expect(of("taliban", "third_party")).toMatchObject({ questions: 2, pairs: 2, share: 1 });
		expect(of("taliban", "taliban")).toMatchObject({ questions: 0, pairs: 0, share: null });
	});

	test("single origins: a pair that shares nothing is left out, and no origin is paired with itself on a question", () => {
		const pairs = pairwiseAgreement(six, "source_id", { random: seeded(1), draws: 20 });
		expect(pairs.find(({ other }) => other === "relay-a")).toMatchObject({
			group: "local-paper",
			questions: 0,
			repeats: 1,
		});
		const speaking = pairs.filter(({ questions }) => questions > 0);
		expect(speaking.map(({ group, other, questions, share }) => [group, other, questions, share])).toEqual(
			[
				["local-paper", "spokesman", 2, 1],
				["local-paper", "state-agency", 2, 0.5],
				["ministry", "spokesman", 3, expect.closeTo(1 / 3, 12)],
				["ministry", "state-agency", 2, 0.5],
				["local-paper", "ministry", 1, 0],
				["spokesman", "state-agency", 4, 0.5],
			].sort(([a, b], [c, d]) => (`${a} ${b}` < `${c} ${d}` ? -1 : 1)),
		);
	});

	test("the traced repeat is counted apart, the untraced one nowhere", () => {
		expect(of("third_party", "third_party")).toMatchObject({ questions: 0, repeats: 1 });
	});

	test("alpha: yes or no 1 − 2 / (12 / 7) = −1/6; counts 0, 3, 3 on one question 0", () => {
		expect(sourceAlphas(six, { random: seeded(1), draws: 20 })).toMatchObject([
			{ type: "boolean", alpha: expect.closeTo(-1 / 6, 12), questions: 3, answers: 8, excluded_questions: 0 },
			{
				type: "count",
				alpha: expect.closeTo(0, 12),
				questions: 1,
				answers: 3,
				excluded_questions: 1,
				excluded_ranges: 2,
			},
		]);
	});
});

describe("what must not change", () => {
	test("a relay added to any claim changes only the repeats (property)", () => {
		const plain = rows(real).map(({ repeats, ...row }) => row);
		fc.assert(
			fc.property(fc.constantFrom(...real.claims), fc.constantFrom(...real.sources), (claim, relay) => {
				fc.pre(claim.stance !== "repeats" && relay.source_id !== claim.source_id);
				const added = { ...claim, claim_id: "zz", source_id: relay.source_id, via_source_id: claim.source_id };
				const more = { ...real, claims: [...real.claims, { ...added, stance: "repeats" as const }] };
				expect(rows(more).map(({ repeats, ...row }) => row)).toEqual(plain);
			}),
			{ numRuns: 8 },
		);
	});

	test("the order of the rows does not matter, limits included", () => {
		const turned = { ...real, claims: [...real.claims].reverse(), sources: [...real.sources].reverse() };
		for (const by of ["side", "source_kind"] as const) expect(rows(turned, by)).toEqual(rows(real, by));
		const alphas = (dossier: Dossier) => sourceAlphas(dossier, { random: seeded(1), draws: 50 });
		expect(alphas(turned)).toEqual(alphas(real));
	});

	test("limits stand only on ten incidents or more, and hold the share", () => {
		for (const { incidents, share, low, high } of rows(real, "source_kind")) {
			expect(low === null).toBe(incidents < 10);
			if (low !== null) expect(low <= (share as number) && (share as number) <= (high as number)).toBe(true);
		}
	});
});
