import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { codebook, descriptor } from "./tables.js";

const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const manifest = JSON.parse(file("package.json"));
const citation = file("CITATION.cff");

test("package.json, CITATION.cff and the data package state one version", () => {
	expect(citation).toMatch(new RegExp(`^version: ${manifest.version}$`, "m"));
	expect(descriptor.version).toBe(manifest.version);
});

test("CITATION.cff has what Citation File Format 1.2.0 asks for", () => {
	for (const key of ["cff-version: 1.2.0", "message: ", "title: ", "authors:", "type: software"])
		expect(citation).toMatch(new RegExp(`^${key}`, "m"));
	expect(citation).toMatch(/^date-released: "\d{4}-\d{2}-\d{2}"$/m);
});

test("code MIT, data CC BY 4.0, border line ODbL: the same in every file that says so", () => {
	expect(manifest.license).toBe("MIT");
	expect(file("LICENSE")).toMatch(/^MIT License\n\nCopyright \(c\) 2026 border-incidents contributors\n/);
	for (const name of ["MIT", "CC-BY-4.0", "ODbL-1.0"]) expect(citation).toContain(`\n  - ${name}\n`);
	const licencesOf = (name: string) =>
		descriptor.resources
			.find((resource: { name: string }) => resource.name === name)
			.licenses.map((licence: { name: string }) => licence.name);
	expect(licencesOf("claims")).toEqual(["CC-BY-4.0"]);
	expect(licencesOf("border")).toEqual(["ODbL-1.0"]);
	expect(licencesOf("stretches")).toEqual(["ODbL-1.0"]);
	expect(codebook).toContain("© OpenStreetMap contributors");
	expect(file("data/border.LICENSE.md")).toContain("© OpenStreetMap contributors");
});
