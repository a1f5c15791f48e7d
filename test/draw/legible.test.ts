import { readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { catalogue } from "../../src/charts/catalogue.js";
import { figureWidth, frame } from "../../src/charts/parts/frame.js";
import { clientBox } from "../../src/draw/boxes.js";
import { drawSvg } from "../../src/draw/svg.js";
import type { Box } from "../../src/draw/text-box.js";
import { sharedCharts } from "../support/shared-charts.js";

const folder = sharedCharts();

interface Label {
	readonly text: string;
	readonly box: Box;
	/** Degrees, where it is written at a slant. */
	readonly slant: number | null;
}

/** Every text that is seen in a drawing, with the box of its letters by the metrics of the fonts. */
function labelsOf(svg: string): Label[] {
	const { document } = new JSDOM(svg, { contentType: "image/svg+xml" }).window;
	return [...document.querySelectorAll("text")]
		.filter((text) => (text.textContent ?? "").trim() !== "" && !isHidden(text))
		.map((text) => ({
			text: (text.textContent ?? "").replaceAll("\u200b", ""),
			box: clientBox(text),
			slant: slantOf(text),
		}));
}

function slantOf(text: Element): number | null {
	const [, degrees] = /rotate\(([-\d.]+)/.exec(text.getAttribute("transform") ?? "") ?? [];
	return degrees === undefined || Number(degrees) % 90 === 0 ? null : Number(degrees);
}

/** Two lines of letters at one slant are apart where the lines through their middles are, though the boxes around them meet. */
function isApart(a: Label, b: Label): boolean {
	if (a.slant === null || a.slant !== b.slant) return false;
	const turn = (a.slant * Math.PI) / 180;
	const [dx, dy] = [
		b.box.x - a.box.x + (b.box.width - a.box.width) / 2,
		b.box.y - a.box.y + (b.box.height - a.box.height) / 2,
	];
	return Math.abs(dx * Math.sin(turn) - dy * Math.cos(turn)) > 10;
}

const isHidden = (element: Element): boolean =>
	/opacity:\s*0(?![.\d])|display:\s*none|visibility:\s*hidden/.test(element.getAttribute("style") ?? "") ||
	(element.parentElement !== null && isHidden(element.parentElement));

/** The space between the lines of a font belongs to no letter. */
const tight = ({ x, y, width, height }: Box): Box => ({ x: x + 0.5, y: y + 4, width: width - 1, height: height - 6 });

const overlap = (a: Box, b: Box): boolean =>
	a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** What a reader could not read: texts beyond the edge, and pairs that lie on each other. */
function illegible(svg: string, height: number): { clipped: string[]; collisions: string[] } {
	const labels = labelsOf(svg);
	const clipped = labels.filter(
		({ box }) => box.x < 0 || box.y < 0 || box.x + box.width > figureWidth || box.y + box.height > height,
	);
	const boxes = labels.map(({ text, box, slant }) => ({ text, slant, box: tight(box) }));
	const collisions = boxes.flatMap((a, index) =>
		boxes.slice(index + 1).flatMap((b) => (overlap(a.box, b.box) && !isApart(a, b) ? [`${a.text} × ${b.text}`] : [])),
	);
	return { clipped: clipped.map(({ text }) => text), collisions };
}

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
		{ filter: null, fingerprint: "none", observed_from: "2021-07-01", observed_to: "2026-06-30" },
	);
	expect(illegible(await drawSvg(figure), Number(figure.layout.height))).toEqual({
		clipped: ["far out"],
		collisions: ["one text × another"],
	});
});
