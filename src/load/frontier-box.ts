import type { Frontier } from "../records/records.js";
import type { CellProblem } from "./cell-problem.js";

/**
 * Degrees that hold the border and what lies within a day's drive of it. A point outside was most likely
 * typed wrong, or belongs to the other border.
 */
const boxes: Readonly<Record<Frontier, { lat: readonly [number, number]; lon: readonly [number, number] }>> = {
	"af-ir": { lat: [29.3, 36], lon: [59.5, 63.5] },
	"ir-pk": { lat: [25, 30.2], lon: [60, 64] },
};

/** Problems of a point that lies outside the box of its border. */
export function outsideFrontier(
	frontier: Frontier,
	lat: number | null | undefined,
	lon: number | null | undefined,
	columns: readonly [lat: string, lon: string] = ["lat", "lon"],
): readonly CellProblem[] {
	const box = boxes[frontier];
	return [...outside(columns[0], lat, box.lat, frontier), ...outside(columns[1], lon, box.lon, frontier)];
}

function outside(
	column: string,
	value: number | null | undefined,
	[low, high]: readonly [number, number],
	frontier: Frontier,
): readonly CellProblem[] {
	if (value == null || (value >= low && value <= high)) return [];
	return [[column, `outside the box of ${frontier}, ${low} to ${high}`, `${value}`]];
}
