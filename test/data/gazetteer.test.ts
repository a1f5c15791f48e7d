import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { dataFile, type Row, readRows } from "./tables.js";

const stretches = readRows(dataFile("stretches.csv"));
const places = readRows(dataFile("places.csv"));
const incidents = readRows(dataFile("incidents.csv"));

test("24 stretches add up to 923 km, give or take 3 (OpenStreetMap's line)", () => {
	expect(stretches).toHaveLength(24);
	const total = stretches.reduce((sum, row) => sum + Number(row.length_km), 0);
	expect(Math.abs(total - 923)).toBeLessThanOrEqual(3);
});

test("the stretches add up to the drawn line within 0.5 %", () => {
	const total = stretches.reduce((sum, row) => sum + Number(row.length_km), 0);
	const border = JSON.parse(readFileSync(dataFile("border.geojson"), "utf8"));
	expect(Math.abs(total / border.features[0].properties.length_km - 1)).toBeLessThan(0.005);
});

test("each stretch shares its district or its county with the next: the border has no hole", () => {
	for (const [index, row] of stretches.slice(1).entries()) {
		const before = stretches[index] as Row;
		expect(row.af_district === before.af_district || row.ir_county === before.ir_county, row.stretch_id).toBe(true);
	}
});

test("ids are made of district and county, and Kang faces Hirmand for 56 km (by hand)", () => {
	const slug = (name = "") => name.toLowerCase().replaceAll(" ", "-");
	for (const row of stretches) expect(row.stretch_id).toBe(`${slug(row.af_district)}-${slug(row.ir_county)}`);
	expect(stretches.find((row) => row.stretch_id === "kang-hirmand")?.length_km).toBe("56");
});

test("incidents on the line name districts, counties and provinces as the stretches spell them", () => {
	const known = (column: string) => new Set(["", ...stretches.map((row) => row[column])]);
	for (const column of ["af_province", "af_district", "ir_province", "ir_county"]) {
		const strangers = incidents.filter((row) => row.frontier === "af-ir" && !known(column).has(row[column]));
		expect(strangers.map((row) => `${row.incident_id} ${column} ${row[column]}`)).toEqual([]);
	}
});

test("an incident that names district and county names a pair that share a stretch", () => {
	const pairs = new Set(stretches.map((row) => `${row.af_district} ${row.ir_county}`));
	const strangers = incidents.filter(
		(row) => row.af_district && row.ir_county && !pairs.has(`${row.af_district} ${row.ir_county}`),
	);
	expect(strangers.map((row) => row.incident_id)).toEqual([]);
});

test("a place has a point and a precision, or is said to have none", () => {
	for (const row of places) {
		const blanks = [row.lat, row.lon, row.precision_km].map((cell) => cell === "");
		expect(blanks, row.place_id).toEqual(Array(3).fill(row.coord_status === "unknown"));
	}
});

test("a crossing of crossings.csv is the same place in places.csv, within 10 m", () => {
	for (const crossing of readRows(dataFile("crossings.csv"))) {
		const place = places.find((row) => row.place_id === crossing.crossing_id);
		expect(Number(place?.lat)).toBeCloseTo(Number(crossing.lat), 4);
		expect(Number(place?.lon)).toBeCloseTo(Number(crossing.lon), 4);
	}
});

test("names in Persian script stand in names_fa, names in Latin letters beside them", () => {
	for (const row of places) {
		expect(`${row.name}${row.other_names}`, row.place_id).not.toMatch(/\p{Script=Arabic}/u);
		expect(row.names_fa, row.place_id).not.toMatch(/\p{Script=Latin}/u);
	}
});
