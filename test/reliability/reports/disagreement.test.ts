import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadDossier } from "../../../src/load/dossier.js";
import { diagnostics } from "../../../src/reliability/reports/diagnostics.js";
import { type DisagreementOptions, disagreement } from "../../../src/reliability/reports/disagreement.js";

const six = loadDossier(fileURLToPath(new URL("../../fixtures/six-incidents", import.meta.url)));
const row = (group: string, options?: DisagreementOptions) => {
	const found = disagreement(six, options).find((each) => each.group === group);
	if (found === undefined) throw new Error(`no row of ${group}`);
	return found;
};

describe("the diagnostics of eventreport", () => {
	// The data frame in the examples of its manual: events 1, 1, 2, 2, 3.
	test("on the example of its manual, worked out by hand", () => {
		const actor = diagnostics([["Actor A", "Actor B"], ["Actor B", "Actor B"], ["Actor C"]]);
		expect(actor.share_with_disagreement).toBeCloseTo(1 / 3);
		expect(actor.divergence).toBeCloseTo(1 / 3);
		expect(actor.normalised_divergence).toBeCloseTo(1 / 9);
		expect(actor.modal_agreement).toBeCloseTo((0.5 + 1 + 1) / 3);
	});

	test("an event without a value has no disagreement and no most frequent value", () => {
		const found = diagnostics([[], ["a", "b", "b"]]);
		expect(found.share_with_disagreement).toBe(0.5);
		expect(found.divergence).toBe(0.5);
		expect(found.modal_agreement).toBeCloseTo(2 / 3);
		expect(diagnostics([]).divergence).toBeNull();
	});
});

describe("disagreement on six incidents, by hand", () => {
	test("one answer for each original source", () => {
		const occurred = row("occurred");
		// a.occurred: state agency (corrected), spokesman and local paper say yes; d.occurred: yes and no.
		expect(occurred).toMatchObject({
			n: 2,
			incidents: 2,
			too_few: 0,
			answers: 5,
			mean_range: null,
			ranges_apart: null,
		});
		expect(occurred.share_with_disagreement?.value).toBe(0.5);
		// Wilson's limits of 1 in 2 at 95%: (2 + z² ∓ z √(2 + z²)) / (2 (2 + z²)) with z² = 3.84146.
		expect(occurred.share_with_disagreement?.low).toBeCloseTo(0.0945, 4);
		expect(occurred.share_with_disagreement?.high).toBeCloseTo(0.9055, 4);
		expect(occurred.divergence).toEqual({ value: 0.5, low: null, high: null });
		expect(occurred.modal_agreement?.value).toBe(0.75);
		expect(occurred.excluded).toEqual([
			{ reason: "untraced_repeat", n: 1 },
			{ reason: "collective_source", n: 1 },
			{ reason: "repeat", n: 1 },
			{ reason: "other_statement", n: 1 },
		]);
	});

	test("every report, repeats among them", () => {
		const occurred = row("occurred", { of: "reports" });
		expect(occurred).toMatchObject({ n: 2, answers: 9, excluded: [] });
		expect(occurred.share_with_disagreement?.value).toBe(1);
		expect(occurred.modal_agreement?.value).toBeCloseTo((6 / 7 + 1 / 2) / 2);
	});

	test("numbers: range, deviation, and ranges without a number in common", () => {
		// 0, 2 to 5, 3, 3.
		const civilians = row("killed_civilians");
		expect(civilians.divergence?.value).toBe(2);
		expect(civilians.normalised_divergence).toBeCloseTo(2 / 3);
		expect(civilians.modal_agreement?.value).toBe(0.5);
		expect(civilians.mean_range?.value).toBe(5);
		expect(civilians.mean_sd?.value).toBeCloseTo(Math.sqrt(3.3));
		expect(civilians.ranges_apart).toBe(1);
		expect(civilians.excluded).toEqual([{ reason: "no_answer", n: 1 }]);
		// 2, at least 9.
		const guards = row("killed_iran");
		expect(guards.mean_range?.value).toBe(7);
		expect(guards.mean_sd?.value).toBeCloseTo(Math.sqrt(24.5));
	});

	test("a question with one answer is counted apart", () => {
		expect(row("initiator")).toMatchObject({ n: 0, too_few: 1, share_with_disagreement: null, divergence: null });
		expect(row("initiator", { scope: "all" })).toMatchObject({ n: 5, too_few: 0, answers: 1 });
	});

	test("an incident with two reports that does not answer a question counts without a value", () => {
		// Incidents a, b, c and d have two answers to some question; one of them, b, to how many civilians were killed.
		const civilians = row("killed_civilians", { scope: "two_reports" });
		expect(civilians.n).toBe(4);
		expect(civilians.share_with_disagreement?.value).toBe(1 / 4);
		expect(civilians.divergence?.value).toBe(2 / 4);
		expect(civilians.mean_range?.value).toBe(5);
	});

	test("answers and excluded claims make all claims", () => {
		for (const of of ["original_sources", "reports"] as const) {
			const rows = disagreement(six, { of, scope: "all" });
			const counted = rows.reduce(
				(sum, { answers, excluded }) => sum + answers + excluded.reduce((s, { n }) => s + n, 0),
				0,
			);
			expect(counted).toBe(six.claims.length);
		}
	});

	test("by type the share is one of questions, with no limits from four incidents", () => {
		// a.killed_iran and b.killed_civilians disagree.
		const counts = row("count", { by: "type" });
		expect(counts).toMatchObject({ n: 2, incidents: 2 });
		expect(counts.share_with_disagreement?.value).toBe(1);
		const yesNo = row("boolean", { by: "type" });
		expect(yesNo.n).toBe(3);
		expect(yesNo.share_with_disagreement?.value).toBeCloseTo(1 / 3);
	});

	test("a wrong option names the known ones", () => {
		expect(() => disagreement(six, { scope: "some" as "all" })).toThrow(
			"unknown scope: some (known: two_answers, two_reports, all)",
		);
		expect(() => disagreement(six, { of: "rows" as "reports" })).toThrow("unknown unit: rows");
		expect(() => disagreement(six, { by: "day" as "key" })).toThrow("unknown grouping: day");
	});
});
