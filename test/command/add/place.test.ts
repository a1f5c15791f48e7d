import { describe, expect, test } from "vitest";
import { rangeOf } from "../../../src/command/add/ask-cell.js";
import { fillPlace } from "../../../src/command/add/place.js";
import { loadDossier } from "../../../src/index.js";
import { incidentId } from "../../../src/records/ids.js";
import { geoPrecisions } from "../../../src/records/records.js";

const dossier = loadDossier();
const fill = (cells: Readonly<Record<string, string>>) => fillPlace(cells, dossier);

// The expected cells are rows of places.csv and crossings.csv.
describe("the place of an incident, from the gazetteer", () => {
	test.each(["Zaranj–Milak", "پل ابریشم", "Pol-e Abrisham", "zaranj-milak"])("the crossing as %s", (place) => {
		expect(fill({ place }).cells).toEqual({
			place: "Zaranj–Milak",
			af_province: "Nimroz",
			af_district: "Zaranj",
			ir_province: "Sistan and Baluchestan",
			ir_county: "Hirmand",
			lat: "30.96555",
			lon: "61.82338",
			geo_precision: "exact",
			crossing_id: "zaranj-milak",
		});
	});

	test("the end of a crossing keeps its own name where the crossing is given", () => {
		expect(fill({ place: "میلک", crossing_id: "Milak" }).cells).toMatchObject({
			crossing_id: "zaranj-milak",
			geo_precision: "exact",
		});
		expect(fill({ place: "Milak", crossing_id: "Zaranj" }).cells.place).toBe("Milak");
	});

	test("a town is no crossing, and only its own side is filled", () => {
		const { cells, problems } = fill({ place: "Taybad" });
		expect({ cells, problems }).toEqual({
			cells: {
				place: "Taybad",
				ir_province: "Razavi Khorasan",
				ir_county: "Taybad",
				lat: "34.74",
				lon: "60.7756",
				geo_precision: "locality",
			},
			problems: [],
		});
	});

	test("homonyms are not guessed", () => {
		const { problems, filled } = fill({ place: "Islam Qala" });
		expect(filled).toEqual([]);
		expect(problems).toEqual([
			{
				path: "place",
				value: "Islam Qala",
				reason:
					"may be islam-qala-town (town) or islam-qala-dogharun (border crossing): write the id of the one that is meant",
			},
		]);
		expect(fill({ place: "Islam Qala", crossing_id: "" }).cells).toMatchObject({ lat: "34.66667", crossing_id: "" });
		expect(fill({ place: "islam-qala-town" }).cells).toMatchObject({ place: "Islam Qala", lat: "34.66667" });
	});

	test("never finer than known: no point beside a province, no more than a district from the centre of one", () => {
		expect(fill({ place: "Taybad", geo_precision: "province" }).cells).toEqual({
			place: "Taybad",
			ir_province: "Razavi Khorasan",
			geo_precision: "province",
		});
		expect(fill({ place: "Taybad", geo_precision: "border" }).cells).toEqual({
			place: "Taybad",
			geo_precision: "border",
		});
		expect(fill({ place: "Kang District" }).cells).toMatchObject({ geo_precision: "district", lat: "31.30805" });
		// A stand-in 40 km off, and a place without a point.
		expect(fill({ place: "Kalagan" }).cells).toMatchObject({ geo_precision: "district" });
		expect(fill({ place: "yazdan-border-market" }).cells).toMatchObject({
			geo_precision: "district",
			ir_county: "Zirkuh",
		});
		expect(fill({ place: "yazdan-border-market" }).cells).not.toHaveProperty("lat");
		expect(fill({ place: "Kang District", geo_precision: "exact" }).problems).toEqual([
			{
				path: "geo_precision",
				value: "exact",
				reason: "finer than places.csv knows kang-district (district): give lat and lon from the page, or district",
			},
		]);
	});

	test("property of the gazetteer: what is filled is at most as fine as the distance that places.csv states", () => {
		// The limits that the codebook and Weidmann (2015) give: 1 km for a post, 5 km for a locality.
		const limit = { exact: 1, locality: 5, district: Number.POSITIVE_INFINITY, province: 0, border: 0 };
		for (const place of dossier.places) {
			const { cells } = fill({ place: place.place_id });
			const precision = geoPrecisions.find((each) => each === cells.geo_precision) ?? "border";
			if (cells.lat !== undefined) expect(place.precision_km, place.place_id).toBeLessThanOrEqual(limit[precision]);
			else expect(place.lat, place.place_id).toBeNull();
		}
	});

	test("what a person gives stays, and a point of one's own says nothing of how fine it is", () => {
		const own = { place: "Taybad", lat: "34.7", lon: "60.9", ir_county: "", af_province: "Herat" };
		expect(fill(own).cells).toEqual({ ...own, ir_province: "Razavi Khorasan" });
	});

	test("an unknown place gives the near ones, and asks for how finely it is known", () => {
		expect(fill({ place: "Taybed" }).problems).toEqual([
			{
				path: "geo_precision",
				value: null,
				reason: "must be given, for places.csv has no place Taybed (did you mean Taybad?)",
			},
		]);
		expect(fill({ place: "a post in the hills", geo_precision: "border" })).toMatchObject({
			problems: [],
			notes: ["place: a post in the hills is not in places.csv, so nothing was filled in"],
		});
	});
});

describe("ids by the scheme of the tables", () => {
	// Rows of incidents.csv whose ids follow it.
	test.each([
		["2021-07-08-abu-nasr-farahi-crossing-captured"],
		["2021-12-01-milak-closure"],
		["2022-07-19-silk-bridge-reopening"],
		["2024-03-09-islam-qala-closure"],
	])("%s", (id) => {
		const row = dossier.incidents.find(({ incident_id }) => incident_id === id);
		const cells = Object.fromEntries(
			Object.entries(row ?? {}).map(([column, value]) => [column, value === null ? "" : String(value)]),
		);
		expect(incidentId(cells)).toBe(id);
	});

	test("without a place it is the province, without that the border; a month has no day (by hand)", () => {
		const cells = { date_start: "2024-05-01", kind: "cross_border_fire", date_precision: "month" };
		expect(incidentId({ ...cells, ir_province: "South Khorasan" })).toBe("2024-05-south-khorasan-cross-border-fire");
		expect(incidentId({ ...cells, place: "نیمروز" })).toBe("2024-05-border-cross-border-fire");
	});
});

test.each([
	["3", { value: "3" }],
	["2-5", { value_min: "2", value_max: "5" }],
	["2 – 5", { value_min: "2", value_max: "5" }],
	["2+", { value_min: "2" }],
	["-5", { value_max: "5" }],
	["0", { value: "0" }],
	["", null],
	["-", null],
	["two", null],
	["1.5", null],
	["03", null],
	["2-", null],
	["9999999999", null],
])("a number typed as %j (by hand)", (text, cells) => expect(rangeOf(text)).toEqual(cells));
