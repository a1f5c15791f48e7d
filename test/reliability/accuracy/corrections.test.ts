import { describe, expect, test } from "vitest";
import { answerLabel } from "../../../src/claims/answers.js";
import { statementsInOrder } from "../../../src/claims/statements.js";
import type { Claim, Proposition } from "../../../src/records/records.js";
import { corrections } from "../../../src/reliability/accuracy/corrections.js";
import { judgeClaims } from "../../../src/reliability/accuracy/outcomes.js";
import { claim, dossierOf, occurred, source } from "../../frequency/dossier.js";

let place = 0;
const word = (fields: Partial<Claim>): Claim => ({
	...claim("agency", "2022-01-01", "asserts", "i.killed"),
	claim_id: `c${String(++place).padStart(3, "0")}`,
	...fields,
});
const count: Proposition = {
	...occurred("i", "confirmed", null),
	proposition_id: "i.killed",
	key: "killed_civilians",
	type: "count",
	verdict_value: 5,
};
const of = (claims: readonly Claim[], question: Proposition = count) =>
	dossierOf([], { sources: [source("agency", "independent")], propositions: [question], claims });

describe("words in order", () => {
	test("a correction follows what it corrects: on its day, and where the earlier word has no day", () => {
		const [first, undated, corrected] = [
			word({ claim_id: "z", value: 1 }),
			word({ claim_id: "y", value: 1, published_on: null }),
			word({ claim_id: "a", value: 2, stance: "corrects" }),
		];
		expect(statementsInOrder([corrected, undated, first])[0]?.map(({ claim_id }) => claim_id)).toEqual(["y", "z", "a"]);
	});

	test("without a correction, or where it is the correction, a word without a day stands last", () => {
		const ids = (claims: Claim[]) => statementsInOrder(claims)[0]?.map(({ claim_id }) => claim_id);
		expect(ids([word({ claim_id: "a", published_on: null }), word({ claim_id: "b" })])).toEqual(["b", "a"]);
		expect(ids([word({ claim_id: "a", published_on: null, stance: "corrects" }), word({ claim_id: "b" })])).toEqual([
			"b",
			"a",
		]);
	});

	test("repeats and words without an answer are no words", () => {
		expect(statementsInOrder([word({ stance: "repeats" }), word({ value: null })])).toEqual([]);
	});
});

describe("correction trail, by hand", () => {
	const pair = (earlier: Partial<Claim>, later: Partial<Claim>, question = count) =>
		corrections(of([word(earlier), word({ published_on: "2022-01-04", ...later })], question));

	test.each([
		["from 9 down to 6, the verdict being 5: towards", { value: 9 }, { value: 6 }, "down", "towards"],
		["from 4 up to 20: away, for ln(21/6) is more than ln(6/5)", { value: 4 }, { value: 20 }, "up", "away"],
		// 1 + 2 and 1 + 11 are as far from 1 + 5: ln 2 on either side.
		["from 2 up to 11: neither, both being ln 2 off", { value: 2 }, { value: 11 }, "up", "neither"],
		[
			"from at most 3 to at least 5: towards",
			{ value: null, value_max: 3 },
			{ value: null, value_min: 5 },
			"up",
			"towards",
		],
	] as const)("%s", (_, earlier, later, number, direction) => {
		const { rows } = pair(earlier, later);
		expect(rows).toHaveLength(1);
		expect(rows[0]).toMatchObject({ number, direction, delay_days: 3, declared: false });
	});

	test("ranges that share a number are no change; neither is the same word again", () => {
		expect(pair({ value: null, value_min: 4 }, { value: 6 }).rows).toEqual([]);
		expect(pair({ value: 6 }, { value: 6 }).rows).toEqual([]);
	});

	test("contradictions of one day, or without a day, are counted and not put in order", () => {
		expect(pair({ value: 1 }, { value: 2, published_on: "2022-01-01" })).toMatchObject({
			rows: [],
			order_not_known: 1,
		});
		expect(pair({ value: 1 }, { value: 2, published_on: null })).toMatchObject({ rows: [], order_not_known: 1 });
	});

	test("declared, the order is known and the delay may not be", () => {
		const { rows } = pair({ value: 1, published_on: null }, { value: 2, stance: "corrects" });
		expect(rows[0]).toMatchObject({ declared: true, delay_days: null, from_on: null, to_on: "2022-01-04" });
	});

	test("a declared correction whose earlier word is not on record is counted", () => {
		expect(corrections(of([word({ stance: "corrects" })]))).toMatchObject({
			rows: [],
			without_change: 1,
			source_questions: 1,
		});
	});

	test("a contested question settles no direction", () => {
		const open = { ...count, verdict_status: "contested" as const };
		expect(pair({ value: 1 }, { value: 5 }, open).rows[0]?.direction).toBe("unresolved");
	});
});

describe("a denial is a value", () => {
	const fates = (claims: readonly Claim[], question = count) =>
		judgeClaims(of(claims, question)).map(({ outcome, reason }) => reason ?? outcome);

	test("'0' is judged as a number, 'not that number' is not, nor taken for it", () => {
		expect(fates([word({ stance: "denies", value: 0 })])).toEqual(["contradicted"]);
		expect(fates([word({ stance: "denies", value: 0 })], { ...count, verdict_value: 0 })).toEqual(["supported"]);
		expect(fates([word({ stance: "denies", value: null })])).toEqual(["number_denied"]);
		expect(fates([word({ stance: "denies", value: null })], { ...count, verdict_value: 0 })).toEqual(["number_denied"]);
		expect(fates([word({ value: null })])).toEqual(["no_answer"]);
		expect(answerLabel(word({ stance: "denies", value: null }))).toBe("not that number");
		expect(answerLabel(word({ stance: "denies", value: 0 }))).toBe("0");
	});

	test("to a question of yes or no it is the answer no", () => {
		const question = { ...count, type: "boolean" as const };
		const denial = word({ stance: "denies", value: false });
		expect(fates([denial], { ...question, verdict_status: "refuted", verdict_value: false })).toEqual(["supported"]);
		expect(fates([denial], { ...question, verdict_value: true })).toEqual(["contradicted"]);
		expect(fates([denial], { ...question, verdict_status: "announced", verdict_value: true })).toEqual(["unresolved"]);
	});
});
