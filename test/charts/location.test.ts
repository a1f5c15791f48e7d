import { describe, expect, test } from "vitest";
import { locationFigures } from "../../src/command/catalogue-location.js";
import { type Dossier, loadDossier } from "../../src/index.js";

const dossier = loadDossier();
const draw = (id: string, of: Dossier = dossier) => {
	const entry = locationFigures.find((each) => each.id === id);
	if (!entry) throw new Error(`no chart ${id}`);
	return entry.draw(of);
};
const ids = locationFigures.map(({ id }) => id);
const single = dossier.incidents.filter(({ aggregate, frontier }) => !aggregate && frontier === "af-ir");
const fine = single.filter(({ lat, geo_precision }) => lat !== null && !["province", "border"].includes(geo_precision));

describe.each(ids)("%s", (id) => {
	const figure = draw(id);

	test("tells in its caption how many incidents there are, and what was left out", () => {
		expect(figure.caption).toContain(`n = ${single.length} incidents`);
		expect(figure.caption).toContain("Left out: 3 tallies over months");
		expect(figure.caption).toContain("9 that face Pakistan");
	});

	test("credits the border line where it is drawn or measured against", () => {
		if (["border-map", "border-ribbon", "distance-to-crossing"].includes(id))
			expect(figure.source).toContain("© OpenStreetMap contributors (ODbL)");
	});

	test("shows a hostile name letter by letter", () => {
		const bad = "<img src=x onerror=alert(1)>";
		const spoilt: Dossier = {
			...dossier,
			incidents: dossier.incidents.map((each) => ({
				...each,
				place: bad,
				af_province: bad,
				ir_province: bad,
				af_district: bad,
				ir_county: bad,
			})),
			crossings: dossier.crossings.map((each) => ({ ...each, name: bad })),
			places: dossier.places.map((each) => ({ ...each, name: bad, names_fa: [bad] })),
			stretches: dossier.stretches.map((each) => ({ ...each, af_district: bad, ir_county: bad })),
		};
		const { data, layout } = draw(id, spoilt);
		expect(JSON.stringify([data, layout])).not.toContain("<img");
	});

	test("can be drawn of a dossier without incidents, in words that hold", () => {
		const { title, caption, alt } = draw(id, { ...dossier, incidents: [] });
		expect([title, caption, alt].join(" ")).not.toMatch(/undefined|NaN|Infinity|null/);
	});
});

test("on map and ribbon, what is drawn and what is counted as too coarse add up to all incidents", () => {
	const coarse = single.length - fine.length;
	expect(draw("border-map").caption).toContain(`${fine.length} drawn, ${coarse} known too coarsely`);
	expect(draw("border-ribbon").caption).toContain(`${fine.length} placed, ${coarse} known too coarsely`);
	expect(draw("border-map").table).toHaveLength(single.length);
	expect(draw("border-ribbon").table).toHaveLength(fine.length);
	const { ticktext = [] } = (draw("border-ribbon").layout.xaxis ?? {}) as { ticktext?: string[] };
	const unplaced = ticktext.map((text) => Number(/\+ (\d+)$/.exec(text)?.[1]));
	expect(unplaced.reduce((sum, n) => sum + n, 0)).toBe(coarse);
});

test("the map asks for no base layer, and its box is stated", () => {
	const { geo } = draw("border-map").layout;
	expect(geo).toMatchObject({ visible: false, showland: false, showcoastlines: false, showcountries: false });
	expect(geo?.lonaxis?.range).toHaveLength(2);
	expect(geo?.lataxis?.range).toHaveLength(2);
});

test("the title of stretches names a highest one only where its interval lies above all it is compared with", () => {
	const rows = draw("incidents-per-100-km").table.filter(({ can_be_compared }) => can_be_compared);
	const [first, ...others] = rows.sort((a, b) => Number(b.per_100_km) - Number(a.per_100_km));
	const isApart = others.every(({ high }) => Number(high) < Number(first?.low));
	expect(draw("incidents-per-100-km").title.includes("above each other")).toBe(isApart);
});
