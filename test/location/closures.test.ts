import { describe, expect, test } from "vitest";
import { closureDurations } from "../../src/charts/location/closure-durations.js";
import { crossingTimelines } from "../../src/charts/location/crossing-timelines.js";
import { loadDossier } from "../../src/index.js";
import { crossingClosures } from "../../src/location/closures.js";
import type { Claim, Dossier, Incident, Proposition, VerdictStatus } from "../../src/records/records.js";
import { fieldCase } from "../field-case.js";
import { ownDossier as dossier } from "../support/own-figures.js";

const own = crossingClosures(dossier);
const of = (incident_id: string) => own.find((each) => each.incident_id === incident_id);

describe("closures of the dossier, by hand from its claims", () => {
	test("Dogharun, 8 July 2021: told as reopened on 9 July and on 13 July, as lasting 3 days and 5: 1 to 5, best 5", () => {
		expect(of("2021-07-08-dogharun-closure")).toEqual({
			crossing_id: "islam-qala-dogharun",
			incident_id: "2021-07-08-dogharun-closure",
			closed_on: "2021-07-08",
			closed_earliest: "2021-07-08",
			closed_latest: "2021-07-08",
			reopened_on: "2021-07-13",
			reopened_earliest: "2021-07-09",
			reopened_latest: "2021-07-13",
			days: 5,
			days_low: 1,
			days_high: 5,
			occurred: "confirmed",
		});
	});

	test("Milak, August 2021: closed on the 5th or 6th, open on the 10th or 11th: 4 to 6 days, by customs' own count 5", () => {
		expect(of("2021-08-05-milak-closure")).toMatchObject({ days: 5, days_low: 4, days_high: 6 });
	});

	test("Islam Qala, April 2022: the reopening on the 24th is confirmed, so that later dates told do not count", () => {
		expect(of("2022-04-23-islam-qala-closure")).toMatchObject({ days: 1, days_low: 1, days_high: 1 });
	});

	test("a reopening that ends no closure of the dossier began as long before as it was told to have lasted (14 days)", () => {
		expect(of("2022-07-19-silk-bridge-reopening")).toMatchObject({
			closed_on: "2022-07-05",
			reopened_on: "2022-07-19",
		});
	});

	test("a closure whose end nobody told has no days; one refuted is not there", () => {
		expect(of("2023-05-20-islam-qala-closure")).toMatchObject({ reopened_on: null, days: null, days_high: null });
		expect(of("2023-05-30-islam-qala-standoff")).toBeUndefined();
	});

	test("every closure at a crossing is there once, and every reopening ends one or stands alone", () => {
		const single = dossier.incidents.filter(
			({ aggregate, frontier, crossing_id }) => !aggregate && frontier === "af-ir" && crossing_id !== null,
		);
		const closures = single.filter(({ kind }) => kind === "closure").map(({ incident_id }) => incident_id);
		const ids = own.map(({ incident_id }) => incident_id);
		expect(ids.filter((id) => closures.includes(id)).sort()).toEqual([...closures].sort());
		expect(new Set(ids).size).toBe(ids.length);
		for (const { closed_on, closed_earliest, closed_latest, days, days_low, days_high } of own) {
			expect([closed_earliest, closed_on, closed_latest]).toEqual([closed_earliest, closed_on, closed_latest].sort());
			if (days === null) continue;
			expect(days_low).toBeLessThanOrEqual(days);
			expect(days).toBeLessThanOrEqual(days_high ?? -1);
			expect(days_low).toBeGreaterThanOrEqual(0);
		}
	});
});

/** One closure from 1 to 4 March with one question, answered as given. */
function made(
	key: string,
	verdict: VerdictStatus,
	verdict_value: string | number | null,
	values: (string | number)[],
): Dossier {
	const [incident, proposition, claim] = [dossier.incidents[0], dossier.propositions[0], dossier.claims[0]];
	return {
		...dossier,
		incidents: [
			{
				...(incident as Incident),
				kind: "closure",
				crossing_id: "zaranj-milak",
				date_start: "2022-03-01",
				date_end: "2022-03-04",
				aggregate: false,
				frontier: "af-ir",
			},
		],
		propositions: [
			{
				...(proposition as Proposition),
				incident_id: incident?.incident_id ?? "",
				key,
				verdict_status: verdict,
				verdict_value,
			},
		],
		claims: values.map((value) => ({
			...(claim as Claim),
			proposition_id: proposition?.proposition_id ?? "",
			stance: "asserts",
			value,
			value_min: null,
			value_max: null,
		})),
	};
}

test("an answer still open widens the interval and one confirmed closes it, by hand", () => {
	const days = (of: Dossier) => crossingClosures(of).map((each) => [each.days_low, each.days, each.days_high])[0];
	expect(days(made("other:reopened_on", "contested", null, ["2022-03-03", "2022-03-09", "still_closed"]))).toEqual([
		2, 3, 8,
	]);
	expect(days(made("other:reopened_on", "confirmed", "2022-03-09", ["2022-03-03"]))).toEqual([8, 8, 8]);
	expect(days(made("other:closed_on", "announced", "2022-03-02", ["2022-02-27"]))).toEqual([2, 2, 5]);
	expect(days(made("other:closure_days", "unresolved", 7, [7, 10]))).toEqual([3, 7, 10]);
});

describe("what is not known is not 0", () => {
	/** Rows at one crossing: kind, first day, last day, and how well the day is known. */
	const rows = (
		...given: (readonly ["closure" | "reopening" | "armed_clash", string, (string | null)?, "week"?])[]
	) => ({
		...dossier,
		propositions: [] as Proposition[],
		claims: [] as Claim[],
		incidents: given.map(([kind, date_start, date_end = null, date_precision = "day" as "week"]) => ({
			...(dossier.incidents[0] as Incident),
			incident_id: `${kind} ${date_start}`,
			kind,
			crossing_id: "zaranj-milak",
			date_start,
			date_end,
			date_precision,
			aggregate: false,
			frontier: "af-ir" as const,
		})),
	});
	const spans = (of: Dossier) =>
		crossingClosures(of).map(({ closed_on, reopened_on, days, days_low, days_high }) => [
			closed_on,
			reopened_on,
			days,
			days_low,
			days_high,
		]);

	test("a closure and its reopening in a row of its own are one closure (field case 04)", () => {
		expect(crossingClosures(loadDossier(fieldCase("04")))).toEqual([
			expect.objectContaining({
				incident_id: "gate-shut",
				closed_on: "2024-05-01",
				reopened_on: "2024-05-09",
				days: 8,
				days_low: 8,
				days_high: 8,
			}),
		]);
	});

	test.each([
		[
			"a reopening of which nobody told the beginning has no length",
			rows(["reopening", "2024-05-09"]),
			[[null, "2024-05-09", null, null, null]],
		],
		[
			"a reopening ends the latest closure before it, and no other",
			rows(["closure", "2024-05-01"], ["closure", "2024-05-05"], ["reopening", "2024-05-09"]),
			[
				["2024-05-01", null, null, null, null],
				["2024-05-05", "2024-05-09", 4, 4, 4],
			],
		],
		[
			"a closure with an end of its own does not end again",
			rows(["closure", "2024-05-01", "2024-05-03"], ["reopening", "2024-05-09"]),
			[
				["2024-05-01", "2024-05-03", 2, 2, 2],
				[null, "2024-05-09", null, null, null],
			],
		],
		[
			"closed and reopened on one day: 0 days, for both are known",
			rows(["closure", "2024-05-09"], ["reopening", "2024-05-09"]),
			[["2024-05-09", "2024-05-09", 0, 0, 0]],
		],
		[
			"of two closures a reopening ends the later one, on its own day too",
			rows(["closure", "2024-05-01"], ["closure", "2024-05-09"], ["reopening", "2024-05-09"]),
			[
				["2024-05-01", null, null, null, null],
				["2024-05-09", "2024-05-09", 0, 0, 0],
			],
		],
		[
			"a week in which it was closed is no length",
			rows(["closure", "2024-05-01", "2024-05-07", "week"]),
			[["2024-05-01", null, null, null, null]],
		],
		[
			"closed in a week that began on 1 May, open on the 9th: 2 to 8 days",
			rows(["closure", "2024-05-01", "2024-05-07", "week"], ["reopening", "2024-05-09"]),
			[["2024-05-01", "2024-05-09", 8, 2, 8]],
		],
	])("%s", (_, of, wanted) => {
		expect(spans(of)).toEqual(wanted);
	});

	test("lengths that are only claimed give a reopening no beginning", () => {
		const alone = made("other:closure_days", "contested", null, [3, 5]);
		const reopening = { ...alone, incidents: alone.incidents.map((row) => ({ ...row, kind: "reopening" as const })) };
		expect(spans(reopening)).toEqual([[null, "2022-03-01", null, null, null]]);
	});

	test("the chart says so, and has no median or longest of it", () => {
		const folder = fieldCase("04");
		const { title, table } = closureDurations(loadDossier(folder));
		expect(title).toBe("The one closure with a reported end lasted 8 days");
		expect(table).toHaveLength(1);
		const of = loadDossier(folder);
		const alone = { ...of, incidents: of.incidents.filter(({ kind }) => kind === "reopening") };
		expect(() => closureDurations(alone)).toThrow("no closure of an official crossing is reported with its end");
		expect(crossingTimelines(of).title).toContain("closed once");
	});
});
