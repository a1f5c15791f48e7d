import betaCdf from "@stdlib/stats-base-dists-beta-cdf";
import { describe, expect, test } from "vitest";
import { casualtyQuestions } from "../../../src/reliability/casualties/casualty-claims.js";
import { casualtyFigures } from "../../../src/reliability/casualties/casualty-figures.js";
import { reportingBiases } from "../../../src/reliability/casualties/reporting-bias.js";
import { leadingAnswerAccuracy } from "../../../src/reliability/questions/leading-answer-accuracy.js";
import {
	compareTimesToResolution,
	minimumQuestions,
	resolutionCurve,
	type TimeToResolution,
	timesToResolution,
} from "../../../src/reliability/questions/time-to-resolution.js";
import { mixtureQuantile } from "../../../src/statistics/beta-mixture.js";
import { seeded } from "../../../src/statistics/random.js";
import { claim, dossierOf, incident, occurred, source } from "../../frequency/dossier.js";
import { ownDossier as real } from "../../support/own-figures.js";

/** So many questions, settled or not; alone each is open for its place in days, within an incident for its place there. */
const waits = (
	kind: TimeToResolution["incident_kind"],
	count: number,
	happened: boolean,
	perIncident = 1,
): TimeToResolution[] =>
	Array.from({ length: count }, (_, place) => ({
		proposition_id: `${kind}-${place}`,
		incident_id: `${kind}-${Math.floor(place / perIncident)}`,
		incident_kind: kind,
		first_side: "third_party",
		first_claim_on: "2022-01-01",
		time: perIncident === 1 ? place : place % perIncident,
		happened,
	}));

describe("days from the first claim to the verdict", () => {
	test("by hand: a verdict before the first dated claim is day 0; no dated claim, none counted", () => {
		const settled = (id: string) => ({ ...occurred(id, "confirmed", true), verdict_decided_on: "2021-03-01" });
		const { rows, no_dated_claim, resolved_undated } = timesToResolution(
			dossierOf([incident({ date_start: "2021-03-01", incident_id: "i" })], {
				sources: [source("a", "taliban")],
				propositions: [settled("i"), settled("j"), occurred("k", "confirmed", true), occurred("l", "announced", true)],
				claims: [
					claim("a", "2021-03-04", "asserts", "i.occurred"),
					claim("a", null, "asserts", "j.occurred"),
					claim("a", "2021-03-04", "asserts", "k.occurred"),
					claim("a", "2021-12-21", "asserts", "l.occurred"),
				],
			}),
		);
		expect(rows.map((row) => [row.proposition_id, row.time, row.happened])).toEqual([
			["i.occurred", 0, true],
			["l.occurred", 10, false],
		]);
		expect([no_dated_claim, resolved_undated]).toEqual([1, 1]);
	});

	test("the dossier: every question is placed or left out with its reason", () => {
		const { rows, no_dated_claim, resolved_undated } = timesToResolution(real);
		expect(rows.length + no_dated_claim + resolved_undated).toBe(real.propositions.length);
		const all = resolutionCurve(rows);
		expect([all.n, all.resolved]).toEqual([rows.length, rows.filter(({ happened }) => happened).length]);
		const { curves, excluded } = compareTimesToResolution(rows, "incident_kind", seeded(1), 9);
		expect(curves.reduce((sum, { n }) => sum + n, excluded)).toBe(rows.length);
		expect(curves.every(({ n }) => n >= minimumQuestions)).toBe(true);
	});

	test("groups that share nothing are told apart; the same seed gives the same p", () => {
		const rows = [...waits("closure", 30, true), ...waits("incursion", 30, false)];
		const { test: found, p_by_incident } = compareTimesToResolution(rows, "incident_kind", seeded(1), 199);
		expect(found?.p).toBeLessThan(0.001);
		expect(p_by_incident).toBe(1 / 200);
		expect(compareTimesToResolution(rows, "incident_kind", seeded(1), 199).p_by_incident).toBe(p_by_incident);
	});

	test("questions settled in blocks of one incident: independence says sure, whole incidents do not", () => {
		const rows = [...waits("closure", 30, true, 15), ...waits("incursion", 30, false, 15)];
		const { test: found, p_by_incident } = compareTimesToResolution(rows, "incident_kind", seeded(1), 199);
		expect(found?.p).toBeLessThan(0.001);
		// Four blocks can be dealt out in six ways, two of which are as far apart.
		expect(Math.abs((p_by_incident ?? 0) - 2 / 6)).toBeLessThan(0.1);
	});

	test("one group alone, or small ones, are not compared", () => {
		const few = [...waits("closure", 30, true), ...waits("incursion", minimumQuestions - 1, false)];
		expect(compareTimesToResolution(few, "incident_kind", seeded(1))).toMatchObject({
			test: null,
			p_by_incident: null,
			excluded: 19,
		});
	});
});

describe("right by day", () => {
	test.each(["include", "exclude"] as const)("right, wrong and tied add up to all on every day: %s", (circular) => {
		const { rows, excluded } = leadingAnswerAccuracy(real, 30, { circular });
		const settled = real.propositions.filter(({ verdict_status }) => ["confirmed", "refuted"].includes(verdict_status));
		for (const { n, right, wrong, no_leading_answer } of rows) expect(right + wrong + no_leading_answer).toBe(n);
		expect((rows[0]?.n ?? 0) + excluded).toBe(settled.length);
	});

	test("the change: an incident in which the answer turns from wrong to right, beside one without change (by hand)", () => {
		const questions = ["i", "j"];
		const first = (id: string, value: boolean) => ({
			...claim("a", "2021-01-01", "asserts", `${id}.occurred`),
			value,
		});
		const later = ["b", "c"].map((id) => claim(id, "2021-01-05", "asserts", "i.occurred"));
		const { change, incidents } = leadingAnswerAccuracy(
			dossierOf([], {
				sources: ["a", "b", "c"].map((id) => source(id, "independent")),
				propositions: questions.map((id) => occurred(id, "confirmed", true)),
				claims: [first("i", false), first("j", true), ...later],
			}),
		);
		// From 1 of 2 to 2 of 2; resampled incidents give 0 (j twice), 1/2 or 1 (i twice), a quarter, a half and a quarter of the time.
		expect(change).toEqual({ difference: 0.5, low: 0, high: 1, is_significant: false });
		expect(incidents).toBe(2);
	});

	test("an unknown option is refused", () => {
		expect(() => leadingAnswerAccuracy(real, 0)).toThrow("days must be a whole number from 1 to 3650: 0");
		expect(() => leadingAnswerAccuracy(real, 30, { circular: "keep" as "include" })).toThrow(
			"unknown circular: keep (known: exclude, include)",
		);
	});

	test("Jeffreys' limits of 1 right and 3 wrong: 95% by the distribution function of @stdlib, 90% by SciPy (beta.ppf([.05, .95], 1.5, 3.5): .0460, .6507)", () => {
		const questions = ["i", "j", "k", "l"];
		const [row] = leadingAnswerAccuracy(
			dossierOf([], {
				sources: [source("a", "taliban")],
				propositions: questions.map((id) => occurred(id, "confirmed", id === "i")),
				claims: questions.map((id) => claim("a", "2021-01-01", "asserts", `${id}.occurred`)),
			}),
		).rows;
		expect([row?.right, row?.wrong]).toEqual([1, 3]);
		expect(betaCdf(row?.low ?? 0, 1.5, 3.5)).toBeCloseTo(0.025, 4);
		expect(betaCdf(row?.high ?? 0, 1.5, 3.5)).toBeCloseTo(0.975, 4);
		const [low, high] = mixtureQuantile([{ a: 1.5, b: 3.5, weight: 1 }], [0.05, 0.95]);
		expect(low).toBeCloseTo(0.046, 3);
		expect(high).toBeCloseTo(0.6507, 3);
	});
});

describe("casualtyFigures of the dossier", () => {
	test("claims used and left out add up to all claims on casualtyFigures", () => {
		const { rows, excluded, n } = casualtyQuestions(real);
		const out = (list: readonly { readonly n: number }[]) => list.reduce((sum, row) => sum + row.n, 0);
		expect(rows.reduce((sum, { claims }) => sum + claims.length, out(excluded))).toBe(n);
		const biases = reportingBiases(real);
		expect(biases.n + out(biases.excluded)).toBe(n);
		expect(biases.converged).toBe(true);
	});

	test.each([
		// 8 is confirmed: 5 to 7 misses it by 7, 10 by 10; the median of ln(8/9) and ln(11/9) is their mean.
		["confirmed", ["x"], (Math.log(8 / 9) + Math.log(11 / 9)) / 2],
		// The verdict relies on 5 to 7: what remains of the side is 10.
		["confirmed", ["a"], Math.log(11 / 9)],
		["confirmed", ["a", "b"], null],
		["contested", ["x"], null],
	] as const)(
		"a side that says 5 to 7 and 10 has the range 5 to 10; %s, verdict by %j: error %j (by hand)",
		(status, decisive, error) => {
			const question = {
				...occurred("i", status, true),
				proposition_id: "i.killed_iran",
				key: "killed_iran",
				type: "count" as const,
				verdict_value: status === "confirmed" ? 8 : null,
			};
			const said = (id: string, value: number | null, value_min: number | null, value_max: number | null) => ({
				...claim(id, "2021-01-02", "asserts", question.proposition_id),
				claim_id: id,
				value,
				value_min,
				value_max,
			});
			const [figure] = casualtyFigures(
				dossierOf([incident({ date_start: "2021-01-01", incident_id: "i" })], {
					sources: [source("a", "taliban"), source("b", "taliban"), source("x", "independent")],
					propositions: [question],
					claims: [said("a", null, 5, 7), said("b", 10, null, null), said("x", 8, null, null)],
					verdict_basis: decisive.map((claim_id) => ({ proposition_id: question.proposition_id, claim_id })),
				}),
			);
			const taliban = figure?.sides.find(({ side }) => side === "taliban");
			expect(taliban).toMatchObject({ n: 2, low: 5, high: 10 });
			if (error === null) expect(taliban?.signed_log_error).toBeNull();
			else expect(taliban?.signed_log_error).toBeCloseTo(error, 12);
		},
	);
});
