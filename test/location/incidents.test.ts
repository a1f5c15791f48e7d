import { expect, test } from "vitest";
import { assignSegments, countByProvince, countBySegment, segmentDispersion } from "../../src/location/areas.js";
import { countByChainage } from "../../src/location/bins.js";
import { borderRuler } from "../../src/location/chainage.js";
import { countWithin, crossingsAlong } from "../../src/location/crossings.js";
import { locateIncidents, nearestCrossing } from "../../src/location/incidents.js";
import type { Dossier, Incident } from "../../src/records/records.js";
import { ownDossier as dossier } from "../support/own-figures.js";

const { incidents, excluded } = locateIncidents(dossier);
const { length_km } = borderRuler(dossier.border);
const total = (rows: readonly { readonly n: number }[]) => rows.reduce((sum, { n }) => sum + n, 0);

/** A dossier whose only incidents are copies of the first one, changed. */
const only = (...changes: readonly Partial<Incident>[]): Dossier => ({
	...dossier,
	incidents: changes.map((change, index) => ({
		...(dossier.incidents[0] as Incident),
		incident_id: `made-up-${index}`,
		aggregate: false,
		frontier: "af-ir" as const,
		...change,
	})),
});

test("every incident is located once or excluded for a reason", () => {
	expect(incidents.length + total(excluded)).toBe(dossier.incidents.length);
	expect(new Set(incidents.map(({ incident_id }) => incident_id)).size).toBe(incidents.length);
	expect(excluded).toEqual([
		{ reason: "aggregate_report", n: dossier.incidents.filter(({ aggregate }) => aggregate).length },
		{
			reason: "other_border",
			n: dossier.incidents.filter(({ aggregate, frontier }) => !aggregate && frontier === "ir-pk").length,
		},
	]);
});

test("what is known to a province or to the border gets no point, even where its row holds coordinates", () => {
	const made = locateIncidents(
		only({ lat: 34, lon: 61, geo_precision: "province" }, { lat: 34, lon: 61, geo_precision: "border" }),
	);
	for (const { lat, lon, distance_km, chainage_km, side_of_line, crossing_distance_km, radius_km } of made.incidents)
		expect([lat, lon, distance_km, chainage_km, side_of_line, crossing_distance_km, radius_km]).toEqual(
			Array(7).fill(null),
		);
	for (const { geo_precision, lat } of incidents)
		if (geo_precision === "province" || geo_precision === "border") expect(lat).toBeNull();
});

test("crossings follow one another from north to south within 0.5 km of the line (Islam Qala, Abu Nasr Farahi, Zaranj: any atlas)", () => {
	const along = crossingsAlong(dossier);
	expect(along.map(({ crossing_id }) => crossing_id)).toEqual([
		"islam-qala-dogharun",
		"abu-nasr-farahi-mahirud",
		"zaranj-milak",
	]);
	expect(along.map(({ lat }) => lat)).toEqual(along.map(({ lat }) => lat).sort((a, b) => b - a));
	for (const { distance_km } of along) expect(distance_km).toBeLessThan(0.5);
	expect(along[0]?.name_fa).toBe("اسلام قلعه – دوغارون");
});

test("an incident at a crossing is nearest to that crossing, at no distance", () => {
	for (const { crossing_id, lat, lon } of dossier.crossings)
		expect(nearestCrossing([lon, lat], dossier.crossings)).toEqual({ crossing_id, distance_km: 0 });
	expect(nearestCrossing([61, 34], [])).toBeNull();
});

test("stretches add up to 923 km, within 3 (geoBoundaries, measured apart)", () => {
	const sum = dossier.stretches.reduce((km, each) => km + each.length_km, 0);
	expect(Math.abs(sum - 923)).toBeLessThanOrEqual(3);
	expect(Math.abs(length_km - sum)).toBeLessThanOrEqual(3);
});

test("segments and those not assigned, provinces of either side, and sections of the line add up", () => {
	const { segments, not_assigned } = countBySegment(incidents, dossier.stretches, length_km);
	expect(total(segments) + not_assigned).toBe(incidents.length);
	const provinces = countByProvince(incidents, dossier.region);
	for (const side of ["AF", "IR"])
		expect(total(provinces.filter(({ country }) => country === side))).toBe(incidents.length);
	const bins = countByChainage(incidents, length_km);
	expect(total(bins)).toBe(incidents.filter(({ lat }) => lat !== null).length);
	expect(bins.at(-1)?.to_km).toBeCloseTo(length_km, 9);
	for (const [index, { from_km }] of bins.entries()) expect(from_km).toBeCloseTo(bins[index - 1]?.to_km ?? 0, 9);
});

test("a segment's rate is its count for 100 km with Garwood's limits (5 on 50 km: 3.247 to 23.337, R 4.2.2 poisson.test)", () => {
	const stretch = { ...dossier.stretches[3], stretch_id: "one", length_km: 50 } as (typeof dossier.stretches)[number];
	const here = { af_district: stretch.af_district, ir_county: stretch.ir_county };
	const five = locateIncidents(only(here, here, here, here, here)).incidents;
	const row = countBySegment(five, [stretch], 50).segments[0];
	expect(row).toMatchObject({ n: 5, per_100_km: 10, can_be_compared: true });
	expect(row?.low).toBeCloseTo(3.24697, 4);
	expect(row?.high).toBeCloseTo(23.33666, 4);
	expect(countBySegment(five.slice(1), [stretch], 50).segments[0]?.can_be_compared).toBe(false);
	expect(countBySegment(five.slice(1), [stretch], 50, { minimum: 4 }).segments[0]?.can_be_compared).toBe(true);
	// Allowing for a dispersion of 2: as many as 2.5 incidents of Poisson, times 2 (R: 2 * qchisq(c(.025, .975), c(5, 7)) / 2).
	const clustered = countBySegment(five, [stretch], 50, { dispersion: 2 }).segments[0];
	expect(clustered?.overdispersed_low).toBeCloseTo(2 * 0.831212, 3);
	expect(clustered?.overdispersed_high).toBeCloseTo(2 * 16.012764, 3);
	expect(row).toMatchObject({ overdispersed_low: row?.low, overdispersed_high: row?.high });
});

test("one name alone gives a segment only where the segment is no shorter than the place is uncertain: Kang 56 km for 25 km, Zabol half a kilometre not, by hand", () => {
	const middle = { lat: 31.2, lon: 61.75, geo_precision: "district" as const, crossing_id: null };
	const made = locateIncidents(
		only(
			{ ...middle, af_district: "Kang", ir_county: null },
			{ ...middle, af_district: null, ir_county: "Zabol" },
			{ ...middle, af_district: "Zaranj", ir_county: "Zabol" },
			{ ...middle, af_district: "Kang", ir_county: null, geo_precision: "province" },
		),
	);
	expect(assignSegments(made.incidents, dossier.stretches, length_km)).toEqual([
		"kang-hirmand",
		null,
		"zaranj-zabol",
		null,
	]);
});

test("an incident known to a district or finer is counted within d − r at most and d + r at least, by hand", () => {
	const [crossing] = dossier.crossings;
	const at = { lat: crossing?.lat ?? 0, lon: crossing?.lon ?? 0 };
	const made = locateIncidents(only({ ...at, geo_precision: "exact" }, { ...at, geo_precision: "district" }));
	const rows = countWithin(made.incidents, dossier, [0, 1, 24, 25]);
	expect(rows.map(({ at_least, as_placed, at_most, n }) => [at_least, as_placed, at_most, n])).toEqual([
		[0, 2, 2, 2],
		[1, 2, 2, 2],
		[1, 2, 2, 2],
		[2, 2, 2, 2],
	]);
});

test("counts within a distance grow with it, and three crossings cover about six times the distance of the line", () => {
	const rows = countWithin(incidents, dossier, [0, 5, 10, 25, 100, 1000]);
	for (const [index, row] of rows.entries()) {
		expect(row.at_least).toBeLessThanOrEqual(row.as_placed);
		expect(row.as_placed).toBeLessThanOrEqual(row.at_most);
		expect(row.as_placed).toBeGreaterThanOrEqual(rows[index - 1]?.as_placed ?? 0);
	}
	expect(rows.at(-1)).toMatchObject({ at_least: rows[0]?.n, at_most: rows[0]?.n, share_of_line: 1 });
	// A winding line has more of itself within a distance than a straight one.
	const share = rows[2]?.share_of_line ?? 0;
	expect(share).toBeGreaterThanOrEqual(0.98 * (60 / length_km));
	expect(share).toBeLessThan(1.5 * (60 / length_km));
});

test("distances below zero and sections without width are refused", () => {
	expect(() => countWithin(incidents, dossier, [-1])).toThrow("distance must be 0 or more km: -1");
	expect(() => countByChainage(incidents, length_km, 0)).toThrow("width must be above 0 km: 0");
});

test("an incident outside the observed period is not located: the incidents are those of every other chart", () => {
	const made = only({}, { date_start: "2010-01-01", date_end: "2010-01-01" });
	const located = locateIncidents(made);
	expect(located.incidents).toHaveLength(1);
	expect(located.excluded).toEqual([{ reason: "outside_period", n: 1 }]);
});

test("monthly counts of a segment vary as much as said: 4 incidents in one of 12 months, by hand 11 × 4 / 11 = 4, spaced evenly 0", () => {
	const [stretch] = dossier.stretches;
	const here = { af_district: stretch?.af_district ?? "", ir_county: stretch?.ir_county ?? "" };
	const of = (months: readonly string[]) => {
		const made = {
			...only(...months.map((month) => ({ ...here, date_start: `${month}-10`, date_end: `${month}-10` }))),
		};
		const observation = { ...made.observation, observed_from: "2022-01-01", observed_to: "2022-12-31" };
		const { incidents: own } = locateIncidents({ ...made, observation });
		return segmentDispersion(own, dossier.stretches, length_km, observation);
	};
	// With months of one length: (4 − 1/3)² / (1/3) + 11 × 1/3 = 44, over 11 degrees. Months of 28 to 31 days change it little.
	expect(of(["2022-04", "2022-04", "2022-04", "2022-04"])).toBeCloseTo(4, 0);
	expect(of(Array.from({ length: 12 }, (_, month) => `2022-${String(month + 1).padStart(2, "0")}`))).toBeLessThan(0.01);
	expect(of([])).toBe(1);
});
