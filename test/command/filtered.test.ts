import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { catalogue } from "../../src/charts/catalogue.js";
import { loadDossier } from "../../src/load/dossier.js";
import { filterDossier } from "../../src/load/filter.js";
import { scratchFolder } from "../scratch.js";
import { command } from "./here.js";

const six = fileURLToPath(new URL("../fixtures/six-incidents", import.meta.url));
const id = catalogue.find((entry) => /^incidents-per-(month|period)$/.test(entry.id))?.id ?? "";
const charts = (...words: string[]) => command("charts", "--data", six, "--only", id, ...words);
const manifest = (out: string) => JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));

describe("charts of a part of the data", () => {
	test("every option of a filter is one of filterDossier's, and several words or options add up", async () => {
		const out = scratchFolder();
		const words = [
			...["--kind", "armed_clash", "cross_border_fire", "--kind", "closure"],
			...["--from", "2022-01-05", "--to", "2022-11-30", "--province", "northland", "--province", "WESTLAND"],
			...["--side", "taliban", "--frontier", "af-ir", "--min-sources", "2", "--status", "confirmed", "not_asked"],
		];
		const { code, out: told, err } = await charts("--out", out, ...words);
		expect({ code, err }).toEqual({ code: 0, err: "" });
		const { filter } = filterDossier(loadDossier(six), {
			kind: ["armed_clash", "cross_border_fire", "closure"],
			from: "2022-01-05",
			to: "2022-11-30",
			province: ["Northland", "Westland"],
			side: "taliban",
			frontier: "af-ir",
			min_sources: 2,
			status: ["confirmed", "not_asked"],
		});
		expect(told.split("\n")).toContain(`filter: ${filter?.text} (3 of 6 incidents)`);
		expect(manifest(out).filter).toBe(filter?.text);
		// The drawing breaks its subtitle into lines.
		const svg = readFileSync(join(out, `${id}.svg`), "utf8")
			.replaceAll(/<[^>]+>|\s+/g, " ")
			.replaceAll(/ +/g, " ");
		expect(svg).toContain("Filter: event type armed clash or cross border fire");
	});

	test("a crossing is named by its id, and --json tells the filter", async () => {
		const out = scratchFolder();
		const { code, out: told } = await charts("--out", out, "--crossing", "north-gate", "--json");
		expect(code).toBe(0);
		expect(JSON.parse(told)).toMatchObject({ filter: "crossing North Gate" });
	});

	test("without a filter the manifest names none", async () => {
		const out = scratchFolder();
		expect((await charts("--out", out)).code).toBe(0);
		expect(manifest(out)).not.toHaveProperty("filter");
	});

	test("charts of another filter are drawn anew, and those of the same are up to date", async () => {
		const out = scratchFolder();
		// Of the one incident on the other border no chart can be drawn, so that a full run is quick.
		const all = (...words: string[]) => command("charts", "--data", six, "--out", out, ...words);
		expect((await all("--kind", "detention")).out).toMatch(/^filter: event type detention \(0 of 6 incidents\)$/m);
		expect((await all("--kind", "detention")).out).toMatch(/^charts are up to date in /);
		expect((await all("--kind", "smuggling_clash")).out).toMatch(/^filter: event type smuggling clash \(0 of 6/m);
		expect(Object.keys(manifest(out).excluded)).toHaveLength(catalogue.length);
	});

	test.each([
		[["--kind", "armed_clsh"], "unknown event type: armed_clsh (did you mean armed_clash?)"],
		[["--crossing", "zaranj"], "unknown crossing: zaranj (known: north-gate, south-gate)"],
		[["--province", "Norhtland"], "unknown province: Norhtland (did you mean Northland?)"],
		[["--side", "talibn"], "unknown side: talibn (did you mean taliban?)"],
		[["--status", "confirmd"], "unknown status: confirmd (did you mean confirmed?)"],
		[["--frontier", "af-irn"], "unknown border: af-irn (did you mean af-ir?)"],
		[["--from", "soon"], "from is not a day: soon (write it as 2023-01-31)"],
		[["--from", "2022-03-01", "--to", "2022-02-01"], "from is after to: 2022-03-01, 2022-02-01"],
		[["--min-sources", "two"], "min_sources is not a whole number of at least 1: two"],
		[["--min-sources", ""], "min_sources is not a whole number of at least 1: "],
		// Coarsened data name no crossing: a filter must not tell where an incident was.
		[["--coarsen", "0.25", "--crossing", "north-gate"], "unknown crossing: north-gate (these data name none)"],
	])("%j ends with 2 and writes nothing", async (words, message) => {
		const out = scratchFolder();
		expect(await charts("--out", out, ...words)).toEqual({ code: 2, out: "", err: message });
		expect(readdirSync(out)).toEqual([]);
	});

	test("a misspelt option is told with the nearest", async () => {
		const { code, err } = await charts("--provnce", "x");
		expect(code).toBe(2);
		expect(err).toContain("Did you mean --province?");
	});
});
