import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadDossier } from "../../../src/load/dossier.js";
import type { Claim, Dossier, Proposition, Source } from "../../../src/records/records.js";
import { letterOf, sourceGrades } from "../../../src/reliability/accuracy/grades.js";
import { type ClaimOutcome, judgeClaims } from "../../../src/reliability/accuracy/outcomes.js";
import { compareGrades, type OwnGrade } from "../../../src/reliability/accuracy/own-grades.js";
import { credibilities } from "../../../src/reliability/questions/credibility.js";
import { likelihoodBins, likelihoodOf } from "../../../src/reliability/questions/likelihood.js";
import { openQuestions } from "../../../src/reliability/questions/open-questions.js";
import { ownDossier as real } from "../../support/own-figures.js";
import { firstIncidents } from "../first-incidents.js";

const six = loadDossier(fileURLToPath(new URL("../../fixtures/six-incidents", import.meta.url)));
/** The first sixteen incidents alone, where the whole dossier would take long. */
const early = firstIncidents(real, 16);

describe("letters", () => {
	const base = judgeClaims(six)[1] as ClaimOutcome;
	const record = (source_id: string, right: number, wrong: number): ClaimOutcome[] =>
		Array.from({ length: right + wrong }, (_, index) => ({
			...base,
			claim_id: `${source_id}${index}`,
			source_id,
			outcome: index < right ? ("supported" as const) : ("contradicted" as const),
			reason: null,
		}));
	const gradeOf = (claims: readonly ClaimOutcome[], id: string) =>
		sourceGrades(claims).find(({ source_id }) => source_id === id);

	test("two of two right is F, and so is nine of nine: cannot be judged, whatever the share", () => {
		const claims = [...record("two", 2, 0), ...record("nine", 9, 0), ...record("many", 60, 1)];
		expect(gradeOf(claims, "two")).toMatchObject({ n: 2, letter: "F", letter_at_best: "F" });
		expect(gradeOf(claims, "nine")).toMatchObject({ n: 9, letter: "F", letter_at_best: "F" });
		expect(gradeOf(claims, "many")).toMatchObject({ n: 61, letter: "A" });
	});

	test("none of two right is F too: not known is not bad", () => {
		expect(gradeOf([...record("two", 0, 2), ...record("many", 60, 1)], "two")?.letter).toBe("F");
	});

	test.each([
		[0.8, 0.95, "A", "A"],
		[0.79, 0.95, "B", "A"],
		[0.65, 0.79, "B", "B"],
		[0.5, 0.64, "C", "C"],
		[0.35, 0.5, "D", "C"],
		[0, 0.34, "E", "E"],
	])("from %f to %f: %s, at best %s", (low, high, letter, letter_at_best) => {
		expect(letterOf({ low, high, enough_claims: true })).toEqual({ letter, letter_at_best });
	});

	test("every source of the dossier has one letter, in the order of the ids", () => {
		const grades = sourceGrades(judgeClaims(real));
		const ids = grades.map(({ source_id }) => source_id);
		expect(ids).toEqual([...ids].sort());
		expect(new Set(real.claims.map(({ source_id }) => source_id)).size).toBe(ids.length);
		for (const { n, letter } of grades) expect(letter === "F").toBe(n < 10);
	});
});

/** One yes-or-no question; sources are one to six, of the sides given. */
function dossierOf(
	claims: readonly (readonly [source: string, value: boolean, repeats?: string])[],
	sides: Readonly<Record<string, Source["alignment"]>> = {},
	parents: Readonly<Record<string, string>> = {},
): Dossier {
	const [source, proposition, claim] = [six.sources[0], six.propositions[0], six.claims[0]] as [
		Source,
		Proposition,
		Claim,
	];
	return {
		...six,
		sources: ["one", "two", "three", "four", "five", "six"].map((source_id) => ({
			...source,
			source_id,
			collective: false,
			alignment: sides[source_id] ?? "independent",
			parent_id: parents[source_id] ?? null,
		})),
		propositions: [{ ...proposition, type: "boolean", categories: [], verdict_status: "unresolved" }],
		claims: claims.map(([source_id, value, via_source_id], index) => ({
			...claim,
			claim_id: `c${index}`,
			proposition_id: proposition.proposition_id,
			source_id,
			value,
			value_min: null,
			value_max: null,
			stance: via_source_id ? "repeats" : "asserts",
			via_source_id: via_source_id ?? null,
		})),
		verdict_basis: [],
	};
}
const digitOf = (dossier: Dossier, source = "one") =>
	credibilities(dossier).find(({ source_id }) => source_id === source);

describe("digits", () => {
	test("one other that agrees, unknown elsewhere: .75, the prior's mode; two: 9/10; three: 27/28 (Bayes by hand)", () => {
		const agree = (...others: string[]) => dossierOf([["one", true], ...others.map((other) => [other, true] as const)]);
		expect(digitOf(agree("two"))).toMatchObject({ digit: "2", posterior: expect.closeTo(0.75, 12), others: 1 });
		expect(digitOf(agree("two", "three"))).toMatchObject({ digit: "2", posterior: expect.closeTo(0.9, 12) });
		expect(digitOf(agree("two", "three", "four"))).toMatchObject({
			digit: "1",
			posterior: expect.closeTo(27 / 28, 12),
			lacks_independence: false,
		});
	});

	test("nobody else speaks: 6, however good the source", () => {
		expect(digitOf(dossierOf([["one", true]]))).toMatchObject({ digit: "6", posterior: null, others: 0 });
	});

	test("repeats do not turn 3 into 1: three outlets that pass on one agency are that agency", () => {
		const split = [
			["one", true],
			["two", true],
			["three", false],
		] as const;
		const repeated = [...split, ["four", true, "two"], ["five", true, "two"], ["six", true, "one"]] as const;
		expect(digitOf(dossierOf(split))).toMatchObject({ digit: "3", posterior: expect.closeTo(0.5, 12) });
		expect(digitOf(dossierOf(repeated))).toEqual(digitOf(dossierOf(split)));
	});

	test("others of the source's own side alone do not confirm; one of another side does", () => {
		const four = [
			["one", true],
			["two", true],
			["three", true],
			["four", true],
		] as const;
		const sameSide = { one: "taliban", two: "taliban", three: "taliban", four: "taliban" } as const;
		expect(digitOf(dossierOf(four, sameSide))).toMatchObject({ digit: "2", lacks_independence: true });
		expect(digitOf(dossierOf(four, { ...sameSide, four: "iran_state" }))).toMatchObject({ digit: "1" });
	});

	test("offices above and below the source have no say, and an office with the one above it is one voice", () => {
		const four = [
			["one", true],
			["two", true],
			["three", true],
			["four", true],
		] as const;
		expect(digitOf(dossierOf(four, {}, { one: "two", three: "one" }))).toMatchObject({ others: 1, digit: "2" });
		expect(digitOf(dossierOf(four, {}, { three: "two", four: "three" }))).toMatchObject({
			others: 3,
			digit: "2",
			lacks_independence: true,
		});
	});

	test("against three others: 1/28, improbable", () => {
		const against = dossierOf([
			["one", true],
			["two", false],
			["three", false],
			["four", false],
		]);
		expect(digitOf(against)).toMatchObject({ digit: "5", agreeing: 0, posterior: expect.closeTo(1 / 28, 12) });
	});

	test("relays added to every claim change no digit, and 6 is given where nobody else speaks", () => {
		const digits = credibilities(early);
		const relays = early.claims
			.filter(({ stance }) => stance !== "repeats")
			.map((claim) => ({
				...claim,
				claim_id: `${claim.claim_id}-relay`,
				source_id: "tolo-news",
				via_source_id: claim.source_id,
				stance: "repeats" as const,
			}));
		expect(credibilities({ ...early, claims: [...early.claims, ...relays] })).toEqual(digits);
		for (const { digit, others } of digits) expect(digit === "6").toBe(others === 0);
	});
});

describe("words of probability (ICD 203)", () => {
	const at = (calibrated: number) => likelihoodOf({ calibrated, fitted_on: 100 });

	test("an edge belongs to the upper word: 5, 20, 45, 55, 80 and 95 %", () => {
		expect([0.01, 0.05, 0.2, 0.45, 0.55, 0.8, 0.95].map((p) => at(p).word)).toEqual(
			likelihoodBins.map(({ word }) => word),
		);
		expect([0.0499, 0.1999, 0.4499, 0.5499, 0.7999, 0.9499, 0.99].map((p) => at(p).word)).toEqual(
			likelihoodBins.map(({ word }) => word),
		);
	});

	test("below 1% and above 99% there is no word: the nearest, and that it is", () => {
		expect(at(0.0099)).toEqual({ word: "almost no chance", clamped: "below 1%" });
		expect(at(0.9901)).toEqual({ word: "almost certain", clamped: "above 99%" });
		expect([at(0.01).clamped, at(0.99).clamped]).toEqual([null, null]);
	});

	test("more probable is never a lower word (property)", () => {
		const words = likelihoodBins.map(({ word }) => word);
		const p = fc.double({ min: 0, max: 1, noNaN: true });
		fc.assert(
			fc.property(p, p, (a, b) => {
				const rank = (each: number) => words.indexOf(at(each).word as (typeof words)[number]);
				expect(rank(Math.max(a, b))).toBeGreaterThanOrEqual(rank(Math.min(a, b)));
			}),
		);
	});

	test("a probability that too few forecasts calibrate has no word", () => {
		expect(likelihoodOf({ calibrated: 0.9, fitted_on: 29 })).toEqual({ word: null, clamped: null });
		expect(() => at(1.1)).toThrow("probability not within 0 to 1: 1.1");
	});

	test("open questions: none is settled, the word is that of the calibrated probability, ties have none", () => {
		const rows = openQuestions(real);
		const settled = new Set(
			real.propositions
				.filter(({ verdict_status }) => ["confirmed", "refuted"].includes(verdict_status))
				.map(({ proposition_id }) => proposition_id),
		);
		expect(rows.length).toBeGreaterThan(50);
		for (const { proposition_id, answer, raw, calibrated, slope, fitted_on, word } of rows) {
			expect(settled.has(proposition_id)).toBe(false);
			expect(answer === null).toBe(calibrated === null);
			if (calibrated === null || raw === null || slope === null) continue;
			// Log odds times the slope, reckoned anew.
			expect(Math.log(calibrated / (1 - calibrated))).toBeCloseTo(slope * Math.log(raw / (1 - raw)), 6);
			expect(word).toBe(likelihoodOf({ calibrated, fitted_on }).word);
		}
	});
});

describe("an analyst's own grades beside the derived ones", () => {
	const dossier = dossierOf([
		["one", true],
		["two", true],
		["three", false],
	]);
	const derived = [sourceGrades(judgeClaims(dossier)), credibilities(dossier)] as const;
	const own = (claim_id: string, letter: OwnGrade["letter"], digit: OwnGrade["digit"]): OwnGrade => ({
		claim_id,
		letter,
		digit,
		graded_by: "A. Nalyst",
		graded_on: "2026-01-02",
		reason: "long known",
	});

	test("kept with name, day and reason; agreement on digits by hand", () => {
		// Derived: of one and two the others disagree, .5, 3; against three both, 1/10, 5. All letters F.
		const { rows, letters, digits, without_derived } = compareGrades(
			[own("c0", "B", "3"), own("c1", "F", "3"), own("c2", "C", "4"), own("c9", "A", "1")],
			...derived,
		);
		expect(rows.map((row) => [row.claim_id, row.derived_letter, row.derived_digit, row.graded_by, row.reason])).toEqual(
			[
				["c0", "F", "3", "A. Nalyst", "long known"],
				["c1", "F", "3", "A. Nalyst", "long known"],
				["c2", "F", "5", "A. Nalyst", "long known"],
			],
		);
		expect(without_derived).toBe(1);
		// Two of three digits agree; by chance 2/3 · 2/3 = 4/9: (2/3 − 4/9) / (5/9).
		expect(digits.kappa).toEqual({ kappa: expect.closeTo(0.4, 12), agreement: expect.closeTo(2 / 3, 12), n: 3 });
		expect(digits.not_on_scale).toBe(0);
		// No letter can be compared on the scale, for every derived one is F.
		expect(letters.alpha).toMatchObject({ alpha: null, units: 0 });
		expect([letters.not_on_scale, letters.kappa.agreement]).toEqual([3, expect.closeTo(1 / 3, 12)]);
	});

	test("a grade without name, day or reason, or off the scale, is refused", () => {
		const refused = (change: Partial<OwnGrade>) => () =>
			compareGrades([{ ...own("c0", "B", "3"), ...change }], ...derived);
		expect(refused({ letter: "Z" as "A" })).toThrow("unknown grade of c0: Z3");
		expect(refused({ graded_on: "2023-13-02" })).toThrow("not a day: 2023-13-02");
		expect(refused({ graded_by: " " })).toThrow("grade of c0 without a name");
		expect(refused({ reason: "" })).toThrow("grade of c0 without a reason");
	});
});
