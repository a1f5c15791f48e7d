import type { BorderLine } from "../records/records.js";
import { outsideFrontier } from "./frontier-box.js";

/**
 * Reads the border line from the bytes of a GeoJSON file that holds one LineString, north to south.
 *
 * @returns the line, or an empty one and the reason
 */
export function readBorder(bytes: Uint8Array): { readonly line: BorderLine; readonly reason: string | null } {
	let json: unknown;
	try {
		json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
	} catch {
		return { line: [], reason: "not JSON in UTF-8" };
	}
	const line = lineOf(json);
	if (line === null)
		return { line: [], reason: "not a FeatureCollection with one LineString of [longitude, latitude]" };
	const outside = line.find(([lon, lat]) => outsideFrontier("af-ir", lat, lon).length > 0);
	if (outside) return { line: [], reason: `leaves the box of af-ir at ${outside.join(", ")}` };
	const [first, last] = [line[0], line.at(-1)];
	if (first && last && first[1] < last[1]) return { line: [], reason: "must run from north to south" };
	return { line, reason: null };
}

/** The positions of the one LineString of a FeatureCollection; `null` for anything else. */
function lineOf(json: unknown): BorderLine | null {
	const { features } = (json ?? {}) as { features?: unknown };
	if (!Array.isArray(features) || features.length !== 1) return null;
	const { type, coordinates } = (features[0]?.geometry ?? {}) as { type?: unknown; coordinates?: unknown };
	if (type !== "LineString" || !Array.isArray(coordinates) || coordinates.length < 2) return null;
	return coordinates.every(isPosition) ? coordinates : null;
}

function isPosition(position: unknown): position is readonly [number, number] {
	if (!Array.isArray(position) || position.length !== 2) return false;
	const [lon, lat] = position;
	return typeof lon === "number" && typeof lat === "number" && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}
