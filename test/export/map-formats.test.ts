import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { borderMap } from "../../src/charts/location/border-map.js";
import { loadDossier } from "../../src/index.js";
import { command } from "../command/here.js";
import { payloads } from "../hostile.js";
import { scratchData, scratchFolder } from "../scratch.js";

const fixture = fileURLToPath(new URL("../fixtures/six-incidents", import.meta.url));

// biome-ignore lint/suspicious/noExplicitAny: JSON is read as another program reads it
type Json = any;

async function exported(format: string, name: string, ...words: string[]) {
	const out = join(scratchFolder(), name);
	const said = await command("export", format, "--out", out, ...words);
	expect(said).toMatchObject({ code: 0, err: "" });
	return { out, said: said.out };
}
const json = (path: string): Json => JSON.parse(readFileSync(path, "utf8"));

/** What RFC 7946 asks of a FeatureCollection of points: sections 3.1.1, 3.1.2, 3.2, 3.3, 4 and 7.1. */
function rfc7946Problems(collection: Json): string[] {
	const problems: string[] = [];
	if (collection.type !== "FeatureCollection" || !Array.isArray(collection.features)) problems.push("no collection");
	for (const name of ["crs", "coordinates", "geometries", "geometry", "properties"])
		if (name in collection) problems.push(`collection has ${name}`);
	for (const { type, id, geometry, properties, ...others } of collection.features) {
		if (type !== "Feature") problems.push(`${id}: ${type}`);
		if (typeof id !== "string" && typeof id !== "number") problems.push("id is neither string nor number");
		if (properties !== null && typeof properties !== "object") problems.push(`${id}: properties`);
		for (const name of ["coordinates", "geometries", "features", "crs"])
			if (name in others) problems.push(`${id}: ${name}`);
		if (geometry === null) continue;
		const [lon, lat, ...rest] = geometry.coordinates;
		if (geometry.type !== "Point" || rest.length > 1) problems.push(`${id}: no point`);
		if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) problems.push(`${id}: ${lon}, ${lat}`);
	}
	return problems;
}

describe("GeoJSON", () => {
	test("is valid by RFC 7946; every incident is there, those without a point with null geometry", async () => {
		const { out, said } = await exported("geojson", "x.geojson", "--data", fixture);
		const collection = json(out);
		expect(rfc7946Problems(collection)).toEqual([]);
		expect(collection.features.map(({ id, geometry }: Json) => [id, geometry?.coordinates ?? null])).toEqual([
			["a-clash", [61.1, 34]],
			["b-fire", [60.9, 33]],
			["c-closure", [61, 34.5]],
			["d-shooting", null],
			["e-tally", null],
			["f-raid", [62, 28]],
		]);
		expect(said).toContain("2 of 6 incidents have no point: their geometry is null.");
		expect(collection.features[0].properties).toMatchObject({
			kind: "armed_clash",
			geo_precision: "exact",
			radius_km: 1,
			occurred: "confirmed",
			side_of_line: "AF",
		});
		expect(collection.features[3].properties).toMatchObject({ geo_precision: "province", radius_km: null });
		expect(collection.edition).toMatchObject({ filter: null, observed_from: "2022-01-01" });
	});

	test("coordinates have the digits that are known, and a side only where the radius does not cross the line (by hand)", async () => {
		const { folder, edit } = scratchData(fixture);
		// The border is the meridian of 61° E; at 33° a tenth of a degree is 9.3 km, 0.3 are 28 km.
		edit("incidents.csv", (text) =>
			text
				.replace("34.0,61.1,exact", "34.01234,61.10006,exact")
				.replace("33.0,60.9,locality", "33.01234,60.94999,locality")
				.replace("34.5,61.0,exact", "34.51234,61.3,district"),
		);
		const of = async (...words: string[]) => {
			const { features } = json((await exported("geojson", "x.geojson", "--data", folder, ...words)).out);
			return features.map(({ id, geometry, properties }: Json) => [id, geometry?.coordinates, properties.side_of_line]);
		};
		expect((await of()).slice(0, 3)).toEqual([
			["a-clash", [61.1, 34.012], "AF"],
			["b-fire", [60.95, 33.01], null],
			["c-closure", [61.3, 34.5], "AF"],
		]);
		edit("incidents.csv", (text) => text.replace("61.3,district", "61.2,district"));
		expect((await of())[2]).toEqual(["c-closure", [61.2, 34.5], null]);
		// On the grid of --coarsen, as it is: .25° has two decimals.
		expect((await of("--coarsen", "0.25"))[0]).toEqual(["incident-0001", [61, 34], null]);
	});

	test("the table of the border map has the same digits and sides", async () => {
		const { folder, edit } = scratchData(fixture);
		edit("incidents.csv", (text) => text.replace("33.0,60.9,locality", "33.01234,60.94999,locality"));
		const rows = borderMap(loadDossier(folder)).table;
		expect(rows.map(({ incident_id, lon, lat, side_of_line }) => [incident_id, lon, lat, side_of_line])).toEqual([
			["a-clash", 61.1, 34, "AF"],
			["b-fire", 60.95, 33.01, null],
			["c-closure", 61, 34.5, null],
			["d-shooting", null, null, null],
		]);
	});

	test("the filters of charts", async () => {
		const { out, said } = await exported("geojson", "x.geojson", "--data", fixture, "--kind", "armed_clash");
		expect(json(out).features.map(({ id }: Json) => id)).toEqual(["a-clash"]);
		expect(json(out).edition.filter).toBe("event type armed clash");
		expect(said).toContain("filter: event type armed clash (1 of 6 incidents)");
	});

	test("hostile text comes out as text", async () => {
		const { folder, edit } = scratchData(fixture);
		const hostile = payloads.join(" ");
		edit("incidents.csv", (text) => text.replace("Invented: an armed clash.", `"${hostile.replaceAll('"', '""')}"`));
		const { out } = await exported("geojson", "x.geojson", "--data", folder);
		expect(json(out).features[0].properties.summary).toBe(hostile);
	});
});

describe("TimeMap", () => {
	/** Fields of the schemas of forensic-architecture/timemap and bellingcat/ukraine-timemap (`src/reducers/validate`). */
	const allowed = {
		events:
			"id description date time time_precision location latitude longitude type category category_full associations sources comments time_display",
		sources: "id title thumbnail paths type affil_s url description parent author date notes",
		associations: "id title desc mode colour type display filter_paths",
	};

	test("events, sources and associations have the fields of its schemas, texts, and ids that are there", async () => {
		const { out } = await exported("timemap", "timemap", "--data", fixture);
		const [events, sources, associations] = ["events", "sources", "associations"].map((name) =>
			json(join(out, `${name}.json`)),
		);
		const unknown = (rows: Json[], fields: string) =>
			rows.flatMap((row) => Object.keys(row).filter((key) => !fields.split(" ").includes(key)));
		expect(unknown(events, allowed.events)).toEqual([]);
		expect(unknown(Object.values(sources), allowed.sources)).toEqual([]);
		expect(unknown(associations, allowed.associations)).toEqual([]);
		const ids = new Set(associations.map(({ id }: Json) => id));
		for (const { associations: own, sources: pages, ...texts } of events) {
			for (const text of Object.values(texts)) expect(text).toBeTypeOf("string");
			expect(texts.date).toMatch(/^\d\d\/\d\d\/\d{4}$/);
			expect(own.filter((id: string) => !ids.has(id))).toEqual([]);
			expect(pages.filter((id: string) => !(id in sources))).toEqual([]);
		}
		for (const { id, paths } of Object.values(sources) as Json[])
			expect([typeof id, Array.isArray(paths)]).toEqual(["string", true]);
		expect(events[0]).toMatchObject({
			id: "a-clash",
			date: "01/10/2022",
			latitude: "34",
			longitude: "61.1",
			type: "Armed clashes",
			associations: ["kind:armed_clash", "occurred:confirmed"],
			sources: ["c01", "c02", "c03", "c04", "c05", "c06", "c07", "c08", "c09"],
		});
		// Known to a month and a province: no place on the map, and the month is not passed off as a day.
		expect(events[3]).toMatchObject({
			latitude: "",
			longitude: "",
			location: "Northland",
			time_precision: "month",
			time_display: "some day of the month from 2022-05-01",
		});
		expect(sources.c08).toMatchObject({
			author: "Invented State Agency",
			description: "How many guards were killed? 2",
			date: "2022-01-11",
		});
		// c14 gives no answer.
		expect(Object.keys(sources)).toHaveLength(19);
	});
});

describe("ClaimReview", () => {
	/** Properties of schema.org 29.0 that are used here, by type, those of the types above each among them. */
	const properties: Readonly<Record<string, string>> = {
		ClaimReview: "claimReviewed itemReviewed reviewRating author datePublished url version",
		Claim: "author datePublished appearance firstAppearance name",
		CreativeWork: "url name",
		Rating: "ratingValue bestRating worstRating alternateName ratingExplanation",
		Organization: "name url",
		Person: "name url",
	};

	function problemsIn(thing: Json): string[] {
		const { "@type": type, ...rest } = thing;
		const known = properties[type]?.split(" ");
		if (known === undefined) return [`unknown type ${type}`];
		return Object.entries(rest).flatMap(([name, value]) => [
			...(known.includes(name) ? [] : [`${type}.${name}`]),
			...[value].flat().flatMap((each) => (each !== null && typeof each === "object" ? problemsIn(each) : [])),
		]);
	}

	test("one review for each answer to a resolved question, with the types of schema.org; --site makes addresses whole", async () => {
		const { out, said } = await exported(
			"claimreview",
			"x.jsonld",
			"--data",
			fixture,
			"--site",
			"https://example.org/charts",
		);
		const { "@context": context, "@graph": graph } = json(out);
		expect(context).toBe("https://schema.org");
		expect(graph.flatMap(problemsIn)).toEqual([]);
		// a.occurred yes and no; b.killed_civilians 0, 2 to 5 and 3; c.closed yes; d.occurred yes and no.
		expect(graph).toHaveLength(8);
		expect(said).toContain("8 answers to resolved questions.");
		expect(graph[0].url).toBe("https://example.org/charts/incident/a-clash.html");
		const relative = await exported("claimreview", "x.jsonld", "--data", fixture);
		expect(json(relative.out)["@graph"][0].url).toBe("incident/a-clash.html");
	});
});

test("hostile text comes out as text in TimeMap and ClaimReview too", async () => {
	const { folder, edit } = scratchData(fixture);
	const hostile = payloads.join(" ");
	const cell = `"${hostile.replaceAll('"', '""')}"`;
	edit("incidents.csv", (text) => text.replace("Invented: an armed clash.", cell));
	edit("propositions.csv", (text) => text.replace("Was there a clash?", cell));
	edit("sources.csv", (text) => text.replace("Invented Local Paper", cell));
	const { out } = await exported("timemap", "timemap", "--data", folder);
	expect(json(join(out, "events.json"))[0].description).toBe(hostile);
	expect(json(join(out, "sources.json")).c03).toMatchObject({ title: hostile, description: `${hostile} yes` });
	const reviews = json((await exported("claimreview", "x.jsonld", "--data", folder)).out)["@graph"];
	expect(reviews[1].claimReviewed).toBe(`${hostile} yes`);
	expect(JSON.stringify(reviews[1].itemReviewed.author)).toContain(JSON.stringify(hostile));
});

describe("wrong words", () => {
	test.each([
		[["geojsn", "--out", "x.geojson"], "unknown format: geojsn (did you mean geojson?)"],
		[["geojson", "--out", "x.json"], "geojson is one file: --out needs a name that ends with .geojson: x.json"],
		[
			["geojson", "--out", "x.geojson", "--kind", "armed_clsh"],
			"unknown event type: armed_clsh (did you mean armed_clash?)",
		],
		[["geojson", "--out", "x.geojson", "--coarsen", "7"], "grid must be above 0 and at most 1 degree: 7"],
		[
			["claimreview", "--out", "x.jsonld", "--site", "javascript:x"],
			"--site needs an address that begins with https:// and not: javascript:x",
		],
		[["geojson"], "required option '--out <name>' not specified"],
	])("%j", async (words, message) => {
		const { code, err } = await command("export", ...words);
		expect(code).toBe(2);
		expect(err).toContain(message);
	});

	test("a folder with files in it is left as it is", async () => {
		const { folder } = scratchData(fixture);
		const { code, err } = await command("export", "timemap", "--data", fixture, "--out", folder);
		expect(code).toBe(1);
		expect(err).toContain("is not empty");
	});
});
