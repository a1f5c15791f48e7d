import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadDossier } from "../src/index.js";
import { accuracyBothWays } from "../src/reliability/accuracy/accuracy.js";
import {
	accuracyByInterest,
	admissions,
	claimsWithInterest,
} from "../src/reliability/accuracy/accuracy-by-interest.js";
import { corrections } from "../src/reliability/accuracy/corrections.js";
import { statementRecords } from "../src/reliability/accuracy/statement-records.js";
import { casualtyQuestions } from "../src/reliability/casualties/casualty-claims.js";
import { casualtyFigures } from "../src/reliability/casualties/casualty-figures.js";
import { reportingBiases } from "../src/reliability/casualties/reporting-bias.js";
import { leadingAnswerAccuracy } from "../src/reliability/questions/leading-answer-accuracy.js";
import { reportsPerIncident, reportsPerQuestion } from "../src/reliability/questions/reports-per-original-source.js";
import { timesToResolution } from "../src/reliability/questions/time-to-resolution.js";
import { kaplanMeier } from "../src/statistics/kaplan-meier.js";

const dossier = loadDossier(fileURLToPath(new URL("fixtures/six-incidents", import.meta.url)));

describe("six invented incidents, every answer by hand (fixtures/six-incidents/README.md): the record in depth", () => {
	test("original sources of both sides that give the same answer, by question", () => {
		expect(
			reportsPerQuestion(dossier).map((row) => [row.proposition_id, row.agreeing_sources, row.agreed_answer]),
		).toEqual([
			["a.occurred", 2, true],
			["a.killed_iran", 0, null],
			["b.killed_civilians", 2, 3],
			["c.closed", 3, true],
			["d.occurred", 0, null],
			["f.initiator", 0, null],
		]);
	});

	test("the same by incident: an original source with two questions is one", () => {
		expect(
			reportsPerIncident(dossier).map((row) => [
				row.incident_id,
				row.questions,
				row.reports,
				row.original_sources,
				row.collective_sources,
				row.untraced_repeats,
				row.sides,
				row.questions_agreed,
				row.agreeing_sources,
			]),
		).toEqual([
			["a-clash", 2, 9, 4, 1, 1, 3, 1, 2],
			["b-fire", 1, 5, 5, 0, 0, 3, 1, 2],
			["c-closure", 1, 3, 3, 0, 0, 2, 1, 3],
			["d-shooting", 1, 2, 2, 0, 0, 2, 0, 0],
			["f-raid", 1, 1, 1, 0, 0, 1, 0, 0],
		]);
	});

	test("both records and the number behind each", () => {
		expect(accuracyBothWays(dossier, "side").map((row) => [row.group, row.n, row.n_circular_included])).toEqual([
			["iran_state", 4, 6],
			["taliban", 4, 4],
			["third_party", 0, 2],
		]);
		for (const { gap, pooled_share, pooled_share_circular_included } of accuracyBothWays(dossier, "side"))
			expect(gap).toBeCloseTo(pooled_share_circular_included - pooled_share, 12);
	});

	test("for and against oneself", () => {
		expect(
			accuracyByInterest(claimsWithInterest(dossier)).map((row) => [
				row.side,
				row.interest,
				row.supported,
				row.n,
				row.unresolved,
				row.excluded,
			]),
		).toEqual([
			["iran_state", "in_own_interest", 1, 3, 0, 0],
			["iran_state", "against_own_interest", 1, 1, 0, 0],
			["iran_state", "neutral", 0, 0, 1, 3],
			["taliban", "in_own_interest", 1, 2, 0, 0],
			["taliban", "neutral", 2, 2, 1, 0],
		]);
		expect(
			admissions(dossier).map((row) => [row.claim_id, row.side, row.answer, row.outcome, row.is_decisive]),
		).toEqual([["c13", "iran_state", "3", "supported", false]]);
	});

	test("the one correction, and the three records", () => {
		const trail = corrections(dossier);
		expect(trail).toMatchObject({ source_questions: 15, restated: 1, without_change: 0, order_not_known: 0 });
		expect(trail.rows).toHaveLength(1);
		expect(trail.rows[0]).toMatchObject({
			claim_id: "c07",
			source_id: "state-agency",
			from: "no",
			to: "yes",
			from_on: "2022-01-10",
			to_on: "2022-01-20",
			delay_days: 10,
			declared: true,
			number: null,
			direction: "towards",
		});
		const [iran] = statementRecords(dossier);
		expect(iran).toMatchObject({
			side: "iran_state",
			restated: 1,
			changed: 1,
			changed_share: 1,
			median_delay_days: 10,
		});
		expect([iran?.first.supported, iran?.last.supported, iran?.towards, iran?.away]).toEqual([2, 3, 1, 0]);
	});

	test("days to the verdict, open questions to the end of the window", () => {
		const { rows, resolved_undated, no_dated_claim } = timesToResolution(dossier);
		expect(rows.map((row) => [row.proposition_id, row.time, row.happened, row.first_side])).toEqual([
			["a.occurred", 5, true, "iran_state"],
			["a.killed_iran", 354, false, "several"],
			["b.killed_civilians", 21, true, "iran_state"],
			["c.closed", 1, true, "iran_state"],
			["f.initiator", 137, false, "third_party"],
		]);
		expect([resolved_undated, no_dated_claim]).toEqual([1, 0]);
		const falls = kaplanMeier(rows).filter(({ events }) => events > 0);
		expect(falls.map(({ time, survival }) => [time, Number(survival.toFixed(10))])).toEqual([
			[1, 0.8],
			[5, 0.6],
			[21, 0.4],
		]);
	});

	test("on how many settled questions the leading answer is right, by day of the story", () => {
		const on = (day: number, circular: "include" | "exclude" = "include") => {
			const row = leadingAnswerAccuracy(dossier, 30, { circular }).rows[day];
			return [row?.n, row?.right, row?.wrong, row?.no_leading_answer];
		};
		expect(on(0)).toEqual([4, 1, 3, 0]);
		expect(on(1)).toEqual([4, 2, 0, 2]);
		expect(on(20)).toEqual([4, 3, 0, 1]);
		expect(on(20, "exclude")).toEqual([4, 2, 0, 2]);
	});

	test("casualty figures: each side's range, the verdict's, and signed errors", () => {
		const [killed, civilians] = casualtyFigures(dossier);
		expect(killed).toMatchObject({ verdict_value: null, verdict_low: null, verdict_high: null });
		expect(killed?.sides).toEqual([
			{ side: "iran_state", n: 1, low: 2, high: 2, signed_log_error: null },
			{ side: "taliban", n: 1, low: 9, high: null, signed_log_error: null },
		]);
		expect(civilians).toMatchObject({ verdict_value: 3, verdict_low: 3, verdict_high: 3 });
		expect(civilians?.sides.map(({ side, n, low, high }) => [side, n, low, high])).toEqual([
			["iran_state", 2, 0, 3],
			["taliban", 1, 2, 5],
			["third_party", 1, 3, 3],
		]);
		// Between ln(1 / 4) of the ministry and 0 of the agency; the paper carries the verdict.
		expect(civilians?.sides.map(({ signed_log_error }) => signed_log_error)).toEqual([
			expect.closeTo(Math.log(1 / 4) / 2, 12),
			0,
			null,
		]);
		expect(casualtyQuestions(dossier)).toMatchObject({ n: 7, excluded: [{ reason: "no_answer", n: 1 }] });
	});

	test("reporting bias of the sides: five claims on two casualty figures", () => {
		const { rows, n, questions, excluded, converged } = reportingBiases(dossier, { level: 0.9 });
		expect([n, questions, converged]).toEqual([5, 2, true]);
		expect(excluded).toEqual([
			{ reason: "no_answer", n: 1 },
			{ reason: "circular_verdict", n: 1 },
		]);
		expect(rows.map((row) => [row.side, row.n, row.n_confirmed])).toEqual([
			["iran_state", 3, 2],
			["taliban", 2, 1],
		]);
		// NumPy, Gibbs sampler of the same model with all variances drawn, 59,000 rounds: the mode lies near its means.
		const sampled = [
			[-0.125, -0.361, 0.114],
			[0.087, -0.162, 0.334],
		];
		rows.forEach(({ bias_log, low, high }, index) => {
			[bias_log, low, high].forEach((each, place) => {
				expect(Math.abs(each - (sampled[index]?.[place] as number))).toBeLessThan(0.04);
			});
		});
	});
});
