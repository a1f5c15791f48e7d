import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { borderRuler } from "../../src/location/chainage.js";
import { densityAlong } from "../../src/location/density.js";
import { densityByYear, differenceAlong, driftBetweenYears } from "../../src/location/differences-along.js";
import { geodesicKm, type Point, pointAt } from "../../src/location/geodesic.js";
import { type LocatedIncident, locateIncidents } from "../../src/location/incidents.js";
import { rangesOf, samplePlaces } from "../../src/location/sampled-places.js";
import type { GeoPrecision } from "../../src/records/records.js";
import { ownDossier as dossier } from "../support/own-figures.js";

const ruler = borderRuler(dossier.border);
const { incidents } = locateIncidents(dossier);
const places = samplePlaces(incidents, dossier);
const ranges = rangesOf(places, dossier);

/** An incident made up at a point. */
const at = ([lon, lat]: Point, geo_precision: GeoPrecision, incident_id = "made-up"): LocatedIncident => {
	const [first] = dossier.incidents;
	if (!first) throw new Error("no incident");
	const changed = { ...first, incident_id, lon, lat, geo_precision, aggregate: false, frontier: "af-ir" as const };
	return locateIncidents({ ...dossier, incidents: [changed] }).incidents[0] as LocatedIncident;
};
const radius = { exact: 1, locality: 5, district: 25 } as const;

test("positions lie within the radius, half of them within r/√2 and a quarter within r/2, as over an even disc", () => {
	const [place] = samplePlaces([at([61.3, 33], "district")], dossier, { samples: 2000 });
	const distances = place?.positions.map((each) => geodesicKm([61.3, 33], each.point)) ?? [];
	expect(Math.max(...distances)).toBeLessThanOrEqual(25 + 1e-9);
	const share = (within: number) => distances.filter((each) => each <= within).length / distances.length;
	expect(share(25 / Math.SQRT2)).toBeCloseTo(0.5, 1);
	expect(share(12.5)).toBeCloseTo(0.25, 1);
});

test("an incident's positions are the same alone, among others and again; another incident at the same point has others", () => {
	const [first] = incidents.filter(({ lat }) => lat !== null);
	expect(samplePlaces([first as LocatedIncident], dossier)[0]).toEqual(
		places.find(({ incident_id }) => incident_id === first?.incident_id),
	);
	const twins = samplePlaces([at([61, 33], "exact", "one"), at([61, 33], "exact", "two")], dossier);
	expect(twins[0]?.positions[0]).not.toEqual(twins[1]?.positions[0]);
});

test("places known to a province or the border only are never sampled", () => {
	expect(places).toHaveLength(incidents.filter(({ lat }) => lat !== null).length);
	expect(samplePlaces([at([61, 33], "province"), at([61, 33], "border")], dossier)).toEqual([]);
});

test("on a straight border, the distance of a point 40 km off, known to 25 km, has median near 40 and limits 15 and 65, by hand", () => {
	const meridian = { ...dossier, border: [61, 61, 61].map((lon, index) => [lon, 36 - 3 * index] as const) };
	const incident = { ...at([61.4, 33], "district") };
	const d = geodesicKm([61.4, 33], [61, 33]);
	const [row] = rangesOf(samplePlaces([incident], meridian), meridian);
	expect(row?.distance_median_km).toBeGreaterThan(d - 4);
	expect(row?.distance_median_km).toBeLessThan(d + 4);
	expect(row?.distance_least_km).toBeCloseTo(d - 25, 1);
	expect(row?.distance_most_km).toBeCloseTo(d + 25, 1);
	// 95 % of an even disc lie within .9 of the radius across, one side and the other (circular segments).
	expect(Math.abs((row?.distance_high_km ?? 0) - (d + 0.89 * 25))).toBeLessThan(2.5);
	expect(row?.share_on_left_side).toBe(1);
});

describe("moving a point within its radius", () => {
	// A little inside the ends: beyond them the line has no side.
	const moves = fc.record({
		km: fc.double({ min: 0, max: ruler.length_km, noNaN: true }),
		off: fc.double({ min: -60, max: 60, noNaN: true }),
		precision: fc.constantFrom<keyof typeof radius>("exact", "locality", "district"),
		bearing: fc.double({ min: 0, max: 360, noNaN: true }),
		part: fc.double({ min: 0, max: 1, noNaN: true }),
	});

	test("never moves its distance or its position along the border past their limits (500 random places and moves)", () => {
		fc.assert(
			fc.property(moves, ({ km, off, precision, bearing, part }) => {
				const point = pointAt(ruler.at(km), off < 0 ? 270 : 90, Math.abs(off));
				const [range] = rangesOf(samplePlaces([at(point, precision)], dossier, { samples: 1 }), dossier);
				if (!range) return false;
				const moved = ruler.locate(pointAt(point, bearing, part * radius[precision]));
				const slack = 0.002;
				return (
					moved.signed_distance_km >= range.distance_least_km - slack &&
					moved.signed_distance_km <= range.distance_most_km + slack &&
					moved.chainage_km >= range.chainage_least_km - slack &&
					moved.chainage_km <= range.chainage_most_km + slack
				);
			}),
			{ numRuns: 500, seed: 4 },
		);
	});

	test("leaves it within the 95 % interval about 95 times in a hundred (new samples, over all placed incidents)", () => {
		const rows = places.flatMap(({ incident_id, point, radius_km }, index) => {
			const range = ranges[index];
			return [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((u) =>
				[15, 60, 105, 150, 195, 240, 285, 330].map((bearing) => {
					const { chainage_km } = ruler.locate(pointAt(point, bearing, radius_km * Math.sqrt(u)));
					expect(range?.incident_id).toBe(incident_id);
					return chainage_km >= (range?.chainage_low_km ?? 0) && chainage_km <= (range?.chainage_high_km ?? 0);
				}),
			);
		});
		const share = rows.filter(Boolean).length / rows.length;
		expect(share).toBeGreaterThan(0.9);
		expect(share).toBeLessThan(0.99);
	});

	test("never leaves the limits by a draw, and limits hold the interval", () => {
		for (const row of ranges) {
			expect(row.chainage_least_km).toBeLessThanOrEqual(row.chainage_low_km + 0.002);
			expect(row.chainage_low_km).toBeLessThanOrEqual(row.chainage_median_km);
			expect(row.chainage_median_km).toBeLessThanOrEqual(row.chainage_high_km);
			expect(row.chainage_high_km).toBeLessThanOrEqual(row.chainage_most_km + 0.002);
			expect(row.distance_least_km).toBeLessThanOrEqual(row.distance_low_km + 0.002);
			expect(row.distance_high_km).toBeLessThanOrEqual(row.distance_most_km + 0.002);
		}
	});
});

describe("density along the border", () => {
	const rows = densityAlong(places, ruler.length_km);
	const area = rows
		.slice(1)
		.reduce(
			(sum, row, index) =>
				sum +
				(((row.per_100_km + (rows[index]?.per_100_km ?? 0)) / 2) *
					(row.chainage_km - (rows[index]?.chainage_km ?? 0))) /
					100,
			0,
		);

	test("adds up to the number of placed incidents over the line", () => {
		expect(area).toBeCloseTo(places.length, 1);
		expect(rows[0]?.chainage_km).toBe(0);
		expect(rows.at(-1)?.chainage_km).toBeCloseTo(ruler.length_km, 9);
	});

	test("lies within its limits, and an empty place has an upper limit that is not 0", () => {
		for (const { low, per_100_km, high } of rows) {
			expect(low).toBeLessThanOrEqual(per_100_km);
			expect(per_100_km).toBeLessThan(high);
			expect(high).toBeGreaterThan(5);
		}
	});

	test("one exact incident in the middle stands 100 / (25 √2π) = 1.596 high; known to 25 km, the uncertainty is added: 100 / (√(25² + 25²/4) √2π) = 1.427 on a straight line, by hand", () => {
		const km = 460;
		const meridian = { ...dossier, border: [61, 61].map((lon, index) => [lon, 36 - 8 * index] as const) };
		const straight = borderRuler(meridian.border);
		const top = (precision: GeoPrecision) => {
			const places = samplePlaces([at(straight.at(km), precision)], meridian, { samples: 1000 });
			const curve = densityAlong(places, straight.length_km, { step_km: 4 });
			return Math.max(...curve.map(({ per_100_km }) => per_100_km));
		};
		expect(top("exact")).toBeCloseTo(1.596, 2);
		// A disc's positions along a line have variance r²/4; their shape is not Gaussian, so to a fiftieth.
		expect(Math.abs(top("district") / 1.427 - 1)).toBeLessThan(0.02);
	});

	test("by year adds up to the whole, position by position", () => {
		const years = densityByYear(places, ruler.length_km);
		expect(years.reduce((sum, { n }) => sum + n, 0)).toBe(places.length);
		for (const [index, row] of rows.entries())
			expect(years.reduce((sum, { density }) => sum + (density[index]?.per_100_km ?? 0), 0)).toBeCloseTo(
				row.per_100_km,
				9,
			);
	});

	test("a step or a bandwidth without length is refused, and so are no samples", () => {
		expect(() => densityAlong(places, 924, { step_km: 0 })).toThrow("step must be above 0 km: 0");
		expect(() => densityAlong(places, 924, { bandwidth_km: 0 })).toThrow("bandwidth must be above 0: 0");
		expect(() => samplePlaces(incidents, dossier, { samples: 0 })).toThrow("samples must be a whole number above 0: 0");
	});
});

describe("drift between years", () => {
	const years = ["2021", "2022", "2023"];
	const made = (kmOf: (year: number, index: number) => number) =>
		samplePlaces(
			years.flatMap((year, which) =>
				Array.from({ length: 8 }, (_, index) => ({
					...at(ruler.at(kmOf(which, index)), "exact", `${year}-${index}`),
					date_start: `${year}-05-01`,
				})),
			),
			dossier,
			{ samples: 20 },
		);

	test("is found where incidents move 200 km a year, and not where every year has the same places (built so)", () => {
		expect(driftBetweenYears(made((year, index) => 100 + 200 * year + 5 * index))?.p).toBeLessThan(0.01);
		expect(driftBetweenYears(made((_, index) => 100 + 90 * index))?.p).toBeGreaterThan(0.9);
	});

	test("counts an episode once: 3 armed incidents a week apart at one place are 1, a closure there or a month later is another (by hand)", () => {
		const here = ruler.at(400);
		const made = (id: string, kind: (typeof incidents)[number]["kind"], date_start: string) => ({
			...at(here, "exact", id),
			kind,
			date_start,
		});
		const run = samplePlaces(
			[
				made("a", "armed_clash", "2022-01-01"),
				made("b", "armed_clash", "2022-01-08"),
				made("c", "armed_clash", "2022-01-15"),
				made("d", "closure", "2022-01-15"),
				made("e", "armed_clash", "2022-03-15"),
				{ ...at(ruler.at(600), "exact", "f"), kind: "armed_clash" as const, date_start: "2022-01-15" },
				made("g", "closure", "2022-06-01"),
			],
			dossier,
			{ samples: 5 },
		);
		const count = (days: number) => differenceAlong(run, ({ kind }) => kind, { episodeDays: days, permutations: 9 })?.n;
		expect([count(0), count(6), count(7), count(14), count(60)]).toEqual([7, 7, 5, 5, 4]);
		expect(() => differenceAlong(run, ({ kind }) => kind, { episodeDays: -1 })).toThrow(
			"episodeDays must be 0 or more: -1",
		);
	});

	test("is the same on every run, and cannot be tested within one year", () => {
		expect(driftBetweenYears(places)).toEqual(driftBetweenYears(places));
		expect(driftBetweenYears(places.slice(0, 3))).toBeNull();
		expect(driftBetweenYears([])).toBeNull();
	});
});
