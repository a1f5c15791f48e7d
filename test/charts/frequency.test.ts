import { describe, expect, test } from "vitest";
import { frequencyCharts } from "../../src/charts/frequency/list.js";
import { countIncidents } from "../../src/frequency/counts.js";
import { loadDossier } from "../../src/load/dossier.js";
import { claim, dossierOf, incident, source } from "../frequency/dossier.js";

const dossier = loadDossier();
const n = countIncidents(dossier, { by: "month" }).n;
const single = dossierOf([incident({ date_start: "2021-05-01" })], {
	sources: [source("a", "taliban", "AF")],
	claims: [claim("a", "2021-05-02")],
});
const broken = /undefined|NaN|Infinity|null|\[object| {2}/;

describe.each(frequencyCharts)("$id", ({ id, draw }) => {
	const figure = draw(dossier);

	test("is plain data with its own id, words and an alternative text that is a sentence", () => {
		expect(figure.id).toBe(id);
		expect(figure.subject).toBe("frequency");
		expect(JSON.parse(JSON.stringify(figure))).toEqual(figure);
		expect([figure.title, figure.subtitle, figure.caption, figure.alt].join(" ")).not.toMatch(broken);
		expect(figure.alt).toMatch(/^\p{Lu}.*\d.*\.$/su);
		expect(figure.alt.length).toBeLessThan(700);
	});

	test("says what was left out", () => expect(figure.caption).toContain("that face Pakistan"));

	test("keeps its words on a dossier of one incident and one claim", () => {
		const { title, subtitle, caption, alt, table } = draw(single);
		expect([title, subtitle, caption, alt].join(" ")).not.toMatch(broken);
		for (const row of table)
			for (const cell of Object.values(row)) if (typeof cell === "number") expect(Number.isFinite(cell)).toBe(true);
	});
});

test.each([
	"incidents-per-month",
	"incidents-by-kind",
	"incidents-by-standing",
	"rate-per-year",
	"running-total",
	"who-was-watching",
])("the numbers behind %s add up to the incidents counted", (id) => {
	const table = frequencyCharts.find((each) => each.id === id)?.draw(dossier).table ?? [];
	expect(table.reduce((sum, { incidents }) => sum + Number(incidents), 0)).toBeCloseTo(n, 9);
});

test("the probabilities of either panel of change-of-rate add up to 1", () => {
	const table = frequencyCharts.find(({ id }) => id === "change-of-rate")?.draw(dossier).table ?? [];
	for (const exposure of ["days", "active_sources"]) {
		const own = table.filter((row) => row.exposure === exposure);
		expect(own.reduce((sum, { probability }) => sum + Number(probability), 0)).toBeCloseTo(1, 9);
	}
});
