import { describe, expect, test } from "vitest";
import { catalogue } from "../../src/charts/catalogue.js";
import { colours, type Figure, frame } from "../../src/charts/parts/frame.js";
import { plot } from "../../src/draw/plot.js";
import { restyle, type Style } from "../../src/draw/restyle.js";
import { toSvg } from "../../src/draw/save.js";
import { filterDossier } from "../../src/load/filter.js";
import { ownDossier as dossier, ownFigure } from "../support/own-figures.js";

const provenance = {
	fingerprint: "abc",
	filter: null,
	observed_from: "2022-01-01",
	observed_to: "2022-12-31",
	border: "border",
};
const text = { title: "A finding", subtitle: "A unit", caption: "n = 2.", notes: ["A note."], alt: "A. B." };
const made = (filter: string | null = null): Figure =>
	frame(
		{
			id: "made",
			subject: "frequency",
			data: [
				{ type: "bar", x: ["a"], y: [1], marker: { color: colours.incident }, textfont: { size: 10 } },
				{ type: "bar", x: ["a"], y: [2], marker: { color: [colours.taliban, "rgba(213, 94, 0, 0.3)"] } },
			],
			layout: {
				xaxis: { tickfont: { size: 11 } },
				annotations: [{ text: "own", x: 0, y: 0, font: { size: 12, color: colours.taliban } }],
				margin: { l: 100, r: 30, t: 20, b: 50 },
			},
			plotHeight: 300,
			table: [{ a: 1 }],
		},
		text,
		{ ...provenance, filter },
	);
const words = (figure: Figure) =>
	Object.fromEntries((figure.layout.annotations ?? []).map((each) => [each.name ?? "own", each]));

describe("restyle", () => {
	test("nothing asked, nothing changed; the figure given stays as it is", () => {
		const figure = made("province Nimroz");
		const before = structuredClone(figure);
		expect(restyle(figure, {})).toEqual(figure);
		restyle(figure, { title: "Another", colors: { incident: "#000000" }, fontSize: 20, width: 700 });
		expect(figure).toEqual(before);
	});

	test.each(catalogue)("$id: laid out anew it is what it was", ({ id }) => {
		const figure = ownFigure(id);
		expect(restyle(figure, {})).toEqual(figure);
		const back = restyle(restyle(figure, { title: "Another" }), { title: figure.title });
		expect(back).toEqual(figure);
	});

	test("title and subtitle take the room that they need", () => {
		const figure = restyle(made(), { title: "long words ".repeat(20).trim(), subtitle: "another unit" });
		const lines = String(words(figure)["figure-title"]?.text).split("<br>").length;
		expect(lines).toBeGreaterThan(1);
		const more = (figure.layout.margin?.t ?? 0) - (made().layout.margin?.t ?? 0);
		expect(Math.abs(more - (lines - 1) * 19 * 1.35)).toBeLessThanOrEqual(1);
		expect(figure.title).toMatch(/^long words/);
		expect(words(figure)["figure-subtitle"]?.text).toBe("another unit");
		expect(Object.keys(words(figure)).sort()).toEqual(["figure-caption", "figure-subtitle", "figure-title", "own"]);
		expect(figure.layout.annotations).toHaveLength(4);
	});

	test("a filter stays in the subtitle, whatever else stands there", () => {
		expect(restyle(made("province Nimroz"), { subtitle: "mine" }).subtitle).toBe("mine. Filter: province Nimroz");
		expect(restyle(made("province Nimroz"), { subtitle: "" }).subtitle).toBe("Filter: province Nimroz");
	});

	test("width and height are those of the whole figure", () => {
		const { layout } = restyle(made(), { width: 500, height: 700 });
		expect([layout.width, layout.height]).toEqual([500, 700]);
		expect(restyle(restyle(made(), { height: 700 }), { title: "b ".repeat(200).trim() }).room.plotHeight).toBe(
			restyle(made(), { height: 700 }).room.plotHeight,
		);
	});

	test("colours by the kit's names change wherever they stand, in paler shades too", () => {
		const { data, layout } = restyle(made(), { colors: { taliban: "#123456" } });
		expect(JSON.stringify([data, layout])).not.toContain(colours.taliban);
		expect(data).toMatchObject([
			{ marker: { color: colours.incident } },
			{ marker: { color: ["#123456", "rgba(18,52,86, 0.3)"] } },
		]);
		expect(layout.annotations?.[0]).toMatchObject({ font: { color: "#123456" } });
	});

	test("a list takes the place of the colours of the data in their order", () => {
		expect(restyle(made(), { colors: ["#000001", "#000002"] }).data).toMatchObject([
			{ marker: { color: "#000001" } },
			{ marker: { color: ["#000002", "rgba(0,0,2, 0.3)"] } },
		]);
	});

	test("two colours can change places", () => {
		const { data } = restyle(made(), { colors: { taliban: colours.incident, incident: colours.taliban } });
		expect(data).toMatchObject([
			{ marker: { color: colours.taliban } },
			{ marker: { color: [colours.incident, expect.anything()] } },
		]);
	});

	test("all letters grow together", () => {
		const { data, layout } = restyle(made(), { fontSize: 18 });
		expect(data[0]).toMatchObject({ textfont: { size: 15 } });
		expect(layout).toMatchObject({ font: { size: 18 }, xaxis: { tickfont: { size: 16.5 } } });
		expect(words(restyle(made(), { fontSize: 18 }))["figure-title"]?.font?.size).toBe(28.5);
		expect(restyle(restyle(made(), { fontSize: 24 }), { fontSize: 12 })).toEqual(made());
	});

	test.each<[object, string]>([
		[{ colour: [] }, "unknown style: colour (did you mean colors?)"],
		[{ colors: { talibn: "#000000" } }, "unknown colour name: talibn (did you mean taliban?)"],
		[{ colors: ["red"] }, "not a colour: red (write it as #d55e00)"],
		[{ colors: ["#000000", "#000000", "#000000"] }, "3 colours for a chart whose data have 2"],
		[{ width: 100 }, "width is too small for this chart: 100 (at least 190)"],
		[{ width: Number.NaN }, "width is not a number of pixels: NaN"],
		[{ height: 20 }, "height is too small for this chart: 20 (at least 255)"],
		[{ fontSize: 100 }, "fontSize is too large: 100 (at most 40)"],
		[{ title: " " }, "title is empty: a chart says what it shows"],
	])("%o is refused", (style, message) =>
		expect(() => restyle(made(), style as Style)).toThrow(new RangeError(message)),
	);

	test("a restyled chart is drawn", async () => {
		const svg = await toSvg(restyle(made(), { title: "<b>Mine</b>", width: 640, fontSize: 14 }));
		expect(svg).toMatch(/^<svg [^>]*width="640"/);
		expect(svg).toContain("&lt;b&gt;Mine&lt;/b&gt;");
	});
});

describe("plot", () => {
	const points = { title: "Two points", data: [{ x: [1, 2], y: [3, Number.NaN] }] };

	test("has all that a chart of the kit has", () => {
		const figure = plot({ ...points, subtitle: "a unit", caption: "n = 2.", notes: ["A note."] });
		expect(figure).toMatchObject({
			id: "two-points",
			subject: null,
			alt: "Two points. a unit.",
			source: "",
			table: [
				{ x: 1, y: 3 },
				{ x: 2, y: null },
			],
			config: { showSendToCloud: false, toImageButtonOptions: { format: "png", filename: "two-points", scale: 2 } },
		});
		expect(figure.layout.width).toBe(900);
		expect(JSON.parse(JSON.stringify(plot({ title: "a", data: [{ x: [1], y: [2] }] })))).toEqual(
			plot({ title: "a", data: [{ x: [1], y: [2] }] }),
		);
	});

	test("says where its numbers come from, with the filter", () => {
		const part = filterDossier(dossier, { kind: "closure" });
		const figure = plot({ ...points, dossier: part });
		expect(figure.source).toContain(dossier.fingerprint);
		expect(figure.subtitle).toBe("Filter: event type closure");
		expect(plot({ ...points, source: "Source: my own." }).source).toBe("Source: my own.");
	});

	test("can be restyled and drawn", async () => {
		const svg = await toSvg(restyle(plot(points), { subtitle: "later", height: 300 }));
		expect(svg).toMatch(/^<svg [^>]*height="300"/);
		expect(svg).toContain("later");
	});

	test("several named traces have a legend, one has none", () => {
		const trace = { x: [1], y: [1] };
		expect(plot({ title: "a", data: [{ ...trace, name: "a" }] }).layout.showlegend).toBe(false);
		expect(
			plot({
				title: "a",
				data: [
					{ ...trace, name: "a" },
					{ ...trace, name: "b" },
				],
			}).layout.showlegend,
		).toBe(true);
	});

	test.each<[object, string]>([
		[{ title: "a", data: [] }, "data has no trace"],
		[{ title: "", data: [{}] }, "title is empty: a chart says what it shows"],
		[{ ...points, subtitel: "b" }, "unknown entry: subtitel (did you mean subtitle?)"],
		[{ ...points, id: '"><script>' }, 'not an id: "><script> (small letters, digits and hyphens, such as my-chart)'],
		[{ ...points, id: "../up" }, "not an id: ../up (small letters, digits and hyphens, such as my-chart)"],
	])("%o is refused", (options, message) =>
		expect(() => plot(options as Parameters<typeof plot>[0])).toThrow(new RangeError(message)),
	);

	test("a title in another script has an id all the same", () => {
		expect(plot({ ...points, title: "مرز" }).id).toBe("plot");
	});
});
