import { expect, test } from "vitest";
import { spreadMarks } from "../../src/pages/spread-marks.js";

const distance = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y);

test("marks that do not overlap stay, two alike part evenly along their line", () => {
	const far = [
		{ x: 0, y: 0, radius: 4 },
		{ x: 50, y: 0, radius: 4 },
	];
	expect(spreadMarks(far)).toEqual([
		{ x: 0, y: 0 },
		{ x: 50, y: 0 },
	]);
	// Radii 4 and 4 and a gap of 1 need 9 pixels; they have 3, so each moves 3.
	const [left, right] = spreadMarks([
		{ x: 10, y: 5, radius: 4 },
		{ x: 13, y: 5, radius: 4 },
	]);
	expect(left?.x).toBeCloseTo(7, 4);
	expect(right?.x).toBeCloseTo(16, 4);
	expect(right?.y).toBeCloseTo(5, 4);
});

test("twenty marks of one place lie beside each other, and the same on every run", () => {
	const marks = Array.from({ length: 20 }, (_, index) => ({ x: 100, y: 100, radius: 3 + (index % 4) }));
	const drawn = spreadMarks(marks);
	expect(spreadMarks(marks)).toEqual(drawn);
	for (const [index, a] of drawn.entries())
		for (const [other, b] of drawn.entries())
			if (other > index)
				expect(distance(a, b)).toBeGreaterThan((marks[index]?.radius ?? 0) + (marks[other]?.radius ?? 0));
	for (const each of drawn) expect(distance(each, { x: 100, y: 100 })).toBeLessThan(60);
});
