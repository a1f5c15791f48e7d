import { afterAll, describe, expect, test } from "vitest";
import { catalogue } from "../../src/charts/catalogue.js";
import { figureOrReason } from "../../src/charts/catalogue-entry.js";
import { glossaryOf } from "../../src/charts/glossary.js";
import { loadDossier } from "../../src/load/dossier.js";
import { borderRuler } from "../../src/location/chainage.js";
import { locationSummary } from "../../src/location/summary.js";
import type { Dossier } from "../../src/records/records.js";
import { otherBorderFolder } from "../support/other-border.js";

/** Names of the kit's own border, which no text about another one may have. */
const ownNames = /Afghan|Iran|Taliban|Turkmen|Pakistan|Herat|Nimr[ou]z|Farah|Khorasan|OpenStreetMap/;

const drawn = (dossier: Dossier) =>
	catalogue
		.filter(({ subject }) => subject !== "reliability")
		.map((entry) => ({ id: entry.id, result: figureOrReason(entry, dossier) }));

const noClaim = "no source has answered any question yet";

const reasonsOf = (results: ReturnType<typeof drawn>) =>
	Object.fromEntries(results.flatMap(({ id, result }) => (typeof result === "string" ? [[id, result]] : [])));

describe("incidents alone, on another border", () => {
	const { folder, line } = otherBorderFolder({ whenDone: afterAll });
	const { dossier, problems, notes } = loadDossier(folder, { onProblem: "report" });

	const results = drawn(dossier);

	test("load without a problem; what is absent is said in a line each", () => {
		expect(problems).toEqual([]);
		expect(dossier.incidents).toHaveLength(30);
		expect(notes).toEqual([
			"not in the folder, so without rows: sources.csv, propositions.csv, claims.csv, verdict_basis.csv, interests.csv, crossings.csv, stretches.csv and places.csv",
			"observation.csv is not in the folder: the observed period is that of the incidents, 2022-01-05 to 2023-04-14; rates are too high if more days were searched",
		]);
	});

	test("every chart of how often and where is drawn, but those of claims and crossings, which say why", () => {
		expect(reasonsOf(results)).toEqual({
			"source-coverage": noClaim,
			"incidents-by-verification-status": noClaim,
			"distance-to-crossing": "no crossing is named in crossings.csv",
			"crossing-timelines": "no crossing is named in crossings.csv",
			"closure-durations": "no crossing is named in crossings.csv",
		});
	});

	test("no text, label or number has a name of the kit's own border; the maps hold the line", () => {
		for (const { id, result } of results) {
			if (typeof result === "string") continue;
			expect(JSON.stringify(result).match(ownNames), id).toBeNull();
			expect(result.source).toContain("data on the Belarus–Poland border");
			const geo = (result.layout as { geo?: { lonaxis: { range: number[] }; lataxis: { range: number[] } } }).geo;
			if (!geo) continue;
			// Poland and Belarus meet between 23.1 and 24.0 degrees east and 51.5 and 54.0 degrees north.
			const [[west = 0, east = 0], [south = 0, north = 0]] = [geo.lonaxis.range, geo.lataxis.range];
			expect(west < 23.1 && east > 24.0 && south < 51.5 && north > 54.0, id).toBe(true);
			expect(north - south, id).toBeLessThan(5);
		}
		expect(JSON.stringify([glossaryOf(dossier.region), locationSummary(dossier)])).not.toMatch(ownNames);
	});

	test("chainage begins at the end in the north, and Belarus is left of the line", () => {
		const ruler = borderRuler(line);
		expect(ruler.locate(line[0] as [number, number]).chainage_km).toBeCloseTo(0, 3);
		// The statistical offices give 398 to 418 km; at 1:50 million it is shorter.
		expect(ruler.length_km).toBeGreaterThan(300);
		expect(ruler.length_km).toBeLessThan(418);
		// Grodno and Brest lie in Belarus, Białystok and Lublin in Poland.
		const sideOf = (lon: number, lat: number) => ruler.locate([lon, lat]).side_of_line;
		expect([sideOf(23.83, 53.68), sideOf(23.7, 52.1)]).toEqual(["left", "left"]);
		expect([sideOf(23.16, 53.13), sideOf(22.57, 51.25)]).toEqual(["right", "right"]);
	});

	test("without segments the line is divided into equal parts, named by their kilometres", () => {
		const figure = results.find(({ id }) => id === "incidents-per-100-km")?.result;
		if (typeof figure !== "object") throw new Error(`not drawn: ${figure}`);
		const { length_km } = borderRuler(line);
		const lengths = figure.table.map((row) => Number(row.length_km));
		expect(new Set(lengths).size).toBe(1);
		expect(lengths.reduce((sum, km) => sum + km, 0)).toBeCloseTo(length_km, 0);
		expect(figure.table[0]?.segment_id).toMatch(/^km-0-\d+$/);
	});
});

test("with crossings, closures and their ends all charts of where are drawn", () => {
	const { folder } = otherBorderFolder({ withCrossings: true });
	const results = drawn(loadDossier(folder));
	expect(reasonsOf(results)).toEqual({ "source-coverage": noClaim, "incidents-by-verification-status": noClaim });
	for (const { id, result } of results) expect(JSON.stringify(result).match(ownNames), id).toBeNull();
});

test("without a border line: maps and provinces are drawn, and what needs the line says so", () => {
	const { folder } = otherBorderFolder({ withLine: false, withCrossings: true });
	const { dossier, problems, notes } = loadDossier(folder, { onProblem: "report" });
	expect(problems).toEqual([]);
	expect(notes).toContain("border.geojson is not in the folder: charts that need the border line are not drawn");
	const reason = "there is no border line: border.geojson is not in the data folder";
	expect(reasonsOf(drawn(dossier))).toEqual({
		"source-coverage": noClaim,
		"incidents-by-verification-status": noClaim,
		"incidents-along-border": reason,
		"incidents-along-border-by-year": reason,
		"incidents-per-100-km": reason,
		"share-by-segment": reason,
		"kinds-by-segment": reason,
		"distance-to-crossing": reason,
	});
	expect(locationSummary(dossier).sentences.at(-1)).toBe(
		"The data have no border line: positions along it are not known.",
	);
});
