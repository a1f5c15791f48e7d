import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catalogue } from "../../src/charts/catalogue.js";
import { figureOrReason } from "../../src/charts/catalogue-entry.js";
import type { Figure } from "../../src/charts/parts/frame.js";
import { drawCharts } from "../../src/command/charts.js";
import { coarsened } from "../../src/command/coarsened.js";
import { exportData } from "../../src/command/export.js";
import { writePages } from "../../src/command/pages.js";
import { figurePage } from "../../src/draw/figure-page.js";
import { tableCsv } from "../../src/draw/table-csv.js";
import { type Dossier, filterDossier, loadDossier } from "../../src/index.js";
import { coarsenDossier } from "../../src/location/coarsen.js";
import { ownFigure } from "../support/own-figures.js";

const dossier = loadDossier();
const grid = 0.25;
const coarse = coarsenDossier(dossier, grid);
/** Each chart of the coarsened data, or the reason why there is none; computed once, because all of them take seconds. */
const coarseCharts = new Map<string, Figure | string>();
beforeAll(() => {
	for (const entry of catalogue) coarseCharts.set(entry.id, figureOrReason(entry, coarse));
});
const quiet = { say: () => {}, warn: () => {}, isInteractive: false };

/** Every name finer than a province that the data hold, three letters or more, and not a province's too. */
const provinces = new Set(dossier.incidents.flatMap(({ af_province, ir_province }) => [af_province, ir_province]));
const names = new Set(
	[
		...dossier.places.flatMap(({ name, other_names, names_fa }) => [
			name,
			name.replace(/ \(.*$/, ""),
			...other_names,
			...names_fa,
		]),
		...dossier.stretches.flatMap(({ af_district, ir_county }) => [af_district, ir_county]),
		...dossier.crossings.flatMap(({ name, af_name, ir_name }) => [name, af_name, ir_name]),
	].filter((name) => name.length > 2 && !provinces.has(name) && !["Herat", "Farah", "هرات", "فراه"].includes(name)),
);
/** Sources that can be a private person: by the codebook's types. */
const privateSources = dossier.sources.filter(({ kind }) =>
	["eyewitness", "journalist", "medical", "local_official", "social_media", "other"].includes(kind),
);
/** The two names or more that stand before what somebody is: `Abdul Satar` of "Abdul Satar, resident of Kang". */
const personIn = (name: string) => /^\p{Lu}[\p{L}-]+( \p{Lu}[\p{L}-]+)+(?=,)/u.exec(name)?.[0] ?? null;
/** The ids of questions and claims begin with that of their incident. */
const secrets = [
	...new Set(
		[
			...privateSources.flatMap(({ source_id, name, collective }) => [
				// An id of many, such as `social-media`, is a word of other ids too.
				collective ? null : source_id,
				name,
				personIn(name),
			]),
			...dossier.incidents.flatMap(({ incident_id, summary }) => [incident_id, summary]),
			...dossier.propositions.flatMap(({ text, verdict_basis }) => [text, verdict_basis]),
			...dossier.claims.flatMap(({ url, note }) => [url, (note ?? "").length > 12 ? note : null]),
			...dossier.crossings.map(({ crossing_id }) => crossing_id),
			...dossier.stretches.map(({ stretch_id }) => stretch_id),
		].filter((secret): secret is string => secret !== null && secret !== ""),
	),
];
/** Coordinates with two decimals or more, which no node of the grid has by chance. */
const coordinates = new Set(
	[...dossier.incidents, ...dossier.crossings]
		.flatMap(({ lat, lon }) => [lat, lon])
		.map((each) => `${each ?? ""}`)
		.filter((each) => /\.\d{2}/.test(each)),
);

/** What of the secrets and the finer names occurs in a text; names as whole words. */
function found(text: string): string[] {
	const words = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ")} `;
	const isIn = (name: string) =>
		words.includes(
			` ${name
				.toLowerCase()
				.replace(/[^\p{L}\p{N}]+/gu, " ")
				.trim()} `,
		);
	const numbers = new Set(text.match(/\d+\.\d+/g));
	return [
		...secrets.filter((secret) => text.includes(secret)),
		...[...coordinates].filter((each) => numbers.has(each)),
		...[...names].filter(isIn),
	];
}

test("the search itself finds them: an incident's id, a coordinate, a name in each script", () => {
	expect(secrets.length).toBeGreaterThan(1000);
	expect(found(`x ${dossier.incidents[0]?.incident_id} y`)).not.toEqual([]);
	expect(found('"lat":32.16504')).toEqual(["32.16504"]);
	expect(found("fire near Kohsan.")).toContain("Kohsan");
	expect(found("گمرک دوغارون")).toContain("دوغارون");
	expect(found("Kohsanabad")).toEqual([]);
});

describe("exported with --coarsen .25", () => {
	const folder = { path: "" };
	const files = (ending: RegExp) =>
		readdirSync(folder.path)
			.filter((file) => ending.test(file))
			.map((file) => [file, readFileSync(join(folder.path, file), "utf8")] as const);

	beforeAll(async () => {
		folder.path = mkdtempSync(join(tmpdir(), "border-incidents-"));
		await drawCharts(
			{ out: folder.path, coarsen: `${grid}`, only: ["border-map", "incidents-along-border", "claim-timeline"] },
			quiet,
		);
	}, 60_000);
	afterAll(() => rmSync(folder.path, { recursive: true, force: true }));

	test("no file holds an id, an address, a summary, a coordinate or a name finer than the grid", () => {
		// plotly.js itself is in the pages: its thousand words of code are no export.
		const exported = files(/\.(svg|csv|html|json)$/).map(
			([file, text]) => [file, text.replace(/<script>[\s\S]{200000,}?<\/script>/, "")] as const,
		);
		expect(exported.length).toBe(3 * 3 + 1);
		for (const [file, text] of exported) {
			expect(text.length).toBeGreaterThan(100);
			expect(found(text), file).toEqual([]);
		}
	});

	test.each([
		["geojson", "x.geojson"],
		["timemap", "timemap"],
		["claimreview", "x.jsonld"],
		["labels", "labels.csv"],
		["triples", "triples.csv"],
		["datapackage", "package"],
	])("export %s holds none of them either", async (format, name) => {
		const out = join(folder.path, "exports", name);
		await exportData(format, { out, coarsen: `${grid}` }, quiet);
		const written = statSync(out).isDirectory() ? readdirSync(out).map((file) => join(out, file)) : [out];
		// The border line and the codebook are the same in every export.
		for (const file of written.filter((each) => !/(border|datapackage)\./.test(each))) {
			const text = readFileSync(file, "utf8");
			expect(text.length, file).toBeGreaterThan(15);
			expect(found(text), file).toEqual([]);
		}
	});

	test("an earlier run's pages with exact places do not stay beside coarsened charts, listed in a manifest or not", async () => {
		const out = mkdtempSync(join(tmpdir(), "border-incidents-"));
		const fine = dossier.incidents[0]?.incident_id ?? "";
		mkdirSync(join(out, "incident"));
		for (const file of ["incidents.html", "heat-map.svg", "mine.html", `incident/${fine}.html`, "incident/mine.txt"])
			writeFileSync(join(out, file), fine);
		await drawCharts({ out, coarsen: `${grid}`, only: ["incidents-per-period"] }, quiet);
		expect(readdirSync(join(out, "incident"))).toEqual(["mine.txt"]);
		expect(readdirSync(out)).toContain("mine.html");
		expect(readdirSync(out)).not.toContain("incidents.html");
		expect(readdirSync(out)).not.toContain("heat-map.svg");
		rmSync(out, { recursive: true });
	});

	test("every exported point lies on the grid, and every file states it", () => {
		const rows: Record<string, string>[] = parse(readFileSync(join(folder.path, "border-map.csv")), {
			bom: true,
			columns: true,
		});
		const points = rows.flatMap(({ lat, lon }) => (lat ? [Number(lat), Number(lon)] : []));
		expect(points.length).toBeGreaterThan(50);
		for (const each of points) expect(each / grid).toBe(Math.round(each / grid));
		// The line may break between any two words.
		for (const [file, text] of files(/\.(svg|html|json)$/))
			expect(text.replace(/<br>|\\u003cbr\\u003e/g, " "), file).toContain(`places coarsened to ${grid}°`);
	});
});

test("the pages, tables and drawings of all other charts hold none of it either", () => {
	const figures = [...coarseCharts.values()].filter((figure): figure is Figure => typeof figure !== "string");
	const exported = (figure: Figure) => found(`${figurePage(figure, "")}\n${tableCsv(figure.table)}`);
	for (const figure of figures) expect(exported(figure), figure.id).toEqual([]);
	// The same charts of the whole dossier hold some of it: those that tell of single incidents or questions.
	for (const id of ["border-map", "claim-timeline"]) expect(exported(ownFigure(id)), id).not.toEqual([]);
});

/** Every page of people by its file. */
function pagesOf(from: Dossier, charts: ReadonlyMap<string, Figure | string> = new Map()): Map<string, string> {
	const pages = new Map<string, string>();
	const figures = [...charts.values()].filter((figure): figure is Figure => typeof figure !== "string");
	const undrawn = [...charts].filter(([, figure]) => typeof figure === "string") as [string, string][];
	const run = { figures, excluded: Object.fromEntries(undrawn), isOwnData: true };
	expect(writePages(from, (file, text) => pages.set(file, text), run)).toEqual({});
	return pages;
}

test("the incident pages, the incident browser and the front page hold none of it, nor do their names, data blocks and citations", () => {
	// The search finds it in the pages of the whole dossier.
	const [file = "", text = ""] = [...pagesOf(dossier)].at(0) ?? [];
	expect(found(`${file} ${text}`).length).toBeGreaterThan(5);
	const pages = pagesOf(coarse, coarseCharts);
	expect(pages.size).toBe(dossier.incidents.length + 2);
	for (const [file, text] of pages) {
		// The script of the browser is code of the kit; the border line is drawn in pixels.
		const own = text.replace(/<script>[\s\S]*?<\/script>/g, "").replace(/ d="[^"]*"/g, "");
		expect(found(`${file} ${own}`), file).toEqual([]);
		expect(own, file).toContain(`places coarsened to ${grid}°`);
	}
	const points = [...pages.values()].join(" ").matchAll(/at (-?[\d.]+)° N, (-?[\d.]+)° E/g);
	const nodes = [...points].flatMap(([, lat, lon]) => [Number(lat), Number(lon)]);
	expect(nodes.length).toBeGreaterThan(50);
	for (const each of nodes) expect(each / grid).toBe(Math.round(each / grid));
	const spots = JSON.parse(/id="rows">(.*?)<\/script>/s.exec(pages.get("incidents.html") ?? "")?.[1] ?? "").rows;
	const known = spots.flatMap(({ spot }: { spot: string | null }) =>
		spot === null ? [] : spot.split(",").map(Number),
	);
	expect(known.length).toBe(nodes.length);
	for (const each of known) expect(each / grid).toBe(Math.round(each / grid));
});

test("pages of a filtered dossier know the incidents that it keeps, and no other", () => {
	const kept = filterDossier(dossier, { kind: "armed_clash" });
	const pages = pagesOf(kept);
	expect(pages.size).toBe(kept.incidents.length + 2);
	const other = dossier.incidents.filter(({ kind }) => kind !== "armed_clash").map(({ incident_id }) => incident_id);
	expect(other.length).toBeGreaterThan(10);
	for (const [file, text] of pages) {
		expect(text, file).toContain("event type armed clash");
		// An id may begin as another does.
		const ids = new Set(text.match(/[\w-]+/g));
		expect(
			other.filter((id) => ids.has(id)),
			file,
		).toEqual([]);
	}
});

test("the rules are printed: points, places, and the types of source whose names go; a grid too wide for a district says why no point stays", () => {
	const said = (degrees: string) => {
		const lines: string[] = [];
		coarsened(dossier, degrees, (line) => lines.push(line));
		return lines;
	};
	const points = dossier.incidents.filter(({ lat }) => lat !== null);
	const fine = points.filter(({ geo_precision }) => geo_precision === "exact" || geo_precision === "locality");
	expect(said("0.25")[0]).toBe(
		`coarsened: points: ${fine.length} of ${points.length} are kept, rounded to 0.25°; the others are known to a district only`,
	);
	// At 27.37° N, the lowest of the data, half the diagonal of a cell of 0.26° is 19.3 km, of 0.27° 20.1 km; with the 5 km of a village a district has 25.
	expect(said("0.26")[0]).toContain(`${fine.length} of`);
	expect(said("0.27")[0]).toContain(
		`none of ${points.length} is kept, because a cell of 0.27° is wider than a district; the widest grid that keeps points is 0.26°`,
	);
	expect(said("0.25")[2]).toContain(
		`${privateSources.length} of ${dossier.sources.length} can be private persons (eyewitness, journalist, medical, local_official, social_media, other)`,
	);
	expect(privateSources.length).toBeGreaterThan(100);
	expect(found(`said ${privateSources[0]?.name}.`)).toContain(privateSources[0]?.name);
	expect(coarse.sources.filter(({ kind }) => kind === "eyewitness").map(({ name }) => name)).toContain("Eyewitness 1");
	expect(() => said("5")).toThrow("grid must be above 0 and at most 1 degree: 5");
});

test("the coarsened dossier as a whole holds none of it", () => {
	expect(found(JSON.stringify({ ...coarse, border: [] }))).toEqual([]);
});

test("charts that tell of single places, districts or crossings lack what they need, and say so", () => {
	const excluded = [...coarseCharts].filter(([, figure]) => typeof figure === "string").map(([id]) => id);
	expect(excluded.sort()).toEqual([
		"closure-durations",
		"crossing-timelines",
		"distance-to-crossing",
		"heat-map",
		"incidents-per-100-km",
		"kinds-by-segment",
		"share-by-segment",
	]);
});

test("counts stay: incidents, days, kinds, provinces, verdicts and answers are those of the whole dossier", () => {
	const of = ({ incidents, propositions, claims, sources, interests, verdict_basis }: Dossier) => ({
		incidents: incidents.map((row) => [row.date_start, row.kind, row.frontier, row.af_province, row.ir_province]),
		verdicts: propositions.map((row) => [row.type, row.verdict_status, row.verdict_confidence]),
		claims: claims.map((row) => [row.stance, row.published_on, row.basis, typeof row.value]),
		sources: sources.map((row) => [row.kind, row.alignment, row.collective]),
		others: [interests.length, verdict_basis.length],
	});
	expect(of(coarse)).toEqual(of(dossier));
	const ids = new Set(coarse.claims.map(({ proposition_id }) => proposition_id));
	const known = new Set(coarse.propositions.map(({ proposition_id }) => proposition_id));
	expect([...ids].filter((id) => !known.has(id))).toEqual([]);
});

test("a point moves to the nearest node, stays within 25 km of it and counts as a district; districts keep their province; a grid of .5° keeps no point, by hand", () => {
	const [before, after] = [dossier, coarse].map(({ incidents }) =>
		incidents.find(({ date_start, kind }) => date_start === "2021-07-08" && kind === "crossing_captured"),
	);
	expect([before?.lat, before?.lon]).toEqual([32.16504, 60.87347]);
	expect([after?.lat, after?.lon, after?.geo_precision]).toEqual([32.25, 60.75, "district"]);
	for (const [index, { geo_precision }] of dossier.incidents.entries())
		if (geo_precision === "district")
			expect([coarse.incidents[index]?.lat, coarse.incidents[index]?.geo_precision]).toEqual([null, "province"]);
	expect(coarsenDossier(dossier, 0.5).incidents.filter(({ lat }) => lat !== null)).toEqual([]);
	expect(() => coarsenDossier(dossier, 0)).toThrow("grid must be above 0 and at most 1 degree: 0");
});
