import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { countIncidents } from "../src/frequency/counts.js";
import { daysBetweenIncidents } from "../src/frequency/days-between-incidents.js";
import { ratesPer30Days } from "../src/frequency/rates.js";
import { loadDossier } from "../src/index.js";
import { countByProvince, countBySegment } from "../src/location/areas.js";
import { borderRuler } from "../src/location/chainage.js";
import { locateIncidents } from "../src/location/incidents.js";
import { accuracyBy, excludedClaims } from "../src/reliability/accuracy/accuracy.js";
import { judgeClaims } from "../src/reliability/accuracy/outcomes.js";
import { claimTimeline, mostOpposed } from "../src/reliability/questions/claim-timeline.js";
import { reportsPerQuestion } from "../src/reliability/questions/reports-per-original-source.js";

const dossier = loadDossier(fileURLToPath(new URL("fixtures/six-incidents", import.meta.url)));

describe("six invented incidents, every answer by hand (fixtures/six-incidents/README.md): how often", () => {
	test("by month every month is there, and counted plus left out is all", () => {
		const { rows, n, excluded } = countIncidents(dossier, { by: "month" });
		expect(rows.map(({ count }) => count)).toEqual([2, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0]);
		expect(n).toBe(4);
		expect(Object.fromEntries(excluded.map((row) => [row.reason, row.n]))).toEqual({
			aggregate_report: 1,
			other_border: 1,
		});
	});

	test("spread over its days, a closure of three days puts a third on each", () => {
		const { rows } = countIncidents(dossier, { by: "day", dates: "every_day" });
		const on = (day: string) => rows.find(({ period }) => period === day)?.count;
		expect(on("2022-03-04")).toBe(0);
		for (const day of ["2022-03-05", "2022-03-06", "2022-03-07"]) expect(on(day)).toBeCloseTo(1 / 3, 12);
		for (const day of ["2022-05-01", "2022-05-31"]) expect(on(day)).toBeCloseTo(1 / 31, 12);
	});

	test("rate of the year with Garwood's limits", () => {
		const [year] = ratesPer30Days(countIncidents(dossier, { by: "year" }));
		expect(year?.rate_per_30_days).toBeCloseTo(0.32877, 5);
		expect(year?.low).toBeCloseTo(0.08958, 4);
		expect(year?.high).toBeCloseTo(0.84177, 4);
		expect(year?.days_observed).toBe(365);
	});

	test("days between incidents known to the day", () => {
		expect(daysBetweenIncidents(dossier).rows.map(({ days }) => days)).toEqual([10, 44]);
	});
});

describe("six invented incidents, every answer by hand: where", () => {
	const { incidents, excluded } = locateIncidents(dossier);
	const by = (id: string) => incidents.find(({ incident_id }) => incident_id === id);

	test("the line is as long as its arc of the meridian", () => {
		expect(borderRuler(dossier.border).length_km).toBeCloseTo(443.654, 2);
	});

	test.each([
		["a-clash", 166.404, 9.238, "AF", "north-gate", 56.22],
		["b-fire", 277.317, 9.345, "IR", "south-gate", 111.29],
	] as const)("%s: chainage, distance, side and crossing", (id, chainage, distance, side, crossing, far) => {
		const located = by(id);
		expect(Math.abs((located?.chainage_km ?? 0) - chainage)).toBeLessThan(0.02);
		expect(Math.abs((located?.distance_km ?? 0) - distance)).toBeLessThan(0.01);
		expect(located?.side_of_line).toBe(side);
		expect(located?.nearest_crossing_id).toBe(crossing);
		expect(Math.abs((located?.crossing_distance_km ?? 0) - far)).toBeLessThan(0.05);
	});

	test("c-closure lies on the line at its crossing; d-shooting has no point", () => {
		expect(by("c-closure")?.chainage_km).toBeCloseTo(110.941, 2);
		expect(by("c-closure")?.distance_km).toBeCloseTo(0, 3);
		expect(by("c-closure")?.crossing_distance_km).toBeCloseTo(0, 3);
		expect(by("d-shooting")).toMatchObject({ chainage_km: null, distance_km: null, lat: null, lon: null });
		expect(incidents.length + excluded.reduce((sum, { n }) => sum + n, 0)).toBe(6);
	});

	test("by province and by segment, what is not named or assigned is counted", () => {
		expect(countByProvince(incidents, dossier.region)).toMatchObject([
			{ country: "AF", province: "Northland", n: 4 },
			{ country: "IR", province: "Westland", n: 3 },
			{ country: "IR", province: null, n: 1 },
		]);
		const { segments, not_assigned } = countBySegment(incidents, dossier.stretches, 443.654);
		expect(segments.map(({ segment_id, n }) => [segment_id, n])).toEqual([
			["upper-one", 2],
			["lower-two", 1],
			["end-two", 0],
		]);
		expect(not_assigned).toBe(1);
	});
});

describe("six invented incidents, every answer by hand: whose word held up", () => {
	const records = (options: Parameters<typeof judgeClaims>[1] = {}) =>
		Object.fromEntries(
			accuracyBy(judgeClaims(dossier, options), "side").map(({ group, supported, n }) => [group, `${supported}/${n}`]),
		);

	test("what becomes of each claim", () => {
		const fates = judgeClaims(dossier).map(({ reason, outcome }) => reason ?? outcome);
		expect(fates).toEqual([
			"contradicted",
			"supported",
			"circular_verdict",
			"repeat",
			"repeat",
			"collective_source",
			"other_statement",
			"unresolved",
			"unresolved",
			"contradicted",
			"supported",
			"circular_verdict",
			"supported",
			"no_answer",
			"circular_verdict",
			"circular_verdict",
			"supported",
			"contradicted",
			"supported",
			"unresolved",
		]);
	});

	test("the record of each side, by the first word and by the last", () => {
		expect(records()).toEqual({ iran_state: "2/4", taliban: "3/4", third_party: "0/0" });
		expect(records({ statement: "last" })).toEqual({ iran_state: "3/4", taliban: "3/4", third_party: "0/0" });
	});

	test("with own verdicts kept", () => {
		expect(records({ circular: "include" })).toEqual({ iran_state: "4/6", taliban: "3/4", third_party: "2/2" });
	});

	test("as of a day, without hindsight", () => {
		expect(records({ asOf: "2022-01-12" })).toEqual({ iran_state: "0/0", taliban: "0/0", third_party: "0/0" });
		expect(records({ asOf: "2022-03-31" })).toEqual({ iran_state: "1/3", taliban: "2/2", third_party: "0/0" });
		const late = judgeClaims(dossier, { asOf: "2022-12-31" });
		expect(late.filter(({ claim_id }) => claim_id === "c18" || claim_id === "c19").map(({ reason }) => reason)).toEqual(
			["verdict_undated", "verdict_undated"],
		);
		expect(late.find(({ claim_id }) => claim_id === "c17")?.reason).toBe("undated");
	});

	test("counts by outcome and by reason add up to all claims", () => {
		const claims = judgeClaims(dossier);
		expect(excludedClaims(claims)).toEqual([
			{ reason: "repeat", n: 2 },
			{ reason: "collective_source", n: 1 },
			{ reason: "no_answer", n: 1 },
			{ reason: "other_statement", n: 1 },
			{ reason: "circular_verdict", n: 4 },
		]);
		const [total] = [accuracyBy(claims, "side").reduce((sum, row) => sum + row.n + row.unresolved + row.excluded, 0)];
		expect(total).toBe(dossier.claims.length);
	});

	test("reports and origins", () => {
		const spread = reportsPerQuestion(dossier);
		expect(spread[0]).toEqual({
			proposition_id: "a.occurred",
			incident_id: "a-clash",
			reports: 7,
			original_sources: 4,
			collective_sources: 1,
			untraced_repeats: 1,
			sides: 3,
			agreeing_sources: 2,
			agreed_answer: true,
		});
		expect(spread.map(({ original_sources }) => original_sources)).toEqual([4, 2, 5, 3, 2, 1]);
	});

	test("the timeline of the most opposed question, by day, repeats after original statements, decisive claim marked", () => {
		expect(mostOpposed(dossier)?.proposition_id).toBe("a.occurred");
		const timeline = claimTimeline(dossier, "a.occurred");
		expect(timeline.rows.map(({ claim_id }) => claim_id)).toEqual(["c01", "c02", "c06", "c03", "c04", "c05", "c07"]);
		expect(timeline.answers).toEqual([
			{ answer: "yes", least: null, original_sources: 4, reports: 6 },
			{ answer: "no", least: null, original_sources: 1, reports: 1 },
		]);
		const numbers = claimTimeline(dossier, "b.killed_civilians").answers.map(({ answer, least }) => [answer, least]);
		expect(numbers).toEqual([
			["3", 3],
			["0", 0],
			["2 to 5", 2],
			["no answer", null],
		]);
		expect(mostOpposed(dossier, "d-shooting")?.proposition_id).toBe("d.occurred");
		expect(mostOpposed(dossier, "c-closure")).toBeNull();
		expect(timeline.rows.filter(({ is_decisive }) => is_decisive).map(({ claim_id }) => claim_id)).toEqual(["c03"]);
	});
});
