import { expect, test } from "vitest";
import { questionChanges } from "../../src/pages/question-changes.js";
import { six } from "../six-readings.js";

/** As an incident page asks: with the claims on its own questions only. */
function changesOf(incident_id: string) {
	const propositions = six.propositions.filter((row) => row.incident_id === incident_id);
	const ids = new Set(propositions.map(({ proposition_id }) => proposition_id));
	const claims = six.claims.filter(({ proposition_id }) => ids.has(proposition_id));
	return questionChanges({ ...six, propositions, claims }, incident_id);
}

test("six incidents, by hand: the agency denies the clash and corrects itself ten days later", () => {
	const changes = changesOf("a-clash").get("a.occurred") ?? [];
	expect(changes).toContain(
		"On 20 January 2022, Invented State Agency corrected its answer from no (10 January 2022) to yes.",
	);
	// The agency is the only Iranian source on this question.
	expect(changes.filter((sentence) => sentence.includes("no (10 January 2022), yes (20 January 2022)"))).toHaveLength(
		1,
	);
	expect(changes.filter((sentence) => /became yes/.test(sentence))).toHaveLength(1);
});

test("where no source changes its answer and no other answer leads, there is no sentence", () => {
	expect(changesOf("c-closure").size).toBe(0);
	expect(changesOf("f-raid").size).toBe(0);
});
