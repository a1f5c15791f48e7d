import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { findQuestion } from "../../src/claims/find-question.js";
import { loadDossier } from "../../src/load/dossier.js";

const six = loadDossier(fileURLToPath(new URL("../fixtures/six-incidents", import.meta.url)));

test("a question by its id", () => expect(findQuestion(six, "c.closed").incident_id).toBe("c-closure"));

test("a wrong id names the nearest ones, the id of an incident its questions", () => {
	expect(() => findQuestion(six, "a.ocurred")).toThrow(
		"unknown question: a.ocurred (did you mean a.occurred, d.occurred, c.closed?)",
	);
	expect(() => findQuestion(six, "a-clash")).toThrow(
		"unknown question: a-clash (an incident; its questions: a.occurred, a.killed_iran)",
	);
	expect(() => findQuestion(six, "e-tally")).toThrow("unknown question: e-tally (an incident without a question)");
	expect(() => findQuestion(six, undefined as unknown as string)).toThrow(RangeError);
	expect(() => findQuestion({ ...six, propositions: [], incidents: [] }, "x")).toThrow(/^unknown question: x$/);
});
