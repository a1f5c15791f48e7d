import { describe, expect, test } from "vitest";
import { loadDossier } from "../../src/index.js";
import { crossingClosures } from "../../src/location/closures.js";
import type { Claim, Dossier, Incident, Proposition, VerdictStatus } from "../../src/records/records.js";

const dossier = loadDossier();
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
