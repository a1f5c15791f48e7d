import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadDossier } from "../../../src/load/dossier.js";
import type { Claim, Dossier } from "../../../src/records/records.js";
import { answersByOriginalSource, resolvedAnswers } from "../../../src/reliability/truth/dossier-answers.js";
import { oneCoin } from "../../../src/reliability/truth/one-coin.js";
import { vote } from "../../../src/reliability/truth/vote.js";
import { ownDossier as real } from "../../support/own-figures.js";
import { relayed } from "../made.js";

const six = loadDossier(fileURLToPath(new URL("../../fixtures/six-incidents", import.meta.url)));
const given = (dossier: Dossier, options = {}) =>
	answersByOriginalSource(dossier, options).used.map(({ question, source, value }) => `${question} ${source} ${value}`);

describe("six incidents, by hand", () => {
	test("one voice per origin and question, its last word; the rest left out with the reason", () => {
		const { answers, used, excluded } = answersByOriginalSource(six);
		expect(given(six).sort()).toEqual([
			"a.killed_iran spokesman at least 9",
			"a.killed_iran state-agency 2",
			"a.occurred local-paper yes",
			"a.occurred spokesman yes",
			"a.occurred state-agency yes",
			"b.killed_civilians local-paper 3",
			"b.killed_civilians ministry 0",
			"b.killed_civilians spokesman 2 to 5",
			"b.killed_civilians state-agency 3",
			"c.closed ministry yes",
			"c.closed spokesman yes",
			"c.closed state-agency yes",
			"d.occurred ministry no",
			"d.occurred spokesman yes",
			"f.initiator local-paper band",
		]);
		expect([...excluded].sort((a, b) => (a.claim_id < b.claim_id ? -1 : 1))).toEqual([
			{ claim_id: "c01", reason: "other_statement" },
			{ claim_id: "c04", reason: "repeat" },
			{ claim_id: "c05", reason: "untraced_repeat" },
			{ claim_id: "c06", reason: "collective_source" },
			{ claim_id: "c14", reason: "no_answer" },
		]);
		expect(used.length + excluded.length).toBe(six.claims.length);
		expect(answers.sources).toEqual(["local-paper", "ministry", "spokesman", "state-agency"]);
	});

	test("the first word instead, and as of a day", () => {
		expect(given(six, { statement: "first" })).toContain("a.occurred state-agency no");
		expect(given(six, { asOf: "2022-01-11" }).sort()).toEqual([
			"a.killed_iran spokesman at least 9",
			"a.killed_iran state-agency 2",
			"a.occurred spokesman yes",
			"a.occurred state-agency no",
		]);
	});

	test("a hidden source is hidden with its relays", () => {
		const kept = given(six, { keep: (_: Claim, origin: string) => origin !== "local-paper" });
		expect(kept.some((answer) => answer.includes("local-paper"))).toBe(false);
		expect(kept).toHaveLength(12);
	});

	test("resolved questions with the answers that agree: a range that holds the number does", () => {
		const resolved = resolvedAnswers(six, answersByOriginalSource(six));
		expect([...resolved].map(([question, right]) => [question, [...right].sort()])).toEqual([
			["a.occurred", ["yes"]],
			["b.killed_civilians", ["2 to 5", "3"]],
			["c.closed", ["yes"]],
			["d.occurred", ["no"]],
		]);
	});

	test("a denial of a number without another is no value; of a count of none it is 0; two answers on a day are none", () => {
		const base = six.claims.find(({ claim_id }) => claim_id === "c13") as Claim;
		const more = (change: Partial<Claim>): Dossier => ({
			...six,
			claims: [...six.claims, { ...base, claim_id: "added", source_id: "relay-b", ...change }],
		});
		const reasons = (dossier: Dossier) =>
			answersByOriginalSource(dossier).excluded.flatMap(({ claim_id, reason }) =>
				claim_id === "added" ? [reason] : [],
			);
		expect(reasons(more({ stance: "denies", value: null }))).toEqual(["number_denied"]);
		expect(given(more({ stance: "denies", value: 0 }))).toContain("b.killed_civilians relay-b 0");
		const twice = more({ source_id: "state-agency", value: 4 });
		expect(reasons(twice)).toEqual(["two_answers_same_day"]);
		expect(given(twice)).toHaveLength(14);
		expect(given(more({ source_id: "state-agency", value: 4, stance: "corrects" }))).toContain(
			"b.killed_civilians state-agency 4",
		);
	});

	test("a relay speaks for an origin that is not heard itself, once", () => {
		const relay = (claim_id: string, source_id: string): Claim => ({
			...(six.claims.find((claim) => claim.claim_id === "c04") as Claim),
			claim_id,
			source_id,
			proposition_id: "d.occurred",
		});
		const one = { ...six, claims: [...six.claims, relay("x1", "relay-a")] };
		const two = { ...one, claims: [...one.claims, relay("x2", "relay-b")] };
		expect(given(one)).toContain("d.occurred local-paper yes");
		expect(given(two)).toEqual(given(one));
	});
});

describe("the whole dossier", () => {
	test("used and left out add up to all claims", () => {
		for (const options of [{}, { statement: "first" as const }, { asOf: "2023-06-30" }]) {
			const { used, excluded } = answersByOriginalSource(real, options);
			const ids = [...used.map(({ claim }) => claim.claim_id), ...excluded.map(({ claim_id }) => claim_id)];
			expect(new Set(ids).size).toBe(ids.length);
			expect(ids.length).toBe(real.claims.length);
		}
	});

	test("a relay added to any claim changes no bit of an estimate (property)", () => {
		const estimates = (dossier: Dossier) => {
			const found = answersByOriginalSource(dossier);
			const resolved = resolvedAnswers(dossier, found);
			return [vote(found.answers), oneCoin(found.answers, { resolved })];
		};
		const before = estimates(real);
		fc.assert(
			fc.property(fc.constantFrom(...real.claims), fc.constantFrom(...real.sources), (claim, relay) => {
				fc.pre(claim.stance !== "repeats");
				const added = relayed(claim, relay.source_id);
				expect(estimates({ ...real, claims: [...real.claims, added] })).toEqual(before);
			}),
			{ numRuns: 12 },
		);
	});
});
