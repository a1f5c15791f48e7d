import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { evidenceFigures } from "../../src/charts/reliability/list-evidence.js";
import { recordFigures } from "../../src/charts/reliability/list-record.js";
import { loadDossier } from "../../src/index.js";
import type { Dossier } from "../../src/records/records.js";

const six = loadDossier(fileURLToPath(new URL("../fixtures/six-incidents", import.meta.url)));
const draw = (id: string, dossier: Dossier) => {
	const entry = [...recordFigures, ...evidenceFigures].find((each) => each.id === id);
	if (!entry) throw new Error(`no such chart: ${id}`);
	return entry.draw(dossier);
};

describe("charts of the record in depth", () => {
	test.each([
		// Three sources have a judged claim, none ten.
		["named-sources", "None of 3 sources has ten settled claims: no name can be judged"],
		["for-and-against", "Too little that served a side, or went against it, is settled to compare the two"],
		// Two dead against at least nine; on the civilians 0 to 3, 2 to 5 and 3 meet.
		["toll-ranges", "On 1 of 2 casualtyFigures that two sides or more tell, their ranges do not meet"],
		// 1, 5 and 21 days: three of five.
		[
			"time-to-truth",
			"0 % of questions are settled on the day of their first claim, 60 % within 30 days and 60 % by the end",
		],
		[
			"right-by-day",
			"What most origins say is right on 25 % of settled questions the first day and on 100 % after 30 days: no change that intervals tell apart",
		],
		[
			"correction-trail",
			"In 1 of 1 cases a source heard again on a question changed its word; of 1 change on settled questions 1 led towards the verdict",
		],
		["toll-bias", "No side tells enough casualtyFigures for its bias to be judged"],
	])("%s of six invented incidents says what the hand found", (id, title) => {
		expect(draw(id, six).title).toBe(title);
	});

	test.each(recordFigures.map(({ id }) => id))(
		"%s of a dossier without a claim says so and draws nothing false",
		(id) => {
			const empty = { ...six, claims: [], propositions: [], verdict_basis: [], interests: [] };
			const { title, caption, alt, data, layout } = draw(id, empty);
			expect(JSON.stringify([title, caption, alt, data, layout])).not.toMatch(/NaN|undefined|Infinity/);
		},
	);

	test("a toll told as 'at least' has an arrow, not an end", () => {
		const marks = draw("toll-ranges", six).data as { name?: string; marker?: { symbol?: string | string[] } }[];
		const taliban = marks.find(({ name }) => name === "Taliban");
		// At least nine: a dot and an arrow; two to five: two dots.
		expect(taliban?.marker?.symbol).toEqual(["circle", "triangle-right", "circle", "circle"]);
	});

	test("no share is in the table of a source or a cell that cannot be judged", () => {
		for (const id of ["named-sources", "for-and-against"])
			for (const row of draw(id, loadDossier()).table) {
				expect(row.share === null).toBe(row.enough_claims === false);
				expect(Number(row.n) >= 10).toBe(row.enough_claims);
			}
	});
});
