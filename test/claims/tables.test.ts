import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { claimTable, incidentTable } from "../../src/claims/tables.js";
import { loadDossier } from "../../src/load/dossier.js";
import { filterDossier } from "../../src/load/filter.js";
import { ownDossier as own } from "../support/own-figures.js";

const six = loadDossier(fileURLToPath(new URL("../fixtures/six-incidents", import.meta.url)));

test("six incidents by hand: names, status, claims and original sources", () => {
	const rows = incidentTable(six);
	expect(rows.map((row) => [row.incident_id, row.status, row.questions, row.claims, row.original_sources])).toEqual([
		["a-clash", "confirmed", 2, 9, 4],
		["b-fire", "not_asked", 1, 5, 5],
		["c-closure", "not_asked", 1, 3, 3],
		["d-shooting", "refuted", 1, 2, 2],
		["e-tally", "not_asked", 0, 0, 0],
		["f-raid", "not_asked", 1, 1, 1],
	]);
	expect(rows[2]).toMatchObject({ crossing: "North Gate", date_start: "2022-03-05", date_end: "2022-03-07" });
	expect(rows[0]).toMatchObject({ first_source: "Invented State Agency", first_published_on: "2022-01-10", url: null });
	expect(rows[4]).toMatchObject({ first_source: null, first_published_on: null });
});

test("a filter leaves its rows alone", () => {
	expect(incidentTable(filterDossier(six, { crossing_id: "north-gate" })).map((row) => row.incident_id)).toEqual([
		"c-closure",
	]);
});

test("the claims on one question by hand, earliest first", () => {
	const rows = claimTable(six, "a.occurred");
	expect(rows.map((row) => row.claim_id)).toEqual(["c01", "c02", "c06", "c03", "c04", "c05", "c07"]);
	expect(rows.map((row) => row.answer)).toEqual(["no", "yes", "yes", "yes", "yes", "yes", "yes"]);
	expect(rows.filter((row) => row.is_decisive).map((row) => row.claim_id)).toEqual(["c03"]);
	expect(rows[4]).toMatchObject({
		source: "Relay A",
		original_source: "Invented Local Paper",
		stance: "repeats",
		side: "third_party",
		question: "Was there a clash?",
		verdict_status: "confirmed",
		verdict: "yes",
	});
	expect(rows[5]).toMatchObject({ source: "Relay B", original_source: null });
});

test("the claims on an incident are those on all its questions; those without a date stand last", () => {
	expect(claimTable(six, "a-clash").map((row) => row.claim_id)).toHaveLength(9);
	expect(claimTable(six, "c-closure").map((row) => row.claim_id)).toEqual(["c15", "c16", "c17"]);
	expect(claimTable(six, "e-tally")).toEqual([]);
});

test("an unknown id is told with the nearest, or with where they stand", () => {
	expect(() => claimTable(six, "a-clsh")).toThrow(
		new RangeError("unknown incident or question: a-clsh (did you mean a-clash?)"),
	);
	expect(() => claimTable(six, "closure")).toThrow("(did you mean c-closure?)");
	expect(() => claimTable(six, "zzzzzzzz")).toThrow(
		"unknown incident or question: zzzzzzzz (incidentTable lists the ids of all incidents)",
	);
});

test("the kit's own claims have their pages' addresses", () => {
	const rows = own.incidents.flatMap(({ incident_id }) => claimTable(own, incident_id));
	expect(rows).toHaveLength(own.claims.length);
	expect(rows.filter((row) => row.url?.startsWith("https://")).length).toBeGreaterThan(rows.length / 2);
	expect(incidentTable(own).filter((row) => row.url !== null).length).toBeGreaterThan(own.incidents.length / 2);
});
