import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { catalogue } from "../../src/charts/catalogue.js";
import { frame } from "../../src/charts/parts/frame.js";
import { drawSvg } from "../../src/draw/svg.js";
import { illegible, labelsOf } from "../support/legible.js";
import { sharedCharts } from "../support/shared-charts.js";

const folder = sharedCharts();

test.each(catalogue)(
	"$id: no text leaves the drawing, and no two lie on each other (metrics of the fonts, not the estimate of wrap)",
	({ id }) => {
		const svg = readFileSync(join(folder, `${id}.svg`), "utf8");
		const height = Number(/^<svg[^>]* height="(\d+)"/.exec(svg)?.[1]);
		expect(height).toBeGreaterThan(100);
		expect(labelsOf(svg).length).toBeGreaterThan(5);
		expect(illegible(svg, height)).toEqual({ clipped: [], collisions: [] });
		// A line in several styles is not held to a width: resvg stretches what follows the first of them.
		expect(svg).not.toMatch(/<(tspan|text)[^>]*textLength="[^"]*"[^>]*>[^<]*<tspan/);
	},
);

test("the test can fail: two texts planted on each other and one over the edge are found", async () => {
	const note = { x: 0.5, y: 0.5, xref: "paper", yref: "paper", showarrow: false } as const;
	const figure = frame(
		{
			id: "planted",
			subject: "reliability",
			data: [{ type: "scatter", x: [1, 2], y: [1, 2] }],
			layout: {
				annotations: [
					{ ...note, text: "one text" },
					{ ...note, text: "another", xshift: 40, yshift: 5 },
					{ ...note, text: "far out", x: 1, xanchor: "left" },
				],
			},
			plotHeight: 200,
			table: [],
		},
		{ title: "Planted", subtitle: "faults", caption: "n = 2", alt: "A test." },
		{ filter: null, fingerprint: "none", observed_from: "2021-07-01", observed_to: "2026-06-30", border: "border" },
	);
	expect(illegible(await drawSvg(figure), Number(figure.layout.height))).toEqual({
		clipped: ["far out"],
		collisions: ["one text × another"],
	});
});
