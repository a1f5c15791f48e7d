import { ascent, descent, widthInEm } from "./fonts.js";

/** A box in the coordinates of the text's own parent, before any transform. */
export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

interface Line {
	readonly width: number;
	readonly x: number;
	readonly baseline: number;
	readonly size: number;
}

const number = (text: string | null | undefined): number => Number.parseFloat(text ?? "") || 0;

/** The value of a style property on an element or the nearest of its parents that sets it. */
function inherited(element: Element | null, property: string): string {
	for (let each = element; each; each = each.parentElement) {
		const value = (each as SVGElement).style?.getPropertyValue(property) || each.getAttribute(property);
		if (value) return value;
	}
	return "";
}

const sizeOf = (element: Element): number => number(inherited(element, "font-size")) || 12;
const isBold = (element: Element): boolean => /^(bold|[6-9]00)$/.test(inherited(element, "font-weight"));

/** Width of the letters below an element in pixels, each run in its own size and weight. */
function widthOf(node: Node): number {
	if (node.nodeType === node.TEXT_NODE) {
		const parent = node.parentElement;
		return parent ? widthInEm((node.textContent ?? "").replaceAll("\u200b", ""), isBold(parent)) * sizeOf(parent) : 0;
	}
	let width = 0;
	for (const child of node.childNodes) width += widthOf(child);
	return width;
}

/** The lines of an SVG text as plotly writes them: one `tspan.line` each, moved down by `dy` in em. */
function linesOf(text: Element): Line[] {
	const size = sizeOf(text);
	const spans = [...text.querySelectorAll("tspan.line")];
	const top = number(text.getAttribute("y")) + inPixels(text.getAttribute("dy"), size);
	if (spans.length === 0) {
		const own = { width: widthOf(text), x: number(text.getAttribute("x")), baseline: top, size };
		return own.width > 0 ? [own] : [];
	}
	const baselines = baselinesOf(text, spans);
	return spans.map((span, index) => ({
		width: widthOf(span),
		x: number(span.getAttribute("x") ?? text.getAttribute("x")),
		baseline: baselines[index] as number,
		size,
	}));
}

/** Height at which each line of a text stands, in the text's own coordinates. */
export function baselinesOf(text: Element, lines: readonly Element[]): number[] {
	const size = sizeOf(text);
	let baseline = number(text.getAttribute("y")) + inPixels(text.getAttribute("dy"), size);
	return lines.map((line) => {
		const y = line.getAttribute("y");
		// plotly repeats y on every line, and then `dy` counts from there.
		baseline = (y === null ? baseline : number(y)) + inPixels(line.getAttribute("dy"), size);
		return baseline;
	});
}

const inPixels = (length: string | null, size: number): number =>
	length?.endsWith("em") ? number(length) * size : number(length);

/** Width of a text's letters in pixels. */
export const textWidth = (element: Element): number => widthOf(element);

/** The box of one SVG text by the metrics of the fonts it is drawn with. */
export function textBox(text: Element): Box | null {
	const lines = linesOf(text).filter(({ width }) => width > 0);
	if (lines.length === 0) return null;
	const anchor = inherited(text, "text-anchor") || "start";
	const shift = anchor === "middle" ? 0.5 : anchor === "end" ? 1 : 0;
	const left = Math.min(...lines.map(({ x, width }) => x - shift * width));
	const right = Math.max(...lines.map(({ x, width }) => x + (1 - shift) * width));
	const top = Math.min(...lines.map(({ baseline, size }) => baseline - ascent * size));
	const bottom = Math.max(...lines.map(({ baseline, size }) => baseline + descent * size));
	return { x: left, y: top, width: right - left, height: bottom - top };
}
