import type { Figure } from "../../src/charts/parts/frame.js";

/** A drawing with one line and hostile words around it. */
export const plainFigure: Figure = {
	id: "two-points",
	subject: "frequency",
	title: "Two points <script>",
	subtitle: "a unit",
	caption: "n = 2",
	notes: [],
	alt: "A line from 1 to 2.",
	source: "made up for a test",
	provenance: null,
	data: [{ type: "scatter", x: [1, 2], y: [1, 2] }],
	layout: { width: 300, height: 200 },
	config: { displaylogo: false },
	table: [],
	room: { width: 300, plotHeight: 100, margin: { l: 10, r: 10, t: 10, b: 10 }, fontSize: 12, filter: null },
};
