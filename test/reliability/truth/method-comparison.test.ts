import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadDossier } from "../../../src/load/dossier.js";
import type { Dossier } from "../../../src/records/records.js";
import { answersByOriginalSource, resolvedAnswers } from "../../../src/reliability/truth/dossier-answers.js";
import { runMethods } from "../../../src/reliability/truth/method-answers.js";
import { compareMethods } from "../../../src/reliability/truth/method-comparison.js";
import { truthMethods } from "../../../src/reliability/truth/methods.js";
import { ownDossier as real } from "../../support/own-figures.js";
import { relayed } from "../made.js";

const six = loadDossier(fileURLToPath(new URL("../../fixtures/six-incidents", import.meta.url)));
const voteOf = (circular: "exclude" | "include") =>
	runMethods(six, truthMethods.slice(0, 1), circular).answers.map(
		({ proposition_id, answers, outcome, credit }) => `${proposition_id} ${answers.join("|")} ${outcome} ${credit}`,
	);

describe("six incidents, by hand", () => {
	test("with every claim the vote is right on three resolved questions and tied on one", () => {
		expect(voteOf("include")).toEqual([
			"a.occurred yes right 1",
			"b.killed_civilians 3 right 1",
			"c.closed yes right 1",
			"d.occurred no|yes tied 0.5",
		]);
	});

	test("without the claims on which verdicts rest", () => {
		// a: the paper is hidden, agency and spokesman say yes. b: the paper's 3 is hidden, so 0, 2 to 5 and 3 have one
		// voice each, two of them right. c: the ministry and its agency are hidden, the spokesman says yes.
		expect(voteOf("exclude")).toEqual([
			"a.occurred yes right 1",
			`b.killed_civilians 0|2 to 5|3 tied ${2 / 3}`,
			"c.closed yes right 1",
			"d.occurred no|yes tied 0.5",
		]);
	});

	test("shares, ties sharing the credit, and the questions on which methods part", () => {
		const { methods, disagreements, resolved, without_claim, no_right_answer, used, excluded } = compareMethods(six, {
			circular: "include",
		});
		const vote = methods[0];
		expect(vote).toMatchObject({ method: "vote", n: 4, right: 3, wrong: 0, tied: 1, disputed: 2, disputed_right: 1 });
		expect(vote?.share).toBeCloseTo(3.5 / 4, 12);
		expect([vote?.over_vote, vote?.against_vote]).toEqual([0, "not_different"]);
		expect([resolved, without_claim, no_right_answer]).toEqual([4, 0, 0]);
		expect(used + excluded.reduce((sum, { n }) => sum + n, 0)).toBe(six.claims.length);
		const d = disagreements.find(({ proposition_id }) => proposition_id === "d.occurred");
		expect(d).toMatchObject({ verdict: "no", sources_for: 1, sources_against: 1, vote: "tied", why: "vote_tied" });
	});
});

test("where nobody who is heard gives the true answer no method is right, by hand", () => {
	const turned: Dossier = {
		...six,
		propositions: six.propositions.map((row) =>
			row.proposition_id === "c.closed" ? { ...row, verdict_value: false } : row,
		),
	};
	const { answers, no_right_answer } = compareMethods(turned, { circular: "include", draws: 10 });
	expect(no_right_answer).toBe(1);
	expect(answers.some(({ proposition_id, outcome }) => proposition_id === "c.closed" && outcome === "right")).toBe(
		false,
	);
});

describe("the whole dossier", () => {
	test("every method answers a resolved question once, and right, wrong and tied add up", () => {
		for (const circular of ["exclude", "include"] as const) {
			const { methods, answers, resolved, without_claim, used, excluded } = compareMethods(real, {
				circular,
				draws: 50,
			});
			expect(methods.map(({ method }) => method)).toEqual(truthMethods.map(({ name }) => name));
			expect(new Set(answers.map(({ method, proposition_id }) => `${method} ${proposition_id}`)).size).toBe(
				answers.length,
			);
			for (const row of methods) {
				expect(row.right + row.wrong + row.tied).toBe(row.n);
				expect(row.low === null).toBe(row.incidents < 10);
				expect(row.low ?? 0).toBeLessThanOrEqual(row.share);
				expect(row.high ?? 1).toBeGreaterThanOrEqual(row.share);
			}
			expect(methods[0]?.n).toBe(resolved - without_claim);
			expect(used + excluded.reduce((sum, { n }) => sum + n, 0)).toBe(real.claims.length);
		}
	});

	test("no verdict leaks: turned round, a verdict changes no answer to a question of its own incident", () => {
		const chosen = real.propositions.find(
			({ type, verdict_status, proposition_id }) =>
				type === "boolean" && verdict_status === "confirmed" && proposition_id.includes("sasoli"),
		);
		const turned: Dossier = {
			...real,
			propositions: real.propositions.map((row) =>
				row === chosen ? { ...row, verdict_value: !row.verdict_value } : row,
			),
		};
		const given = (dossier: Dossier) =>
			runMethods(dossier, truthMethods.slice(0, 3), "include")
				.answers.filter(({ incident_id }) => incident_id === chosen?.incident_id)
				.map(({ method, proposition_id, answers }) => ({ method, proposition_id, answers }));
		expect(given(turned)).toEqual(given(real));
	});

	test("a relay added to a claim changes no bit of any method's posterior or score (property)", () => {
		const estimates = (dossier: Dossier) => {
			const given = answersByOriginalSource(dossier);
			const resolved = resolvedAnswers(dossier, given);
			const methods = truthMethods.filter(({ name }) => !name.startsWith("dawid"));
			return methods.flatMap(({ parts }) => parts.map(({ run }) => run(given.answers, resolved)));
		};
		const before = estimates(real);
		fc.assert(
			fc.property(fc.constantFrom(...real.claims), fc.constantFrom(...real.sources), (claim, relay) => {
				fc.pre(claim.stance !== "repeats");
				const added = relayed(claim, relay.source_id);
				expect(estimates({ ...real, claims: [...real.claims, added] })).toEqual(before);
			}),
			{ numRuns: 4 },
		);
	});
});
