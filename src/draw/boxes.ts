import { type Box, textBox } from "./text-box.js";

/** An affine map as SVG writes it: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** The map that moves nothing. */
export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** The map that does `n` first and `m` after it. */
export const product = (m: Matrix, n: Matrix): Matrix => [
	m[0] * n[0] + m[2] * n[1],
	m[1] * n[0] + m[3] * n[1],
	m[0] * n[2] + m[2] * n[3],
	m[1] * n[2] + m[3] * n[3],
	m[0] * n[4] + m[2] * n[5] + m[4],
	m[1] * n[4] + m[3] * n[5] + m[5],
];

/** The matrix of a `transform` attribute. */
export function matrixOf(transform: string | null): Matrix {
	const steps = [...(transform ?? "").matchAll(/(\w+)\(([^)]*)\)/g)].map(([, name = "", list = ""]): Matrix => {
		const [a = 0, b, c = 0, d = 0, e = 0, f = 0] = list.split(/[\s,]+/).map(Number);
		switch (name) {
			case "translate":
				return [1, 0, 0, 1, a, b ?? 0];
			case "scale":
				return [a, 0, 0, b ?? a, 0, 0];
			case "rotate": {
				const [cos, sin] = [Math.cos((a * Math.PI) / 180), Math.sin((a * Math.PI) / 180)];
				const [x, y] = [b ?? 0, c];
				return [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y];
			}
			case "matrix":
				return [a, b ?? 0, c, d, e, f];
			default:
				return identity;
		}
	});
	return steps.reduce(product, identity);
}

/** The box around a box that was mapped. */
export function mapped({ x, y, width, height }: Box, m: Matrix): Box {
	const corners = [
		[x, y],
		[x + width, y],
		[x, y + height],
		[x + width, y + height],
	].map(([px = 0, py = 0]) => [m[0] * px + m[2] * py + m[4], m[1] * px + m[3] * py + m[5]] as const);
	return around(corners.map(([px, py]) => ({ x: px, y: py, width: 0, height: 0 })));
}

/** The box around boxes; empty at 0, 0 if there are none. */
export function around(boxes: readonly Box[]): Box {
	if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
	const x = Math.min(...boxes.map((box) => box.x));
	const y = Math.min(...boxes.map((box) => box.y));
	const right = Math.max(...boxes.map((box) => box.x + box.width));
	const bottom = Math.max(...boxes.map((box) => box.y + box.height));
	return { x, y, width: right - x, height: bottom - y };
}

/** The maps from an element's own coordinates to those of `top`, without its own transform. */
function mapTo(top: Element | null, element: Element): Matrix {
	let map = identity;
	for (let each: Element | null = element; each && each !== top; each = each.parentElement)
		map = product(matrixOf(each.getAttribute("transform")), map);
	return map;
}

/** What `getBBox` gives, for texts alone: the box in the element's own coordinates. */
export function ownBox(element: Element): Box {
	const texts = element.tagName === "text" ? [element] : [...element.querySelectorAll("text")];
	return around(texts.flatMap((text) => mappedText(text, mapTo(element, text))));
}

/** What `getBoundingClientRect` gives, for texts alone: the box with every transform up to the root. */
export function clientBox(element: Element): Box {
	const texts = element.tagName === "text" ? [element] : [...element.querySelectorAll("text")];
	return around(texts.flatMap((text) => mappedText(text, mapTo(null, text))));
}

function mappedText(text: Element, map: Matrix): Box[] {
	const box = textBox(text);
	return box ? [mapped(box, map)] : [];
}
