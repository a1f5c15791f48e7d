import { expect, test } from "vitest";
import { evidenceOfQuestions } from "../../src/claims/evidence.js";
import type { Claim } from "../../src/records/records.js";
import { six } from "../six-readings.js";

/** The evidence on one question of the six incidents, with one claim changed. */
const evidence = (question: string, claim = "", change: Partial<Claim> = {}) =>
	evidenceOfQuestions({
		...six,
		claims: six.claims.map((row) => (row.claim_id === claim ? { ...row, ...change } : row)),
	}).get(question);

test("six incidents, by hand: four original sources of three sides; a claim without a value is no answer", () => {
	expect(evidence("b.killed_civilians")).toEqual({
		proposition_id: "b.killed_civilians",
		original_sources: 4,
		sides: ["iran_state", "taliban", "third_party"],
		has_record: false,
		decisive_claims: ["c12"],
	});
	expect(evidence("f.initiator")).toMatchObject({ original_sources: 1, sides: ["third_party"], decisive_claims: [] });
});

test("a repeat is no original source and no statement of its side", () => {
	expect(evidence("c.closed")).toMatchObject({ original_sources: 3, sides: ["iran_state", "taliban"] });
	expect(evidence("c.closed", "c17", { stance: "repeats", via_source_id: "ministry" })).toMatchObject({
		original_sources: 2,
		sides: ["iran_state"],
	});
});

test("a video or a document is a record, other evidence is none", () => {
	expect(evidence("f.initiator", "c20", { basis: "video" })?.has_record).toBe(true);
	expect(evidence("f.initiator", "c20", { basis: "document" })?.has_record).toBe(true);
	expect(evidence("f.initiator", "c20", { basis: "eyewitness" })?.has_record).toBe(false);
});
