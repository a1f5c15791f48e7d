import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { catalogue } from "../../src/charts/catalogue.js";
import { figureOrReason } from "../../src/charts/catalogue-entry.js";
import { incidentsByKind } from "../../src/charts/frequency/incidents-by-kind.js";
import { incidentsPerPeriod } from "../../src/charts/frequency/incidents-per-period.js";
import { rateChange } from "../../src/charts/frequency/rate-change.js";
import { incidentsByFrontier } from "../../src/charts/location/incidents-by-frontier.js";
import { frequencySummary } from "../../src/frequency/summary.js";
import { loadDossier } from "../../src/load/dossier.js";
import type { Dossier } from "../../src/records/records.js";
import { fieldCase } from "../field-case.js";
import { grammarFaults } from "../support/grammar.js";
import { type Parts, smallDossier, smallParts } from "../support/small-dossiers.js";

/** What is wrong with the texts of every chart of a dossier, each with the chart's id. */
function faultsOf(dossier: Dossier): string[] {
	return catalogue.flatMap((entry) => {
		const figure = figureOrReason(entry, dossier);
		const texts =
			typeof figure === "string"
				? [figure]
				: [figure.title, figure.subtitle, figure.caption, figure.alt, ...figure.notes];
		return texts.flatMap(grammarFaults).map((fault) => `${entry.id}: ${fault}`);
	});
}

const one: Parts = { incidents: [["2024-05-01", "armed_clash", 0]], questions: [], claims: [] };
const asked: Parts = { ...one, questions: [[0, "occurred", "unresolved"]] };
const clashes = (count: number, spot: number | null, day = "2024-05-0"): Parts => ({
	...one,
	incidents: Array.from({ length: count }, (_, index) => [`${day}${index + 1}`, "armed_clash", spot]),
});
const dossiers: readonly (readonly [string, Parts])[] = [
	["nothing at all", { incidents: [], questions: [], claims: [] }],
	["one incident", one],
	["one incident without a point", { ...one, incidents: [["2024-05-01", "armed_clash", null]] }],
	["one closure", { ...one, incidents: [["2024-05-01", "closure", 0]] }],
	["one claim", { ...asked, claims: [[0, 0, "asserts", 0, 0]] }],
	["one claim without a day", { ...asked, claims: [[0, 0, "asserts", null, 0]] }],
	[
		"one claim that is right",
		{ ...asked, questions: [[0, "occurred", "confirmed"]], claims: [[0, 0, "asserts", 0, 0]] },
	],
	["one claim that is wrong", { ...asked, questions: [[0, "occurred", "refuted"]], claims: [[0, 0, "asserts", 0, 0]] }],
	[
		"one source that repeats itself",
		{
			...asked,
			claims: [
				[0, 0, "asserts", 0, 0],
				[0, 0, "corrects", 1, 1],
			],
		},
	],
	[
		"all repeats",
		{
			...asked,
			claims: [
				[0, 0, "repeats", 0, 0],
				[0, 2, "repeats", 1, 0],
			],
		},
	],
	[
		"all contested",
		{
			...asked,
			questions: [[0, "occurred", "contested"]],
			claims: [
				[0, 0, "asserts", 0, 0],
				[0, 1, "denies", 0, 0],
			],
		},
	],
	[
		"two casualty figures",
		{
			...one,
			questions: [[0, "killed_iran", "confirmed"]],
			claims: [
				[0, 0, "asserts", 0, 2],
				[0, 1, "asserts", 0, 3],
			],
		},
	],
	["one day", { ...clashes(2, 0), window: ["2024-05-01", "2024-05-01"] }],
	["two incidents at one place", clashes(2, 1)],
	["five incidents without a point", clashes(5, null)],
	["no areas", { ...clashes(3, 1), hasAreas: false }],
	["one year", { ...clashes(6, 1), window: ["2024-01-01", "2024-12-31"] }],
];

describe("every chart of small data is drawn with true words, or excluded with a reason", () => {
	test.each(dossiers)("%s", (_, parts) => {
		expect(faultsOf(smallDossier(parts))).toEqual([]);
	});

	test("at random (property)", () => {
		fc.assert(
			fc.property(smallParts, (parts) => {
				expect(faultsOf(smallDossier(parts))).toEqual([]);
			}),
			{ numRuns: 15, seed: 11 },
		);
	});
});

describe("field cases", () => {
	const reasonsOf = (dossier: Dossier) =>
		Object.fromEntries(
			catalogue.flatMap((entry) => {
				const figure = figureOrReason(entry, dossier);
				return typeof figure === "string" ? [[entry.id, figure]] : [];
			}),
		);

	test("14: incidents and no claims: nothing is said of who was reporting", () => {
		const dossier = loadDossier(fieldCase("14"));
		expect(faultsOf(dossier)).toEqual([]);
		expect(reasonsOf(dossier)).toMatchObject({
			"source-coverage": "no source has answered any question yet",
			"incidents-by-verification-status": "no source has answered any question yet",
		});
		const figure = incidentsPerPeriod(dossier);
		// January, May and November have one incident, August two and February three: seven months of twelve have none.
		expect(figure.title).toBe("7 months have no reported incident; February 2024 has the most (3)");
		expect(figure.table.filter(({ incidents }) => incidents === 0)).toHaveLength(7);
		expect(figure.layout.shapes).toEqual([]);
		expect(figure.table.map(({ sources, low_coverage }) => [sources, low_coverage])).toEqual(
			Array.from({ length: 12 }, () => [null, null]),
		);
		expect([figure.subtitle, figure.alt].join()).not.toMatch(/coverage|shaded/);
		const change = rateChange(dossier);
		expect([change.alt, ...change.notes].join()).not.toMatch(/adjusted/i);
		expect(new Set(change.table.map(({ exposure }) => exposure))).toEqual(new Set(["days"]));
		const { sentences, ...summary } = frequencySummary(dossier);
		expect(sentences.at(-1)).toMatch(/; source coverage is not known\.$/);
		expect(summary).toMatchObject({ empty_low_coverage_months: null, earlier_low_coverage_months: null });
	});

	test("38: one incident: what compares is excluded with the reason", () => {
		const dossier = loadDossier(fieldCase());
		expect(faultsOf(dossier)).toEqual([]);
		const reasons = reasonsOf(dossier);
		for (const id of ["months-by-count", "rate-change", "seasonality", "heat-map"])
			expect(reasons[id], id).toMatch(/^fewer than two incidents/);
		expect(incidentsByFrontier(dossier).title).toBe(
			"No incident is on the Iran–Pakistan border: the one reported is counted",
		);
	});

	test("a province may be called like a part of JavaScript", () => {
		const dossier = loadDossier(fieldCase());
		for (const af_province of ["constructor", "toString", "__proto__"]) {
			const incidents = dossier.incidents.map((row) => ({ ...row, af_province }));
			expect(incidentsByKind({ ...dossier, incidents }, { group: "af_province" }).title).toBe(
				`${af_province}: 1 of 1 reported incident`,
			);
		}
	});
});

test("finds what is wrong in a sentence, and nothing in a right one (by hand)", () => {
	for (const wrong of [
		"1 incidents",
		"Of 1 incidents placed",
		"0 of 0 tolls",
		"NaN days",
		"in −0 days",
		"two  spaces",
		"all 1 are",
	])
		expect(grammarFaults(wrong), wrong).not.toEqual([]);
	for (const right of [
		"1 incident is",
		"1 of 12 months has none",
		"0 of 1 incident is dated",
		"21 incidents",
		"−0.5 days",
	])
		expect(grammarFaults(right), right).toEqual([]);
});
