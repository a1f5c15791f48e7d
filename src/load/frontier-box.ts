import type { Frontier } from "../records.js";
import { type Fault, when } from "./answers.js";

/**
 * Degrees that hold the border and what lies within a day's drive of it. A point outside was most likely
 * typed wrong, or belongs to the other frontier.
 */
const boxes: Readonly<Record<Frontier, { lat: readonly [number, number]; lon: readonly [number, number] }>> = {
	"af-ir": { lat: [29.3, 36], lon: [59.5, 63.5] },
	"ir-pk": { lat: [25, 30.2], lon: [60, 64] },
};

/** Faults of a point that lies outside the box of the frontier it is told of. */
export function outsideFrontier(frontier: Frontier, lat: number | null, lon: number | null): Fault[] {
	const box = boxes[frontier];
	return [
		...when(
			lat !== null && !between(lat, box.lat),
			"lat",
			`outside the box of ${frontier}, ${box.lat.join(" to ")}`,
			`${lat}`,
		),
		...when(
			lon !== null && !between(lon, box.lon),
			"lon",
			`outside the box of ${frontier}, ${box.lon.join(" to ")}`,
			`${lon}`,
		),
	];
}

const between = (value: number, [low, high]: readonly [number, number]) => value >= low && value <= high;
