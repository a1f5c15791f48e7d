import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { borderRuler } from "../../src/location/chainage.js";
import { geodesicKm, type Point, pointTowards } from "../../src/location/geodesic.js";
import type { BorderLine } from "../../src/records/records.js";
import { ownDossier as dossier } from "../support/own-figures.js";

const bench = new URL("../fixtures/bench/geodesic-border/", import.meta.url);
const rows = <Column extends string>(file: string, _columns: readonly Column[]): Record<Column, number>[] =>
	parse(readFileSync(new URL(file, bench), "utf8"), {
		columns: true,
		cast: (cell, { header }) => (header ? cell : Number(cell)),
	});

const ruler = borderRuler(dossier.border);

describe("against published figures", () => {
	test("20 geodesics have the published lengths (Karney, GeographicLib geodesictest)", () => {
		const cases = rows("geodtest20.csv", ["lat1", "lon1", "lat2", "lon2", "s12_m"]);
		expect(cases).toHaveLength(20);
		for (const { lat1, lon1, lat2, lon2, s12_m } of cases)
			expect(geodesicKm([lon1, lat1], [lon2, lat2])).toBeCloseTo(s12_m / 1000, 9);
	});

	test("20 points lie as far from Natural Earth's line as pyproj finds, within 2 m", () => {
		const { geometry } = JSON.parse(readFileSync(new URL("af-ir-border.geojson", bench), "utf8"));
		const given: Point[] = geometry.coordinates.flat();
		const line: BorderLine = (given[0] as Point)[1] > (given.at(-1) as Point)[1] ? given : [...given].reverse();
		const other = borderRuler(line);
		// 866.8 km: the bench's README.
		expect(other.length_km).toBeCloseTo(866.8, 1);
		const points = rows("points.csv", ["lon", "lat", "distance_km", "nearest_lon", "nearest_lat"]);
		expect(points).toHaveLength(20);
		for (const { lon, lat, distance_km, nearest_lon, nearest_lat } of points) {
			const found = other.locate([lon, lat]);
			expect(Math.abs(found.distance_km - distance_km)).toBeLessThan(0.002);
			expect(geodesicKm(other.at(found.chainage_km), [nearest_lon, nearest_lat])).toBeLessThan(0.05);
		}
	});
});

test("a degree along the equator and along a meridian has the WGS84 length (111.319 491 km; 110.574 389 km from 0 to 1 N)", () => {
	expect(geodesicKm([10, 0], [11, 0])).toBeCloseTo(111.319491, 6);
	expect(geodesicKm([10, 0], [10, 1])).toBeCloseTo(110.574389, 6);
});

test("a point part of the way is as far from its start as asked", () => {
	expect(geodesicKm([61, 34], pointTowards([61, 34], [62, 31], 123.4))).toBeCloseTo(123.4, 9);
});

test("on a straight meridian line, distance, chainage and side are those of the map, by hand", () => {
	const straight = borderRuler([
		[61, 35],
		[61, 34],
		[61, 33],
	]);
	const east = straight.locate([61.01, 34]);
	expect(east.side_of_line).toBe("left");
	expect(straight.locate([60.99, 34]).side_of_line).toBe("right");
	expect(east.distance_km).toBeCloseTo(geodesicKm([61, 34], [61.01, 34]), 3);
	expect(east.chainage_km).toBeCloseTo(geodesicKm([61, 35], [61, 34]), 2);
	expect(straight.locate([61, 36]).chainage_km).toBe(0);
	expect(straight.locate([61, 32]).chainage_km).toBeCloseTo(straight.length_km, 9);
});

test("what lies on the line is at no distance, and its chainage leads back to it", () => {
	for (let km = 0; km <= ruler.length_km; km += 37.3) {
		const found = ruler.locate(ruler.at(km));
		expect(found.distance_km).toBeLessThan(0.002);
		expect(geodesicKm(ruler.at(found.chainage_km), ruler.at(km))).toBeLessThan(0.002);
	}
});

test("a point moved by some distance changes its distance to the line by no more (triangle inequality)", () => {
	for (const { lat, lon } of dossier.crossings)
		for (const [east, north] of [
			[0.05, 0],
			[-0.05, 0.02],
			[0.2, -0.1],
			[0, 0.3],
		] as const) {
			const moved: Point = [lon + east, lat + north];
			const change = ruler.locate(moved).distance_km - ruler.locate([lon, lat]).distance_km;
			expect(Math.abs(change)).toBeLessThanOrEqual(geodesicKm([lon, lat], moved) + 0.002);
		}
});

test("every Afghan or Iranian town of the gazetteer between the line's ends lies on the side of its country unless nearer than that to the line", () => {
	const towns = dossier.places.filter(
		({ lat, country, coord_status, kind }) =>
			lat !== null &&
			["AF", "IR"].includes(country.join()) &&
			coord_status === "gazetteer" &&
			["city", "town"].includes(kind),
	);
	const [north, south] = [dossier.border[0]?.[1] ?? 0, dossier.border.at(-1)?.[1] ?? 0];
	const beside = towns.filter(({ lat }) => lat !== null && lat < north && lat > south);
	const sides = beside.map(({ place_id, country, lat, lon, precision_km }) => ({
		place_id,
		country: country[0],
		precision_km: precision_km ?? 5,
		...ruler.locate([lon as number, lat as number]),
	}));
	const clear = sides.filter(({ distance_km, precision_km }) => distance_km > precision_km);
	expect(clear.length).toBeGreaterThan(4);
	const codes = { left: "AF", right: "IR" } as const;
	for (const { place_id, country, side_of_line } of clear)
		expect(`${place_id} ${codes[side_of_line]}`).toBe(`${place_id} ${country}`);
	const of = (id: string) => sides.find(({ place_id }) => place_id === id)?.side_of_line;
	expect([of("zaranj"), of("islam-qala-town"), of("zabol"), of("taybad")]).toEqual(["left", "left", "right", "right"]);
});

test("Milak and Dust Mohammad, which Natural Earth puts in Afghanistan, lie in Iran (measured on its own line)", () => {
	for (const id of ["milak-village", "dust-mohammad"]) {
		const place = dossier.places.find(({ place_id }) => place_id === id);
		const { side_of_line, signed_distance_km, distance_km } = ruler.locate([place?.lon ?? 0, place?.lat ?? 0]);
		expect([id, side_of_line]).toEqual([id, "right"]);
		expect(signed_distance_km).toBe(-distance_km);
	}
});

test("what of the line lies within a distance of a point on it begins and ends that far off, and nothing lies within less than its distance, by hand on a meridian", () => {
	const straight = borderRuler([
		[61, 35],
		[61, 33],
	]);
	const reach = straight.within([61, 34], 30);
	const middle = straight.locate([61, 34]).chainage_km;
	expect(middle - (reach?.from_km ?? 0)).toBeCloseTo(30 * 1.01, 0);
	expect((reach?.to_km ?? 0) - middle).toBeCloseTo(30 * 1.01, 0);
	expect(straight.within([62, 34], 50)).toBeNull();
});

test("the middle of every segment lies on the line, to 5 km, in the order of the file", () => {
	const middles = dossier.stretches.map(({ mid_lat, mid_lon }) => ruler.locate([mid_lon, mid_lat]));
	for (const { distance_km } of middles) expect(distance_km).toBeLessThan(5);
	const chainages = middles.map(({ chainage_km }) => chainage_km);
	expect(chainages).toEqual([...chainages].sort((a, b) => a - b));
});

test("a line of one point is refused", () => {
	expect(() => borderRuler([[61, 35]])).toThrow("a border line needs two points or more: 1");
});
