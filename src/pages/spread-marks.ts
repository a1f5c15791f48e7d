/** A round mark on a map: where it belongs, and its radius, all in pixels. */
export interface RoundMark {
	readonly x: number;
	readonly y: number;
	readonly radius: number;
}

const mostRounds = 300;
/** Pixels between two marks. */
const gap = 1;
/** With more marks than that a map has no room to move them, and none to click them one by one. */
const mostMarks = 400;

/**
 * Where to draw marks so that none covers another: those that would overlap are pushed apart, the smaller further than
 * the larger, and stay as near to their places as that allows. In the order given.
 *
 * @example
 * spreadMarks([{ x: 0, y: 0, radius: 4 }, { x: 50, y: 0, radius: 4 }]) // → [{ x: 0, y: 0 }, { x: 50, y: 0 }]
 */
export function spreadMarks(marks: readonly RoundMark[]): { readonly x: number; readonly y: number }[] {
	const drawn = marks.map(({ x, y }) => ({ x, y }));
	if (marks.length > mostMarks) return drawn;
	for (let round = 0; round < mostRounds; round++) {
		let hasMoved = false;
		for (const [index, mark] of marks.entries())
			for (let other = index + 1; other < marks.length; other++) {
				const [a, b, second] = [drawn[index], drawn[other], marks[other]];
				if (!a || !b || !second) continue;
				// Marks of one place part in a direction that depends on their order only.
				const apart = Math.hypot(b.x - a.x, b.y - a.y);
				const angle = apart > 0 ? Math.atan2(b.y - a.y, b.x - a.x) : other * 2.4;
				const missing = mark.radius + second.radius + gap - apart;
				if (missing <= 1e-6) continue;
				hasMoved = true;
				const share = mark.radius ** 2 / (mark.radius ** 2 + second.radius ** 2);
				a.x -= missing * (1 - share) * Math.cos(angle);
				a.y -= missing * (1 - share) * Math.sin(angle);
				b.x += missing * share * Math.cos(angle);
				b.y += missing * share * Math.sin(angle);
			}
		if (!hasMoved) break;
	}
	return drawn;
}
