import { JSDOM } from "jsdom";
import { figureWidth } from "../../src/charts/parts/frame.js";
import { clientBox } from "../../src/draw/boxes.js";
import type { Box } from "../../src/draw/text-box.js";

export interface Label {
	readonly text: string;
	readonly box: Box;
	/** Degrees, where it is written at a slant. */
	readonly slant: number | null;
}

/** Every text that is seen in a drawing, with the box of its letters by the metrics of the fonts. */
export function labelsOf(svg: string): Label[] {
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
export function illegible(svg: string, height: number): { clipped: string[]; collisions: string[] } {
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
