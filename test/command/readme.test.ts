import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { filledCodebook } from "../../src/command/readme.js";
import { ownDossier as dossier } from "../support/own-figures.js";

const codebook = readFileSync(new URL("../../data/README.md", import.meta.url), "utf8");

test("the codebook's list of files has the number of rows of each table, and nothing else of it changes", () => {
	const [first] = dossier.incidents;
	if (!first) throw new Error("no incident");
	const more = { ...dossier, incidents: [...dossier.incidents, first], claims: [] };
	const lines = codebook.split("\n");
	const changed = filledCodebook(codebook, more)
		.split("\n")
		.flatMap((line, index) => (line === lines[index] ? [] : [line]));
	expect(changed).toEqual([
		`| [incidents.csv](#incidentscsv) | an incident | ${dossier.incidents.length + 1} | CC BY 4.0 |`,
		"| [claims.csv](#claimscsv) | a source's answer to a question | 0 | CC BY 4.0 |",
	]);
});

test("a list without a table is an error that names it", () => {
	const without = codebook.replace(/^\| \[places\.csv.*\n/m, "");
	expect(() => filledCodebook(without, dossier)).toThrow("data/README.md has no row of files for places.csv");
});
