import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Proposition } from "../../../src/records/records.js";
import {
	type RobustnessMethod,
	robustness,
	robustnessOfQuestion,
} from "../../../src/reliability/questions/robustness.js";
import {
	answerPosteriors,
	type QuestionSources,
	type WeightedSource,
	weightedSources,
} from "../../../src/reliability/questions/weighted-sources.js";
import { smallestSet } from "../../../src/statistics/smallest-set.js";
import { ownDossier as real } from "../../support/own-figures.js";
import { firstIncidents } from "../first-incidents.js";

const proposition = real.propositions[0] as Proposition;

function question(given: readonly (readonly [answer: string, accuracy: number])[], answers = 3): QuestionSources {
	const sources = given.map(([answer, accuracy], index) => ({
		source_id: `s${String(index).padStart(2, "0")}`,
		answer,
		accuracy,
		claim: real.claims[0] as WeightedSource["claim"],
	}));
	return { proposition, answers, sources };
}
const given = (most: number) =>
	fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.constantFrom(0.3, 0.55, 0.6, 0.75, 0.8, 0.95)), {
		minLength: 1,
		maxLength: most,
	});

/** The leading answer, reckoned from scratch as a product of likelihoods; `null` where two are as likely. */
function leader(rows: readonly (readonly [string, number])[], method: RobustnessMethod, answers = 3): string | null {
	const scored = ["a", "b", "c"].map((answer) => ({
		answer,
		score: rows.reduce(
			(product, [said, accuracy]) =>
				method === "vote"
					? product * (said === answer ? 10 : 1)
					: product * (said === answer ? accuracy : (1 - accuracy) / (answers - 1)),
			1,
		),
	}));
	const best = Math.max(...scored.map(({ score }) => score));
	const leading = scored.filter(({ score }) => score > best * (1 - 1e-9));
	const [only] = leading;
	return leading.length === 1 && only && rows.some(([said]) => said === only.answer) ? only.answer : null;
}

function bruteForce(rows: readonly (readonly [string, number])[], method: RobustnessMethod): number | null {
	const answer = leader(rows, method);
	let smallest: number | null = null;
	for (let mask = 1; mask < 2 ** rows.length; mask++) {
		const left = rows.filter((_, index) => ((mask >> index) & 1) === 0);
		const size = rows.length - left.length;
		if (leader(left, method) !== answer && (smallest === null || size < smallest)) smallest = size;
	}
	return smallest;
}

describe("the smallest set of origins whose removal changes the answer", () => {
	test.each(["vote", "one_coin"] as const)("%s: the same as trying all subsets (property)", (method) => {
		fc.assert(
			fc.property(given(8), (rows) => {
				const row = robustnessOfQuestion(question(rows), method);
				expect(row.answer).toBe(leader(rows, method));
				if (row.answer === null) return;
				expect(row.removed_at_most).toBe(bruteForce(rows, method));
				expect(row.removed_at_least).toBe(row.removed_at_most);
				const left = rows.filter((_, index) => !row.removed.includes(`s${String(index).padStart(2, "0")}`));
				expect(leader(left, method)).not.toBe(row.answer);
				const alone = rows.flatMap((_, index) =>
					leader(
						rows.filter((__, other) => other !== index),
						method,
					) === row.answer
						? []
						: [`s${String(index).padStart(2, "0")}`],
				);
				expect(row.pivotal).toEqual(alone);
			}),
			{ numRuns: 60 },
		);
	});

	test("the vote falls to a tie when as many are left out as it is ahead (by hand)", () => {
		const five = question([
			["a", 0.7],
			["a", 0.7],
			["a", 0.7],
			["a", 0.7],
			["b", 0.7],
		]);
		expect(robustnessOfQuestion(five, "vote")).toMatchObject({
			answer: "a",
			support: 0.8,
			removed_at_least: 3,
			removed_at_most: 3,
			removed: ["s00", "s01", "s02"],
			pivotal: [],
			// Without b all four are left: 1 − .8.
			largest_shift: expect.closeTo(0.2, 12),
			shifted_by: "s04",
		});
	});

	test("one origin alone: its answer falls with it; a tie has none to lose (by hand)", () => {
		expect(robustnessOfQuestion(question([["a", 0.8]]), "one_coin")).toMatchObject({
			answer: "a",
			pivotal: ["s00"],
			removed_at_most: 1,
			support: expect.closeTo(0.8, 12),
		});
		const tied = question([
			["a", 0.8],
			["b", 0.8],
		]);
		for (const method of ["vote", "one_coin"] as const)
			expect(robustnessOfQuestion(tied, method)).toMatchObject({ answer: null, support: null, removed_at_most: null });
	});

	test("where sets are too many to try, the bounds hold the true size (lead of the vote, closed form)", () => {
		fc.assert(
			fc.property(fc.integer({ min: 13, max: 18 }), fc.integer({ min: 1, max: 18 }), (members, ahead) => {
				fc.pre(ahead <= members);
				const { at_least, at_most } = smallestSet(members, (gone) => ahead - gone.size, 400);
				expect(at_least as number).toBeLessThanOrEqual(ahead);
				expect(at_most).toBe(ahead);
			}),
			{ numRuns: 30 },
		);
		// 16 members and 400 sets: all of size 1 and 2 (136) and some of size 3 are tried.
		expect(smallestSet(16, (gone) => 5 - gone.size, 400)).toMatchObject({ at_least: 3, at_most: 5 });
	});

	test("what nothing changes has no set, tried or not", () => {
		expect(smallestSet(3, () => 1)).toEqual({ at_least: null, at_most: null, members: [] });
		expect(smallestSet(15, () => 1, 10)).toEqual({ at_least: 1, at_most: null, members: [] });
	});
});

describe("posterior of an answer", () => {
	test("two of accuracy .8 against one of .6, three answers possible (Bayes by hand)", () => {
		const posteriors = answerPosteriors(
			[
				{ answer: "a", accuracy: 0.8 },
				{ answer: "a", accuracy: 0.8 },
				{ answer: "b", accuracy: 0.6 },
			],
			3,
		);
		// a: .8 · .8 · .2; b: .1 · .1 · .6; c, which nobody says: .1 · .1 · .2.
		const [a, b, c] = [0.128, 0.006, 0.002];
		expect(posteriors.get("a")).toBeCloseTo(a / (a + b + c), 12);
		expect(posteriors.get("b")).toBeCloseTo(b / (a + b + c), 12);
	});
});

describe("the whole dossier", () => {
	const all = robustness(real);

	test("questions with and without a voice add up; every set is within its bounds and names origins heard", () => {
		expect(all.questions.length + all.without_answer).toBe(real.propositions.length);
		for (const row of all.questions) {
			expect(row.answer === null).toBe(row.support === null);
			if (row.answer === null) continue;
			expect(row.removed.length).toBe(row.removed_at_most);
			expect(row.removed_at_least as number).toBeLessThanOrEqual(row.removed_at_most as number);
			expect(row.pivotal.length > 0).toBe(row.removed_at_least === 1);
		}
	});

	test("a relay added to every claim changes nothing", () => {
		const relays = real.claims
			.filter(({ stance }) => stance !== "repeats")
			.map((claim) => ({
				...claim,
				claim_id: `${claim.claim_id}-relay`,
				source_id: "relay",
				via_source_id: claim.source_id,
				stance: "repeats" as const,
			}));
		// A source of its own: one that others repeat would no longer be their original source.
		const relay = { ...(real.sources[0] as (typeof real.sources)[number]), source_id: "relay", parent_id: null };
		expect(robustness({ ...real, sources: [...real.sources, relay], claims: [...real.claims, ...relays] })).toEqual(
			all,
		);
	});

	test("how good an origin is held to be on an incident does not depend on that incident's verdicts", () => {
		const early = firstIncidents(real, 30);
		const incident = "2021-12-01-kang-shaghalak-armed-clash";
		const turned = {
			...early,
			propositions: early.propositions.map((row) =>
				row.incident_id === incident ? { ...row, verdict_status: "unresolved" as const } : row,
			),
		};
		const own = (dossier: typeof real) =>
			weightedSources(dossier)
				.filter((row) => row.proposition.incident_id === incident)
				.map(({ sources }) => sources);
		const plain = own(early);
		expect(plain.length).toBeGreaterThan(3);
		expect(own(turned)).toEqual(plain);
	});

	test("an unknown method is refused", () => {
		expect(() => robustness(real, "dice" as "vote")).toThrow("unknown method: dice");
	});
});
