import { expect, test } from "vitest";
import { bibtexText, citationOf } from "../../src/pages/citation.js";
import { six } from "../six-readings.js";

const edition = { version: "1.2.0", released: "2026-03-31", author: "border-incidents contributors" };
const dossier = { ...six, fingerprint: "0123456789ab" };

test("the sentence has author, year, title, version, data and page", () => {
	expect(citationOf("Armed clash: Kang", "incident/kang.html", edition, dossier).text).toBe(
		"border-incidents contributors (2026). Armed clash: Kang. border-incidents 1.2.0, data 0123456789ab, incident/kang.html.",
	);
	expect(citationOf("Where?", "index.html", edition, dossier).text).toContain("(2026). Where? border-incidents");
});

test("BibTeX and CSL say the same, and no sign of a title is a command of TeX", () => {
	const { bibtex, csl } = citationOf("50 % of {A & B}", "incident/a b.html", edition, dossier);
	expect(bibtex.split("\n")).toEqual([
		"@misc{border-incidents:a-b,",
		"  author = {{border-incidents contributors}},",
		"  title = {{50 \\% of \\{A \\& B\\}}},",
		"  year = {2026},",
		"  version = {1.2.0},",
		"  note = {border-incidents, data 0123456789ab, incident/a b.html}",
		"}",
	]);
	expect(JSON.parse(csl)).toMatchObject([
		{
			title: "50 % of {A & B}",
			author: [{ literal: "border-incidents contributors" }],
			issued: { "date-parts": [[2026, 3, 31]] },
		},
	]);
	expect(bibtexText("\\input{x}_^~#$")).toBe(
		"\\textbackslash input\\{x\\}\\_\\textasciicircum \\textasciitilde \\#\\$",
	);
});

test("data of a reader's own: no author and no year, in any form", () => {
	const own = citationOf("Where?", "index.html", { ...edition, author: null }, dossier);
	expect(own.text).toBe("Where? border-incidents 1.2.0, data 0123456789ab, index.html.");
	expect(own.bibtex).not.toMatch(/author|year|contributors/);
	expect(Object.keys(JSON.parse(own.csl)[0])).toEqual(["id", "type", "title", "version", "note"]);
});
