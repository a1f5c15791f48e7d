import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadDossier } from "../../../src/load/dossier.js";
import type { Claim, Dossier, Place, Proposition } from "../../../src/records/records.js";
import { aggregateDossier } from "../../../src/reliability/reports/aggregated-dossier.js";
import {
	type AggregationRule,
	aggregateAnswers,
	aggregationRules,
} from "../../../src/reliability/reports/aggregation.js";
import { daysOfAnswer } from "../../../src/reliability/reports/day-answer.js";

const six = loadDossier(fileURLToPath(new URL("../../fixtures/six-incidents", import.meta.url)));

const made = {
	proposition_id: "a.asked",
	incident_id: "a-clash",
	key: "killed_total",
	text: "Asked?",
	type: "count",
	categories: [],
	verdict_status: "unresolved",
	verdict_value: null,
	verdict_confidence: null,
	verdict_basis: null,
	verdict_decided_on: null,
} as const satisfies Proposition;

/** The six incidents with one more question, answered by as many sources as there are answers, a day apart. */
function asked(
	question: Partial<Proposition>,
	answers: readonly Partial<Claim>[],
	places: readonly Place[] = [],
): Dossier {
	const sources = six.sources.filter(({ collective }) => !collective);
	const proposition = { ...made, ...question };
	const claims = answers.map(
		(answer, index): Claim => ({
			claim_id: `made.c${index}`,
			proposition_id: made.proposition_id,
			source_id: sources[index]?.source_id ?? "",
			reported_by: null,
			via_source_id: null,
			stance: "asserts",
			value: null,
			value_min: null,
			value_max: null,
			published_on: `2022-06-0${index + 1}`,
			basis: "unknown",
			url: null,
			read: "page",
			note: null,
			...answer,
		}),
	);
	return { ...six, propositions: [proposition], claims, places: [...six.places, ...places] };
}
const answersOf = (dossier: Dossier) =>
	Object.fromEntries(aggregationRules.map((rule) => [rule, aggregateAnswers(dossier, rule)[0]?.value]));
const ofNumbers = (...numbers: number[]) =>
	asked(
		{},
		numbers.map((value) => ({ value })),
	);
const ofCategories = (key: string, ...values: string[]) =>
	asked(
		{ key, type: "category", categories: [...new Set(values)] },
		values.map((value) => ({ value })),
	);

const place = (place_id: string, precision_km: number, lat: number): Place => ({
	place_id,
	name: place_id,
	other_names: [],
	names_fa: [],
	kind: "village",
	country: ["AF"],
	admin1: [],
	admin2: [],
	lat,
	lon: 61,
	coord_status: "gazetteer",
	precision_km,
	source: "made",
	note: null,
});

describe("one answer from several, by hand", () => {
	test("numbers", () => {
		expect(answersOf(ofNumbers(5, 5, 1, 9))).toEqual({
			most_frequent: 5,
			most_precise: 5,
			lowest: 1,
			median: 5,
			highest: 9,
		});
		expect(answersOf(ofNumbers(4, 1))).toMatchObject({ median: 2.5, lowest: 1, highest: 4 });
	});

	// calc_mode_numeric of eventreport: "returns the smallest mode value if multiple modes exist"; its example is 1 2 2 3 4 4.
	test("of equally frequent numbers the smallest, as in eventreport", () =>
		expect(aggregateAnswers(ofNumbers(4, 2, 4, 2), "most_frequent")[0]?.value).toBe(2));

	test("a range: its ends for lowest and highest, its width for precision", () => {
		const dossier = asked({}, [{ value: 8, value_min: 5, value_max: 20 }, { value: 6 }, { value_min: 8 }]);
		expect(answersOf(dossier)).toEqual({ most_frequent: 8, most_precise: 6, lowest: 5, median: 8, highest: 20 });
	});

	test("yes and no", () => {
		const yesNo = (...values: boolean[]) =>
			asked(
				{ type: "boolean" },
				values.map((value) => ({ value })),
			);
		expect(answersOf(yesNo(true, true, false))).toEqual({
			most_frequent: true,
			most_precise: true,
			lowest: false,
			median: true,
			highest: true,
		});
		expect(answersOf(yesNo(true, false))).toMatchObject({ most_frequent: false, median: false });
	});

	test("days: earliest, middle and latest; a day is more precise than a month", () => {
		const dossier = ofCategories("other:date", "2022-01", "2022-01", "2022-01-12", "before_2022-01-20");
		expect(answersOf(dossier)).toEqual({
			most_frequent: "2022-01",
			most_precise: "2022-01-12",
			lowest: "2022-01",
			median: "2022-01",
			highest: "2022-01-12",
		});
		expect(aggregateAnswers(dossier, "lowest")[0]?.days).toEqual({ first: "2022-01-01", last: "2022-01-31", days: 31 });
	});

	test("names have no order: the most frequent, and of equals the one given first", () => {
		const dossier = ofCategories("initiator", "guards", "band");
		expect(answersOf(dossier)).toEqual(Object.fromEntries(aggregationRules.map((rule) => [rule, "guards"])));
		const fits = (rule: AggregationRule) => aggregateAnswers(dossier, rule)[0]?.rule_fits;
		expect(aggregationRules.filter(fits)).toEqual(["most_frequent"]);
	});

	test("of places the most precise in places.csv", () => {
		const dossier = asked(
			{ key: "other:place", type: "category", categories: ["town", "post", "elsewhere"] },
			[{ value: "town" }, { value: "town" }, { value: "post" }, { value: "elsewhere" }],
			[place("town", 5, 34.1), place("post", 1, 34.2)],
		);
		expect(answersOf(dossier)).toMatchObject({ most_frequent: "town", most_precise: "post", lowest: "town" });
	});

	test("repeats count only where every report is asked for", () => {
		const [first, second] = six.sources.filter(({ collective }) => !collective);
		const repeat = { value: 9, stance: "repeats", via_source_id: second?.source_id ?? "" } as const;
		const dossier = asked({}, [{ value: 1 }, { value: 9 }, repeat]);
		expect(first).toBeDefined();
		expect(aggregateAnswers(dossier, "most_frequent")[0]).toMatchObject({ value: 1, answers: 2, different: 2 });
		expect(aggregateAnswers(dossier, "most_frequent", { of: "reports" })[0]).toMatchObject({ value: 9, answers: 3 });
	});

	test("six incidents: every question once, and a wrong rule names the known ones", () => {
		expect(aggregateAnswers(six, "highest").map(({ value }) => value)).toEqual([true, 9, 5, true, true, "band"]);
		expect(() => aggregateAnswers(six, "mean" as "median")).toThrow(
			"unknown aggregation rule: mean (known: most_frequent, most_precise, lowest, median, highest)",
		);
	});
});

test("what a category says of days", () => {
	expect(daysOfAnswer("2024-02")).toEqual({ first: "2024-02-01", last: "2024-02-29", days: 29 });
	expect(daysOfAnswer("2024-10-14/2024-10-15")).toEqual({ first: "2024-10-14", last: "2024-10-15", days: 2 });
	for (const other of [
		"before_2022-06-25",
		"2024-13",
		"2024-10-15/2024-10-14",
		"a/b",
		"2024-02-30",
		"still_closed",
		"",
	])
		expect(daysOfAnswer(other)).toBeNull();
});

describe("incidents under a rule", () => {
	test("one that did not occur by the rule is not counted", () => {
		// d.occurred: yes and no; a.occurred: yes three times.
		const ids = (rule: AggregationRule) =>
			aggregateDossier(six, rule).dossier.incidents.map(({ incident_id }) => incident_id);
		expect(ids("highest")).toContain("d-shooting");
		expect(ids("lowest")).not.toContain("d-shooting");
		expect(ids("lowest")).toContain("a-clash");
		expect(aggregateDossier(six, "lowest")).toMatchObject({ not_occurred: 1, moved_in_time: 0, moved_in_space: 0 });
	});

	test("day and precision follow the answer", () => {
		const dossier = ofCategories("other:date", "2022-01", "2022-01-14", "2022-01-12/2022-01-15");
		const dated = (rule: AggregationRule) => aggregateDossier(dossier, rule).dossier.incidents[0];
		expect(dated("most_precise")).toMatchObject({ date_start: "2022-01-14", date_end: null, date_precision: "day" });
		expect(dated("lowest")).toMatchObject({
			date_start: "2022-01-01",
			date_end: "2022-01-31",
			date_precision: "month",
		});
		expect(dated("median")).toMatchObject({ date_start: "2022-01-12", date_end: "2022-01-15", date_precision: "week" });
		expect(aggregateDossier(dossier, "median").moved_in_time).toBe(1);
	});

	test("the place follows the answer, where places.csv has it", () => {
		const known = [place("small-post", 1, 34.2)];
		const at = (slug: string) =>
			aggregateDossier(
				asked({ key: "other:place", type: "category", categories: [slug] }, [{ value: slug }], known),
				"median",
			);
		expect(at("small_post").dossier.incidents[0]).toMatchObject({
			place: "small-post",
			lat: 34.2,
			geo_precision: "exact",
		});
		expect(at("small_post")).toMatchObject({ moved_in_space: 1, places_unknown: 0 });
		expect(at("nowhere").dossier.incidents[0]).toEqual(six.incidents[0]);
		expect(at("nowhere")).toMatchObject({ moved_in_space: 0, places_unknown: 1 });
	});
});
