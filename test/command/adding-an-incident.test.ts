import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { catalogue } from "../../src/charts/catalogue.js";
import { figureOrReason } from "../../src/charts/catalogue-entry.js";
import { loadDossier } from "../../src/index.js";
import { scratchData, scratchFolder } from "../scratch.js";
import { ownDossier } from "../support/own-figures.js";
import { command } from "./here.js";

const incident_id = "2024-05-02-invented-cross-border-fire";
const proposition_id = `${incident_id}.occurred`;
const day = "2024-05-02";

/** The kit's own data with one incident more, written as the README tells: a question, a new source, two claims, a verdict. */
function withOneMore() {
	const data = scratchData();
	const known = ownDossier.sources[0]?.source_id ?? "";
	data.append("incidents.csv", {
		incident_id,
		date_start: day,
		date_end: day,
		date_precision: "day",
		kind: "cross_border_fire",
		frontier: "af-ir",
		aggregate: "false",
		place: "",
		af_province: "Nimroz",
		af_district: "",
		ir_province: "Sistan and Baluchestan",
		ir_county: "",
		lat: "",
		lon: "",
		geo_precision: "province",
		crossing_id: "",
		side_a: "Iranian border guards",
		side_b: "Taliban",
		summary: "Invented for a test: shots across the border.",
	});
	data.append("sources.csv", {
		source_id: "invented-source",
		name: "Invented source",
		kind: "journalist",
		country: "AF",
		alignment: "independent",
		parent_id: "",
		collective: "false",
		url: "",
		note: "",
	});
	data.append("propositions.csv", {
		proposition_id,
		incident_id,
		key: "occurred",
		text: "Were shots fired across the border?",
		type: "boolean",
		categories: "",
		verdict_status: "confirmed",
		verdict_value: "true",
		verdict_confidence: "moderate",
		verdict_basis: "One source saw it, and the other does not deny it.",
		verdict_decided_on: day,
	});
	const claim = { proposition_id, reported_by: "", via_source_id: "", value_min: "", value_max: "", published_on: day };
	const page = { url: "https://example.org/", read: "page", note: "" };
	data.append("claims.csv", {
		...claim,
		...page,
		claim_id: `${proposition_id}.c01`,
		source_id: "invented-source",
		stance: "asserts",
		value: "true",
		basis: "eyewitness",
	});
	data.append("claims.csv", {
		...claim,
		...page,
		claim_id: `${proposition_id}.c02`,
		source_id: known,
		stance: "repeats",
		value: "true",
		basis: "unknown",
	});
	data.append("verdict_basis.csv", { proposition_id, claim_id: `${proposition_id}.c01` });
	for (const [value, favours] of [
		["true", "taliban"],
		["false", "iran_state"],
	] as const)
		data.append("interests.csv", { proposition_id, value, favours });
	return data.folder;
}

/** How many rows `check` says that each table has. */
const rowsOf = (out: string) =>
	Object.fromEntries(
		[...(out.split("\n")[0] ?? "").matchAll(/([\d,]+) ([a-z_]+)/g)].map(([, n = "", table = ""]) => [table, Number(n)]),
	);

describe("an incident that is added as the README tells breaks nothing", () => {
	test("check finds no problem and counts one row more, or two", async () => {
		const { code, out, err } = await command("check", "--data", withOneMore());
		expect({ code, err }).toEqual({ code: 0, err: "" });
		const [before, after] = [rowsOf((await command("check")).out), rowsOf(out)];
		const more = Object.entries(after).map(([table, n]) => [table, n - (before[table] ?? 0)]);
		expect(Object.fromEntries(more.filter(([, n]) => n !== 0))).toEqual({
			sources: 1,
			incidents: 1,
			propositions: 1,
			claims: 2,
			verdict_basis: 1,
			interests: 2,
		});
	});

	test("every chart still has what it needs, and the command draws with the new fingerprint", async () => {
		const data = withOneMore();
		const dossier = loadDossier(data);
		expect(dossier.fingerprint).not.toBe(ownDossier.fingerprint);
		for (const entry of catalogue) expect(figureOrReason(entry, dossier), entry.id).toBeTypeOf("object");
		const out = join(scratchFolder(), "charts");
		const ids = catalogue.slice(0, 2).map(({ id }) => id);
		expect(await command("charts", "--data", data, "--out", out, "--only", ...ids)).toMatchObject({ code: 0, err: "" });
		for (const id of ids) expect(readFileSync(join(out, `${id}.svg`), "utf8")).toContain(dossier.fingerprint);
	}, 300_000);
});
