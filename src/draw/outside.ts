import { around, identity, type Matrix, mapped, matrixOf, product } from "./boxes.js";
import { type Box, textBox } from "./text-box.js";

/** Half of the widest stroke: the box of a mark is the box of its path. */
const slack = 12;
const unseen = new Set(["defs", "clipPath", "pattern", "mask", "title", "desc", "metadata"]);

/**
 * Removes the marks of a drawing that lie wholly beyond its edge. Nobody sees them, but resvg ends the whole process
 * at a group with opacity or a clip path that lies far out (two widths of the picture: thx/resvg-js issue 287).
 * Once no mark lies outside, no group does.
 */
export function dropOutside(drawing: Element, width: number, height: number): void {
	const visit = (element: Element, map: Matrix) => {
		for (const child of [...element.children]) {
			if (unseen.has(child.tagName)) continue;
			const own = child.getAttribute("transform");
			const childMap = own === null ? map : product(map, matrixOf(own));
			const box = markBox(child);
			if (box === null) visit(child, childMap);
			else if (isOutside(mapped(box, childMap), width, height)) child.remove();
		}
	};
	visit(drawing, identity);
}

const isOutside = ({ x, y, width, height }: Box, across: number, down: number): boolean =>
	x > across + slack || y > down + slack || x + width < -slack || y + height < -slack;

const number = (element: Element, name: string): number => Number.parseFloat(element.getAttribute(name) ?? "") || 0;

/** The box of a mark before its own transform; `null` for a group, and for a mark of unknown shape. */
function markBox(element: Element): Box | null {
	const at = (name: string) => number(element, name);
	switch (element.tagName) {
		case "rect":
		case "image":
			return { x: at("x"), y: at("y"), width: at("width"), height: at("height") };
		case "circle":
			return { x: at("cx") - at("r"), y: at("cy") - at("r"), width: 2 * at("r"), height: 2 * at("r") };
		case "line":
			return around([
				{ x: at("x1"), y: at("y1"), width: 0, height: 0 },
				{ x: at("x2"), y: at("y2"), width: 0, height: 0 },
			]);
		case "path":
			return pathBox(element.getAttribute("d") ?? "");
		case "text":
			return textBox(element);
		default:
			return null;
	}
}

/** Numbers of each command of a path, and which of them are x (0), y (1), rx or ry (2) or neither (3). */
const commands: Readonly<Record<string, readonly (0 | 1 | 2 | 3)[]>> = {
	M: [0, 1],
	L: [0, 1],
	T: [0, 1],
	H: [0],
	V: [1],
	C: [0, 1, 0, 1, 0, 1],
	S: [0, 1, 0, 1],
	Q: [0, 1, 0, 1],
	A: [2, 2, 3, 3, 3, 0, 1],
	Z: [],
};

/** A box around a path, not smaller than it: curves lie within their control points, arcs within their radii. */
export function pathBox(path: string): Box | null {
	let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
	let [x, y, startX, startY] = [0, 0, 0, 0];
	for (const [, letter = "", list = ""] of path.matchAll(/([a-zA-Z])([^a-zA-Z]*(?:e[-+]?\d+[^a-zA-Z]*)*)/g)) {
		const roles = commands[letter.toUpperCase()];
		if (!roles) return null;
		if (roles.length === 0) [x, y] = [startX, startY];
		const isRelative = letter !== letter.toUpperCase();
		const numbers = list.match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/g)?.map(Number) ?? [];
		for (let from = 0; from + roles.length <= numbers.length && roles.length > 0; from += roles.length) {
			const [originX, originY] = [x, y];
			let radius = 0;
			roles.forEach((role, place) => {
				const value = numbers[from + place] as number;
				if (role === 2) radius = Math.max(radius, value);
				if (role === 0) x = isRelative ? originX + value : value;
				if (role === 1) y = isRelative ? originY + value : value;
				// A point is whole with its y; of H and V one number is a point.
				if (role > 1 || (role === 0 && roles.length > 1)) return;
				left = Math.min(left, x - 2 * radius);
				right = Math.max(right, x + 2 * radius);
				top = Math.min(top, y - 2 * radius);
				bottom = Math.max(bottom, y + 2 * radius);
			});
			if (letter === "M" || letter === "m") [startX, startY] = [x, y];
		}
	}
	return right < left || bottom < top ? null : { x: left, y: top, width: right - left, height: bottom - top };
}
