import { describe, expect, test } from "vitest";
import type { Claim, Interest, Proposition } from "../../../src/records/records.js";
import {
	accuracyByInterest,
	admissions,
	claimsWithInterest,
} from "../../../src/reliability/accuracy/accuracy-by-interest.js";
import { interestDirection } from "../../../src/reliability/accuracy/interest.js";
import { claim, dossierOf, occurred, source } from "../../frequency/dossier.js";
import { ownDossier } from "../../support/own-figures.js";

const sources = (["iran_state", "taliban", "afghan_republic", "independent"] as const).map((side) =>
	source(side, side),
);
const count = { ...occurred("i", "unresolved", null), proposition_id: "i.occurred", type: "count" as const };

/** InterestDirection of each claim on one question, under these interests. */
function interestDirections(
	claims: readonly Claim[],
	coded: readonly Omit<Interest, "proposition_id">[],
	question: Proposition,
) {
	const dossier = dossierOf([], {
		sources,
		propositions: [question],
		claims,
		interests: coded.map((each) => ({ proposition_id: question.proposition_id, ...each })),
	});
	return claims.map(interestDirection(dossier));
}
const says = (side: string, value: Claim["value"], range: Partial<Claim> = {}): Claim => ({
	...claim(side, "2022-01-01", "asserts", "i.occurred"),
	value,
	...range,
});
const boolean = occurred("i", "unresolved", null);
const losses = [
	{ value: "higher", favours: "taliban" as const },
	{ value: "lower", favours: "iran_state" as const },
];

describe("how a claim bears on its own side, by hand", () => {
	test("own interest, against it, of neither, of both, and of nobody's side", () => {
		const coded = [
			{ value: true, favours: "taliban" as const },
			{ value: false, favours: "iran_state" as const },
		];
		expect(
			interestDirections(
				[says("iran_state", true), says("iran_state", false), says("taliban", true), says("independent", true)],
				coded,
				boolean,
			),
		).toEqual(["against_own_interest", "in_own_interest", "in_own_interest", null]);
		expect(interestDirections([says("iran_state", true)], [{ value: true, favours: "both" }], boolean)).toEqual([
			"neutral",
		]);
		expect(interestDirections([says("iran_state", true)], [], boolean)).toEqual(["neutral"]);
		expect(interestDirections([says("iran_state", null)], coded, boolean)).toEqual([null]);
	});

	test("a quarrel of the Republic and the Taliban is not one of Iran", () => {
		const coded = [
			{ value: true, favours: "taliban" as const },
			{ value: false, favours: "afghan_republic" as const },
		];
		expect(
			interestDirections(
				[says("iran_state", true), says("afghan_republic", true), says("taliban", true)],
				coded,
				boolean,
			),
		).toEqual(["neutral", "against_own_interest", "in_own_interest"]);
	});

	test("a number is higher or lower than the middle of the others, else than none", () => {
		// Two and nine: each is off the other. Two and two: more than none, which admits a loss.
		expect(interestDirections([says("iran_state", 2), says("taliban", 9)], losses, count)).toEqual([
			"in_own_interest",
			"in_own_interest",
		]);
		expect(interestDirections([says("iran_state", 2), says("taliban", 2)], losses, count)).toEqual([
			"against_own_interest",
			"in_own_interest",
		]);
		expect(interestDirections([says("iran_state", 0)], losses, count)).toEqual(["in_own_interest"]);
		expect(interestDirections([says("iran_state", 1)], losses, count)).toEqual(["against_own_interest"]);
	});

	test("a range that holds less and more says neither; an origin speaks once", () => {
		expect(interestDirections([says("iran_state", null, { value_max: 9 })], losses, count)).toEqual([null]);
		const relay = says("independent", 9, { claim_id: "r", stance: "repeats", via_source_id: "taliban" });
		expect(
			interestDirections(
				[says("iran_state", 2), says("taliban", 2), relay, { ...relay, claim_id: "s" }],
				losses,
				count,
			)[0],
		).toBe("against_own_interest");
	});
});

describe("the dossier", () => {
	const real = ownDossier;

	test("rows hold each claim of a side once, and claims without an interest are the rest", () => {
		const interestOf = interestDirection(real);
		const withInterest = real.claims.filter((each) => interestOf(each) !== null).length;
		const cells = accuracyByInterest(claimsWithInterest(real));
		expect(cells.reduce((sum, row) => sum + row.n + row.unresolved + row.excluded, 0)).toBe(withInterest);
		expect(cells.some(({ side }) => side === "third_party")).toBe(false);
	});

	test("admissions are of named voices of a state's side, each answer once", () => {
		const collective = new Set(real.sources.filter((each) => each.collective).map(({ name }) => name));
		const rows = admissions(real);
		expect(rows.length).toBeGreaterThan(0);
		expect(rows.filter(({ side, source: name }) => side === "third_party" || collective.has(name))).toEqual([]);
		const keys = rows.map(({ source: name, proposition_id, answer }) => `${name} ${proposition_id} ${answer}`);
		expect(new Set(keys).size).toBe(keys.length);
	});
});
