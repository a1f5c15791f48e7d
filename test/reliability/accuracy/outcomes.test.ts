import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../../src/calendar/days.js";
import { agrees } from "../../../src/claims/answers.js";
import { loadDossier } from "../../../src/load/dossier.js";
import type { Dossier, Proposition } from "../../../src/records/records.js";
import { accuracyBy, accuracyBySource, rankProbabilities } from "../../../src/reliability/accuracy/accuracy.js";
import { accuracyOverTime } from "../../../src/reliability/accuracy/accuracy-over-time.js";
import { accuracyComparison } from "../../../src/reliability/accuracy/comparison.js";
import { judgeClaims } from "../../../src/reliability/accuracy/outcomes.js";
import { ownDossier as real } from "../../support/own-figures.js";
import { answer } from "../made.js";

const six = loadDossier(fileURLToPath(new URL("../../fixtures/six-incidents", import.meta.url)));

describe("a claim beside the value held true, by hand", () => {
	test.each([
		[answer(true), true, true],
		[answer(false), true, false],
		[answer(3), 3, true],
		[answer(3), 4, false],
		[answer("kang"), "kang", true],
		[answer(null, 2), 1, false],
		[answer(null, 2), 2, true],
		[answer(null, null, 9), 0, true],
		[answer(null, 2, 5), 6, false],
		// "Nine, at least": the range is what is said.
		[answer(9, 9), 12, true],
	] as const)("%o against %s", (given, verdict, wanted) => {
		expect(agrees(given, verdict)).toBe(wanted);
	});
});

function withVerdictLater(dossier: Dossier, chosen: Proposition, days: number): Dossier {
	const verdict_decided_on = addDays(chosen.verdict_decided_on as string, days);
	return {
		...dossier,
		propositions: dossier.propositions.map((row) => (row === chosen ? { ...row, verdict_decided_on } : row)),
	};
}

describe("what must not change", () => {
	test("moving the day of a verdict later changes no record before the day it had (property)", () => {
		const settled = six.propositions.filter(({ verdict_decided_on }) => verdict_decided_on !== null);
		const before = accuracyOverTime(six, "side");
		fc.assert(
			fc.property(fc.constantFrom(...settled), fc.integer({ min: 1, max: 300 }), (chosen, later) => {
				const day = chosen.verdict_decided_on as string;
				const earlier = (rows: typeof before) => rows.filter(({ as_of }) => as_of < day);
				expect(earlier(accuracyOverTime(withVerdictLater(six, chosen, later), "side"))).toEqual(earlier(before));
			}),
			{ numRuns: 5 },
		);
	});

	test("moving the day of a verdict later changes no outcome before the day it had (property)", () => {
		const settled = real.propositions.filter(({ verdict_decided_on }) => verdict_decided_on !== null);
		const days = fc.integer({ min: 1, max: 900 });
		fc.assert(
			fc.property(fc.constantFrom(...settled), days, days, (chosen, later, sooner) => {
				const asOf = addDays(chosen.verdict_decided_on as string, -sooner);
				expect(judgeClaims(withVerdictLater(real, chosen, later), { asOf })).toEqual(judgeClaims(real, { asOf }));
			}),
			{ numRuns: 20 },
		);
	});

	test.each([
		["six invented incidents", six, 60],
		["the dossier", real, 10],
	])("a claim of a later day changes no outcome before (property): %s", (_, dossier, numRuns) => {
		const days = fc.constantFrom(...dossier.claims.flatMap(({ published_on }) => published_on ?? []));
		const stances = fc.constantFrom(...(["asserts", "repeats", "corrects", "denies"] as const));
		const sources = fc.constantFrom(...dossier.sources);
		fc.assert(
			fc.property(
				fc.constantFrom(...dossier.claims),
				sources,
				sources,
				stances,
				days,
				(base, by, via, stance, asOf) => {
					const added = {
						...base,
						claim_id: "zz-added",
						source_id: by.source_id,
						via_source_id: via.source_id,
						reported_by: null,
						stance,
						published_on: addDays(asOf, 1),
					};
					const more: Dossier = { ...dossier, claims: [...dossier.claims, added] };
					expect(judgeClaims(more, { asOf }).slice(0, -1)).toEqual(judgeClaims(dossier, { asOf }));
				},
			),
			{ numRuns },
		);
	});

	test("as of the last day the records are those of judgeClaims on that day", () => {
		const last = accuracyOverTime(real, "side").filter(({ as_of }) => as_of === "2026-06-30");
		const plain = accuracyBy(judgeClaims(real, { asOf: "2026-06-30" }), "side");
		expect(last.map(({ as_of, ...row }) => row)).toEqual(plain);
	});
});

describe("the whole dossier", () => {
	test.each([
		{},
		{ statement: "last" as const },
		{ circular: "include" as const },
		{ announced: true },
		{ asOf: "2023-06-30" },
		{ confidence: ["high" as const] },
	])("outcomes add up to the claims: %o", (options) => {
		const claims = judgeClaims(real, options);
		expect(claims.length).toBe(real.claims.length);
		expect(new Set(claims.map(({ claim_id }) => claim_id)).size).toBe(real.claims.length);
		for (const { outcome, reason } of claims) expect(reason === null).toBe(outcome !== "excluded");
		for (const by of ["side", "source_kind", "alignment", "basis"] as const) {
			const rows = accuracyBy(claims, by);
			expect(rows.reduce((sum, row) => sum + row.n + row.unresolved + row.excluded, 0)).toBe(real.claims.length);
		}
	});

	test("an option with an unknown value is refused by name, with the known values", () => {
		expect(() => judgeClaims(real, { statement: "second" as "first" })).toThrow(
			"unknown statement: second (known: first, last)",
		);
		expect(() => judgeClaims(real, { circular: "keep" as "include" })).toThrow(
			"unknown circular: keep (known: exclude, include)",
		);
		expect(() => judgeClaims(real, { confidence: ["sure" as "high"] })).toThrow(
			"unknown confidence: sure (known: high, moderate, low)",
		);
		expect(() => judgeClaims(real, { asOf: "2023-13-01" })).toThrow("not a day: 2023-13-01");
	});

	test("no claim is judged by a verdict that relies on its own source", () => {
		const judged = judgeClaims(real).filter(({ outcome }) => outcome === "supported" || outcome === "contradicted");
		const bearers = new Set(
			real.verdict_basis.map(
				({ proposition_id, claim_id }) =>
					`${proposition_id} ${real.claims.find((claim) => claim.claim_id === claim_id)?.source_id}`,
			),
		);
		expect(judged.filter(({ proposition_id, source_id }) => bearers.has(`${proposition_id} ${source_id}`))).toEqual([]);
	});

	test("high confidence alone judges no claim that all confidences do not", () => {
		const all = new Set(
			judgeClaims(real).flatMap(({ claim_id, outcome }) => (outcome === "excluded" ? [] : [claim_id])),
		);
		const high = judgeClaims(real, { confidence: ["high"] }).filter(({ outcome }) => outcome !== "excluded");
		expect(high.every(({ claim_id }) => all.has(claim_id))).toBe(true);
		expect(high.length).toBeLessThan(all.size);
	});

	test("single sources: most cannot be judged, and those that can have ten claims or more", () => {
		const records = accuracyBySource(judgeClaims(real));
		expect(records.filter(({ enough_claims }) => enough_claims).every(({ n }) => n >= 10)).toBe(true);
		expect(records.reduce((sum, { n, unresolved, excluded }) => sum + n + unresolved + excluded, 0)).toBe(
			real.claims.length,
		);
	});
});

describe("one object holds all parts of a comparison", () => {
	const {
		by,
		circular,
		rows,
		excluded,
		claims,
		resolved,
		unresolved,
		test: tested,
	} = accuracyComparison(real, {
		by: "side",
	});

	test("its options, and totals that add up to all claims", () => {
		expect([by, circular]).toEqual(["side", "exclude"]);
		const out = excluded.reduce((sum, { n }) => sum + n, 0);
		expect(resolved + unresolved + out).toBe(claims);
		expect(claims).toBe(real.claims.length);
		expect(rows.reduce((sum, row) => sum + row.n + row.unresolved + row.excluded, 0)).toBe(claims);
		expect(tested).toMatchObject({ permute: "groups_within_incidents", n: resolved });
	});

	test("the counted share is supported of n, the estimate lies within its interval", () => {
		for (const { n, supported, share, pooled_share, low, high } of rows) {
			expect(share).toBe(supported / n);
			expect(low).toBeLessThan(pooled_share);
			expect(high).toBeGreaterThan(pooled_share);
		}
	});

	test("circular verdicts the other way are the rows of the other choice", () => {
		const other = accuracyComparison(real, { by: "side", circular: "include" });
		for (const row of rows) {
			const { other_circular, p_highest, ...plain } = other.rows.find(({ group }) => group === row.group) ?? {
				other_circular: null,
			};
			expect(row.other_circular).toEqual(plain);
			expect(other_circular).toMatchObject({ n: row.n, share: row.share });
			expect(p_highest === null).toBe(!row.other_circular?.enough_claims);
		}
	});

	test("an unknown grouping is refused", () =>
		expect(() => accuracyComparison(real, { by: "country" as "side" })).toThrow(
			"unknown grouping: country (known: source_kind, side, alignment, basis)",
		));
});

describe("rank only as probability", () => {
	test("of the groups that can be judged, adding up to 1; of none where none can", () => {
		const records = accuracyBy(judgeClaims(real), "source_kind");
		const ranks = rankProbabilities(records);
		const judged = records.filter(({ enough_claims }) => enough_claims).map(({ group }) => group);
		expect(ranks.map(({ group }) => group)).toEqual(judged);
		expect(ranks.reduce((sum, { p_highest }) => sum + p_highest, 0)).toBeCloseTo(1, 10);
		expect(rankProbabilities(accuracyBy(judgeClaims(six), "side"))).toEqual([]);
	});
});
