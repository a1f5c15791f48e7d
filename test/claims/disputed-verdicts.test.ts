import fc from "fast-check";
import { expect, test } from "vitest";
import { disputedVerdicts } from "../../src/claims/disputed-verdicts.js";
import { claimTable } from "../../src/claims/tables.js";
import { charts } from "../../src/index.js";
import { type Dossier, type VerdictReading, verdictStatuses } from "../../src/records/records.js";
import { six, sixWithReadings } from "../six-readings.js";
import { ownDossier as own } from "../support/own-figures.js";

test("by hand: one question disputed by status, one by value; a blank value or another confidence is no dispute", () => {
	expect(
		disputedVerdicts(sixWithReadings).map(({ proposition_id, differ_in, label }) => [proposition_id, differ_in, label]),
	).toEqual([
		["a.killed_iran", "status", "reader-1: contested; reader-2: unresolved, 9"],
		["b.killed_civilians", "value", "reader-1: confirmed, 3; reader-2: confirmed, 4"],
	]);
	expect(disputedVerdicts(sixWithReadings)[0]).toMatchObject({
		incident_id: "a-clash",
		text: "How many guards were killed?",
		readings: [{ reader: "reader-1" }, { reader: "reader-2" }],
	});
});

test("without readings no verdict is disputed, here and in the kit's own data", () => {
	expect(disputedVerdicts(six)).toEqual([]);
	expect(disputedVerdicts({ ...own, readings: [] })).toEqual([]);
});

test("a disputed verdict is shown in the table of claims and in the notes of the claim timeline; others are not", () => {
	const shown = (dossier: Dossier, id: string) => new Set(claimTable(dossier, id).map((row) => row.disputed_readings));
	expect(shown(sixWithReadings, "a.killed_iran")).toEqual(new Set(["reader-1: contested; reader-2: unresolved, 9"]));
	expect(shown(sixWithReadings, "a.occurred")).toEqual(new Set([null]));
	expect(shown(six, "a.killed_iran")).toEqual(new Set([null]));
	const note = "Readers dispute this verdict (reader-1: contested; reader-2: unresolved, 9).";
	expect(charts.claimTimeline(sixWithReadings, "a.killed_iran").notes).toContain(note);
	expect(charts.claimTimeline(sixWithReadings, "a.occurred").notes.join()).not.toContain("dispute");
	expect(charts.claimTimeline(six, "a.killed_iran").notes.join()).not.toContain("dispute");
});

test("two readers are disputed exactly if they name two statuses or two values (property)", () => {
	const [question] = six.propositions;
	const reading = fc.record({
		verdict_status: fc.constantFrom(...verdictStatuses),
		verdict_value: fc.constantFrom(true, false, null),
		verdict_confidence: fc.constantFrom("high" as const, "low" as const, null),
	});
	fc.assert(
		fc.property(reading, reading, (one, other) => {
			const rows: VerdictReading[] = [one, other].map((row, index) => ({
				...row,
				proposition_id: question?.proposition_id ?? "",
				reader: `reader-${index}`,
				read_on: null,
			}));
			const differ =
				one.verdict_status !== other.verdict_status ||
				(one.verdict_value !== null && other.verdict_value !== null && one.verdict_value !== other.verdict_value);
			for (const readings of [rows, [...rows].reverse()])
				expect(disputedVerdicts({ ...six, readings })).toHaveLength(differ ? 1 : 0);
		}),
	);
});
