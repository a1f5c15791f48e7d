import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { evidenceFigures } from "../../src/charts/reliability/list-evidence.js";
import { loadDossier } from "../../src/index.js";
import type { Dossier } from "../../src/records/records.js";

const six = loadDossier(fileURLToPath(new URL("../fixtures/six-incidents", import.meta.url)));
const draw = (id: string, dossier: Dossier) => {
	const entry = evidenceFigures.find((each) => each.id === id);
	if (!entry) throw new Error(`no such chart: ${id}`);
	return entry.draw(dossier);
};

describe("charts of the record in depth", () => {
	test.each([
		// Two dead against at least nine; on the civilians 0 to 3, 2 to 5 and 3 meet.
		["toll-ranges", "On 1 of 2 casualtyFigures that two sides or more tell, their ranges do not meet"],
		["toll-bias", "No side tells enough casualtyFigures for its bias to be judged"],
	])("%s of six invented incidents says what the hand found", (id, title) => {
		expect(draw(id, six).title).toBe(title);
	});

	test("a toll told as 'at least' has an arrow, not an end", () => {
		const marks = draw("toll-ranges", six).data as { name?: string; marker?: { symbol?: string | string[] } }[];
		const taliban = marks.find(({ name }) => name === "Taliban");
		// At least nine: a dot and an arrow; two to five: two dots.
		expect(taliban?.marker?.symbol).toEqual(["circle", "triangle-right", "circle", "circle"]);
	});
});
