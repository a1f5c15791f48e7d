import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { expect, test } from "vitest";
import { catalogue } from "../../src/charts/catalogue.js";
import { drawSvg } from "../../src/draw/svg.js";
import { loadDossier } from "../../src/load/dossier.js";
import { type TableName, tables } from "../../src/load/tables.js";
import { seeded } from "../../src/statistics/random.js";
import { shuffle } from "../../src/statistics/shuffle.js";
import { scratchData } from "../scratch.js";
import { ownDossier, ownFigure } from "../support/own-figures.js";

/** The kit's own data with the rows of every table in another order. */
function shuffledData(seed: number) {
	const { folder, path, edit } = scratchData();
	const random = seeded(seed);
	for (const name of Object.keys(tables) as TableName[]) {
		const [header = [], ...rows]: string[][] = parse(readFileSync(path(`${name}.csv`)));
		edit(`${name}.csv`, () => stringify([header, ...shuffle(rows, random)]));
	}
	return { folder, path };
}

test.each([1, 2, 3])("the rows of every table in another order (seed %i) make the same dossier", (seed) => {
	const { folder, path } = shuffledData(seed);
	expect(readFileSync(path("claims.csv"), "utf8")).not.toBe(
		readFileSync(new URL("../../data/claims.csv", import.meta.url), "utf8"),
	);
	const { fingerprint, ...rest } = loadDossier(folder);
	const { fingerprint: own, ...expected } = ownDossier;
	expect(fingerprint).not.toBe(own);
	expect(JSON.stringify(rest)).toBe(JSON.stringify(expected));
});

test("and with it the same figures, tables and drawings: charts that sort, sum and resample among them", async () => {
	const shuffled = { ...loadDossier(shuffledData(4).folder), fingerprint: ownDossier.fingerprint };
	for (const id of ["border-map", "share-by-segment", "claim-timeline", "truth-methods"]) {
		const figure = catalogue.find((entry) => entry.id === id)?.draw(shuffled);
		expect(figure, id).toEqual(ownFigure(id));
		if (figure && id === "share-by-segment") expect(await drawSvg(figure)).toBe(await drawSvg(ownFigure(id)));
	}
});

test("incidents come by day, segments from north to south, questions and claims by id (by hand)", () => {
	const { incidents, stretches, claims } = loadDossier(shuffledData(5).folder);
	expect(incidents[0]?.date_start).toBe(incidents.map(({ date_start }) => date_start).sort()[0]);
	expect(stretches.map(({ stretch_id }) => stretch_id).slice(0, 2)).toEqual([
		"gulran-salehabad",
		"gulran-torbat-e-jam",
	]);
	expect(claims.map(({ claim_id }) => claim_id)).toEqual(claims.map(({ claim_id }) => claim_id).sort());
});
